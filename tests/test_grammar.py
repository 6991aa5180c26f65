"""The grammar validator on its own: what it finds, in which words, and what it refuses."""

from __future__ import annotations

import pickle
import random
import sys
from string import Formatter

import pytest

from edition import grammar
from edition.codes.grammar import CODES
from edition.errors import InputError, SchemaError
from edition.grammar import complaints, documentation, sentences, unusable
from edition.model import Bilingual
from tests import grammars

RNG = "http://relaxng.org/ns/structure/1.0"
ANNOTATIONS = "http://relaxng.org/ns/compatibility/annotations/1.0"
XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
TEI = "http://www.tei-c.org/ns/1.0"


def schema(patterns: str) -> bytes:
    """A grammar with these definitions, in the namespace of TEI."""
    names = f'xmlns="{RNG}" xmlns:a="{ANNOTATIONS}"'
    return f'<grammar {names} datatypeLibrary="{XSD}" ns="{TEI}">{patterns}</grammar>'.encode()


def codes(rules: grammar.Grammar, document: bytes | str) -> str:
    """The findings as `G001 1:9 …`."""
    data = document.encode() if isinstance(document, str) else document
    return " ".join(f"{found.code} {found.line}:{found.column}" for found in rules.check(data, "x.xml"))


def inline(*names: str) -> str:
    return "".join(f'<element name="{name}"><ref name="reference"/><text/></element>' for name in names)


def said(de: str, en: str) -> str:
    """Documentation in two languages."""
    return f'<a:documentation xml:lang="de">{de}</a:documentation><a:documentation xml:lang="en">{en}</a:documentation>'


DATE = said(
    "Ein Datum, z. B. eines Briefs. Mehr dazu im Anhang.", "A date, e.g. of a letter. More in the annex."
)
WHEN = said("Der Tag.", "The day.")
GRAPHIC = "<a:documentation>points to a picture [3.10. Graphics]</a:documentation>"

LETTER = grammar.load(
    schema(f"""
    <start><element name="TEI">
      <element name="teiHeader"><element name="title"><text/></element></element>
      <choice><ref name="text"/><element name="standOff"><empty/></element></choice>
    </element></start>
    <define name="text"><element name="text">
      <optional><element name="front"><ref name="p"/></element></optional>
      <oneOrMore><choice><ref name="p"/><ref name="picture"/></choice></oneOrMore>
    </element></define>
    <define name="picture"><element name="graphic">{GRAPHIC}<attribute name="url"/><attribute name="alt"/></element></define>
    <define name="p"><element name="p"><ref name="id"/><mixed><zeroOrMore><choice>
      {inline("persName", "placeName", "orgName", "title", "rs", "foreign")}
      <element name="date">{DATE}
        <choice><attribute name="when">{WHEN}<data type="date"/></attribute>
          <group><attribute name="from"/><attribute name="to"/></group></choice>
        <optional><attribute name="cert"><choice>
          <value>high</value><value>medium</value><value>low</value><value>unknown</value>
        </choice></attribute></optional>
        <text/>
      </element>
      <element name="lb"><empty/></element>
      <element name="num"><data type="integer"/></element>
    </choice></zeroOrMore></mixed></element></define>
    <define name="reference">
      <optional><attribute name="ref"/></optional><optional><attribute name="cert"/></optional><ref name="id"/>
    </define>
    <define name="id"><optional><attribute name="xml:id"><data type="NCName"/></attribute></optional></define>""")
)


def letter(text: str) -> bytes:
    head = f'<TEI xmlns="{TEI}"><teiHeader><title/></teiHeader>'
    return f"{head}\n<text>{text}</text></TEI>".encode()


@pytest.mark.parametrize("cases", grammars.ALL, ids=lambda cases: cases.name)
def test_the_small_grammars_give_the_findings_they_promise(cases: grammars.Cases) -> None:
    rules = grammar.load(cases.grammar)
    assert [document for document in cases.valid if codes(rules, document)] == []
    assert [(document, codes(rules, document)) for document, _ in cases.invalid] == list(cases.invalid)


SENTENCES = {
    "<p>von <persNam>X</persNam></p>": (
        "<persNam> is not allowed in <p>; expected here: text, <persName>, <placeName>, <orgName> and 6 more.",
        "Did you mean <persName>?",
        "<persNam> ist in <p> nicht zugelassen; erwartet wird hier: Text, <persName>, <placeName>, <orgName> und 6 weitere.",
        "War <persName> gemeint?",
    ),
    "<p><graphic/></p>": (
        "<graphic> is not allowed in <p>; expected here: text, <persName>, <placeName>, <orgName> and 6 more.",
        'Allowed here: text, <persName>, <placeName>, <orgName>, <title>, <rs>, <foreign>, <date>, <lb>, <num>. The guidelines on <graphic>: "points to a picture."',
        "<graphic> ist in <p> nicht zugelassen; erwartet wird hier: Text, <persName>, <placeName>, <orgName> und 6 weitere.",
        "Hier erlaubt: Text, <persName>, <placeName>, <orgName>, <title>, <rs>, <foreign>, <date>, <lb>, <num>. Die Richtlinien zu <graphic>: »points to a picture.«",
    ),
    "<p><lb><rs/></lb></p>": (
        "<rs> is not allowed in <lb>; expected here: the end of <lb>.",
        "",
        "<rs> ist in <lb> nicht zugelassen; erwartet wird hier: das Ende von <lb>.",
        "",
    ),
    "<p/><front><p/></front>": (
        "<front> is not allowed at this place in <text>; expected here: <p>, <graphic>.",
        "",
        "<front> ist an dieser Stelle in <text> nicht zugelassen; erwartet wird hier: <p>, <graphic>.",
        "",
    ),
    "<p><persName reff='x'/></p>": (
        "@reff is not allowed on <persName> in <p>; allowed: @ref, @cert, @xml:id.",
        "Did you mean @ref?",
        "@reff ist an <persName> in <p> nicht zugelassen; erlaubt: @ref, @cert, @xml:id.",
        "War @ref gemeint?",
    ),
    "<p><lb n='1'/></p>": (
        "@n is not allowed on <lb> in <p>, nor any other attribute.",
        "",
        "@n ist an <lb> in <p> nicht zugelassen, auch kein anderes Attribut.",
        "",
    ),
    "<p><date when='2007-11-15' to='x'/></p>": (
        "@to is not allowed on <date> in <p> together with @when.",
        "Remove one of them.",
        "@to ist an <date> in <p> zusammen mit @when nicht zugelassen.",
        "Eines davon entfernen.",
    ),
    "<p><date when='2007-11-15' cert='hgh'/></p>": (
        '@cert of <date> in <p> is "hgh"; expected: high, medium, low or unknown.',
        "Did you mean high?",
        "@cert an <date> in <p> lautet »hgh«; erwartet: high, medium, low oder unknown.",
        "War high gemeint?",
    ),
    "<p><date when='1943'/></p>": (
        '@when of <date> in <p> is "1943"; expected: a date such as 1943-03-10.',
        'The guidelines on @when: "The day."',
        "@when an <date> in <p> lautet »1943«; erwartet: ein Datum wie 1943-03-10.",
        "Die Richtlinien zu @when: »Der Tag.«",
    ),
    "<p><num>zwei</num></p>": (
        'The content of <num> in <p> is "zwei"; expected: a whole number.',
        "",
        "Der Inhalt von <num> in <p> lautet »zwei«; erwartet: eine ganze Zahl.",
        "",
    ),
    "<graphic/>": (
        "<graphic> in <text> lacks @url and @alt.",
        'Add @url and @alt to the start tag. The guidelines on <graphic>: "points to a picture."',
        "An <graphic> in <text> fehlen @url und @alt.",
        "@url und @alt im Start-Tag ergänzen. Die Richtlinien zu <graphic>: »points to a picture.«",
    ),
    "<p><date/></p>": (
        "<date> in <p> lacks @when or @from.",
        'Add @when or @from to the start tag. The guidelines on <date>: "A date, e.g. of a letter."',
        "An <date> in <p> fehlt @when oder @from.",
        "@when oder @from im Start-Tag ergänzen. Die Richtlinien zu <date>: »Ein Datum, z. B. eines Briefs.«",
    ),
    "": (
        "<text> ends too early: <p> or <graphic> is missing.",
        "Add <p> or <graphic> before the end of <text>.",
        "<text> endet zu früh: Es fehlt <p> oder <graphic>.",
        "<p> oder <graphic> vor dem Ende von <text> einfügen.",
    ),
    "<front xml:lang=''><p/></front><p/>": (
        "@xml:lang is not allowed on <front> in <text>, nor any other attribute.",
        "",
        "@xml:lang ist an <front> in <text> nicht zugelassen, auch kein anderes Attribut.",
        "",
    ),
    "Wort<p/>": (
        "Text is not allowed here in <text>; expected here: <front>, <p>, <graphic>.",
        "",
        "Text ist hier in <text> nicht zugelassen; erwartet wird hier: <front>, <p>, <graphic>.",
        "",
    ),
    "<p xmlns=''/>": (
        '<p xmlns=""> is not allowed in <text>; expected here: <front>, <p>, <graphic>.',
        f'Did you mean the element of the namespace "{TEI}"? Check the xmlns of the document.',
        '<p xmlns=""> ist in <text> nicht zugelassen; erwartet wird hier: <front>, <p>, <graphic>.',
        f"War das Element aus dem Namensraum »{TEI}« gemeint? Das xmlns des Dokuments prüfen.",
    ),
    "<p xml:id='p-3'>von <persNam>X</persNam></p>": (
        '<persNam> is not allowed in <p xml:id="p-3">; expected here: text, <persName>, <placeName>, <orgName> and 6 more.',
        "Did you mean <persName>?",
        '<persNam> ist in <p xml:id="p-3"> nicht zugelassen; erwartet wird hier: Text, <persName>, <placeName>, <orgName> und 6 weitere.',
        "War <persName> gemeint?",
    ),
    "<p xml:id='p-3'><date wen='2007-11-15'/></p>": (
        '@wen is not allowed on <date> in <p xml:id="p-3">; allowed: @when, @from, @to, @cert.',
        'Did you mean @when? The guidelines on @when: "The day."',
        '@wen ist an <date> in <p xml:id="p-3"> nicht zugelassen; erlaubt: @when, @from, @to, @cert.',
        "War @when gemeint? Die Richtlinien zu @when: »Der Tag.«",
    ),
    "<p><lb xml:id='7'/></p>": (
        "@xml:id is not allowed on <lb> in <p>, nor any other attribute.",
        "",
        "@xml:id ist an <lb> in <p> nicht zugelassen, auch kein anderes Attribut.",
        "",
    ),
    "<p><persName xml:id='7'/></p>": (
        '@xml:id of <persName> in <p> is "7"; expected: a name without a colon.',
        "",
        "@xml:id an <persName> in <p> lautet »7«; erwartet: ein Name ohne Doppelpunkt.",
        "",
    ),
    "<p xml:id='p-9'><lb>x</lb></p>": (
        "Text is not allowed here in <lb>; expected here: the end of <lb>.",
        "",
        "Text ist hier in <lb> nicht zugelassen; erwartet wird hier: das Ende von <lb>.",
        "",
    ),
    "<p><persName xml:id='n-1' cert='' foo=''/></p>": (
        '@foo is not allowed on <persName xml:id="n-1">; allowed: @ref, @cert, @xml:id.',
        "",
        '@foo ist an <persName xml:id="n-1"> nicht zugelassen; erlaubt: @ref, @cert, @xml:id.',
        "",
    ),
    "<graphic alt=''/>": (
        "<graphic> in <text> lacks @url.",
        'Add @url to the start tag. The guidelines on <graphic>: "points to a picture."',
        "An <graphic> in <text> fehlt @url.",
        "@url im Start-Tag ergänzen. Die Richtlinien zu <graphic>: »points to a picture.«",
    ),
    "<p><dat when='2007-11-15'>1943</dat></p>": (
        "<dat> is not allowed in <p>; expected here: text, <persName>, <placeName>, <orgName> and 6 more.",
        'Did you mean <date>? The guidelines on <date>: "A date, e.g. of a letter."',
        "<dat> ist in <p> nicht zugelassen; erwartet wird hier: Text, <persName>, <placeName>, <orgName> und 6 weitere.",
        "War <date> gemeint? Die Richtlinien zu <date>: »Ein Datum, z. B. eines Briefs.«",
    ),
}


@pytest.mark.parametrize("text", SENTENCES)
def test_a_finding_says_what_is_wrong_and_what_was_expected(text: str) -> None:
    (found,) = LETTER.check(letter(text), "x.xml")
    assert (found.message.en, found.hint.en, found.message.de, found.hint.de) == SENTENCES[text]
    assert (found.path, found.severity) == ("x.xml", "error")


def test_a_missing_element_is_named_before_the_one_that_comes_too_early() -> None:
    (found,) = LETTER.check(
        f'<TEI xmlns="{TEI}" xml:id="a"><standOff/></TEI>'.replace(' xml:id="a"', "").encode(), "x"
    )
    assert found.code == "G003"
    assert found.message.en == "In <TEI>, <teiHeader> is missing before <standOff>."


def test_an_unfinished_element_is_reported_at_its_end_tag() -> None:
    document = f'<TEI xmlns="{TEI}">\n <teiHeader><title/></teiHeader>\n</TEI>'
    (found,) = LETTER.check(document.encode(), "x")
    assert (found.line, found.column) == (3, 1)
    assert found.message.en == "<TEI> ends too early: <text> or <standOff> is missing."


FIRST_SENTENCES = {
    "(paragraph) marks paragraphs in prose. [3.1. Paragraphs 7.2.5. Speech Contents]": "(paragraph) marks paragraphs in prose.",
    "supplies a date in a standard form, e.g. yyyy-mm-dd.": "supplies a date in a standard form, e.g. yyyy-mm-dd.",
    "contains a date [3.6.4. Dates]": "contains a date.",
    "Ein Name, z. B. Serge, vgl. Abschnitt 3. Hand und Bd. 2. Er steht allein.": (
        "Ein Name, z. B. Serge, vgl. Abschnitt 3. Hand und Bd. 2. Er steht allein."
    ),
    "Ein Brief (»Lieber Freund!«). Mehr nicht.": "Ein Brief (»Lieber Freund!«).",
    "Was steht da? Nichts.": "Was steht da?",
    "Ein Satz. kein zweiter": "Ein Satz. kein zweiter.",
    "x" * 30 + " y" * 200: "x" * 30 + " y" * 84 + " …",
}


@pytest.mark.parametrize("text", FIRST_SENTENCES)
def test_the_first_sentence_of_a_documentation_is_quoted(text: str) -> None:
    assert documentation.first_sentence(Bilingual(text, text)).de == FIRST_SENTENCES[text]


def test_every_sentence_has_the_same_gaps_in_both_languages() -> None:
    def gaps(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    for table in (sentences.SAID, complaints.SAID, unusable.SAID):
        assert {key for key, words in table.items() if gaps(words.en) != gaps(words.de)} == set()
        assert all(words.en and words.de for words in table.values())


ONE_FAULT_EACH = {
    "a misspelt element is read as the one that was meant": "<grafic url='' alt=''/>",
    "a misspelt attribute too": "<graphic urll='' alt=''/>",
    "a missing wrapper is missed once": "<p/><title>x</title> <rs/> y <rs/>",
    "an element in the wrong place is not judged by its own rules": "<p><graphic foo=''>x</graphic></p>",
    "what comes too late is not wrong again": "<p/><front foo='1'/>",
    "an unknown element may contain anything": "<p><x y=''>z<y/></x></p>",
    "text is reported once for each element": "a<p/>b<p/>c",
    "text instead of an element": "Wort",
    "something wrong instead of what is required": "<rs/>",
    "a wrong namespace is reported once": "<p xmlns=''><rs>x</rs><lb/></p><p/><p xmlns=''/>",
}


@pytest.mark.parametrize("text", ONE_FAULT_EACH.values(), ids=ONE_FAULT_EACH.keys())
def test_a_fault_draws_no_others_after_it(text: str) -> None:
    assert len(LETTER.check(letter(text), "x")) == 1


def test_elements_in_the_wrong_order_are_one_fault() -> None:
    document = f'<TEI xmlns="{TEI}"><standOff/><teiHeader><title/></teiHeader></TEI>'
    assert codes(LETTER, document) == "G003 1:42"


def test_independent_faults_are_all_found() -> None:
    text = "<p>x<foo/>y<persName reff=''/></p>\n<graphic alt=''/><p><date when='x'/></p>\n<p><lb>x</lb></p><bar/>"
    assert codes(LETTER, letter(text)) == "G001 2:11 G002 2:18 G005 3:1 G004 3:21 G006 4:8 G001 4:18"


def test_inside_an_element_in_the_wrong_place_known_elements_are_judged() -> None:
    assert codes(LETTER, letter("<p><unknown><date when='x'/><foo/></unknown></p>")) == "G001 2:10 G004 2:19"


def test_columns_count_characters_and_not_bytes() -> None:
    assert codes(LETTER, letter("<p>äöü»𝄞« <foo/></p>")) == "G001 2:17"


def test_the_whole_document_in_no_namespace_is_one_fault() -> None:
    assert codes(LETTER, "<TEI><teiHeader><title/></teiHeader><standOff/></TEI>") == "G001 1:1"


def test_comments_instructions_and_entities_do_not_matter() -> None:
    document = b"<!DOCTYPE TEI [<!ENTITY e 'x'>]>" + letter("<!-- c --><?pi?><p>&e;<num>1<!-- -->2</num></p>")
    assert codes(LETTER, document) == ""


REFUSED_DOCUMENTS = {
    "<a><b></a>": "x.xml:1:9: The document is not well-formed: mismatched tag.",
    "": "x.xml:1:1: The document is not well-formed: no element found.",
    "<a>\n&x;</a>": "x.xml:2:1: The document is not well-formed: undefined entity.",
    "<!DOCTYPE a SYSTEM 'http://example.org/x.dtd'><a>&x;</a>": "the entity x, which it does not declare itself",
    "<!DOCTYPE a [<!ENTITY x SYSTEM '/etc/passwd'>]><a>&x;</a>": "the external entity /etc/passwd",
    "<?xml version='1.0' encoding='foo'?><a/>": "x.xml: The encoding is not known",
    "<?xml version='1.0' encoding='euc-jp'?><a/>": "x.xml: The encoding is not known",
    "<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'>"
    + "".join(f"<!ENTITY {new} '{f'&{old};' * 20}'>" for old, new in zip("bcdefgh", "cdefghi", strict=True))
    + "]><a>&i;</a>": "limit on input amplification",
}


@pytest.mark.parametrize("document", REFUSED_DOCUMENTS)
def test_what_is_not_well_formed_or_not_whole_is_refused(document: str) -> None:
    with pytest.raises(InputError) as caught:
        LETTER.check(document.encode(), "x.xml")
    assert REFUSED_DOCUMENTS[document] in caught.value.message.en
    assert caught.value.message.de != caught.value.message.en


START = '<start><element name="a"><empty/></element></start>'
REFUSED_GRAMMARS = {
    "<a/>": "does not belong to RELAX NG",
    "a": "it looks like its compact syntax",
    "<a": "is not well-formed XML",
    f"<!DOCTYPE a><grammar xmlns='{RNG}'/>": "has a DOCTYPE",
    "<include href='x.rng'/>": "<include> refers to another file, x.rng",
    "<start><externalRef href='x.rng'/></start>": "<externalRef> refers to another file, x.rng",
    "<define name='a'><empty/></define>": "has no <start>",
    "<start><ref name='nowhere'/></start>": "The name nowhere is not defined",
    "<start><parentRef name='a'/></start>": "The name a is not defined",
    "<start/>": "<start> contains no pattern",
    "<start><group/></start>": "<group> contains no pattern",
    "<start><element><name>a</name></element></start>": "<element> contains no pattern",
    "<start><element/></start>": "<element> has no name",
    "<start><element name='x:a'><empty/></element></start>": "The prefix x of the name x:a is not declared",
    "<start><elephant/></start>": "<elephant> is no pattern",
    "<start><element nam='a'><empty/></element></start>": "RELAX NG knows no attribute nam of <element>",
    f"{START}<element/>": "<element> must not stand in <grammar>",
    f"{START}{START}": "start is defined twice without combine",
    f"{START}<start combine='choice'><text/></start><start combine='interleave'><text/></start>": "do not agree",
    "<start><ref name='a'/></start><define name='a'><optional><ref name='a'/></optional></define>": (
        "The definition of a refers to itself outside of any element"
    ),
    "<start><data type='colour'/></start>": "XML Schema has no datatype colour",
    "<start><data type='QName'/></start>": "QName is not supported",
    "<start><data type='x' datatypeLibrary='urn:x'/></start>": "The datatype library urn:x is not known",
    "<start><data type='date' datatypeLibrary=''/></start>": "RELAX NG itself has the datatypes string and token",
    "<start><data type='token'><param name='pattern'>[a</param></data></start>": "The param pattern",
    "<start><data type='token'><param name='pattern'>\\p{Foo}</param></data></start>": "Foo is not known",
    "<start><data type='token'><param name='pattern'>a**</param></data></start>": "* stands where it means nothing",
    "<start><data type='token'><param name='minInclusive'>1</param></data></start>": "values have an order",
    "<start><data type='integer'><param name='minInclusive'>x</param></data></start>": "needs a value of the datatype",
    "<start><data type='integer'><param name='length'>1</param></data></start>": "have no length",
    "<start><data type='token'><param name='length'>x</param></data></start>": "needs a whole number",
    "<start><data type='token'><param name='totalDigits'>1</param></data></start>": "no digits to count",
    "<start><data type='token'><param name='colour'>x</param></data></start>": "has no param colour",
    "<start><data type='token'><text/></data></start>": "<text> must not stand here in <data>",
    "<start><value type='integer'>x</value></start>": '"x" is no value of the datatype integer',
    "<start><attribute name='a'><text/><text/></attribute></start>": "more than one pattern",
    "<start><ref/></start>": "<ref> needs the attribute name",
    "<start><element><text/><empty/></element></start>": "<text> is no name class",
    "<start><ref name='d0'/></start><define name='d500'><text/></define>"
    + "".join(f"<define name='d{n}'><ref name='d{n + 1}'/></define>" for n in range(500)): "too deeply",
}


@pytest.mark.parametrize("patterns", REFUSED_GRAMMARS, ids=REFUSED_GRAMMARS.values())
def test_a_grammar_that_cannot_be_used_is_refused_with_a_sentence(patterns: str) -> None:
    bare = patterns in ("a", "<a", "<a/>") or patterns.startswith("<!")
    with pytest.raises(SchemaError) as caught:
        grammar.load(patterns.encode() if bare else schema(patterns), "x.rng")
    assert REFUSED_GRAMMARS[patterns] in caught.value.message.en
    assert "x.rng" in caught.value.message.en
    assert caught.value.message.de and caught.value.message.de != caught.value.message.en


def test_a_complaint_about_a_grammar_names_the_line() -> None:
    with pytest.raises(SchemaError, match=r"^x\.rng:3: "):
        grammar.load(schema("\n\n<start><data type='colour'/></start>"), "x.rng")


def test_answers_do_not_depend_on_what_was_read_before() -> None:
    chance = random.Random(15)
    for cases in grammars.ALL:
        documents = list(cases.documents) * 2
        fresh = {document: codes(grammar.load(cases.grammar), document) for document in documents}
        chance.shuffle(documents)
        rules = grammar.load(cases.grammar)
        assert {document: codes(rules, document) for document in documents} == fresh


def test_the_codes_are_documented() -> None:
    for code, meaning in CODES.items():
        assert f"| {code} | {meaning.title} |" in str(grammar.__doc__)


def test_a_grammar_survives_pickling() -> None:
    copy = pickle.loads(pickle.dumps(LETTER))
    assert copy.check(letter("<foo/>"), "x") == LETTER.check(letter("<foo/>"), "x")


def test_a_grammar_knows_its_elements() -> None:
    assert (TEI, "persName") in LETTER.elements
    assert {namespace for namespace, _ in LETTER.elements} == {TEI}


def test_neither_deep_documents_nor_long_grammars_exhaust_the_stack() -> None:
    nested = grammar.load(schema("<start><ref name='a'/></start><define name='a'><element name='a'>"
                                 "<choice><ref name='a'/><empty/></choice></element></define>"))  # fmt: skip
    depth = 20 * sys.getrecursionlimit()
    assert codes(nested, f'<a xmlns="{TEI}">' + "<a>" * depth + "</a>" * depth + "</a>") == ""
    for combination in ("group", "interleave", "choice"):
        many = "".join(f'<element name="e{number}"><empty/></element>' for number in range(3000))
        rules = grammar.load(
            schema(f"<start><element name='a'><{combination}>{many}</{combination}></element></start>")
        )
        assert codes(rules, f'<a xmlns="{TEI}"><e0/></a>') == (
            "" if combination == "choice" else f"G003 1:{len(TEI) + 18}"
        )
