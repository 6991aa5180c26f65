<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: what the writing looks like, and what was done to it.
  Input:   hi; additions, deletions, uncertain and supplied words, abbreviations.
  Output:  phrases, with the look that the source gives them as far as it is one of a table; in the reading text nothing that is
           deleted.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Which words in rend, rendition and style mean which look. -->
  <xsl:variable name="looks" as="map(xs:string, xs:string)" select="map:merge((
    tokenize('b bold bf strong fett halbfett') ! map { . : 'b' },
    tokenize('i it italic italics ital oblique kursiv') ! map { . : 'i' },
    tokenize('sup super superscript hoch hochgestellt') ! map { . : 'sup' },
    tokenize('sub subscript tief tiefgestellt') ! map { . : 'sub' },
    tokenize('u ul underline underlined unterstrichen uu double-underline') ! map { . : 'u' },
    tokenize('s strike strikethrough line-through') ! map { . : 's' },
    tokenize('sc smallcaps small-caps smcap k kapitälchen caps') ! map { . : 'small-caps' },
    tokenize('g spaced spaced_out spaced-out letterspaced letterspace wide gesperrt') ! map { . : 'spaced' }))"/>

  <xsl:template match="hi">
    <xsl:variable name="looks" as="xs:string*" select="f:looks(.)"/>
    <xsl:call-template name="phrase">
      <xsl:with-param name="tag" select="($looks[. = ('sup', 'sub', 'b', 'i', 'u', 's')], 'span')[1]"/>
      <xsl:with-param name="class" select="'hi', $looks ! ('look-' || .), 'look-i'[not(current()/(@rend, @rendition, @style))]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="f:looks" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="said" as="xs:string*"
      select="$element/(@rend, @rendition, @style) ! tokenize(lower-case(.), '[\s;:,()]+') ! replace(., '^#', '')"/>
    <xsl:sequence select="distinct-values($said ! $looks(.))"/>
  </xsl:function>

  <!-- Where it was written is told as it is of notes. -->
  <xsl:template match="add[@place]" as="element()">
    <xsl:variable name="place" as="xs:string?" select="f:standing(.)"/>
    <xsl:element name="{f:tag(., 'span')}">
      <xsl:sequence select="f:attributes(., 'add')"/>
      <xsl:if test="exists($place)">
        <xsl:attribute name="title" select="f:word('added') || ': ' || $place"/>
      </xsl:if>
      <xsl:call-template name="content"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="add | unclear | supplied | surplus | secl | damage | ex | restore | mod | retrace | undo | redo">
    <xsl:call-template name="phrase">
      <xsl:with-param name="class" select="local-name()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="del" as="element()?">
    <xsl:if test="f:is-part(., $layer)">
      <xsl:call-template name="phrase">
        <xsl:with-param name="tag" select="if (parent::restore) then 'span' else 'del'"/>
        <xsl:with-param name="class" select="if (parent::restore) then 'restored' else 'deleted'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- What it replaces is read only where deletions are. -->
  <xsl:template match="subst" as="element()">
    <xsl:call-template name="phrase">
      <xsl:with-param name="class" select="'subst'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="(choice | subst | app | rdgGrp | noteGrp)/text()[not(matches(., '\S'))]" priority="1"/>

  <xsl:template match="am | expan | metamark">
    <xsl:call-template name="plain"/>
  </xsl:template>

  <xsl:template match="abbr">
    <xsl:call-template name="phrase">
      <xsl:with-param name="tag" select="'abbr'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Of several forms one is read; the other of an abbreviation can be asked for. -->
  <xsl:template match="choice" as="node()*">
    <xsl:variable name="chosen" as="element()?" select="f:chosen(., $layer)"/>
    <xsl:variable name="other" as="element()?" select="f:chosen(., if ($layer eq 'reading') then 'diplomatic' else 'reading')"/>
    <xsl:element name="{f:tag(., 'span')}">
      <xsl:sequence select="f:attributes(., 'alternative')"/>
      <xsl:if test="$chosen[self::abbr or self::expan or self::am or self::ex] and not($other is $chosen)">
        <xsl:attribute name="title" select="f:plain-form($other)"/>
      </xsl:if>
      <xsl:apply-templates select="text() | $chosen"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:plain-form" as="xs:string">
    <xsl:param name="form" as="element()"/>
    <xsl:sequence select="string-join(tokenize(string-join($form/descendant::text())), ' ')"/>
  </xsl:function>

</xsl:stylesheet>
