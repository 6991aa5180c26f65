<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: what a TEI text says, without its markup.
  Input:   a TEI document.
  Output:  a JSON object with two plain texts: reading (as corrected) and diplomatic (as printed).
  Note:    each block is a line; a run of white space is one space; white space between alternatives is no text.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:texts"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:a="urn:edition:adopted"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="reading/layers.xsl"/>

  <xsl:mode name="m:texts" on-no-match="fail"/>
  <xsl:mode name="m:words" on-no-match="text-only-copy"/>

  <xsl:output method="json"/>

  <xsl:template match="/" as="map(xs:string, xs:string)">
    <xsl:sequence select="map { 'reading': f:words(TEI/text, 'reading'), 'diplomatic': f:words(TEI/text, 'diplomatic') }"/>
  </xsl:template>

  <xsl:function name="f:words" as="xs:string">
    <xsl:param name="text" as="element(text)*"/>
    <xsl:param name="layer" as="xs:string"/>
    <xsl:variable name="words" as="text()*">
      <xsl:apply-templates select="$text" mode="m:words">
        <xsl:with-param name="layer" select="$layer" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:sequence select="f:lines($words)"/>
  </xsl:function>

  <xsl:function name="f:lines" as="xs:string">
    <xsl:param name="text" as="text()*"/>
    <xsl:variable name="lines" as="xs:string*">
      <xsl:for-each-group select="$text" group-adjacent=". eq '&#10;'">
        <xsl:sequence select="string-join(current-group()) => tokenize() => string-join(' ')"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="string-join($lines[. ne ''], '&#10;')"/>
  </xsl:function>

  <!-- In the source a line's end is white space like any other: here only blocks make one. -->
  <xsl:template match="text()" mode="m:words" as="text()">
    <xsl:value-of select="translate(f:text(.), '&#10;', ' ')"/>
  </xsl:template>

  <xsl:template match="(choice | app | rdgGrp | subst | noteGrp)/text()[not(matches(., '\S'))]" priority="1" mode="m:words"/>

  <xsl:template match="*" priority="3" mode="m:words" as="text()*">
    <xsl:param name="layer" as="xs:string" tunnel="yes"/>
    <xsl:if test="f:is-part(., $layer)">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="head | byline | p | epigraph | listBibl/bibl | item | *[@a:unit]" priority="2" mode="m:words"
    as="text()*">
    <xsl:text>&#10;</xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="*[f:stands-alone(.)]" mode="m:words" as="text()*">
    <xsl:text> </xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:text> </xsl:text>
  </xsl:template>

</xsl:stylesheet>
