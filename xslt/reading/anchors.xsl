<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: the ids of places that have none in the source: mentions, dates, corrections, notes.
  Input:   elements inside text.
  Output:  functions; an anchor is block, entity and count (p-12.serge-victor.2), so that tagging another name
           moves nobody else's.
  Note:    edition/anchors.py counts in the same way, without asking here.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:key name="mention" composite="yes"
    match="(persName | placeName | orgName | title | objectName | rs | date)[f:is-mention(.)]"
    use="generate-id(f:block(.)), f:entity(.)"/>
  <xsl:key name="date" match="date[not(f:is-mention(.))]" use="generate-id(f:block(.))"/>
  <xsl:key name="note" match="note | witDetail[f:is-note(.)]" use="generate-id(f:block(.))"/>
  <xsl:key name="correction" match="choice" use="generate-id(f:block(.))"/>

  <!-- A mention points to an entry of the lists by a prefix; an address or a place in this file is none. -->
  <xsl:function name="f:is-mention" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/@ref[contains(., ':')][not(contains(., '//'))])"/>
  </xsl:function>

  <xsl:function name="f:pointers" as="xs:string*">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="tokenize($mention/@ref)"/>
  </xsl:function>

  <xsl:function name="f:kind" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="substring-before(f:pointers($mention)[1], ':')"/>
  </xsl:function>

  <xsl:function name="f:entity" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="substring-after(f:pointers($mention)[1], ':')"/>
  </xsl:function>

  <!-- The citable unit an element stands in. -->
  <xsl:function name="f:block" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/ancestor::*[f:is-unit(.)][1]"/>
  </xsl:function>

  <xsl:function name="f:mention-anchor" as="xs:string?">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="block" as="element()?" select="f:block($mention)"/>
    <xsl:variable name="entity" as="xs:string" select="f:entity($mention)"/>
    <!-- A name in the commentary is a link, but no mention. -->
    <xsl:sequence select="$mention[ancestor::text]
      ! f:anchor(., $block, $entity, key('mention', (generate-id($block), $entity), root(.)))"/>
  </xsl:function>

  <xsl:function name="f:date-anchor" as="xs:string?">
    <xsl:param name="date" as="element(date)"/>
    <xsl:variable name="block" as="element()?" select="f:block($date)"/>
    <xsl:sequence select="f:anchor($date, $block, 'date', key('date', generate-id($block), root($date)))"/>
  </xsl:function>

  <xsl:function name="f:correction-anchor" as="xs:string?">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:variable name="block" as="element()?" select="f:block($choice)"/>
    <xsl:sequence select="f:anchor($choice, $block, 'corr', key('correction', generate-id($block), root($choice)))"/>
  </xsl:function>

  <!-- A detail on a witness is a note like any other where it does not stand among the readings. -->
  <xsl:function name="f:is-note" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::note or self::witDetail[not(parent::app or parent::rdgGrp)]])"/>
  </xsl:function>

  <xsl:function name="f:note-anchor" as="xs:string?">
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="block" as="element()?" select="f:block($note)"/>
    <xsl:sequence select="f:anchor($note, $block, 'note', key('note', generate-id($block), root($note)))"/>
  </xsl:function>

  <xsl:function name="f:anchor" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="block" as="element()?"/>
    <xsl:param name="what" as="xs:string"/>
    <xsl:param name="same" as="element()+"/>
    <xsl:sequence select="
      if ($block/@xml:id) then string-join(($block/@xml:id, $what, count($same[. &lt;&lt; $element]) + 1), '.')
      else f:fail($element, 'no-anchor', 'stands in no paragraph with an xml:id', 'Give the paragraph an xml:id.')"/>
  </xsl:function>

</xsl:stylesheet>
