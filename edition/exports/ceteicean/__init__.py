"""A page for each text on which CETEIcean shows the TEI itself: the file stands in the page, nothing is fetched.

The library is no part of this program (docs/decisions/014): it is taken from where set-up has put it and published
beside the pages with its licence. Page, style and behaviors are the files beside this module.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from posixpath import basename
from string import Template

from edition import resources, urls, words
from edition.errors import ExportError
from edition.exports.format import Export
from edition.exports.shared import notice, published
from edition.model import Article, Bilingual, Config, Edition, File

SLUG = "ceteicean"
LIBRARY = ("CETEI.js", "LICENSE.md")
LOSSES = Bilingual(
    "The header and how dates are resolved are part of the page, but not seen; the links need the edition around the "
    "page.",
    "Die Kopfdaten und wie Daten aufgelöst sind, enthält die Seite, zeigt sie aber nicht; die Verweise brauchen die "
    "Edition um die Seite herum.",
)
_OWN = Path(__file__).parent
# Comments and instructions are not shown; in a script element a comment would hide its end (HTML, 4.12.1.3).
_UNSEEN = re.compile(r"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_UNSAFE = re.compile(r"<!--|</?script", re.IGNORECASE)
_CERTAINTY = ("low", "medium", "high", "unknown")


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """A page for each text, with style and behaviors; the library and its licence."""
    yield from _library()
    yield File(urls.exported(SLUG, "page.css"), _style())
    yield File(urls.exported(SLUG, "page.js"), (_OWN / "page.js").read_bytes())
    page = Template((_OWN / "page.html").read_text(encoding="utf-8"))
    for article in edition.articles:
        text = page.substitute(
            _values(edition, article, published.text(root, config, article).decode("utf-8"))
        )
        yield File(path(article.id), text.encode("utf-8"))


def path(slug: str) -> str:
    """Where the page of a text is published."""
    return urls.exported(SLUG, f"{slug}.html")


def _library() -> Iterator[File]:
    folder = resources.shared(SLUG, LIBRARY)
    if not folder:
        wanted, names = resources.shares()[0] / SLUG, " and ".join(LIBRARY)
        raise ExportError(
            Bilingual("the library CETEIcean is missing.", "die Bibliothek CETEIcean fehlt."),
            Bilingual(
                f"In a checkout: python tools/ceteicean.py (needs npm). Elsewhere put {names} of the npm package "
                f"CETEIcean into {wanted}.",
                f"In einem Checkout: python tools/ceteicean.py (braucht npm). Sonst {names.replace('and', 'und')} aus dem "
                f"npm-Paket CETEIcean nach {wanted} legen.",
            ),
        )
    yield from (File(urls.exported(SLUG, name), (folder / name).read_bytes()) for name in LIBRARY)


def _style() -> bytes:
    """The sizes and colours of the edition, then what is the page's own."""
    tokens = next(path for path in resources.assets() if path.name == "tokens.css")
    return tokens.read_bytes() + b"\n" + (_OWN / "page.css").read_bytes()


def _values(edition: Edition, article: Article, document: str) -> Mapping[str, str]:
    """What the template asks for."""
    config, here = edition.config, path(article.id)
    seen = _UNSEEN.sub("", document).strip()
    if _UNSAFE.search(seen):
        raise ExportError(
            Bilingual(
                f"{article.path} holds what would end the script element of the page.",
                f"{article.path} enthält, was das script-Element der Seite beenden würde.",
            )
        )
    said = {
        **notice.facts(config),
        "language": article.language,
        "title": article.title,
        "edition": config.title,
        "home": urls.relative(urls.HOME, here),
        "tei": urls.relative(urls.data(article.path), here),
        "file": basename(article.path),
        "reading": urls.relative(urls.article(article.id), here),
        "citation": notice.of_text(config, article),
        "losses": LOSSES.de,
    }
    known = {"links": _links(edition, seen, here), "certainty": _certainty()}
    return {
        **{name: escape(value) for name, value in said.items()},
        "document": seen,
        "known": json.dumps(known, ensure_ascii=False).replace("<", "\\u003c"),  # no end tag in a script
    }


def _links(edition: Edition, document: str, here: str) -> dict[str, dict[str, str]]:
    """Where the pointers of the document lead, and what is there."""
    found = {one.pointer: (urls.entity(one.pointer), one.name) for one in edition.entities.values()}
    found |= {
        pointer: (urls.reference(pointer), reference.title)
        for pointer, reference in edition.references.items()
    }
    return {
        pointer: {"href": urls.relative(target, here), "name": name}
        for pointer, (target, name) in found.items()
        if pointer in document
    }


def _certainty() -> dict[str, str]:
    return {value: words.certainty(value) for value in _CERTAINTY}


EXPORT = Export(
    SLUG,
    "reading",
    Bilingual("TEI in the browser (CETEIcean)", "TEI im Browser (CETEIcean)"),
    Bilingual(
        "The TEI itself as a page: to look at elements and attributes with the tools of a browser, to try styles and "
        "behaviors, to teach.",
        "Das TEI selbst als Seite: um Elemente und Attribute mit den Werkzeugen des Browsers zu betrachten, Darstellungen "
        "zu erproben, zu unterrichten.",
    ),
    "text/html",
    files,
    LOSSES,
    ours=True,
)
