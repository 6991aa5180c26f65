"""Which files belong to an edition, and what is in them: finds, guards and parses.

Every file is first read by expat (edition.events), which refuses whatever is not plain well-formed XML;
only then lxml makes a tree of the same bytes, with everything switched off that could reach outside.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from lxml import etree

from edition import events, stored
from edition.errors import InputError
from edition.model import Bilingual, Config, Source

TEI = "http://www.tei-c.org/ns/1.0"
NS = {"t": TEI}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ORIGIN = ".origin"  # in a folder of adopted files: which folder those are in that they were made from
DEEPEST = 100  # elements in elements: what the parser of Saxon allows; texts have two dozen
_TOO_DEEP = etree.XPath(f"boolean({'/*' * (DEEPEST + 1)})")
_CHECK_PATH = Bilingual("Check the path.", "Den Pfad prüfen.")


def files(root: Path, settings: Config) -> Iterator[tuple[Path, str]]:
    """The edition's TEI files with their role, in a fixed order."""
    for role, patterns in settings.patterns.items():
        found = sorted({path for pattern in patterns for path in _matching(pattern, root)})
        if not found and role == "article":
            raise InputError(
                Bilingual(
                    f"No file of the edition in {root} matches {', '.join(patterns)}.",
                    f"Keine Datei der Edition in {root} passt zu {', '.join(patterns)}.",
                ),
                Bilingual(
                    "Put a TEI file there, or change the patterns in tei/edition.toml.",
                    "Dort eine TEI-Datei ablegen oder die Muster in tei/edition.toml ändern.",
                ),
            )
        for path in found:
            _refuse_strange(path, root)
            yield path, role


def _matching(pattern: str, root: Path) -> list[Path]:
    try:
        return list(root.glob(pattern))
    except (ValueError, NotImplementedError):
        raise InputError(
            Bilingual(
                f"'{pattern}' in the patterns of tei/edition.toml is no pattern.",
                f"»{pattern}« in den Mustern von tei/edition.toml ist kein Muster.",
            ),
            Bilingual(
                "Write it like tei/articles/*.xml; ** stands for any folders, by itself.",
                "In der Form tei/articles/*.xml angeben; ** steht, für sich allein, für beliebige Ordner.",
            ),
        ) from None


def _refuse_strange(path: Path, root: Path) -> None:
    """What an edition is made from is published with it, by its name; a link must not bring in what lies elsewhere."""
    try:
        inside = path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a loop of links: that is said when it is read
        return
    if any("\ud800" <= sign <= "\udfff" for sign in path.name):
        raise InputError(
            Bilingual(
                f"The name of the file {path} is not UTF-8.",
                f"Der Name der Datei {path} ist nicht UTF-8.",
            ),
            Bilingual("Rename it.", "Die Datei umbenennen."),
        )
    if not inside:
        raise InputError(
            Bilingual(
                f"{path} is a link that leads out of the edition's folder.",
                f"{path} ist ein Link, der aus dem Ordner der Edition hinausführt.",
            ),
            Bilingual(
                "Put the file itself there, or correct the patterns in tei/edition.toml.",
                "Die Datei selbst dort ablegen oder die Muster in tei/edition.toml berichtigen.",
            ),
        )


def read(path: Path, *, pipe: bool = False) -> bytes:
    """The bytes of a file, or a sentence on why they cannot be had.

    Args:
        pipe: it may be one, or the input of the program, where somebody has named it.
    """
    try:
        return path.read_bytes() if pipe else stored.read(path)
    except FileNotFoundError:
        raise InputError(
            Bilingual(f"There is no file {path}.", f"Es gibt keine Datei {path}."), _CHECK_PATH
        ) from None
    except IsADirectoryError:
        raise InputError(
            Bilingual(f"{path} is a folder, not a file.", f"{path} ist ein Ordner und keine Datei."),
            Bilingual("Name a file in it.", "Eine Datei darin nennen."),
        ) from None
    except PermissionError:
        raise InputError(
            Bilingual(f"{path} may not be read.", f"{path} darf nicht gelesen werden."),
            Bilingual("Change its permissions.", "Die Zugriffsrechte ändern."),
        ) from None
    except OSError as error:
        raise InputError(
            Bilingual(
                f"{path} cannot be read: {error.strerror}.",
                f"{path} lässt sich nicht lesen: {error.strerror}.",
            ),
            _CHECK_PATH,
        ) from None


def parse(path: Path, role: str, root: Path) -> Source:
    """One TEI file, guarded and parsed."""
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else os.fspath(path)
    return from_bytes(read(path), shown, role)


def tell_origin(folder: Path, origin: Path) -> None:
    """Note in a folder of adopted files where those are that they were made from."""
    (folder / _ORIGIN).write_bytes(os.fsencode(origin.resolve()))


def origin(folder: Path) -> Path:
    """Where the files are that those in a folder of adopted files were made from."""
    return Path(os.fsdecode((folder / _ORIGIN).read_bytes()))


def written(data: bytes, shown: str, role: str) -> Source:
    """A file that this tool has written, as adopted files are: nothing in it has to be guarded against."""
    tree = etree.ElementTree(etree.fromstring(data, _parser()))
    return Source(
        shown, tree.getroot().get(XML_ID, ""), role, hashlib.sha256(data).hexdigest(), data, tree, ()
    )


def again(data: bytes, shown: str, role: str) -> Source:
    """A Source from bytes that `from_bytes` has made one of before: it is not guarded against a second time.

    Raises:
        InputError: the file was changed meanwhile, and is no XML now.
    """
    try:
        tree = etree.ElementTree(etree.fromstring(data, _parser()))
    except etree.XMLSyntaxError:
        return from_bytes(data, shown, role)  # which says what is wrong
    return Source(shown, tree.getroot().get(XML_ID, ""), role, "", data, tree, ())


def made(root: Any, content: bytes, shown: str, role: str) -> Source:
    """A Source of a tree that this tool has made; `content` is the same as bytes."""
    digest = hashlib.sha256(content).hexdigest()
    return Source(shown, root.get(XML_ID, ""), role, digest, content, etree.ElementTree(root), ())


def _parser() -> etree.XMLParser:
    """A parser with everything switched off that could reach outside."""
    return etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=True, collect_ids=False,
        remove_blank_text=False,
    )  # fmt: skip


def from_bytes(data: bytes, shown: str, role: str) -> Source:
    """A Source from bytes; `shown` is the path in messages."""
    found = events.stream(data, shown)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(
            Bilingual(
                f"{shown}:1:1 The file is not in UTF-8, the encoding of every file of an edition.",
                f"{shown}:1:1 Die Datei ist nicht in UTF-8 wie alle Dateien einer Edition.",
            ),
            Bilingual("Save it as UTF-8.", "Die Datei als UTF-8 speichern."),
        ) from None
    try:
        tree = etree.ElementTree(etree.fromstring(data, _parser()))
    except etree.XMLSyntaxError as error:
        raise InputError(
            Bilingual(
                f"{shown}:{error.lineno} The file is not well-formed XML: {error.msg}.",
                f"{shown}:{error.lineno} Die Datei ist kein wohlgeformtes XML: {error.msg}.",
            )
        ) from None
    if _TOO_DEEP(tree):
        raise InputError(
            Bilingual(
                f"{shown}:1:1 The elements of this file are nested more than {DEEPEST} deep.",
                f"{shown}:1:1 Die Elemente dieser Datei sind tiefer als {DEEPEST}-fach verschachtelt.",
            ),
            Bilingual(
                "No text needs that: is an end tag missing?", "Das braucht kein Text: Fehlt ein Endtag?"
            ),
        )
    identity = tree.getroot().get(XML_ID, "")
    return Source(shown, identity, role, hashlib.sha256(data).hexdigest(), data, tree, found)


def one(node: Any, xpath: str) -> Any:
    """The only hit of an XPath (prefix `t` is TEI); anything else is an error that names the XPath."""
    hits = _compiled(xpath)(node)
    if len(hits) != 1:
        raise InputError(
            Bilingual(
                f"{xpath} should match once and matches {len(hits)} times.",
                f"{xpath} sollte einmal zutreffen und trifft {len(hits)}-mal zu.",
            )
        )
    return hits[0]


def every(node: Any, xpath: str) -> list[Any]:
    """All hits of an XPath, in document order."""
    return list(_compiled(xpath)(node))


@lru_cache(maxsize=1000)  # a check asks the same of every entry
def _compiled(xpath: str) -> Any:
    return etree.XPath(xpath, namespaces=NS)


_BEGINNING = events.Position(1, 1)


class Locator:
    """Finds the place of an element of one source: line and column of the start of its tag."""

    def __init__(self, source: Source, *, later: bool = False) -> None:
        """`later`: positions may be asked of a source whose events nobody has read yet."""
        self._source = source
        self._positions: tuple[events.Position, ...] = ()
        # Counted at once: a tree that is adopted changes.
        self._numbers = (
            {node: number for number, node in enumerate(source.tree.getroot().iter("*"))}
            if source.events or later
            else {}
        )

    def __call__(self, element: Any) -> events.Position:
        """The position of an element of this source; its beginning in a file that nobody has written."""
        if self._numbers and not self._positions:
            found = self._source.events or events.stream(self._source.data, self._source.path)
            self._positions = events.positions(found)
        return self._positions[self._numbers[element]] if self._numbers else _BEGINNING
