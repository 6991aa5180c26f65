<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: the reading text of an article in the elements that every viewer of TEI shows.
  Input:   a TEI document of the edition; $links, $address (see pointers.xsl, simplify.xsl); $made says what the file is.
  Output:  a TEI document: corrections applied, notes at their passages, pointers as addresses.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:header"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="simplify.xsl"/>

  <xsl:mode name="m:header" on-no-match="shallow-copy"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:param name="made" as="xs:string" required="yes"/>

  <xsl:variable name="table" as="element()">
    <table xmlns="">
      <row of="text front body back argument byline cit docAuthor epigraph foreign head item listBibl p soCalled term"
        keep="xml:id xml:lang n"/>
      <row of="div list" keep="xml:id xml:lang n type"/>
      <row of="persName placeName orgName name" keep="xml:id xml:lang ref cert"/>
      <row of="objectName" as="name" keep="xml:id xml:lang ref cert" add="type" value="object"/>
      <row of="rs" keep="xml:id xml:lang type ref cert"/>
      <row of="title" keep="xml:id xml:lang level ref cert"/>
      <row of="date" keep="xml:id xml:lang when from to notBefore notAfter ref cert"/>
      <row of="quote" keep="xml:id xml:lang type source next prev cert"/>
      <row of="bibl" keep="xml:id xml:lang corresp"/>
      <row of="author pubPlace publisher series extent" keep="xml:id xml:lang"/>
      <row of="editor" keep="xml:id xml:lang role"/>
      <row of="biblScope" keep="xml:id xml:lang unit"/>
      <row of="idno relatedItem" keep="xml:id type"/>
      <row of="textLang" keep="mainLang"/>
      <row of="measure" keep="unit quantity"/>
      <row of="emph" as="hi" keep="xml:id xml:lang" add="rend" value="italic"/>
      <row of="code gi att val" as="hi" keep="xml:id" add="rend" value="typewriter"/>
      <row of="note" keep="xml:id xml:lang type resp source cert"/>
      <row of="ref" keep="xml:id target"/>
    </table>
  </xsl:variable>

  <xsl:template match="sic | orig" mode="m:simple" priority="1"/>

  <xsl:template match="annotation" mode="m:note">
    <xsl:param name="again" tunnel="yes" as="xs:boolean"/>
    <note place="foot">
      <xsl:choose>
        <xsl:when test="$again">
          <xsl:attribute name="sameAs" select="'#' || @xml:id"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:copy-of select="@xml:id"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="note/(@type, @resp, @source, @cert, node())" mode="m:simple"/>
    </note>
  </xsl:template>

  <xsl:template match="text">
    <xsl:apply-templates select="." mode="m:simple"/>
  </xsl:template>

  <xsl:template match="TEI/standOff | listPrefixDef | schemaRef | /processing-instruction() | /comment()"/>

  <xsl:template match="@*[f:points(.)]">
    <xsl:apply-templates select="." mode="m:simple"/>
  </xsl:template>

  <xsl:template match="fileDesc/publicationStmt/availability[1]">
    <idno type="URL">{$address}</idno>
    <xsl:text>&#10;    </xsl:text>
    <xsl:copy-of select="."/>
  </xsl:template>

  <!-- What these principles say of the markup holds for the file this one is made from. -->
  <xsl:template match="editorialDecl">
    <xsl:copy>
      <p>{$made}</p>
    </xsl:copy>
  </xsl:template>

</xsl:stylesheet>
