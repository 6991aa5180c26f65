"""Typed links by the FAIR Signposting Profile (signposting.org/FAIR): where a page leads a program.

A landing page (the home page for the edition, the pages of a text) has cite-as, type, license, author where there is an
address of one, describedby and item; all other pages say how they are cited, what they are, and what describes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from edition import citation, rights, urls
from edition.kinds import BY_SLUG
from edition.metadata.described import MANY, classes
from edition.metadata.offered import Files, of_text
from edition.metadata.subject import Subject, item
from edition.model import Edition, Entity

HTML = "text/html"
SCHEMA_ORG = "https://schema.org/"
# Files that describe the edition and its texts, in the order in which a program is to prefer them.
RECORDS = (
    urls.exported("json-ld", "edition.jsonld"),
    urls.exported("turtle", "edition.ttl"),
    urls.exported("datacite", "datacite.json"),
    urls.exported("csl", "edition.json"),
    urls.exported("bibtex", "edition.bib"),
    urls.exported("ris", "edition.ris"),
)
# Whose number names an author, the most specific first.
_AUTHORS = ("ORCID", "GND", "ISNI", "VIAF", "Wikidata")


class Signpost(Struct, frozen=True):
    """A typed link; `target` is an address, or a path in the site."""

    rel: str
    target: str
    type: str = ""
    title: str = ""

    @property
    def inside(self) -> bool:
        """Whether it leads to a file of this site."""
        return "://" not in self.target


Row = Callable[[Edition, Subject, Files], Iterator[Signpost]]


def signposts(edition: Edition, subject: Subject, files: Files) -> Iterator[Signpost]:
    """The links of a page, each kind in its place; none leads to a file that is not there."""
    for row in _ROWS:
        yield from row(edition, subject, files)


def layers(edition: Edition, subject: Subject) -> tuple[rights.Licence, ...]:
    """The rights of both layers, first those of what the page is about."""
    text, added = rights.layers(edition.config)
    return (text, added) if subject.text else (added, text)


def _cite_as(edition: Edition, subject: Subject, _files: Files) -> Iterator[Signpost]:
    yield Signpost("cite-as", item(edition, subject).url)


def _types(_edition: Edition, subject: Subject, _files: Files) -> Iterator[Signpost]:
    """A landing page is an AboutPage in the profile, beside what it is the page of."""
    found = classes(subject)
    for name in ("AboutPage", *found) if found else ("WebPage",):
        yield Signpost("type", f"{SCHEMA_ORG}{name}")


def _licences(edition: Edition, subject: Subject, _files: Files) -> Iterator[Signpost]:
    for one in layers(edition, subject):
        yield Signpost("license", one.uri, title=one.covers)


def _authors(edition: Edition, subject: Subject, _files: Files) -> Iterator[Signpost]:
    """Authors who have a number in an authority file."""
    work = edition.entities.get(subject.text.work) if subject.text else None
    for fact in work.facts if work else ():
        author = edition.entities.get(fact.target or "") if fact.slug == "author" else None
        known = {one.scheme: one.uri for one in author.identifiers if one.uri} if author else {}
        yield from [Signpost("author", known[scheme] or "") for scheme in _AUTHORS if scheme in known][:1]


def _records(_edition: Edition, subject: Subject, files: Files) -> Iterator[Signpost]:
    """What describes the page: the records of edition and texts, or the list that an entry stands in."""
    found = RECORDS if subject.whole or subject.text else ()
    for path in (*found, *_lists(subject.entry)):
        if path in files:
            yield Signpost("describedby", path, files[path])


def _lists(entry: Entity | None) -> tuple[str, ...]:
    if entry is None:
        return ()
    return urls.data(entry.path), urls.exported("json", f"{BY_SLUG[entry.kind].plural}.json")


def _items(edition: Edition, subject: Subject, files: Files) -> Iterator[Signpost]:
    """What the edition, or a text, consists of."""
    if subject.whole and len(edition.articles) <= MANY:
        for article in edition.articles:
            yield Signpost("item", urls.article(article.id), HTML)
    paths = (
        *(_sources(edition) if subject.whole and len(edition.articles) <= MANY else ()),
        *of_text(subject, files),
    )
    for path in paths:
        if path in files:
            yield Signpost("item", path, files[path])


def _sources(edition: Edition) -> tuple[str, ...]:
    """The TEI files of texts and lists."""
    listed = [article.path for article in edition.articles]
    listed += [entity.path for entity in edition.entities.values() if entity.path]
    return tuple(urls.data(path) for path in dict.fromkeys(listed))


def _collections(_edition: Edition, subject: Subject, _files: Files) -> Iterator[Signpost]:
    if subject.text and subject.path == urls.article(subject.text.id):
        yield Signpost("collection", urls.HOME, HTML)


_ROWS: tuple[Row, ...] = (_cite_as, _types, _licences, _authors, _records, _items, _collections)


def absolute(edition: Edition, target: str) -> str:
    """The published address of a target."""
    return target if "://" in target else citation.address(edition.config, target)
