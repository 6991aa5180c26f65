<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: tables.
  Input:   table, row, cell.
  Output:  a table in a box that scrolls by itself; what is neither row nor cell gets one of its own.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="table">
    <xsl:variable name="heads" as="element(head)*" select="f:leading-heads(.)"/>
    <xsl:variable name="caption" as="element(head)*" select="$heads[not($heads/descendant::table)]"/>
    <xsl:variable name="columns" as="xs:integer" select="max((1, row ! f:columns(.)))"/>
    <xsl:variable name="filled" as="xs:integer" select="if (row/cell/@rows) then 0 else $columns"/>
    <div class="table" role="group" tabindex="0" aria-label="{f:word('table')}">
      <xsl:apply-templates select="$heads except $caption"/>
      <table>
        <xsl:sequence select="f:attributes(., ())"/>
        <xsl:if test="$caption">
          <caption>
            <xsl:apply-templates select="$caption"/>
          </caption>
        </xsl:if>
        <xsl:for-each-group select="node() except $heads" group-adjacent="exists(self::row)">
          <xsl:choose>
            <xsl:when test="current-grouping-key()">
              <xsl:apply-templates select="current-group()">
                <xsl:with-param name="columns" select="$filled"/>
              </xsl:apply-templates>
            </xsl:when>
            <xsl:when test="current-group()[self::* or self::text()[matches(., '\S')]]">
              <tr>
                <td class="loose" colspan="{$columns}">
                  <xsl:apply-templates select="current-group()"/>
                </td>
              </tr>
            </xsl:when>
          </xsl:choose>
        </xsl:for-each-group>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="table/row">
    <xsl:param name="columns" as="xs:integer" select="0"/>
    <!-- A shorter row is filled up, where no cell of another one can reach into it. -->
    <xsl:variable name="lacking" as="xs:integer" select="if ($columns) then $columns - f:columns(.) else 0"/>
    <xsl:if test="node()[self::* or matches(., '\S')]">
      <tr>
        <xsl:sequence select="f:attributes(., ())"/>
        <xsl:for-each-group select="node()" group-adjacent="exists(self::cell)">
          <xsl:choose>
            <xsl:when test="current-grouping-key()">
              <xsl:apply-templates select="current-group()"/>
            </xsl:when>
            <xsl:when test="current-group()[self::* or self::text()[matches(., '\S')]]">
              <td class="loose">
                <xsl:apply-templates select="current-group()"/>
              </td>
            </xsl:when>
          </xsl:choose>
        </xsl:for-each-group>
        <xsl:if test="$lacking gt 0">
          <td class="loose">
            <xsl:if test="$lacking gt 1">
              <xsl:attribute name="colspan" select="$lacking"/>
            </xsl:if>
          </td>
        </xsl:if>
      </tr>
    </xsl:if>
  </xsl:template>

  <!-- A heading cell holds no blocks in HTML. -->
  <xsl:template match="table/row/cell">
    <xsl:variable name="heading" as="xs:string?" select="f:scope(.)[not(f:holds-block(current()))]"/>
    <xsl:element name="{if ($heading) then 'th' else 'td'}">
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:for-each select="$heading">
        <xsl:attribute name="scope" select="."/>
      </xsl:for-each>
      <xsl:for-each select="(@cols, @rows)[f:span(.) gt 1]">
        <xsl:attribute name="{if (local-name() eq 'cols') then 'colspan' else 'rowspan'}" select="f:span(.)"/>
      </xsl:for-each>
      <xsl:call-template name="content"/>
      <xsl:call-template name="marks"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:scope" as="xs:string?">
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:sequence select="('col'[$cell/parent::row/@role = 'label'], 'row'[$cell/@role = 'label'])[1]"/>
  </xsl:function>

  <!-- How many columns a row takes: its cells, and each run of what stands between them. -->
  <xsl:function name="f:columns" as="xs:integer">
    <xsl:param name="row" as="element(row)"/>
    <xsl:variable name="loose" as="node()*" select="$row/node()[not(self::cell)][self::* or matches(., '\S')]"/>
    <xsl:variable name="runs" as="xs:integer*"
      select="$loose[not(self::comment() or self::processing-instruction())] ! count(preceding-sibling::cell)"/>
    <xsl:sequence select="xs:integer(sum($row/cell/f:span(@cols))) + count(distinct-values($runs))"/>
  </xsl:function>

  <xsl:function name="f:span" as="xs:integer">
    <xsl:param name="said" as="attribute()?"/>
    <xsl:sequence select="if (matches($said, '^[1-9][0-9]?$')) then xs:integer($said) else 1"/>
  </xsl:function>

  <!-- Outside a table. -->
  <xsl:template match="row | cell">
    <div>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:call-template name="content"/>
    </div>
  </xsl:template>

</xsl:stylesheet>
