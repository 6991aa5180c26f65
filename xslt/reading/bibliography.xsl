<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: what a bibliographic entry is made of.
  Input:   bibl and its parts; the entry of a list is in blocks.xsl, its title in names.xsl.
  Output:  the words in their order: the printed entry brings its own punctuation.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="bibl | author | editor | docAuthor | pubPlace | publisher | biblScope | series | extent | measure
    | textLang | idno | relatedItem">
    <xsl:call-template name="plain"/>
  </xsl:template>

</xsl:stylesheet>
