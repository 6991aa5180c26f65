"""Checks of single signs: where they are, what is left alone, and that no document makes them fail."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition import corpus
from edition.checks import runs, signs
from edition.checks.subject import Subject
from edition.model import Finding

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x">{}</TEI>'


def subject(content: str, role: str = "foreign") -> Subject:
    source = corpus.from_bytes(content.encode(), "x.xml", role)
    return Subject(source, corpus.Locator(source), Path("nowhere"))


def found(body: str, role: str = "foreign") -> list[Finding]:
    return list(signs.in_file(subject(TEI.format(f"<text>{body}</text>"), role)))


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("<p>a  b</p>", ["T010"]),
        ("<p>a\n   b</p>", []),
        ("<p>a  \n  b</p>", []),
        ("<p>\n  <hi>a</hi>\n  <hi>b</hi>  </p>", []),
        ("<p xml:space='preserve'>a  b</p>", []),
        ("<p><sic>a  b</sic> <orig>a\u00adb</orig> <code>x  y</code></p>", []),
        ("<p>a <foo xmlns='urn:x'>b  \u200b c</foo></p>", []),
        ("<p>so , und so ! und ( so )</p>", ["T011"] * 4),
        ("<p>so ... und so ; wie</p>", ["T011"]),
        ("<p>1 : 10, .5, Datei .txt, :-)</p>", []),
        ("<p xml:lang='fr'>oui ; « non » !</p>", []),
        ("<p>»so« »so« » so «</p>", ["T011", "T011"]),
        ("<p>«so» «so» « so »</p>", ["T011", "T011"]),
        ('<p>»a« und "b"</p>', ["T012", "T012"]),
        ('<p>»a«, n="1", 5" breit</p>', []),
        ("<p>a ... b …</p>", ["T013"]),
        ("<p>a .... b …</p>", []),
        ("<p>a\u200db می\u200cخواهم</p>", []),
        ("<p>a\u200bb\ufeff\u2066</p>", ["T015"] * 3),
        ("<p>Cерж Серж Σ σῶμα Serge</p>", ["T016"]),
        ("<p>\ue000\U000f0000\U0010fffd</p>", ["T017"] * 3),
        ("<p>&#x85;</p>", ["T018"]),
        ("<p>\ufffd</p>", ["T019"]),
    ],
)
def test_codes(body: str, codes: list[str]) -> None:
    assert [one.code for one in found(body)] == codes


@pytest.mark.parametrize(
    "body",
    [
        "<p>ä\U0001d11eb\u00adc</p>",
        "<p>a &#x2013; b\n  c &amp; d\u00ade</p>",
        "<p>a<!-- x -->b\u00adc</p>",
        "<p><![CDATA[a & b\u00adc]]></p>",
    ],
)
def test_the_place_is_that_of_the_sign(body: str) -> None:
    (one,) = found(body)
    lines = TEI.format(f"<text>{body}</text>").splitlines()
    assert [(one.line, one.column)] == [
        (number, line.index("\u00ad") + 1) for number, line in enumerate(lines, 1) if "\u00ad" in line
    ]


def test_a_copied_text_keeps_its_spaces_and_quotes(tmp_path: Path) -> None:
    body = '<p>»a« "b" so , <corr>so ,</corr> so ... und …</p>'
    one = subject(TEI.format(f"<text>{body}</text>"), "article")
    (tmp_path / "tei" / "copytext").mkdir(parents=True)
    copied = Subject(one.source, one.locate, tmp_path)
    assert [each.code for each in signs.in_file(copied)] == ["T011", "T011", "T012", "T012", "T013"]
    (tmp_path / "tei" / "copytext" / "x.txt").write_text("…", encoding="utf-8")
    assert [each.code for each in signs.in_file(copied)] == ["T011"]  # that of the correction


@pytest.mark.parametrize("role", ["page", "article", "foreign"])
def test_only_texts_that_are_not_copied_are_repaired(role: str) -> None:
    assert [bool(one.edits) for one in found("<p>a  b\u00adc&#xAD;d</p>", role)] == (
        [False] * 3 if role == "article" else [True, True, False]
    )


_TEXT = st.text(
    st.characters(codec="utf-8", exclude_characters="<&>\x00", exclude_categories=["Cs", "Cc"])
    | st.sampled_from(' ,.»«"…\u00ad\u200b\u0430\n'),
    max_size=12,
)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["p", "hi", "sic", "note"]), _TEXT, _TEXT), max_size=6))
def test_no_document_makes_the_checks_fail(parts: list[tuple[str, str, str]]) -> None:
    body = "".join(f"<{name}>{text}</{name}>{tail}" for name, text, tail in parts)
    for content in (TEI.format(body), f"<a>{body}</a>", TEI.format(f"<text>{body}</text>")):
        try:
            one = subject(content)
        except corpus.InputError:  # some signs are no XML
            continue
        places = [(finding.line, finding.column) for finding in signs.in_file(one)]
        assert all(line >= 1 and column >= 1 for line, column in places)
        assert "".join(run.text for run in runs.of_source(one.source)) == "".join(
            one.source.tree.getroot().itertext()
        )


@given(st.text(st.sampled_from("ab  \t\u00a0\n«»“.,;!?)(][…-/1яΩé\u00ad\ufffd\ue000"), max_size=9))
@settings(max_examples=2000)
def test_a_first_look_misses_nothing(text: str) -> None:
    """What a rule would find is not taken for sound beforehand."""
    rules = [*(rule.pattern for rule in signs._RULES), signs._BEFORE_MARK, signs._AFTER_OPENING]
    assert signs._may_be_wrong(text) or not any(rule.search(text) for rule in rules)
