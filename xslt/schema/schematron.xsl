<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: rules that run.
  Input:   ISO Schematron (queryBinding xslt3) without phases, includes and abstract patterns. A diagnostic with
           xml:lang that a test refers to is its message in that language; other diagnostics are passed over.
  Output:  a stylesheet whose result is a JSON array of what was found: id, role, element (its number in the
           document), message, translations (language and message).
  Note:    a stylesheet that writes a stylesheet is what we otherwise avoid; XPath in data can be run in no other
           way. All rules of all patterns share one walk through the document: a rule hands the node on to the
           next one that matches (next-match) and says which patterns are done with it ($f:done), because in a
           pattern the first rule that matches is the only one.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:stylesheet"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xmlns:out="urn:edition:stylesheet"
  xmlns:err="http://www.w3.org/2005/xqt-errors"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://purl.oclc.org/dsdl/schematron">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:mode name="m:stylesheet" on-no-match="fail"/>
  <xsl:mode name="m:message" on-no-match="fail"/>

  <xsl:key name="diagnostic" match="diagnostics/diagnostic" use="@id"/>
  <xsl:key name="abstract" match="rule[@abstract = ('true', '1')]" use="@id"/>

  <xsl:template match="/">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="/schema">
    <xsl:variable name="rules" as="element(rule)*" select="pattern/rule[@context]"/>
    <out:stylesheet version="3.0" exclude-result-prefixes="#all" default-mode="m:findings">
      <xsl:namespace name="xs" select="'http://www.w3.org/2001/XMLSchema'"/>
      <xsl:namespace name="err" select="'http://www.w3.org/2005/xqt-errors'"/>
      <xsl:namespace name="map" select="'http://www.w3.org/2005/xpath-functions/map'"/>
      <xsl:namespace name="f" select="'urn:edition:functions'"/>
      <xsl:namespace name="m" select="'urn:edition:modes'"/>
      <xsl:for-each select="ns">
        <xsl:namespace name="{@prefix}" select="@uri"/>
      </xsl:for-each>
      <out:output method="json"/>
      <out:mode name="m:findings" on-no-match="fail" use-accumulators="#all"/>
      <out:mode name="m:walk" on-no-match="shallow-skip" use-accumulators="#all"/>
      <out:accumulator name="f:number" as="xs:integer" initial-value="0">
        <out:accumulator-rule match="*" select="$value + 1"/>
      </out:accumulator>
      <out:template match="/">
        <out:variable name="found" as="map(*)*">
          <out:apply-templates select="." mode="m:walk"/>
        </out:variable>
        <out:sequence select="array{{$found}}"/>
      </out:template>
      <!-- Not the built-in rule: that would hand $f:done on to the children. -->
      <out:template match="/ | *" mode="m:walk" priority="-1">
        <out:apply-templates select="@*, node()" mode="m:walk"/>
      </out:template>
      <out:function name="f:found" as="map(*)">
        <out:param name="node" as="node()"/>
        <out:param name="id" as="xs:string"/>
        <out:param name="role" as="xs:string"/>
        <out:param name="message" as="xs:string"/>
        <out:param name="translations" as="map(xs:string, xs:string)"/>
        <out:sequence select="map{{'id': $id, 'role': $role, 'message': normalize-space($message),
          'translations': map:for-each($translations, function($language, $text) {{
            map{{$language: normalize-space($text)}} }}) => map:merge(),
          'element': ($node/ancestor-or-self::*[1] ! accumulator-before('f:number'), 1)[1]}}"/>
      </out:function>
      <!-- As value-of writes it. -->
      <out:function name="f:said" as="xs:string">
        <out:param name="values" as="item()*"/>
        <out:sequence select="string-join(data($values), ' ')"/>
      </out:function>
      <out:function name="f:failed" as="map(*)">
        <out:param name="node" as="node()"/>
        <out:param name="id" as="xs:string"/>
        <out:param name="why" as="xs:string?"/>
        <out:sequence select="f:found($node, $id, 'error', 'The rule cannot be applied here: ' || $why
          || ' Hint: Correct the value; if it is right, the rule is wrong.',
          map{{'de': 'Die Regel lässt sich hier nicht anwenden: ' || $why
          || ' Hinweis: Den Wert berichtigen; ist er richtig, so ist die Regel falsch.'}})"/>
      </out:function>
      <xsl:apply-templates select="* except (ns, title, p, diagnostics)"/>
      <xsl:for-each select="$rules">
        <xsl:apply-templates select=".">
          <xsl:with-param name="priority" select="last() - position() + 1"/>
        </xsl:apply-templates>
      </xsl:for-each>
    </out:stylesheet>
  </xsl:template>

  <xsl:template match="pattern[not(@abstract | @is-a)]">
    <xsl:apply-templates select="* except (rule, title, p)"/>
  </xsl:template>

  <xsl:template match="let[@name][@value]">
    <out:variable name="{@name}" select="{@value}">
      <xsl:copy-of select="@as"/>
    </out:variable>
  </xsl:template>

  <xsl:template match="xsl:key | xsl:function">
    <xsl:copy-of select="."/>
  </xsl:template>

  <xsl:template match="rule[@context]">
    <xsl:param name="priority" as="xs:integer" required="yes"/>
    <xsl:variable name="pattern" as="xs:integer" select="count(../preceding-sibling::pattern) + 1"/>
    <out:template match="{@context}" mode="m:walk" priority="{$priority}">
      <out:param name="f:done" as="xs:integer*" select="()"/>
      <out:if test="not($f:done = {$pattern})">
        <out:try>
          <xsl:apply-templates select="f:parts(.)"/>
          <!-- An XPath that fails on an unforeseen value must not hide all other findings. -->
          <out:catch errors="*" select="f:failed(., '{f:parts(.)[@test][1]/@id}', $err:description)"/>
        </out:try>
      </out:if>
      <out:next-match>
        <out:with-param name="f:done" select="$f:done, {$pattern}"/>
      </out:next-match>
    </out:template>
  </xsl:template>

  <!-- What a rule holds, with what it takes over from abstract rules in place. -->
  <xsl:function name="f:parts" as="element()*">
    <xsl:param name="rule" as="element(rule)"/>
    <xsl:for-each select="$rule/*">
      <xsl:variable name="abstract" as="element(rule)*" select="self::extends/key('abstract', @rule)"/>
      <xsl:sequence select="
        if (not(self::extends)) then .
        else if (count($abstract) eq 1) then f:parts($abstract)
        else error(xs:QName('f:rule'), 'There is not one abstract rule ' || @rule || '.')"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="assert | report">
    <xsl:variable name="translations" as="xs:string*"
      select="tokenize(@diagnostics) ! f:diagnostic(current(), .) ! (f:literal(@xml:lang) || ': ' || f:message(.))"/>
    <out:if test="{if (self::assert) then 'not(' || @test || ')' else @test}">
      <out:sequence select="f:found({(@subject, '.')[1]}, '{@id}', '{(@role, 'error')[1]}', {f:message(.)},
        map{{{string-join($translations, ', ')}}})"/>
    </out:if>
  </xsl:template>

  <xsl:function name="f:diagnostic" as="element()?">
    <xsl:param name="test" as="element()"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="found" as="element(diagnostic)*" select="key('diagnostic', $id, root($test))"/>
    <xsl:sequence select="
      if (count($found) eq 1) then $found[@xml:lang]
      else error(xs:QName('f:rule'), 'There is not one diagnostic ' || $id || '.')"/>
  </xsl:function>

  <!-- A message as an expression, written out where the test stands: so the variables of its rule hold in it. Instructions
       would take longer to compile. -->
  <xsl:function name="f:message" as="xs:string">
    <xsl:param name="message" as="element()"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:apply-templates select="$message/node()" mode="m:message"/>
    </xsl:variable>
    <xsl:sequence select="if (exists($parts)) then string-join($parts, ' || ') else f:literal('')"/>
  </xsl:function>

  <xsl:variable name="quote" as="xs:string">'</xsl:variable>

  <xsl:function name="f:literal" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="$quote || replace($text, $quote, $quote || $quote) || $quote"/>
  </xsl:function>

  <xsl:template match="text()" mode="m:message" as="xs:string">
    <xsl:sequence select="f:literal(.)"/>
  </xsl:template>

  <xsl:template match="value-of" mode="m:message" as="xs:string">
    <xsl:sequence select="'f:said((' || @select || '))'"/>
  </xsl:template>

  <xsl:template match="name" mode="m:message" as="xs:string">
    <xsl:sequence select="'name(' || (@path, '.')[1] || ')'"/>
  </xsl:template>

  <xsl:template match="emph | span | dir" mode="m:message" as="xs:string*">
    <xsl:apply-templates mode="m:message"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="#all"/>

  <xsl:template match="*" mode="#all" priority="-1">
    <xsl:sequence select="error(xs:QName('f:rule'), 'Nothing here understands the Schematron element ' || name()
      || (ancestor-or-self::*/@id)[last()] ! (' at ' || .) || '.')"/>
  </xsl:template>
</xsl:stylesheet>
