"""How passages are cited: what the page fills in is what Python writes for the same passage, sign by sign."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
from bibtexparser.middlewares import LatexDecodingMiddleware
from lxml import etree
from msgspec import to_builtins
from msgspec.structs import replace

from edition import citation, cited, interface, passages, urls
from edition.model import Article, Dating, Edition
from edition.pages import citing
from edition.records import FORMATS
from edition.words import dating
from tests.both import BOTH, edition_of, exported
from tests.conftest import ROOT, TOY
from tests.test_scripts import evaluated

MARKS = ["»", "«", "›", "‹"]
Data = dict[str, Any]


def _data(edition: Edition, article: Article) -> Data:
    made: Data = json.loads(json.dumps(citing.data(edition, article)))
    return made


def _filled(data: Data, slug: str, passage: Data) -> str:
    form = next(one for one in data["formats"] if one["slug"] == slug)
    return str(evaluated("citing-text.js", "citationOf", form, passage, data))


def _paragraph(block: str) -> Data:
    return {"spans": [{"block": block, "first": 0, "count": 0}], "text": "", "fragment": block}


def _words(spans: list[tuple[str, int, int]], text: str, fragment: str) -> Data:
    rows = [{"block": block, "first": first, "count": count} for block, first, count in spans]
    return {"spans": rows, "text": text, "fragment": fragment}


def test_the_samples_of_citations_have_the_form_that_the_pages_have() -> None:
    edition = edition_of(ROOT)
    [article], config = edition.articles, edition.config
    entity = edition.entities["person:serge-victor"]
    made = {
        "muster-stelle": _filled(_data(edition, article), "text", _paragraph("p-12")),
        "muster-druck": article.source_citation,
        "muster-eintrag": citation.part(config, entity.name, urls.entity("person:serge-victor")).text,
        "muster-edition": citation.edition(config, urls.HOME).text,
    }
    page = etree.parse(ROOT / "tei" / "pages" / "rechte-und-zitieren.xml")
    version = f"Version {config.version}, {dating(Dating(when=config.date))}"
    for name, said in made.items():
        [item] = page.xpath(f"//*[@xml:id='{name}']")
        sample = " ".join("".join(item.itertext()).split()).partition(": ")[2].partition(" Adresse ")[0]
        assert sample == said.replace(version, "Version, Datum").rpartition(" https://")[0], name


@BOTH
@pytest.mark.parametrize("slug", [one.slug for one in FORMATS])
def test_a_paragraph_is_cited_as_in_the_exports(root: Path, slug: str) -> None:
    edition = edition_of(root)
    article = edition.articles[0]
    block = [one for one in article.blocks if one.number][-1]
    said = _filled(_data(edition, article), slug, _paragraph(block.id))
    made = exported(slug, root)
    path = next(name for name in made.files if "paragraphs" in name)
    if slug == "csl":
        name = f"{article.id}.{block.id}"
        assert json.loads(said) == [one for one in made.json(path) if one["id"] == name]
    else:
        assert said in made.text(path)
        assert f"{article.id}.{block.id}" in said


@BOTH
def test_every_passage_is_what_the_writers_say(root: Path) -> None:
    edition = edition_of(root)
    article = edition.articles[0]
    first, *_, last = [one for one in article.blocks if one.number]
    words = r"ein »Satz« mit {10 %} & \kurz"
    fragment = f"{first.id}&mark=1.6&to={last.id}.3"
    passage = _words([(first.id, 1, 6), (last.id, 0, 3)], words, fragment)
    part = cited.Part(
        f"{first.id}.1.6-{last.id}.3",
        f"Absätze {first.number}–{last.number}",
        f"{first.number}–{last.number}",
        fragment,
        "»" + words.replace("»", "›").replace("«", "‹") + "«",
    )
    item = cited.part(edition, article, part)
    data = _data(edition, article)
    assert {one.slug: _filled(data, one.slug, passage) for one in FORMATS} == {
        one.slug: one.write(item).removesuffix("\n") for one in FORMATS
    }


def test_text_and_footnote_name_place_words_version_and_link() -> None:
    edition = edition_of(ROOT)
    article, config = edition.articles[0], edition.config
    data = _data(edition, article)
    passage = _words([("p-12", 34, 2)], "die »Revolution« hier", "p-12&mark=34.2")
    address = f"{config.base_url.rstrip('/')}/{urls.article(article.id)}#p-12&mark=34.2"
    for slug in ("text", "footnote"):
        said = _filled(data, slug, passage)
        for part in ("Absatz 12", "»die ›Revolution‹ hier«", f"Version {config.version}", address):
            assert part in said
        assert article.authors[0] in said
        whole = _filled(data, slug, _paragraph("p-12"))
        assert "Absatz 12" in whole
        assert "»die" not in whole


@pytest.mark.parametrize(
    ("spans", "place", "number"),
    [
        ([("p-2", 0, 9)], "Absatz 2", "2"),
        ([("p-2", 3, 9), ("p-3", 0, 1)], "Absätze 2–3", "2–3"),
        ([("lead", 0, 2)], "Vorspann", ""),
        ([("lead", 0, 2), ("p-1", 0, 1)], "Vorspann bis Absatz 1", ""),
        ([("bibl-serge", 0, 2), ("bibl-gorkin", 0, 2)], "Literatur", ""),
    ],
)
def test_places_have_names(spans: list[tuple[str, int, int]], place: str, number: str) -> None:
    edition = edition_of(ROOT)
    data = _data(edition, edition.articles[0])
    [item] = json.loads(_filled(data, "csl", _words(spans, "Wort", "x")))
    assert item["title"] == f"{edition.articles[0].title}, {place}"
    assert item.get("number", "") == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wort", "»Wort«"),
        ("er sagte »ja«", "»er sagte ›ja‹«"),
        ("»er sagte ›ja‹«", "»›er sagte »ja«‹«"),
        ("Feind«, sagte er", "»›Feind‹, sagte er«"),
        ("er sagte: »Das", "»er sagte: ›Das‹«"),
        ("er ›ja‹, Feind« und »so", "»›er »ja«, Feind‹ und ›so‹«"),
    ],
)
def test_marks_change_their_level_and_stand_in_pairs(text: str, expected: str) -> None:
    assert evaluated("citing-text.js", "inMarks", text, MARKS) == expected


def test_english_citations_have_english_marks() -> None:
    edition = edition_of(ROOT)
    with interface.speaking("en", "en/"):
        data = _data(edition, edition.articles[0])
    assert evaluated("citing-text.js", "inMarks", "er sagte »ja«", data["marks"]) == "“er sagte ‘ja’”"
    assert evaluated("citing-text.js", "inMarks", "Feind«, sagte er", data["marks"]) == "“‘Feind’, sagte er”"
    assert "Paragraph 2" in _filled(data, "text", _words([("p-2", 0, 9)], "Wort", "x"))


def test_long_passages_are_named_by_their_ends_as_in_the_notes() -> None:
    assert evaluated("citing-text.js", "shortWords", "eins zwei drei vier fünf sechs sieben") == (
        "eins zwei drei vier fünf sechs sieben"
    )
    assert evaluated("citing-text.js", "shortWords", "eins zwei drei vier fünf sechs sieben – acht") == (
        "eins zwei drei … sieben – acht"
    )


def test_an_address_says_which_words() -> None:
    order = ["lead", "p-1", "p-2", "p-3"]
    views = {
        "#p-1&mark=34.2": [["p-1", 34, 2]],
        "#p-1&mark=34.2,40.1": [["p-1", 34, 2], ["p-1", 40, 1]],
        "#lead&mark=3.9&to=p-2.7": [["lead", 3, 9], ["p-1", 0, None], ["p-2", 0, 7]],
        "#p-2&mark=3.9&to=p-1.7": [["p-2", 3, 9]],
        "#p-2&mark=3.9&to=p-9.7": [["p-2", 3, 9]],
        "#p-2&to=p-3.7": [],
        "#p-2": [],
    }
    for fragment, expected in views.items():
        view: Any = evaluated("state.js", "parseView", fragment)
        settings = {"$map": view["settings"]}
        spans: Any = evaluated(
            "passage.js", "passageSpans", {"anchor": view["anchor"], "settings": settings}, order
        )
        assert [[one["block"], one["first"], one["count"]] for one in spans] == expected


def test_signs_of_tex_are_words_again_when_read() -> None:
    hard = r"Preis & Wert: 100 % von $5 in A_1 #2, {klein} ~ und \kurz"
    edition = edition_of(ROOT)
    data = _data(edition, edition.articles[0])
    said = _filled(data, "bibtex", _words([("p-1", 0, 3)], hard, "p-1&mark=0.3"))
    library = bibtexparser.parse_string(said, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    words = hard.split()
    assert (
        library.entries[0]
        .fields_dict["note"]
        .value.startswith(f"»{' '.join(words[:3])} … {' '.join(words[-2:])}«.")
    )


def test_no_gap_is_left_in_the_data() -> None:
    edition = edition_of(TOY)
    for one in passages.templates(edition, edition.articles[0]):
        said = json.dumps(to_builtins(one), ensure_ascii=False)
        assert not any(sign in said for sign in passages.GAPS.values())
        assert {
            part
            for kinds in (one.numbered, one.unnumbered)
            for parts in kinds.values()
            for part in parts[1::2]
        } <= set(passages.GAPS)


def test_titles_with_signs_of_their_own_stay_whole() -> None:
    edition = edition_of(TOY)
    article = replace(edition.articles[0], title="Was {das} ist? 100 %")
    data = _data(edition, article)
    block = next(one.id for one in article.blocks if one.number)
    assert "Was {das} ist? 100 %, Absatz" in _filled(data, "ris", _paragraph(block))
    assert r"Was \{das\} ist? 100 \%, Absatz" in _filled(data, "bibtex", _paragraph(block))


@BOTH
@pytest.mark.parametrize(
    "title", ["A & „B“ {c} 50\u00a0%", 'Quotes " and \\ slashes_', "Two  spaces", "Why?"]
)
def test_a_text_is_cited_as_if_all_were_written_for_it_alone(root: Path, title: str) -> None:
    edition = edition_of(root)
    for given in edition.articles:
        article = replace(given, title=title, id="another-id")
        assert passages.templates(edition, article) == passages.of(edition, article)
        other = replace(article, authors=("Somebody & Co.",), work="", language="en")
        assert passages.templates(edition, other) == passages.of(edition, other)
