"""The index of each kind: names in German order under their letters, with how often a text names them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from edition import interface, urls, words
from edition.graph import mentioned
from edition.interface import _
from edition.kinds import KINDS, Kind
from edition.model import Edition, Entity, Page
from edition.pages.facts import PERSON
from edition.pages.frame import Frame, Link, frame

WORDS = 120  # characters of a description in a list
_ANCHORS = {"#": "zeichen", "0–9": "ziffern"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an index; `share` is the bar's length in hundredths of the longest."""

    name: str
    href: str
    summary: str
    description: str
    figure: str
    counted: str
    share: int


@dataclass(frozen=True, slots=True)
class Letter:
    """The entries under one letter."""

    id: str
    label: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """An index page's values."""

    frame: Frame
    kind: str
    named: str  # the language of the names, where it is not the page's
    extent: str
    jumps: tuple[Link, ...]
    letters: tuple[Letter, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """An index for each kind that has entries."""
    for kind in KINDS:
        entities = [entity for entity in edition.entities.values() if entity.kind == kind.slug]
        if entities:
            yield _page(edition, kind, entities)


def _page(edition: Edition, kind: Kind, entities: list[Entity]) -> Page:
    path = urls.index(kind.slug)
    numbers = {entity.id: len(mentioned(edition, entity.pointer)) for entity in entities}
    total, most = sum(numbers.values()), max(numbers.values())
    edited = {text.work for text in edition.articles}
    extent = f"{words.count(len(entities), 'Eintrag', 'Einträge')}, {words.count(total, 'Stelle', 'Stellen')}"
    entries = sorted(entities, key=lambda entity: words.sort_key(entity.name))
    letters = tuple(
        Letter(
            anchor(label),
            label,
            tuple(_entry(one, path, numbers[one.id], most, edited=one.pointer in edited) for one in group),
        )
        for label, group in groupby(entries, key=lambda entity: words.initial(entity.name))
    )
    context = Index(
        frame=frame(
            edition,
            path,
            _(kind.title),
            section=path,
            description=_("{kinds} in »{title}«: {extent}, alphabetisch geordnet.").format(
                kinds=_(kind.title), title=edition.config.title, extent=extent
            ),
            data=tuple(dict.fromkeys(entity.path for entity in entities if entity.path)),
        ),
        kind=kind.slug,
        named="" if kind.slug == PERSON else interface.foreign(edition.config.content),
        extent=extent,
        jumps=tuple(Link(letter.label, f"#{letter.id}") for letter in letters) if len(letters) > 1 else (),
        letters=letters,
    )
    return Page(path, "index.html", context)


def anchor(label: str) -> str:
    """The id of a letter's heading."""
    return _ANCHORS.get(label, label.lower())


def _entry(entity: Entity, path: str, number: int, most: int, *, edited: bool) -> Entry:
    return Entry(
        name=entity.name,
        href=urls.relative(urls.entity(entity.pointer), path),
        summary=words.summary(entity),
        description=words.shorten(entity.description, WORDS),
        figure="–" if edited else str(number),
        counted=_("der Text der Edition") if edited else words.count(number, "Stelle", "Stellen"),
        share=max(1, round(100 * number / most)) if number else 0,
    )
