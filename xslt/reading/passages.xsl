<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: the passages that notes of the commentary belong to, and their marks in the text.
  Input:   annotation in standOff; the elements of the text it points to.
  Output:  behind a passage the number of each of its notes, as a link; functions from note to passage and block.
  Note:    a block has its marks inside: blocks.xsl and quotations.xsl ask for them.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:key name="annotation" match="annotation[@motivation eq 'commenting']" use="f:targets(.)"/>

  <xsl:function name="f:targets" as="xs:string*">
    <xsl:param name="annotation" as="element(annotation)"/>
    <xsl:sequence select="tokenize($annotation/@target) ! substring-after(., '#')"/>
  </xsl:function>

  <!-- The first passage a note belongs to. -->
  <xsl:function name="f:passage" as="element()?">
    <xsl:param name="annotation" as="element(annotation)"/>
    <xsl:sequence select="key('id', f:targets($annotation)[1], root($annotation))[1]"/>
  </xsl:function>

  <!-- The block a passage stands in, or is. -->
  <xsl:function name="f:home" as="element()?">
    <xsl:param name="passage" as="element()"/>
    <xsl:sequence select="if ($passage[self::head or self::byline or self::p or self::epigraph or self::item
      or self::bibl/parent::listBibl] or f:is-unit($passage)) then $passage else f:block($passage)"/>
  </xsl:function>

  <!-- Behind words; a block has the marks of its own notes inside, at its end. -->
  <xsl:template priority="10" as="node()*"
    match="text//*[@xml:id][key('annotation', @xml:id)][not(. is f:home(.))][not(f:is-motto(.))]">
    <xsl:next-match/>
    <xsl:call-template name="marks"/>
  </xsl:template>

  <!-- The words of an epigraph are a block of HTML, and are all of it that can bear a mark. -->
  <xsl:function name="f:is-motto" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/self::quote[parent::epigraph or parent::cit/parent::epigraph])"/>
  </xsl:function>

  <xsl:template name="marks" as="element()*">
    <xsl:variable name="passage" as="element()" select="."/>
    <xsl:for-each select="key('annotation', @xml:id)[$layer eq 'reading']">
      <xsl:variable name="place" as="xs:integer" select="index-of(f:targets(.), $passage/@xml:id)[1]"/>
      <a class="note-mark" id="{@xml:id}.mark{if ($place gt 1) then '.' || $place else ''}" href="#{@xml:id}"
        role="doc-noteref" aria-label="{f:word('note')} {f:number(.)}">
        <xsl:sequence select="f:spoken()"/>
        <xsl:value-of select="f:number(.)"/>
      </a>
    </xsl:for-each>
  </xsl:template>

  <!-- The words a note belongs to, as the edition reads them; long passages by their beginning and end. -->
  <xsl:function name="f:lemma" as="xs:string">
    <xsl:param name="passage" as="element()"/>
    <xsl:sequence select="f:shortened(tokenize(
      string-join($passage//text()[not(ancestor::sic or ancestor::orig or ancestor::note or parent::choice)])))"/>
  </xsl:function>

  <xsl:function name="f:shortened" as="xs:string">
    <xsl:param name="words" as="xs:string*"/>
    <!-- Where the last two words begin: signs that stand by themselves are none. -->
    <xsl:variable name="end" as="xs:integer?"
      select="(for $place in reverse(1 to count($words)) return $place[matches($words[$place], '\w')])[2]"/>
    <xsl:sequence select="if (count($words) le 7) then string-join($words, ' ')
      else string-join(($words[position() le 3], '…', $words[position() ge max((4, $end))]), ' ')"/>
  </xsl:function>

</xsl:stylesheet>
