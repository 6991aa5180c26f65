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
    <xsl:element name="{if (f:tag(., 'span') eq 'span') then 'span' else 'blockquote'}">
      <xsl:sequence select="f:quotation-attributes(.)"/>
      <xsl:call-template name="content"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:quotation-attributes" as="attribute()+">
    <xsl:param name="quote" as="element(quote)"/>
    <xsl:variable name="level" as="xs:integer" select="count($quote/ancestor-or-self::*[self::quote or self::soCalled])"/>
    <xsl:variable name="speaker" as="attribute()?" select="$quote/ancestor::said[1]/@who"/>
    <xsl:variable name="type" as="attribute()?" select="$quote/@type[. = ('source', 'speech', 'epigraph')]"/>
    <xsl:sequence select="f:attributes($quote, ('quotation', $type, 'level-' || $level))"/>
    <xsl:if test="$speaker">
      <xsl:attribute name="data-speaker" select="$speaker"/>
    </xsl:if>
    <xsl:if test="$quote/@source">
      <xsl:attribute name="data-source" select="$quote/@source"/>
    </xsl:if>
  </xsl:function>

  <!-- Its marks are drawn by the style sheet where the text has none. -->
  <xsl:template match="q">
    <xsl:element name="{if (f:tag(., 'span') eq 'span') then 'span' else 'blockquote'}">
      <xsl:sequence select="f:attributes(., ('q', 'unmarked'[not(matches(current(), '^\s*[»«„“”›‹‚‘&quot;]'))]))"/>
      <xsl:call-template name="content"/>
    </xsl:element>
  </xsl:template>

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

  <xsl:template match="epigraph/cit[not(f:is-unit(.))]">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="(epigraph | epigraph/cit)/quote[f:tag(., 'span') eq 'span'][f:is-apart(.)]" priority="1">
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

  <!-- HTML has one caption, at the end. -->
  <xsl:template match="(epigraph/bibl | epigraph/cit/bibl | epigraph/cit/ref)[f:is-apart(.)]" priority="1">
    <xsl:element name="{if (f:is-last(.) and not(parent::cit[f:is-unit(.)])) then 'figcaption' else 'div'}">
      <xsl:next-match/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:is-last" as="xs:boolean">
    <xsl:param name="attribution" as="element()"/>
    <xsl:sequence select="empty($attribution/(., parent::cit)/following-sibling::node()[self::* or matches(., '\S')])"/>
  </xsl:function>

</xsl:stylesheet>
