<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: the citable units of a text, as its citeStructure declares them.
  Input:   a TEI document with encodingDesc/refsDecl.
  Output:  a JSON object: whether units are declared, the declared structure, and the units in document order.
  Note:    an element is named by its number in document order, the root being 0: that needs no identifier, and holds for
           whoever reads the same file. TEI Guidelines, 16.2.5.4 (citeStructure): match leads from the unit around to a
           unit, use to its number, delim stands before it. An element without a number cannot be cited.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all" default-mode="m:citations"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:err="http://www.w3.org/2005/xqt-errors"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="m:citations" on-no-match="fail" use-accumulators="elements"/>

  <xsl:output method="json"/>

  <xsl:variable name="terms" as="xs:string" select="'http://purl.org/dc/terms/'"/>

  <xsl:accumulator name="elements" as="xs:integer" initial-value="-1">
    <xsl:accumulator-rule match="*" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:template match="/" as="map(xs:string, item()*)">
    <xsl:variable name="declared" as="element(citeStructure)*"
      select="TEI/teiHeader/encodingDesc/refsDecl[1]/citeStructure"/>
    <xsl:sequence select="map {
      'declared': exists($declared),
      'structure': f:structure($declared),
      'units': array { f:units($declared, ., (), 1) }
      }"/>
  </xsl:template>

  <xsl:function name="f:structure" as="array(map(*))">
    <xsl:param name="declared" as="element(citeStructure)*"/>
    <xsl:sequence select="array { $declared ! map {
      'type': string(@unit),
      'inside': f:structure(citeStructure)
      } }"/>
  </xsl:function>

  <!-- Units of one level in document order, whichever structure found them, each with those inside it. -->
  <xsl:function name="f:units" as="map(*)*">
    <xsl:param name="declared" as="element(citeStructure)*"/>
    <xsl:param name="context" as="node()"/>
    <xsl:param name="parent" as="xs:string?"/>
    <xsl:param name="level" as="xs:integer"/>
    <xsl:variable name="found" as="map(*)*">
      <xsl:for-each select="$declared">
        <xsl:variable name="structure" as="element(citeStructure)" select="."/>
        <xsl:for-each select="f:evaluated(@match, $context)">
          <xsl:sequence select="map { 'structure': $structure, 'node': f:element(., $structure, $context) }"/>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each select="$found">
      <xsl:sort select="f:number(?node)"/>
      <xsl:sequence select="f:unit(?structure, ?node, $parent, $level)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:unit" as="map(*)*">
    <xsl:param name="structure" as="element(citeStructure)"/>
    <xsl:param name="node" as="element()"/>
    <xsl:param name="parent" as="xs:string?"/>
    <xsl:param name="level" as="xs:integer"/>
    <xsl:variable name="own" as="xs:string" select="f:words(f:evaluated($structure/@use, $node))"/>
    <xsl:variable name="identifier" as="xs:string" select="$parent || $structure/@delim || $own"/>
    <xsl:if test="$own">
      <xsl:sequence select="map {
        'identifier': $identifier,
        'type': string($structure/@unit),
        'level': $level,
        'parent': $parent,
        'element': f:number($node),
        'id': string($node/@xml:id),
        'terms': f:terms($structure/citeData[starts-with(@property, $terms)], $node)
        }"/>
      <xsl:sequence select="f:units($structure/citeStructure, $node, $identifier, $level + 1)"/>
    </xsl:if>
  </xsl:function>

  <!-- What citeData says of a unit in Dublin Core Terms; other vocabularies would need a context of their own. -->
  <xsl:function name="f:terms" as="map(xs:string, xs:string)">
    <xsl:param name="declared" as="element(citeData)*"/>
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="stated" as="map(xs:string, xs:string)*" select="
      $declared ! map:entry(substring-after(@property, $terms), f:words(f:evaluated(@use, $node)))"
      xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
    <xsl:sequence select="map:merge($stated[?* ne ''])" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:function>

  <xsl:function name="f:number" as="xs:integer">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="$node/accumulator-before('elements')"/>
  </xsl:function>

  <xsl:function name="f:words" as="xs:string">
    <xsl:param name="found" as="item()*"/>
    <xsl:sequence select="string-join($found[1] ! tokenize(string(.)), ' ')"/>
  </xsl:function>

  <xsl:function name="f:element" as="element()">
    <xsl:param name="found" as="item()"/>
    <xsl:param name="structure" as="element(citeStructure)"/>
    <xsl:param name="context" as="node()"/>
    <xsl:sequence select="
      if (not($found instance of element()))
      then f:refuse($structure/@match, 'finds something that is no element')
      else if (not($context intersect $found/ancestor::node()))
      then f:refuse($structure/@match, 'leads out of the unit around it')
      else $found"/>
  </xsl:function>

  <!-- The result of a path that the header declares; names without a prefix are those of the header. -->
  <xsl:function name="f:evaluated" as="item()*">
    <xsl:param name="path" as="attribute()"/>
    <xsl:param name="context" as="node()"/>
    <xsl:try>
      <xsl:evaluate xpath="$path" context-item="$context" namespace-context="$path/.." as="item()*"/>
      <xsl:catch>
        <xsl:sequence select="f:refuse($path, 'cannot be used: ' || normalize-space($err:description))"/>
      </xsl:catch>
    </xsl:try>
  </xsl:function>

  <xsl:function name="f:refuse" as="item()*">
    <xsl:param name="path" as="attribute()"/>
    <xsl:param name="reason" as="xs:string"/>
    <xsl:sequence select="error(xs:QName('f:path'), 'The path &quot;' || $path || '&quot; in @' || name($path)
      || ' of ' || name($path/..) || ' ' || $reason || '. Hint: Correct it in refsDecl.')"/>
  </xsl:function>

</xsl:stylesheet>
