<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: what every module needs: attributes, links, and saying what is wrong and where.
  Input:   elements of the TEI document.
  Output:  functions and two named templates for what elements contain.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:key name="id" match="*" use="@xml:id"/>

  <xsl:variable name="urls" as="map(xs:string, xs:string)" select="parse-json($links)"/>
  <xsl:variable name="names" as="map(xs:string, xs:string)" select="parse-json($labels)"/>

  <!-- What a pointer leads to, in words; itself where nobody has said it. -->
  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="($names($pointer), $pointer)[1]"/>
  </xsl:function>

  <!-- class, id and lang of the HTML element that stands for a TEI element. -->
  <xsl:function name="f:attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="classes" as="xs:string*"/>
    <xsl:sequence select="f:class($element, $classes)"/>
    <xsl:if test="$element/@xml:id">
      <xsl:attribute name="id" select="$element/@xml:id"/>
    </xsl:if>
    <xsl:sequence select="f:language($element)"/>
  </xsl:function>

  <!-- An id that the document does not have. -->
  <xsl:function name="f:free-id" as="xs:string">
    <xsl:param name="wanted" as="xs:string"/>
    <xsl:param name="from" as="element()"/>
    <xsl:sequence select="if (key('id', $wanted, root($from))) then f:free-id($wanted || '_', $from) else $wanted"/>
  </xsl:function>

  <!-- Where a pointer leads. Python makes the URLs; a pointer it does not know is an error. -->
  <xsl:function name="f:url" as="xs:string?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="from" as="element()"/>
    <xsl:variable name="target" as="element()?" select="key('id', substring-after($pointer, '#'), root($from))[1]"/>
    <xsl:choose>
      <xsl:when test="exists($urls($pointer))">
        <xsl:sequence select="$urls($pointer)"/>
      </xsl:when>
      <xsl:when test="matches($pointer, '^(https?|mailto):') and (f:address($pointer) or $unknown ne 'render'
        or matches($pointer, '^mailto:[^\s&lt;&gt;&quot;]+$'))">
        <xsl:sequence select="$pointer"/>
      </xsl:when>
      <xsl:when test="starts-with($pointer, '#') and $target[f:has-place(.)]">
        <xsl:sequence select="$pointer"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:fail($from, 'missing-link', 'points to ' || $pointer || ', which has no place in the site',
          'Correct the pointer, or add what it points to.')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Whether what a pointer of the text leads to is on the page. -->
  <xsl:function name="f:has-place" as="xs:boolean">
    <xsl:param name="target" as="element()"/>
    <xsl:sequence select="exists($target/ancestor::text) and f:is-listed($target)
      and empty($target[self::rdgGrp or self::app or self::front or self::body or self::back or self::argument])"/>
  </xsl:function>

  <!-- With unknown='render' a text that is not ours is shown as far as it is understood. -->
  <xsl:function name="f:fail" as="empty-sequence()">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="code" as="xs:string"/>
    <xsl:param name="what" as="xs:string"/>
    <xsl:param name="hint" as="xs:string"/>
    <xsl:variable name="near" as="attribute()?" select="$element/ancestor-or-self::*[@xml:id][1]/@xml:id"/>
    <xsl:if test="$unknown ne 'render'">
      <xsl:sequence select="error(xs:QName('f:' || $code), '&lt;' || name($element) || '> near '
        || ($near, 'the beginning')[1] || ' in ' || (root($element)/TEI/@xml:id, 'a file without xml:id')[1]
        || ' ' || $what || '. Hint: ' || $hint)"/>
    </xsl:if>
  </xsl:function>

  <!-- An element that needs no HTML of its own gets some only to carry a class, an id or a language. -->
  <xsl:template name="plain" as="node()*">
    <xsl:param name="class" as="xs:string?" select="()"/>
    <xsl:param name="nodes" as="node()*" select="node()"/>
    <xsl:variable name="attributes" as="attribute()*" select="f:attributes(., $class)"/>
    <xsl:variable name="tag" as="xs:string" select="f:tag(., 'span')"/>
    <xsl:choose>
      <xsl:when test="exists($attributes) or $tag ne 'span'">
        <xsl:element name="{$tag}">
          <xsl:sequence select="$attributes"/>
          <xsl:call-template name="content">
            <xsl:with-param name="nodes" select="$nodes"/>
          </xsl:call-template>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="content">
          <xsl:with-param name="nodes" select="$nodes"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Inside a name that holds another one ($href leads to the outer), whatever holds no link becomes one. -->
  <xsl:template name="content" as="node()*">
    <xsl:param name="nodes" as="node()*" select="node()"/>
    <xsl:param name="href" as="xs:string?" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="empty($href)">
        <xsl:apply-templates select="$nodes"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each-group select="$nodes[self::* or self::text()]" group-adjacent="f:holds-link(.) or not(matches(., '\S'))">
          <xsl:call-template name="run"/>
        </xsl:for-each-group>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="run" as="node()*">
    <xsl:param name="href" as="xs:string" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="current-grouping-key()">
        <xsl:apply-templates select="current-group()"/>
      </xsl:when>
      <xsl:otherwise>
        <!-- The spaces at its ends stay outside, where no line is drawn under them. -->
        <xsl:variable name="words" as="text()*" select="current-group()/descendant-or-self::text()[not(parent::choice)]"/>
        <xsl:value-of select="' '[matches($words[1] ! f:text(.), '^\s')]"/>
        <a href="{$href}">
          <xsl:apply-templates select="current-group()">
            <xsl:with-param name="href" select="()" tunnel="yes"/>
            <xsl:with-param name="first" select="$words[1]" tunnel="yes"/>
            <xsl:with-param name="last" select="$words[last()]" tunnel="yes"/>
          </xsl:apply-templates>
        </a>
        <xsl:value-of select="' '[matches($words[last()] ! f:text(.), '\s$')]"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
