<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: mentions of persons, places, organisations, works, events and objects.
  Input:   persName, placeName, orgName, title, objectName, rs and date that point to the lists; names that do not.
  Output:  a link to the entity with the mention's anchor as id. Where mentions nest, the inner is a link of its own,
           and what is left of the outer is a link to the outer.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template priority="2" as="element()"
    match="(persName | placeName | orgName | title | objectName | rs | date)[f:is-mention(.)]">
    <xsl:variable name="mention" as="element()" select="."/>
    <xsl:variable name="given" as="xs:string*" select="f:pointers(.)"/>
    <xsl:variable name="urls" as="xs:string*" select="$given ! f:url(., $mention)"/>
    <xsl:variable name="pointers" as="xs:string*"
      select="if (count($urls) eq count($given)) then $given else $given[exists(f:url(., $mention))]"/>
    <xsl:variable name="also" as="xs:string" select="f:word('also')"/>
    <xsl:variable name="link" as="xs:boolean" select="count($urls) eq 1 and not(f:holds-link(node()))"/>
    <xsl:element name="{if ($link) then 'a' else f:tag(., 'span')}">
      <xsl:sequence select="f:mention-attributes(., $urls[$link])"/>
      <xsl:next-match>
        <xsl:with-param name="href" select="$urls[1][not($link)]" tunnel="yes"/>
      </xsl:next-match>
      <!-- A letter for each further entry, because numbers are those of the notes. Its label is taken for one in the
           language of the document, which most of it is: the name. -->
      <xsl:for-each select="tail($pointers)">
        <xsl:variable name="label" as="xs:string" select="$also || ': ' || f:label(.)"/>
        <sup class="also">
          <a class="{substring-before(., ':')}" href="{f:url(., $mention)}" title="{$label}" aria-label="{$label}">{
            codepoints-to-string(string-to-codepoints('a') + position())}</a>
        </sup>
      </xsl:for-each>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:mention-attributes" as="attribute()+">
    <xsl:param name="mention" as="element()"/>
    <xsl:param name="url" as="xs:string?"/>
    <xsl:variable name="anchor" as="xs:string?" select="f:mention-anchor($mention)"/>
    <xsl:sequence select="f:class($mention,
      ('mention', f:kind($mention), 'indirect'[$mention/self::rs], 'date'[$mention/self::date]))"/>
    <xsl:if test="$anchor">
      <xsl:attribute name="id" select="$anchor"/>
    </xsl:if>
    <xsl:if test="$url">
      <xsl:attribute name="href" select="$url"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:leads" as="xs:boolean">
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:sequence select="exists(tokenize($ref/@target)[1] ! f:url(., $ref))"/>
  </xsl:function>

  <!-- What must not stand inside a link. -->
  <xsl:function name="f:holds-link" as="xs:boolean">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="exists($nodes/descendant-or-self::*[self::note or self::witDetail or self::ref[f:leads(.)]
      or self::ptr or self::app
      or self::graphic[not(starts-with(@url, 'image:'))] or self::media or self::pb[@facs] or self::table or f:is-mention(.)
      or @xml:id/key('annotation', ., root(..))])"/>
  </xsl:function>

  <xsl:template match="persName | placeName | orgName | objectName | eventName | name | rs | geogName | geogFeat | settlement
    | country | region | bloc | district | roleName | forename | surname | addName | genName | nameLink | persPronouns
    | affiliation | occupation">
    <xsl:call-template name="plain"/>
  </xsl:template>

  <xsl:template match="title">
    <xsl:call-template name="phrase">
      <xsl:with-param name="tag" select="'cite'"/>
      <xsl:with-param name="class" select="'work'"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
