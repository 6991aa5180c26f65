<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: places where the edition departs from what is printed.
  Input:   choice with sic and corr, or with orig and reg.
  Output:  in the reading text the edition's reading as ins, then the printed one as del, introduced by a word in brackets.
  Note:    without a style sheet, read aloud or copied, the place says »Trotzkist [gedruckt: Trotzkiist]«. A style
           sheet may move .printed one step away, and hide .sign where the form explains itself.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- In the diplomatic text the printed form stands first, and the edition's comes one step behind. -->
  <xsl:template priority="1" match="choice[f:is-correction(.)][$layer eq 'diplomatic']">
    <xsl:element name="{f:tag(., 'span')}">
      <xsl:sequence select="f:class(., 'correction')"/>
      <xsl:sequence select="f:correction-attributes(.)"/>
      <xsl:element name="{f:tag(., 'span')}">
        <xsl:sequence select="f:class(., 'as-printed')"/>
        <xsl:apply-templates select="f:chosen(., 'diplomatic')"/>
      </xsl:element>
      <xsl:element name="{f:tag(., 'span')}">
        <xsl:sequence select="f:class(., 'edited')"/>
        <span class="sign">
          <xsl:sequence select="f:spoken()"/>
          <xsl:text> [{f:word(if (f:chosen(., 'reading')/node()) then 'corrected' else 'omitted')}</xsl:text>
        </span>
        <xsl:apply-templates select="f:chosen(., 'reading')"/>
        <span class="sign">]</span>
      </xsl:element>
    </xsl:element>
  </xsl:template>

  <!-- White space inside choice is no text. -->
  <xsl:template match="choice[f:is-correction(.)]">
    <xsl:element name="{f:tag(., 'span')}">
      <xsl:sequence select="f:class(., 'correction')"/>
      <xsl:sequence select="f:correction-attributes(.)"/>
      <ins class="corrected">
        <xsl:apply-templates select="f:chosen(., 'reading')"/>
      </ins>
      <del class="printed">
        <span class="sign">
          <xsl:sequence select="f:spoken()"/>
          <xsl:text> [{f:word(f:former(.))}</xsl:text>
        </span>
        <xsl:apply-templates select="f:chosen(., 'diplomatic')"/>
        <span class="sign">]</span>
      </del>
    </xsl:element>
  </xsl:template>

  <!-- What was printed, and what the edition reads there. -->
  <xsl:function name="f:is-correction" as="xs:boolean">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="not($choice/text()[matches(., '\S')])
      and exists(f:chosen($choice, 'reading')[self::corr or self::reg])
      and exists(f:chosen($choice, 'diplomatic')[self::sic or self::orig])"/>
  </xsl:function>

  <!-- How the other form is announced: of what others have edited nobody knows whether it is in print. -->
  <xsl:function name="f:former" as="xs:string">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:variable name="known" as="xs:string" select="if ($unknown eq 'render') then 'written' else 'printed'"/>
    <xsl:sequence select="if (f:chosen($choice, 'diplomatic')/node()) then $known else 'not-' || $known"/>
  </xsl:function>

  <xsl:function name="f:correction-attributes" as="attribute()*">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:variable name="anchor" as="xs:string?" select="f:correction-anchor($choice)"/>
    <xsl:if test="$anchor">
      <xsl:attribute name="id" select="$anchor"/>
    </xsl:if>
    <xsl:if test="f:chosen($choice, 'reading')/@cert">
      <xsl:attribute name="data-cert" select="f:chosen($choice, 'reading')/@cert"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="sic | corr | orig | reg">
    <xsl:call-template name="plain"/>
  </xsl:template>

</xsl:stylesheet>
