<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: the opposite of xslt/tei/standalone.xsl, to prove that nothing is missing in what that makes.
  Input:   a standalone TEI file.
  Output:  a JSON object: path in an edition → TEI document (the article, and one file for each list).
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all" default-mode="m:divided"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes" xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:output method="json"/>
  <xsl:mode name="m:divided" on-no-match="shallow-copy"/>

  <xsl:variable name="prefixes" as="map(xs:string, xs:string)" select="map { 'persons': 'person', 'places': 'place',
    'orgs': 'org', 'works': 'work', 'events': 'event', 'objects': 'object', 'sources': 'source' }"/>
  <xsl:key name="entry" match="standOff/*[@type]/*" use="'#' || @xml:id"/>

  <xsl:template match="/" as="map(*)">
    <xsl:variable name="document" select="."/>
    <xsl:variable name="article" as="element()">
      <xsl:apply-templates select="TEI"/>
    </xsl:variable>
    <xsl:sequence select="map:merge((
      map { 'tei/articles/' || TEI/@xml:id || '.xml': serialize($article) },
      TEI/standOff/*[@type] ! map { 'tei/authority/' || @type || '.xml': serialize(f:file(.)) }
    ))" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:template>

  <xsl:function name="f:file" as="element(TEI)">
    <xsl:param name="list" as="element()"/>
    <xsl:variable name="header" select="root($list)/TEI/teiHeader"/>
    <TEI xml:id="{$list/@type}" xml:lang="{root($list)/TEI/@xml:lang}">
      <teiHeader>
        <fileDesc>
          <titleStmt>
            <title type="main">{$list/@type}</title>
            <xsl:copy-of select="$header/fileDesc/titleStmt/respStmt"/>
          </titleStmt>
          <xsl:copy-of select="$header/fileDesc/editionStmt"/>
          <publicationStmt>
            <xsl:copy-of select="$header/fileDesc/publicationStmt/(publisher, pubPlace, date, availability)"/>
          </publicationStmt>
          <sourceDesc><p>Aus einer Datei.</p></sourceDesc>
        </fileDesc>
        <encodingDesc>
          <projectDesc><p>Aus einer Datei.</p></projectDesc>
          <xsl:call-template name="prefixes"/>
        </encodingDesc>
        <xsl:copy-of select="$header/revisionDesc"/>
      </teiHeader>
      <standOff>
        <xsl:element name="{local-name($list)}">
          <xsl:apply-templates select="$list/*"/>
        </xsl:element>
        <xsl:if test="$list/@type eq 'persons'">
          <xsl:for-each select="$list/../listRelation">
            <listRelation>
              <xsl:apply-templates/>
            </listRelation>
          </xsl:for-each>
        </xsl:if>
      </standOff>
    </TEI>
  </xsl:function>

  <xsl:template name="prefixes">
    <listPrefixDef>
      <xsl:for-each select="'person', 'place', 'org', 'work', 'event', 'object', 'source'">
        <prefixDef ident="{.}" matchPattern="([a-z0-9-]+)" replacementPattern="../authority/{.}s.xml#$1"/>
      </xsl:for-each>
    </listPrefixDef>
  </xsl:template>

  <xsl:template match="classDecl">
    <xsl:copy-of select="."/>
    <xsl:call-template name="prefixes"/>
  </xsl:template>

  <xsl:template match="standOff/*[@type] | standOff/listRelation"/>
  <xsl:template match="standOff[not(listAnnotation)]"/>
  <xsl:template match="@ref | @corresp | @source | @who | @active | @passive | @mutual | @where | @target">
    <xsl:variable name="document" select="root()"/>
    <xsl:attribute name="{name()}" select="tokenize(.) ! (key('entry', ., $document)[1] ! ($prefixes(../@type) || ':'
      || @xml:id), .)[1]"/>
  </xsl:template>

</xsl:stylesheet>
