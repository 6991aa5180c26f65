<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: the header of an article as the DTABf wants it.
  Input:   the teiHeader of an article; parameters as in dtabf.xsl.
  Output:  a teiHeader.
  Note:    shape: »Übersicht über die Metadaten«, deutschestextarchiv.de/doku/basisformat/mdUeberblick.html. What is not
           known has no place: surname and forename only where the lists file the name divided.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:document"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:param name="tokens" as="xs:string" required="yes"/>
  <xsl:param name="types" as="xs:string" required="yes"/>
  <xsl:param name="characters" as="xs:string" required="yes"/>
  <xsl:param name="made" as="xs:string" required="yes"/>
  <xsl:param name="filed" as="xs:string" required="yes"/>
  <xsl:param name="published" as="xs:string" required="yes"/>
  <xsl:param name="plain" as="xs:string" required="yes"/>

  <xsl:variable name="names" as="map(xs:string, xs:string)" select="parse-json($filed)"/>

  <!-- The words of a whole element; the line ends of the file are none of it. -->
  <xsl:function name="f:words" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="tokenize($element) => string-join(' ')"/>
  </xsl:function>

  <xsl:template match="teiHeader">
    <teiHeader>
      <fileDesc>
        <titleStmt>
          <xsl:apply-templates select="fileDesc/titleStmt/(title, author, editor, respStmt)"/>
        </titleStmt>
        <editionStmt>
          <edition>{f:words(fileDesc/editionStmt/edition)}</edition>
        </editionStmt>
        <extent>
          <measure type="tokens">{$tokens}</measure>
          <measure type="types">{$types}</measure>
          <measure type="characters">{$characters}</measure>
        </extent>
        <xsl:apply-templates select="fileDesc/publicationStmt"/>
        <notesStmt>
          <xsl:for-each select="fileDesc/notesStmt/note">
            <note type="remarkDocument">{f:words(.)}</note>
          </xsl:for-each>
          <note type="remarkDocument">{$made}</note>
        </notesStmt>
        <sourceDesc>
          <xsl:apply-templates select="fileDesc/sourceDesc"/>
        </sourceDesc>
      </fileDesc>
      <encodingDesc>
        <editorialDecl>
          <xsl:for-each select="encodingDesc/(projectDesc, samplingDecl, editorialDecl)//p">
            <p>{f:words(.)}</p>
          </xsl:for-each>
        </editorialDecl>
      </encodingDesc>
      <profileDesc>
        <xsl:if test="profileDesc/abstract/p">
          <abstract>
            <xsl:for-each select="profileDesc/abstract/p">
              <p>{f:words(.)}</p>
            </xsl:for-each>
          </abstract>
        </xsl:if>
        <langUsage>
          <xsl:for-each select="profileDesc/langUsage/language">
            <language ident="{f:language(@ident)}">{f:words(.)}</language>
          </xsl:for-each>
          <xsl:if test="not(profileDesc/langUsage)">
            <language ident="{f:language(../@xml:lang)}">{../@xml:lang}</language>
          </xsl:if>
        </langUsage>
      </profileDesc>
    </teiHeader>
  </xsl:template>

  <!-- The parts of a header that have no place in this one. -->
  <xsl:function name="f:not-in-header" as="element()*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence select="$header/(fileDesc/titleStmt/(* except (title, author, editor, respStmt)),
      fileDesc/sourceDesc//relatedItem, fileDesc/sourceDesc//biblScope[not($scopes(string(@unit)))],
      encodingDesc/(* except (projectDesc, samplingDecl, editorialDecl)), profileDesc/(* except (abstract, langUsage)),
      revisionDesc)"/>
  </xsl:function>

  <xsl:template match="titleStmt/title">
    <title type="{(@type[. = ('main', 'sub')], 'main')[1]}">{f:words(.)}</title>
  </xsl:template>

  <xsl:template match="author | editor">
    <xsl:element name="{local-name()}">
      <xsl:apply-templates select="(persName, orgName)"/>
      <xsl:if test="not(persName or orgName)">
        <persName>{f:words(.)}</persName>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <xsl:template match="persName">
    <xsl:variable name="parts" as="xs:string*" select="tokenize($names(string(@ref)), ', ')"/>
    <persName>
      <xsl:apply-templates select="@ref" mode="m:simple"/>
      <xsl:choose>
        <xsl:when test="count($parts) eq 2">
          <surname>{$parts[1]}</surname>
          <forename>{$parts[2]}</forename>
        </xsl:when>
        <xsl:otherwise>{f:words(.)}</xsl:otherwise>
      </xsl:choose>
    </persName>
  </xsl:template>

  <xsl:template match="orgName | respStmt/name">
    <orgName>{f:words(.)}</orgName>
  </xsl:template>

  <!-- A responsibility is said in a note, never in words of its own (E0010, E0011). -->
  <xsl:template match="respStmt">
    <respStmt>
      <xsl:copy-of select="@xml:id"/>
      <xsl:apply-templates select="(persName, orgName, name)"/>
      <resp>
        <xsl:for-each select="resp">
          <note type="remarkResponsibility">{f:words(.)}</note>
        </xsl:for-each>
      </resp>
    </respStmt>
  </xsl:template>

  <xsl:template match="fileDesc/publicationStmt">
    <publicationStmt>
      <publisher>
        <orgName role="project">{f:words(publisher[1])}</orgName>
      </publisher>
      <xsl:for-each select="pubPlace">
        <pubPlace>{f:words(.)}</pubPlace>
      </xsl:for-each>
      <xsl:for-each select="date[1]">
        <date type="publication">{(@when, f:words(.))[1]}</date>
      </xsl:for-each>
      <xsl:for-each select="availability">
        <availability>
          <xsl:copy-of select="@xml:id"/>
          <licence target="{licence/@target}">
            <xsl:for-each select="licence/p">
              <p>{f:words(.)}</p>
            </xsl:for-each>
          </licence>
        </availability>
      </xsl:for-each>
      <idno>
        <idno type="URLWeb">{$address}</idno>
        <idno type="URLXML">{$published}</idno>
        <idno type="URLText">{$plain}</idno>
      </idno>
    </publicationStmt>
  </xsl:template>

  <!-- The printed text in one line, then in its parts. -->
  <xsl:template match="sourceDesc">
    <xsl:for-each select="(.//bibl[not(ancestor::biblStruct)], .[not(.//bibl)]/p)">
      <bibl>
        <xsl:if test="../biblStruct/@type = 'newspaperArticle'">
          <xsl:attribute name="type" select="'JA'"/>
        </xsl:if>
        <xsl:value-of select="f:words(.)"/>
      </bibl>
    </xsl:for-each>
    <xsl:apply-templates select=".//biblStruct"/>
  </xsl:template>

  <xsl:template match="biblStruct">
    <biblFull>
      <titleStmt>
        <xsl:for-each select="(analytic, monogr)[1]/title">
          <title type="{(@type[. = ('main', 'sub')], 'main')[1]}">
            <xsl:copy-of select="@level[. = ('m', 'a', 'j', 's')]"/>
            <xsl:value-of select="f:words(.)"/>
          </title>
        </xsl:for-each>
        <xsl:apply-templates select="(analytic, monogr)[1]/(author, editor)"/>
      </titleStmt>
      <publicationStmt>
        <p>
          <xsl:for-each select="monogr/imprint/(pubPlace, publisher, date)">
            <xsl:if test="position() gt 1">, </xsl:if>
            <xsl:choose>
              <xsl:when test="self::date">
                <date type="publication">{f:words(.)}</date>
              </xsl:when>
              <xsl:otherwise>{f:words(.)}</xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </p>
      </publicationStmt>
      <xsl:if test="analytic">
        <seriesStmt>
          <xsl:for-each select="monogr/title">
            <title type="{(@type[. = ('main', 'sub')], 'main')[1]}">
              <xsl:copy-of select="@level[. = ('m', 'a', 'j', 's')]"/>
              <xsl:value-of select="f:words(.)"/>
            </title>
          </xsl:for-each>
          <xsl:apply-templates select="monogr/imprint/biblScope"/>
        </seriesStmt>
      </xsl:if>
    </biblFull>
  </xsl:template>

  <xsl:template match="biblScope">
    <xsl:variable name="unit" as="xs:string?" select="$scopes(string(@unit))"/>
    <xsl:if test="$unit">
      <biblScope unit="{$unit}">{f:words(.)}</biblScope>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
