<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: what attributes say in a word of a list, in words of the edition.
  Input:   the value of reason, unit or place, and the element that has it.
  Output:  functions: the words in our language.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- What TEI P5 proposes as values of reason and unit, and what is much used besides; English is what they are. -->
  <xsl:variable name="terms" as="map(xs:string, map(xs:string, xs:string))" select="map {
    'de': map {
      'illegible': 'unleserlich', 'lost': 'verloren', 'damage': 'beschädigt', 'damaged': 'beschädigt', 'torn': 'abgerissen',
      'faded': 'verblasst', 'cut': 'abgeschnitten', 'omitted': 'ausgelassen', 'deleted': 'gestrichen', 'deletion': 'gestrichen',
      'cancelled': 'gestrichen', 'editorial': 'vom Herausgeber ausgelassen', 'sampling': 'Auswahl', 'irrelevant': 'ohne Belang',
      'inaudible': 'unverständlich', 'blank': 'leer', 'unknown': 'unbekannt',
      'char': 'Zeichen', 'chars': 'Zeichen', 'character': 'Zeichen', 'characters': 'Zeichen', 'letter': 'Buchstabe',
      'letters': 'Buchstaben', 'word': 'Wort', 'words': 'Wörter', 'line': 'Zeile', 'lines': 'Zeilen', 'verse': 'Vers',
      'page': 'Seite', 'pages': 'Seiten', 'leaf': 'Blatt', 'leaves': 'Blätter', 'folio': 'Blatt', 'folios': 'Blätter',
      'column': 'Spalte', 'columns': 'Spalten', 'paragraph': 'Absatz', 'paragraphs': 'Absätze', 'section': 'Abschnitt'
    }
  }"/>

  <!-- A value of the source in a language of ours; itself where we have no word for it. -->
  <xsl:function name="f:term" as="xs:string?">
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="$value ! ($terms?($tongue)?(lower-case(.)), .)[1]"/>
  </xsl:function>

  <!-- Where the source has something, in words; nothing where that says nothing (a footnote stands at the foot). -->
  <xsl:function name="f:standing" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="said" as="xs:string" select="lower-case(string-join($element/@place, ' '))"/>
    <xsl:variable name="place" as="xs:string?" select="
      if (matches($said, 'left|links')) then 'left'
      else if (matches($said, 'right|rechts')) then 'right'
      else ('margin'[matches($said, 'margin|rand|^marg$')],
        ('top', 'above', 'below', 'interlinear', 'opposite', 'overleaf', 'inspace')
          [matches($said, '(^|\W)' || . || '(\W|$)')])[1]"/>
    <xsl:sequence select="$place ! f:word('at-' || .)"/>
  </xsl:function>

</xsl:stylesheet>
