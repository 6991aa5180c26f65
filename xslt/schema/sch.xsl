<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: the rules of an ODD.
  Input:   an ODD; constraintSpecs may stand in any specification, in an attDef and in the schemaSpec.
  Output:  one ISO Schematron schema, a pattern for each constraintSpec, in the order of the ODD; what its desc
           says (of type "reason": why) is in its p, of the class "title de" or "reason en". Last come the diagnostics,
           wherever in the ODD they stand: the messages in German.
  Note:    the id of an assert or report carries its code (ed-T012-no-empty-p); one that is missing, twice or
           badly made stops the compilation, and so does a test without a German message. Schematron has to be in its
           namespace, the default of this file.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:rules"
  xmlns="http://purl.oclc.org/dsdl/schematron"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="odd.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes"
    suppress-indentation="sch:assert sch:report sch:diagnostic sch:p"/>

  <xsl:mode name="m:rules" on-no-match="fail"/>

  <xsl:variable name="id" as="xs:string" select="'^ed-[A-Z][0-9]{3}-[a-z0-9]+(-[a-z0-9]+)*$'"/>

  <xsl:template match="/">
    <xsl:variable name="schema" as="element(schemaSpec)" select="f:schema(/)"/>
    <xsl:variable name="constraints" as="element(constraintSpec)*" select="($schema, f:specs(/))//constraintSpec"/>
    <xsl:sequence select="f:check-ids($constraints//(sch:assert | sch:report))"/>
    <xsl:sequence select="$constraints//(sch:assert | sch:report) ! f:check-german(., $constraints//sch:diagnostic)"/>
    <xsl:comment> Generated from the ODD; change the ODD, not this file. </xsl:comment>
    <schema queryBinding="xslt3">
      <xsl:sequence select="f:namespaces($constraints//sch:ns)"/>
      <xsl:apply-templates select="$constraints/constraint/(xsl:key | xsl:function)"/>
      <xsl:apply-templates select="$constraints"/>
      <xsl:where-populated>
        <diagnostics>
          <xsl:apply-templates select="$constraints/constraint/sch:diagnostics/sch:diagnostic"/>
        </diagnostics>
      </xsl:where-populated>
    </schema>
  </xsl:template>

  <xsl:function name="f:check-ids" as="item()*">
    <xsl:param name="tests" as="element()*"/>
    <xsl:for-each-group select="$tests" group-by="f:rule-id(.)">
      <xsl:variable name="constraint" as="element()" select="ancestor::constraintSpec"/>
      <xsl:choose>
        <xsl:when test="not(matches(current-grouping-key(), $id))">
          <xsl:sequence select="f:fail($constraint, 'the id &quot;' || current-grouping-key()
            || '&quot; of an ' || local-name() || ' is not ed-, a code and words: ed-T012-no-empty-p')"/>
        </xsl:when>
        <xsl:when test="current-group()[2]">
          <xsl:sequence select="f:fail($constraint, 'the id ' || current-grouping-key() || ' is used twice')"/>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="f:check-german" as="item()*">
    <xsl:param name="test" as="element()"/>
    <xsl:param name="diagnostics" as="element(sch:diagnostic)*"/>
    <xsl:variable name="german" as="element(sch:diagnostic)*" select="
      $diagnostics[@xml:lang eq 'de'][@id = tokenize($test/@diagnostics)][matches(., '\S')]"/>
    <xsl:variable name="unknown" as="xs:string*" select="tokenize($test/@diagnostics)[not(. = $diagnostics/@id)]"/>
    <xsl:variable name="hints" as="xs:boolean+" select="contains($test, 'Hint:'), contains($german[1], 'Hinweis:')"/>
    <xsl:sequence select="
      if (exists($unknown)) then f:fail($test/ancestor::constraintSpec, 'there is no diagnostic ' || $unknown[1])
      else if (count($german) ne 1)
      then f:fail($test/ancestor::constraintSpec, f:rule-id($test) || ' has no message in German; write one sch:diagnostic
        with xml:lang=&quot;de&quot; and refer to it in diagnostics')
      else if ($hints[1] ne $hints[2])
      then f:fail($test/ancestor::constraintSpec, f:rule-id($test) || ' has a hint in one language only; in German it
        begins with &quot;Hinweis: &quot;')
      else ()"/>
  </xsl:function>

  <xsl:function name="f:namespaces" as="element()+">
    <xsl:param name="declared" as="element(sch:ns)*"/>
    <xsl:for-each-group select="$declared" group-by="@prefix">
      <xsl:if test="current-group()/@uri != @uri">
        <xsl:sequence select="f:fail(ancestor::constraintSpec, 'the prefix ' || @prefix || ' stands for two namespaces')"/>
      </xsl:if>
      <ns prefix="{@prefix}" uri="{@uri}"/>
    </xsl:for-each-group>
    <xsl:if test="not($declared/@prefix = 'tei')">
      <ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="constraintSpec">
    <xsl:if test="@scheme[. ne 'schematron'] or empty(constraint/*)">
      <xsl:sequence select="f:fail(., 'only Schematron is understood, in one constraint')"/>
    </xsl:if>
    <xsl:variable name="parts" as="element()*" select="constraint/(* except (sch:ns, sch:diagnostics, xsl:key, xsl:function))"/>
    <xsl:choose>
      <xsl:when test="$parts/self::sch:pattern">
        <xsl:apply-templates select="$parts"/>
      </xsl:when>
      <xsl:when test="$parts">
        <pattern id="pattern-{@ident}">
          <xsl:apply-templates select="desc"/>
          <xsl:apply-templates select="$parts except $parts[self::sch:assert | self::sch:report]"/>
          <xsl:where-populated>
            <xsl:sequence select="f:bare(., $parts[self::sch:assert | self::sch:report])"/>
          </xsl:where-populated>
        </pattern>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="constraintSpec/desc">
    <!-- Schematron knows no language of a p. -->
    <p class="{(@type, 'title')[1]} {@xml:lang}">
      <xsl:variable name="words" as="xs:string*" select="
        .//text() ! (if (parent::gi) then '&lt;' || . || '&gt;' else if (parent::att) then '@' || . else string())"/>
      <xsl:sequence select="normalize-space(string-join($words))"/>
    </p>
  </xsl:template>

  <!-- Tests without a rule speak of the element or attribute that they stand in. -->
  <xsl:function name="f:bare" as="element()?">
    <xsl:param name="constraint" as="element(constraintSpec)"/>
    <xsl:param name="tests" as="element()*"/>
    <xsl:if test="$tests">
      <xsl:variable name="element" as="xs:string?" select="$constraint/ancestor::elementSpec/@ident"/>
      <xsl:if test="not($element)">
        <xsl:sequence select="f:fail($constraint, 'outside an elementSpec a test needs a sch:rule with a context')"/>
      </xsl:if>
      <rule context="tei:{string-join(($element, $constraint/ancestor::attDef ! ('@' || @ident)), '/')}">
        <xsl:apply-templates select="$tests"/>
      </rule>
    </xsl:if>
  </xsl:function>

  <xsl:template match="sch:pattern | sch:rule | sch:extends | sch:let | sch:value-of | sch:name | sch:emph
    | sch:diagnostic">
    <xsl:element name="{local-name()}">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="sch:assert | sch:report">
    <xsl:if test="@role[not(. = ('error', 'warning'))]">
      <xsl:sequence select="f:fail(ancestor::constraintSpec, 'a role is error or warning, not ' || @role)"/>
    </xsl:if>
    <xsl:element name="{local-name()}">
      <xsl:attribute name="id" select="f:rule-id(.)"/>
      <xsl:attribute name="role" select="(@role, 'error')[1]"/>
      <xsl:copy-of select="@* except (@id, @role)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="sch:*/text()">{replace(., '\s+', ' ')}</xsl:template>

  <xsl:template match="(sch:assert | sch:report | sch:diagnostic)/text()[not(preceding-sibling::node())]" priority="1">
    <xsl:sequence select="replace(., '^\s+', '') => replace('\s+', ' ')"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()"/>

  <xsl:template match="xsl:key | xsl:function">
    <xsl:copy-of select="." copy-namespaces="no"/>
  </xsl:template>

  <xsl:template match="*" priority="-1">
    <xsl:sequence select="f:fail(ancestor::constraintSpec[1], 'nothing here understands &lt;' || name() || '&gt; in a rule')"/>
  </xsl:template>
</xsl:stylesheet>
