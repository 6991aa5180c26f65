<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: divisions, headings, paragraphs and lists.
  Input:   what stands directly in front, body, back or a division.
  Output:  HTML blocks; a paragraph that the source numbers carries its number as a permalink.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:variable name="reports-of-blocks" as="map(xs:string, xs:string)" select="parse-json($reports)"/>

  <!-- Between blocks white space only lays out the file. -->
  <xsl:template priority="1" match="(front | body | back | div | argument | epigraph | cit | list | listBibl)
    /text()[not(matches(., '\S'))]"/>

  <xsl:template match="div[f:sub-head(.)]">
    <section>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <xsl:template match="div">
    <div>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- h1 is the title of the page. -->
  <xsl:template match="div/head">
    <xsl:element name="h{min((count(ancestor::div[f:sub-head(.)]) + 1, 6))}">
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:call-template name="content"/>
      <xsl:call-template name="marks"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:sub-head" as="element(head)?">
    <xsl:param name="div" as="element(div)"/>
    <xsl:sequence select="$div/head[1] except f:main-heading(root($div))"/>
  </xsl:function>

  <xsl:template match="byline">
    <p>
      <xsl:sequence select="f:attributes(., 'byline')"/>
      <xsl:call-template name="content"/>
      <xsl:call-template name="marks"/>
    </p>
  </xsl:template>

  <xsl:template match="argument">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="p">
    <!-- A p of HTML would end where a list begins. -->
    <xsl:element name="{if (f:holds-block(.)) then 'div' else 'p'}">
      <xsl:sequence select="f:attributes(., if (parent::argument) then 'lead' else 'paragraph')"/>
      <xsl:apply-templates select="@n[current()/@xml:id]"/>
      <xsl:call-template name="content"/>
      <xsl:call-template name="marks"/>
      <xsl:apply-templates select="@n" mode="m:report"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="p/@n" as="node()+">
    <a class="number" href="#{../@xml:id}" aria-label="{f:word('paragraph', ..)} {.}">
      <xsl:sequence select="f:spoken(..)"/>
      <xsl:value-of select="."/>
    </a>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- Which paragraph is meant is said to those who do not see where the link stands. -->
  <xsl:template match="p/@n" mode="m:report" as="node()*">
    <xsl:variable name="number" as="attribute()" select="."/>
    <xsl:for-each select="$reports-of-blocks(string(../@xml:id))">
      <xsl:text> </xsl:text>
      <a class="report" href="{.}">
        <xsl:sequence select="f:spoken($number/..)"/>
        <xsl:text>{f:word('report', $number/..)} </xsl:text>
        <span class="visually-hidden">{f:word('report-in', $number/..)} {$number} </span>
        <xsl:text>{f:word('report-end', $number/..)}</xsl:text>
      </a>
    </xsl:for-each>
  </xsl:template>

  <!-- In HTML the heading of a list stands before it. -->
  <xsl:template match="list | listBibl">
    <xsl:apply-templates select="head"/>
    <xsl:element name="{if (@type eq 'numbered') then 'ol' else 'ul'}">
      <xsl:sequence select="f:attributes(., 'bibliography'[current()/self::listBibl])"/>
      <xsl:apply-templates select="node() except head"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="list/head | listBibl/head">
    <p>
      <xsl:sequence select="f:attributes(., 'list-head')"/>
      <xsl:call-template name="content"/>
    </p>
  </xsl:template>

  <xsl:template match="item | listBibl/bibl">
    <li>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:call-template name="content"/>
      <xsl:call-template name="marks"/>
      <xsl:call-template name="notes-of-block"/>
    </li>
  </xsl:template>

  <xsl:function name="f:holds-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/descendant::*[self::p or self::list or self::listBibl][not(ancestor::note)])"/>
  </xsl:function>

</xsl:stylesheet>
