<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: verse.
  Input:   lg, l and what stands in a line.
  Output:  stanzas and lines; every fifth line that the source numbers shows its number.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="lg">
    <xsl:call-template name="block">
      <xsl:with-param name="class" select="if (lg) then 'stanzas' else 'stanza'"/>
      <xsl:with-param name="tag" select="'div'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="l">
    <div>
      <xsl:sequence select="f:attributes(., ('verse', f:indent(.)))"/>
      <xsl:apply-templates select="@n[. castable as xs:positiveInteger][xs:positiveInteger(.) mod 5 eq 0]"/>
      <xsl:call-template name="content"/>
      <xsl:call-template name="marks"/>
    </div>
  </xsl:template>

  <xsl:template match="l/@n" as="element()">
    <span class="generated verse-number">{.}</span>
  </xsl:template>

  <!-- How far a line is moved in: as the source says, or because it goes on with what another speaker began. -->
  <xsl:function name="f:indent" as="xs:string?">
    <xsl:param name="line" as="element(l)"/>
    <xsl:variable name="said" as="xs:string" select="lower-case(string-join($line/(@rend, @rendition), ' '))"/>
    <xsl:variable name="steps" as="xs:string?" select="
      if (matches($said, 'ind[a-z]*[-_ (]*[1-9]')) then replace($said, '^.*ind[a-z]*[-_ (]*([1-9]).*$', '$1', 's')
      else '1'[matches($said, 'indent|indented|einzug|eingerückt')][not(matches($said, 'ind[a-z]*[-_ (]*0'))]"/>
    <xsl:sequence select="if ($line/@part = ('M', 'F')) then 'continued'
      else $steps ! ('indent-' || min((xs:integer(.), 4)))"/>
  </xsl:function>

  <xsl:template match="caesura">
    <span>
      <xsl:sequence select="f:attributes(., 'caesura')"/>
    </span>
  </xsl:template>

  <xsl:template match="rhyme | enjamb">
    <xsl:call-template name="plain"/>
  </xsl:template>

</xsl:stylesheet>
