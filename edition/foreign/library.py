"""The ids of files that others point into, each file read once."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.parsers import expat

from edition import stored
from edition.foreign import decoding

_INCLUDE = "{http://www.w3.org/2001/XInclude}include"
_XML_ID = "http://www.w3.org/XML/1998/namespace id"
_XINCLUDE = "http://www.w3.org/2001/XInclude include"


def exists(path: Path) -> bool:
    """Whether there is such a file or folder; a name that no file can have is none."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


class Library:
    """Knows the ids of files on disk, those they include with XInclude among them."""

    def __init__(self) -> None:
        self._known: dict[Path, frozenset[str] | None] = {}

    def ids(self, path: Path) -> frozenset[str] | None:
        """Every xml:id of a file; None if it is no XML file that can be read."""
        try:
            path = path.resolve()
        except (OSError, ValueError, RuntimeError):  # no name of a file, or a loop of links
            return None
        if path not in self._known:
            self._known[path] = frozenset()  # a file that includes itself has no more ids than it has
            self._known[path] = self._read(path)
        return self._known[path]

    def included(self, root: Any, folder: Path) -> frozenset[str]:
        """The ids of everything that a document takes in with XInclude."""
        found: frozenset[str] = frozenset()
        for node in root.iter(_INCLUDE):
            found |= self._of(node.get("href"), folder)
        return found

    def _of(self, href: str | None, folder: Path) -> frozenset[str]:
        if not href or "://" in href or href.startswith("/"):
            return frozenset()
        return self.ids(folder / href) or frozenset()

    def _read(self, path: Path) -> frozenset[str] | None:
        found: set[str] = set()
        includes: list[str | None] = []

        def start(name: str, attributes: dict[str, str]) -> None:
            if _XML_ID in attributes:
                found.add(attributes[_XML_ID])
            if name == _XINCLUDE:
                includes.append(attributes.get("href"))

        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = start
        try:
            parser.Parse(decoding.utf8(stored.read(path)), True)
        except (OSError, ValueError, decoding.Undecodable, expat.ExpatError):
            return None
        return frozenset(found).union(*(self._of(href, path.parent) for href in includes))
