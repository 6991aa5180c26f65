<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: plays.
  Input:   speeches, stage directions, lists of characters and what stands around the acts.
  Output:  speeches with their speaker, directions as blocks or between words, characters as a list.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="sp | spGrp">
    <xsl:call-template name="block">
      <xsl:with-param name="class" select="'speech'[current()/self::sp]"/>
      <xsl:with-param name="tag" select="'div'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="speaker">
    <xsl:call-template name="block">
      <xsl:with-param name="class" select="'speaker'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- In a speech it stands between the words. -->
  <xsl:template match="stage | camera | caption | sound | tech | view">
    <xsl:element name="{if (f:holds-block(.)) then 'div' else if (f:is-block(.)) then 'p' else 'span'}">
      <xsl:sequence select="f:attributes(., 'direction')"/>
      <xsl:call-template name="content"/>
      <xsl:call-template name="marks"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="set | prologue | epilogue | performance">
    <xsl:element name="{f:section-tag(.)}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:call-template name="content"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="castList">
    <xsl:call-template name="listing">
      <xsl:with-param name="class" select="'cast'"/>
      <xsl:with-param name="items" select="castItem | castGroup"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Several characters with what is said of all of them, before or behind. -->
  <xsl:template match="castGroup">
    <xsl:element name="{if (parent::castList or parent::castGroup) then 'li' else 'div'}">
      <xsl:sequence select="f:attributes(., 'cast-group')"/>
      <xsl:for-each-group select="node()[self::* or matches(., '\S')]"
        group-adjacent="exists((self::castItem, self::castGroup))">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <ul class="cast">
              <xsl:apply-templates select="current-group()"/>
            </ul>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="current-group()"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </xsl:element>
  </xsl:template>

  <xsl:template match="castItem">
    <xsl:element name="{if (parent::castList or parent::castGroup) then 'li' else 'div'}">
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:call-template name="content"/>
      <xsl:call-template name="marks"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="role | roleDesc | actor">
    <xsl:call-template name="phrase">
      <xsl:with-param name="class" select="local-name() => replace('D', '-d')"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
