<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: notes.
  Input:   note.
  Output:  in the text a numbered mark; in m:endnote the list of notes, each leading back.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="note" as="element()">
    <xsl:variable name="id" as="xs:string?" select="f:note-id(.)"/>
    <xsl:variable name="number" as="xs:integer" select="f:note-number(.)"/>
    <a class="note-mark" id="{$id}.mark" href="#{$id}" role="doc-noteref"
      aria-label="{f:word('note', .)} {$number}">
      <xsl:sequence select="f:spoken(.)"/>
      <xsl:value-of select="$number"/>
    </a>
  </xsl:template>

  <xsl:template match="text[descendant::note]" mode="m:endnote">
    <ol class="notes">
      <xsl:apply-templates select="descendant::note" mode="m:endnote"/>
    </ol>
  </xsl:template>

  <xsl:template match="text" mode="m:endnote"/>

  <xsl:template match="note" mode="m:endnote">
    <xsl:variable name="id" as="xs:string?" select="f:note-id(.)"/>
    <li id="{$id}" class="note">
      <xsl:sequence select="f:language(.)"/>
      <xsl:call-template name="content"/>
      <xsl:text> </xsl:text>
      <a class="back" href="#{$id}.mark" role="doc-backlink" aria-label="{f:word('back', .)}">
        <xsl:sequence select="f:spoken(.)"/>
        <xsl:text>↩</xsl:text>
      </a>
    </li>
  </xsl:template>

  <xsl:function name="f:note-id" as="xs:string?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="($note/@xml:id, f:note-anchor($note))[1]"/>
  </xsl:function>

  <xsl:function name="f:note-number" as="xs:integer">
    <xsl:param name="note" as="element(note)"/>
    <xsl:number select="$note" level="any" from="text"/>
  </xsl:function>

</xsl:stylesheet>
