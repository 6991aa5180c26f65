<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: attributes to be read.
  Input:   attList and what it may hold.
  Output:  definition lists; every attribute has an anchor: el-persName.ref, class-att.dated.when.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:reference"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="attList">
    <dt>{if (@org eq 'choice') then 'Attribute, eines davon' else 'Attribute'}</dt>
    <dd>
      <dl class="attributes">
        <xsl:apply-templates select="*"/>
      </dl>
    </dd>
  </xsl:template>

  <xsl:template match="attDef">
    <dt id="{f:attribute-anchor(.)}">
      <xsl:sequence select="f:code('attribute', '@' || @ident)"/>
      <xsl:for-each select="map{'req': 'Pflicht', 'rec': 'empfohlen'}(string(@usage))">
        <xsl:text> {.}</xsl:text>
      </xsl:for-each>
      <xsl:apply-templates select="gloss"/>
    </dt>
    <dd>
      <xsl:sequence select="f:described(.)"/>
      <xsl:for-each select="datatype">
        <p class="model">
          <xsl:apply-templates select="." mode="m:model"/>
        </p>
      </xsl:for-each>
      <xsl:apply-templates select="valList" mode="m:model"/>
      <xsl:apply-templates select="defaultVal, exemplum, remarks"/>
    </dd>
  </xsl:template>

  <xsl:template match="attRef">
    <dt>
      <xsl:sequence select="f:code('attribute', '@' || @name)"/>
    </dt>
    <dd>
      <xsl:text>wie in </xsl:text>
      <xsl:sequence select="f:link(f:spec(., @class, 'classSpec'))"/>
    </dd>
  </xsl:template>

  <xsl:template match="attList/attList">
    <dt>{if (@org eq 'choice') then 'eines von' else 'zusammen'}</dt>
    <dd>
      <dl class="attributes">
        <xsl:apply-templates select="*"/>
      </dl>
    </dd>
  </xsl:template>

  <xsl:function name="f:attribute-anchor" as="xs:string">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:variable name="spec" as="element()" select="$attribute/ancestor::*[self::elementSpec or self::classSpec]"/>
    <xsl:sequence select="$anchors(local-name($spec)) || $spec/@ident || '.' || replace($attribute/@ident, ':', '-')"/>
  </xsl:function>

  <xsl:function name="f:inherited" as="element()*">
    <xsl:param name="attributes" as="element(attDef)*"/>
    <xsl:if test="$attributes">
      <dt>Attribute aus Klassen</dt>
      <dd>
        <ul class="inherited">
          <xsl:for-each select="$attributes">
            <li>
              <a href="#{f:attribute-anchor(.)}">
                <xsl:sequence select="f:code('attribute', '@' || @ident)"/>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </dd>
    </xsl:if>
  </xsl:function>

  <xsl:template match="defaultVal">
    <p>Ohne Angabe gilt <code class="value">{.}</code>.</p>
  </xsl:template>
</xsl:stylesheet>
