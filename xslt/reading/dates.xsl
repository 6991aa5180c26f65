<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: temporal expressions.
  Input:   date with the W3C attributes.
  Output:  time where HTML has a value for it; otherwise a span with the attributes as data.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="date[f:is-html-date(@when)][f:tag(., 'time') eq 'time']">
    <time datetime="{@when}">
      <xsl:sequence select="f:dating(.)"/>
      <xsl:call-template name="content"/>
    </time>
  </xsl:template>

  <xsl:template match="date">
    <xsl:element name="{f:tag(., 'span')}">
      <xsl:sequence select="f:dating(.)"/>
      <xsl:call-template name="content"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="offset">
    <xsl:call-template name="plain"/>
  </xsl:template>

  <!-- A year, a month or a day after Christ; HTML knows no ranges and no time zones of days. -->
  <xsl:function name="f:is-html-date" as="xs:boolean">
    <xsl:param name="when" as="xs:string?"/>
    <xsl:sequence select="
      matches($when, '^\d{4}(-\d\d){0,2}$') and not(starts-with($when, '0000'))
      and (if (string-length($when) eq 4) then $when castable as xs:gYear
        else if (string-length($when) eq 7) then $when castable as xs:gYearMonth else $when castable as xs:date)"/>
  </xsl:function>

  <xsl:function name="f:dating" as="attribute()*">
    <xsl:param name="date" as="element(date)"/>
    <xsl:sequence select="f:attributes($date, 'date')"/>
    <xsl:variable name="anchor" as="xs:string?" select="$date[not(@xml:id or f:is-mention(.))] ! f:date-anchor(.)"/>
    <xsl:if test="$anchor">
      <xsl:attribute name="id" select="$anchor"/>
    </xsl:if>
    <xsl:for-each select="$date/(@when[not(f:is-html-date(.))], @from, @to, @notBefore, @notAfter, @cert)">
      <xsl:attribute name="data-{replace(local-name(), '([A-Z])', '-$1') => lower-case()}" select="."/>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
