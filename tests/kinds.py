"""One page of each kind that a built site has, so that a new kind is examined without being named anywhere."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from posixpath import join, normpath

_BODY = re.compile(r"<body([^>]*)>")
_LANGUAGE = re.compile(r'<html[^>]* lang="([^"]*)"')
_FIRST = re.compile(r'<link rel="alternate" hreflang="x-default" href="([^"]*)"')
_ELEMENT = re.compile(r'<(\w+)(?:\s[^>]*?\bclass="([^"]*)")?')


def kinds(site: Path) -> list[str]:
    """The largest page of each folder, class of body and language, as paths from the root of the site."""
    found: dict[tuple[str, ...], list[tuple[int, str]]] = defaultdict(list)
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        body, language = _BODY.search(text), _LANGUAGE.search(text)
        assert body and language, path
        name = path.relative_to(site).as_posix()
        kind = (path.parent.as_posix(), body[1], language[1])
        found[kind if body[1] else (*kind, name)].append((len(text), name))
    return sorted(max(pages)[1] for pages in found.values())


def alike(site: Path) -> set[str]:
    """Pages of a kind that another is in the site's first language, with all their elements and classes: they look alike."""
    names = set(kinds(site))
    found = set()
    for name in names:
        text = (site / name).read_text(encoding="utf-8")
        first = _FIRST.search(text)
        other = normpath(join(name, "..", first[1])) if first else name
        if other != name and other in names:
            there = _ELEMENT.findall((site / other).read_text(encoding="utf-8"))
            if set(_ELEMENT.findall(text)) <= set(there):
                found.add(name)
    return found
