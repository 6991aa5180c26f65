<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: attributes of an ODD as RELAX NG patterns.
  Input:   attList and what it may hold.
  Output:  patterns; an attribute of a class is a define of its own, so that attRef can reach it.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:attributes"
  xmlns="http://relaxng.org/ns/structure/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="attList[@org eq 'choice'][*]">
    <choice>
      <xsl:apply-templates select="*"/>
    </choice>
  </xsl:template>

  <xsl:template match="attList[not(@org eq 'choice')][*]">
    <group>
      <xsl:apply-templates select="*"/>
    </group>
  </xsl:template>

  <xsl:template match="classSpec//attDef">
    <ref name="{f:attribute-define(.)}"/>
  </xsl:template>

  <xsl:template match="elementSpec//attDef">
    <xsl:apply-templates select="." mode="m:grammar"/>
  </xsl:template>

  <xsl:template match="attRef[@class][@name]">
    <xsl:variable name="class" as="element(classSpec)" select="f:spec(., @class, 'classSpec')"/>
    <xsl:variable name="attribute" as="element(attDef)*" select="$class/attList//attDef[@ident eq current()/@name]"/>
    <xsl:if test="empty($attribute)">
      <xsl:sequence select="f:fail(., 'the class ' || @class || ' has no such attribute')"/>
    </xsl:if>
    <ref name="{f:attribute-define($attribute[1])}"/>
  </xsl:template>

  <xsl:function name="f:attribute-define" as="xs:string">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:sequence select="
      $attribute/ancestor::classSpec/@ident || '.attribute.' || replace($attribute/@ident, ':', '.')"/>
  </xsl:function>

  <xsl:template match="attDef[@usage eq 'req']" mode="m:grammar">
    <xsl:sequence select="f:attribute(.)"/>
  </xsl:template>

  <xsl:template match="attDef[not(@usage) or @usage = ('opt', 'rec')]" mode="m:grammar">
    <optional>
      <xsl:sequence select="f:attribute(.)"/>
    </optional>
  </xsl:template>

  <xsl:template match="attDef" mode="m:grammar" priority="-0.4">
    <xsl:sequence select="f:fail(., 'usage is req, rec or opt, not &quot;' || @usage || '&quot;')"/>
  </xsl:template>

  <xsl:function name="f:attribute" as="element()">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:for-each select="$attribute">
      <xsl:for-each select="* except (datatype, valList, constraintSpec, defaultVal)">
        <xsl:if test="not(f:is-prose(.))">
          <xsl:sequence select="f:fail(., 'an attDef has no such part')"/>
        </xsl:if>
      </xsl:for-each>
      <xsl:if test="contains(@ident, ':') and not(starts-with(@ident, 'xml:'))">
        <xsl:sequence select="f:fail(., 'give the namespace in ns, not as a prefix')"/>
      </xsl:if>
      <attribute name="{@ident}">
        <xsl:copy-of select="@ns[not(starts-with(../@ident, 'xml:'))]"/>
        <xsl:apply-templates select="." mode="m:documentation"/>
        <xsl:sequence select="f:values(.)"/>
      </attribute>
    </xsl:for-each>
  </xsl:function>

  <!-- A closed list decides alone; an open one is advice, and the datatype decides. -->
  <xsl:function name="f:values" as="element()">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:variable name="closed" as="element(valList)?" select="$attribute/valList[@type eq 'closed']"/>
    <xsl:variable name="types" as="element()*" select="$attribute/datatype/*"/>
    <xsl:choose>
      <xsl:when test="count($attribute/valList) gt 1 or count($types) gt 1">
        <xsl:sequence select="f:fail($attribute, 'it has more than one list of values or datatype')"/>
      </xsl:when>
      <xsl:when test="empty(($closed, $types))">
        <xsl:sequence select="f:fail($attribute, 'it says nothing of its values: a datatype or a closed valList is missing')"/>
      </xsl:when>
      <xsl:when test="$types[not(self::dataRef | self::textNode)]">
        <xsl:sequence select="f:fail($types, 'a datatype holds one dataRef or textNode')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:listed($attribute, f:once(($closed, $types)[1]))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:listed" as="element()">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:param name="value" as="element()"/>
    <xsl:choose>
      <xsl:when test="$attribute/datatype[(@minOccurs, @maxOccurs) != '1']">
        <list>
          <xsl:sequence select="f:repeat($attribute/datatype, $value)"/>
        </list>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$value"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- RELAX NG forbids the same attribute twice and says so in a way that nobody understands. -->
  <xsl:function name="f:check-attributes" as="item()*">
    <xsl:param name="spec" as="element(elementSpec)"/>
    <xsl:variable name="names" as="xs:string*" select="($spec, f:attribute-classes($spec))/attList ! f:attribute-names(.)"/>
    <xsl:for-each-group select="$names" group-by=".">
      <xsl:if test="count(current-group()) gt 1">
        <xsl:sequence select="f:fail($spec, 'the attribute ' || . || ' is defined more than once, here or in its classes')"/>
      </xsl:if>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="f:attribute-names" as="xs:string*">
    <xsl:param name="list" as="element(attList)"/>
    <xsl:variable name="names" as="xs:string*" select="
      $list/* ! (if (self::attList) then f:attribute-names(.) else string((@ident, @name)[1]))"/>
    <xsl:sequence select="if ($list/@org eq 'choice') then distinct-values($names) else $names"/>
  </xsl:function>
</xsl:stylesheet>
