"""Names and their forms: what is looked for, what is found, and which words fit an entry."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from edition import corpus, settings, validation
from edition.checks import forms as form
from edition.checks import mentions, names, untagged
from edition.checks.subject import Subject
from edition.model import Edition, Entity, Name
from tests.conftest import ROOT

SERGE = Entity("serge", "person", "Serge, Victor", other_names=(Name("Le Rétif", "pseudonym"),))
ALTER = Entity("alter", "person", "Alter, Victor")
PRAGUE = Entity("prag", "place", "Prag")
KRONSTADT = Entity("kronstadt", "place", "Kronstadt")
COMINTERN = Entity("komintern", "org", "Kommunistische Internationale (III.)")
ALL = (SERGE, ALTER, PRAGUE, KRONSTADT, COMINTERN)


def forms(*entities: Entity) -> form.Forms:
    listed = [(text, one.pointer, whole) for one in entities for text, whole in names.of_entity(one)]
    return form.Forms.of(listed)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Victor Serge und Serge", ["Victor Serge", "Serge"]),
        ("Victor\n   Serges Buch, Serge’s und Serge'", ["Victor\n   Serges", "Serge’s", "Serge'"]),
        ("Sergej, Sergent, Obserge und serge", []),
        ("der Serge-Biograph", ["Serge"]),
        ("ein Prager, ein Pragerin", ["Prager"]),
        ("der Kommunistischen Internationale, die kommunistische Internationale", ["Kommunistischen Internationale"]),
        ("Le Rétif", ["Le Rétif"]),
        ("Victor", []),
    ],
)  # fmt: skip
def test_forms_in_a_text(text: str, found: list[str]) -> None:
    assert [text[hit.start : hit.end] for hit in forms(*ALL).find(text)] == found


def test_inside_what_is_answered_shorter_forms_are_looked_for() -> None:
    portrait = forms(SERGE, Entity("bild", "object", "Porträt Victor Serges"))
    text = "das Porträt Victor Serges"
    found = portrait.find(text, lambda hit: hit.form.pointers == ("object:bild",))
    assert [text[hit.start : hit.end] for hit in found] == ["Victor Serges"]


def test_the_patronymic_may_be_missing() -> None:
    assert "Josef Stalin" in forms(Entity("stalin", "person", "Stalin, Josef Wissarionowitsch"))


def test_a_form_names_all_entries_it_may_mean() -> None:
    both = forms(SERGE, Entity("anna", "person", "Serge, Anna"))
    assert both["Serge"].pointers == ("person:serge", "person:anna")
    assert both["Victor Serge"].pointers == ("person:serge",)


@pytest.mark.parametrize(
    ("words", "entity", "fits"),
    [
        ("Victor Serge", SERGE, True),
        ("Serges", SERGE, True),
        ("VICTOR SERGE", SERGE, True),
        ("Victor", SERGE, True),
        ("V. S.", SERGE, True),
        ("Ser\u00adge", SERGE, True),
        ("Genosse Serge's", SERGE, True),
        ("Victor Alter", SERGE, False),
        ("Alter", SERGE, False),
        ("A. B.", SERGE, False),
        ("...", SERGE, False),
        ("Prager", PRAGUE, True),
        ("Paris", PRAGUE, False),
        ("Kronstädter", KRONSTADT, True),
        ("Kommunistischen Internationale", COMINTERN, True),
        ("Rote Armee", COMINTERN, False),
    ],
)
def test_words_that_fit_an_entry(words: str, entity: Entity, fits: bool) -> None:
    assert names.fits(words, entity) is fits


@pytest.fixture(scope="module")
def real() -> tuple[Edition, list[untagged.Naming]]:
    config = settings.load(ROOT)
    facts = validation.examine(ROOT, config).edition
    found = []
    for path, role in corpus.files(ROOT, config):
        if role == "article":
            source = corpus.parse(path, role, ROOT)
            found += untagged.namings(Subject(source, corpus.Locator(source), ROOT))
    return facts, found


def test_nearly_every_tagged_name_would_be_found_by_the_lists_alone(
    real: tuple[Edition, list[untagged.Naming]],
) -> None:
    facts, found = real
    listed = forms(*facts.entities.values())
    missed = [
        one.words
        for one in found
        if not any(one.pointer in hit.form.pointers for hit in listed.find(one.words.strip("»«")))
    ]
    assert len(missed) <= len(found) // 20, missed


def test_a_name_that_leads_to_another_entry_is_noticed(real: tuple[Edition, list[untagged.Naming]]) -> None:
    """Every tagged person, put to every other person of the lists: the words must nearly always betray it."""
    facts, found = real
    persons = [one for one in facts.entities.values() if one.kind == "person"]
    spoken = {(one.words, one.pointer) for one in found if one.pointer.startswith("person:")}
    wrong = [(words, other) for words, pointer in spoken for other in persons if other.pointer != pointer]
    missed = [(words, other.id) for words, other in wrong if names.fits(words, other)]
    assert len(missed) <= len(wrong) // 100, missed[:20]


ARTICLE = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x"><text><p xml:id="p-1">{}</p></text>
<standOff><listAnnotation><annotation xml:id="n" target="#s"><note>x</note></annotation></listAnnotation></standOff></TEI>"""


@pytest.mark.parametrize(
    ("body", "stretches"),
    [
        ("a <persName ref='person:x'>B</persName> c", ["a ", " c"]),
        ("a <rs ref='person:x'>b</rs> c", ["a b c"]),
        ("a <choice><sic>b</sic><corr>c</corr></choice> d", ["a c d"]),
        ("a<note>b</note> c", ["a c"]),
        ("a <title>b <hi>c</hi></title>", ["a b c"]),
        ("a <objectName>b <hi>c</hi></objectName>", ["a "]),
    ],
)
def test_what_no_name_covers(body: str, stretches: list[str]) -> None:
    source = corpus.from_bytes(ARTICLE.format(body).encode(), "tei/articles/x.xml", "article")
    found = untagged.stretches(Subject(source, corpus.Locator(source), Path()))
    assert [one.text for one in found] == stretches


def test_pages_are_not_searched() -> None:
    source = corpus.from_bytes(ARTICLE.format("a").encode(), "tei/pages/x.xml", "page")
    assert list(untagged.stretches(Subject(source, corpus.Locator(source), Path()))) == []


def test_the_common_words_are_those_in_lower_case(real: tuple[Edition, list[untagged.Naming]]) -> None:
    common = mentions._common_words(real[0])
    assert "und" in common
    assert "serge" not in common


def test_many_entries_that_begin_alike_cost_nothing() -> None:
    listed = [(f"Kommunistische Partei Nr {n}", f"org:o{n}", True) for n in range(20_000)]
    known = form.Forms.of([*listed, *((f"Schmid{n}", f"person:s{n}", True) for n in range(20_000))])
    text = "der Kommunistischen Partei Nr 17 und Schmid und Schmid5s Haus. " * 2000
    before = time.process_time()
    found = [hit.form.pointers for hit in known.find(text)]
    assert time.process_time() - before < 4
    assert found == [("org:o17",), ("person:s5",)] * 2000
