<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: examples as they would stand in a file.
  Input:   egXML and eg.
  Output:  pre with escaped XML, without the indentation that the ODD adds.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:source"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:eg="http://www.tei-c.org/ns/Examples"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="eg:egXML" mode="m:html">
    <xsl:variable name="source" as="xs:string*">
      <xsl:apply-templates/>
    </xsl:variable>
    <pre class="example"><code>{f:outdent(string-join($source))}</code></pre>
  </xsl:template>

  <xsl:template match="eg" mode="m:html">
    <pre class="example"><code>{f:outdent(.)}</code></pre>
  </xsl:template>

  <xsl:template match="*" as="xs:string+">
    <xsl:variable name="inside" as="xs:string*">
      <xsl:apply-templates/>
    </xsl:variable>
    <xsl:variable name="tag" as="xs:string" select="
      name() || string-join(@* ! (' ' || name() || '=&quot;' || replace(f:escaped(.), '&quot;', '&amp;quot;') || '&quot;'))"/>
    <xsl:sequence select="
      if (node()) then ('&lt;' || $tag || '&gt;', $inside, '&lt;/' || name() || '&gt;') else '&lt;' || $tag || '/&gt;'"/>
  </xsl:template>

  <xsl:template match="text()" as="xs:string">
    <xsl:sequence select="f:escaped(.)"/>
  </xsl:template>

  <xsl:template match="comment()" as="xs:string">
    <xsl:sequence select="'&lt;!--' || . || '--&gt;'"/>
  </xsl:template>

  <xsl:template match="processing-instruction()" as="xs:string">
    <xsl:sequence select="'&lt;?' || name() || ' ' || . || '?&gt;'"/>
  </xsl:template>

  <xsl:function name="f:escaped" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace($text, '&amp;', '&amp;amp;') => replace('&lt;', '&amp;lt;')"/>
  </xsl:function>

  <xsl:function name="f:outdent" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="lines" as="xs:string*" select="tokenize(replace($text, '^\s*\n|\s+$', ''), '\n')"/>
    <xsl:variable name="indent" as="xs:integer" select="
      (min($lines[normalize-space()][position() gt 1 or starts-with(., ' ')]
      ! (string-length(.) - string-length(replace(., '^ +', '')))), 0)[1]"/>
    <xsl:sequence select="string-join($lines ! (if (starts-with(., ' ')) then substring(., $indent + 1) else .), '&#10;')"/>
  </xsl:function>
</xsl:stylesheet>
