<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: the critical apparatus.
  Input:   app with lem, rdg and rdgGrp; the witnesses of the header.
  Output:  in the text the words that are read and a letter; in m:endnote the list of entries: the words, then each other reading
           with its witnesses.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="app" as="node()*">
    <xsl:variable name="id" as="xs:string" select="f:app-id(.)"/>
    <xsl:variable name="letter" as="xs:string" select="f:app-letter(.)"/>
    <xsl:element name="{f:tag(., 'span')}">
      <xsl:sequence select="f:class(., 'variant')"/>
      <xsl:attribute name="id" select="$id || '.lemma'"/>
      <xsl:sequence select="f:language(.)"/>
      <xsl:apply-templates select="text() | f:chosen(., $layer)"/>
      <a class="generated app-mark" id="{$id}.mark" href="#{$id}" role="doc-noteref"
        aria-label="{f:word('reading')} {$letter}">
        <xsl:sequence select="f:spoken()"/>
        <xsl:value-of select="$letter"/>
      </a>
    </xsl:element>
  </xsl:template>

  <xsl:template match="lem | rdg">
    <xsl:call-template name="plain"/>
  </xsl:template>

  <xsl:template match="rdgGrp">
    <xsl:call-template name="plain">
      <xsl:with-param name="nodes" select="text() | f:chosen(., $layer)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The entries, also of readings in readings. -->
  <xsl:template name="apparatus" as="element()*">
    <xsl:variable name="entries" as="element(app)*" select="descendant::app[f:is-listed(.)]"/>
    <xsl:if test="exists($entries)">
      <h3 class="generated readings-head">
        <xsl:sequence select="f:spoken()"/>
        <xsl:value-of select="f:word('readings')"/>
      </h3>
      <ol class="readings">
        <xsl:apply-templates select="$entries" mode="m:endnote"/>
      </ol>
    </xsl:if>
  </xsl:template>

  <xsl:template match="app" mode="m:endnote" as="element()">
    <xsl:variable name="read" as="element()?" select="f:read(.)"/>
    <xsl:variable name="id" as="xs:string" select="f:app-id(.)"/>
    <li id="{$id}">
      <span class="generated app-letter">{f:app-letter(.)}</span>
      <xsl:text> </xsl:text>
      <xsl:call-template name="lemma">
        <xsl:with-param name="words" select="f:shortened(tokenize(f:plain($read)))"/>
      </xsl:call-template>
      <xsl:sequence select="f:sigla($read)"/>
      <xsl:text>] </xsl:text>
      <xsl:for-each select="f:readings(.) except $read">
        <xsl:value-of select="if (position() gt 1) then '; ' else ''"/>
        <xsl:call-template name="reading"/>
      </xsl:for-each>
      <xsl:apply-templates select="f:within(.)/(self::note | self::noteGrp)"/>
      <xsl:for-each select="f:within(.)/self::witDetail">
        <xsl:text> (</xsl:text>
        <xsl:call-template name="content"/>
        <xsl:text>)</xsl:text>
      </xsl:for-each>
      <xsl:text>&#160;</xsl:text>
      <a class="back" href="#{$id}.mark" role="doc-backlink" aria-label="{f:word('back')}">
        <xsl:sequence select="f:spoken()"/>
        <xsl:text>↩</xsl:text>
      </a>
    </li>
  </xsl:template>

  <xsl:template name="lemma" as="element()">
    <xsl:param name="words" as="xs:string" required="yes"/>
    <xsl:choose>
      <xsl:when test="$words">
        <span class="generated lemma">{$words}</span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="nothing"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="reading" as="node()*">
    <xsl:choose>
      <xsl:when test="node()[self::* or matches(., '\S')]">
        <xsl:apply-templates select="."/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="nothing"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:sequence select="f:sigla(.)"/>
  </xsl:template>

  <!-- Where a witness, or the text, has no words. -->
  <xsl:template name="nothing" as="element()">
    <i class="generated">
      <xsl:sequence select="f:spoken()"/>
      <xsl:value-of select="f:word('missing')"/>
    </i>
  </xsl:template>

  <!-- The reading of the text itself, also in a group. -->
  <xsl:function name="f:read" as="element()?">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="(f:readings($app)/self::lem, f:readings($app))[1]"/>
  </xsl:function>

  <!-- What stands in an entry or in a group of it. -->
  <xsl:function name="f:within" as="element()*">
    <xsl:param name="group" as="element()"/>
    <xsl:sequence select="$group/(* except rdgGrp | rdgGrp/f:within(.))"/>
  </xsl:function>

  <xsl:function name="f:app-id" as="xs:string">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="string(($app/@xml:id, f:free-id('app_' || f:number($app), $app))[1])"/>
  </xsl:function>

  <xsl:function name="f:app-letter" as="xs:string">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="format-integer(max((f:number($app), 1)), 'a')"/>
  </xsl:function>

</xsl:stylesheet>
