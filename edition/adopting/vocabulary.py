"""What others call a name and an entry: elements and types of TEI P5, each with the kind of entity that it is here."""

from __future__ import annotations

from typing import Any

from edition.layers import local

# Elements that name one kind of thing (TEI P5, 14.2), and what they are called in an adopted text.
NAMES = {
    "persName": "person",
    "placeName": "place",
    "geogName": "place",
    "settlement": "place",
    "district": "place",
    "region": "place",
    "country": "place",
    "bloc": "place",
    "orgName": "org",
    "title": "work",
    "objectName": "object",
    "eventName": "event",
}
# What `rs` and `name` say by their @type, in the words that editions use.
TYPES = {
    "person": "person", "persons": "person", "pers": "person", "persname": "person", "people": "person",
    "character": "person", "figure": "person",
    "place": "place", "placename": "place", "location": "place", "loc": "place", "city": "place", "country": "place",
    "settlement": "place", "region": "place", "geog": "place", "geo": "place", "building": "place",
    "org": "org", "orgname": "org", "organisation": "org", "organization": "org", "institution": "org",
    "group": "org", "corporation": "org",
    "work": "work", "works": "work", "bibl": "work", "book": "work", "title": "work", "opus": "work",
    "event": "event", "events": "event",
    "object": "object", "item": "object",
}  # fmt: skip
# Entries of lists: the element, and the kind of what it describes.
ENTRIES = {
    "person": "person", "personGrp": "person", "place": "place", "org": "org", "bibl": "work", "biblStruct": "work",
    "biblFull": "work", "event": "event", "object": "object", "item": "object",
}  # fmt: skip
LISTS = {
    "listPerson": "person", "listPlace": "place", "listOrg": "org", "listBibl": "work", "listEvent": "event",
    "listObject": "object",
}  # fmt: skip
# Elements that `anchors.MENTIONS` knows, by kind: what a name that points to an entry becomes.
MENTION = {
    "person": "persName",
    "place": "placeName",
    "org": "orgName",
    "work": "title",
    "object": "objectName",
}
_RENAMED = {"eventName": "rs"} | dict.fromkeys(
    ("geogName", "settlement", "district", "region", "country", "bloc"), "placeName"
)
_INDIRECT = frozenset({"rs"})


def is_name(element: Any) -> bool:
    """Whether an element can name an entity; one without a type says by its pointer alone of what kind that is."""
    return local(element) in NAMES or local(element) in ("rs", "name")


def kind_named(element: Any) -> str:
    """The kind of entity that a name speaks of, by its element and type; '' for what is no name of an entity."""
    name = local(element)
    if name in NAMES:
        return NAMES[name]
    if name in ("rs", "name"):
        return TYPES.get((element.get("type") or "").strip().lower(), "")
    return ""


def mentioning(element: Any, kind: str) -> str:
    """The element that a mention of this kind becomes; a paraphrase stays one."""
    name = local(element)
    if name in _INDIRECT:
        return name
    return _RENAMED.get(name) or (MENTION.get(kind, "rs") if name == "name" else name)
