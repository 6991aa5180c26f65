"""What goes in and what comes out: sources, settings, findings, pages and finished files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from edition.model.pickled import pickled
from edition.model.wording import SILENT, Bilingual


class Source(Struct, frozen=True, eq=False):
    """One parsed TEI file. `tree` is an lxml element tree and is never changed."""

    path: str  # from the edition's folder, with slashes: "tei/articles/x.xml"
    id: str  # TEI/@xml:id, equal to the file's name
    role: str  # "article", "authority", "page" or "foreign"
    digest: str  # SHA-256 of the bytes, hexadecimal
    data: bytes
    tree: Any
    # One pass of expat: `edition.events`; nothing for what the tool has made itself or read before.
    events: tuple[Any, ...]


class Config(Struct, frozen=True):
    """`tei/edition.toml`: what the tool must know of an edition before it reads a file."""

    title: str
    subtitle: str
    base_url: str
    version: str
    date: str  # ISO date of this version
    languages: tuple[str, ...]  # of what is edited
    publisher: str
    patterns: Mapping[str, tuple[str, ...]]  # role → glob patterns below the edition's folder
    licence_text: str
    licence_edition: str
    contact: str = ""
    home: str = ""  # the page of the edition's own that introduces it
    translations: Mapping[str, str] = field(default_factory=dict)  # page → its English version
    book: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # side → pages before and behind the texts
    certifier: str = ""  # who has examined the accessibility of the book
    imprint: Mapping[str, str] = field(default_factory=dict)
    dts: str = "units"  # which passages have files of their own: "units", or "ranges" of units too
    skip: tuple[str, ...] = ()  # formats that a build does not make
    interface: tuple[str, ...] = ("de",)  # of the pages: the first at the root, the others in folders
    subtitles: Mapping[str, str] = field(default_factory=dict)  # in other languages of the pages
    adopted: bool = False  # TEI of others: no schema of ours, no rules of ours
    originals: Mapping[str, str] = field(
        default_factory=dict
    )  # where a file of others is published → where it is

    @property
    def content(self) -> str:
        """The language of what the edition itself says: lists, notes, descriptions, its title."""
        return self.languages[0]

    def subtitled(self, language: str) -> tuple[str, str]:
        """The subtitle for readers of a language, and the language that it is in."""
        given = self.subtitles.get(language, "")
        return (given, language) if given else (self.subtitle, self.content)


@pickled
class Edit(Struct, frozen=True):
    """A replacement in a file: the bytes from `start` up to `end` become `text` (UTF-8)."""

    start: int
    end: int
    text: str


@pickled
class Finding(Struct, frozen=True):
    """What a check found, at a place: `hint` says what to do. Lines and columns count from 1."""

    code: str
    severity: str  # "error" or "warning"
    path: str
    line: int
    column: int
    message: Bilingual
    hint: Bilingual = SILENT
    at: str = ""  # the xml:id of the innermost element with one that the place lies in
    edits: tuple[Edit, ...] = ()  # the repair, if it is certain

    def __str__(self) -> str:
        hint = f" Hint: {self.hint}" if self.hint else ""
        return f"{self.path}:{self.line}:{self.column} {self.code} {self.severity} {self.message}{hint}"


@pickled
class Pointer(Struct, frozen=True):
    """A pointer that leads out of its file, and where it stands."""

    target: str  # "person:serge-victor"
    attribute: str
    element: str  # local name
    line: int
    column: int


class Page(Struct, frozen=True):
    """A page to render: output path, template and its context (a frozen Struct)."""

    path: str
    template: str
    context: Any


class File(Struct, frozen=True):
    """A finished file of the site."""

    path: str
    content: bytes


class Listing(Struct, frozen=True):
    """An export as the page of downloads shows it: what it is for, and its files with their size in bytes."""

    slug: str
    group: Bilingual  # heading
    title: Bilingual
    purpose: Bilingual
    media_type: str
    losses: Bilingual
    files: tuple[tuple[str, int], ...]  # path in the site, bytes
