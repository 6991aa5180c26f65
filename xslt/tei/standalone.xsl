<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: an article as one file that needs no other.
  Input:   a TEI document of the edition; the authority files as $lists; the addresses of pages as $links (JSON by
           pointer); $published, address of the file it is made from; $made says what it is; figures: see publish.xsl.
  Output:  the published file, with the entries that it names, and those that these name in turn, copied into its
           standOff; every pointer to them is local.
  Note:    an entry keeps its xml:id unless the article or another entry has it: then its kind comes before it.
           $lists: <lists><file prefix="person" address="https://…/persons.xml"><TEI>…</TEI></file>…</lists>
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:published"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:import href="../publish.xsl"/>
  <xsl:include href="pointers.xsl"/>

  <xsl:param name="lists" as="xs:string" required="yes"/>
  <xsl:param name="published" as="xs:string" required="yes"/>
  <xsl:param name="made" as="xs:string" required="yes"/>

  <xsl:key name="by-id" match="*[@xml:id]" use="@xml:id"/>

  <xsl:variable name="article" as="document-node()" select="/"/>
  <xsl:variable name="files" as="element()*" select="parse-xml($lists)/*/*:file"/>

  <!-- Every entry of the lists, by its pointer. -->
  <xsl:variable name="entries" as="map(xs:string, element())">
    <xsl:map>
      <xsl:for-each select="$files/TEI/standOff/*[not(self::listRelation)]/*[@xml:id]">
        <xsl:map-entry key="f:pointer(.)" select="."/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <!-- What is copied: entries that are named, and relations between them, until nothing is missing. -->
  <xsl:variable name="named" as="xs:string*" select="sort(f:closed((), f:named($article)))"/>
  <xsl:variable name="relations" as="element(relation)*" select="f:relations($named)"/>

  <xsl:variable name="ids" as="map(xs:string, xs:string)"
    select="f:ids($named, map { }, map:merge($article//@xml:id ! map { string(.): true() }))"/>

  <xsl:function name="f:pointer" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="$entry/ancestor::*:file/@prefix || ':' || $entry/@xml:id"/>
  </xsl:function>

  <!-- The entries that some part of the edition points to, as pointers. -->
  <xsl:function name="f:named" as="xs:string*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="distinct-values($nodes//@*[f:points(.)] ! f:targets(.))[map:contains($entries, .)]"/>
  </xsl:function>

  <!-- A list may point to its own entries by `#`. -->
  <xsl:function name="f:targets" as="xs:string*">
    <xsl:param name="pointers" as="attribute()"/>
    <xsl:variable name="prefix" as="xs:string?" select="$pointers/ancestor::*:file/@prefix"/>
    <xsl:sequence select="tokenize($pointers) ! (if ($prefix) then replace(., '^#', $prefix || ':') else .)"/>
  </xsl:function>

  <xsl:function name="f:closed" as="xs:string*">
    <xsl:param name="found" as="xs:string*"/>
    <xsl:param name="new" as="xs:string*"/>
    <xsl:variable name="all" as="xs:string*" select="$found, $new"/>
    <xsl:variable name="next" as="xs:string*"
      select="f:named(($new ! $entries(.), f:relations($all)))[not(. = $all)]"/>
    <xsl:sequence select="if (exists($next)) then f:closed($all, $next) else $all"/>
  </xsl:function>

  <!-- The relations all of whose sides are among these entries. -->
  <xsl:function name="f:relations" as="element(relation)*">
    <xsl:param name="pointers" as="xs:string*"/>
    <xsl:variable name="there" as="map(xs:string, xs:boolean)" select="map:merge($pointers ! map { .: true() })"/>
    <xsl:sequence select="$files/TEI/standOff/listRelation/relation[every $side in
      (@active, @passive, @mutual) ! f:targets(.) satisfies map:contains($there, $side)]"/>
  </xsl:function>

  <!-- Pointer → xml:id in this file; `taken` are the ids given so far. -->
  <xsl:function name="f:ids" as="map(xs:string, xs:string)">
    <xsl:param name="pointers" as="xs:string*"/>
    <xsl:param name="ids" as="map(xs:string, xs:string)"/>
    <xsl:param name="taken" as="map(xs:string, xs:boolean)"/>
    <xsl:iterate select="$pointers">
      <xsl:param name="ids" as="map(xs:string, xs:string)" select="$ids"/>
      <xsl:param name="taken" as="map(xs:string, xs:boolean)" select="$taken"/>
      <xsl:on-completion select="$ids"/>
      <xsl:variable name="long" as="xs:string" select="translate(., ':', '-')"/>
      <xsl:variable name="id" as="xs:string" select="(substring-after(., ':'), $long,
        (2 to count($pointers) + 2) ! ($long || '-' || .))[not(map:contains($taken, .))][1]"/>
      <xsl:next-iteration>
        <xsl:with-param name="ids" select="map:put($ids, ., $id)"/>
        <xsl:with-param name="taken" select="map:put($taken, $id, true())"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <xsl:template match="@*[f:points(.)]">
    <xsl:attribute name="{name()}" select="tokenize(.) ! f:local(., current())"/>
  </xsl:template>

  <!-- A pointer as it is written here. What the header of a list declares is the same in the article, or stays there. -->
  <xsl:function name="f:local" as="xs:string">
    <xsl:param name="token" as="xs:string"/>
    <xsl:param name="at" as="attribute()"/>
    <xsl:variable name="file" as="element()?" select="$at/ancestor::*:file"/>
    <xsl:variable name="pointer" as="xs:string" select="if ($file) then replace($token, '^#', $file/@prefix || ':') else $token"/>
    <xsl:variable name="id" as="xs:string?" select="$ids($pointer)"/>
    <xsl:sequence select="
      if ($id) then '#' || $id
      else if (not($file and starts-with($token, '#'))) then f:address($token)
      else if (f:same(substring($token, 2), $file)) then $token
      else $file/@address || $token"/>
  </xsl:function>

  <!-- Whether the article declares under this id what the list declares. -->
  <xsl:function name="f:same" as="xs:boolean">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="file" as="element()"/>
    <xsl:variable name="here" as="element()?" select="key('by-id', $id, $article)[1]"/>
    <xsl:variable name="there" as="element()?" select="key('by-id', $id, root($file))[ancestor::*:file is $file][1]"/>
    <xsl:sequence select="exists($here) and exists($there) and node-name($here) eq node-name($there)
      and normalize-space($here) eq normalize-space($there)"/>
  </xsl:function>

  <xsl:template match="standOff/*/*/@xml:id[ancestor::*:file]">
    <xsl:attribute name="xml:id" select="($ids(f:pointer(..)), .)[1]"/>
  </xsl:template>

  <!-- Nothing points to what stands inside an entry; its id must only be no other's. -->
  <xsl:template match="standOff/*/*/*//@xml:id[ancestor::*:file]">
    <xsl:attribute name="xml:id" select="string-join(
      ($ids(f:pointer(ancestor::*[parent::*/parent::standOff])), .), '.')"/>
  </xsl:template>

  <!-- The edition's own schema, which the header names, wants lists in files of their own: this file follows TEI only. -->
  <xsl:template match="/processing-instruction('xml-model') | /processing-instruction('xml-stylesheet')" priority="1"/>
  <xsl:template match="schemaRef/@url">
    <xsl:attribute name="url" select="resolve-uri(., $published)"/>
  </xsl:template>

  <!-- Prefixes that still stand somewhere. -->
  <xsl:variable name="prefixes" as="xs:string*" select="distinct-values(
    ($article, $named ! $entries(.))//@*[f:points(.)] ! tokenize(.)[contains(., ':')][not(map:contains($ids, .))]
      [f:address(.) eq .] ! substring-before(., ':'))"/>

  <xsl:template match="prefixDef[not(@ident = $prefixes)]"/>
  <xsl:template match="listPrefixDef[not(prefixDef/@ident = $prefixes)]"/>

  <xsl:template match="revisionDesc//change[last()]">
    <xsl:next-match/>
    <xsl:text>&#10;     </xsl:text>
    <change>
      <xsl:copy-of select="@n, @when"/>
      <xsl:text>{$made}</xsl:text>
    </change>
  </xsl:template>

  <xsl:template match="TEI/text[not(../standOff)]">
    <standOff>
      <xsl:call-template name="lists"/>
      <xsl:text>&#10; </xsl:text>
    </standOff>
    <xsl:text>&#10; </xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="TEI[text]/standOff[not(ancestor::*:file)]">
    <xsl:copy>
      <xsl:apply-templates select="@*"/>
      <xsl:call-template name="lists"/>
      <xsl:apply-templates select="node()"/>
    </xsl:copy>
  </xsl:template>

  <!-- One list for each file, in the order of the files; the type says of what, for two are lists of bibl. -->
  <xsl:template name="lists" as="node()*">
    <xsl:for-each select="$files">
      <xsl:variable name="file" as="element()" select="."/>
      <xsl:variable name="here" as="element()*" select="$named[starts-with(., $file/@prefix || ':')] ! $entries(.)"/>
      <xsl:if test="exists($here)">
        <xsl:text>&#10;  </xsl:text>
        <xsl:element name="{local-name($here[1]/..)}">
          <xsl:attribute name="type" select="TEI/@xml:id"/>
          <xsl:copy-of select="TEI/@xml:lang[. ne $article/TEI/@xml:lang]"/>
          <xsl:for-each select="$here">
            <xsl:text>&#10;   </xsl:text>
            <xsl:apply-templates select="."/>
          </xsl:for-each>
          <xsl:text>&#10;  </xsl:text>
        </xsl:element>
      </xsl:if>
    </xsl:for-each>
    <xsl:if test="exists($relations)">
      <xsl:text>&#10;  </xsl:text>
      <listRelation>
        <xsl:for-each select="$relations">
          <xsl:text>&#10;   </xsl:text>
          <xsl:apply-templates select="."/>
        </xsl:for-each>
        <xsl:text>&#10;  </xsl:text>
      </listRelation>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
