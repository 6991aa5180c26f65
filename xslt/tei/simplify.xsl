<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: a text in fewer elements, as a table of the including stylesheet says.
  Input:   a TEI document of the edition; $table, rows of elements; $links, $address: see pointers.xsl.
  Output:  mode m:simple writes the text; notes stand where their passage ends, in mode m:note, which the including
           stylesheet writes.
  Note:    an element without a row leaves its content only, so that every word of the text comes out once.
           row: of (elements), as (another name), keep (attributes), add (an attribute), value (its value).
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:simple"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="pointers.xsl"/>

  <xsl:mode name="m:simple" on-no-match="shallow-skip"/>
  <xsl:mode name="m:add" on-no-match="fail"/>
  <xsl:mode name="m:note" on-no-match="fail"/>

  <!-- The reading page of the text. -->
  <xsl:param name="address" as="xs:string" required="yes"/>

  <xsl:key name="by-id" match="*[@xml:id]" use="@xml:id"/>

  <xsl:variable name="rows" as="map(xs:string, element())">
    <xsl:map>
      <xsl:for-each select="$table/*:row">
        <xsl:variable name="row" as="element()" select="."/>
        <xsl:for-each select="tokenize(@of)">
          <xsl:map-entry key="." select="$row"/>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <xsl:function name="f:row" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$rows(local-name($element))"/>
  </xsl:function>

  <!-- element/@attribute, of all that the table keeps. -->
  <xsl:variable name="kept" as="map(xs:string, xs:boolean)" select="map:merge(
    for $row in $table/*:row, $element in tokenize($row/@of), $attribute in tokenize($row/@keep)
    return map { $element || '/@' || $attribute: true() })"/>

  <xsl:function name="f:name" as="xs:string">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:sequence select="local-name($attribute/..) || '/@' || name($attribute)"/>
  </xsl:function>

  <xsl:function name="f:keeps" as="xs:boolean">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:sequence select="map:contains($kept, f:name($attribute))"/>
  </xsl:function>

  <!-- The notes of each passage, by the element at which they are written. -->
  <xsl:variable name="notes" as="map(xs:string, element(annotation)+)">
    <xsl:map>
      <xsl:for-each-group select="/TEI/standOff/listAnnotation/annotation"
        group-by="distinct-values(tokenize(@target) ! key('by-id', substring(., 2), root(current())) ! generate-id(f:home(.)))">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::head or self::byline or self::p or self::epigraph or self::item
      or self::bibl[parent::listBibl]])"/>
  </xsl:function>

  <!-- Between paragraphs there is no place for a note: it stands in the first of them. -->
  <xsl:function name="f:home" as="element()">
    <xsl:param name="passage" as="element()"/>
    <xsl:variable name="holds-blocks" as="xs:boolean" select="not(f:is-block($passage)) and exists($passage/(self::text,
      self::front, self::body, self::back, self::div, self::argument, self::list, self::listBibl))"/>
    <xsl:sequence select="($passage[$holds-blocks]/descendant::*[f:is-block(.)], $passage)[1]"/>
  </xsl:function>

  <xsl:template match="text//text()" mode="m:simple">
    <xsl:copy/>
  </xsl:template>

  <xsl:template match="annotation//text()" mode="m:simple">
    <xsl:copy/>
  </xsl:template>

  <!-- What only lays out the file is no text. -->
  <xsl:template match="choice/text()[not(matches(., '\S'))]" mode="m:simple" priority="1"/>

  <xsl:template match="*" mode="m:simple">
    <xsl:variable name="content" as="node()*">
      <xsl:apply-templates mode="m:simple"/>
      <xsl:if test="f:is-block(.)">
        <xsl:call-template name="notes"/>
      </xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="f:row(.)">
        <xsl:element name="{(f:row(.)/@as, local-name())[1]}">
          <xsl:apply-templates select="@*[f:keeps(.)]" mode="m:simple"/>
          <xsl:apply-templates select="f:row(.)" mode="m:add"/>
          <xsl:sequence select="$content"/>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$content"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="not(f:is-block(.))">
      <xsl:call-template name="notes"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*:row" mode="m:add"/>

  <xsl:template match="*:row[@add]" mode="m:add">
    <xsl:attribute name="{@add}" select="@value"/>
  </xsl:template>

  <xsl:template name="notes" as="element(note)*">
    <xsl:variable name="passage" as="element()" select="."/>
    <xsl:for-each select="$notes(generate-id())">
      <xsl:variable name="first" as="element()?" select="key('by-id', substring(tokenize(@target)[1], 2))"/>
      <xsl:apply-templates select="." mode="m:note">
        <xsl:with-param name="again" tunnel="yes" as="xs:boolean" select="empty($first) or not(f:home($first) is $passage)"/>
      </xsl:apply-templates>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="@*" mode="m:simple">
    <xsl:copy/>
  </xsl:template>

  <!-- A note that stands a second time has no ids. -->
  <xsl:template match="annotation//@xml:id" mode="m:simple">
    <xsl:param name="again" tunnel="yes" as="xs:boolean" select="false()"/>
    <xsl:copy select=".[not($again)]"/>
  </xsl:template>

  <xsl:template match="@*[f:points(.)]" mode="m:simple">
    <xsl:attribute name="{name()}" select="tokenize(.) ! f:resolved(., root(current()))"/>
  </xsl:template>

  <!-- A place that has no id in this text is a place of the reading page. -->
  <xsl:function name="f:resolved" as="xs:string">
    <xsl:param name="token" as="xs:string"/>
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="target" as="element()?" select="key('by-id', substring($token, 2), $document)[1]"/>
    <xsl:sequence select="
      if (not(starts-with($token, '#'))) then f:address($token)
      else if ($target/ancestor::text and not($target/@xml:id/f:keeps(.))) then $address || $token
      else $token"/>
  </xsl:function>

</xsl:stylesheet>
