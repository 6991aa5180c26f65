<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: content models to be read: (head?, (p | list)+), every name a link.
  Input:   content and what it may hold; datatype.
  Output:  text and links.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:model"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="content | datatype">
    <xsl:sequence select="f:joined(*, ', ')"/>
    <xsl:sequence select="f:occurrence(self::datatype)"/>
  </xsl:template>

  <xsl:template match="sequence | alternate">
    <xsl:variable name="sign" as="xs:string" select="
      if (self::alternate) then ' | ' else if (@preserveOrder = ('false', '0')) then ' &amp; ' else ', '"/>
    <xsl:text>(</xsl:text>
    <xsl:sequence select="f:joined(*, $sign)"/>
    <xsl:text>)</xsl:text>
    <xsl:sequence select="f:occurrence(.)"/>
  </xsl:template>

  <xsl:function name="f:joined" as="node()*">
    <xsl:param name="parts" as="element()*"/>
    <xsl:param name="sign" as="xs:string"/>
    <xsl:for-each select="$parts">
      <xsl:if test="position() gt 1">
        <xsl:text>{$sign}</xsl:text>
      </xsl:if>
      <xsl:apply-templates select="." mode="m:model"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:occurrence" as="text()?">
    <xsl:param name="part" as="element()?"/>
    <xsl:variable name="least" as="xs:string" select="string(($part/@minOccurs, '1')[1])"/>
    <xsl:variable name="most" as="xs:string" select="string(($part/@maxOccurs, '1')[1])"/>
    <xsl:variable name="signs" as="map(*)" select="
      map{'1-1': '', '0-1': '?', '0-unbounded': '*', '1-unbounded': '+'}"/>
    <xsl:value-of select="
      ($signs($least || '-' || $most), '{' || $least || ',' || replace($most, 'unbounded', '') || '}')[1]"/>
  </xsl:function>

  <xsl:template match="elementRef | classRef | macroRef | dataRef[@key]">
    <xsl:sequence select="f:link(key('spec', @key))"/>
    <xsl:for-each select="@expand, @include, @except">
      <xsl:text> [{name()}: {.}]</xsl:text>
    </xsl:for-each>
    <xsl:sequence select="f:occurrence(.)"/>
  </xsl:template>

  <xsl:template match="dataRef[@name]">
    <xsl:sequence select="f:code('type', 'xsd:' || @name)"/>
    <xsl:for-each select="@restriction | dataFacet">
      <xsl:text>, {(@name, 'pattern')[1]} </xsl:text>
      <xsl:sequence select="f:code('pattern', string((@value, .)[1]))"/>
    </xsl:for-each>
    <xsl:sequence select="f:occurrence(.)"/>
  </xsl:template>

  <xsl:template match="textNode">
    <xsl:text>Text</xsl:text>
  </xsl:template>

  <xsl:template match="empty">
    <xsl:text>leer</xsl:text>
  </xsl:template>

  <xsl:template match="anyElement">
    <xsl:text>beliebige fremde Elemente</xsl:text>
    <xsl:sequence select="f:occurrence(.)"/>
  </xsl:template>

  <xsl:template match="valList">
    <xsl:sequence select="f:described(.)"/>
    <dl class="values">
      <xsl:for-each select="valItem">
        <dt>
          <xsl:sequence select="f:code('value', @ident)"/>
        </dt>
        <dd>
          <xsl:sequence select="f:described(.)"/>
        </dd>
      </xsl:for-each>
    </dl>
  </xsl:template>

  <!-- The names of the elements that a specification lets in, through classes and macros. -->
  <xsl:function name="f:admitted" as="xs:string*">
    <xsl:param name="spec" as="element()"/>
    <xsl:for-each select="$spec/content//(elementRef | classRef | macroRef)">
      <xsl:sequence select="
        if (self::elementRef) then string(@key)
        else if (self::macroRef) then f:admitted(f:spec(., @key, 'macroSpec'))
        else f:members(f:spec(., @key, 'classSpec'))[not(@ident = tokenize(current()/@except))]
        [@ident = tokenize(current()/@include) or not(current()/@include)]/string(@ident)"/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
