<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: the words that the edition itself puts into the page.
  Input:   a key; $language.
  Output:  functions: the word, and the attribute that says its language.
  Note:    without $language, the language is that of the document.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:variable name="words" as="map(xs:string, map(xs:string, xs:string))" select="map {
    'de': map {
      'paragraph': 'Absatz',
      'also': 'auch gemeint',
      'printed': 'gedruckt: ',
      'not-printed': 'fehlt im Druck',
      'written': 'Vorlage: ',
      'not-written': 'fehlt in der Vorlage',
      'join': 'Hier ist in der Vorlage ein Absatz mitten im Satz getrennt.',
      'note': 'Anmerkung',
      'notes': 'Anmerkungen zu diesem Absatz',
      'corrected': 'verbessert: ',
      'omitted': 'zu tilgen',
      'cert-medium': 'wahrscheinlich',
      'cert-low': 'unsicher',
      'cert-unknown': 'Sicherheit unbekannt',
      'back': 'zurück zum Text',
      'report': 'Fehler',
      'report-in': 'in Absatz',
      'report-end': 'melden',
      'pb': 'Seite',
      'cb': 'Spalte',
      'gb': 'Lage',
      'gap': 'Lücke',
      'space': 'Leerraum',
      'hand': 'andere Hand',
      'table': 'Tabelle',
      'picture': 'Bild',
      'entries': 'Einträge in diesem Text',
      'reading': 'Lesart',
      'readings': 'Lesarten',
      'missing': 'fehlt',
      'added': 'hinzugefügt',
      'deleted': 'gestrichen',
      'damaged': 'beschädigt',
      'at-margin': 'am Rand',
      'at-left': 'am linken Rand',
      'at-right': 'am rechten Rand',
      'at-top': 'oben auf der Seite',
      'at-above': 'über der Zeile',
      'at-below': 'unter der Zeile',
      'at-interlinear': 'zwischen den Zeilen',
      'at-opposite': 'auf der Seite gegenüber',
      'at-overleaf': 'umseitig',
      'at-inspace': 'in einem freien Raum'
    },
    'en': map {
      'paragraph': 'Paragraph',
      'also': 'also meant',
      'printed': 'printed: ',
      'not-printed': 'not in print',
      'written': 'source: ',
      'not-written': 'not in the source',
      'join': 'The copy text cuts a paragraph here in mid-sentence.',
      'note': 'Note',
      'notes': 'Notes on this paragraph',
      'corrected': 'corrected: ',
      'omitted': 'to be deleted',
      'cert-medium': 'probable',
      'cert-low': 'uncertain',
      'cert-unknown': 'certainty unknown',
      'back': 'back to the text',
      'report': 'Report an error',
      'report-in': 'in paragraph',
      'report-end': '',
      'pb': 'Page',
      'cb': 'Column',
      'gb': 'Gathering',
      'gap': 'Gap',
      'space': 'Space',
      'hand': 'other hand',
      'table': 'Table',
      'picture': 'Picture',
      'entries': 'Entries in this text',
      'reading': 'Reading',
      'readings': 'Readings',
      'missing': 'omitted',
      'added': 'added',
      'deleted': 'deleted',
      'damaged': 'damaged',
      'at-margin': 'in the margin',
      'at-left': 'in the left margin',
      'at-right': 'in the right margin',
      'at-top': 'at the top of the page',
      'at-above': 'above the line',
      'at-below': 'below the line',
      'at-interlinear': 'between the lines',
      'at-opposite': 'on the opposite page',
      'at-overleaf': 'overleaf',
      'at-inspace': 'in a blank space'
    }
  }"/>

  <xsl:function name="f:word" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="$words($tongue)($key)"/>
  </xsl:function>

  <xsl:variable name="document-language" as="xs:string" select="string(/TEI/@xml:lang)"/>

  <!-- In which of our languages the words are. -->
  <xsl:variable name="tongue" as="xs:string"
    select="($language, $document-language, 'de')[map:contains($words, .)][1]"/>

  <!-- For an HTML element that holds nothing but words of the edition itself; none where they are in the language of the
       document. -->
  <xsl:function name="f:spoken" as="attribute()?">
    <xsl:if test="not($language = ('', $document-language))">
      <xsl:attribute name="lang" select="$language"/>
    </xsl:if>
  </xsl:function>

  <!-- For what stands in the language of the document inside such an element. -->
  <xsl:function name="f:unspoken" as="attribute()?">
    <xsl:if test="f:spoken()">
      <xsl:attribute name="lang" select="$document-language"/>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
