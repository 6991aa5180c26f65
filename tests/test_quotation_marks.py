"""Quotation marks in any TEI: style of the document, pairs, levels, and where a slip stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition import corpus
from edition.checks import notes, quotations
from edition.checks.subject import Subject
from edition.model import Finding
from tests.conftest import ROOT

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x" xml:lang="de">{}</TEI>'


def subject(content: str, role: str = "foreign") -> Subject:
    source = corpus.from_bytes(TEI.format(content).encode(), "x.xml", role)
    return Subject(source, corpus.Locator(source), Path())


def slips(body: str) -> list[str]:
    """The signs that are wrong, each with what was missed."""
    found = quotations.in_file(subject(f"<text><body>{body}</body></text>"))
    return [one.message.en.split("mark ")[1].split(",")[0].split(":")[0] for one in found]


@pytest.mark.parametrize(
    "body",
    [
        "<p>»Das ›Eis‹ war dünn«, sagte sie.</p>",
        "<p>„Das ‚Eis‘ war dünn“, sagte sie.</p>",
        "<p>«La ‹glace› était mince.»</p>",
        "<p>“It’s ‘thin ice’, isn’t it?”</p>",
        "<p>»Eins</p><p>»zwei</p><p>»drei.«</p>",  # taken up again in every paragraph
        "<quote><p>»Eins</p><p>»zwei</p><p>drei.«</p></quote>",
        "<lg><l>»Eins,</l><l>zwei,</l><l>drei.«</l></lg>",
        "<p>»Ein <note>»Anmerkung«</note>Wort«</p>",
        "<p>»Ein <choice><sic>Wort»</sic><corr>Wort«</corr></choice></p>",
        "<p>»Sie schrieb <foreign xml:lang='fr'>«glace</foreign>.«</p>",
        "<p>»Ein« Zeichen ist <code>»</code>.</p>",
        "<p>Rock 'n' Roll, 5 > 3</p>",
        "<p>»Ein<!-- c --> Wort<?x y?>«</p>",
    ],
)
def test_what_is_in_order_is_passed(body: str) -> None:
    assert slips(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>»Ein« »Wort</p>", ["» is opened and not closed"]),
        ("<p>»Ein« Wort«</p>", ["« closes what was not opened"]),
        ("<p>»Ein« »schönes »Wort««</p>", ["» opens where"]),
        ("<p>»Ein« ›Wort‹</p>", ["› opens where"]),
        ("<p>»Ein« »›Wort«</p>", ["› is opened and not closed"]),
        ("<p>„Ein“ „Wort</p>", ["„ is opened and not closed"]),
        (
            "<p>»Ein«</p><p>»zwei</p><p>drei.«</p>",
            ["» is opened and not closed", "« closes what was not opened"],
        ),
    ],
)
def test_what_is_not_in_order_is_found(body: str, expected: list[str]) -> None:
    assert slips(body) == expected


def test_the_place_is_that_of_the_mark() -> None:
    (found,) = quotations.in_file(
        subject("<text><p>»Ein«\n <hi>schönes</hi> <!-- » --> »Wort</p></text>", "foreign")
    )
    assert (found.line, found.column) == (2, 30)


def test_in_the_edition_the_text_is_left_to_the_rules_of_the_odd() -> None:
    text, note = "<text><p>»Text</p></text>", "<standOff><note>»Note</note></standOff>"
    assert [one.message.en for one in quotations.in_file(subject(text + note, "article"))] == [
        "The quotation mark » is opened and not closed: « is missing."
    ]


def test_as_foreign_tei_the_edition_has_its_marks_in_pairs() -> None:
    found: list[Finding] = []
    for path in sorted((ROOT / "tei").glob("*/*.xml")):
        source = corpus.parse(path, "foreign", ROOT)
        found += quotations.in_file(Subject(source, corpus.Locator(source), ROOT))
    assert found == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<text><p>Ein<note>Anmerkung</note></p></text>", []),
        (
            "<text><p>Ein<ref target='#n'>1</ref></p><back><div><note xml:id='n'>A</note></div></back></text>",
            [],
        ),
        ("<text><back><div><note target='#n'>A</note></div></back></text>", []),
        ("<text><back><div><note xml:id='n'>A</note><note>B</note></div></back></text>", ["K010", "K010"]),
        ("<standOff><note>A</note></standOff>", ["K010"]),
        (
            "<text><p><anchor xml:id='a'/><anchor xml:id='b'/></p><note target='#a' targetEnd='#b'/></text>",
            [],
        ),
        (
            "<text><p><anchor xml:id='a'/><anchor xml:id='b'/></p><note target='#b' targetEnd='#a'/></text>",
            ["K011"],
        ),
        ("<text><note target='#b' targetEnd='#a'/><note target='' targetEnd=''/></text>", []),
    ],
)
def test_notes_lead_to_their_passage(content: str, expected: list[str]) -> None:
    assert [one.code for one in notes.in_file(subject(content))] == expected
