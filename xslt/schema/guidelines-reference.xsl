<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: the reference part of the guidelines.
  Input:   elementSpec, classSpec, macroSpec, dataSpec and their parts.
  Output:  one section each, in the order of the alphabet.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:reference"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:eg="http://www.tei-c.org/ns/Examples"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:key name="diagnostic" match="sch:diagnostic" use="@id"/>

  <xsl:variable name="anchors" as="map(xs:string, xs:string)" select="
    map{'elementSpec': 'el-', 'classSpec': 'class-', 'macroSpec': 'macro-', 'dataSpec': 'data-'}"/>

  <xsl:variable name="chapters" as="map(xs:string, xs:string)" select="
    map{'elementSpec': 'Elemente', 'classSpec': 'Klassen', 'macroSpec': 'Wiederkehrende Inhalte',
    'dataSpec': 'Datentypen'}"/>

  <xsl:template match="schemaSpec">
    <xsl:for-each-group select="f:specs(/)" group-by="local-name()">
      <xsl:sort select="index-of(('elementSpec', 'classSpec', 'macroSpec', 'dataSpec'), current-grouping-key())"/>
      <xsl:text>&#10;</xsl:text>
      <section id="{$anchors(current-grouping-key())}all">
        <h2>{$chapters(current-grouping-key())}</h2>
        <xsl:apply-templates select="current-group()">
          <xsl:sort select="lower-case(@ident)"/>
        </xsl:apply-templates>
      </section>
    </xsl:for-each-group>
    <xsl:where-populated>
      <section id="rules-all">
        <xsl:sequence select="f:titled('Regeln für alle Dateien', f:rules(.))"/>
      </section>
    </xsl:where-populated>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:function name="f:titled" as="element()*">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="content" as="element()?"/>
    <xsl:if test="$content">
      <h2>{$title}</h2>
      <xsl:sequence select="$content"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:link" as="element(a)" xpath-default-namespace="">
    <xsl:param name="spec" as="element()"/>
    <a href="#{$anchors(local-name($spec))}{$spec/@ident}">
      <code>{$spec/@ident}</code>
    </a>
  </xsl:function>

  <xsl:template match="elementSpec | classSpec | macroSpec | dataSpec">
    <xsl:text>&#10;</xsl:text>
    <section id="{$anchors(local-name())}{@ident}">
      <h3>
        <xsl:sequence select="f:code('name', @ident)"/>
        <xsl:apply-templates select="gloss"/>
      </h3>
      <xsl:sequence select="f:described(.)"/>
      <dl class="specification">
        <xsl:apply-templates select="content, self::classSpec/@ident, classes, self::elementSpec/@ident, attList"/>
        <xsl:sequence select="f:inherited(f:attribute-classes(.)//attDef)"/>
      </dl>
      <xsl:sequence select="f:rules(.)"/>
      <xsl:apply-templates select="exemplum, remarks"/>
      <xsl:sequence select="f:shown-elsewhere(self::elementSpec[not(exemplum)])"/>
    </section>
  </xsl:template>

  <xsl:template match="gloss">
    <xsl:text> </xsl:text>
    <span class="gloss">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="m:html"/>
    </span>
  </xsl:template>

  <xsl:function name="f:described" as="element()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:for-each select="$spec/desc">
      <p>
        <xsl:sequence select="f:attributes(.)"/>
        <xsl:apply-templates mode="m:html"/>
      </p>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="content">
    <dt>Inhalt</dt>
    <dd class="model">
      <xsl:apply-templates select="." mode="m:model"/>
    </dd>
  </xsl:template>

  <xsl:template match="classes">
    <dt>Gehört zu</dt>
    <dd>
      <xsl:sequence select="f:links(memberOf ! f:spec(., @key, 'classSpec'))"/>
    </dd>
  </xsl:template>

  <xsl:template match="elementSpec/@ident">
    <xsl:variable name="parents" as="element()*" select="f:specs(/)/self::elementSpec[f:admitted(.) = current()]"/>
    <xsl:if test="$parents">
      <dt>Steht in</dt>
      <dd>
        <xsl:sequence select="f:links($parents)"/>
      </dd>
    </xsl:if>
  </xsl:template>

  <xsl:template match="classSpec/@ident">
    <dt>Umfasst</dt>
    <dd>
      <xsl:sequence select="f:links(key('member', .))"/>
    </dd>
  </xsl:template>

  <xsl:function name="f:links" as="node()*">
    <xsl:param name="specs" as="element()*"/>
    <xsl:for-each select="$specs">
      <xsl:sort select="lower-case(@ident)"/>
      <xsl:if test="position() gt 1">
        <xsl:text>, </xsl:text>
      </xsl:if>
      <xsl:sequence select="f:link(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Rules of a specification and of its attributes; those of the schemaSpec are its own children only. -->
  <xsl:function name="f:rules" as="element()?">
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="constraints" as="element()*" select="
      $spec/(constraintSpec | attList//constraintSpec)[.//(sch:assert | sch:report)]"/>
    <xsl:if test="$constraints">
      <dl class="rules">
        <xsl:for-each select="$constraints">
          <dt>Regel {distinct-values(.//(sch:assert | sch:report) ! tokenize(f:rule-id(.), '-')[2])}</dt>
          <dd>
            <xsl:sequence select="f:described(.)"/>
            <ul>
              <xsl:for-each select=".//(sch:assert | sch:report)">
                <li id="{f:rule-id(.)}">
                  <xsl:apply-templates select="key('diagnostic', tokenize(@diagnostics), root($spec))[@xml:lang eq 'de']"/>
                  <p lang="en">
                    <xsl:apply-templates/>
                  </p>
                </li>
              </xsl:for-each>
            </ul>
          </dd>
        </xsl:for-each>
      </dl>
    </xsl:if>
  </xsl:function>

  <xsl:template match="sch:diagnostic">
    <p>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <xsl:template match="sch:value-of | sch:name">…</xsl:template>

  <xsl:template match="sch:emph">
    <em>
      <xsl:apply-templates/>
    </em>
  </xsl:template>

  <xsl:template match="text()">{replace(., '\s+', ' ')}</xsl:template>

  <xsl:template match="comment() | processing-instruction()"/>

  <!-- An element that makes sense only inside others is shown in their examples. -->
  <xsl:function name="f:shown-elsewhere" as="element()?">
    <xsl:param name="spec" as="element(elementSpec)?"/>
    <xsl:variable name="elsewhere" as="element()*" select="
      root($spec)//elementSpec[exemplum/eg:egXML//eg:*[local-name() eq $spec/@ident]]"/>
    <xsl:if test="$elsewhere">
      <p class="shown-elsewhere">
        <xsl:text>Beispiele bei </xsl:text>
        <xsl:sequence select="f:links($elsewhere)"/>
      </p>
    </xsl:if>
  </xsl:function>

  <xsl:template match="exemplum | remarks">
    <xsl:element name="{if (self::exemplum) then 'figure' else 'div'}">
      <xsl:attribute name="class" select="local-name()"/>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates select="*" mode="m:html"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
