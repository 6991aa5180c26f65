<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: datatypes and lists of values of an ODD as RELAX NG patterns.
  Input:   dataRef, valList.
  Output:  patterns.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:once"
  xmlns="http://relaxng.org/ns/structure/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:variable name="xsd-types" as="xs:string*" select="
    tokenize('string token normalizedString language NMTOKEN NMTOKENS Name NCName ID IDREF IDREFS ENTITY ENTITIES
    QName NOTATION anyURI boolean base64Binary hexBinary float double decimal integer nonPositiveInteger
    negativeInteger long int short byte nonNegativeInteger unsignedLong unsignedInt unsignedShort unsignedByte
    positiveInteger duration dateTime time date gYearMonth gYear gMonthDay gDay gMonth')"/>

  <xsl:template match="dataRef[@key][not(@name | @ref | @restriction | *)]">
    <ref name="{f:spec(., @key, 'dataSpec')/@ident}"/>
  </xsl:template>

  <xsl:template match="dataRef[@name][not(@key | @ref)]">
    <xsl:if test="not(@name = $xsd-types)">
      <xsl:sequence select="f:fail(., 'XML Schema has no datatype of this name')"/>
    </xsl:if>
    <data type="{@name}">
      <xsl:apply-templates select="@restriction, *"/>
    </data>
  </xsl:template>

  <xsl:template match="dataRef/@restriction">
    <param name="pattern">
      <xsl:try select="if (string(matches('', .))) then string(.) else ''">
        <xsl:catch errors="*" select="f:fail(.., '&quot;' || . || '&quot; is not a regular expression')"/>
      </xsl:try>
    </param>
  </xsl:template>

  <xsl:template match="dataFacet">
    <param name="{@name}">{@value}</param>
  </xsl:template>

  <xsl:template match="dataRef" priority="-0.4">
    <xsl:sequence select="f:fail(., 'name a type of XML Schema (name, perhaps with restriction) or a dataSpec (key)')"/>
  </xsl:template>

  <xsl:template match="valList[@type eq 'closed'][valItem]">
    <choice>
      <xsl:apply-templates select="* except (desc, gloss)"/>
    </choice>
  </xsl:template>

  <xsl:template match="valList" priority="-0.4">
    <xsl:sequence select="f:fail(., 'only a closed list with values decides what is allowed')"/>
  </xsl:template>

  <xsl:template match="valItem[@ident][every $part in * satisfies f:is-prose($part)]">
    <value>{@ident}</value>
    <xsl:apply-templates select="." mode="m:documentation"/>
  </xsl:template>
</xsl:stylesheet>
