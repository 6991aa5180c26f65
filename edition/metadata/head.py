"""The head of a page as far as it speaks to machines: `meta`, `link`, and JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct, field

from edition import citation, interface, urls
from edition.metadata import described, linkset
from edition.metadata.metas import SCHEMAS, Known, Meta, metas
from edition.metadata.offered import Files, renderings
from edition.metadata.signposts import signposts
from edition.metadata.subject import Subject, in_languages, item
from edition.model import Edition

LINKSET = "application/linkset+json"
MANY = 12  # typed links of one kind that a head holds; the link set has them all


class Link(Struct, frozen=True):
    """A `link` element, with its address as seen from the page."""

    rel: str
    href: str
    type: str = ""
    title: str = ""
    hreflang: str = ""


class Head(Struct, frozen=True):
    """What a page's template puts into its head."""

    metas: tuple[Meta, ...] = ()
    links: tuple[Link, ...] = ()
    data: dict[str, Any] = field(default_factory=dict)  # JSON-LD


def head(edition: Edition, subject: Subject, files: Files) -> Head:
    """The head of a page; `files` are those that the exports have made, for nothing else may be linked."""
    known = Known(edition, subject, item(edition, subject), files)
    return Head(
        metas=tuple(metas(known)),
        links=tuple(_links(edition, subject, files)),
        data=_data(edition, subject),
    )


def _data(edition: Edition, subject: Subject) -> dict[str, Any]:
    """JSON-LD says the same of a thing on the pages of all languages, in the words of the first."""
    with interface.speaking(edition.config.interface[0]):
        return described.described(edition, subject)


def _spoken(edition: Edition, subject: Subject) -> Iterator[Link]:
    """The same page in the languages of the interface, if there are several, itself included; the first for all others."""
    found = tuple(in_languages(edition, subject))
    for tag, one in (*(("x-default", one) for one in found[:1]), *((one.language, one) for one in found)):
        yield Link("alternate", urls.in_folder(one.path, one.folder), hreflang=tag)


def _links(edition: Edition, subject: Subject, files: Files) -> Iterator[Link]:
    yield from (Link(f"schema.{prefix}", uri) for prefix, uri in SCHEMAS.items())
    yield Link("canonical", citation.address(edition.config, subject.published))
    yield from _spoken(edition, subject)
    counted: dict[str, int] = {}
    for one in signposts(edition, subject, files):
        counted[one.rel] = counted.get(one.rel, 0) + 1
        if counted[one.rel] <= MANY:
            href = urls.relative(one.target, subject.path)
            yield Link(one.rel, href, one.type, one.title)
    for path in renderings(subject, files):
        yield Link("alternate", urls.relative(path, subject.path), files[path])
    # The link set speaks of the pages that are cited.
    if subject.thing is not None and not subject.folder and linkset.is_made(edition):
        yield Link("linkset", urls.relative(urls.LINKSET, subject.path), LINKSET)
