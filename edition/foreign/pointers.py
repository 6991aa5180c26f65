"""Do pointers lead somewhere: in their file, and in the files beside it? Nothing is asked of the network.

What is no bare `#id` (TEI's XPointer schemes, queries, addresses of a site) is not judged; a `prefixDef` is followed
(TEI Guidelines, 17.2.3 and 16.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from edition import expressions
from edition.checks.nearest import Nearest
from edition.checks.subject import Subject
from edition.corpus import TEI, XML_ID, every
from edition.foreign.library import Library, exists
from edition.foreign.schemes import KNOWN
from edition.model import Finding
from edition.transcript import local

# The attributes that TEI All types as pointers and as nothing else.
POINTERS = frozenset(
    """
    active adj adjFrom adjTo ana calendar change copyOf corresp datcat datingMethod datingPoint decls domains edRef
    exclude facs feats fVal hand inst lemmaRef mergedIn mutual next nymRef parts passive perf period prev ref
    rendition resp sameAs scribeRef scriptRef select since source spanTo synch target targetEnd toWhom unitRef
    valueDatcat who wit url
    """.split()
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_GROUP = re.compile(r"\$([1-9])")
_SINGLE = frozenset({"url"})  # one pointer, however many spaces are wrongly in it


class Pointers:
    """The pointers of one file."""

    def __init__(self, subject: Subject, path: Path, library: Library) -> None:
        root = subject.source.tree.getroot()
        self._subject = subject
        self._path = path
        self._library = library
        self._ids = frozenset(root.xpath("//@xml:id")) | library.included(root, path.parent)
        self._prefixes: dict[str, list[tuple[str, str]]] = {}
        self._nearest = Nearest()
        for node in every(root, "//t:prefixDef[@ident]"):
            row = (node.get("matchPattern", ""), node.get("replacementPattern", ""))
            self._prefixes.setdefault(node.get("ident"), []).append(row)

    def check(self) -> Iterator[Finding]:
        """R001 and X010 no such id, R002 prefix undeclared, R003 pattern, X011 no such file."""
        for element in self._subject.source.tree.getroot().iter(f"{{{TEI}}}*"):
            for name in element.keys():  # noqa: SIM118 (lxml looks up each value anew when asked for both)
                if name in POINTERS:
                    value = element.get(name)
                    for target in [value.strip()] if name in _SINGLE and value.strip() else value.split():
                        yield from self._judge(element, name, target)

    def _judge(self, element: Any, name: str, target: str) -> Iterator[Finding]:
        place = {"attribute": name, "element": local(element), "target": target}
        scheme = _SCHEME.fullmatch(target)
        if scheme and scheme[1] in self._prefixes:
            expanded = _expanded(self._prefixes[scheme[1]], scheme[2])
            if expanded is None:
                pattern = " | ".join(row[0] for row in self._prefixes[scheme[1]])
                yield self._subject.find(element, "R003", pattern=pattern, **place)
            elif expanded and not _SCHEME.fullmatch(expanded):
                # What a prefix makes may be made for a reader, by a program: only a wrong id is certain.
                found = self._follow(element, expanded, place)
                yield from (one for one in found if one.code != "X011")
        elif scheme:
            if scheme[1].lower() not in KNOWN and len(scheme[1]) > 1:  # one letter is a drive
                yield self._subject.find(element, "R002", prefix=scheme[1], **place)
        else:
            yield from self._follow(element, target, place)

    def _follow(self, element: Any, target: str, place: dict[str, str]) -> Iterator[Finding]:
        """A relative reference: `#id`, `other.xml#id`, `other.xml`."""
        file, _, fragment = target.partition("#")
        fragment = unquote(fragment)
        base = _base(element)
        if "(" in fragment or target.startswith("/") or "?" in file or base is None:
            return
        if not file and not base:
            if fragment and fragment not in self._ids:
                near = self._nearest(fragment, self._ids)
                yield self._subject.find(element, "R001", near=near and f"#{near}", **place)
            return
        path = self._path.parent / base / unquote(file)
        if not exists(path):
            if _plain(file) and file in self._ids:
                yield self._subject.find(element, "X011", variant="hash", near=f"#{file}", **place)
            else:
                yield self._subject.find(element, "X011", file=unquote(base + file), **place)
        elif fragment:
            ids = self._library.ids(path)
            if ids is not None and fragment not in ids:
                near = self._nearest(fragment, ids, file)
                yield self._subject.find(
                    element, "X010", near=near and f"{file}#{near}", file=unquote(base + file), **place
                )


def _expanded(rows: list[tuple[str, str]], value: str) -> str | None:
    """What a prefix makes of a value; '' where that cannot be told, None where the value has no such form."""
    for pattern, replacement in rows:
        try:
            found = expressions.expression(pattern).fullmatch(value)
        except expressions.UnknownError:
            return ""  # regular expressions of XML Schema know more than ours
        if found is not None:
            groups = ("", *found)
            return _GROUP.sub(lambda number, parts=groups: _part(parts, number), replacement)  # type: ignore[misc]
    return None


def _part(groups: tuple[str, ...], number: re.Match[str]) -> str:
    place = int(number[1])
    return groups[place] if place < len(groups) else ""


def _base(element: Any) -> str | None:
    """The folder that @xml:base names, from that of the file; None where it leads out of reach."""
    base = ""
    for node in (element, *element.iterancestors()):
        value = node.get(_BASE)
        if value:
            if _SCHEME.fullmatch(value) or value.startswith("/") or not value.endswith("/"):
                return None
            base = value + base
    return base


def _plain(value: str) -> bool:
    return "." not in value and "/" not in value


def double_ids(subject: Subject) -> Iterator[Finding]:
    """R004 an xml:id that occurs twice."""
    seen: dict[str, int] = {}
    for element in every(subject.source.tree.getroot(), "//*[@xml:id]"):
        name = element.get(XML_ID)
        if name in seen:
            yield subject.find(element, "R004", id=name, first=seen[name])
        seen.setdefault(name, subject.locate(element).line)
