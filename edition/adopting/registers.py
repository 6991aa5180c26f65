"""The registers of an edition of others: all entries of a kind in one file, in our form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker
from msgspec import Struct

from edition import corpus, reading
from edition.adopting import entries, scanning
from edition.adopting.authority import Authority, Gathered
from edition.adopting.scanning import Entry
from edition.corpus import TEI, XML_ID
from edition.desk import Desk
from edition.kinds import BY_SLUG
from edition.model import File, Reading

REGISTERS = "registers"  # where the adopted entries stand, below the workspace
_E = ElementMaker(namespace=TEI, nsmap={None: TEI})


class Lists(Struct, frozen=True):
    """All entries: those of lists, by their pointers, and those that are only named in texts."""

    authority: Authority
    listed: Mapping[str, Entry]
    gathered: tuple[Gathered, ...]


def register(desk: Desk, lists: Lists, kind: str) -> tuple[Reading, ...]:
    """The facts of the register of a kind, which is written in our form; none if there are no entries."""
    made = [
        entries.converted(entry.content, kind, pointer.partition(":")[2], _resolver(lists.authority, entry))
        for pointer, entry in lists.listed.items()
        if entry.kind == kind
    ]
    for one in lists.gathered:
        of, _, name = one.pointer.partition(":")
        if of == kind:
            uri = one.address.value if one.address.sort == "uri" else ""
            made.append(entries.gathered(name, kind, one.name, uri))
    if not made:
        return ()
    register = File(f"{REGISTERS}/{BY_SLUG[kind].plural}.xml", _file(kind, made))
    desk.write(register)
    return (reading.of_source(corpus.written(register.content, register.path, "authority")),)


def _resolver(authority: Authority, entry: Entry) -> entries.Resolve:
    def resolve(kind: str, element: Any) -> str:
        for address in scanning.pointed(element, entry.path, {}):
            pointer = authority.pointer(kind, address)
            if pointer:
                return pointer
        return ""

    return resolve


def _file(kind: str, made: list[Any]) -> bytes:
    plural = BY_SLUG[kind].plural
    title = _E.titleStmt(_E.title(plural))
    header = _E.teiHeader(_E.fileDesc(title, _E.publicationStmt(_E.p()), _E.sourceDesc(_E.p())))
    root = _E.TEI(header, _E.standOff(_E.list(*made)))
    root.set(XML_ID, plural)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)
