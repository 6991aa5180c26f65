<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: what a TEI text says, without its markup.
  Input:   a TEI document.
  Output:  a JSON object with two plain texts: reading (as corrected) and diplomatic (as printed).
  Note:    each block is a line; a run of white space is one space; white space inside choice is no text.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:texts"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="m:texts" on-no-match="fail"/>
  <xsl:mode name="m:reading" on-no-match="text-only-copy"/>
  <xsl:mode name="m:diplomatic" on-no-match="text-only-copy"/>

  <xsl:output method="json"/>

  <xsl:template match="/" as="map(xs:string, xs:string)">
    <xsl:variable name="reading" as="text()*">
      <xsl:apply-templates select="TEI/text" mode="m:reading"/>
    </xsl:variable>
    <xsl:variable name="diplomatic" as="text()*">
      <xsl:apply-templates select="TEI/text" mode="m:diplomatic"/>
    </xsl:variable>
    <xsl:sequence select="map { 'reading': f:lines($reading), 'diplomatic': f:lines($diplomatic) }"/>
  </xsl:template>

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
  <xsl:template match="text()" mode="m:reading m:diplomatic" as="text()">
    <xsl:value-of select="translate(., '&#10;', ' ')"/>
  </xsl:template>

  <xsl:template match="head | byline | p | epigraph | listBibl/bibl | item" mode="m:reading m:diplomatic"
    as="text()*">
    <xsl:text>&#10;</xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="choice" mode="m:reading m:diplomatic" as="text()*">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="sic | orig | note" mode="m:reading"/>
  <xsl:template match="corr | reg | note" mode="m:diplomatic"/>

</xsl:stylesheet>
