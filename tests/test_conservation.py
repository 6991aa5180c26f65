"""No word is lost below the text either: each note, and each reading of an apparatus."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from lxml.html import fragment_fromstring, tostring
from msgspec.structs import replace

from edition import conservation, corpus, prose, site
from edition.model import Source
from tests import others
from tests.proofs import TEI, T

MARKED = 'xmlns:a="urn:edition:adopted"'
# Notes wherever they may stand, and the words of each; then readings, and what an entry says behind its lemma.
NOTES = (
    ("<head>Titel<note>zum Titel</note></head>", ["zum Titel"]),
    ('<p>a<note place="foot" n="*">am Fuß</note>, b<note place="margin">am Rand</note></p>', ["am Fuß", "am Rand"]),
    ("<p>a<note>eins<note>zwei <hi>in</hi> eins</note>.</note></p>", ["eins.", "zwei in eins"]),
    ("<p>a<note><p>Ein Absatz.</p><list><item>c</item><item>d</item></list></note></p>", ["Ein Absatz. c d"]),
    ("<note>zwischen Absätzen</note>", ["zwischen Absätzen"]),
    ("<table><row><cell>a<note>in der Zelle</note></cell></row></table>", ["in der Zelle"]),
    ("<lg><l>a<note>am Vers</note></l></lg>", ["am Vers"]),
    ("<sp><speaker>A<note>wer</note></speaker><p>b<note>was</note></p></sp>", ["wer", "was"]),
    ("<list><item>a<note>am Punkt</note></item></list>", ["am Punkt"]),
    ("<p>a<noteGrp> <note>deutsch</note> <note>englisch</note> </noteGrp></p>", ["deutsch", "englisch"]),
    ("<p><choice><sic>f<note>ist falsch</note></sic><corr>g<note>ist richtig</note></corr></choice></p>",
     ["ist falsch", "ist richtig"]),
    ("<p><choice><abbr>f<note>kurz</note></abbr><expan>g<note>lang</note></expan></choice></p>", ["lang"]),
    ("<p>a<del>b<note>getilgt</note></del>c<note>a <del>b</del> <choice><sic>f</sic><corr>g</corr></choice></note></p>",
     ["a g"]),
    ("<p>a<witDetail wit='#x'>die Hand</witDetail></p>", ["die Hand"]),
    ("<p>a<note>nach <app><lem>b</lem><rdg>c</rdg></app> nichts</note></p>", ["nach b nichts"]),
    ("<p><app><lem>b</lem><rdg>e<note>an e</note></rdg><note>am Eintrag</note><noteGrp><note>d</note></noteGrp></app></p>",
     ["an e", "am Eintrag", "d"]),
)  # fmt: skip
READINGS = (
    ('<app><lem wit="#x">a</lem><rdg wit="#y">b b</rdg><rdg>c</rdg></app>', ["] b b; c\u00a0"]),
    ("<app><rdg>a</rdg><rdg>b</rdg></app>", ["] b\u00a0"]),
    ("<app><lem>a</lem><rdg/><rdg>b</rdg></app>", ["] ; b\u00a0"]),
    ("<app><rdgGrp><rdg>a</rdg><rdg>b</rdg></rdgGrp><rdg>c</rdg><lem>d</lem></app>", ["] a; b; c\u00a0"]),
    ("<app><lem>a</lem><rdg>b</rdg><wit>A B</wit></app>", ["] b A B\u00a0"]),
    ("<app><lem>a</lem><rdg>ein b</rdg><witDetail>am Rand</witDetail></app>", ["] ein b (am Rand)\u00a0"]),
    ("<app><lem>a</lem><rdgGrp><rdg>b</rdg><witDetail>radiert</witDetail></rdgGrp></app>", ["] b (radiert)\u00a0"]),
    ("<app><lem>a</lem><rdg>b <app><lem>c</lem><rdg>d</rdg></app></rdg></app>", ["] b c\u00a0", "] d\u00a0"]),
    ("<app><lem>a<lb/>e</lem><rdg>b<note>n</note><lb break='no'/> c<lb/>d</rdg></app>", ["] bc d\u00a0"]),
)  # fmt: skip


def document(content: str) -> Source:
    given = f'<TEI xmlns="{TEI}" {MARKED} xml:id="x"><text><body>{content}</body></text></TEI>'
    return corpus.from_bytes(given.encode(), "tests/case.xml", "article")


def unit(content: str) -> str:
    return f'<p a:unit="true" xml:id="p-1">{content}</p>'


def found(text: Source, made: prose.Fragments) -> list[str]:
    told = conservation.differences(text.tree.find("t:text", T), made, "reading")
    return [one.place for one in told]


@pytest.mark.parametrize(("content", "notes"), NOTES)
def test_each_note_is_on_the_page_with_its_words(content: str, notes: list[str]) -> None:
    text = document(content)
    made = prose.fragments(text, {}, "render")
    assert conservation.notes_of_html(made.notes, "reading") == notes
    assert found(text, made) == []


@pytest.mark.parametrize(("content", "readings"), READINGS)
def test_each_reading_is_on_the_page_with_its_words(content: str, readings: list[str]) -> None:
    text = document(unit(content))
    made = prose.fragments(text, {}, "render")
    assert conservation.readings_of_html(made.notes, "reading") == readings
    assert found(text, made) == []


def test_in_the_diplomatic_layer_notes_say_what_is_written() -> None:
    text = document(
        unit(
            "a<note>b <choice><sic>f</sic><corr>g</corr></choice> <del>h</del></note><del>i<note>j</note></del>"
        )
    )
    made = prose.fragments(text, {}, "render", layer="diplomatic")
    assert conservation.notes_of_html(made.notes, "diplomatic") == ["b f h", "j"]
    assert list(conservation.differences(text.tree.find("t:text", T), made, "diplomatic")) == []


ALL = document("".join([content for content, _ in NOTES] + [f"<p>{content}</p>" for content, _ in READINGS]))
LISTS = {"note": "notes", "reading": "readings"}
UNSAID = "generated back sign note-mark printed".split()  # the classes of what is no text


def below(html: str, place: str) -> tuple[Any, Any]:
    """The HTML below a text as a tree, and the list in it."""
    tree: Any = fragment_fromstring(html, create_parent="div")
    (found,) = tree.xpath(f"ol[@class='{LISTS[place]}']")
    return tree, found


def said(item: Any) -> Iterator[tuple[Any, str]]:
    """The runs of text in an item that are words of the TEI, each as element and attribute."""
    for one in item.iter():
        if not unsaid(one):
            yield one, "text"
        if one is not item and not unsaid(one.getparent()):
            yield one, "tail"


def unsaid(one: Any) -> bool:
    """Whether an element of HTML, or one around it, holds no words of the TEI."""
    return bool(
        {name for found in one.xpath("ancestor-or-self::*/@class") for name in found.split()} & set(UNSAID)
    )


def missing(items: Any, number: int) -> None:
    items.remove(items[number])


def twice(items: Any, number: int) -> None:
    items.insert(number, deepcopy(items[number]))


def exchanged(items: Any, number: int) -> None:
    items[number].addnext(items[number - 1])


def without(sign: str) -> Callable[[Any, int], None]:
    """Drops the first such sign that stands between two letters, or by itself."""

    def drop(items: Any, number: int) -> None:
        for one, where in said(items[number]):
            words = getattr(one, where) or ""
            if re.search(sign, words):
                setattr(one, where, re.sub(sign, "", words, count=1))
                return

    return drop


SPOILED = {
    "missing": missing,
    "twice": twice,
    "exchanged": exchanged,
    "a letter less": without("[a-z]"),
    "a space less": without("(?<=[a-z]) (?=[a-z])"),
}


@pytest.mark.parametrize("place", LISTS)
@pytest.mark.parametrize("what", SPOILED)
def test_what_is_spoiled_below_a_text_is_found(what: str, place: str) -> None:
    made = prose.fragments(ALL, {}, "render")
    assert found(ALL, made) == []
    tried = 0
    for number in range(len(below(made.notes, place)[1])):
        tree, items = below(made.notes, place)
        before = [one.text_content() for one in items]
        SPOILED[what](items, number)
        if before != [one.text_content() for one in items]:
            html = prose.trusted("".join(tostring(one, encoding="unicode") for one in tree))
            assert found(ALL, replace(made, notes=html)) == [place], before[number]
            tried += 1
    assert tried > 1


def test_a_page_whose_note_differs_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = prose.fragments
    monkeypatch.setattr(
        prose,
        "fragments",
        lambda *given, **more: replace(
            one := made(*given, **more), notes=prose.trusted(one.notes.replace("zum Titel", "zumTitel"))
        ),
    )
    folder = others.copied(["notes-places.xml"], tmp_path / "piece")
    report = site.build(folder, tmp_path / "site", exports=False, jobs=1)
    (told,) = (one for one in report.findings if one.code == "Y003")
    assert told.path == "notes-places.xml"
    assert "note" in told.message.en
    assert "»zum Titel«" in told.message.en
    assert "»zumTitel«" in told.message.en
