"""What must be known of every file before any can be adopted: its documents, the entries in it, what it points to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from lxml import etree
from msgspec import Struct

from edition import codes, identifiers
from edition.adopting import addresses, images, tongues
from edition.adopting.addresses import Address
from edition.adopting.vocabulary import ENTRIES, LISTS, kind_named
from edition.corpus import NS, TEI, XML_ID, every
from edition.foreign import opening
from edition.layers import local
from edition.model import Finding, pickled

_TEI = f"{{{TEI}}}TEI"
_PROSE = (
    "(.//t:text//t:p | .//t:text//t:ab | .//t:text//t:l | .//t:text//t:sp)[not(ancestor::*[contains("
    "' person place org event bibl biblStruct object item ', concat(' ', local-name(), ' '))])][1]"
)
_REGISTERS = frozenset(
    {"indices", "index", "register", "registers", "authority", "authorities", "listen", "lists"}
)
_DAYS = "t:teiHeader/t:revisionDesc//t:change/@when | t:teiHeader/t:fileDesc/t:publicationStmt//t:date/@when"
_NAMING = frozenset(
    "persName placeName orgName title label objectName name head eventName".split()
)  # of an entry
# Where works and events are entries, and not part of a printed text or of another entry.
_APART = frozenset({"standOff", "particDesc", "settingDesc"})
_WITHIN = frozenset({"person", "place", "org", "event", "bibl", "biblStruct"})
_OWN = frozenset({"meta", "pages", "about", "editorials"})
# What makes a browser more than a reader of a file: elements of HTML and SVG, a style sheet that transforms.
ACTIVE = (b"http://www.w3.org/1999/xhtml", b"http://www.w3.org/2000/svg", b"<?xml-stylesheet")
_CODE = re.compile(r"[0-9_#:]")  # what keys have and words of a name have not
LONGEST_FORM = 120  # characters of a name that are kept to call an entity by
Named = tuple[str, Address, str]  # kind, where the name points, the words


@pickled
class Entry(Struct, frozen=True):
    """An entry of a list as it stands in a file: `content` is its XML, `uris` what else it is known by."""

    kind: str
    id: str
    path: str
    content: bytes
    uris: tuple[str, ...]
    names: tuple[str, ...]


@pickled
class Scan(Struct, frozen=True):
    """What one file holds. `role` is "article", "page", "authority", or "" for what is no TEI."""

    path: str
    role: str
    findings: tuple[Finding, ...] = ()
    documents: tuple[str, ...] = ()  # the xml:id of each TEI in it, '' where it has none
    corpus: bool = False
    active: bool = False  # a browser that opens the file might run something in it
    entries: tuple[Entry, ...] = ()
    named: tuple[tuple[Named, int], ...] = ()  # with how often
    ids: frozenset[str] = frozenset()  # in the texts
    title: str = ""
    language: str = ""
    publisher: str = ""
    licence: str = ""
    images: frozenset[str] = frozenset()  # that graphics name
    dated: str = ""  # the newest day that the header names for the file itself


def scan(stored: bytes, path: str, role: str = "") -> Scan:
    """Read one file; `role` is the one its name was given by the settings, or '' to judge by what is in it."""
    read = opening.opened(stored, path)
    if read.source is None:
        return Scan(path, "", read.findings)
    root = read.source.tree.getroot()
    strange = opening.strange_root(read.source)
    if strange:
        return Scan(path, "", (*read.findings, strange))
    known = addresses.prefixes(root)
    entries = tuple(_entries(root, path))
    texts = [root] if root.tag == _TEI else list(root.iter(_TEI))
    found = role or _role(root, path, bool(entries))
    active = any(mark in read.source.data for mark in ACTIVE)
    silent = () if found else (codes.finding("Y007", path, 1, 1),)
    return Scan(
        path=path,
        role=found,
        findings=(*read.findings, *silent, *((codes.finding("Y008", path, 1, 1),) if active else ())),
        documents=tuple(one.get(XML_ID, "") for one in texts),
        corpus=root.tag != _TEI,
        active=active,
        entries=entries,
        named=tuple(Counter(_named(root, path, known)).items()),
        ids=frozenset(str(one) for one in root.xpath(".//t:text//@xml:id", namespaces=NS)),
        title=_first(root, "t:teiHeader/t:fileDesc/t:titleStmt/t:title"),
        language=_language(root),
        publisher=_first(root, "t:teiHeader/t:fileDesc/t:publicationStmt/t:publisher"),
        licence=_licence(root),
        images=frozenset(images.named(root.iter(f"{{{TEI}}}graphic"), path)),
        dated=max(map(str, root.xpath(_DAYS, namespaces=NS)), default=""),
    )


def words(element: Any) -> str:
    """The text of an element, white space folded, without its notes."""
    return " ".join("".join(element.xpath(".//text()[not(ancestor::t:note)]", namespaces=NS)).split())


def _first(root: Any, xpath: str) -> str:
    return next((words(node) for node in every(root, xpath)), "")


def _language(root: Any) -> str:
    found = root.xpath("(@xml:lang | .//t:text/@xml:lang | t:teiHeader//t:language/@ident)[1]", namespaces=NS)
    return tongues.tag(str(found[0])) if found else ""


def _licence(root: Any) -> str:
    found = root.xpath(".//t:availability/t:licence/@target", namespaces=NS)
    return next((str(one) for one in found if addresses.is_web(str(one))), "")


def _role(root: Any, path: str, has_entries: bool) -> str:
    """What a file is for: a list of entries, a page about the edition, or a text."""
    if has_entries and (_is_register(path) or not every(root, _PROSE)):
        return "authority"
    if not every(root, ".//t:text") and not has_entries:
        return ""
    return "page" if _folders(path) & _OWN else "article"


def _entries(root: Any, path: str) -> Iterator[Entry]:
    """Entries with an xml:id that stand in a list of their kind; those of a printed bibliography are text."""
    registered = _is_register(path)
    for element in root.iter(*(f"{{{TEI}}}{name}" for name in ENTRIES)):
        name = element.get(XML_ID)
        if not name or (
            local(element.getparent()) not in LISTS and local(element) in ("bibl", "item", "event")
        ):
            continue
        above = {local(one) for one in element.iterancestors()}
        if ENTRIES[local(element)] in ("work", "event") and not (registered or above & _APART):
            continue
        if (above & _WITHIN and ENTRIES[local(element)] in ("work", "event")) or "relatedItem" in above:
            continue
        yield Entry(
            kind=ENTRIES[local(element)],
            id=name,
            path=path,
            content=etree.tostring(element, with_tail=False),
            uris=tuple(dict.fromkeys(_uris(element))),
            names=tuple(dict.fromkeys(_names(element))),
        )


def _is_register(path: str) -> bool:
    """Whether a file's name says that it is a list of entries."""
    return PurePosixPath(path).stem.lower().startswith("list") or bool(_folders(path) & _REGISTERS)


def _folders(path: str) -> frozenset[str]:
    return frozenset(part.lower() for part in PurePosixPath(path).parts[:-1])


def _uris(element: Any) -> Iterator[str]:
    for node in element.xpath("t:idno", namespaces=NS):
        said = words(node)
        address = identifiers.canonical(node.get("subtype") or node.get("type") or "", said) or said
        if addresses.is_web(address):
            yield addresses.canonical(address)
    yield from map(addresses.canonical, addresses.of_entry(element))


def _names(element: Any) -> Iterator[str]:
    return (words(node) for node in element if local(node) in _NAMING)


def _named(root: Any, path: str, known: addresses.Prefixes) -> Iterator[Named]:
    """The names in the texts that point somewhere."""
    for element in root.iter(f"{{{TEI}}}*"):
        kind = kind_named(element)
        if kind and (element.get("ref") or element.get("key")) and _in_text(element):
            for address in pointed(element, path, known):
                yield kind, address, words(element)[:LONGEST_FORM]


def _in_text(element: Any) -> bool:
    return any(local(above) in ("text", "correspDesc") for above in element.iterancestors())


def _keys(value: str) -> list[str]:
    """Several keys in one attribute are written like pointers; a name with spaces is one key."""
    parts = value.split()
    return parts if len(parts) > 1 and all(_CODE.search(part) for part in parts) else [value]


def pointed(element: Any, path: str, known: addresses.Prefixes) -> tuple[Address, ...]:
    """Where a name points by @ref, or else by @key."""
    found = [addresses.of_pointer(token, path, known) for token in (element.get("ref") or "").split()]
    if not any(found) and element.get("key"):
        found = [addresses.of_key(one) for one in _keys(element.get("key"))]
    return tuple(dict.fromkeys(one for one in found if one))
