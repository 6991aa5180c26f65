"""Pieces of the entries: how the conventions write ids, dates, pointers and identifiers."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from edition import citation, urls, words
from edition.kinds import BY_SLUG, Kind
from edition.model import Config, Dating, Entity, Identifier

NS = "http://www.tei-c.org/ns/1.0"
# The attributes of att.datable.iso, as entries of the conventions are dated (»when-iso«).
_ISO = {
    "when-iso": "when",
    "from-iso": "begin",
    "to-iso": "end",
    "notBefore-iso": "not_before",
    "notAfter-iso": "not_after",
}


def key(pointer: str) -> str:
    """The id of an entry: `person__serge-victor`, as in `person__5787`; no id of a text has an underscore."""
    return pointer.replace(":", "__", 1)


def list_of(kind: Kind) -> str:
    """The list that holds the entries of a kind: `listPerson`, `listBibl`."""
    return f"list{kind.element.capitalize()}"


def file_of(kind: Kind) -> str:
    """The file of a kind: `listperson.xml`."""
    return f"{list_of(kind).lower()}.xml"


def add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    """A new last child, with the attributes that say something; `_` in their names is a hyphen."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items() if value}
    child = ET.SubElement(parent, tag, named)
    child.text = text or None
    return child


def dated(element: ET.Element, dating: Dating) -> ET.Element:
    """The element with the attributes of a dating."""
    for name, field in _ISO.items():
        if value := getattr(dating, field):
            element.set(name, value)
    return element


def date(parent: ET.Element, dating: Dating) -> None:
    """A `date` with words, if there is a date."""
    if dating:
        dated(add(parent, "date", words.dating(dating)), dating)


def stated(element: ET.Element, config: Config, sources: Iterable[str], certainty: str | None) -> ET.Element:
    """The element with what it rests on: addresses of the list of sources, and how certain it is."""
    if found := " ".join(citation.address(config, urls.reference(one)) for one in sources):
        element.set("source", found)
    if certainty:
        element.set("cert", certainty)
    return element


def identifiers(parent: ET.Element, config: Config, entity: Entity) -> None:
    """An `idno` for each identifier, and one for the page of the entry in the edition itself."""
    for one in entity.identifiers:
        stated(_idno(parent, one), config, one.sources, None)
    name = config.base_url.rstrip("/").rpartition("/")[2]
    add(parent, "idno", citation.address(config, urls.entity(entity.pointer)), type="URL", subtype=name)


def _idno(parent: ET.Element, one: Identifier) -> ET.Element:
    if one.uri:
        scheme = "" if one.scheme == "URL" else one.scheme.lower()
        return add(parent, "idno", one.uri, type="URL", subtype=scheme)
    return add(parent, "idno", one.value, type=one.scheme)


def names_element(kind: Kind) -> str:
    """The element of the names of a kind: `persName`, `title`."""
    return kind.name.rpartition(":")[2]


def kind_of(entity: Entity) -> Kind:
    """The row of an entity."""
    return BY_SLUG[entity.kind]
