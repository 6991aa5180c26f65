"""The DTA-Basisformat: its rules hold, every word is there, and the report names everything that is not."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from edition import corpus, settings, validation
from edition.exports import dtabf as export
from edition.model import Article
from edition.transcript import DIPLOMATIC, local
from tests import dtabf
from tests.both import ROOTS, below, edition_of
from tests.test_export_tei import documents, parsed, printed, read, texts, units

XML = "{http://www.w3.org/XML/1998/namespace}"
RENAMED = {"title": "name", "objectName": "name", "emph": "hi"}
REWRITTEN = ("xml:lang", "ref", "corresp", "target", "resp")  # kept with another value
ROW = re.compile(r"- `([^`]+)` \((\d+)\): (.+) / (.+)")


def report(root: Path, article: Article) -> dict[str, int]:
    said = below("dtabf", root)[f"{article.id}.report.md"].decode("utf-8")
    return {found[1]: int(found[2]) for found in ROW.finditer(said)}


@pytest.mark.parametrize(("root", "article"), texts("dtabf"))
def test_the_rules_hold(root: Path, article: Article) -> None:
    tree = parsed(documents("dtabf", root)[f"{article.id}.xml"])
    assert sorted(set(dtabf.broken(tree))) == []


def test_the_rules_find_what_they_forbid() -> None:
    tree = parsed(corpus.read(ROOTS[1] / edition_of(ROOTS[1]).articles[0].path))
    found = set(dtabf.broken(tree))
    assert {"element rs", "element seg", "p/@n", "date/@from", "E0001 title", "E0011 resp"} <= found


@pytest.mark.parametrize(("root", "article"), texts("dtabf"))
def test_every_word_is_there_in_both_layers(root: Path, article: Article) -> None:
    tree = parsed(documents("dtabf", root)[f"{article.id}.xml"])
    assert units(tree) == read(article)
    assert units(tree, DIPLOMATIC) == printed(article)


def attributes(element: Any) -> list[tuple[str, str]]:
    return [(key.replace(XML, "xml:"), value) for key, value in element.items()]


def counted(tree: Any, *, made: bool) -> Counter[tuple[str, ...]]:
    """Elements, and attributes with their value, of text and notes; of a note that stands twice only the first."""
    found: Counter[tuple[str, ...]] = Counter()
    for element in corpus.every(
        tree, "t:text/descendant-or-self::* | t:standOff//t:note/descendant-or-self::*"
    ):
        above = [element, *element.iterancestors()]
        again = made and any(local(one) == "note" and not one.get(corpus.XML_ID) for one in above)
        if not again:
            found[(local(element),)] += 1
            for key, value in attributes(element):
                found[(local(element), key, "" if key in REWRITTEN else value)] += 1
    return found


@pytest.mark.parametrize(("root", "article"), texts("dtabf"))
def test_the_report_names_and_counts_everything_that_is_lost(root: Path, article: Article) -> None:
    source = counted(parsed(corpus.read(root / article.path)), made=False)
    made = counted(parsed(documents("dtabf", root)[f"{article.id}.xml"]), made=True)
    wanted: Counter[str] = Counter()
    for (name, *rest), number in source.items():
        lost_element = name in RENAMED or (name,) not in made
        if not rest:
            wanted[name] += number if lost_element else max(0, number - made[(name,)])
        elif name in RENAMED or not lost_element:
            kept = made[(RENAMED.get(name, name), *rest)]
            wanted[f"{name}/@{rest[0]}"] += max(0, number - kept)
    del wanted["div/@type"]  # article → jArticle: the same in the words of the DTABf
    found = {key: number for key, number in report(root, article).items() if not key.startswith("teiHeader/")}
    assert found.pop("annotation/@motivation", 0) == len(
        corpus.every(parsed(corpus.read(root / article.path)), "//t:annotation")
    )
    assert found == {key: number for key, number in wanted.items() if number}


@pytest.mark.parametrize(("root", "article"), texts("dtabf"))
def test_the_report_names_places_and_both_languages(root: Path, article: Article) -> None:
    said = below("dtabf", root)[f"{article.id}.report.md"].decode("utf-8")
    rows = ROW.findall(said)
    assert rows
    assert all(german.strip() and english.strip() for _, _, german, english in rows)
    ids = set(parsed(corpus.read(root / article.path)).xpath("//@xml:id"))
    for key, number, places in re.findall(r"- `([^`]+)` \((\d+)\)[^\n]*\n  (.+)", said):
        named = [one.partition(" ×") for one in places.split(", ")]
        assert {name for name, _, _ in named} <= ids, key
        assert sum(int(times or 1) for _, _, times in named) == int(number), key
    header = corpus.one(parsed(corpus.read(root / article.path)), "t:teiHeader")
    for name in ("revisionDesc", "refsDecl", "classDecl", "textClass"):
        assert (f"teiHeader/{name}" in report(root, article)) == bool(corpus.every(header, f".//t:{name}"))


def test_languages_have_three_letters() -> None:
    for root in ROOTS:
        for data in documents("dtabf", root).values():
            found = parsed(data).xpath("//@xml:lang | //t:language/@ident", namespaces=corpus.NS)
            assert found
            assert {len(one.partition("-")[0]) for one in found} == {3}


def test_what_the_schema_has_but_not_so_keeps_its_words(toy: Path) -> None:
    path = toy / "tei/articles/zweiter.xml"
    text = path.read_text(encoding="utf-8")
    old = "nach <placeName"
    new = "<foreign>nach</foreign> <emph>ganz</emph> <objectName>Wien</objectName> <placeName"
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    config = settings.load(toy)
    facts = validation.examine(toy, config).edition
    made = {file.path: file.content for file in export.files(toy, config, facts)}
    tree = parsed(made["data/dtabf/zweiter.xml"])
    assert "nach ganz Wien Wien" in " ".join("".join(corpus.one(tree, "t:text/t:body").itertext()).split())
    assert sorted(set(dtabf.broken(tree))) == []
    said = made["data/dtabf/zweiter.report.md"].decode("utf-8")
    assert "`foreign` (1)" in said
    assert "`emph` (1)" in said
    assert "`objectName` (1)" in said
