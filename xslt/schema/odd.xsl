<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: what the three readings of an ODD share: finding specifications, resolving classes, saying what is wrong.
  Input:   an ODD that spells out everything it admits (no moduleRef, no TEI source beside it).
  Output:  functions only.
  Note:    nothing that is not understood is passed over: f:fail stops the compilation and names the place.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:specs"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="m:specs" on-no-match="fail"/>

  <xsl:key name="spec" match="elementSpec | classSpec | macroSpec | dataSpec" use="@ident"/>
  <xsl:key name="member" match="elementSpec | classSpec" use="classes/memberOf/@key"/>
  <xsl:key name="group" match="specGrp" use="@xml:id"/>

  <xsl:function name="f:schema" as="element(schemaSpec)">
    <xsl:param name="odd" as="document-node()"/>
    <xsl:variable name="found" as="element(schemaSpec)*" select="$odd//schemaSpec"/>
    <xsl:sequence select="
      if (count($found) eq 1) then $found
      else f:fail($odd/*, 'an ODD has one schemaSpec, this one has ' || count($found))"/>
  </xsl:function>

  <!-- All specifications of the schema in the order in which it names them; specGrps are opened. -->
  <xsl:function name="f:specs" as="element()*">
    <xsl:param name="odd" as="document-node()"/>
    <xsl:variable name="specs" as="element()*">
      <xsl:apply-templates select="f:schema($odd)" mode="m:specs"/>
    </xsl:variable>
    <xsl:variable name="all" as="element()*" select="$odd//(elementSpec | classSpec | macroSpec | dataSpec)"/>
    <xsl:for-each select="$all except $specs">
      <xsl:sequence select="f:fail(., 'stands outside the schemaSpec and in no specGrp that it refers to')"/>
    </xsl:for-each>
    <xsl:for-each select="$specs[count(key('spec', @ident)) ne 1]">
      <xsl:sequence select="f:fail(., 'this name is given to more than one specification')"/>
    </xsl:for-each>
    <xsl:for-each select="$specs/descendant-or-self::*[@mode[. ne 'add']]">
      <xsl:sequence select="f:fail(., 'mode=&quot;' || @mode || '&quot; changes something that is not here; only add is')"/>
    </xsl:for-each>
    <xsl:for-each select="$specs, $specs ! f:classes(.)">
      <xsl:if test="self::classSpec[not(@type = ('model', 'atts'))]">
        <xsl:sequence select="f:fail(., 'the type of a class is model or atts')"/>
      </xsl:if>
    </xsl:for-each>
    <xsl:sequence select="$specs"/>
  </xsl:function>

  <xsl:template match="schemaSpec | specGrp" mode="m:specs" as="element()*">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="elementSpec | classSpec | macroSpec | dataSpec" mode="m:specs" as="element()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="specGrpRef" mode="m:specs" as="element()*">
    <xsl:variable name="group" as="element(specGrp)*" select="key('group', substring-after(@target, '#'))"/>
    <xsl:sequence select="
      if (not($group)) then f:fail(., 'there is no specGrp ' || @target)
      else if ($group intersect ancestor::specGrp) then f:fail(., 'the group contains itself')
      else ()"/>
    <xsl:apply-templates select="$group" mode="#current"/>
  </xsl:template>

  <xsl:template match="constraintSpec | specGrp/*[f:is-prose(.)] | schemaSpec/*[f:is-prose(.)]" mode="m:specs"
    as="element()*"/>

  <xsl:template match="*" mode="m:specs" priority="-1" as="element()*">
    <xsl:sequence select="f:fail(., 'only elementSpec, classSpec, macroSpec, dataSpec, constraintSpec, specGrp and
      specGrpRef can stand here')"/>
  </xsl:template>

  <!-- What documents a specification and decides nothing. -->
  <xsl:function name="f:is-prose" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::desc | self::gloss | self::exemplum | self::remarks
      | self::head | self::p | self::list])"/>
  </xsl:function>

  <xsl:function name="f:spec" as="element()">
    <xsl:param name="reference" as="element()"/>
    <xsl:param name="key" as="xs:string?"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:variable name="found" as="element()*" select="key('spec', $key, root($reference))[local-name() eq $kind]"/>
    <xsl:sequence select="
      if (count($found) eq 1) then $found
      else f:fail($reference, 'there is no ' || $kind || ' with the name &quot;' || $key || '&quot;')"/>
  </xsl:function>

  <!-- The classes of a specification, those of its classes included, each once. -->
  <xsl:function name="f:classes" as="element(classSpec)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="f:classes($spec, ())/."/>
  </xsl:function>

  <xsl:function name="f:classes" as="element(classSpec)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:param name="below" as="element()*"/>
    <xsl:for-each select="$spec/classes/memberOf">
      <xsl:variable name="class" as="element(classSpec)" select="f:spec(., @key, 'classSpec')"/>
      <xsl:sequence select="
        if ($class intersect ($spec, $below)) then f:fail(., 'the class is a member of itself')
        else if ($spec/self::classSpec[@type ne $class/@type])
        then f:fail(., 'a class of ' || $spec/@type || ' cannot be a member of a class of ' || $class/@type)
        else ($class, f:classes($class, ($spec, $below)))"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:attribute-classes" as="element(classSpec)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="f:classes($spec)[@type eq 'atts']"/>
  </xsl:function>

  <!-- The elements of a model class, those of its subclasses included, in the order of the ODD. -->
  <xsl:function name="f:members" as="element(elementSpec)*">
    <xsl:param name="class" as="element(classSpec)"/>
    <xsl:for-each select="key('member', $class/@ident, root($class))">
      <xsl:sequence select="if (self::elementSpec) then . else f:members(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- A constraintSpec with a single test may lend it its name. -->
  <xsl:function name="f:rule-id" as="xs:string">
    <xsl:param name="test" as="element()"/>
    <xsl:variable name="constraint" as="element()" select="$test/ancestor::constraintSpec"/>
    <xsl:sequence select="
      string(($test/@id, $constraint[count(.//(sch:assert | sch:report)) eq 1]/@ident)[1])"/>
  </xsl:function>

  <!-- "elementSpec p, attDef type": where in the ODD a node stands. -->
  <xsl:function name="f:place" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="named" as="xs:string*" select="
      $node/ancestor-or-self::*[@ident][not(self::schemaSpec)] ! (local-name() || ' ' || @ident)"/>
    <xsl:variable name="self" as="xs:string?" select="
      if ($node/@ident) then () else local-name($node) || $node/(@key, @name, @target)[1] ! (' ' || .)"/>
    <xsl:sequence select="string-join(($named, $self), ', ')"/>
  </xsl:function>

  <!-- item()* although nothing ever comes back: Saxon replaces a call that is known to be empty by nothing. -->
  <xsl:function name="f:fail" as="item()*">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="sentence" as="xs:string"/>
    <xsl:sequence select="error(xs:QName('f:odd'), f:place($node) || ': ' || normalize-space($sentence) || '.')"/>
  </xsl:function>
</xsl:stylesheet>
