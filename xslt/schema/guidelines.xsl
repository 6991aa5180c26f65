<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: the encoding guidelines, to be read.
  Input:   an ODD.
  Output:  HTML without html and body: the prose of the ODD, then a reference of elements, classes and datatypes.
  Note:    headings begin at h2, because the page around it has the h1. Anchors are a contract: el-persName,
           class-att.dated, data-ed.date.w3c, macro-…, the ids of rules and those of the prose.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:eg="http://www.tei-c.org/ns/Examples"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="odd.xsl"/>
  <xsl:include href="guidelines-reference.xsl"/>
  <xsl:include href="guidelines-attributes.xsl"/>
  <xsl:include href="guidelines-model.xsl"/>
  <xsl:include href="guidelines-example.xsl"/>

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no"/>

  <xsl:mode name="m:html" on-no-match="fail"/>
  <xsl:mode name="m:model" on-no-match="fail"/>
  <xsl:mode name="m:reference" on-no-match="fail"/>
  <xsl:mode name="m:source" on-no-match="fail"/>

  <xsl:template match="/">
    <xsl:call-template name="contents"/>
    <xsl:apply-templates select="TEI/text/(front, body, back)/*"/>
    <xsl:apply-templates select="f:schema(/)" mode="m:reference"/>
  </xsl:template>

  <!-- Two ways in: the chapters of the prose, and every element by its name. -->
  <xsl:template name="contents" as="element()">
    <nav class="contents" aria-label="Inhalt">
      <ul>
        <xsl:for-each select="TEI/text//div[@xml:id][head]">
          <li>
            <a href="#{@xml:id}">{head[1]}</a>
          </li>
        </xsl:for-each>
      </ul>
      <ul class="elements">
        <xsl:for-each select="f:specs(/)[self::elementSpec]">
          <xsl:sort select="lower-case(@ident)"/>
          <li>
            <xsl:sequence select="f:link(.)"/>
          </li>
        </xsl:for-each>
      </ul>
    </nav>
  </xsl:template>

  <!-- Language and anchor of the source, wherever it gives them. -->
  <xsl:function name="f:attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element/@xml:lang">
      <xsl:attribute name="lang" select="."/>
    </xsl:for-each>
    <xsl:for-each select="$element/@xml:id">
      <xsl:attribute name="id" select="."/>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="text()">{replace(., '\s+', ' ')}</xsl:template>

  <xsl:template match="comment() | processing-instruction()"/>

  <!-- Specifications are shown in the reference; where they stand in the prose, links lead to them. -->
  <xsl:template match="schemaSpec"/>

  <xsl:template match="specGrp">
    <xsl:apply-templates select="* except (elementSpec, classSpec, macroSpec, dataSpec, constraintSpec, specGrpRef)"/>
    <xsl:where-populated>
      <ul class="specifications">
        <xsl:for-each select="elementSpec | classSpec | macroSpec | dataSpec">
          <li>
            <xsl:sequence select="f:link(.)"/>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="div">
    <section>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <xsl:template match="head">
    <xsl:element name="h{min((6, count(ancestor::div) + 1))}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="p">
    <p>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <xsl:template match="list">
    <xsl:element name="{if (@type eq 'gloss' or label) then 'dl' else if (@rend eq 'numbered' or @type eq 'ordered')
      then 'ol' else 'ul'}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates select="*"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="item">
    <li>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates/>
    </li>
  </xsl:template>

  <xsl:template match="list/label">
    <dt>
      <xsl:apply-templates/>
    </dt>
  </xsl:template>

  <xsl:template match="item[preceding-sibling::label]">
    <dd>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates/>
    </dd>
  </xsl:template>

  <xsl:template match="table">
    <table>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates select="*"/>
    </table>
  </xsl:template>

  <xsl:template match="table/head">
    <caption>
      <xsl:apply-templates/>
    </caption>
  </xsl:template>

  <xsl:template match="row">
    <tr>
      <xsl:apply-templates select="*"/>
    </tr>
  </xsl:template>

  <xsl:template match="cell">
    <xsl:element name="{if ((@role, ../@role) = 'label') then 'th' else 'td'}">
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="ref | ptr">
    <a href="{@target}">
      <xsl:sequence select="if (self::ptr) then string(@target) else ()"/>
      <xsl:apply-templates/>
    </a>
  </xsl:template>

  <xsl:template match="gi">
    <xsl:variable name="spec" as="element()?" select="key('spec', .)/self::elementSpec"/>
    <xsl:sequence select="if ($spec) then f:link($spec) else f:code('element', '&lt;' || . || '&gt;')"/>
  </xsl:template>

  <xsl:template match="att">
    <xsl:sequence select="f:code('attribute', '@' || .)"/>
  </xsl:template>

  <xsl:template match="val">
    <xsl:sequence select="f:code('value', .)"/>
  </xsl:template>

  <xsl:template match="tag">
    <xsl:sequence select="f:code('tag', '&lt;' || . || '&gt;')"/>
  </xsl:template>

  <xsl:template match="code | ident">
    <xsl:sequence select="f:code('code', .)"/>
  </xsl:template>

  <xsl:function name="f:code" as="element()">
    <xsl:param name="class" as="xs:string"/>
    <xsl:param name="text" as="xs:string"/>
    <code class="{$class}">{$text}</code>
  </xsl:function>

  <xsl:template match="emph | term">
    <em>
      <xsl:apply-templates/>
    </em>
  </xsl:template>

  <xsl:template match="title">
    <cite>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates/>
    </cite>
  </xsl:template>

  <xsl:template match="foreign">
    <i>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates/>
    </i>
  </xsl:template>

  <!-- Marks as in the texts of the edition, not those a browser would choose. -->
  <xsl:template match="q | soCalled | mentioned">
    <xsl:variable name="english" as="xs:boolean" select="lang('en')"/>
    <xsl:sequence select="f:text(if ($english) then '“' else '»')"/>
    <xsl:apply-templates/>
    <xsl:sequence select="f:text(if ($english) then '”' else '«')"/>
  </xsl:template>

  <xsl:function name="f:text" as="text()">
    <xsl:param name="text" as="xs:string"/>
    <xsl:value-of select="$text"/>
  </xsl:function>

  <xsl:template match="*" mode="m:html m:model m:reference" priority="-1">
    <xsl:sequence select="f:fail(., 'the guidelines cannot show &lt;' || name() || '&gt; here')"/>
  </xsl:template>
</xsl:stylesheet>
