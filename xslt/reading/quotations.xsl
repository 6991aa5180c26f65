<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: quotations, speech, words at a distance.
  Input:   quote, said, soCalled, epigraph.
  Output:  spans and figures. The marks are text of the source: HTML's q, which brings its own, would double them.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="quote">
    <xsl:element name="{if (f:holds-block(.)) then 'blockquote' else 'span'}">
      <xsl:sequence select="f:quotation-attributes(.)"/>
      <xsl:call-template name="content"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:quotation-attributes" as="attribute()+">
    <xsl:param name="quote" as="element(quote)"/>
    <xsl:variable name="level" as="xs:integer" select="count($quote/ancestor-or-self::*[self::quote or self::soCalled])"/>
    <xsl:variable name="speaker" as="attribute()?" select="$quote/ancestor::said[1]/@who"/>
    <xsl:sequence select="f:attributes($quote, ('quotation', $quote/@type, 'level-' || $level))"/>
    <xsl:if test="$speaker">
      <xsl:attribute name="data-speaker" select="$speaker"/>
    </xsl:if>
    <xsl:if test="$quote/@source">
      <xsl:attribute name="data-source" select="$quote/@source"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="said">
    <xsl:call-template name="plain">
      <xsl:with-param name="class" select="'said'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="soCalled">
    <xsl:call-template name="plain">
      <xsl:with-param name="class" select="'term'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- HTML wants whom it is from outside the blockquote. -->
  <xsl:template match="epigraph">
    <figure>
      <xsl:sequence select="f:attributes(., 'epigraph')"/>
      <xsl:apply-templates/>
    </figure>
  </xsl:template>

  <xsl:template match="epigraph/cit">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="epigraph/quote | epigraph/cit/quote" priority="1">
    <blockquote>
      <p>
        <xsl:next-match/>
        <xsl:call-template name="marks"/>
        <xsl:for-each select="ancestor::epigraph">
          <xsl:call-template name="marks"/>
        </xsl:for-each>
      </p>
    </blockquote>
  </xsl:template>

  <xsl:template match="epigraph/bibl | epigraph/cit/bibl | epigraph/cit/ref" priority="1">
    <figcaption>
      <xsl:next-match/>
    </figcaption>
  </xsl:template>

</xsl:stylesheet>
