<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: what of a text belongs to which layer, what its citable units are, and where a word ends.
  Input:   nodes inside text; a layer, 'reading' or 'diplomatic'.
  Output:  functions.
  Note:    edition/layers.py has the same tables and says what they mean; tests hold both together.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:layers"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:a="urn:edition:adopted"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="m:layers" on-no-match="fail"/>

  <xsl:variable name="apart" as="map(xs:string, xs:boolean)" select="f:set('alt altGrp binaryObject certainty facsimile fLib
    figDesc fs fvLib gap graphic index interp interpGrp join joinGrp link linkGrp listChange listTranspose media note
    precision respons
    sourceDoc space span spanGrp standOff teiHeader timeline wit witDetail xenoData')"/>

  <xsl:variable name="lines" as="map(xs:string, xs:boolean)" select="f:set('ab addrLine address argument back biblFull
    biblStruct body byline camera caption castGroup castItem castList cell closer dateline div docEdition docImprint docTitle
    eg entry entryFree epigraph epilogue event figure floatingText front fw group head imprimatur item l lg list listBibl
    listEvent listNym listObject listOrg listPerson listPlace listRelation listWit nym object opener org p performance
    person personGrp place postscript prologue row salute set signed sound sp spGrp speaker stage superEntry table tech
    text titlePage titlePart trailer u view witness')"/>

  <xsl:variable name="stacks" as="map(xs:string, xs:boolean)" select="f:set('back body castGroup castList div front
    group lg list listBibl listEvent listNym listObject listOrg listPerson listPlace listRelation listWit row sp spGrp
    table text titlePage')"/>

  <xsl:variable name="breaks" as="map(xs:string, xs:boolean)" select="f:set('cb gb lb milestone pb')"/>

  <xsl:variable name="joined" as="xs:boolean" select="exists(//(lb | pb | cb | gb | milestone)[@break eq 'no'])"/>

  <xsl:function name="f:set" as="map(xs:string, xs:boolean)">
    <xsl:param name="names" as="xs:string"/>
    <xsl:sequence select="map:merge(tokenize($names) ! map { . : true() })"/>
  </xsl:function>

  <!-- The name of a TEI element; empty for all others. -->
  <xsl:function name="f:name" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="string($element/self::Q{http://www.tei-c.org/ns/1.0}*/local-name())"/>
  </xsl:function>

  <xsl:function name="f:is-unit" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/@a:unit) or exists($element[@xml:id][self::head or self::byline
      or self::p or self::epigraph or self::item or self::bibl[parent::listBibl]])"/>
  </xsl:function>

  <!-- Whether the words of a part of an element are text of a layer, if those of the element are. -->
  <xsl:function name="f:is-part" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:param name="layer" as="xs:string"/>
    <xsl:variable name="within" as="element()?" select="$part/parent::*"/>
    <xsl:sequence select="not(f:is-silent($part, $layer))
      and (if ($within[self::choice or self::app or self::rdgGrp]) then $part is f:chosen($within, $layer) else true())"/>
  </xsl:function>

  <xsl:function name="f:is-silent" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="layer" as="xs:string"/>
    <xsl:sequence select="map:contains($apart, f:name($element))
      or $layer eq 'reading' and exists($element[self::fw or self::del[not(parent::restore)]])"/>
  </xsl:function>

  <xsl:function name="f:is-shown" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="layer" as="xs:string"/>
    <xsl:sequence select="every $one in $element/ancestor-or-self::*[parent::*] satisfies f:is-part($one, $layer)"/>
  </xsl:function>

  <!-- The one part that is read of an element that offers several. -->
  <xsl:function name="f:chosen" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="layer" as="xs:string"/>
    <xsl:sequence select="
      if ($element/self::choice) then
        ($element/*[not(f:name(.) = f:others($layer))], $element/*)[1]
      else
        let $top := $element/ancestor-or-self::*[not(self::rdgGrp)][1],
          $read := (f:readings($top)/self::lem, f:readings($top))[1]
        return $element/*[. is $read or self::rdgGrp and $read/ancestor::* intersect .]"/>
  </xsl:function>

  <!-- Lemma and readings of an entry of the apparatus, also those in groups. -->
  <xsl:function name="f:readings" as="element()*">
    <xsl:param name="group" as="element()"/>
    <xsl:sequence select="$group/(lem | rdg | rdgGrp/f:readings(.))"/>
  </xsl:function>

  <xsl:function name="f:others" as="xs:string+">
    <xsl:param name="layer" as="xs:string"/>
    <xsl:sequence select="if ($layer eq 'reading') then ('sic', 'orig', 'abbr', 'am') else ('corr', 'reg', 'expan', 'ex')"/>
  </xsl:function>

  <!-- Whether words before an element, in it and behind it are different words, whatever stands between them. -->
  <xsl:function name="f:stands-alone" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="f:name($element)"/>
    <xsl:sequence select="
      if (map:contains($breaks, $name)) then $element/@break = 'yes' or ($name eq 'lb' and not($element/@break = 'no'))
      else map:contains($lines, $name) or $element/@a:unit = 'true' or map:contains($stacks, f:name($element/parent::*))"/>
  </xsl:function>

  <!-- Text as it counts: white space at a break that ends no word is none, nor is that between alternatives. -->
  <xsl:function name="f:text" as="xs:string">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="before" as="xs:boolean" select="$joined and f:joins-back($text/preceding-sibling::node()[1])"/>
    <xsl:variable name="behind" as="xs:boolean" select="$joined and f:joins-on($text/following-sibling::node()[1])"/>
    <xsl:variable name="begun" as="xs:string" select="if ($before) then replace($text, '^\s+', '') else $text"/>
    <xsl:sequence select="if ($behind) then replace($begun, '\s+$', '') else $begun"/>
  </xsl:function>

  <!-- Whether a break in a run of breaks, white space and comments ends no word. -->
  <xsl:function name="f:joins-on" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="f:joins($node)
      or f:is-run($node) and f:joins-on($node/following-sibling::node()[1])"/>
  </xsl:function>

  <xsl:function name="f:joins-back" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="f:joins($node)
      or f:is-run($node) and f:joins-back($node/preceding-sibling::node()[1])"/>
  </xsl:function>

  <xsl:function name="f:joins" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="exists($node[self::lb or self::pb or self::cb or self::gb or self::milestone]/@break[. eq 'no'])"/>
  </xsl:function>

  <xsl:function name="f:is-run" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="exists($node[self::lb or self::pb or self::cb or self::gb or self::milestone
      or self::comment() or self::processing-instruction() or self::text()[not(matches(., '\S'))]])"/>
  </xsl:function>

</xsl:stylesheet>
