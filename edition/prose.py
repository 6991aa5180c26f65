"""What a text looks like as HTML and as plain text: the only place where Markup is made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from markupsafe import Markup
from msgspec import Struct

from edition import resources
from edition.model import Source
from edition.saxon import Stylesheet


class Fragments(Struct, frozen=True):
    """A text as HTML: `title` holds phrases for the page's h1, the others hold blocks."""

    title: Markup
    front: Markup
    body: Markup
    back: Markup
    notes: Markup


class Texts(Struct, frozen=True):
    """A text without markup, each block a line: as corrected, and as printed."""

    reading: str
    diplomatic: str


def fragments(
    source: Source,
    links: Mapping[str, str],
    unknown: str = "fail",
    *,
    labels: Mapping[str, str] = MappingProxyType({}),
    reports: Mapping[str, str] = MappingProxyType({}),
    layer: str = "reading",
    language: str = "",
) -> Fragments:
    """The HTML of an article or page.

    Args:
        links: the URL of every pointer that may occur, as seen from the page.
        labels: what entries and sources are called, by pointer.
        reports: where an error in a numbered block is reported, by the id of the block.
        layer: "reading" (corrected, with the commentary) or "diplomatic" (as printed, without).
        language: in which the edition's own words are, "" for that of the text.
        unknown: "fail" stops at an element the stylesheet does not know, or at a pointer without a URL;
            "render" shows the content neutrally.
    """
    return _fragments(
        "reading.xsl",
        source,
        links,
        labels,
        reports=json.dumps(dict(reports)),
        unknown=unknown,
        layer=layer,
        language=language,
    )


def chapter(
    source: Source, links: Mapping[str, str], labels: Mapping[str, str], unknown: str = "fail"
) -> Fragments:
    """The XHTML of an article or page for a book: the reading text, notes only in `notes`."""
    return _fragments("book.xsl", source, links, labels, unknown=unknown)


def _fragments(
    stylesheet: str, source: Source, links: Mapping[str, str], labels: Mapping[str, str], **params: str
) -> Fragments:
    result = _stylesheet(stylesheet)(
        source.data,
        name=source.path,
        links=json.dumps(dict(links)),
        labels=json.dumps(dict(labels)),
        **params,
    )
    return Fragments(**{part: Markup(html) for part, html in json.loads(result).items()})


def texts(source: Source) -> Texts:
    """The words of an article or page."""
    return Texts(**json.loads(_stylesheet("text.xsl")(source.data, name=source.path)))


def trusted(html: str) -> Markup:
    """HTML that our own stylesheets made at another time, as the compiled guidelines."""
    return Markup(html)


@cache
def _stylesheet(name: str) -> Stylesheet:
    return Stylesheet(resources.stylesheet(name))
