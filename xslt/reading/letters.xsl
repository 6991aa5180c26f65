<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: letters: what opens and closes them.
  Input:   opener, closer and their parts, postscripts, addresses.
  Output:  blocks that style sheets put left or right.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="opener | closer | postscript | address">
    <xsl:call-template name="block">
      <xsl:with-param name="class" select="if (self::address) then 'postal' else local-name()"/>
      <xsl:with-param name="tag" select="'div'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="salute | signed | dateline | trailer">
    <xsl:call-template name="block">
      <xsl:with-param name="class" select="local-name()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="addrLine">
    <xsl:call-template name="block">
      <xsl:with-param name="class" select="'address-line'"/>
      <xsl:with-param name="tag" select="'div'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="street | postCode | postBox | email">
    <xsl:call-template name="plain"/>
  </xsl:template>

</xsl:stylesheet>
