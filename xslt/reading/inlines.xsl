<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: running text and what stands in it without being a name, a quotation, a date or a correction.
  Input:   text nodes and phrases.
  Output:  text and HTML phrases.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- $first and $last are the text nodes at the ends of a link, whose outer spaces stand outside it. -->
  <xsl:template match="text()" as="text()">
    <xsl:param name="first" as="text()?" tunnel="yes"/>
    <xsl:param name="last" as="text()?" tunnel="yes"/>
    <xsl:variable name="words" as="xs:string" select="if ($joined) then f:text(.) else string(.)"/>
    <xsl:variable name="started" as="xs:string" select="if (. is $first) then replace($words, '^\s+', '') else $words"/>
    <xsl:value-of select="if (. is $last) then replace($started, '\s+$', '') else $started"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()"/>

  <!-- Where marks of notes or other links stand in it, a link is drawn under each run of words between them. -->
  <xsl:template match="ref[@target]" as="element()">
    <xsl:variable name="url" as="xs:string?" select="tokenize(@target)[1] ! f:url(., current())"/>
    <xsl:variable name="whole" as="xs:boolean" select="exists($url) and not(f:holds-link(node()))"/>
    <xsl:variable name="content" as="node()*">
      <xsl:call-template name="content">
        <xsl:with-param name="href" select="$url[not($whole)]" tunnel="yes"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:element name="{if ($whole) then 'a' else f:tag(., 'span')}">
      <xsl:sequence select="f:attributes(., 'external'[matches($url, '^https?:')])"/>
      <xsl:if test="$whole">
        <xsl:attribute name="href" select="$url"/>
      </xsl:if>
      <!-- A link parts no words: among blocks it holds one. -->
      <xsl:choose>
        <xsl:when test="$whole and f:is-block(.)">
          <div>
            <xsl:sequence select="$content"/>
          </div>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$content"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

  <xsl:template match="emph">
    <xsl:call-template name="phrase">
      <xsl:with-param name="tag" select="'em'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="code | gi | att | val">
    <xsl:call-template name="phrase">
      <xsl:with-param name="tag" select="'code'"/>
      <xsl:with-param name="class" select="local-name()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="foreign">
    <xsl:call-template name="phrase">
      <xsl:with-param name="tag" select="'i'"/>
      <xsl:with-param name="class" select="'foreign'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A passage that the commentary points to. -->
  <xsl:template match="seg">
    <xsl:call-template name="plain"/>
  </xsl:template>

  <xsl:template match="term">
    <xsl:call-template name="plain">
      <xsl:with-param name="class" select="'technical'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Where the edition has put together what a page break cut apart. -->
  <xsl:template match="milestone[@unit eq 'join']">
    <xsl:variable name="meaning" as="xs:string" select="f:word('join')"/>
    <span role="img" aria-label="{$meaning}" title="{$meaning}">
      <xsl:sequence select="f:attributes(., 'join'), f:spoken()"/>
      <xsl:if test="$layer eq 'diplomatic'">¶</xsl:if>
    </span>
  </xsl:template>

</xsl:stylesheet>
