<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: a text or page of the edition as a document in the conventions of ACDH-CH's template dse-static.
  Input:   a TEI document of the edition; the entries of the lists in TEI, and where other pointers lead.
  Output:  the same text in one body, names as rs with local pointers, notes at their places, the entries it names in
           back. No word of the text is added or lost, and no space.
  Note:    the template shows body and nothing of front; of rs it shows the types person, place, org and bibl and loses
           the words of any other; a bibl it takes for an entry. So events are name, and printed bibliographies lists.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all" default-mode="m:document"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:edition:functions" xmlns:m="urn:edition:modes" xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="m:document" on-no-match="shallow-copy"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <!-- JSON objects: attributes of the root; element of each kind by its prefix; address of each other pointer. -->
  <xsl:param name="place" as="xs:string" required="yes"/>
  <xsl:param name="kinds" as="xs:string" required="yes"/>
  <xsl:param name="links" as="xs:string" required="yes"/>
  <!-- XML: all lists in one element. -->
  <xsl:param name="entries" as="xs:string" required="yes"/>
  <!-- Addresses of the page and of the TEI file in the edition; what this file leaves out. -->
  <xsl:param name="page" as="xs:string" required="yes"/>
  <xsl:param name="original" as="xs:string" required="yes"/>
  <xsl:param name="losses" as="xs:string" required="yes"/>

  <xsl:variable name="attributes" as="map(*)" select="parse-json($place)"/>
  <xsl:variable name="elements" as="map(*)" select="parse-json($kinds)"/>
  <xsl:variable name="addresses" as="map(*)" select="parse-json($links)"/>
  <xsl:variable name="known" as="document-node()" select="parse-xml($entries)"/>
  <xsl:variable name="types" as="xs:string+" select="'person', 'place', 'org', 'bibl'"/>

  <xsl:key name="element" match="*" use="@xml:id"/>
  <xsl:key name="annotation" match="standOff/listAnnotation/annotation" use="tokenize(@target) ! substring-after(., '#')"/>
  <xsl:key name="entry" match="/*/*/*" use="@xml:id"/>

  <xsl:template match="/">
    <xsl:variable name="document" as="element()">
      <xsl:apply-templates select="TEI"/>
    </xsl:variable>
    <TEI>
      <xsl:copy-of select="$document/@*"/>
      <xsl:text>&#10; </xsl:text>
      <xsl:copy-of select="$document/teiHeader"/>
      <xsl:text>&#10; </xsl:text>
      <text>
        <xsl:copy-of select="$document/text/node()"/>
        <xsl:sequence select="f:back($document)"/>
      </text>
      <xsl:text>&#10;</xsl:text>
    </TEI>
  </xsl:template>

  <!-- The entries that the document names, anywhere. -->
  <xsl:function name="f:back" as="element(back)?">
    <xsl:param name="document" as="element()"/>
    <xsl:variable name="named" as="xs:string*" select="
      $document//@*[starts-with(., '#')] ! tokenize(.)[starts-with(., '#')] ! substring(., 2)"/>
    <xsl:variable name="found" as="element()*" select="key('entry', $named, $known)"/>
    <xsl:where-populated>
      <back>
        <xsl:for-each select="$known/*/*[* intersect $found]">
          <xsl:copy>
            <xsl:copy-of select="* intersect $found" copy-namespaces="no"/>
          </xsl:copy>
        </xsl:for-each>
      </back>
    </xsl:where-populated>
  </xsl:function>

  <!-- Root and header. -->

  <xsl:template match="TEI">
    <xsl:copy>
      <xsl:apply-templates select="@* except @xml:id"/>
      <xsl:for-each select="map:keys($attributes)">
        <xsl:sort/>
        <xsl:attribute name="{.}" select="$attributes(.)"/>
      </xsl:for-each>
      <xsl:apply-templates select="teiHeader, text"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="fileDesc/publicationStmt/availability[1]">
    <idno type="URL">{$page}</idno>
    <xsl:text>&#10;    </xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="encodingDesc/projectDesc">
    <xsl:copy>
      <xsl:apply-templates select="@*, node()"/>
      <xsl:sequence select="f:derived()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="encodingDesc[not(projectDesc)]">
    <xsl:copy>
      <projectDesc>
        <xsl:sequence select="f:derived()"/>
      </projectDesc>
      <xsl:apply-templates/>
    </xsl:copy>
  </xsl:template>

  <xsl:function name="f:derived" as="element(p)">
    <p>Abgeleitet aus <ref target="{$original}">{$original}</ref> nach den Konventionen von dse-static. {$losses}</p>
  </xsl:function>

  <!-- What they describe is the original. -->
  <xsl:template match="encodingDesc/(refsDecl | listPrefixDef | schemaRef)"/>

  <!-- The template takes a note without p for a footnote of the text. -->
  <xsl:template match="teiHeader//note[not(p)]">
    <xsl:copy>
      <xsl:apply-templates select="@*"/>
      <p>
        <xsl:apply-templates/>
      </p>
    </xsl:copy>
  </xsl:template>

  <!-- One body. -->

  <xsl:template match="text">
    <xsl:copy>
      <xsl:apply-templates select="@*"/>
      <body>
        <xsl:for-each select="front[*]">
          <div type="front">
            <xsl:apply-templates select="@xml:id, node()"/>
          </div>
        </xsl:for-each>
        <xsl:apply-templates select="body/node(), back/node()"/>
      </body>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="text//listBibl">
    <list type="unordered">
      <xsl:apply-templates select="@xml:id, node()"/>
      <xsl:sequence select="f:notes(.)"/>
    </list>
  </xsl:template>

  <xsl:template match="text//listBibl/bibl" priority="2">
    <item>
      <xsl:apply-templates select="@xml:id, @corresp, node()"/>
      <xsl:sequence select="f:notes(.)"/>
    </item>
  </xsl:template>

  <!-- Elsewhere too: a bibl would be hidden. -->
  <xsl:template priority="1" match="
      text//bibl | text//bibl//(author | editor | publisher | pubPlace | biblScope | series | edition | idno | extent)">
    <seg type="{local-name()}">
      <xsl:apply-templates select="@xml:id, @xml:lang, @corresp, node()"/>
    </seg>
    <xsl:sequence select="f:notes(.)"/>
  </xsl:template>

  <!-- A cit must hold a bibl. -->
  <xsl:template priority="2" match="text//cit[bibl]">
    <xsl:element name="{if (parent::epigraph or parent::div or parent::argument) then 'p' else 'seg'}">
      <xsl:apply-templates select="@xml:id, node()"/>
    </xsl:element>
    <xsl:sequence select="f:notes(.)"/>
  </xsl:template>

  <!-- Names. -->

  <xsl:template priority="2" match="text//*[self::persName or self::placeName or self::orgName or self::title][@ref]">
    <rs>
      <xsl:apply-templates select="@ref, @xml:id, @cert"/>
      <xsl:attribute name="type" select="f:type(@ref)"/>
      <xsl:copy>
        <xsl:apply-templates select="@* except (@ref, @xml:id, @cert), node()"/>
      </xsl:copy>
    </rs>
    <xsl:sequence select="f:notes(.)"/>
  </xsl:template>

  <xsl:template priority="2" match="text//rs[@ref]">
    <xsl:variable name="type" as="xs:string" select="f:type(@ref)"/>
    <xsl:element name="{if ($type = $types) then 'rs' else 'name'}">
      <xsl:apply-templates select="@*"/>
      <xsl:attribute name="type" select="$type"/>
      <xsl:apply-templates/>
    </xsl:element>
    <xsl:sequence select="f:notes(.)"/>
  </xsl:template>

  <xsl:function name="f:type" as="xs:string">
    <xsl:param name="pointers" as="xs:string"/>
    <xsl:sequence select="($elements(tokenize($pointers)[1] => substring-before(':')), 'unknown')[1]"/>
  </xsl:function>

  <!-- Pointers: an entry by its local id, anything else by its address. -->

  <xsl:template match="@ref | @corresp | @who | @source | @where | @target | @ana | @resp">
    <xsl:attribute name="{name()}" select="tokenize(.) ! f:pointer(.)"/>
  </xsl:template>

  <xsl:function name="f:pointer" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:variable name="kind" as="xs:string" select="substring-before($pointer, ':')"/>
    <xsl:sequence select="
      if (map:contains($elements, $kind)) then '#' || $kind || '__' || substring-after($pointer, ':')
      else ($addresses($pointer), $pointer)[1]"/>
  </xsl:function>

  <!-- Notes: where the passage ends; a further passage of the same note points to it. -->

  <xsl:template match="text//*[@xml:id]" priority="-0.2">
    <xsl:variable name="inside" as="xs:boolean" select="
      exists(self::p | self::head | self::byline | self::item | self::div | self::epigraph | self::argument | self::list)"/>
    <xsl:copy>
      <xsl:apply-templates select="@*, node()"/>
      <xsl:sequence select="f:notes(.)[$inside]"/>
    </xsl:copy>
    <xsl:sequence select="f:notes(.)[not($inside)]"/>
  </xsl:template>

  <!-- In a choice there is no place for a note. -->
  <xsl:template priority="2" match="text//choice">
    <xsl:copy>
      <xsl:apply-templates select="@*, node()"/>
    </xsl:copy>
    <xsl:sequence select="(., *) ! f:notes(.)"/>
  </xsl:template>

  <xsl:template priority="2" match="text//choice/*">
    <xsl:copy>
      <xsl:apply-templates select="@*, node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:function name="f:notes" as="element()*">
    <xsl:param name="passage" as="element()"/>
    <xsl:for-each select="$passage/@xml:id/key('annotation', ., root($passage))">
      <xsl:variable name="passages" as="element()*" select="key('element', tokenize(@target) ! substring-after(., '#'))"/>
      <xsl:choose>
        <xsl:when test="$passages[1] is $passage">
          <xsl:apply-templates select="note"/>
        </xsl:when>
        <xsl:otherwise>
          <ptr type="commentary" target="#{@xml:id}"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="annotation/note">
    <note type="commentary" subtype="{@type}">
      <xsl:if test="not(preceding-sibling::note)">
        <xsl:attribute name="xml:id" select="../@xml:id"/>
      </xsl:if>
      <xsl:apply-templates select="@resp, @source, @cert, @xml:lang, node()"/>
    </note>
  </xsl:template>

  <!-- Names within notes are names of the document. -->
  <xsl:template priority="2" match="annotation//*[self::persName or self::placeName or self::orgName or self::title][@ref]">
    <rs type="{f:type(@ref)}">
      <xsl:apply-templates select="@ref"/>
      <xsl:copy>
        <xsl:apply-templates select="@* except @ref, node()"/>
      </xsl:copy>
    </rs>
  </xsl:template>

  <xsl:template priority="2" match="annotation//rs[@ref]">
    <xsl:element name="{if (f:type(@ref) = $types) then 'rs' else 'name'}">
      <xsl:apply-templates select="@*"/>
      <xsl:attribute name="type" select="f:type(@ref)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()"/>

</xsl:stylesheet>
