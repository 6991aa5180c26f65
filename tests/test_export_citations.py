"""Citations: three formats read back say the same, and what the edition's own citation says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from msgspec.structs import replace

from edition import citation, urls, words
from edition.exports import bibtex
from tests.both import BOTH, Exported, exported
from tests.conftest import ROOT

GROUPS = ("edition", "paragraphs", "works-cited")
# Types of csl-data.json that other programs know, and the kinds of variables (CSL 1.0.2, appendix IV).
CSL_TYPES = {"dataset", "chapter", "article-newspaper", "book", "webpage", "document"}
CSL_NAMES = {"author", "editor", "translator"}
CSL_WORDS = {
    "id", "type", "title", "container-title", "issue", "section", "number", "publisher", "publisher-place", "version",
    "language", "ISBN", "ISSN", "URL", "note",
}  # fmt: skip
SAME_TYPE = {
    "dataset": ("dataset", "DATA"),
    "chapter": ("incollection", "CHAP"),
    "article-newspaper": ("article", "NEWS"),
    "book": ("book", "BOOK"),
    "webpage": ("online", "ELEC"),
    "document": ("misc", "GEN"),
}
Said = dict[str, dict[str, Any]]


def _csl(root: Path) -> list[dict[str, Any]]:
    made = exported("csl", root)
    return [item for path in made.ending(".json") for item in made.json(path)]


def _name(one: dict[str, str]) -> str:
    return one.get("literal") or f"{one['family']}, {one['given']}"


def _of_csl(root: Path) -> Said:
    return {
        item["id"]: {
            "type": SAME_TYPE[item["type"]],
            "title": item["title"],
            "authors": [_name(one) for one in item.get("author", [])],
            "editors": [_name(one) for one in item.get("editor", [])],
            "translators": [_name(one) for one in item.get("translator", [])],
            "date": [
                "-".join(f"{part:02}" for part in day) for day in item.get("issued", {}).get("date-parts", [])
            ],
            "container": item.get("container-title", ""),
            "issue": item.get("issue", ""),
            "number": item.get("number", ""),
            "publisher": item.get("publisher", ""),
            "version": item.get("version", ""),
            "standard": item.get("ISBN") or item.get("ISSN", ""),
            "url": item.get("URL", ""),
            "note": item.get("note", ""),
        }
        for item in _csl(root)
    }


def _of_bibtex(root: Path) -> Said:
    made = exported("bibtex", root)
    found: Said = {}
    for path in made.ending(".bib"):
        library = bibtexparser.parse_string(made.text(path), append_middleware=[LatexDecodingMiddleware()])
        assert not library.failed_blocks
        for entry in library.entries:
            field = {one.key: str(one.value) for one in entry.fields}
            found[entry.key] = {
                "type": entry.entry_type,
                "title": field["title"],
                "authors": _people(field.get("author", "")),
                "editors": _people(field.get("editor", "")),
                "translators": _people(field.get("translator", "")),
                "date": [day for day in field.get("date", "").split("/") if day],
                "container": field.get("booktitle")
                or field.get("journaltitle")
                or field.get("maintitle", ""),
                "issue": field.get("issue", ""),
                "number": field.get("number", ""),
                "publisher": field.get("publisher", ""),
                "version": field.get("version", ""),
                "standard": field.get("isbn") or field.get("issn", ""),
                "url": field.get("url", ""),
                "note": field.get("note", ""),
            }
    return found


def _people(value: str) -> list[str]:
    return [one.strip("{}") for one in value.split(" and ")] if value else []


def _of_ris(root: Path) -> Said:
    made = exported("ris", root)
    mapping = dict(rispy.TAG_KEY_MAPPING) | {"ED": "editors"}
    lists = [*rispy.LIST_TYPE_TAGS, "ED"]
    found: Said = {}
    for path in made.ending(".ris"):
        for record in rispy.loads(made.text(path), mapping=mapping, list_tags=lists):
            found[record["id"]] = {
                "type": record["type_of_reference"],
                "title": record["title"],
                "authors": record.get("authors", []),
                "editors": record.get("editors", []),
                "translators": record.get("subsidiary_authors", []),
                "date": [record["date"].replace("/", "-").rstrip("-")] if "date" in record else [],
                "container": record.get("secondary_title", ""),
                "issue": record.get("issue") or record.get("number", ""),
                "number": record.get("note", ""),
                "publisher": record.get("publisher", ""),
                "version": record.get("edition", ""),
                "standard": record.get("issn", ""),
                "url": (record.get("urls") or [""])[0],
                "note": " ".join(record.get("notes", [])),
            }
    return found


@BOTH
def test_csl_has_known_types_and_variables(root: Path) -> None:
    for item in _csl(root):
        assert item["type"] in CSL_TYPES
        assert set(item) <= CSL_NAMES | CSL_WORDS | {"issued"}
        assert all(isinstance(value, str) for name, value in item.items() if name in CSL_WORDS)
        for name in CSL_NAMES & set(item):
            assert all(set(one) in ({"literal"}, {"family", "given"}) for one in item[name])
        for day in item.get("issued", {}).get("date-parts", []):
            assert 1 <= len(day) <= 3
            assert all(isinstance(part, int) for part in day)


@BOTH
def test_bibtex_says_the_same(root: Path) -> None:
    csl, bibtex = _of_csl(root), _of_bibtex(root)
    assert {key: value | {"type": value["type"][0]} for key, value in csl.items()} == bibtex


@BOTH
def test_ris_says_the_same_but_for_the_end_of_a_span(root: Path) -> None:
    ris = _of_ris(root)
    for key, value in _of_csl(root).items():
        first, *last = value["date"] or [""]
        spoken = f"Erschienen {first}–{last[0]}. {value['note']}".strip() if last else value["note"]
        expected = value | {"type": value["type"][1], "date": [first] if first else [], "note": spoken}
        assert ris.pop(key) == expected
    assert not ris


@BOTH
def test_every_paragraph_is_cited_at_its_address(root: Path) -> None:
    made = exported("csl", root)
    found = {(item["URL"], item["number"]) for item in made.json("data/csl/paragraphs.json")}
    assert found == {
        (citation.address(made.config, f"{urls.article(text.id)}#{block.id}"), block.number)
        for text in made.edition.articles
        for block in text.blocks
        if block.number
    }


@BOTH
def test_the_edition_and_its_texts_are_cited_as_their_pages_say(root: Path) -> None:
    made = exported("csl", root)
    whole, *texts = made.json("data/csl/edition.json")
    said = citation.edition(made.config, "").text
    assert all(whole[name] in said for name in ("title", "version", "URL"))
    for item, text in zip(texts, made.edition.articles, strict=False):
        shown = citation.text(made.config, text, urls.article(text.id)).text
        assert all(item[name] in shown for name in ("title", "version", "URL"))
        assert [_name(one).partition(", ")[0].split()[-1] in shown for one in item["author"]] == [True]


def test_the_printed_article_is_one_of_a_newspaper() -> None:
    made = exported("csl", ROOT)
    article = made.edition.articles[0]
    item = next(one for one in made.json("data/csl/edition.json") if f"work:{one['id']}" == article.work)
    assert item["type"] == "article-newspaper"
    assert f"{item['container-title']} {item['issue']}, {item['section']}" in article.source_citation
    assert item["issued"]["date-parts"] == [[int(part) for part in (article.published.when or "").split("-")]]


def test_every_printed_entry_of_the_bibliography_is_cited() -> None:
    made = exported("csl", ROOT)
    cited = {item["id"] for item in made.json("data/csl/works-cited.json")}
    printed = {block.id for block in made.edition.articles[0].blocks if words.lists(block.id)}
    named = {
        one.block: pointer
        for pointer, found in made.edition.mentions.items()
        for one in found
        if pointer.startswith("work:") and one.block in printed
    }
    assert {pointer.partition(":")[2] for pointer in named.values()} <= cited
    assert {block for block in printed if block.startswith("bibl-")} <= set(named)


def test_what_is_uncertain_is_said_in_the_note_only() -> None:
    made = exported("csl", ROOT)
    for item in made.json("data/csl/works-cited.json"):
        entity = made.edition.entities[f"work:{item['id']}"]
        doubtful = [fact.text for fact in entity.facts if fact.certainty == "low"]
        assert all(one in item["note"] for one in doubtful)
        assert item.get("publisher") not in doubtful


@BOTH
def test_datacite_has_what_a_registration_needs(root: Path) -> None:
    made: Exported = exported("datacite", root)
    record = made.json("data/datacite/datacite.json")
    assert record["schemaVersion"] == "http://datacite.org/schema/kernel-4"
    assert all(
        one["name"] and one["nameType"] in ("Personal", "Organizational") for one in record["creators"]
    )
    assert record["titles"][0] == {"title": made.config.title}
    assert record["publisher"]["name"]
    assert record["publicationYear"] == made.config.date[:4]
    assert record["types"]["resourceTypeGeneral"] == "Dataset"
    assert record["version"] == made.config.version
    assert [one["rightsUri"] for one in record["rightsList"]] == [
        made.config.licence_text,
        made.config.licence_edition,
    ]
    parts = [one["relatedIdentifier"] for one in record["relatedIdentifiers"]]
    assert parts == [citation.address(made.config, urls.article(text.id)) for text in made.edition.articles]
    whole = exported("csl", root).json("data/csl/edition.json")[0]
    assert (record["url"], record["creators"][0]["name"]) == (whole["URL"], _name(whole["author"][0]))


@BOTH
@pytest.mark.parametrize(("slug", "end"), [("csl", "json"), ("bibtex", "bib"), ("ris", "ris")])
def test_files_are_named_by_what_they_cite(root: Path, slug: str, end: str) -> None:
    made = exported(slug, root)
    groups = GROUPS if root == ROOT else GROUPS[:2]
    assert made.ending(f".{end}") == [f"data/{slug}/{name}.{end}" for name in groups]


@BOTH
@pytest.mark.parametrize("slug", ["csl", "ris", "network"])
def test_what_has_no_place_in_a_format_stands_beside_it(root: Path, slug: str) -> None:
    made = exported(slug, root)
    said = made.text(f"data/{slug}/README.txt")
    assert all(
        one in said for one in (made.config.licence_text, made.config.licence_edition, made.config.version)
    )


def test_signs_of_tex_are_words_again_when_read() -> None:
    hard = r"Preis & Wert: 100 % von $5 in A_1 #2, {klein} ~ und \kurz"
    made = exported("bibtex", ROOT)
    work = next(one for one in made.edition.entities.values() if one.kind == "work" and one.type == "book")
    entity = replace(work, name=hard)
    changed = replace(made.edition, entities={**made.edition.entities, entity.pointer: entity})
    files = {file.path: file.content for file in bibtex.files(ROOT, made.config, changed)}
    text = files["data/bibtex/works-cited.bib"].decode("utf-8")
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.entries_dict[entity.id].fields_dict["title"].value == hard
    assert r"Preis \& Wert: 100 \% von \$5 in A\_1 \#2" in text
