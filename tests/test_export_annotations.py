"""Web Annotations: every fact of the texts is one, and every selector finds its words again, exactly once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import asdict, replace

from edition import urls
from edition.exports.shared import plain
from edition.exports.shared.selectors import Selectors
from edition.model import Article, Block
from tests.both import BOTH, Exported, exported
from tests.conftest import ROOT

# Motivations of the Web Annotation Vocabulary that are used here.
MOTIVATIONS = {"identifying", "describing", "classifying", "commenting"}


def _collections(root: Path, name: str = "") -> Iterator[tuple[Article, Any]]:
    made = exported("annotations", root)
    texts = {text.id: text for text in made.edition.articles}
    for path in made.ending(f"{name}.jsonld"):
        yield texts[path.rpartition("/")[2].split(".")[0]], made.json(path)


def _items(root: Path, name: str = "") -> Iterator[tuple[Article, Any]]:
    return ((text, item) for text, found in _collections(root, name) for item in found["first"]["items"])


def _selectors(item: Any) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Quote and position, target by target."""
    for target in item["target"]:
        if target["source"].endswith(".txt"):
            quote, position = target["selector"]
            assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            yield quote, position


def _name(item: Any) -> str:
    """What an annotation is called in its collection: the anchor or id of the fact."""
    return str(item["id"].partition("#")[2])


def _of(made: Exported, name: str) -> list[Any]:
    texts = {text.id for text in made.edition.articles}
    return [one for one in getattr(made.edition, name) if one.article_id in texts]


@BOTH
def test_every_selector_finds_its_words_once(root: Path) -> None:
    checked = 0
    for text, item in _items(root):
        published = plain.text(text)
        for quote, position in _selectors(item):
            whole = quote["prefix"] + quote["exact"] + quote["suffix"]
            place = published.find(whole)
            assert quote["exact"]
            assert place >= 0
            assert published.find(whole, place + 1) < 0
            assert place + len(quote["prefix"]) == position["start"]
            assert published[position["start"] : position["end"]] == quote["exact"]
            checked += 1
    assert checked


@BOTH
def test_the_words_are_those_of_the_model(root: Path) -> None:
    made = exported("annotations", root)
    named = [one for found in made.edition.mentions.values() for one in found]
    forms = {(one.article_id, one.anchor): one.form for one in (*named, *made.edition.dates)}
    parts = {part for one in _of(made, "quotations") for part in one.parts}
    for name in ("mentions", "dates"):
        for text, item in _items(root, name):
            quote, _ = next(_selectors(item))
            assert quote["exact"] == forms[text.id, _name(item)]
    quoted = [quote["exact"] for _, item in _items(root, "quotations") for quote, _ in _selectors(item)]
    assert set(quoted) == {words for _, words in parts if words}


@BOTH
def test_a_note_stands_at_the_words_it_is_about(root: Path) -> None:
    made = exported("annotations", root)
    words = {one.id: [passage.words for passage in one.passages] for one in made.edition.notes}
    for _, item in _items(root, "notes"):
        found = [quote["exact"] for quote, _ in _selectors(item)]
        expected = words[_name(item)]
        assert len(found) == len(expected)
        assert [one for one, said in zip(found, expected, strict=True) if said and one != said] == []


@BOTH
def test_every_fact_is_an_annotation(root: Path) -> None:
    made = exported("annotations", root)
    texts = {text.id for text in made.edition.articles}
    named = [one for found in made.edition.mentions.values() for one in found if one.article_id in texts]
    expected = {
        "mentions": {(one.article_id, one.anchor) for one in named},
        "dates": {(one.article_id, one.anchor) for one in _of(made, "dates")},
        "quotations": {(one.article_id, one.id) for one in _of(made, "quotations")},
        "notes": {(one.article_id, one.id) for one in _of(made, "notes")},
    }
    for name, ids in expected.items():
        found = [(text.id, _name(item)) for text, item in _items(root, name)]
        assert sorted(found) == sorted(ids)


@BOTH
def test_collections_are_what_the_model_of_the_w3c_says(root: Path) -> None:
    made = exported("annotations", root)
    seen: set[str] = set()
    for _, found in _collections(root):
        page = found["first"]
        assert found["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
        assert (found["type"], page["type"]) == ("AnnotationCollection", "AnnotationPage")
        assert (page["partOf"], page["startIndex"]) == (found["id"], 0)
        assert found["total"] == len(page["items"])
        assert found["rights"] == made.config.licence_edition
        assert made.config.licence_text in found["comment"]
        for item in page["items"]:
            assert item["type"] == "Annotation"
            assert item["motivation"] in MOTIVATIONS
            assert item["id"].startswith(found["id"] + "#")
            assert item["id"] not in seen
            seen.add(item["id"])
    assert seen


def test_fragments_and_bodies_lead_to_what_the_site_has(real_site: Path) -> None:
    base = exported("annotations", ROOT).config.base_url
    ids: dict[str, set[str]] = {}
    for _, item in _items(ROOT):
        for target in item["target"]:
            if target["source"].endswith(".html"):
                path = target["source"].removeprefix(base)
                if path not in ids:
                    ids[path] = set(
                        re.findall(r'\bid="([^"]+)"', (real_site / path).read_text(encoding="utf-8"))
                    )
                assert target["selector"]["value"] in ids[path]
        for body in item.get("body", []):
            assert "id" not in body or (real_site / body["id"].removeprefix(base)).is_file()


@BOTH
def test_dates_are_described_by_their_value(root: Path) -> None:
    made = exported("annotations", root)
    dates = {(one.article_id, one.anchor): one for one in _of(made, "dates")}
    for text, item in _items(root, "dates"):
        one = dates[text.id, _name(item)]
        stated = {value for value in asdict(one.dating).values() if value} or {one.duration} - {None}
        values = [body["value"] for body in item.get("body", []) if body.get("type") == "TextualBody"]
        assert {part for value in values for part in value.split("/")} - {".."} == stated


@BOTH
def test_quotations_name_who_speaks_and_what_is_quoted(root: Path) -> None:
    made = exported("annotations", root)
    base = made.config.base_url
    quotations = {(one.article_id, one.id): one for one in _of(made, "quotations")}
    for text, item in _items(root, "quotations"):
        one = quotations[text.id, _name(item)]
        roles = {body["roleName"]: body["id"] for body in item.get("body", []) if "roleName" in body}
        stated = {"speaker": one.speaker, "source": one.source}
        assert roles == {
            role: base + urls.entity(pointer)
            for role, pointer in stated.items()
            if pointer in made.edition.entities and pointer
        }


@BOTH
def test_notes_are_said_in_full(root: Path) -> None:
    made = exported("annotations", root)
    notes = {(one.article_id, one.id): one for one in _of(made, "notes")}
    for text, item in _items(root, "notes"):
        said = item["body"][0]
        assert (said["value"], said["language"]) == (notes[text.id, _name(item)].text, "de")


@BOTH
def test_offsets_are_where_the_blocks_begin(root: Path) -> None:
    for text in exported("annotations", root).edition.articles:
        published, offsets = plain.text(text), plain.offsets(text)
        assert published.removesuffix("\n").split(plain.BETWEEN) == [block.text for block in text.blocks]
        for block in text.blocks:
            assert published[offsets[block.id] :].startswith(block.text)


def test_words_that_return_get_as_much_context_as_they_need() -> None:
    refrain = "und so weiter und so fort " * 6
    blocks = (
        Block("p-1", "1", f"Anfang {refrain}Wort {refrain}Mitte"),
        Block("p-2", "2", f"Anfang {refrain}Wort {refrain}Ende"),
    )
    article = replace(exported("annotations", ROOT).edition.articles[0], blocks=blocks)
    selectors, published = Selectors(article), plain.text(article)
    for block in blocks:
        quote, position = selectors.words(block.id, block.text.index("Wort"), len("Wort"))
        assert published.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1
        assert published[position["start"] :].startswith("Wort")


def test_a_point_between_words_is_said_by_the_words_around_it() -> None:
    article = replace(
        exported("annotations", ROOT).edition.articles[0], blocks=(Block("p-1", "1", "eins zwei drei vier"),)
    )
    quote, _ = Selectors(article).words("p-1", len("eins zwei "), 0)
    assert quote["exact"] == "zwei drei"
