"""The values everything else speaks in: frozen, without parent pointers, picklable except `Source.tree`.

A *pointer* is a string `kind:id` (`person:serge-victor`), exactly as it stands in the TEI. An *anchor* is
the id of the place in the reading page (`p-12.serge-victor.2`). Datings keep the W3C strings of the TEI.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from edition.model.entities import Dating, Entity, Fact, Identifier, Name, Reference, Relation, Remark
from edition.model.files import Config, Edit, File, Finding, Listing, Page, Pointer, Source
from edition.model.genres import RECEIVED, SENT, Action, Character, Letter, Named, Play, Scene
from edition.model.pickled import pickled
from edition.model.texts import (
    Article,
    Block,
    Correction,
    DateRef,
    Join,
    Mention,
    Naming,
    Note,
    Passage,
    Piece,
    Quotation,
    Stretch,
)
from edition.model.verdict import Silenced, Suppression
from edition.model.wording import LANGUAGES, SILENT, Bilingual

__all__ = [
    "LANGUAGES",
    "RECEIVED",
    "SENT",
    "SILENT",
    "Action",
    "Article",
    "Bilingual",
    "Block",
    "Character",
    "Config",
    "Correction",
    "DateRef",
    "Dating",
    "Edit",
    "Edition",
    "Entity",
    "Fact",
    "File",
    "Finding",
    "Identifier",
    "Join",
    "Letter",
    "Listing",
    "Mention",
    "Name",
    "Named",
    "Naming",
    "Note",
    "Page",
    "Passage",
    "Piece",
    "Play",
    "Pointer",
    "Quotation",
    "Reading",
    "Reference",
    "Relation",
    "Remark",
    "Scene",
    "Silenced",
    "Source",
    "Stretch",
    "Suppression",
    "pickled",
]


@pickled
class Reading(Struct, frozen=True):
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
    joins: tuple[Join, ...] = ()
    notes: tuple[Note, ...] = ()
    namings: tuple[Naming, ...] = ()
    untagged: tuple[Stretch, ...] = ()  # of an article
    named: tuple[str, ...] = ()  # pointers to entries, in whatever attribute of a text, each once


@pickled
class Edition(Struct, frozen=True):
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
    joins: tuple[Join, ...] = ()
    notes: tuple[Note, ...] = ()
