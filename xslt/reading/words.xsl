<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: the words that the edition itself puts into the page.
  Input:   a key, and the element at which the word stands.
  Output:  a function; the language is that of the document.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:html"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:variable name="words" as="map(xs:string, map(xs:string, xs:string))" select="map {
    'de': map {
      'paragraph': 'Absatz',
      'also': 'auch gemeint',
      'printed': 'gedruckt: ',
      'not-printed': 'fehlt im Druck',
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
      'report-end': 'melden'
    },
    'en': map {
      'paragraph': 'Paragraph',
      'also': 'also meant',
      'printed': 'printed: ',
      'not-printed': 'not in print',
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
      'report-end': ''
    }
  }"/>

  <xsl:function name="f:word" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="language" as="xs:string" select="string(root($element)/TEI/@xml:lang)"/>
    <xsl:sequence select="($words($language), $words('de'))[1]($key)"/>
  </xsl:function>

</xsl:stylesheet>
