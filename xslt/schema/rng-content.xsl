<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: content models of an ODD as RELAX NG patterns.
  Input:   content and what it may hold, datatype.
  Output:  patterns; f:content gives one for a whole specification.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:pattern"
  xmlns="http://relaxng.org/ns/structure/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="f:content" as="element()+">
    <xsl:param name="spec" as="element()"/>
    <xsl:if test="count($spec/content) ne 1 or empty($spec/content/*)">
      <xsl:sequence select="f:fail($spec, 'say in one &lt;content&gt; what it contains; &lt;empty/&gt; if nothing')"/>
    </xsl:if>
    <xsl:apply-templates select="$spec/content/*" mode="m:pattern"/>
  </xsl:function>

  <!-- Everything that may repeat goes through here; what it is once is said in m:once. -->
  <xsl:template match="*">
    <xsl:variable name="once" as="element()" select="f:once(.)"/>
    <xsl:sequence select="f:repeat(., $once)"/>
  </xsl:template>

  <xsl:function name="f:once" as="element()">
    <xsl:param name="part" as="element()"/>
    <xsl:apply-templates select="$part" mode="m:once"/>
  </xsl:function>

  <xsl:function name="f:repeat" as="element()">
    <xsl:param name="part" as="element()"/>
    <xsl:param name="once" as="element()"/>
    <xsl:variable name="least" as="xs:integer" select="f:count($part, ($part/@minOccurs, '1')[1])"/>
    <xsl:variable name="most" as="xs:integer?" select="
      if ($part/@maxOccurs eq 'unbounded') then () else f:count($part, ($part/@maxOccurs, max((1, $least)))[1])"/>
    <xsl:if test="$most lt $least or $most eq 0">
      <xsl:sequence select="f:fail($part, 'minOccurs and maxOccurs leave nothing')"/>
    </xsl:if>
    <xsl:variable name="all" as="element()+">
      <xsl:sequence select="(1 to $least - (if (empty($most)) then 1 else 0)) ! $once"/>
      <xsl:sequence select="if (empty($most)) then f:open-end($once, $least) else f:options($once, $most - $least)"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="count($all) eq 1">
        <xsl:sequence select="$all"/>
      </xsl:when>
      <xsl:otherwise>
        <group>
          <xsl:sequence select="$all"/>
        </group>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:count" as="xs:integer">
    <xsl:param name="part" as="element()"/>
    <xsl:param name="value" as="xs:anyAtomicType"/>
    <xsl:sequence select="
      if (matches(string($value), '^[0-9]+$')) then xs:integer($value)
      else f:fail($part, '&quot;' || $value || '&quot; is not a number of occurrences')"/>
  </xsl:function>

  <xsl:function name="f:open-end" as="element()">
    <xsl:param name="once" as="element()"/>
    <xsl:param name="least" as="xs:integer"/>
    <xsl:element name="{if ($least eq 0) then 'zeroOrMore' else 'oneOrMore'}">
      <xsl:sequence select="$once"/>
    </xsl:element>
  </xsl:function>

  <!-- Nested, as in a?(a?): side by side they would be ambiguous. -->
  <xsl:function name="f:options" as="element()?">
    <xsl:param name="once" as="element()"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:if test="$number gt 0">
      <optional>
        <xsl:sequence select="$once, f:options($once, $number - 1)"/>
      </optional>
    </xsl:if>
  </xsl:function>

  <xsl:template match="sequence[*]" mode="m:once">
    <xsl:element name="{if (@preserveOrder = ('false', '0')) then 'interleave' else 'group'}">
      <xsl:apply-templates select="*" mode="m:pattern"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="alternate[*]" mode="m:once">
    <choice>
      <xsl:apply-templates select="*" mode="m:pattern"/>
    </choice>
  </xsl:template>

  <xsl:template match="sequence | alternate" mode="m:once" priority="-0.4">
    <xsl:sequence select="f:fail(., 'there is nothing in it')"/>
  </xsl:template>

  <xsl:template match="textNode" mode="m:once">
    <text/>
  </xsl:template>

  <xsl:template match="empty" mode="m:once">
    <empty/>
  </xsl:template>

  <xsl:template match="elementRef" mode="m:once">
    <ref name="{f:spec(., @key, 'elementSpec')/@ident}"/>
  </xsl:template>

  <xsl:template match="macroRef" mode="m:once">
    <ref name="{f:spec(., @key, 'macroSpec')/@ident}"/>
  </xsl:template>

  <xsl:template match="classRef" mode="m:once">
    <xsl:variable name="class" as="element(classSpec)" select="f:spec(., @key, 'classSpec')"/>
    <xsl:variable name="how" as="xs:string" select="(@expand, 'alternate')[1]"/>
    <xsl:variable name="members" as="element(elementSpec)*" select="
      f:members($class)[not(@ident = tokenize(current()/@except))]
      [@ident = tokenize(current()/@include) or not(current()/@include)]"/>
    <xsl:choose>
      <xsl:when test="$class/@type ne 'model'">
        <xsl:sequence select="f:fail(., 'this is a class of attributes')"/>
      </xsl:when>
      <xsl:when test="empty($members)">
        <xsl:sequence select="f:fail(., 'no member of the class is left')"/>
      </xsl:when>
      <xsl:when test="$how eq 'alternate' and not(@include | @except)">
        <ref name="{@key}"/>
      </xsl:when>
      <xsl:when test="$how eq 'alternate'">
        <choice>
          <xsl:sequence select="$members ! f:member(., $how)"/>
        </choice>
      </xsl:when>
      <xsl:when test="$how = ('sequence', 'sequenceOptional', 'sequenceRepeatable', 'sequenceOptionalRepeatable')">
        <group>
          <xsl:sequence select="$members ! f:member(., $how)"/>
        </group>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:fail(., 'a class cannot be expanded as &quot;' || $how || '&quot;')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="f:member" as="element()">
    <xsl:param name="member" as="element(elementSpec)"/>
    <xsl:param name="how" as="xs:string"/>
    <xsl:variable name="reference" as="element()">
      <ref name="{$member/@ident}"/>
    </xsl:variable>
    <xsl:variable name="wrapper" as="xs:string?" select="
      map{'sequenceOptional': 'optional', 'sequenceRepeatable': 'oneOrMore', 'sequenceOptionalRepeatable': 'zeroOrMore'}
      ($how)"/>
    <xsl:choose>
      <xsl:when test="$wrapper">
        <xsl:element name="{$wrapper}">
          <xsl:sequence select="$reference"/>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$reference"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
