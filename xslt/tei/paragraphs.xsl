<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: each citable block of a text (paragraph, heading, entry …) as a document of its own.
  Input:   a TEI document of the edition; $blocks, what each is called (JSON: xml:id → title, cited, address); $links,
           see pointers.xsl; $address of the reading page; $published, address of the TEI file; $made says what it is.
  Output:  a JSON object: xml:id of the block → TEI document. The block is as the edition encodes it, with its notes;
           pointers that would lead out of the document are addresses.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:documents"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="pointers.xsl"/>

  <xsl:mode name="m:documents" on-no-match="fail"/>
  <xsl:mode name="m:around" on-no-match="fail"/>
  <xsl:mode name="m:part" on-no-match="shallow-copy"/>

  <xsl:output method="json"/>

  <xsl:param name="blocks" as="xs:string" required="yes"/>
  <xsl:param name="address" as="xs:string" required="yes"/>
  <xsl:param name="published" as="xs:string" required="yes"/>
  <xsl:param name="made" as="xs:string" required="yes"/>

  <xsl:key name="by-id" match="*[@xml:id]" use="@xml:id"/>
  <!-- The notes on anything in a block. -->
  <xsl:key name="notes" match="annotation"
    use="tokenize(@target) ! key('by-id', substring(., 2), root(current()))/ancestor-or-self::*/@xml:id"/>

  <xsl:template match="/" as="map(xs:string, xs:string)">
    <xsl:variable name="document" as="document-node()" select="."/>
    <xsl:map>
      <xsl:for-each select="parse-json($blocks) ! map:for-each(., function($id, $said) { map:put($said, 'id', $id) })">
        <xsl:variable name="made" as="element(TEI)" select="f:document(key('by-id', ?id, $document), .)"/>
        <xsl:map-entry key="string(?id)" select="serialize($made, map {
          'method': 'xml', 'indent': false(), 'omit-xml-declaration': true() })"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:template>

  <!-- A block as a document; `said` names its title, its citation and its address. -->
  <xsl:function name="f:document" as="element(TEI)">
    <xsl:param name="block" as="element()"/>
    <xsl:param name="said" as="map(xs:string, xs:string)"/>
    <xsl:variable name="header" as="element(fileDesc)" select="root($block)/TEI/teiHeader/fileDesc"/>
    <xsl:variable name="notes" as="element(annotation)*" select="key('notes', $block/@xml:id, root($block))"/>
    <xsl:variable name="there" as="map(xs:string, xs:boolean)" select="map:merge(
      ($block, $notes, $header/titleStmt, $header/publicationStmt/availability)//@xml:id ! map { '#' || .: true() })"/>
    <TEI>
      <xsl:copy-of select="root($block)/TEI/@xml:lang"/>
      <teiHeader>
        <fileDesc>
          <titleStmt>
            <title>{$said?title}</title>
            <xsl:apply-templates select="$header/titleStmt/(author, editor, funder, respStmt)" mode="m:part">
              <xsl:with-param name="there" tunnel="yes" select="$there"/>
            </xsl:apply-templates>
          </titleStmt>
          <xsl:copy-of select="$header/editionStmt"/>
          <publicationStmt>
            <xsl:copy-of select="$header/publicationStmt/(publisher, pubPlace, date)"/>
            <idno type="URL">{$said?address}</idno>
            <xsl:copy-of select="$header/publicationStmt/availability"/>
          </publicationStmt>
          <sourceDesc>
            <bibl>{$said?cited}</bibl>
            <bibl>{$made} <ref target="{$published}">{$published}</ref></bibl>
          </sourceDesc>
        </fileDesc>
      </teiHeader>
      <xsl:if test="exists($notes)">
        <standOff>
          <listAnnotation>
            <xsl:apply-templates select="$notes" mode="m:part">
              <xsl:with-param name="there" tunnel="yes" select="$there"/>
            </xsl:apply-templates>
          </listAnnotation>
        </standOff>
      </xsl:if>
      <text>
        <body>
          <xsl:variable name="part" as="element()">
            <xsl:apply-templates select="$block" mode="m:part">
              <xsl:with-param name="there" tunnel="yes" select="$there"/>
            </xsl:apply-templates>
          </xsl:variable>
          <xsl:apply-templates select="$block" mode="m:around">
            <xsl:with-param name="part" select="$part"/>
          </xsl:apply-templates>
        </body>
      </text>
    </TEI>
  </xsl:function>

  <!-- What TEI wants around a block that stands alone. -->
  <xsl:template match="*" mode="m:around">
    <xsl:param name="part" as="element()" required="yes"/>
    <xsl:sequence select="$part"/>
  </xsl:template>

  <xsl:template match="head | byline | epigraph" mode="m:around">
    <xsl:param name="part" as="element()" required="yes"/>
    <div>
      <xsl:sequence select="$part"/>
    </div>
  </xsl:template>

  <xsl:template match="bibl" mode="m:around">
    <xsl:param name="part" as="element()" required="yes"/>
    <listBibl>
      <xsl:sequence select="$part"/>
    </listBibl>
  </xsl:template>

  <xsl:template match="item" mode="m:around">
    <xsl:param name="part" as="element()" required="yes"/>
    <list>
      <xsl:sequence select="$part"/>
    </list>
  </xsl:template>

  <!-- A place elsewhere in the text is one of the reading page, anything else one of the file. -->
  <xsl:template match="@*[f:points(.)]" mode="m:part">
    <xsl:param name="there" tunnel="yes" as="map(xs:string, xs:boolean)"/>
    <xsl:variable name="document" as="document-node()" select="root()"/>
    <xsl:attribute name="{name()}" select="tokenize(.) ! (
      if (not(starts-with(., '#')) or map:contains($there, .)) then f:address(.)
      else if (key('by-id', substring(., 2), $document)/ancestor::text) then $address || .
      else $published || .)"/>
  </xsl:template>

</xsl:stylesheet>
