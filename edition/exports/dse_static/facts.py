"""What becomes of a fact: its element, and what the element holds."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree as ET

from msgspec import Struct

from edition import words
from edition.exports.dse_static.parts import add, date, dated, key, stated
from edition.model import Edition, Entity, Fact

DATABLE = frozenset(
    {"persName", "placeName", "orgName", "objectName", "occupation", "residence", "event", "title"}
)


class _Shape(Struct, frozen=True):
    """An element, how it is filled, and the attributes that tell it from others of its name."""

    tag: str
    fill: Callable[[ET.Element, Edition, Fact], None]
    type: str = ""
    role: str = ""


def _said(element: ET.Element, _: Edition, fact: Fact) -> None:
    """The words, and which entry they name."""
    element.text = fact.text or words.dating(fact.dating) or None
    if fact.target:
        element.set("key", key(fact.target))
    if element.tag in DATABLE:
        dated(element, fact.dating)
    elif fact.text and fact.dating:
        element.text = f"{fact.text} ({words.dating(fact.dating)})"


def _lived(element: ET.Element, edition: Edition, fact: Fact) -> None:
    """Birth or death: the day, and the place with its coordinates."""
    date(element, fact.dating)
    place = edition.entities.get(fact.target or "")
    if place and place.type == "settlement":
        settlement = add(element, "settlement", key=key(place.pointer))
        add(settlement, "placeName", fact.text, type="pref")
        if geo := _coordinates(place):
            add(add(settlement, "location"), "geo", geo)
    elif fact.text:
        add(element, "placeName", fact.text, key=key(fact.target) if fact.target else "")


def _placed(element: ET.Element, _: Edition, fact: Fact) -> None:
    add(dated(element, fact.dating), "placeName", fact.text, key=key(fact.target) if fact.target else "")


def _located(element: ET.Element, edition: Edition, fact: Fact) -> None:
    dated(element, fact.dating)
    add(element, "placeName", fact.text, key=key(fact.target) if fact.target else "")


def _pointed(element: ET.Element, _: Edition, fact: Fact) -> None:
    add(element, "geo", fact.text)


def _day(element: ET.Element, _: Edition, fact: Fact) -> None:
    dated(element, fact.dating).text = fact.text or words.dating(fact.dating) or None


def _happened(element: ET.Element, _: Edition, fact: Fact) -> None:
    add(dated(element, fact.dating), "label", words.dating(fact.dating))


SHAPES = {
    "birth": _Shape("birth", _lived),
    "death": _Shape("death", _lived),
    "occupation": _Shape("occupation", _said),
    "residence": _Shape("residence", _placed),
    "coordinates": _Shape("location", _pointed, type="coords"),
    "located-in": _Shape("location", _located, type="located_in_place"),
    "founding": _Shape("event", _happened, type="founding"),
    "end": _Shape("event", _happened, type="end"),
    "author": _Shape("author", _said),
    "editor": _Shape("editor", _said),
    "translator": _Shape("editor", _said, role="translator"),
    "published": _Shape("date", _day),
    "place": _Shape("pubPlace", _said),
    "publisher": _Shape("publisher", _said),
    "scope": _Shape("biblScope", _said),
    "language": _Shape("textLang", _said),
}


def write(parent: ET.Element, edition: Edition, fact: Fact) -> None:
    """Add the element of a fact; one without a row is said in words, by the entry."""
    shape = SHAPES.get(fact.slug)
    if not shape:
        return
    element = add(parent, shape.tag, type=shape.type, role=shape.role)
    shape.fill(element, edition, fact)
    stated(element, edition.config, fact.sources, fact.certainty)


def _coordinates(place: Entity) -> str:
    return next((fact.text for fact in place.facts if fact.slug == "coordinates"), "")
