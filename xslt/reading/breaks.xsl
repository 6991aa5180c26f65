<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: breaks, gaps and what else is no text of its own.
  Input:   pb, lb, cb, gb, milestone, gap, space, fw and places.
  Output:  signs of the edition; line breaks where the lines of the source are kept.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Where lines are those of the author or printer, also in the reading text. -->
  <xsl:variable name="lined" as="map(xs:string, xs:boolean)" select="f:set('addrLine byline closer dateline docImprint
    docTitle head l opener salute signed speaker titlePart trailer')"/>

  <xsl:template match="pb | cb | gb">
    <xsl:variable name="image" as="xs:string?" select="f:address(@facs)"/>
    <xsl:variable name="name" as="xs:string" select="normalize-space(f:word(local-name()) || ' ' || @n)"/>
    <xsl:element name="{if ($image) then 'a' else 'span'}">
      <xsl:sequence select="f:attributes(., ('generated', 'break')), f:spoken()"/>
      <xsl:for-each select="$image">
        <xsl:attribute name="href" select="."/>
      </xsl:for-each>
      <xsl:attribute name="title" select="$name"/>
      <xsl:value-of select="if (@n[matches(., '^\[.*\]$')]) then @n else if (@n) then '[' || @n || ']' else '|'"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="milestone">
    <xsl:call-template name="sign">
      <xsl:with-param name="class" select="'break'"/>
      <xsl:with-param name="sign" select="string(@n[matches(., '\S')] ! ('[' || . || ']'))"/>
      <xsl:with-param name="title" select="string(f:term(@unit))"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="lb[f:keeps-lines(.)]" as="element()" priority="13">
    <br>
      <xsl:sequence select="f:attributes(., ())"/>
    </br>
  </xsl:template>

  <!-- A word goes on in the next line: br would end it. -->
  <xsl:template match="lb[@break eq 'no'][f:keeps-lines(.)]" as="element()" priority="14">
    <span>
      <xsl:sequence select="f:attributes(., 'line-break')"/>
    </span>
  </xsl:template>

  <xsl:function name="f:keeps-lines" as="xs:boolean">
    <xsl:param name="break" as="element(lb)"/>
    <xsl:sequence select="$layer eq 'diplomatic'
      or map:contains($lined, f:name($break/ancestor::*[map:contains($lines, f:name(.)) or self::note or self::witDetail][1]))"/>
  </xsl:function>

  <xsl:template match="lb | anchor | addSpan | delSpan | damageSpan | metamark[not(node())]">
    <xsl:call-template name="place"/>
  </xsl:template>

  <!-- What goes on over the bounds of elements begins and ends in words of the edition, where its end is a place. -->
  <xsl:key name="spanned-to" match="addSpan | delSpan | damageSpan" use="substring-after(@spanTo, '#')"/>

  <xsl:variable name="spanned" as="map(xs:string, xs:string)"
    select="map { 'addSpan': 'added', 'delSpan': 'deleted', 'damageSpan': 'damaged' }"/>

  <xsl:template match="(addSpan | delSpan | damageSpan)[key('id', substring-after(@spanTo, '#'))[self::anchor][. >> current()]]"
    priority="1">
    <xsl:call-template name="sign">
      <xsl:with-param name="class" select="'break'"/>
      <xsl:with-param name="sign" select="'[' || string-join((f:word($spanned(local-name())), f:standing(.)), ' ') || ': '"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="anchor[key('spanned-to', @xml:id)[. &lt;&lt; current()]]" priority="1">
    <xsl:call-template name="sign">
      <xsl:with-param name="class" select="'break'"/>
      <xsl:with-param name="sign" select="']'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="gap">
    <xsl:call-template name="sign">
      <xsl:with-param name="class" select="'gap'"/>
      <xsl:with-param name="sign" select="'[…]'"/>
      <xsl:with-param name="title"
        select="string-join((f:word('gap'), f:term(@reason), f:extent(.), desc ! f:plain(.)), ', ')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="space">
    <xsl:call-template name="sign">
      <xsl:with-param name="class" select="'gap'"/>
      <xsl:with-param name="sign" select="'[ ]'"/>
      <xsl:with-param name="title" select="string-join((f:word('space'), f:extent(.), desc ! f:plain(.)), ', ')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="f:extent" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="counted" as="xs:string*" select="$element/@quantity, f:term($element/@unit)"/>
    <xsl:sequence select="($element/@extent, string-join($counted, ' ')[. ne ''])[1]"/>
  </xsl:function>

  <xsl:template match="handShift">
    <xsl:call-template name="sign">
      <xsl:with-param name="class" select="'break'"/>
      <xsl:with-param name="sign" select="'[' || f:word('hand') || ']'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What a printer or scribe puts around the page is no text to be read. -->
  <xsl:template match="fw" as="element()?">
    <xsl:if test="$layer eq 'diplomatic'">
      <xsl:call-template name="phrase">
        <xsl:with-param name="class" select="'fw'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Said about the text, or for machines. -->
  <xsl:template match="*[map:contains($apart, f:name(.))]" priority="-1">
    <xsl:call-template name="place"/>
  </xsl:template>

  <!-- An address of the web, as far as it is one. -->
  <xsl:function name="f:address" as="xs:string?">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:sequence select="tokenize($pointer)[matches(., '^https?://[^\s&lt;>&quot;\{\}|\\^`]+$')][1]"/>
  </xsl:function>

  <!-- The words of an element in the layer, without markup; a new line begins a new word. -->
  <xsl:function name="f:plain" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:variable name="words" as="xs:string*" select="$element/descendant::node()[self::text() or self::* and f:stands-alone(.)]
      [every $one in ancestor::*[. >> $element] satisfies f:is-part($one, $layer)]
      ! (if (self::text()) then string(preceding-sibling::node()[1]/self::*[f:stands-alone(.)] ! ' ') || f:text(.)
        else ' ')"/>
    <xsl:sequence select="string-join(tokenize(string-join($words)), ' ')"/>
  </xsl:function>

</xsl:stylesheet>
