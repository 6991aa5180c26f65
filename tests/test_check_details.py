"""What the folders of tests/checks do not show: the edges of single checks, on small documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition import corpus
from edition.checks import dates, references, text
from edition.checks.subject import Subject
from edition.transcript import blocks, flatten

HEAD = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x"><teiHeader><encodingDesc><listPrefixDef>'
    '<prefixDef ident="person" matchPattern="{pattern}"/></listPrefixDef></encodingDesc></teiHeader>'
)


def subject(body: str, pattern: str = "[a-z]+") -> Subject:
    data = (HEAD.replace("{pattern}", pattern) + f'<text><p xml:id="p-1">{body}</p></text></TEI>').encode()
    source = corpus.from_bytes(data, "tei/articles/x.xml", "article")
    return Subject(source, corpus.Locator(source), Path())


def codes(findings: object) -> list[str]:
    return [finding.code for finding in findings]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('notBefore="1943-05" notAfter="1943-03"', ["D012"]),
        ('notBefore="1943-03" notAfter="1943-05"', []),
        ('from="1921-03-10" to="1921-03"', []),
        ('from="1921-04-01" to="1921-03"', ["D012"]),
        ('when="1900-02-29"', ["D011"]),
        ('when="1904-02-29"', []),
    ],
)
def test_dates_and_ranges(attributes: str, expected: list[str]) -> None:
    assert codes(dates.in_file(subject(f"<date {attributes}>x</date>"))) == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ('<date xml:id="a" when="1922" datingPoint="#a" dur="P1Y"><offset type="after">x</offset></date>', ["D014"]),
        (
            '<date xml:id="a" when="1922" datingPoint="#b" dur="P1Y"><offset type="after">x</offset></date>'
            '<date xml:id="b" when="1921" datingPoint="#a" dur="P1Y"><offset type="before">x</offset></date>',
            ["D014", "D014"],
        ),
        (
            '<date xml:id="a" when="1921-13">x</date>'
            '<date when="1922" datingPoint="#a" dur="P1Y"><offset type="after">y</offset></date>',
            ["D011"],
        ),
        (
            '<date xml:id="a" when="1921">x</date>'
            '<date when="1922" datingPoint="#a" dur="P1Y"><offset type="before">y</offset></date>',
            ["D013"],
        ),
    ],
)  # fmt: skip
def test_relative_dates(date: str, expected: list[str]) -> None:
    assert codes(dates.in_file(subject(date))) == expected


@pytest.mark.parametrize(
    ("pattern", "pointer", "expected"),
    [
        ("[a-z]+", "person:serge", []),
        ("[a-z]+", "person:serge2", ["R003"]),  # the whole value must fit, not only its beginning
        ("[a-z", "person:serge", ["R003"]),
        ("[a-z]+", "https://example.org/x", []),
        ("[a-z]+", "orcid:0", ["R002"]),
    ],
)
def test_pointers_fit_their_prefix(pattern: str, pointer: str, expected: list[str]) -> None:
    body = f'<persName ref="{pointer}">x</persName>'
    assert codes(references.in_file(subject(body, pattern))) == expected


def test_a_sign_that_nfc_would_replace_is_found_without_any_combining_sign() -> None:
    found = [one for one in text.in_file(subject("a \N{ANGSTROM SIGN}")) if one.code == "T002"]
    assert [(one.line, one.code) for one in found] == [(1, "T002")]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("ein<note><p>nicht</p></note> Wort", "ein Wort"),
        ("ein <choice> <sic>Wrt</sic> <corr>Wort</corr> </choice>.", "ein Wrt."),
        ("<persName>A</persName>\n  <persName>B</persName>", "A B"),
    ],
)
def test_notes_and_white_space_are_no_text(body: str, words: str) -> None:
    source = subject(body).source
    assert " ".join("".join(sign for sign, _, _ in text.transcription(source)).split()) == words


def test_what_stands_in_a_note_or_in_the_other_reading_is_no_mention() -> None:
    source = subject(
        'Er<note>: <persName ref="person:a">A</persName></note> <date when="1921">x</date>'
    ).source
    (block,) = blocks(source.tree.getroot())
    assert flatten(block).text == "Er x"
