<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: the commentary, which stands beside the text and points to it.
  Input:   annotation in standOff; the elements of the text it points to.
  Output:  after the block its notes, each closable, each leading back; in m:endnote the same notes as a list, for
           paper.
  Note:    the marks in the text are in passages.xsl. A note that holds for several passages stands with the first;
           every passage has its mark.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The notes of each block, by the xml:id of the block. -->
  <xsl:variable name="notes-of-blocks" as="map(xs:string, element(annotation)+)">
    <xsl:map>
      <xsl:for-each-group select="/TEI/standOff/listAnnotation/annotation[@motivation eq 'commenting'][f:passage(.)]"
        group-by="string(f:home(f:passage(.))/@xml:id)">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <xsl:template priority="11" as="node()*"
    match="text//*[@xml:id][not(self::item or self::bibl)][map:contains($notes-of-blocks, string(@xml:id))]">
    <xsl:next-match/>
    <xsl:call-template name="notes-of-block"/>
  </xsl:template>

  <xsl:template name="notes-of-block" as="element()?">
    <xsl:variable name="notes" as="element(annotation)*" select="$notes-of-blocks(string(@xml:id))[$layer eq 'reading']"/>
    <xsl:if test="exists($notes)">
      <!-- No landmark: a page has dozens of them, all of one name. -->
      <aside class="notes" role="note" aria-label="{f:word('notes')}">
        <xsl:sequence select="f:spoken()"/>
        <xsl:apply-templates select="$notes"/>
      </aside>
    </xsl:if>
  </xsl:template>

  <xsl:template match="annotation">
    <details class="note {note/@type}" id="{@xml:id}" open="open">
      <xsl:sequence select="f:unspoken()"/>
      <summary>
        <span class="note-number">{f:number(.)}</span>
        <xsl:text> </xsl:text>
        <span class="lemma">{f:passage(.) ! f:lemma(.)}</span>
      </summary>
      <xsl:call-template name="body-of-note"/>
    </details>
  </xsl:template>

  <xsl:template match="listAnnotation" mode="m:endnote">
    <xsl:variable name="notes" as="element(annotation)*" select="annotation[@motivation eq 'commenting']"/>
    <xsl:if test="exists($notes) and $layer eq 'reading'">
      <ol class="notes commentary">
        <xsl:apply-templates select="$notes" mode="m:endnote"/>
      </ol>
    </xsl:if>
  </xsl:template>

  <xsl:template match="annotation" mode="m:endnote">
    <li id="{@xml:id}.end" class="note {note/@type}">
      <span class="lemma">{f:passage(.) ! f:lemma(.)}</span>
      <xsl:call-template name="body-of-note"/>
    </li>
  </xsl:template>

  <xsl:template name="body-of-note" as="element()">
    <xsl:variable name="annotation" as="element(annotation)" select="."/>
    <div class="note-body">
      <xsl:apply-templates select="note/node()"/>
      <xsl:text> </xsl:text>
      <span class="note-sources">
        <xsl:for-each select="tokenize(note/@source)">
          <xsl:value-of select="if (position() gt 1) then '; ' else ''"/>
          <a href="{f:url(., $annotation)}">
            <!-- The titles of all others stand as they are. -->
            <xsl:sequence select="f:spoken()[current() eq 'source:article']"/>
            <xsl:value-of select="f:label(.)"/>
          </a>
        </xsl:for-each>
        <xsl:if test="note/@cert ne 'high'">
          <xsl:text> · </xsl:text>
          <xsl:call-template name="certainty"/>
        </xsl:if>
      </span>
      <xsl:text>&#160;</xsl:text>
      <a class="back" href="#{@xml:id}.mark" role="doc-backlink" aria-label="{f:word('back')}">
        <xsl:sequence select="f:spoken()"/>
        <xsl:text>↩</xsl:text>
      </a>
    </div>
  </xsl:template>

  <xsl:template name="certainty" as="node()">
    <xsl:variable name="word" as="xs:string" select="f:word('cert-' || note/@cert)"/>
    <xsl:choose>
      <xsl:when test="f:spoken()">
        <span>
          <xsl:sequence select="f:spoken()"/>
          <xsl:value-of select="$word"/>
        </span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$word"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
