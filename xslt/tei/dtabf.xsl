<?xml version="1.0" encoding="UTF-8"?>
<!--
  Purpose: an article in the DTA-Basisformat (DTABf), as far as that holds it.
  Input:   a TEI document of the edition; $links, $address (see pointers.xsl, simplify.xsl); $filed, names as the lists
           file them (JSON by pointer); figures; $made says what the file is; addresses of the TEI and of plain text.
  Output:  a JSON object: tei, the document; losses, what it does not hold, each with the xml:ids where it stands.
  Note:    rules: DTABf 1.2.0, schema/basisformat_all.odd, basisformat.odd and basisformat.sch in
           github.com/deutschestextarchiv/dtabf. Languages have three letters (ISO 639-3).
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  default-mode="m:document"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:edition:functions"
  xmlns:m="urn:edition:modes"
  xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="simplify.xsl"/>
  <xsl:include href="dtabf-header.xsl"/>

  <xsl:mode name="m:document" on-no-match="fail"/>

  <xsl:output method="json"/>

  <!-- An element with a name of its own in `as` says less there than here: that is a loss. -->
  <xsl:variable name="table" as="element()">
    <table xmlns="">
      <row of="text"/>
      <row of="front body back" keep="xml:id"/>
      <row of="argument byline cit docAuthor epigraph foreign head item list listBibl orig p pubPlace reg sic"
        keep="xml:id xml:lang"/>
      <row of="div" keep="xml:id xml:lang type"/>
      <row of="persName placeName orgName name" keep="xml:id xml:lang ref"/>
      <row of="objectName" as="name" keep="xml:id xml:lang ref"/>
      <row of="title" as="name" keep="xml:id xml:lang ref" add="type" value="artificialWork"/>
      <row of="date" keep="xml:id xml:lang when"/>
      <row of="quote" keep="xml:id xml:lang next prev"/>
      <row of="bibl" keep="xml:id xml:lang corresp"/>
      <row of="author publisher"/>
      <row of="editor" keep="role"/>
      <row of="biblScope" keep="unit"/>
      <row of="choice" keep="xml:id"/>
      <row of="corr" keep="xml:id xml:lang" add="type" value="editorial"/>
      <row of="emph" as="hi" add="rendition" value="#i"/>
      <row of="note" keep="xml:id xml:lang resp" add="type" value="editorial"/>
      <row of="ref" keep="xml:id target"/>
    </table>
  </xsl:variable>

  <xsl:variable name="divisions" as="map(xs:string, xs:string)"
    select="map { 'article': 'jArticle', 'bibliography': 'bibliography' }"/>
  <xsl:variable name="scopes" as="map(xs:string, xs:string)"
    select="map { 'volume': 'volume', 'issue': 'issue', 'page': 'pages' }"/>
  <!-- The codes of ISO 639-1 with those of ISO 639-3 for the same languages. -->
  <xsl:variable name="languages" as="map(xs:string, xs:string)" select="map:merge(tokenize('
      aa:aar ab:abk ae:ave af:afr ak:aka am:amh an:arg ar:ara as:asm av:ava ay:aym az:aze ba:bak be:bel bg:bul
      bi:bis bm:bam bn:ben bo:bod br:bre bs:bos ca:cat ce:che ch:cha co:cos cr:cre cs:ces cu:chu cv:chv cy:cym
      da:dan de:deu dv:div dz:dzo ee:ewe el:ell en:eng eo:epo es:spa et:est eu:eus fa:fas ff:ful fi:fin fj:fij
      fo:fao fr:fra fy:fry ga:gle gd:gla gl:glg gn:grn gu:guj gv:glv ha:hau he:heb hi:hin ho:hmo hr:hrv ht:hat
      hu:hun hy:hye hz:her ia:ina id:ind ie:ile ig:ibo ii:iii ik:ipk io:ido is:isl it:ita iu:iku ja:jpn jv:jav
      ka:kat kg:kon ki:kik kj:kua kk:kaz kl:kal km:khm kn:kan ko:kor kr:kau ks:kas ku:kur kv:kom kw:cor ky:kir
      la:lat lb:ltz lg:lug li:lim ln:lin lo:lao lt:lit lu:lub lv:lav mg:mlg mh:mah mi:mri mk:mkd ml:mal mn:mon
      mr:mar ms:msa mt:mlt my:mya na:nau nb:nob nd:nde ne:nep ng:ndo nl:nld nn:nno no:nor nr:nbl nv:nav ny:nya
      oc:oci oj:oji om:orm or:ori os:oss pa:pan pi:pli pl:pol ps:pus pt:por qu:que rm:roh rn:run ro:ron ru:rus
      rw:kin sa:san sc:srd sd:snd se:sme sg:sag sh:hbs si:sin sk:slk sl:slv sm:smo sn:sna so:som sq:sqi sr:srp
      ss:ssw st:sot su:sun sv:swe sw:swa ta:tam te:tel tg:tgk th:tha ti:tir tk:tuk tl:tgl tn:tsn to:ton tr:tur
      ts:tso tt:tat tw:twi ty:tah ug:uig uk:ukr ur:urd uz:uzb ve:ven vi:vie vo:vol wa:wln wo:wol xh:xho yi:yid
      yo:yor za:zha zh:zho zu:zul')[.] ! map { substring-before(., ':'): substring-after(., ':') })"/>

  <xsl:template match="/" as="map(*)">
    <xsl:variable name="document" as="element(TEI)">
      <TEI>
        <xsl:text>&#10; </xsl:text>
        <xsl:apply-templates select="TEI/teiHeader"/>
        <xsl:text>&#10; </xsl:text>
        <xsl:apply-templates select="TEI/text" mode="m:simple"/>
        <xsl:text>&#10;</xsl:text>
      </TEI>
    </xsl:variable>
    <xsl:sequence select="map {
      'tei': serialize($document, map { 'method': 'xml', 'indent': false(), 'omit-xml-declaration': true() }),
      'losses': f:losses(.)
    }"/>
  </xsl:template>

  <xsl:function name="f:language" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:variable name="primary" as="xs:string" select="tokenize($tag, '-')[1]"/>
    <xsl:sequence select="($languages($primary), $primary)[1] || substring-after($tag, $primary)"/>
  </xsl:function>

  <xsl:template match="@xml:lang" mode="m:simple">
    <xsl:attribute name="xml:lang" select="f:language(.)"/>
  </xsl:template>

  <xsl:template match="div/@type" mode="m:simple">
    <xsl:sequence select="$divisions(.) ! f:attribute('type', .)"/>
  </xsl:template>

  <xsl:template match="biblScope/@unit" mode="m:simple">
    <xsl:sequence select="f:attribute('unit', $scopes(.))"/>
  </xsl:template>

  <xsl:function name="f:attribute" as="attribute()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:attribute name="{$name}" select="$value"/>
  </xsl:function>

  <!-- Elements that the schema has, but not with this value, or not at this place. -->
  <xsl:template priority="1" mode="m:simple" match="biblScope[not(map:contains($scopes, string(@unit)))]
    | foreign[not(@xml:lang)] | bibl[ancestor::quote or parent::bibl]">
    <xsl:apply-templates mode="m:simple"/>
    <xsl:call-template name="notes"/>
  </xsl:template>

  <xsl:template match="editor/@role[. ne 'translator']" mode="m:simple"/>

  <xsl:template match="annotation" mode="m:note">
    <xsl:param name="again" tunnel="yes" as="xs:boolean"/>
    <note type="editorial">
      <xsl:copy-of select="@xml:id[not($again)]"/>
      <xsl:apply-templates select="note/(@resp, node())" mode="m:simple"/>
    </note>
  </xsl:template>

  <!-- What is lost: by element, by element/@attribute, and by place in the header. -->
  <xsl:function name="f:losses" as="map(xs:string, array(xs:string))">
    <xsl:param name="document" as="document-node()"/>
    <xsl:map>
      <xsl:for-each-group select="$document/TEI/(text, standOff/listAnnotation/annotation)/descendant-or-self::*/(., @*)"
        group-by="f:loss(.)">
        <xsl:sort select="current-grouping-key()"/>
        <xsl:map-entry key="current-grouping-key()"
          select="array { current-group() ! string(ancestor-or-self::*[@xml:id][1]/@xml:id) }"/>
      </xsl:for-each-group>
      <xsl:for-each-group select="$document/TEI/teiHeader/f:not-in-header(.)" group-by="'teiHeader/' || local-name()">
        <xsl:sort select="current-grouping-key()"/>
        <xsl:map-entry key="current-grouping-key()" select="array { current-group() ! string(@xml:id) }"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!-- With an element all of its attributes go: that is one loss. -->
  <xsl:function name="f:loss" as="xs:string?">
    <xsl:param name="node" as="node()"/>
    <xsl:choose>
      <xsl:when test="$node/ancestor-or-self::*[1]/self::annotation">
        <xsl:sequence select="'annotation/@motivation'[$node/self::attribute(motivation)]"/>
      </xsl:when>
      <xsl:when test="$node instance of element()">
        <xsl:sequence select="local-name($node)[empty(f:row($node)) or f:row($node)/@as or f:is-left-out($node)]"/>
      </xsl:when>
      <xsl:when test="empty(f:row($node/..)) or f:is-left-out($node/..)"/>
      <xsl:when test="$node/parent::div and name($node) eq 'type'">
        <xsl:sequence select="'div/@type'[not(map:contains($divisions, $node))]"/>
      </xsl:when>
      <xsl:when test="$node/parent::editor and name($node) eq 'role'">
        <xsl:sequence select="'editor/@role'[$node ne 'translator']"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:name($node)[not(f:keeps($node))]"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:is-left-out" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::biblScope[not(map:contains($scopes, string(@unit)))]
      or self::foreign[not(@xml:lang)] or self::bibl[ancestor::quote or parent::bibl]])"/>
  </xsl:function>

</xsl:stylesheet>
