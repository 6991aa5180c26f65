<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: the TEI file of an article as it is published.
  Input:   a TEI document of the edition; figures counted by the caller.
  Output:  the same document with extent, address and the usage of elements filled in.
  Note:    these are generated, never stored, so that they cannot disagree with the text (TEIH-4, TEIH-11).
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all" default-mode="m:published"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:edition:modes" xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="m:published" on-no-match="shallow-copy"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:param name="address" as="xs:string" required="yes"/>
  <xsl:param name="tokens" as="xs:string" required="yes"/>
  <xsl:param name="types" as="xs:string" required="yes"/>
  <xsl:param name="characters" as="xs:string" required="yes"/>

  <!-- The processor writes no line breaks outside the root element. -->
  <xsl:template match="/processing-instruction() | /comment()">
    <xsl:copy/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- A browser would fetch and run it, though the site asks no other host and runs nothing of its texts. -->
  <xsl:template match="/processing-instruction('xml-stylesheet')" priority="1"/>

  <xsl:template match="fileDesc/editionStmt">
    <xsl:copy-of select="."/>
    <xsl:text>&#10;   </xsl:text>
    <extent>
      <measure unit="tokens" quantity="{$tokens}">{$tokens} Wörter</measure>
      <measure unit="types" quantity="{$types}">{$types} verschiedene Wortformen</measure>
      <measure unit="characters" quantity="{$characters}">{$characters} Zeichen</measure>
    </extent>
  </xsl:template>

  <xsl:template match="fileDesc/publicationStmt/availability[1]">
    <idno type="URL">{$address}</idno>
    <xsl:text>&#10;    </xsl:text>
    <xsl:copy-of select="."/>
  </xsl:template>

  <xsl:template match="encodingDesc/refsDecl">
    <tagsDecl partial="true">
      <namespace name="http://www.tei-c.org/ns/1.0">
        <xsl:for-each-group select="/TEI/text/descendant-or-self::*" group-by="local-name()">
          <xsl:sort select="current-grouping-key()"/>
          <tagUsage gi="{current-grouping-key()}" occurs="{count(current-group())}"
            withId="{count(current-group()[@xml:id])}"/>
        </xsl:for-each-group>
      </namespace>
    </tagsDecl>
    <xsl:text>&#10;   </xsl:text>
    <xsl:copy-of select="."/>
  </xsl:template>

</xsl:stylesheet>
