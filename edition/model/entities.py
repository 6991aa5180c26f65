"""What the authority lists say: entities with their names, facts, identifiers and relations."""

from __future__ import annotations

from msgspec import Struct

from edition.model.pickled import pickled


@pickled
class Dating(Struct, frozen=True):
    """A date as the TEI states it: W3C strings, at most `when` or a range, never parsed here."""

    when: str | None = None
    begin: str | None = None  # @from
    end: str | None = None  # @to
    not_before: str | None = None
    not_after: str | None = None

    def __bool__(self) -> bool:
        return any((self.when, self.begin, self.end, self.not_before, self.not_after))


UNDATED = Dating()


@pickled
class Name(Struct, frozen=True):
    """One name of an entity. `type` is from the closed list of the schema (`preferred`, `birth` …)."""

    text: str
    type: str
    language: str | None = None
    dating: Dating = Dating()
    sources: tuple[str, ...] = ()


@pickled
class Fact(Struct, frozen=True):
    """One statement about an entity: words, a date, perhaps another entity, and what it rests on."""

    slug: str  # "birth", "death", "occupation", "location" …: a row of kinds.py
    text: str
    target: str | None = None  # pointer to the entity named, if it is in the lists
    dating: Dating = Dating()
    sources: tuple[str, ...] = ()  # pointers "source:…"
    certainty: str | None = None
    note: str = ""  # why it is uncertain or where sources conflict


@pickled
class Identifier(Struct, frozen=True):
    """An identifier in an authority file, as a canonical URI or a bare value."""

    scheme: str  # "GND", "Wikidata", "VIAF", "GeoNames", "ISBN" …
    value: str  # the local part: "118642979"
    uri: str | None = None
    sources: tuple[str, ...] = ()


@pickled
class Remark(Struct, frozen=True):
    """What must be known about an entry as a whole: how it was identified, where its sources conflict."""

    text: str
    sources: tuple[str, ...] = ()


@pickled
class Entity(Struct, frozen=True):
    """A person, place, organisation, work, event or object of the lists."""

    id: str
    kind: str  # Kind.slug
    name: str  # the preferred name, as it is filed: "Serge, Victor"
    type: str | None = None
    other_names: tuple[Name, ...] = ()
    description: str = ""
    grounds: tuple[str, ...] = ()  # what the description rests on
    named: tuple[str, ...] = ()  # pointers of the other entries that the description names
    facts: tuple[Fact, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    remarks: tuple[Remark, ...] = ()
    path: str = ""
    line: int = 0
    column: int = 0

    @property
    def pointer(self) -> str:
        """`kind:id`, as the TEI writes it."""
        return f"{self.kind}:{self.id}"


@pickled
class Relation(Struct, frozen=True):
    """A stated relation, stored once: mutual, or from the active to the passive side (pointers)."""

    name: str
    active: tuple[str, ...]
    passive: tuple[str, ...]
    mutual: bool
    sources: tuple[str, ...] = ()
    certainty: str | None = None
    dating: Dating = Dating()
    line: int = 0
    column: int = 0


@pickled
class Reference(Struct, frozen=True):
    """A source our facts rest on (an entry of sources.xml)."""

    id: str
    title: str
    targets: tuple[str, ...] = ()  # addresses, where there are any
    note: str = ""
    line: int = 0
    column: int = 0
