"""An entry as others write it, as an entry of ours: names, dates, places, identifiers, and all its other words as notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

from edition import identifiers
from edition.adopting import addresses
from edition.adopting.scanning import words
from edition.adopting.vocabulary import kind_named
from edition.corpus import NS, TEI, XML_ID, XML_LANG
from edition.datings import ATTRIBUTES
from edition.kinds import BY_SLUG
from edition.layers import local

E = ElementMaker(namespace=TEI, nsmap={None: TEI})
Resolve = Callable[[str, Any], str]  # kind, element → pointer or ''
_NAME = {
    "person": ("persName",),
    "place": ("placeName", "geogName", "settlement", "region", "country", "district", "bloc"),
    "org": ("orgName", "name"),
    "work": ("title",),
    "event": ("label", "eventName", "head", "name"),
    "object": ("objectIdentifier", "objectName", "name", "label", "title"),
}
_NAMED = {"person": "persName", "place": "placeName", "org": "orgName", "work": "title", "event": "label"}
_LIFE = ("birth", "death")
_NOTES = ("note", "desc", "p", "ab", "noteGrp")
_WORK = ("author", "editor", "publisher", "pubPlace", "biblScope")
_LATITUDE = 90.0


def converted(content: bytes, kind: str, name: str, resolve: Resolve) -> Any:
    """The entry `name` of a kind, from the XML of another's."""
    given = etree.fromstring(content)
    if local(given) == "biblStruct" or local(given) == "biblFull":
        given = _flattened(given)
    entry = E(BY_SLUG[kind].element, {XML_ID: name})
    entry.set("type", given.get("type") or "")
    if not entry.get("type"):
        del entry.attrib["type"]
    entry.extend(_names(given, kind, name))
    used = {one for one in given if local(one) in _NAME[kind]}
    for make in (_lives, _located, _dated, _parts, _identified):
        for child, made in make(given, kind, resolve):
            used.add(child)
            entry.append(made)
    _date_of_event(given, entry, kind, resolve)
    entry.extend(_described(given, used))
    return entry


def gathered(name: str, kind: str, called: str, uri: str) -> Any:
    """An entry of which nothing is known but how texts name it, and the address they give for it."""
    entry = E(BY_SLUG[kind].element, {XML_ID: name}, _named(kind, called, "preferred"))
    if uri:
        entry.append(_idno(identifiers.recognise(uri), uri))
    return entry


def _flattened(given: Any) -> Any:
    """A structured bibliographic entry with its parts as children, in their order."""
    flat = E("bibl")
    for name, value in given.attrib.items():
        flat.set(name, value)
    for part in given.xpath(
        ".//t:title|.//t:author|.//t:editor|.//t:date|.//t:publisher|.//t:pubPlace|.//t:idno|.//t:note",
        namespaces=NS,
    ):
        flat.append(etree.fromstring(etree.tostring(part, with_tail=False)))
    return flat


def _names(given: Any, kind: str, name: str) -> Iterator[Any]:
    """The first name is the preferred one, filed as »Family, Given« where its parts are told."""
    found = [node for node in given if local(node) in _NAME[kind] and words(node)]
    found.sort(key=lambda node: _NAME[kind].index(local(node)) if kind == "place" else 0)
    if not found:
        yield _named(kind, name, "preferred")
    for number, node in enumerate(found):
        language = node.get(XML_LANG)
        yield _named(kind, _filed(node), "preferred" if number == 0 else node.get("type") or "", language)


def _named(kind: str, text: str, type_: str, language: str | None = None) -> Any:
    attributes = {"type": type_} | ({XML_LANG: language} if language else {})
    if kind == "object":
        return E("objectIdentifier", E("objectName", text, attributes))
    return E(_NAMED[kind], text, attributes)


def _filed(node: Any) -> str:
    family = node.xpath("t:surname", namespaces=NS)
    given = node.xpath("t:forename", namespaces=NS)
    if not family or not given:
        return words(node)
    links = [words(one) for one in node.xpath("t:nameLink", namespaces=NS)]
    return f"{' '.join(map(words, family))}, {' '.join([*map(words, given), *links])}"


def _lives(given: Any, kind: str, resolve: Resolve) -> Iterator[tuple[Any, Any]]:
    """Birth, death, what somebody did and where."""
    if kind != "person":
        return
    for child in given:
        name = local(child)
        if name in _LIFE:
            made = E(name, _dating(child))
            place = next(
                iter(child.xpath(".//*[self::t:placeName or self::t:settlement]", namespaces=NS)), None
            )
            if place is not None:
                made.append(_mention("placeName", "place", place, resolve))
            yield child, made
        elif name in ("occupation", "residence") and words(child):
            yield child, E(name, words(child), _dating(child))


def _located(given: Any, kind: str, resolve: Resolve) -> Iterator[tuple[Any, Any]]:
    if kind != "place":
        return
    for child in given:
        if local(child) != "location":
            continue
        geo = next((words(one) for one in child.xpath("t:geo", namespaces=NS)), "")
        if _coordinates(geo):
            yield child, E("location", E("geo", _coordinates(geo)))
        for place in child.xpath("t:placeName|t:country|t:settlement|t:region", namespaces=NS):
            pointer = resolve("place", place)
            if pointer:
                yield child, E("location", {"type": "within"}, _mention("placeName", "place", place, resolve))


def _coordinates(geo: str) -> str:
    """Latitude and longitude in degrees, with points, or ''."""
    parts = geo.replace(",", " ").split() if "." in geo else geo.replace(",", ".").split()
    try:
        north, east = map(float, parts)
    except ValueError:
        return ""
    return f"{north:g} {east:g}" if abs(north) <= _LATITUDE and abs(east) <= 2 * _LATITUDE else ""


def _dated(given: Any, kind: str, resolve: Resolve) -> Iterator[tuple[Any, Any]]:
    for child in given if kind == "work" else ():
        if local(child) == "date":
            yield child, E("date", words(child), _dating(child))


def _parts(given: Any, kind: str, resolve: Resolve) -> Iterator[tuple[Any, Any]]:
    """Who wrote and published a work."""
    for child in given if kind == "work" else ():
        name = local(child)
        if name in _WORK and words(child):
            named = next(iter(child.xpath("descendant-or-self::*[@ref or @key]", namespaces=NS)), None)
            made = E(name)
            if name in ("author", "editor") and named is not None:
                made.append(_mention("persName", "person", named, resolve, words(child)))
            else:
                made.text = words(child)
            yield child, made


def _identified(given: Any, kind: str, resolve: Resolve) -> Iterator[tuple[Any, Any]]:
    seen = set()
    for child in given:
        if local(child) == "idno" and words(child):
            yield child, _idno(child.get("subtype") or child.get("type") or "", words(child))
            seen.add(addresses.canonical(words(child)))
    for one in addresses.of_entry(given):
        if addresses.canonical(one) not in seen:
            seen.add(addresses.canonical(one))
            yield None, _idno("", one)


def _idno(scheme: str, said: str) -> Any:
    """An identifier under the name of its authority file, which its address knows better than its type."""
    row = identifiers.scheme_of(scheme)
    known = identifiers.recognise(said) or (row.name if row else "")
    value = identifiers.canonical(known, said) or said if known else said
    type_ = "URI" if "://" in value else known or scheme or "ID"
    return E("idno", value, {"type": type_, "subtype": known or scheme or "URI"})


def _date_of_event(given: Any, entry: Any, kind: str, resolve: Resolve) -> None:
    if kind != "event":
        return
    dated = next(
        iter(
            given.xpath(
                "descendant-or-self::*[@when or @when-iso or @from or @from-iso or @notBefore]", namespaces=NS
            )
        ),
        None,
    )
    if dated is not None:
        entry.attrib.update(_dating(dated))
    for place in given.xpath(".//t:placeName[@ref or @key]", namespaces=NS)[:1]:
        pointer = resolve("place", place)
        if pointer:
            entry.set("where", pointer)


def _described(given: Any, used: set[Any]) -> Iterator[Any]:
    """Everything else that an entry says: its notes and descriptions, the first of them as the description, and what
    we have no field for, under the name of its element."""
    described = False
    for child in given:
        said = words(child) if local(child) not in _NOTES else " ".join("".join(child.itertext()).split())
        if child in used or not local(child) or not said or local(child) == "idno":
            continue
        if local(child) in _NOTES:
            yield E("note", said, {"type": "remark" if described else "description"})
            described = True
        else:
            yield E("note", f"{local(child)}: {said}", {"type": "remark"})


def _dating(element: Any) -> dict[str, str]:
    """The dating of an element, or of the date in it; what ISO calls so is a W3C date if it looks like one."""
    for node in (element, *element.xpath(".//t:date", namespaces=NS)):
        found = {
            name: value
            for name in ATTRIBUTES.values()
            if (value := node.get(name) or node.get(f"{name}-iso"))
        }
        if found:
            return found
    return {}


def _mention(element: str, kind: str, node: Any, resolve: Resolve, said: str = "") -> Any:
    pointer = resolve(kind_named(node) or kind, node)
    return E(element, said or words(node), {"ref": pointer} if pointer else {})
