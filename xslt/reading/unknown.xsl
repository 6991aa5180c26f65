<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: elements that no other module knows.
  Input:   any element.
  Output:  an error that names it; with unknown='render' its content, in an element that says what it was.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="*" priority="-2">
    <xsl:sequence select="f:fail(., 'unknown-element', 'has no template here',
      'Use another element, or add a template in xslt/reading and a case in tests/prose.')"/>
    <xsl:element name="{f:tag(., 'span')}">
      <xsl:sequence select="f:attributes(., 'unknown')"/>
      <xsl:attribute name="data-tei" select="local-name()"/>
      <xsl:call-template name="content"/>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
