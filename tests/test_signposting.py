"""Typed links against the FAIR Signposting Profile (signposting.org/FAIR) and, in the link set, RFC 9264.

Of the profile: a landing page has one cite-as, types (AboutPage among them), describedby and item with their media
types, authors by address only; files lead back by collection and describes, which only a link set can say for them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import pytest
from lxml import etree
from msgspec.structs import replace

from edition import urls
from edition.metadata import Subject, head
from edition.metadata.head import MANY
from edition.metadata.linkset import linkset
from edition.model import Edition, Identifier
from tests.both import edition_of
from tests.conftest import ROOT, TOY
from tests.heads import Head, heads

RELATIONS = ("cite-as", "type", "license", "author", "describedby", "item", "collection")
ABOUT = "https://schema.org/AboutPage"
TEI = "{http://www.tei-c.org/ns/1.0}TEI"


def _tei(data: bytes) -> bool:
    return etree.fromstring(data).tag == TEI


def _json(data: bytes) -> bool:
    return isinstance(json.loads(data), dict | list)


# Media type → whether a file is of it; and how such files are called.
IS: dict[str, tuple[str, Callable[[bytes], bool]]] = {
    "text/html": (".html", lambda data: data.startswith(b"<!DOCTYPE html>")),
    "application/tei+xml": (".xml", _tei),
    "text/plain": (".txt", lambda data: bool(data.decode())),
    "text/markdown": (".md", lambda data: data.startswith(b"---\n")),
    "application/json": (".json", _json),
    "application/ld+json": (".jsonld", _json),
    "application/linkset+json": (".json", lambda data: list(json.loads(data)) == ["linkset"]),
    "application/vnd.datacite.datacite+json": (".json", _json),
    "application/vnd.citationstyles.csl+json": (".json", _json),
    "application/x-bibtex": (".bib", lambda data: b"@" in data),
    "application/x-research-info-systems": (".ris", lambda data: b"TY  - " in data),
    "application/xml": (".xml", lambda data: etree.fromstring(data) is not None),
    "text/turtle": (".ttl", lambda data: b"@prefix" in data),
    "application/pdf": (".pdf", lambda data: data.startswith(b"%PDF-")),
    "application/epub+zip": (".epub", lambda data: data.startswith(b"PK")),
}


@pytest.fixture(params=[TOY, ROOT], ids=["toy", "real"])
def both(request: pytest.FixtureRequest) -> tuple[Edition, Path]:
    """An edition and its site."""
    site: Path = request.getfixturevalue("toy_site" if request.param == TOY else "real_site")
    return edition_of(request.param), site


def landing(edition: Edition) -> set[str]:
    """The home page for the edition, the pages of a text for the text."""
    return {urls.HOME} | {
        path(one.id) for one in edition.articles for path in (urls.article, urls.diplomatic)
    }


def cited(path: str) -> str:
    """The page that is cited with a page: one in another language stands for that at the root."""
    return path.removeprefix("en/")


def alternates(page: Head) -> list[str]:
    """Other forms of what a page shows; the page in other languages is none."""
    return [link["href"] for link in page.rel("alternate") if "hreflang" not in link]


def entries(edition: Edition) -> set[str]:
    return {urls.entity(pointer) for pointer in edition.entities}


def test_every_page_says_how_it_is_cited_what_it_is_and_under_which_terms(both: tuple[Edition, Path]) -> None:
    edition, site = both
    config = edition.config
    for path, page in heads(site).items():
        (cite_as,) = page.rel("cite-as")
        here = cited(path)
        assert cite_as["href"] == f"{config.base_url}{'' if here == urls.HOME else here}", path
        types = [link["href"] for link in page.rel("type")]
        assert types, path
        assert all(one.startswith("https://schema.org/") for one in types), path
        assert len(set(types)) == len(types), path
        licences = [link["href"] for link in page.rel("license")]
        assert set(licences) == {config.licence_text, config.licence_edition}, path
        assert all(link["title"] for link in page.rel("license")), path
        text = here.startswith("texts/")
        assert licences[0] == (config.licence_text if text else config.licence_edition), path


def test_a_landing_page_leads_to_its_records_and_its_content(both: tuple[Edition, Path]) -> None:
    edition, site = both
    for path in landing(edition):
        page = heads(site)[path]
        types = [link["href"] for link in page.rel("type")]
        assert types[0] == ABOUT
        assert len(types) > 1
        assert {f"https://schema.org/{one}" for one in page.described()["@type"]} == set(types[1:])
        for rel in ("describedby", "item"):
            assert page.rel(rel), (path, rel)
    for path, page in heads(site).items():
        said = [link["href"] for link in page.rel("type")]
        assert (ABOUT in said) == (cited(path) in landing(edition)), path
        assert bool(page.rel("describedby")) == (cited(path) in landing(edition) | entries(edition)), path


def test_every_target_exists_and_is_what_the_link_says(both: tuple[Edition, Path]) -> None:
    _, site = both
    seen = set()
    for path, page in heads(site).items():
        for rel in ("describedby", "item", "collection", "alternate", "linkset"):
            for link in page.rel(rel):
                if rel == "alternate" and "hreflang" in link:
                    continue
                seen.add((normpath(join(dirname(path), link["href"])), link["type"]))
    assert len(seen) > 10
    for target, media_type in seen:
        ending, judge = IS[media_type]
        assert target.endswith(ending), target
        assert judge((site / target).read_bytes()), (target, media_type)


def test_a_head_stays_short(both: tuple[Edition, Path]) -> None:
    for path, page in heads(both[1]).items():
        for rel in RELATIONS:
            assert len(page.rel(rel)) <= MANY, (path, rel)


def test_alternates_are_the_whole_text_in_the_layer_of_the_page(both: tuple[Edition, Path]) -> None:
    edition, site = both
    for article in edition.articles:
        for path, layer in ((urls.article(article.id), ""), (urls.diplomatic(article.id), ".diplomatic")):
            found = {normpath(join(dirname(path), href)) for href in alternates(heads(site)[path])}
            assert found == {
                urls.data(article.path),
                f"data/text/{article.id}{layer}.txt",
                f"data/markdown/{article.id}{layer}.md",
                *(
                    target.relative_to(site).as_posix()
                    for form in ("pdf", "epub")
                    for target in site.glob(f"data/{form}/{article.id}{layer}.{form}")
                ),
            }
    books = {
        path.relative_to(site).as_posix()
        for form in ("pdf", "epub")
        for path in site.glob(f"data/{form}/*.{form}")
    }
    home = heads(site)[urls.HOME]
    assert set(alternates(home)) == books
    assert books <= {link["href"] for link in home.rel("item")}
    assert [path for path in books if path.endswith(".pdf")] == [
        address.removeprefix(edition.config.base_url) for address in home.all("citation_pdf_url")
    ]
    for own in edition.pages:
        (link,) = [one for one in heads(site)[urls.page(own.id)].rel("alternate") if "type" in one]
        assert normpath(join("pages", link["href"])) == urls.data(own.path)


# The link set


def read(site: Path) -> list[dict[str, Any]]:
    whole = json.loads((site / urls.LINKSET).read_text(encoding="utf-8"))
    assert list(whole) == ["linkset"]
    found: list[dict[str, Any]] = whole["linkset"]
    return found


def test_the_link_set_keeps_to_the_rules_of_its_format(both: tuple[Edition, Path]) -> None:
    edition, site = both
    anchors = [one["anchor"] for one in read(site)]
    assert len(set(anchors)) == len(anchors)
    for one in read(site):
        assert one["anchor"].startswith(edition.config.base_url)
        assert (site / one["anchor"].removeprefix(edition.config.base_url)).is_file()
        relations = {name: value for name, value in one.items() if name != "anchor"}
        assert relations
        for name, targets in relations.items():
            assert name in {*RELATIONS, "describes"}
            assert isinstance(targets, list)
            assert targets
            for target in targets:
                assert "://" in target["href"]
                assert set(target) <= {"href", "type", "title"}
                assert all(isinstance(value, str) and value for value in target.values())


def links_of(page: Head, edition: Edition, path: str, rel: str) -> list[tuple[str, str]]:
    folder = dirname(f"{edition.config.base_url}{path}".partition("://")[2])
    scheme = edition.config.base_url.partition("://")[0]
    return [
        (
            link["href"] if "://" in link["href"] else f"{scheme}://{normpath(join(folder, link['href']))}",
            link.get("type", ""),
        )
        for link in page.rel(rel)
    ]


def test_page_and_link_set_say_the_same(both: tuple[Edition, Path]) -> None:
    edition, site = both
    known = {one["anchor"]: one for one in read(site)}
    own = {urls.page(page.id) for page in edition.pages}
    for path, page in heads(site).items():
        said = known.get(f"{edition.config.base_url}{path}")
        assert (said is not None) == (path in landing(edition) | entries(edition) | own), path
        assert bool(page.rel("linkset")) == (said is not None), path
        for rel in RELATIONS if said else ():
            listed = [(one["href"], one.get("type", "")) for one in (said or {}).get(rel, [])]
            shown = links_of(page, edition, path, rel)
            assert shown == listed[: len(shown)], (path, rel)
            assert len(shown) == min(len(listed), MANY), (path, rel)


def test_what_a_page_leads_to_leads_back_to_it(both: tuple[Edition, Path]) -> None:
    edition, site = both
    known = {one["anchor"]: one for one in read(site)}
    back = {"item": "collection", "describedby": "describes"}
    for anchor, one in known.items():
        for rel, reverse in back.items():
            for target in one.get(rel, []):
                named = [found["href"] for found in known[target["href"]].get(reverse, [])]
                home = f"{edition.config.base_url}{urls.HOME}"
                assert anchor in named, (target["href"], anchor)
                assert home in named or anchor != home
        for rel, reverse in back.items():
            for target in one.get(reverse, []):
                assert anchor in [found["href"] for found in known[target["href"]].get(rel, [])]


# Authors


def test_an_author_is_linked_by_a_number_in_an_authority_file_only(real_site: Path) -> None:
    edition = edition_of(ROOT)
    (article,) = edition.articles
    work = edition.entities[article.work]
    (author,) = [fact.target for fact in work.facts if fact.slug == "author"]
    assert author
    assert not edition.entities[author].identifiers
    assert not heads(real_site)[urls.article(article.id)].rel("author")
    numbers = (
        Identifier("Wikidata", "Q1", "http://www.wikidata.org/entity/Q1"),
        Identifier("GND", "1", "https://d-nb.info/gnd/1"),
        Identifier("VIAF", "2"),
    )
    numbered = replace(edition.entities[author], identifiers=numbers)
    changed = replace(edition, entities={**edition.entities, author: numbered})
    page = Subject(urls.article(article.id), article.title, article.language, "", article)
    assert [one.href for one in head(changed, page, {}).links if one.rel == "author"] == [
        "https://d-nb.info/gnd/1"
    ]


def test_a_head_with_too_much_to_link_leaves_the_rest_to_the_link_set() -> None:
    edition = edition_of(TOY)
    (article, *_) = edition.articles
    many = tuple(replace(article, id=f"text-{n}", path=f"tei/articles/text-{n}.xml") for n in range(40))
    large = replace(edition, articles=many)
    home = Subject(urls.HOME, "x", "de", "", large)
    shown = [one for one in head(large, home, {}).links if one.rel == "item"]
    (file,) = linkset(large, (home,), {})
    listed = next(one for one in json.loads(file.content)["linkset"] if one["anchor"].endswith(urls.HOME))
    assert (len(shown), len(listed["item"])) == (MANY, 40)
