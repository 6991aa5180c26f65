<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: the reading text of an article or page for a book: what reading.xsl makes, as XHTML.
  Input:   that of reading.xsl.
  Output:  that of reading.xsl; each fragment is well-formed by itself. Notes stand once, in notes, each led in by its
           number, which leads back.
  Note:    EPUB 3.3, 5.1.2 (the content is XHTML); epub:type and the roles beside it: EPUB Structural Semantics
           Vocabulary 1.1 and DPUB-ARIA 1.1. Nothing is rendered here: the HTML is copied with what a book has otherwise.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:fragments"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:epub="http://www.idpf.org/2007/ops"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="">

  <xsl:import href="reading.xsl"/>

  <xsl:mode name="m:xhtml" on-no-match="fail"/>

  <xsl:output method="json"/>

  <!-- Empty elements get an end tag: reading systems that take XHTML for HTML know no other end. -->
  <xsl:function name="f:serialized" as="xs:string">
    <xsl:param name="html" as="node()*"/>
    <xsl:variable name="xhtml" as="node()*">
      <xsl:apply-templates select="$html" mode="m:xhtml"/>
    </xsl:variable>
    <xsl:sequence select="serialize($xhtml, map {
      'method': 'xhtml', 'html-version': 5.0, 'indent': false(), 'escape-uri-attributes': false(),
      'omit-xml-declaration': true()
    })"/>
  </xsl:function>

  <xsl:template match="*" mode="m:xhtml" as="element()">
    <xsl:param name="name" as="xs:string" select="local-name()"/>
    <xsl:param name="content" as="node()*">
      <xsl:apply-templates select="node()" mode="m:xhtml"/>
    </xsl:param>
    <xsl:element name="{$name}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:namespace name="epub" select="'http://www.idpf.org/2007/ops'"/>
      <xsl:apply-templates select="@*" mode="m:xhtml"/>
      <xsl:sequence select="$content"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="text()" mode="m:xhtml" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="@*" mode="m:xhtml" as="attribute()">
    <xsl:sequence select="."/>
  </xsl:template>

  <!-- Nothing in a book reads them. -->
  <xsl:template match="@*[starts-with(name(), 'data-')]" mode="m:xhtml"/>

  <xsl:template match="@lang" mode="m:xhtml" as="attribute()+">
    <xsl:sequence select="."/>
    <xsl:attribute name="xml:lang" select="."/>
  </xsl:template>

  <!-- A number that leads to itself would only be touched by mistake. -->
  <xsl:template match="a[@class eq 'number']" mode="m:xhtml" as="element()">
    <xsl:next-match>
      <xsl:with-param name="name" select="'span'"/>
    </xsl:next-match>
  </xsl:template>

  <xsl:template match="a[@class eq 'number']/(@href | @aria-label)" mode="m:xhtml"/>

  <!-- A book holds no pictures of the texts: what they show stands there in words. -->
  <xsl:template match="img" mode="m:xhtml" as="element()">
    <xsl:element name="span" namespace="http://www.w3.org/1999/xhtml">
      <xsl:attribute name="class" select="'generated', 'picture'"/>
      <xsl:apply-templates select="@id" mode="m:xhtml"/>
      <xsl:text>[{(@alt[. ne ''], '…')[1]}]</xsl:text>
    </xsl:element>
  </xsl:template>

  <!-- The sign is raised also where a reading system has style sheets of its own. -->
  <xsl:template match="a[@role eq 'doc-noteref']" mode="m:xhtml" as="element()">
    <xsl:element name="sup" namespace="http://www.w3.org/1999/xhtml">
      <xsl:next-match/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="@role[. eq 'doc-noteref']" mode="m:xhtml" as="attribute()+">
    <xsl:sequence select="."/>
    <xsl:attribute name="epub:type" select="'noteref'"/>
  </xsl:template>

  <!-- The notes beside the text are those of the list again. -->
  <xsl:template match="aside[@class eq 'notes']" mode="m:xhtml"/>

  <xsl:template match="ol[contains-token(@class, 'notes')]" mode="m:xhtml" as="element()*">
    <xsl:apply-templates select="li" mode="m:xhtml"/>
  </xsl:template>

  <!-- No aside: some reading systems hide those until their sign is touched, and nobody could read the notes in a row. -->
  <xsl:template match="li[contains-token(@class, 'note')]" mode="m:xhtml" as="element()">
    <xsl:variable name="number" as="xs:integer" select="count(preceding-sibling::li) + 1"/>
    <xsl:variable name="back" as="element(a)" select="descendant::a[@role eq 'doc-backlink']"/>
    <xsl:next-match>
      <xsl:with-param name="name" select="'div'"/>
      <xsl:with-param name="content" as="node()*">
        <xsl:attribute name="epub:type" select="'footnote'"/>
        <xsl:attribute name="role" select="'doc-footnote'"/>
        <xsl:element name="a" namespace="http://www.w3.org/1999/xhtml">
          <xsl:attribute name="epub:type" select="'backlink'"/>
          <xsl:sequence select="$back/(@class, @href, @role)"/>
          <xsl:attribute name="aria-label" select="$number || ', ' || $back/@aria-label"/>
          <xsl:text>{$number}</xsl:text>
        </xsl:element>
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="node()" mode="m:xhtml"/>
      </xsl:with-param>
    </xsl:next-match>
  </xsl:template>

  <!-- In a page the list comes second, under ids of its own. -->
  <xsl:template match="li/@id[ends-with(., '.end')]" mode="m:xhtml" as="attribute()">
    <xsl:attribute name="id" select="replace(., '\.end$', '')"/>
  </xsl:template>

  <xsl:template match="a[@role eq 'doc-backlink'] | span[@class eq 'note-sources'][not(node())]" mode="m:xhtml"/>

  <xsl:template match="text()[not(matches(., '[^\s&#160;]'))][following-sibling::*[1]/@role = 'doc-backlink']"
    mode="m:xhtml"/>

</xsl:stylesheet>
