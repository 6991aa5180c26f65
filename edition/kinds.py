"""What a person, a place, a work … is: one row a kind, data only.

A new kind of entity is a row here, an authority file and an element in the schema; index, pages, links,
mentions and downloads follow.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FactRule:
    """Where a fact stands in an entry (`xpath`, from the entry) and what it is called."""

    slug: str
    xpath: str
    label: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entity.

    `slug` is the pointer prefix, `plural` the authority file and the folder in the site, `element` the
    entry, `name` the XPath of all its names, `mention` the element that names it in a text.
    """

    slug: str
    plural: str
    element: str
    name: str
    mention: str
    title: str  # of the index
    singular: str
    facts: tuple[FactRule, ...]


_DATED = (
    FactRule("founding", "t:event[@type='founding']", "Gegründet"),
    FactRule("end", "t:event[@type='end']", "Ende"),
)

KINDS: tuple[Kind, ...] = (
    Kind(
        "person", "persons", "person", "t:persName", "persName", "Personen", "Person",
        (
            FactRule("birth", "t:birth", "Geboren"),
            FactRule("death", "t:death", "Gestorben"),
            FactRule("occupation", "t:occupation", "Tätig als"),
            FactRule("residence", "t:residence", "Aufenthalt"),
        ),
    ),
    Kind(
        "place", "places", "place", "t:placeName", "placeName", "Orte", "Ort",
        (
            FactRule("located-in", "t:location[not(t:geo)]", "Liegt in"),
            FactRule("coordinates", "t:location[t:geo]", "Koordinaten"),
        ),
    ),
    Kind("org", "orgs", "org", "t:orgName", "orgName", "Organisationen", "Organisation", _DATED),
    Kind(
        "work", "works", "bibl", "t:title", "title", "Werke", "Werk",
        (
            FactRule("author", "t:author", "Von"),
            FactRule("editor", "t:editor[not(@role='translator')]", "Herausgegeben von"),
            FactRule("translator", "t:editor[@role='translator']", "Übersetzt von"),
            FactRule("published", "t:date", "Datum"),
            FactRule("place", "t:pubPlace", "Erscheinungsort"),
            FactRule("publisher", "t:publisher", "Verlag oder Archiv"),
            FactRule("scope", "t:biblScope", "Umfang"),
            FactRule("container", "t:series", "In"),
            FactRule("language", "t:textLang", "Sprache"),
            FactRule("original", "t:relatedItem[@type='original']/t:bibl", "Original"),
            FactRule("other-edition", "t:relatedItem[@type='otherEdition']/t:bibl", "Andere Ausgabe"),
        ),
    ),
    Kind(
        "event", "events", "event", "t:label", "rs", "Ereignisse", "Ereignis",
        (
            FactRule("dating", "self::t:event[@when or @from or @to or @notBefore or @notAfter]", "Zeit"),
            FactRule("where", "self::t:event[@where]", "Ort"),
        ),
    ),
    Kind(
        "object", "objects", "object", "t:objectIdentifier/t:objectName", "objectName",
        "Gegenstände", "Gegenstand", (),
    ),
)  # fmt: skip

BY_SLUG = {kind.slug: kind for kind in KINDS}
MENTIONS = frozenset(kind.mention for kind in KINDS) | {"rs", "date"}
