<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: larger and smaller parts of a text that need nothing but a name.
  Input:   texts in texts, title pages, pointers; segments, words, phrases.
  Output:  divs and spans.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="group | text | front | body | back | floatingText">
    <xsl:element name="{f:section-tag(.)}">
      <xsl:sequence select="f:attributes(., (local-name()[. = ('floatingText', 'text')] ! replace(., 'T', '-t')))"/>
      <xsl:call-template name="content"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="titlePage | docTitle | docImprint">
    <xsl:call-template name="block">
      <xsl:with-param name="class"
        select="if (self::titlePage) then 'title-leaf' else replace(local-name(), 'doc', 'doc-') => lower-case()"/>
      <xsl:with-param name="tag" select="'div'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="titlePart | docEdition | imprimatur">
    <xsl:call-template name="block">
      <xsl:with-param name="class"
        select="if (self::titlePart) then ('title-part', 'sub'[current()/@type ne 'main']) else 'imprint'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="cit | label | gloss | docDate">
    <xsl:call-template name="phrase">
      <xsl:with-param name="class" select="local-name()[. ne 'docDate']"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="c | w | pc | s | phr | cl | m | num | unit | measureGrp | time | distinct | mentioned | u | ident | tag
    | lang | desc | respStmt | resp | biblStruct | biblFull | analytic | monogr | imprint | edition">
    <xsl:call-template name="plain"/>
  </xsl:template>

  <!-- A pointer has no words: its sign is one of the edition. -->
  <xsl:template match="ptr" as="element()?">
    <xsl:variable name="target" as="xs:string?" select="tokenize(@target)[1]"/>
    <xsl:variable name="url" as="xs:string?" select="$target ! f:url(., current())"/>
    <xsl:choose>
      <xsl:when test="$url">
        <a href="{$url}">
          <xsl:sequence select="f:attributes(., ('generated', 'pointer'))"/>
          <xsl:value-of select="($names($target), f:address($target) ! replace(., '^https?://', ''), '→')[1]"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="place"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="ref">
    <xsl:call-template name="plain"/>
  </xsl:template>

</xsl:stylesheet>
