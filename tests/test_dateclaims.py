"""Dates against their words, the day of the week beside them, and the notes that answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition import corpus
from edition.checks import dateclaims, dates, datewords, weekdays
from edition.checks.datewords import Said
from edition.checks.subject import Subject


def subject(body: str, notes: str = "", role: str = "foreign") -> Subject:
    data = (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff>{notes}</standOff>'
        f"<text><body><p>{body}</p></body></text></TEI>"
    )
    source = corpus.from_bytes(data.encode(), "any.xml", role)
    return Subject(source, corpus.Locator(source), Path())


def codes(body: str, notes: str = "") -> list[str]:
    here = subject(body, notes)
    checks = (dates.in_file, dateclaims.in_file, weekdays.in_file)
    return [one.code for check in checks for one in check(here)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("am 9. November 1918", Said(1918, 11, 9)),
        ("on November 9th, 1918", Said(1918, 11, 9)),
        ("the 9th of November 1918", Said(1918, 11, 9)),
        ("9.11.1918", Said(1918, 11, 9)),
        ("den 9ten November 1918", Said(1918, 11, 9)),
        ("1918-11-09", Said(1918, 11, 9)),
        ("9. Nov. 1918", Said(1918, 11, 9)),
        ("im August des Jahres 1945", Said(1945, 8)),
        ("May 1940", Said(1940, 5)),
        ("an diesem 17. November", Said(None, 11, 17)),
        ("im Mai", Said(None, 5)),
        ("1940/41", Said(1940, last=1941, ends=True)),
        ("von 1934 bis 1940", Said(1934, last=1940, ends=True)),
        ("Im Winter 1920", Said(1920, last=1921)),
        ("Im Winter 1920/21", Said(1920, last=1921, ends=True)),
        ("in den 1920er Jahren", Said(1920, last=1929)),
        ("in the 1920s", Said(1920, last=1929)),
        ("im 19. Jahrhundert", Said(1800, last=1900)),
        ("seit 1937", Said(1937)),
        ("nach 1937", None),  # when that was, the words do not say
        ("am Tag vor dem 9. November 1918", None),
        ("um 1920", None),
        ("44 v. Chr.", None),
        ("vom 8. auf den 9. November 1918", None),
        ("1901-1917-1941", None),
        ("march on Rome", None),
        ("zehn Tage lang", None),
        ("", None),
    ],
)
def test_words_are_read_where_they_are_certain(words: str, said: Said | None) -> None:
    assert datewords.read(words) == said


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ('<date when="1918-11-09">9. November 1918</date>', []),
        ('<date when="1918-11-08">9. November 1918</date>', ["D016"]),
        ('<date when="1918">9. November 1918</date>', []),  # less exact, but no contradiction
        ('<date when="1918-11-09">1918</date>', []),
        ('<date when="1918-12">am 9. November</date>', ["D016"]),
        ('<date when="1918-11-10">am 9. November</date>', ["D016"]),
        ('<date from="1917-11-07" to="1917-11-08">im Oktober</date>', []),  # no year is said
        ('<date from="1934" to="1940">1934 bis 1940</date>', []),
        ('<date from="1934" to="1941">1934 bis 1940</date>', ["D016"]),
        ('<date notBefore="1943-03" notAfter="1943-05">Frühjahr 1943</date>', []),
        ('<date notBefore="1944-03" notAfter="1944-05">Frühjahr 1943</date>', ["D016"]),
        ('<date from="1937">seit 1937</date>', []),
        ('<date when="1921-06-30">31. Juni 1921</date>', ["D016"]),
        ('<date when="1917-11-07">25. Oktober 1917</date>', ["D017"]),
        ('<date when="1917-11-07" calendar="#julian">25. Oktober 1917</date>', []),
        ('<date when="1917-10-25" calendar="#julian">25. Oktober 1917</date>', ["D016"]),
        ('<date when="1917-11" calendar="#Julian">Oktober 1917</date>', []),
        ('<date when="1793-07-13" calendar="#republican">25 messidor 1794</date>', []),
        ('<date when="1918-11-09" xml:id="a">x</date><date datingPoint="#a" dur="P2Y" when="1920">1921'
         '<offset type="after"/></date>', []),
        ('<date when="2001"><date when="2001">2001</date> or 2002</date>', []),
        ('<date when="-0044-03-15">15 March 44</date>', []),
        ('<date from="1918" to="1918">x</date>', ["D015"]),
        ('<date when="0000">x</date>', ["D011"]),
        ('<date when-iso="1947-02-30">x</date>', ["D011"]),
        ('<biblScope from="12" to="34">12–34</biblScope>', []),
    ],
)  # fmt: skip
def test_words_and_value(date: str, expected: list[str]) -> None:
    assert codes(date) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('am Montag, dem <date when="1947-05-12">12. Mai 1947</date>', []),
        ('am Dienstag, dem <date when="1947-05-12">12. Mai 1947</date>', ["D018"]),
        ('<date when="1947-05-12">Tuesday 12 May 1947</date>', ["D018"]),
        ('<date when="1947-05-12">12 May 1947</date>, a Monday.', []),
        ('<date when="1947-05-12">12 May 1947</date> (Sunday)', ["D018"]),
        ('on Sunday he left; <date when="1947-05-12">12 May 1947</date> was fine', []),
        ('<date when="1947-05">Tuesday in May 1947</date>', []),  # no day is claimed
        ('<date when="1947-05-12">Sonntag nach dem 5. Mai</date>', []),
        ('<date when="1518-05-12">Sonntag</date>', []),  # before the Gregorian calendar
        ('<date when="1947-05-10">am Sonnabend</date>', []),
    ],
)
def test_days_of_the_week(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


_NOTE = '<listAnnotation><annotation target="#{}"><note type="{}">Der Text irrt.</note></annotation></listAnnotation>'
_WRONG = '<seg xml:id="s">am <date xml:id="d" when="1947-05-12">Sonntag<seg xml:id="i">!</seg></date></seg>'


@pytest.mark.parametrize(
    ("target", "kind", "expected"),
    [
        ("d", "factual", []),
        ("s", "factual", []),  # around it
        ("i", "explanation", []),  # inside it
        ("d", "textual", ["D018"]),  # a note of another kind does not answer
        ("elsewhere", "factual", ["D018"]),
    ],
)
def test_a_note_at_the_place_answers(target: str, kind: str, expected: list[str]) -> None:
    assert codes(_WRONG, _NOTE.format(target, kind)) == expected


def test_a_note_in_the_text_answers() -> None:
    assert codes('am <date when="1947-05-12">Sonntag</date><note>Es war ein Montag.</note>') == []
