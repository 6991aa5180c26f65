"""The index of the search, read back: every word at its place, under the forms by which it is asked for."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from edition import searching
from edition.searching import Words, fold
from edition.searching.families import Vocabulary, Word
from edition.searching.units import QUOTED
from tests.both import BOTH, edition_of
from tests.conftest import ROOT
from tests.test_scripts import evaluated

ODD = (
    "Göring GOERING Straße STRASSE Bergman’s l'été Œuvre Łódź Zoë Muñoz İstanbul ﬁn ½ x² Ex-Trotzkist 1936/37 "
    "naïve Ａbc Ωμέγα Прага 東京 e\u0301tude _unter_strich_ „Wort“ »so« dʼAnnunzio"
)


@cache
def made(root: Path) -> dict[str, Any]:
    """The values of the files by their names."""
    found = {}
    for file in searching.files(edition_of(root), searching.whole(edition_of(root))):
        text = file.content.decode("utf-8").removeprefix("editionData(").removesuffix(");\n")
        name, value = json.loads(f"[{text}]")
        assert file.path == f"search/{name}.js"
        found[name] = value
    return found


def table(root: Path, letter: str) -> list[list[Any]]:
    """All rows of a table, in the order of its shards."""
    files = made(root)
    numbers = sorted(int(name[1:]) for name in files if name[0] == letter and name[1:].isdecimal())
    assert numbers == list(range(len(numbers)))
    rows = [files[f"{letter}{number}"] for number in numbers]
    if letter != "u":
        assert [shard[0][0] for shard in rows] == files["index"][letter]
    return [row for shard in rows for row in shard]


def places(written: str) -> Iterator[tuple[int, int, int, bool]]:
    """Unit, first word, number of words, quoted: read as the documentation of `postings` says."""
    unit = 0
    for entry in filter(None, written.split(";")):
        step, positions = entry.split(":")
        unit += int(step, 36)
        last = 0
        for position in positions.split(","):
            first, _, count = position.partition("+")
            last += int(first, 36)
            yield unit, last // 2, int(count or "1", 36), bool(last % 2)


def vocabulary(*texts: str, language: str = "de") -> dict[str, Word]:
    found = Vocabulary()
    for text in texts:
        found.add({language: Counter(Words(text).written)})
    return {word.form: word for word in found.words()}


@pytest.mark.parametrize("text", [ODD, "", "…", "a\u0308"])
def test_browser_and_build_see_the_same_words(text: str) -> None:
    there = evaluated("search-words.js", "tokens", text)
    assert [one["form"] for one in there] == Words(text).forms


# Letters, signs and marks that editions of European texts have; newer letters Python and Node.js may know or not.
SIGNS = st.characters(max_codepoint=0x2FFF, exclude_categories=("Cn", "Cs", "Co"))


@given(
    st.lists(
        st.text(st.one_of(SIGNS, st.sampled_from("aouäöüßéÉ\u0308\u0301'’ -ſŒΣσ")), max_size=30),
        min_size=150,
        max_size=250,
    )
)
@settings(max_examples=4)
def test_browser_and_build_fold_whatever_is_written_alike(texts: list[str]) -> None:
    text = "\n".join(texts)
    there = evaluated("search-words.js", "tokens", text)
    words = Words(text)
    here = [
        {"start": start, "end": end, "form": form}
        for (start, end), form in zip(words.places, words.forms, strict=True)
    ]
    assert there == here


def test_browser_and_build_see_the_same_words_in_the_whole_edition() -> None:
    text = "\n".join(unit.text for unit in searching.units(edition_of(ROOT)))
    there = evaluated("search-words.js", "tokens", text)
    here = [*zip(Words(text).forms, Words(text).written, strict=True)]
    wide = [len(sign.encode("utf-16-le")) // 2 for sign in text]
    assert max(wide) == 1, "positions are compared below; beyond the basic plane they differ"
    assert [(one["form"], text[one["start"] : one["end"]]) for one in there] == here  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("word", "form"),
    [("Göring", "goering"), ("Goering", "goering"), ("STRASSE", "strasse"), ("Straße", "strasse"), ("Zoë", "zoe"),
     ("Muñoz", "munoz"), ("Łódź", "lodz"), ("Bergman’s", "bergmans")],
)  # fmt: skip
def test_both_spellings_have_one_form(word: str, form: str) -> None:
    assert fold(word) == form


@BOTH
def test_every_word_stands_where_the_index_says(root: Path) -> None:
    wanted = defaultdict(set)
    for number, unit in enumerate(searching.units(edition_of(root))):
        for place, form in enumerate(Words(unit.text).forms):
            wanted[form].add((number, place))
    found = {
        form: {(unit, first) for unit, first, _, _ in places(written)} for form, written in table(root, "p")
    }
    assert found == wanted


@BOTH
def test_quoted_words_are_those_of_the_register(root: Path) -> None:
    facts = edition_of(root)
    units = list(searching.units(facts))
    quoted = defaultdict(list)
    for _, written in table(root, "p"):
        for unit, first, _, inside in places(written):
            if inside:
                quoted[units[unit].address].append(first)
    wanted = defaultdict(set)
    for one in facts.quotations:
        article = {article.id: article for article in facts.articles}.get(one.article_id)
        if one.kind in QUOTED and article:
            for (_, words), (block, start) in zip(one.parts, one.places, strict=True):
                before = next(b.text for b in article.blocks if b.id == block)[:start]
                first = len(Words(before))
                wanted[f"texts/{article.id}.html#{block}"] |= set(range(first, first + len(Words(words))))
    assert {address: set(found) for address, found in quoted.items()} == {
        k: v for k, v in wanted.items() if v
    }


@BOTH
def test_entities_stand_where_they_are_named(root: Path) -> None:
    facts = edition_of(root)
    units = list(searching.units(facts))
    articles = {article.id for article in facts.articles}
    rows = {key: written for key, written in table(root, "k") if not key.startswith(("speaker:", "in:"))}
    mentioned = {
        pointer
        for pointer, found in facts.mentions.items()
        if any(one.article_id in articles for one in found)
    }
    assert set(rows) == mentioned
    for pointer, written in rows.items():
        here = {
            (
                units[unit].address.partition("#")[2],
                tuple(Words(units[unit].text).forms[first : first + count]),
            )
            for unit, first, count, _ in places(written)
        }
        there = {
            (one.block, tuple(Words(one.form).forms))
            for one in facts.mentions[pointer] if one.article_id in articles
        }  # fmt: skip
        assert here == there, pointer


@BOTH
def test_every_name_of_an_entity_finds_it(root: Path) -> None:
    facts = edition_of(root)
    passages = {key: len(written.split(";")) for key, written in table(root, "k")}
    found = defaultdict(set)
    for form, *called in table(root, "n"):
        for pointer, name, named, said in called:
            found[pointer].add(form)
            assert name == facts.entities[pointer].name
            assert (named, said) == (passages.get(pointer, 0), passages.get(f"speaker:{pointer}", 0))
    for pointer, entity in facts.entities.items():
        words = {fold(token) for token in re.findall(r"\w+", entity.name.replace("’", ""))}
        if pointer in passages or f"speaker:{pointer}" in passages:
            assert words <= found[pointer]
        else:
            assert pointer not in found


@BOTH
def test_every_unit_has_an_address_on_the_site(root: Path, toy_site: Path, real_site: Path) -> None:
    site = real_site if root == ROOT else toy_site
    anchors = {
        path: set(ids(site / path))
        for path in {address_of(unit)[0] for unit in searching.units(edition_of(root))}
    }
    for unit in searching.units(edition_of(root)):
        path, anchor = address_of(unit)
        assert not anchor or anchor in anchors[path], unit.address


def address_of(unit: searching.Unit) -> tuple[str, str]:
    path, _, anchor = unit.address.partition("#")
    return path, anchor


def ids(path: Path) -> list[str]:
    return [str(found) for found in html.parse(str(path)).xpath("//@id")]


@BOTH
def test_units_and_vocabulary_are_complete(root: Path) -> None:
    units = list(searching.units(edition_of(root)))
    rows = table(root, "u")
    assert [(row[0], row[1], row[4]) for row in rows] == [(one.address, one.zone, one.text) for one in units]
    assert made(root)["index"]["units"] == len(units)
    words = table(root, "v")
    assert [row[0] for row in words] == sorted({form for one in units for form in Words(one.text).forms})
    assert sum(row[2] for row in words) == sum(len(Words(one.text)) for one in units)
    assert sorted(row[0][::-1] for row in table(root, "e")) == [row[0] for row in words]


def test_inflected_forms_belong_together() -> None:
    words = vocabulary(
        "Haus Häuser Haeuser Stalin Stalins Trotzki Trotzkis verhaftet Verhaftung Mexiko Mexikos Stadt"
    )
    assert words["haus"].family == ("haeuser",)
    assert words["haeuser"].count == 2
    assert words["stalin"].family == ("stalins",)
    assert words["trotzki"].family == ("trotzkis",)
    assert words["verhaftung"].family == ("verhaftet",)
    assert words["mexiko"].family == ("mexikos",)
    assert words["stadt"].family == ()


def test_a_noun_finds_its_compounds() -> None:
    words = vocabulary(
        "Partei Arbeiter Arbeiterpartei Parteien Tag Parteitag Gewerkschaft Bund Gewerkschaftsbund für Fürsprecher Sprecher"
    )
    assert words["partei"].compounds == ("arbeiterpartei",)  # »Tag« is too short to be sure
    assert words["parteien"].compounds == ("arbeiterpartei",)
    assert words["gewerkschaft"].compounds == ("gewerkschaftsbund",)
    assert words["bund"].compounds == ("gewerkschaftsbund",)
    assert words["fuer"].compounds == ()


def test_a_changed_vowel_makes_another_word_but_where_german_inflects_so() -> None:
    words = vocabulary(
        "Forderung Förderung gefordert gefördert Führer fuhr zählen Zahl Haus Häuser lang länger hatte hätte "
        "jung Jüngerer Mutter Mütter zogen Zögern"
    )
    for form in (
        "forderung",
        "foerderung",
        "gefordert",
        "gefoerdert",
        "fuehrer",
        "fuhr",
        "zaehlen",
        "zahl",
        "zogen",
        "zoegern",
    ):
        assert words[form].family == (), form
    for one, other in [
        ("haus", "haeuser"),
        ("lang", "laenger"),
        ("hatte", "haette"),
        ("jung", "juengerer"),
        ("mutter", "muetter"),
    ]:
        assert words[one].family == (other,)
        assert words[other].family == (one,)


def test_what_the_stemmer_takes_for_an_ending_and_is_none() -> None:
    words = vocabulary("sich sicher unter unten uns unser Bericht Berichte Berichtigung Berichtigungen")
    assert words["sich"].family == words["unten"].family == words["uns"].family == ()
    assert words["bericht"].family == ("berichte",)
    assert words["berichtigung"].family == ("berichtigungen",)


def test_words_are_related_within_their_language() -> None:
    found = Vocabulary()
    for text, language in (("Enten not Nöte", "de"), ("enter entered not notes", "en")):
        found.add({language: Counter(Words(text).written)})
    words = {word.form: word for word in found.words()}
    assert words["enten"].family == ()
    assert words["enter"].family == ("entered",)
    assert words["not"].count == 2
