"""Is a finished site whole? Every internal link and fragment resolves, nothing foreign leaks in."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote

from lxml import etree
from msgspec import Struct, field

from edition import traces
from edition.errors import BuildError
from edition.model import Bilingual, File
from edition.traces import Trace

SHOWN = 12  # problems named in one message
_LINKS = {"href", "src", "srcset", "cite", "action", "formaction", "poster", "data", "background"}
# Link relations that name an address and fetch nothing; so do those that declare a prefix, `schema.…`.
_NAMING = {"author", "canonical", "cite-as", "license", "type"}
_FETCHING_CSS = re.compile(r"@import\s+(?!(?:url\()?[\"']?[\w./-]+[\"')])|url\(\s*[\"']?(?:https?:)?//")
# Data that a page carries and does not show (HTML, 4.12.1: script of a type that is no JavaScript).
_DATA = re.compile(r'<script type="application/(?:tei\+xml|json)".*?</script>', re.DOTALL)
_ABOUT_MARKUP = ("guidelines.html", "validation.html")  # pages that speak about it
_LEAKS = ("xmlns", "{$", "{{", "{%", "http://www.tei-c.org/ns/1.0")
_BRACES = re.compile(r"\{[${%]")  # some of them at once: every page is asked


class _Page(Struct):
    """Ids and links of one page."""

    ids: set[str] = field(default_factory=set)
    twice: set[str] = field(default_factory=set)
    # tag (of `link`: what it is to the page) and address
    links: list[tuple[str, str]] = field(default_factory=list)
    leaks: list[str] = field(default_factory=list)


_NOT_WHOLE = Bilingual(
    "The site is not whole and was not put in place:\n{problems}",
    "Die Website ist nicht vollständig und wurde nicht an ihre Stelle gesetzt:\n{problems}",
)
_ASKS = Bilingual("{page}: asks another host", "{page}: fragt einen anderen Server an")
_ASKS_FOR = Bilingual(
    "{page}: <{tag}> asks another host for {address}",
    "{page}: <{tag}> holt {address} von einem anderen Server",
)
_TWICE = Bilingual("{page}: the id '{id}' occurs twice", "{page}: die Kennung »{id}« kommt zweimal vor")
_NO_FILE = Bilingual("{page}: {link} leads to no file", "{page}: {link} führt zu keiner Datei")
_NO_PLACE = Bilingual("{page}: {link} leads to no such place", "{page}: {link} führt zu keiner Stelle")
_LEAK = Bilingual(
    "{page}: contains '{leak}', which belongs to no page",
    "{page}: enthält »{leak}«, was auf keine Seite gehört",
)


class _Pages(dict[str, "_Page"]):
    """The pages of a folder, each read when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def __missing__(self, name: str) -> _Page:
        self[name] = _read(self.folder / name)
        return self[name]


def trace(file: File) -> Trace | None:
    """What `site` needs to know of a page that was just made, or nothing for another file."""
    if not file.path.endswith(".html"):
        return None
    return traces.trace(file.path, file.content.decode("utf-8"), lambda html: bool(_leaking(file.path, html)))


def _leaking(name: str, html: str) -> list[str]:
    """What stands on a page and belongs to none; the data it carries is not looked at."""
    if name.endswith(_ABOUT_MARKUP):
        return []
    if not _BRACES.search(html) and not any(leak in html for leak in _LEAKS if leak[0] != "{"):
        return []
    text = _DATA.sub("", html)
    return [leak for leak in _LEAKS if leak in text]


def site(
    folder: Path, traced: Mapping[str, Trace] = MappingProxyType({}), *, lenient: bool = False
) -> tuple[Bilingual, ...]:
    """Check a folder of finished files.

    Args:
        traced: the traces of pages; those that are surely whole are not read again.
        lenient: a link to a place that a page does not have is told and let pass: it leads to the beginning of the page.
            So it is with texts of others, which point to elements that have no place on a page.

    Raises:
        BuildError: names the dead links, double ids, foreign requests and leaks, the first dozen of them.
    """
    files = set(_files(folder))
    untraced = (name for name in files if name.endswith(".html") and name not in traced)
    asked = sorted({*untraced, *traces.suspects(traced, files)})
    pages = _Pages(folder)
    told: list[Bilingual] = []
    problems = [
        problem for name in asked for problem in _problems(name, pages, files, told if lenient else None)
    ]
    problems += [_LEAK.filled({"page": name, "leak": leak}) for name in asked for leak in pages[name].leaks]
    problems += [
        _ASKS.filled({"page": name})
        for name in sorted(files)
        if name.endswith(".css") and _FETCHING_CSS.search((folder / name).read_text(encoding="utf-8"))
    ]
    if problems:
        raise BuildError(
            _NOT_WHOLE.filled({"problems": _listed(problems)}),
            Bilingual(
                "A link needs its target: correct the pointer in the TEI, or the template that makes the link.",
                "Ein Link braucht sein Ziel: den Zeiger im TEI berichtigen oder die Vorlage, die den Link erzeugt.",
            ),
        )
    return tuple(told)


def _files(folder: Path) -> Iterator[str]:
    """The paths of all files below a folder."""
    for place, _, names in os.walk(folder):
        inside = os.path.relpath(place, folder)
        yield from names if inside == os.curdir else (f"{inside}/{name}" for name in names)


def _listed(problems: list[Bilingual]) -> Bilingual:
    """The first of the problems, one a line, and how many there are besides."""
    rest = len(problems) - SHOWN
    more = [Bilingual(f"… and {rest} more", f"… und {rest} weitere")] if rest > 0 else []
    shown = [*problems[:SHOWN], *more]
    return Bilingual("\n".join(one.en for one in shown), "\n".join(one.de for one in shown))


def _read(path: Path) -> _Page:
    data = path.read_bytes()
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    page = _Page()
    for element in root.iter("*"):
        for name, value in element.items():
            if name == "id":
                (page.twice if value in page.ids else page.ids).add(value)
            elif name in _LINKS:
                page.links.append((_what(element), value))
    page.leaks += _leaking(path.name, data.decode("utf-8"))
    return page


def _what(element: Any) -> str:
    return str((element.get("rel") or element.tag) if element.tag == "link" else element.tag)


def _problems(name: str, pages: _Pages, files: set[str], told: list[Bilingual] | None) -> Iterator[Bilingual]:
    page, folder = pages[name], dirname(name)
    yield from (_TWICE.filled({"page": name, "id": one}) for one in sorted(page.twice))
    for tag, value in page.links:
        if "://" in value or value.startswith(("mailto:", "data:")):
            if tag not in _NAMING | {"a"} and not tag.startswith("schema."):
                yield _ASKS_FOR.filled({"page": name, "tag": tag, "address": value})
            continue
        target = _meant(name, folder, value)
        if target not in files:
            yield _NO_FILE.filled({"page": name, "link": value})
        elif not _is_place(target, value.partition("#")[2], pages):
            problem = _NO_PLACE.filled({"page": name, "link": value})
            if told is None:
                yield problem
            else:
                told.append(problem)


@cache
def _target(folder: str, path: str) -> str:
    return normpath(join(folder, unquote(path)))  # kept: thousands of links lead to the same few


def _meant(name: str, folder: str, value: str) -> str:
    """The file that a link leads to."""
    path = value.partition("#")[0]
    return _target(folder, path) if path else name


def _is_place(target: str, fragment: str, pages: _Pages) -> bool:
    place = traces.place_of(fragment)
    return not place or (target.endswith(".html") and place in pages[target].ids)
