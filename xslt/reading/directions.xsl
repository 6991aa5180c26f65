<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: the language of an element, and which way it runs.
  Input:   any element.
  Output:  the attributes lang and dir.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- text, front, body and back are not in the HTML: what stands in them takes over a language stated there. -->
  <xsl:function name="f:language" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="unseen" as="element()*" select="$element/parent::*[self::front or self::body or self::back]"/>
    <xsl:variable name="stated" as="attribute()*"
      select="$element/@xml:lang, $unseen/@xml:lang, $unseen/parent::text/@xml:lang"/>
    <xsl:if test="exists($stated)">
      <xsl:attribute name="lang" select="$stated[1]"/>
      <xsl:variable name="around" as="attribute()?" select="$element/ancestor::*[@xml:lang][1]/@xml:lang"/>
      <xsl:if test="f:runs-left($stated[1]) or f:runs-left($around)">
        <xsl:attribute name="dir" select="if (f:runs-left($stated[1])) then 'rtl' else 'ltr'"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <xsl:variable name="leftward-scripts" as="map(xs:string, xs:boolean)"
    select="f:set('arab hebr mand nkoo samr syrc thaa')"/>

  <xsl:variable name="leftward" as="map(xs:string, xs:boolean)"
    select="f:set('ar arc ckb dv fa he iw nqo ps sam sd syr ug ur yi')"/>

  <!-- Whether a language is written from right to left; edition/languages.py has the same table, and a test holds both
       together. -->
  <xsl:function name="f:runs-left" as="xs:boolean">
    <xsl:param name="language" as="xs:string?"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(lower-case($language), '-')"/>
    <xsl:variable name="script" as="xs:string?" select="$parts[2][matches(., '^[a-z]{4}$')]"/>
    <xsl:sequence select="if ($script) then map:contains($leftward-scripts, $script)
      else $parts[1] ! map:contains($leftward, .) = true()"/>
  </xsl:function>

</xsl:stylesheet>
