<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: notes.
  Input:   note; witDetail, where it does not stand among the readings of an apparatus.
  Output:  in the text a numbered mark; in m:endnote the list of notes, each leading back.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="note | witDetail" as="element()">
    <xsl:variable name="id" as="xs:string" select="f:note-id(.)"/>
    <xsl:variable name="name" as="xs:string" select="f:note-name(.)"/>
    <a class="note-mark" id="{$id}.mark" href="#{$id}" role="doc-noteref"
      aria-label="{f:word('note')} {$name}">
      <xsl:sequence select="f:spoken()"/>
      <xsl:value-of select="$name"/>
    </a>
  </xsl:template>

  <xsl:template match="noteGrp">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="text" mode="m:endnote">
    <xsl:variable name="notes" as="element()*" select="(descendant::note | descendant::witDetail)[f:is-note(.)][f:is-listed(.)]"/>
    <xsl:if test="exists($notes)">
      <ol class="notes">
        <xsl:apply-templates select="$notes" mode="m:endnote"/>
      </ol>
    </xsl:if>
    <xsl:call-template name="apparatus"/>
  </xsl:template>

  <!-- A note that the source names keeps its name; its number stays free. -->
  <xsl:template match="note | witDetail" mode="m:endnote">
    <xsl:variable name="id" as="xs:string" select="f:note-id(.)"/>
    <xsl:variable name="named" as="xs:boolean" select="f:note-name(.) ne string(f:number(.))"/>
    <li id="{$id}" class="{'note', 'named'[$named]}">
      <xsl:sequence select="f:language(.)"/>
      <xsl:if test="$named">
        <span class="generated note-name">{f:note-name(.)}</span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:for-each select="f:standing(.)">
        <span class="generated note-place">
          <xsl:sequence select="f:spoken()"/>
          <xsl:text>[{.}]</xsl:text>
        </span>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:call-template name="content"/>
      <xsl:text> </xsl:text>
      <a class="back" href="#{$id}.mark" role="doc-backlink" aria-label="{f:word('back')}">
        <xsl:sequence select="f:spoken()"/>
        <xsl:text>↩</xsl:text>
      </a>
    </li>
  </xsl:template>

  <xsl:function name="f:note-id" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="string(($note/@xml:id, $note[f:block(.)] ! f:note-anchor(.),
      f:free-id('note_' || f:number($note), $note))[1])"/>
  </xsl:function>

  <!-- What stands at the place of a note: its name in the source if that is short, else its number. -->
  <xsl:function name="f:note-name" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="string(($note/@n[matches(., '^\S{1,4}$')], f:number($note))[1])"/>
  </xsl:function>

  <!-- The number of a note, of a note of the commentary, of an entry of the apparatus; 0 where it stands on no page. -->
  <xsl:function name="f:number" as="xs:integer">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="($numbers(generate-id($element)), 0)[1]"/>
  </xsl:function>

  <!-- Each are counted by themselves, and once for all. -->
  <xsl:variable name="numbers" as="map(xs:string, xs:integer)" select="map:merge((
    f:counted(/TEI/text/(descendant::note | descendant::witDetail)[f:is-note(.)][f:is-listed(.)]),
    f:counted(/TEI/text/descendant::app[f:is-listed(.)]),
    //annotation/.. ! f:counted(annotation[@motivation eq 'commenting'])))"/>

  <xsl:function name="f:counted" as="map(xs:string, xs:integer)*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:sequence select="$elements ! map { generate-id() : position() }"/>
  </xsl:function>

  <!-- Whether something stands on the page, in the text or in its notes. -->
  <xsl:function name="f:is-listed" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="every $one in $element/ancestor-or-self::*[ancestor::text] satisfies
      exists($one[f:is-note(.)][not(parent::choice) or . is f:chosen(.., $layer)][not(parent::rdgGrp) or ancestor::app])
      or exists($one[parent::app or parent::rdgGrp/ancestor::app][self::lem or self::rdg or self::rdgGrp or self::witDetail
        or self::noteGrp])
      or f:is-part($one, $layer)
      or exists($one/parent::choice[f:is-correction(.)] ! (f:chosen(., 'reading'), f:chosen(., 'diplomatic'))[. is $one])"/>
  </xsl:function>

</xsl:stylesheet>
