<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: the reading text of an article or page.
  Input:   a TEI document; $links and $labels, JSON objects with the URL and the name of pointers; $reports, a JSON
           object with the URL where an error in a block is reported, by the xml:id of the block; $unknown, 'fail' or
           'render'; $layer, 'reading' or 'diplomatic'; $language, in which the edition's own words are, or '' for that
           of the document.
  Output:  a JSON object of HTML fragments: title (the words of the main heading), front, body, back, notes.
  Note:    every word of the TEI comes out once, of a corrected place both readings. No link stands in a link.
           What becomes of which element, and the class names, are shown case by case in tests/prose.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:fragments"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="reading/functions.xsl"/>
  <xsl:include href="reading/directions.xsl"/>
  <xsl:include href="reading/layers.xsl"/>
  <xsl:include href="reading/anchors.xsl"/>
  <xsl:include href="reading/words.xsl"/>
  <xsl:include href="reading/terms.xsl"/>
  <xsl:include href="reading/flow.xsl"/>
  <xsl:include href="reading/blocks.xsl"/>
  <xsl:include href="reading/lists.xsl"/>
  <xsl:include href="reading/tables.xsl"/>
  <xsl:include href="reading/verse.xsl"/>
  <xsl:include href="reading/drama.xsl"/>
  <xsl:include href="reading/letters.xsl"/>
  <xsl:include href="reading/structure.xsl"/>
  <xsl:include href="reading/inlines.xsl"/>
  <xsl:include href="reading/names.xsl"/>
  <xsl:include href="reading/quotations.xsl"/>
  <xsl:include href="reading/dates.xsl"/>
  <xsl:include href="reading/corrections.xsl"/>
  <xsl:include href="reading/transcription.xsl"/>
  <xsl:include href="reading/apparatus.xsl"/>
  <xsl:include href="reading/sigla.xsl"/>
  <xsl:include href="reading/breaks.xsl"/>
  <xsl:include href="reading/figures.xsl"/>
  <xsl:include href="reading/bibliography.xsl"/>
  <xsl:include href="reading/notes.xsl"/>
  <xsl:include href="reading/passages.xsl"/>
  <xsl:include href="reading/commentary.xsl"/>
  <xsl:include href="reading/unknown.xsl"/>

  <xsl:mode name="m:fragments" on-no-match="fail"/>
  <xsl:mode name="m:html" on-no-match="fail"/>
  <xsl:mode name="m:heading" on-no-match="fail"/>
  <xsl:mode name="m:endnote" on-no-match="fail"/>
  <xsl:mode name="m:report" on-no-match="fail"/>
  <xsl:mode name="m:sign" on-no-match="fail"/>

  <xsl:output method="json"/>

  <xsl:param name="links" as="xs:string" select="'{}'"/>
  <xsl:param name="labels" as="xs:string" select="'{}'"/>
  <xsl:param name="reports" as="xs:string" select="'{}'"/>
  <xsl:param name="unknown" as="xs:string" select="'fail'"/>
  <xsl:param name="layer" as="xs:string" select="'reading'"/>
  <xsl:param name="language" as="xs:string" select="''"/>

  <xsl:template match="/" as="map(xs:string, xs:string)">
    <xsl:variable name="text" as="element(text)?" select="(TEI/text)[1]"/>
    <xsl:variable name="heading" as="element()?" select="f:main-heading(.)"/>
    <xsl:if test="empty($text)">
      <xsl:sequence select="f:fail(*, 'no-text', 'holds no text', 'Give it a TEI file with a text.')"/>
    </xsl:if>
    <xsl:variable name="title" as="node()*">
      <xsl:apply-templates select="$heading" mode="m:heading"/>
    </xsl:variable>
    <xsl:variable name="front" as="node()*">
      <xsl:apply-templates select="$text/front/node()" mode="m:html"/>
    </xsl:variable>
    <xsl:variable name="body" as="node()*">
      <xsl:apply-templates select="$text/node() ! (if (self::body) then node() else .[not(self::front or self::back)])"
        mode="m:html"/>
    </xsl:variable>
    <xsl:variable name="back" as="node()*">
      <xsl:apply-templates select="$text/back/node()" mode="m:html"/>
    </xsl:variable>
    <xsl:variable name="notes" as="node()*">
      <xsl:apply-templates select="$text, TEI/standOff/listAnnotation" mode="m:endnote"/>
    </xsl:variable>
    <xsl:sequence select="map {
      'title': f:serialized($title),
      'front': f:serialized($front),
      'body': f:serialized($body),
      'back': f:serialized($back),
      'notes': f:serialized($notes)
    }"/>
  </xsl:template>

  <!-- The page sets the main heading as its h1: it comes alone, and is left out of its place. -->
  <xsl:variable name="main-heading" as="element()?" select="
    let $text := (/TEI/text)[1],
      $first := ($text/front/head, $text/body/head, $text/body[count(*) eq 1]/div/head)[1]
    return ($first[not(f:holds-block(.)) and f:begins(., $text)], f:titles(/TEI/teiHeader/fileDesc/titleStmt/title))[1]"/>

  <!-- Titles with words, the one of the document itself first; as edition/reading/genres.py has them. -->
  <xsl:function name="f:titles" as="element(title)*">
    <xsl:param name="given" as="element(title)*"/>
    <xsl:variable name="known" as="element(title)*" select="$given[matches(., '\S')]"/>
    <xsl:sequence select="$known[@type = 'main'], $known[@level = 'a'], $known[not(@type)][not(@level = 's')],
      $known[not(@type)], $known"/>
  </xsl:function>

  <xsl:function name="f:main-heading" as="element()?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="$main-heading[root() is $document]"/>
  </xsl:function>

  <!-- Whether no words of a text stand before an element. -->
  <xsl:function name="f:begins" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="text" as="element(text)"/>
    <xsl:sequence select="exists($text/descendant::text()[matches(., '\S')][not(ancestor::fw)][1]/ancestor::*[. is $element])"/>
  </xsl:function>

  <!-- Its mark goes with it; its notes stay where the text has it. -->
  <xsl:template match="head | title" mode="m:heading">
    <xsl:variable name="attributes" as="attribute()*" select="f:attributes(., ())"/>
    <xsl:choose>
      <xsl:when test="exists($attributes)">
        <span>
          <xsl:sequence select="$attributes"/>
          <xsl:call-template name="content"/>
        </span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="content"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="marks"/>
  </xsl:template>

  <xsl:template match="head[. is f:main-heading(root())]" priority="2" mode="m:html"/>

  <xsl:function name="f:serialized" as="xs:string">
    <xsl:param name="html" as="node()*"/>
    <xsl:sequence select="serialize($html, map {
      'method': 'html', 'version': '5.0', 'indent': false(), 'include-content-type': false(), 'escape-uri-attributes': false()
    })"/>
  </xsl:function>

</xsl:stylesheet>
