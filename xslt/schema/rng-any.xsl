<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: the elements of other vocabularies that an ODD admits.
  Input:   anyElement.
  Output:  a reference where it stands; a define of its own, because it holds itself.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:grammar"
  xmlns="http://relaxng.org/ns/structure/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="f:any-element" as="xs:string">
    <xsl:param name="any" as="element(anyElement)"/>
    <xsl:sequence select="'any.' || 1 + count(root($any)//anyElement[. &lt;&lt; $any])"/>
  </xsl:function>

  <xsl:template match="anyElement" mode="m:once">
    <ref name="{f:any-element(.)}"/>
  </xsl:template>

  <xsl:template match="anyElement" mode="m:grammar">
    <element>
      <xsl:sequence select="if (@require) then f:required-names(.) else f:any-name(.)"/>
      <zeroOrMore>
        <attribute>
          <anyName/>
        </attribute>
      </zeroOrMore>
      <zeroOrMore>
        <choice>
          <text/>
          <ref name="{f:any-element(.)}"/>
        </choice>
      </zeroOrMore>
    </element>
  </xsl:template>

  <xsl:function name="f:required-names" as="element()">
    <xsl:param name="any" as="element(anyElement)"/>
    <choice>
      <xsl:sequence select="f:name-classes($any, $any/@require)"/>
    </choice>
  </xsl:function>

  <xsl:function name="f:any-name" as="element()">
    <xsl:param name="any" as="element(anyElement)"/>
    <anyName>
      <except>
        <xsl:sequence select="f:name-classes($any, ($any/@except, 'http://www.tei-c.org/ns/1.0')[1])"/>
      </except>
    </anyName>
  </xsl:function>

  <!-- Tokens of @require and @except: "teix:egXML" with a prefix in scope is a name, everything else a namespace. -->
  <xsl:function name="f:name-classes" as="element()+">
    <xsl:param name="any" as="element(anyElement)"/>
    <xsl:param name="tokens" as="xs:anyAtomicType"/>
    <xsl:for-each select="tokenize($tokens)">
      <xsl:variable name="prefix" as="xs:string" select="substring-before(., ':')"/>
      <xsl:choose>
        <xsl:when test="$prefix = in-scope-prefixes($any) and $prefix">
          <name ns="{namespace-uri-for-prefix($prefix, $any)}">{substring-after(., ':')}</name>
        </xsl:when>
        <xsl:otherwise>
          <nsName ns="{.}"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
