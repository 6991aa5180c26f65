<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: the grammar of an ODD.
  Input:   an ODD that spells out everything it admits.
  Output:  RELAX NG, XML syntax: one define per element, class, macro and datatype; attributes of a class are
           referred to by every member directly, so that a class reached on two ways is not asked for twice.
  Note:    RELAX NG has to be in its namespace; it is the default namespace of this file.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:grammar"
  xmlns="http://relaxng.org/ns/structure/1.0"
  xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="odd.xsl"/>
  <xsl:include href="rng-content.xsl"/>
  <xsl:include href="rng-values.xsl"/>
  <xsl:include href="rng-any.xsl"/>
  <xsl:include href="rng-attributes.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:mode name="m:grammar" on-no-match="fail"/>
  <xsl:mode name="m:pattern" on-no-match="fail"/>
  <xsl:mode name="m:once" on-no-match="fail"/>
  <xsl:mode name="m:attributes" on-no-match="fail"/>
  <xsl:mode name="m:documentation" on-no-match="fail"/>

  <xsl:template match="/">
    <xsl:variable name="schema" as="element(schemaSpec)" select="f:schema(/)"/>
    <xsl:variable name="specs" as="element()*" select="f:specs(/)"/>
    <xsl:comment> Generated from the ODD; change the ODD, not this file. </xsl:comment>
    <grammar ns="{($schema/@ns, 'http://www.tei-c.org/ns/1.0')[1]}"
      datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <xsl:namespace name="a" select="'http://relaxng.org/ns/compatibility/annotations/1.0'"/>
      <start>
        <choice>
          <xsl:for-each select="tokenize(($schema/@start, 'TEI')[1])">
            <ref name="{f:spec($schema, ., 'elementSpec')/@ident}"/>
          </xsl:for-each>
        </choice>
      </start>
      <xsl:sequence select="$specs ! f:check-parts(.)"/>
      <xsl:apply-templates select="$specs"/>
      <xsl:for-each select="$specs//anyElement">
        <define name="{f:any-element(.)}">
          <xsl:apply-templates select="." mode="m:grammar"/>
        </define>
      </xsl:for-each>
    </grammar>
  </xsl:template>

  <xsl:template match="elementSpec">
    <xsl:sequence select="f:check-attributes(.)"/>
    <define name="{@ident}">
      <element name="{@ident}">
        <xsl:copy-of select="@ns"/>
        <xsl:apply-templates select="." mode="m:documentation"/>
        <xsl:sequence select="f:content(.)"/>
        <xsl:for-each select="f:attribute-classes(.)[attList]">
          <ref name="{@ident}.attributes"/>
        </xsl:for-each>
        <xsl:apply-templates select="attList" mode="m:attributes"/>
      </element>
    </define>
  </xsl:template>

  <xsl:function name="f:check-parts" as="item()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="parts" as="xs:string*" select="
      map{
        'elementSpec': ('classes', 'content', 'attList', 'constraintSpec'),
        'classSpec': ('classes', 'attList', 'constraintSpec'),
        'macroSpec': ('content', 'constraintSpec'),
        'dataSpec': ('content', 'constraintSpec')
      }(local-name($spec))"/>
    <xsl:for-each select="$spec/*[not(local-name() = $parts or f:is-prose(.))]">
      <xsl:sequence select="f:fail(., 'a specification of this kind has no such part')"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="macroSpec">
    <define name="{@ident}">
      <xsl:sequence select="f:content(.)"/>
    </define>
  </xsl:template>

  <xsl:template match="dataSpec">
    <xsl:for-each select="content//(sequence | elementRef | classRef | macroRef | anyElement | *[@minOccurs | @maxOccurs])">
      <xsl:sequence select="f:fail(., 'a datatype describes one value: it has no sequence, elements or repetition;
        repeat in the datatype of the attribute')"/>
    </xsl:for-each>
    <define name="{@ident}">
      <xsl:sequence select="f:content(.)"/>
    </define>
  </xsl:template>

  <xsl:template match="classSpec[@type eq 'model']">
    <xsl:variable name="members" as="element()*" select="key('member', @ident)"/>
    <xsl:if test="empty($members)">
      <xsl:sequence select="f:fail(., 'the class has no members')"/>
    </xsl:if>
    <define name="{@ident}">
      <choice>
        <xsl:for-each select="$members">
          <ref name="{@ident}"/>
        </xsl:for-each>
      </choice>
    </define>
  </xsl:template>

  <xsl:template match="classSpec[@type eq 'atts']">
    <xsl:for-each select="attList//attDef">
      <define name="{f:attribute-define(.)}">
        <xsl:apply-templates select="." mode="m:grammar"/>
      </define>
    </xsl:for-each>
    <xsl:if test="attList">
      <define name="{@ident}.attributes">
        <xsl:apply-templates select="attList" mode="m:attributes"/>
      </define>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="m:grammar m:pattern m:once m:attributes" priority="-1">
    <xsl:sequence select="f:fail(., 'the schema compiler does not know what &lt;' || name() || '&gt; means here')"/>
  </xsl:template>

  <!-- Editors show this beside the cursor, and findings quote it: German first, as most who edit here read it. -->
  <xsl:template match="elementSpec | attDef | valItem" mode="m:documentation">
    <xsl:for-each select="desc[@xml:lang eq 'de'], desc[not(@xml:lang eq 'de')]">
      <a:documentation><xsl:copy-of select="@xml:lang"/>{normalize-space(.)}</a:documentation>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
