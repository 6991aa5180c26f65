<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: a text for typesetting, without a markup of its own.
  Input:   a TEI document.
  Output:  a JSON object: text, an array of what a compositor meets in order, and notes, such an array for each note by
           its id. A member is {block, id, n, depth, marker} where a block begins, {end} where it ends, {text, style,
           language, address} for words, {at} for an anchor that has no extent, {note} and {mark} behind the words that
           a note of the commentary or an entry of the apparatus belongs to.
  Note:    white space is as in the source, and one more where a line ends; a block inside another one interrupts it.
           Every word of the reading text comes out once and in order; what it has not (sic, orig) does not.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:stream"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:a="urn:edition:adopted"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="reading/layers.xsl"/>
  <xsl:include href="reading/anchors.xsl"/>

  <xsl:mode name="m:stream" on-no-match="shallow-skip"/>
  <xsl:mode name="m:html" on-no-match="fail"/>

  <xsl:output method="json"/>

  <xsl:key name="id" match="*" use="@xml:id"/>
  <xsl:key name="comment" match="annotation[@motivation eq 'commenting']"
    use="tokenize(@target) ! substring-after(., '#')"/>

  <xsl:variable name="language" as="xs:string" select="string(/TEI/@xml:lang)"/>

  <xsl:variable name="title" as="element(head)?"
    select="(/TEI/text/front/head, /TEI/text/body/head, /TEI/text/body[count(*) eq 1]/div/head)[1]"/>

  <xsl:template match="/" as="map(*)">
    <xsl:variable name="text" as="map(*)*">
      <xsl:apply-templates select="TEI/text"/>
    </xsl:variable>
    <xsl:map>
      <xsl:map-entry key="'text'" select="array { $text }"/>
      <xsl:map-entry key="'notes'">
        <xsl:map>
          <xsl:for-each select="TEI/standOff/listAnnotation/annotation, TEI/text//note">
            <xsl:variable name="body" as="map(*)*">
              <xsl:apply-templates select="(self::annotation/note, self::note)/node()"/>
            </xsl:variable>
            <xsl:map-entry key="string(f:id(.))" select="array { $body }"/>
          </xsl:for-each>
        </xsl:map>
      </xsl:map-entry>
    </xsl:map>
  </xsl:template>

  <!-- Blocks. -->

  <!-- What is not read in this layer. -->
  <xsl:template match="(text | annotation)//*[not(self::note)][not(f:is-part(., 'reading'))]" priority="4"/>

  <xsl:template match="text//*[f:stands-alone(.)]" priority="3" as="map(*)*">
    <xsl:sequence select="f:space()"/>
    <xsl:next-match/>
    <xsl:sequence select="f:space()"/>
  </xsl:template>

  <xsl:function name="f:space" as="map(*)">
    <xsl:sequence select="map { 'text': ' ', 'style': '', 'language': '', 'address': '' }"/>
  </xsl:function>

  <xsl:template match="text//*[@a:unit]" priority="0.1" as="map(*)+">
    <xsl:call-template name="unit"/>
  </xsl:template>

  <xsl:template name="unit" match="text//head | text//byline | text//p | text//item | text//listBibl/bibl" as="map(*)+">
    <xsl:variable name="kind" as="xs:string" select="
      if (. is $title) then 'title'
      else if (self::head) then (if (parent::div) then 'head' else if (f:has-outline(..)) then 'list-head' else 'lead')
      else if (parent::argument) then 'lead'
      else if (self::p/parent::quote) then 'quote'
      else if (self::item[not(ancestor::list)]) then 'p'
      else local-name()"/>
    <xsl:call-template name="block">
      <xsl:with-param name="kind" select="$kind"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Whether a heading belongs into the outline: that of a stanza, a table, a picture does not. -->
  <xsl:function name="f:has-outline" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::list or self::listBibl or self::front or self::body or self::back])"/>
  </xsl:function>

  <!-- Whose words they are stands below them; both are one unit. -->
  <xsl:template match="text//epigraph" as="map(*)+">
    <xsl:call-template name="block">
      <xsl:with-param name="kind" select="'epigraph'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="epigraph/bibl | epigraph/cit/bibl | epigraph/cit/ref" priority="2" as="map(*)+">
    <xsl:call-template name="block">
      <xsl:with-param name="kind" select="'attribution'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="block" as="map(*)+">
    <xsl:param name="kind" as="xs:string" required="yes"/>
    <xsl:sequence select="map {
      'block': $kind,
      'id': string(@xml:id),
      'n': string(@n[current()/self::p]),
      'depth': count(ancestor::*[if ($kind = ('item', 'bibl')) then self::list or self::listBibl else self::div[head]]),
      'marker': if (self::item/parent::list/@type eq 'numbered')
        then string(count(preceding-sibling::item) + 1) else ''
    }"/>
    <xsl:apply-templates/>
    <xsl:sequence select="f:comments(.)"/>
    <!-- A note on what only holds blocks stands at the end of the last of them. -->
    <xsl:sequence select="f:ended(.) ! f:comments(.)"/>
    <xsl:sequence select="map { 'end': $kind }"/>
  </xsl:template>

  <xsl:function name="f:ended" as="element()*">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="holders" as="element()*"
      select="$block/ancestor::*[self::div or self::argument or self::list or self::listBibl or self::front or self::body
        or self::back or self::text]"/>
    <xsl:for-each select="reverse($holders[@xml:id][key('comment', @xml:id)])">
      <xsl:if test="empty((descendant::head | descendant::byline | descendant::p | descendant::item
        | descendant::bibl)[. >> $block])">
        <xsl:sequence select="."/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- Words. -->

  <xsl:template match="text()" as="map(*)*">
    <xsl:variable name="stated" as="xs:string?" select="string(ancestor::*[@xml:lang][1]/@xml:lang)"/>
    <xsl:variable name="styled" as="element()?"
      select="ancestor::*[self::emph or self::foreign or self::title or self::code or self::gi or self::att or self::val][1]"/>
    <xsl:sequence select="map {
      'text': f:text(.),
      'style': f:style($styled),
      'language': if ($stated eq $language) then '' else $stated,
      'address': string(ancestor::ref[matches(@target, '^(https?|mailto):')][1]/@target)
    }"/>
  </xsl:template>

  <!-- A title in quotation marks is marked by them. -->
  <xsl:function name="f:style" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="
      if ($element[self::code or self::gi or self::att or self::val]) then 'code'
      else if ($element[self::emph or self::foreign]) then 'emphasis'
      else if ($element[self::title][not(matches(., '^\s*[»›„&quot;]'))]) then 'emphasis'
      else ''"/>
  </xsl:function>

  <!-- White space between the parts of a choice is none; what the source had is in the apparatus. -->
  <xsl:template match="(choice | app | rdgGrp | subst | noteGrp)/text()[not(matches(., '\S'))]"/>

  <xsl:template match="text//choice[f:block(.)]" as="map(*)*" priority="1">
    <xsl:sequence select="map { 'at': f:correction-anchor(.) }"/>
    <xsl:apply-templates/>
    <xsl:sequence select="map { 'mark': f:correction-anchor(.) }, f:comments(.)"/>
  </xsl:template>

  <xsl:template match="text//milestone" as="map(*)*">
    <xsl:sequence select="map { 'at': string(@xml:id) }, map { 'mark': string(@xml:id) }, f:comments(.)"/>
  </xsl:template>

  <xsl:template match="text//*" priority="-0.2" as="map(*)*">
    <xsl:variable name="mention" as="element()?" select="(self::persName | self::placeName | self::orgName | self::title
      | self::objectName | self::rs | self::date)[f:is-mention(.)][f:block(.)]"/>
    <xsl:sequence select="($mention ! f:mention-anchor(.), string(@xml:id)[. ne '']) ! map { 'at': . }"/>
    <xsl:apply-templates/>
    <xsl:sequence select="f:comments(.)[exists(f:block(current()))]"/>
  </xsl:template>

  <!-- Notes. -->

  <xsl:template match="text//note" as="map(*)">
    <xsl:sequence select="map { 'note': f:id(.) }"/>
  </xsl:template>

  <xsl:function name="f:comments" as="map(*)*">
    <xsl:param name="passage" as="element()"/>
    <xsl:sequence select="key('comment', $passage/@xml:id, root($passage)) ! map { 'note': string(@xml:id) }"/>
  </xsl:function>

  <xsl:function name="f:id" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="string(($note/@xml:id, $note/self::note[f:block(.)] ! f:note-anchor(.),
      'note_' || count($note/preceding::note))[1])"/>
  </xsl:function>

  <xsl:function name="f:fail" as="empty-sequence()">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="code" as="xs:string"/>
    <xsl:param name="what" as="xs:string"/>
    <xsl:param name="hint" as="xs:string"/>
    <xsl:sequence select="error(xs:QName('f:' || $code), '&lt;' || name($element) || '> ' || $what || '. Hint: ' || $hint)"/>
  </xsl:function>

</xsl:stylesheet>
