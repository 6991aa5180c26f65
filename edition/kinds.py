"""What a person, a place, a work … is: one row a kind, data only.

A new kind of entity is a row here, an authority file and an element in the schema; index, pages, links,
mentions and downloads follow. What pages call it are messages: `_(kind.title)`.
"""

from __future__ import annotations

from msgspec import Struct

from edition.interface import N_


class FactRule(Struct, frozen=True):
    """Where a fact stands in an entry (`xpath`, from the entry) and what it is called."""

    slug: str
    xpath: str
    label: str


class Kind(Struct, frozen=True):
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
    FactRule("founding", "t:event[@type='founding']", N_("Gegründet")),
    FactRule("end", "t:event[@type='end']", N_("Ende")),
)

KINDS: tuple[Kind, ...] = (
    Kind(
        "person", "persons", "person", "t:persName", "persName", N_("Personen"), N_("Person"),
        (
            FactRule("birth", "t:birth", N_("Geboren")),
            FactRule("death", "t:death", N_("Gestorben")),
            FactRule("occupation", "t:occupation", N_("Tätig als")),
            FactRule("residence", "t:residence", N_("Aufenthalt")),
        ),
    ),
    Kind(
        "place", "places", "place", "t:placeName", "placeName", N_("Orte"), N_("Ort"),
        (
            FactRule("located-in", "t:location[not(t:geo)]", N_("Liegt in")),
            FactRule("coordinates", "t:location[t:geo]", N_("Koordinaten")),
        ),
    ),
    Kind("org", "orgs", "org", "t:orgName", "orgName", N_("Organisationen"), N_("Organisation"), _DATED),
    Kind(
        "work", "works", "bibl", "t:title", "title", N_("Werke"), N_("Werk"),
        (
            FactRule("author", "t:author", N_("Von")),
            FactRule("editor", "t:editor[not(@role='translator')]", N_("Herausgegeben von")),
            FactRule("translator", "t:editor[@role='translator']", N_("Übersetzt von")),
            FactRule("published", "t:date", N_("Datum")),
            FactRule("place", "t:pubPlace", N_("Erscheinungsort")),
            FactRule("publisher", "t:publisher", N_("Verlag oder Archiv")),
            FactRule("scope", "t:biblScope", N_("Umfang")),
            FactRule("container", "t:series", N_("In")),
            FactRule("language", "t:textLang", N_("Sprache")),
            FactRule("original", "t:relatedItem[@type='original']/t:bibl", N_("Original")),
            FactRule("other-edition", "t:relatedItem[@type='otherEdition']/t:bibl", N_("Andere Ausgabe")),
        ),
    ),
    Kind(
        "event", "events", "event", "t:label", "rs", N_("Ereignisse"), N_("Ereignis"),
        (
            FactRule("dating", "self::t:event[@when or @from or @to or @notBefore or @notAfter]", N_("Zeit")),
            FactRule("where", "self::t:event[@where]", N_("Ort")),
        ),
    ),
    Kind(
        "object", "objects", "object", "t:objectIdentifier/t:objectName", "objectName",
        N_("Gegenstände"), N_("Gegenstand"), (),
    ),
)  # fmt: skip

BY_SLUG = {kind.slug: kind for kind in KINDS}
MENTIONS = frozenset(kind.mention for kind in KINDS) | {"rs", "date"}
