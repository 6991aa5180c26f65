<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: what is a block of HTML and what a phrase.
  Input:   any element.
  Output:  functions, and a template that keeps the words of phrases apart which stand on a line of their own.
  Note:    a block never stands in an element for phrases: whatever holds one becomes a div, up to where a block may
           stand.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:a="urn:edition:adopted"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Stand on a line of their own, but also between words. -->
  <xsl:variable name="beside" as="xs:string+" select="'stage', 'fw'"/>

  <!-- Have no words in the text, or are marks in it. -->
  <xsl:variable name="marks" as="map(xs:string, xs:boolean)" select="map:merge(($apart, $breaks,
    f:set('addSpan anchor caesura damageSpan delSpan handShift metamark noteGrp ptr')))"/>

  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="f:name($element)"/>
    <xsl:sequence select="
      if (map:contains($marks, $name)) then false()
      else map:contains($stacks, f:name($element/parent::*))
        or not($name = $beside) and (map:contains($lines, $name) or $element/@a:unit = 'true')"/>
  </xsl:function>

  <xsl:function name="f:holds-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/descendant::*[f:is-block(.)]
      [empty(ancestor::*[self::note or self::witDetail][. >> $element])])"/>
  </xsl:function>

  <!-- Whether white space or the end of a line stands before an element, and behind it. -->
  <xsl:function name="f:is-apart" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:parts($element, $element/preceding-sibling::node()[not(self::comment())][1], '\s$')
      and f:parts($element, $element/following-sibling::node()[not(self::comment())][1], '^\s')"/>
  </xsl:function>

  <xsl:function name="f:parts" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="beside" as="node()?"/>
    <xsl:param name="space" as="xs:string"/>
    <xsl:sequence select="
      if (empty($beside)) then not($element/parent::cit) or f:is-apart($element/parent::cit)
      else if ($beside[self::text()]) then matches($beside, $space)
      else $beside[self::*] ! f:stands-alone(.) = true()"/>
  </xsl:function>

  <!-- The HTML element for an element: a div where it is a block or holds one. -->
  <xsl:function name="f:tag" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="phrase" as="xs:string"/>
    <xsl:sequence select="if (f:is-block($element) or f:holds-block($element)) then 'div' else $phrase"/>
  </xsl:function>

  <!-- What is a block only for what it holds does not part its words from those around it. -->
  <xsl:function name="f:class" as="attribute()?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="classes" as="xs:string*"/>
    <xsl:variable name="all" as="xs:string*" select="$classes, 'run-on'[f:runs-on($element)]"/>
    <xsl:if test="exists($all)">
      <xsl:attribute name="class" select="$all"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:runs-on" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:holds-block($element) and not(f:stands-alone($element))
      and exists($element/node()[self::text()[matches(., '\S')] or self::*[not(f:is-block(.))]])"/>
  </xsl:function>

  <!-- The HTML element for a block: a div where it holds another one. -->
  <xsl:function name="f:block-tag" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="block" as="xs:string"/>
    <xsl:sequence select="if (f:holds-block($element)) then 'div' else $block"/>
  </xsl:function>

  <!-- Nothing else stands alone without being a block. -->
  <xsl:variable name="alone" as="map(xs:string, xs:boolean)" select="map:merge(($marks, $beside ! map { . : true() }))"/>

  <xsl:template priority="12" as="node()*" match="*[map:contains($alone, f:name(.))][f:stands-alone(.)]
    [not(f:is-silent(., $layer))][f:tag(., 'span') eq 'span']">
    <xsl:text> </xsl:text>
    <xsl:next-match/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- A block that is nothing but its words. -->
  <xsl:template name="block" as="element()">
    <xsl:param name="class" as="xs:string*" required="yes"/>
    <xsl:param name="tag" as="xs:string" select="'p'"/>
    <xsl:element name="{f:block-tag(., $tag)}">
      <xsl:sequence select="f:attributes(., $class)"/>
      <xsl:call-template name="content"/>
      <xsl:call-template name="marks"/>
    </xsl:element>
  </xsl:template>

  <!-- A phrase with an HTML element or a class of its own. -->
  <xsl:template name="phrase" as="element()">
    <xsl:param name="tag" as="xs:string" select="'span'"/>
    <xsl:param name="class" as="xs:string*" select="()"/>
    <xsl:element name="{f:tag(., $tag)}">
      <xsl:sequence select="f:attributes(., $class)"/>
      <xsl:call-template name="content"/>
    </xsl:element>
  </xsl:template>

  <!-- A place without words. -->
  <xsl:template name="place" as="element()?">
    <xsl:if test="@xml:id">
      <span id="{@xml:id}"/>
    </xsl:if>
  </xsl:template>

  <!-- Signs of the edition at a place of the text. -->
  <xsl:template name="sign" as="element()">
    <xsl:param name="class" as="xs:string" required="yes"/>
    <xsl:param name="sign" as="xs:string" required="yes"/>
    <xsl:param name="title" as="xs:string" select="''"/>
    <span>
      <xsl:sequence select="f:attributes(., ('generated', $class)), f:spoken()"/>
      <xsl:if test="$title">
        <xsl:attribute name="title" select="$title"/>
      </xsl:if>
      <xsl:value-of select="$sign"/>
    </span>
  </xsl:template>

</xsl:stylesheet>
