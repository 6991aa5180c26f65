<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: pictures, formulas, music.
  Input:   figure, graphic, media, formula, notatedMusic.
  Output:  figures; pictures of the edition itself are shown, those elsewhere are linked and never loaded.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- HTML has its caption first or last. -->
  <xsl:template match="figure">
    <xsl:variable name="caption" as="element(head)*" select="f:leading-heads(.)"/>
    <figure>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:if test="$caption">
        <figcaption>
          <xsl:apply-templates select="$caption"/>
        </figcaption>
      </xsl:if>
      <xsl:call-template name="content">
        <xsl:with-param name="nodes" select="node() except $caption"/>
      </xsl:call-template>
      <xsl:if test="not(graphic | media)">
        <xsl:apply-templates select="figDesc[matches(., '\S')]" mode="m:sign"/>
      </xsl:if>
    </figure>
  </xsl:template>

  <xsl:template match="figDesc" mode="m:sign" as="element()">
    <span class="generated figure-description">
      <xsl:sequence select="f:language(.)"/>
      <xsl:text>[{f:plain(.)}]</xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="graphic | media" as="element()">
    <xsl:variable name="picture" as="xs:string?" select="@url[starts-with(., 'image:')] ! f:url(., current())"/>
    <xsl:choose>
      <xsl:when test="self::graphic and exists($picture)">
        <img>
          <xsl:sequence select="f:attributes(., ())"/>
          <xsl:attribute name="src" select="$picture"/>
          <xsl:attribute name="alt" select="f:described(.)"/>
          <xsl:attribute name="loading" select="'lazy'"/>
        </img>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="picture-elsewhere"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="picture-elsewhere" as="element()">
    <xsl:variable name="address" as="xs:string?" select="f:address(@url)"/>
    <xsl:element name="{if ($address) then 'a' else 'span'}">
      <xsl:sequence select="f:attributes(., ('generated', 'picture'))"/>
      <xsl:for-each select="$address">
        <xsl:attribute name="href" select="."/>
      </xsl:for-each>
      <xsl:variable name="words" as="xs:string" select="(f:described(.)[. ne ''], f:word('picture'))[1]"/>
      <xsl:value-of select="if ($address) then $words else '[' || $words || ']'"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:described" as="xs:string">
    <xsl:param name="picture" as="element()"/>
    <xsl:sequence select="string-join(($picture/desc, $picture/parent::figure/figDesc) ! f:plain(.), ' ')"/>
  </xsl:function>

  <xsl:template match="formula | notatedMusic">
    <xsl:call-template name="phrase">
      <xsl:with-param name="class" select="if (self::formula) then 'formula' else 'music'"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
