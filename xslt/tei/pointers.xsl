<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: pointers of the edition as addresses.
  Input:   attributes of TEI elements; $links, a JSON object with the address of every pointer that may occur.
  Output:  functions; the mode has no templates.
  Note:    which attributes hold pointers: TEI Guidelines, teidata.pointer; edition/checks/references.py has the same.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:pointers"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="m:pointers" on-no-match="fail"/>

  <xsl:param name="links" as="xs:string" select="'{}'"/>

  <xsl:variable name="addresses" as="map(xs:string, xs:string)" select="parse-json($links)"/>
  <xsl:variable name="pointing" as="map(xs:string, xs:boolean)" select="map:merge(
    tokenize('ref corresp target source who resp next prev datingPoint active passive mutual where ana sameAs copyOf
      scheme wit') ! map { .: true() })"/>

  <xsl:function name="f:points" as="xs:boolean">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:sequence select="exists($pointing(name($attribute)))"/>
  </xsl:function>

  <!-- The address of a pointer; what is no pointer into the lists stays. -->
  <xsl:function name="f:address" as="xs:string">
    <xsl:param name="token" as="xs:string"/>
    <xsl:sequence select="($addresses($token), $token)[1]"/>
  </xsl:function>

</xsl:stylesheet>
