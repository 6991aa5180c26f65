"""The values everything else speaks in: frozen, without parent pointers, picklable except `Source.tree`.

A *pointer* is a string `kind:id` (`person:serge-victor`), exactly as it stands in the TEI. An *anchor* is
the id of the place in the reading page (`p-12.serge-victor.2`). Datings keep the W3C strings of the TEI.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Source:
    """One parsed TEI file. `tree` is an lxml element tree and is never changed."""

    path: str  # from the edition's folder, with slashes: "tei/articles/x.xml"
    id: str  # TEI/@xml:id, equal to the file's name
    role: str  # "article", "authority", "page" or "foreign"
    digest: str  # SHA-256 of the bytes, hexadecimal
    data: bytes = field(repr=False)
    tree: Any = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found, at a place: `hint` says what to do. Lines and columns count from 1."""

    code: str
    severity: str  # "error" or "warning"
    path: str
    line: int
    column: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f" Hint: {self.hint}" if self.hint else ""
        return f"{self.path}:{self.line}:{self.column} {self.code} {self.severity} {self.message}{hint}"


@dataclass(frozen=True, slots=True)
class Dating:
    """A date as the TEI states it: W3C strings, at most `when` or a range, never parsed here."""

    when: str | None = None
    begin: str | None = None  # @from
    end: str | None = None  # @to
    not_before: str | None = None
    not_after: str | None = None

    def __bool__(self) -> bool:
        return any((self.when, self.begin, self.end, self.not_before, self.not_after))


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an entity. `type` is from the closed list of the schema (`preferred`, `birth` …)."""

    text: str
    type: str
    language: str | None = None
    dating: Dating = Dating()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement about an entity: words, a date, perhaps another entity, and what it rests on."""

    slug: str  # "birth", "death", "occupation", "location" …: a row of kinds.py
    text: str
    target: str | None = None  # pointer to the entity named, if it is in the lists
    dating: Dating = Dating()
    sources: tuple[str, ...] = ()  # pointers "source:…"
    certainty: str | None = None
    note: str = ""  # why it is uncertain or where sources conflict


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier in an authority file, as a canonical URI or a bare value."""

    scheme: str  # "GND", "Wikidata", "VIAF", "GeoNames", "ISBN" …
    value: str  # the local part: "118642979"
    uri: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """What must be known about an entry as a whole: how it was identified, where its sources conflict."""

    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place, organisation, work, event or object of the lists."""

    id: str
    kind: str  # Kind.slug
    name: str  # the preferred name, as it is filed: "Serge, Victor"
    type: str | None = None
    other_names: tuple[Name, ...] = ()
    description: str = ""
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


@dataclass(frozen=True, slots=True)
class Relation:
    """A stated relation, stored once: mutual, or from the active to the passive side (pointers)."""

    name: str
    active: tuple[str, ...]
    passive: tuple[str, ...]
    mutual: bool
    sources: tuple[str, ...] = ()
    certainty: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A source our facts rest on (an entry of sources.xml)."""

    id: str
    text: str
    target: str | None = None  # an address, where there is one
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that names an entity, with the words around it (reading text)."""

    pointer: str
    article_id: str
    anchor: str
    block: str  # xml:id of the paragraph, heading or entry it stands in
    form: str
    before: str
    after: str
    direct: bool  # a name, not a paraphrase (rs) or a dated event
    inside: str | None = None  # id of the innermost quotation around it


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks; an interrupted quotation is one value with several parts."""

    id: str
    article_id: str
    block: str
    parts: tuple[tuple[str, str], ...]  # (anchor, text)
    kind: str  # source, speech, epigraph, term, title, name, foreign
    speaker: str | None
    source: str | None
    language: str
    level: int  # 1 outermost


@dataclass(frozen=True, slots=True)
class DateRef:
    """A temporal expression in a text."""

    article_id: str
    anchor: str
    block: str
    form: str
    dating: Dating
    certainty: str | None = None
    event: str | None = None  # pointer of the event told with this date
    relative_to: str | None = None  # @datingPoint
    duration: str | None = None  # @dur
    offset: str | None = None  # "before", "after" or "same"


@dataclass(frozen=True, slots=True)
class Correction:
    """An emendation, visible in the text."""

    article_id: str
    anchor: str
    block: str
    printed: str
    corrected: str
    responsibility: str | None
    certainty: str | None


@dataclass(frozen=True, slots=True)
class Block:
    """A citable unit of a text: a paragraph, a heading, an entry of the bibliography."""

    id: str
    number: str | None  # p/@n
    text: str  # reading text, white space collapsed


@dataclass(frozen=True, slots=True)
class Article:
    """A text of the edition, or one of the edition's own pages: facts only."""

    id: str
    role: str
    path: str
    title: str
    authors: tuple[str, ...]
    language: str
    source_citation: str  # how the source cites itself, ready to print
    version: str
    date: str
    published: Dating
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Pointer:
    """A pointer that leads out of its file, and where it stands."""

    target: str  # "person:serge-victor"
    attribute: str
    element: str  # local name
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Reading:
    """The facts of one file."""

    path: str
    digest: str
    pointers: tuple[Pointer, ...] = ()
    article: Article | None = None
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    references: tuple[Reference, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    dates: tuple[DateRef, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """`tei/edition.toml`: what the tool must know of an edition before it reads a file."""

    title: str
    subtitle: str
    base_url: str
    version: str
    date: str  # ISO date of this version
    languages: tuple[str, ...]
    publisher: str
    patterns: Mapping[str, tuple[str, ...]]  # role → glob patterns below the edition's folder
    licence_text: str
    licence_edition: str
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """All facts of an edition, gathered: no trees, no HTML."""

    config: Config
    articles: tuple[Article, ...]
    pages: tuple[Article, ...]
    entities: Mapping[str, Entity]  # by pointer, in the order of the files
    references: Mapping[str, Reference]  # by pointer "source:…"
    relations: tuple[Relation, ...]
    mentions: Mapping[str, tuple[Mention, ...]]  # by pointer, in the order of the text
    quotations: tuple[Quotation, ...]
    dates: tuple[DateRef, ...]
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page to render: output path, template and its context (a frozen dataclass)."""

    path: str
    template: str
    context: Any


@dataclass(frozen=True, slots=True)
class File:
    """A finished file of the site."""

    path: str
    content: bytes
