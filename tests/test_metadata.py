"""What pages say of themselves in their heads: equal to the model, and taken well by reference managers."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF

from edition import cited, urls
from edition.metadata import Subject, head
from edition.metadata.metas import SCHEMAS
from edition.model import Edition
from tests.both import edition_of, exported
from tests.conftest import ROOT, TOY
from tests.heads import Head, heads
from tests.zotero import taken

# rdflib reads JSON-LD with a class of its own that it calls outdated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
SCHEMA = "https://schema.org/"
REPEATED = {"citation_author", "DC.creator", "DC.rights", "citation_issn"}
PUBLISHED = ("citation_title", "citation_publication_date", "citation_public_url", "citation_language")


@pytest.fixture(params=[TOY, ROOT], ids=["toy", "real"])
def both(request: pytest.FixtureRequest) -> tuple[Edition, dict[str, Head]]:
    """An edition, and the heads of its pages."""
    site = request.getfixturevalue("toy_site" if request.param == TOY else "real_site")
    return edition_of(request.param), heads(site)


def address(edition: Edition, path: str) -> str:
    return f"{edition.config.base_url}{path}"


def at_root(path: str) -> str:
    """The page as it is cited: that of the first language."""
    return path.removeprefix("en/")


def test_every_page_says_the_same_in_every_vocabulary(both: tuple[Edition, dict[str, Head]]) -> None:
    edition, found = both
    config = edition.config
    for path, page in found.items():
        home = at_root(path) == urls.HOME
        url = config.base_url if home else address(edition, at_root(path))
        assert [link["href"] for link in page.rel("canonical")] == [address(edition, path)], path
        assert page.one("DC.identifier") == page.one("og:url") == url, path
        assert page.one("DC.title") == page.one("og:title"), path
        assert page.one("DC.date") == page.one("dcterms.modified") == config.date, path
        assert page.one("DC.language") == page.language, path
        assert page.one("DC.publisher") == config.publisher, path
        assert config.licence_text in " ".join(page.all("DC.rights")), path
        assert config.licence_edition in " ".join(page.all("DC.rights")), path
        assert page.one("dcterms.bibliographicCitation").endswith(address(edition, at_root(path))), path
        assert page.all("dcterms.isPartOf") == ([] if home else [config.base_url]), path


def test_what_is_said_once_is_said_once_and_nothing_is_empty(both: tuple[Edition, dict[str, Head]]) -> None:
    for path, page in both[1].items():
        counted = Counter(name for name, _ in page.metas)
        assert {name for name, number in counted.items() if number > 1} <= REPEATED, path
        assert all(content.strip() for _, content in page.metas), path
        assert len(set(page.metas)) == len(page.metas), path
        assert {link["rel"] for link in page.links if link["rel"].startswith("schema.")} == {
            f"schema.{prefix}" for prefix in SCHEMAS
        }


def test_prefixes_in_use_are_declared(both: tuple[Edition, dict[str, Head]]) -> None:
    for page in both[1].values():
        prefixes = {
            re.split(r"[.:]", name)[0] for name, _ in page.metas if re.search(r"^[A-Za-z]+[.:]", name)
        }
        assert prefixes - {"og", "article"} <= set(SCHEMAS)


def test_highwire_stands_where_something_is_published(both: tuple[Edition, dict[str, Head]]) -> None:
    edition, found = both
    texts = {path(one.id) for one in edition.articles for path in (urls.article, urls.diplomatic)}
    for path, page in found.items():
        said = {name for name, _ in page.metas if name.startswith("citation_")}
        assert bool(said) == (at_root(path) in texts | {urls.HOME}), path
        assert not said or said >= set(PUBLISHED), path


def test_a_text_is_said_to_be_what_the_model_says(both: tuple[Edition, dict[str, Head]]) -> None:
    edition, found = both
    for article in edition.articles:
        page = found[urls.article(article.id)]
        work = edition.entities.get(article.work)
        item = cited.work(edition, work) if work else cited.text(edition, article)
        assert page.one("citation_title") == page.one("DC.title") == article.title
        assert (
            page.all("citation_author")
            == page.all("DC.creator")
            == [str(one) for one in cited.text(edition, article).authors]
        )
        assert page.one("citation_publication_date").replace("/", "-") == item.first
        assert page.one("citation_online_date").replace("/", "-") == edition.config.date
        assert page.one("citation_language") == article.language == page.language
        assert page.one("DC.source") == article.source_citation
        assert page.one("citation_xml_url") == address(edition, urls.data(article.path))
        assert page.all("prism.number") == page.all("citation_issue") == ([item.issue] if item.issue else [])


def test_a_name_is_divided_where_the_lists_divide_it(real_site: Path) -> None:
    (article,) = edition_of(ROOT).articles
    page = heads(real_site)[urls.article(article.id)]
    (author,) = page.all("citation_author")
    family, given = author.split(", ")
    assert f"{given} {family}" == article.authors[0]


# What reference managers take


def csl(root: Path) -> dict[str, Any]:
    return {one["id"]: one for one in exported("csl", root).json("data/csl/edition.json")}


def test_the_page_of_a_printed_article_is_taken_as_the_newspaper_article(real_site: Path) -> None:
    edition = edition_of(ROOT)
    (article,) = edition.articles
    page = taken(heads(real_site)[urls.article(article.id)])
    printed = csl(ROOT)[article.work.partition(":")[2]]
    assert printed["type"] == "article-newspaper"
    assert page.type == "newspaperArticle"
    assert page.fields == {
        "title": printed["title"],
        "publicationTitle": printed["container-title"],
        "section": printed["section"],
        "date": "/".join(f"{part:02}" for part in printed["issued"]["date-parts"][0]),
        "ISSN": printed["ISSN"],
        "language": article.language,
        "url": address(edition, urls.article(article.id)),
        "rights": heads(real_site)[urls.article(article.id)].all("DC.rights")[0],
    }
    assert edition.config.licence_text in page.fields["rights"]
    assert page.creators == [("author", one["family"], one["given"]) for one in printed["author"]]


def test_a_text_without_a_known_print_is_taken_as_a_part_of_the_edition(toy_site: Path) -> None:
    edition = edition_of(TOY)
    for article in edition.articles:
        page, item = taken(heads(toy_site)[urls.article(article.id)]), csl(TOY)[article.id]
        assert (item["type"], page.type) == ("chapter", "bookSection")
        assert {name: page.fields[name] for name in ("title", "publicationTitle", "publisher", "url")} == {
            "title": item["title"],
            "publicationTitle": item["container-title"],
            "publisher": item["publisher"],
            "url": item["URL"],
        }
        assert page.fields["date"].replace("/", "-") == edition.config.date
        assert [f"{given} {family}" for _, family, given in page.creators] == list(article.authors)


def test_the_home_page_is_taken_as_the_edition(both: tuple[Edition, dict[str, Head]]) -> None:
    edition, found = both
    page = taken(found[urls.HOME])
    config, whole = edition.config, cited.whole(edition.config)
    assert page.type == "dataset"
    assert page.fields == {
        "title": whole.title,
        "publisher": config.publisher,
        "date": config.date.replace("-", "/"),
        "language": config.languages[0],
        "url": whole.url,
        "rights": found[urls.HOME].all("DC.rights")[0],
    }
    assert config.licence_edition in page.fields["rights"]
    assert page.creators == [], (
        "the publisher is an organisation; the authors of the texts are not the edition's"
    )


def test_an_entry_is_taken_as_a_page_of_the_edition(both: tuple[Edition, dict[str, Head]]) -> None:
    edition, found = both
    for pointer, entity in edition.entities.items():
        path = urls.entity(pointer)
        page = taken(found[path])
        assert page.type == "webpage"
        assert page.fields["title"] == entity.name
        assert page.fields["publicationTitle"] == edition.config.title
        assert page.fields["date"] == edition.config.date
        assert page.fields["url"] == address(edition, path)
        assert page.creators == []


def test_a_journal_title_in_highwire_would_make_another_item_of_it(real_site: Path) -> None:
    (article,) = edition_of(ROOT).articles
    page = heads(real_site)[urls.article(article.id)]
    spoiled = Head(metas=[*page.metas, ("citation_journal_title", "x")], links=page.links)
    assert taken(spoiled).type == "journalArticle"


# JSON-LD


def graph(page: Head) -> Graph:
    return Graph().parse(data=json.dumps(page.described()), format="json-ld")


def test_what_a_page_is_about_is_told_in_json_ld(both: tuple[Edition, dict[str, Head]]) -> None:
    edition, found = both
    about = {urls.entity(pointer): f"{urls.entity(pointer)}#it" for pointer in edition.entities}
    about |= {urls.article(one.id): urls.article(one.id) for one in edition.articles}
    about |= {urls.diplomatic(one.id): urls.article(one.id) for one in edition.articles}
    about[urls.HOME] = ""
    names = {urls.entity(pointer): entity.name for pointer, entity in edition.entities.items()}
    names |= {path(one.id): one.title for one in edition.articles for path in (urls.article, urls.diplomatic)}
    names[urls.HOME] = edition.config.title
    for published, page in found.items():
        path = at_root(published)
        assert len(page.data) == (path in about), published
        if path in about:
            facts, thing = graph(page), URIRef(address(edition, about[path]))
            assert Literal(names[path]) in set(facts.objects(thing, URIRef(f"{SCHEMA}name"))), path
            assert list(facts.objects(thing, RDF.type)), path


def test_the_json_ld_of_a_text_names_its_authors_licence_and_print(
    both: tuple[Edition, dict[str, Head]],
) -> None:
    edition, found = both
    for article in edition.articles:
        facts = graph(found[urls.article(article.id)])
        thing = URIRef(address(edition, urls.article(article.id)))
        assert URIRef(edition.config.licence_text) in set(facts.objects(thing, URIRef(f"{SCHEMA}license")))
        assert URIRef(edition.config.base_url) in set(facts.objects(thing, URIRef(f"{SCHEMA}isPartOf")))
        assert list(facts.objects(thing, URIRef(f"{SCHEMA}isBasedOn")))
        authors = list(facts.objects(thing, URIRef(f"{SCHEMA}author")))
        assert len(authors) == len(article.authors)
        assert not list(facts.objects(thing, URIRef(f"{SCHEMA}mentions")))


def test_json_ld_keeps_pages_small(real_site: Path) -> None:
    found = heads(real_site)
    sizes = {path: len(page.data[0].encode()) for path, page in found.items() if page.data}
    assert median(sizes.values()) < 2_000
    assert all(sizes[path] < 3_000 for path in sizes if path.startswith("texts/") or path == urls.HOME)
    assert max(sizes.values()) < 8_000


def test_json_ld_declares_the_prefixes_it_uses_and_no_others(both: tuple[Edition, dict[str, Head]]) -> None:
    for path, page in both[1].items():
        if page.data:
            declared = set(page.described()["@context"]) - {"@vocab"}
            used = set(re.findall(r'"([a-z]+):[A-Za-z-]+"', page.data[0]))
            assert used == declared, path


# What is linked exists


def test_the_files_that_failed_are_not_linked() -> None:
    edition = edition_of(TOY)
    (article, *_) = edition.articles
    page = Subject(urls.article(article.id), article.title, article.language, "", article)
    tei = urls.data(article.path)
    alone = head(edition, page, {tei: "application/tei+xml"})
    assert [
        (one.rel, one.href) for one in alone.links if one.rel in ("item", "alternate", "describedby")
    ] == [
        ("item", f"../{tei}"),
        ("alternate", f"../{tei}"),
    ]
    pdf = head(edition, page, {f"data/pdf/{article.id}.pdf": "application/pdf"})
    said = [one.content for one in pdf.metas if one.name == "citation_pdf_url"]
    assert said == [address(edition, f"data/pdf/{article.id}.pdf")]
    assert not [one for one in alone.metas if one.name == "citation_pdf_url"]
