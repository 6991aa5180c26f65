"""Is a finished site whole? Every internal link and fragment resolves, nothing foreign leaks in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote

from lxml import etree

from edition.errors import BuildError

SHOWN = 12  # problems named in one message
_LINKS = {"href", "src", "srcset", "cite", "action", "formaction", "poster", "data", "background"}
_NAMING = {"canonical", "license", "schema.dcterms"}  # link relations that name an address and fetch nothing
_FETCHING_CSS = re.compile(r"@import\s+(?!(?:url\()?[\"']?[\w./-]+[\"')])|url\(\s*[\"']?(?:https?:)?//")
_LEAKS = ("xmlns", "{$", "{{", "{%", "http://www.tei-c.org/ns/1.0")


@dataclass(slots=True)
class _Page:
    """Ids and links of one page."""

    ids: set[str] = field(default_factory=set)
    twice: set[str] = field(default_factory=set)
    # tag (of `link`: what it is to the page) and address
    links: list[tuple[str, str]] = field(default_factory=list)


def site(folder: Path) -> None:
    """Check a folder of finished files.

    Raises:
        BuildError: names the dead links, double ids, foreign requests and leaks, the first dozen of them.
    """
    pages = {path.relative_to(folder).as_posix(): _read(path) for path in sorted(folder.rglob("*.html"))}
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    problems = [problem for name in pages for problem in _problems(name, pages, files)]
    problems += [problem for name in pages for problem in _leaks(name, folder)]
    problems += [
        f"{name}: asks another host"
        for name in sorted(files)
        if name.endswith(".css") and _FETCHING_CSS.search((folder / name).read_text(encoding="utf-8"))
    ]
    if problems:
        more = f"\n… and {len(problems) - SHOWN} more" if len(problems) > SHOWN else ""
        raise BuildError(
            "The site is not whole and was not put in place:\n" + "\n".join(problems[:SHOWN]) + more,
            "A link needs its target: correct the pointer in the TEI, or the template that makes the link.",
        )


def _read(path: Path) -> _Page:
    page = _Page()
    root = etree.fromstring(path.read_bytes(), etree.HTMLParser(encoding="utf-8", huge_tree=True))
    for element in root.iter("*"):
        for name, value in element.attrib.items():
            if name == "id":
                (page.twice if value in page.ids else page.ids).add(str(value))
            elif name in _LINKS:
                page.links.append((_what(element), str(value)))
    return page


def _what(element: Any) -> str:
    return str((element.get("rel") or element.tag) if element.tag == "link" else element.tag)


def _problems(name: str, pages: dict[str, _Page], files: set[str]) -> Iterator[str]:
    page = pages[name]
    yield from (f"{name}: the id {one!r} occurs twice" for one in sorted(page.twice))
    for tag, value in page.links:
        if "://" in value or value.startswith(("mailto:", "data:")):
            if tag not in _NAMING | {"a"}:
                yield f"{name}: <{tag}> asks another host for {value}"
            continue
        problem = _dead(name, value, pages, files)
        if problem:
            yield problem


def _dead(name: str, value: str, pages: dict[str, _Page], files: set[str]) -> str:
    path, _, fragment = value.partition("#")
    target = normpath(join(dirname(name), unquote(path))) if path else name
    if target not in files:
        return f"{name}: {value} leads to no file"
    if fragment and (target not in pages or unquote(fragment) not in pages[target].ids):
        return f"{name}: {value} leads to no such place"
    return ""


def _leaks(name: str, folder: Path) -> Iterator[str]:
    text = (folder / name).read_text(encoding="utf-8")
    if name.endswith(("guidelines.html", "validation.html")):
        return  # speak about markup
    yield from (f"{name}: contains {leak!r}, which belongs to no page" for leak in _LEAKS if leak in text)
