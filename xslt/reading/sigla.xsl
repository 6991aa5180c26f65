<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: the witnesses of a reading.
  Input:   lem and rdg with @wit, or with wit behind them; the witnesses of the header.
  Output:  their sigla.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="f:sigla" as="element()?">
    <xsl:param name="reading" as="element()?"/>
    <xsl:variable name="sigla" as="xs:string*" select="
      if ($reading/@wit) then tokenize($reading/@wit) ! f:siglum(., $reading)
      else $reading/following-sibling::*[1]/self::wit ! f:plain-form(.)"/>
    <xsl:if test="exists($sigla)">
      <span class="{('generated'[$reading/@wit], 'sigla')}"> {string-join($sigla, f:between($sigla))}</span>
    </xsl:if>
  </xsl:function>

  <!-- Short sigla are set side by side; where one is long or has a space in it, nobody would see where it ends. -->
  <xsl:function name="f:between" as="xs:string">
    <xsl:param name="sigla" as="xs:string+"/>
    <xsl:sequence select="if (some $one in $sigla satisfies matches($one, '\s|.{6}')) then ', ' else ' '"/>
  </xsl:function>

  <!-- What a witness is called: as its entry says, else as it is pointed to. -->
  <xsl:function name="f:siglum" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="from" as="element()"/>
    <xsl:variable name="id" as="xs:string" select="replace($pointer, '^.*[#:]', '')"/>
    <xsl:variable name="witness" as="element()?" select="key('id', $id, root($from))[1]"/>
    <xsl:sequence select="string(($witness/@n, $witness/(abbr | idno)[@type = 'siglum'] ! f:plain-form(.),
      $witness/@xml:id, $id)[. ne ''][1])"/>
  </xsl:function>

</xsl:stylesheet>
