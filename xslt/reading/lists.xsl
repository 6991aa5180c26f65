<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: lists.
  Input:   list, listBibl, listWit with their items, lists of terms with explanations.
  Output:  ul, ol, dl; what stands between items gets one of its own, for HTML allows nothing else there.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="list">
    <xsl:call-template name="listing">
      <xsl:with-param name="tag" select="if (f:is-ordered(.)) then 'ol' else 'ul'"/>
      <xsl:with-param name="class" select="'simple'[current()/@type = ('simple', 'unordered') or current()/@rend = 'simple']"/>
      <xsl:with-param name="items" select="item"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="f:is-ordered" as="xs:boolean">
    <xsl:param name="list" as="element(list)"/>
    <xsl:sequence select="($list/@type, tokenize($list/@rend)) = ('numbered', 'ordered')"/>
  </xsl:function>

  <xsl:template match="listBibl | listWit">
    <xsl:call-template name="listing">
      <xsl:with-param name="class" select="if (self::listBibl) then 'bibliography' else 'witnesses'"/>
      <xsl:with-param name="items" select="bibl | biblStruct | biblFull | witness"/>
    </xsl:call-template>
  </xsl:template>

  <!-- In HTML the heading of a list stands before it. -->
  <xsl:template name="listing" as="element()*">
    <xsl:param name="tag" as="xs:string" select="'ul'"/>
    <xsl:param name="class" as="xs:string*" select="()"/>
    <xsl:param name="items" as="element()*" required="yes"/>
    <xsl:variable name="heads" as="element(head)*" select="f:leading-heads(.)"/>
    <xsl:apply-templates select="$heads"/>
    <xsl:element name="{$tag}">
      <xsl:sequence select="f:attributes(., $class)"/>
      <xsl:for-each-group select="node() except $heads" group-adjacent="exists(. intersect $items)">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <xsl:apply-templates select="current-group()"/>
          </xsl:when>
          <xsl:when test="current-group()[self::* or self::text()[matches(., '\S')]]">
            <li class="loose">
              <xsl:apply-templates select="current-group()"/>
            </li>
          </xsl:when>
        </xsl:choose>
      </xsl:for-each-group>
    </xsl:element>
  </xsl:template>

  <!-- Headings with no words before them. -->
  <xsl:function name="f:leading-heads" as="element(head)*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/head[not(preceding-sibling::node()[not(self::head)][matches(., '\S')])]"/>
  </xsl:function>

  <xsl:template match="list/item | listBibl/bibl | listBibl/biblStruct | listBibl/biblFull | listWit/witness">
    <li>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:call-template name="content"/>
      <xsl:call-template name="marks"/>
      <xsl:call-template name="notes-of-block"/>
    </li>
  </xsl:template>

  <!-- Labels with what they are labels of; HTML wants both in each group. -->
  <xsl:template match="list[label]" priority="1">
    <xsl:variable name="heads" as="element(head)*" select="f:leading-heads(.)"/>
    <xsl:apply-templates select="$heads"/>
    <dl>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:for-each-group select="(node() except $heads)[self::* or matches(., '\S')]"
        group-starting-with="label | headLabel">
        <div>
          <xsl:call-template name="labelled"/>
        </div>
      </xsl:for-each-group>
    </dl>
  </xsl:template>

  <xsl:template name="labelled" as="element()+">
    <xsl:variable name="label" as="element()?" select="current-group()[self::label or self::headLabel]"/>
    <xsl:variable name="rest" as="node()*" select="current-group() except $label"/>
    <dt>
      <xsl:sequence select="$label ! f:attributes(., ())"/>
      <xsl:for-each select="$label">
        <xsl:call-template name="content"/>
      </xsl:for-each>
    </dt>
    <xsl:for-each-group select="$rest" group-adjacent="if (self::item or self::headItem) then generate-id() else ''">
      <dd>
        <xsl:sequence select="if (current-grouping-key()) then f:attributes(., ()) else ()"/>
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <xsl:call-template name="content"/>
            <xsl:call-template name="marks"/>
            <xsl:call-template name="notes-of-block"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="current-group()"/>
          </xsl:otherwise>
        </xsl:choose>
      </dd>
    </xsl:for-each-group>
    <xsl:if test="empty($rest)">
      <dd/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="person | personGrp | place | org | event | object | nym">
    <xsl:call-template name="block">
      <xsl:with-param name="class" select="'copied-entry'"/>
      <xsl:with-param name="tag" select="'div'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Outside a list. -->
  <xsl:template match="item | witness">
    <xsl:call-template name="plain"/>
  </xsl:template>

  <!-- Entries that a text has itself, as copies or as its content: at hand, but not in the way. -->
  <xsl:template match="listPerson | listPlace | listOrg | listEvent | listObject | listNym | listRelation">
    <xsl:choose>
      <xsl:when test="ancestor::back and not(ancestor::listPerson or ancestor::listPlace or ancestor::listOrg)">
        <details>
          <xsl:sequence select="f:attributes(., 'copied-entries')"/>
          <summary class="generated">
            <xsl:sequence select="f:spoken()"/>
            <xsl:value-of select="f:word('entries')"/>
          </summary>
          <xsl:call-template name="content"/>
        </details>
      </xsl:when>
      <xsl:otherwise>
        <div>
          <xsl:sequence select="f:attributes(., 'copied-entries')"/>
          <xsl:call-template name="content"/>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
