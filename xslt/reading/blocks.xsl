<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: divisions, headings and paragraphs.
  Input:   what stands directly in front, body, back or a division.
  Output:  HTML blocks; a paragraph that the source numbers carries its number as a permalink.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:a="urn:edition:adopted"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:variable name="reports-of-blocks" as="map(xs:string, xs:string)" select="parse-json($reports)"/>

  <!-- Between blocks white space only lays out the file. -->
  <xsl:template priority="1" match="(text | front | body | back | div | lg | sp | group | titlePage)/text()[not(matches(., '\S'))]
    [not((preceding-sibling::node()[1], following-sibling::node()[1])/self::* ! map:contains($marks, f:name(.)) = true())]"/>

  <xsl:template priority="1" match="(argument | epigraph | cit[f:tag(., 'span') ne 'span'])/text()[not(matches(., '\S'))]
    [not(../text()[matches(., '\S')])]"/>

  <xsl:template match="div">
    <xsl:element name="{f:section-tag(.)}">
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- HTML wants a heading in a section. -->
  <xsl:function name="f:section-tag" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (f:sub-head($element)[not(f:holds-block(.))]) then 'section' else 'div'"/>
  </xsl:function>

  <!-- h1 is the title of the page; of several headings the first one counts. -->
  <xsl:template match="head[. is f:sub-head(..)][not(f:holds-block(.))]">
    <xsl:element name="h{f:depth(.)}">
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:call-template name="content"/>
      <xsl:call-template name="marks"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="head[. is f:sub-head(..)]" priority="0.4">
    <div role="heading" aria-level="{f:depth(.)}">
      <xsl:sequence select="f:attributes(., 'heading')"/>
      <xsl:call-template name="content"/>
      <xsl:call-template name="marks"/>
    </div>
  </xsl:template>

  <xsl:template match="head">
    <xsl:call-template name="block">
      <xsl:with-param name="class" select="if (f:is-section(..)) then 'sub-heading' else 'list-head'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="f:depth" as="xs:integer">
    <xsl:param name="head" as="element(head)"/>
    <xsl:sequence select="min((count($head/ancestor::*[f:sub-head(.)]) + 1, 6))"/>
  </xsl:function>

  <!-- Has a heading in the outline of the page. -->
  <xsl:function name="f:is-section" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::div or self::front or self::body or self::back or self::group or self::text
      or self::set or self::prologue or self::epilogue or self::performance])"/>
  </xsl:function>

  <xsl:function name="f:sub-head" as="element(head)?">
    <xsl:param name="section" as="element()"/>
    <xsl:sequence select="$section[f:is-section(.)]/head[1][matches(., '\S')] except f:main-heading(root($section))"/>
  </xsl:function>

  <xsl:template match="byline">
    <xsl:call-template name="block">
      <xsl:with-param name="class" select="'byline'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Its paragraphs say what it is; words that stand in none would run into those around them. -->
  <xsl:template match="argument[not(@a:unit)]
    [not(text()[matches(., '\S')] or *[not(f:is-block(.) or map:contains($marks, f:name(.)))])]">
    <xsl:value-of select="' '[not(current()/*[f:is-block(.)])]"/>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="argument">
    <xsl:call-template name="block">
      <xsl:with-param name="class" select="'lead'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Its lines and spaces are part of what it shows. -->
  <xsl:template match="eg">
    <xsl:call-template name="block">
      <xsl:with-param name="class" select="'eg'"/>
      <xsl:with-param name="tag" select="'pre'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p | ab">
    <!-- A p of HTML would end where a list begins. -->
    <xsl:element name="{if (f:holds-block(.)) then 'div' else 'p'}">
      <xsl:sequence select="f:attributes(., if (parent::argument) then 'lead' else 'paragraph')"/>
      <xsl:apply-templates select="@n[current()/@xml:id]"/>
      <xsl:call-template name="content"/>
      <xsl:call-template name="marks"/>
      <xsl:apply-templates select="@n" mode="m:report"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="(p | ab)/@n" as="node()+">
    <a class="number" href="#{../@xml:id}" aria-label="{f:word('paragraph')} {.}">
      <xsl:sequence select="f:spoken()"/>
      <xsl:value-of select="."/>
    </a>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- Which paragraph is meant is said to those who do not see where the link stands. -->
  <xsl:template match="(p | ab)/@n" mode="m:report" as="node()*">
    <xsl:variable name="number" as="attribute()" select="."/>
    <xsl:for-each select="$reports-of-blocks(string(../@xml:id))">
      <xsl:text> </xsl:text>
      <a class="report" href="{.}">
        <xsl:sequence select="f:spoken()"/>
        <xsl:text>{f:word('report')} </xsl:text>
        <span class="visually-hidden">{f:word('report-in')} {$number} </span>
        <xsl:text>{f:word('report-end')}</xsl:text>
      </a>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
