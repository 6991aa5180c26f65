"""The index of each kind: names in German order under their letters, with how often a text names them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from edition import interface, urls, words
from edition.graph import mentioned
from edition.interface import _
from edition.kinds import KINDS, Kind
from edition.model import Edition, Entity, Page
from edition.pages import lettered
from edition.pages.facts import PERSON
from edition.pages.frame import Frame, Link, frame
from edition.pages.lettered import Ways
from edition.pages.parts import HEAVY, Part, anchor

WORDS = 120  # characters of a description in a list
AROUND = 360  # bytes of an entry besides its words and its address


class Entry(Struct, frozen=True):
    """One line of an index; `share` is the bar's length in hundredths of the longest."""

    name: str
    href: str
    summary: str
    description: str
    figure: str
    counted: str
    share: int


class Letter(Struct, frozen=True):
    """The entries under one letter."""

    id: str
    label: str
    entries: tuple[Entry, ...]


class Index(Struct, frozen=True):
    """An index page's values."""

    frame: Frame
    kind: str
    named: str  # the language of the names, where it is not the page's
    extent: str
    ways: Ways
    jumps: tuple[Link, ...]
    letters: tuple[Letter, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """An index for each kind that has entries, on as many pages as it needs."""
    for kind in KINDS:
        entities = [entity for entity in edition.entities.values() if entity.kind == kind.slug]
        if entities:
            yield from _pages(edition, kind, entities)


def _pages(edition: Edition, kind: Kind, entities: list[Entity]) -> Iterator[Page]:
    numbers = {entity.id: len(mentioned(edition, entity.pointer)) for entity in entities}
    edited = {text.work for text in edition.articles}
    several = _parts(entities, urls.index(kind.slug))
    for part in several:
        yield _page(edition, kind, numbers, edited, several, part)


def _parts(entities: Iterable[Entity], index: str) -> tuple[Part[Entity], ...]:
    entries = sorted(entities, key=lambda entity: words.sort_key(entity.name))
    if sum(map(_weight, entries)) <= HEAVY:
        return (Part("", 0, index, tuple(entries)),)
    return lettered.parts(entries, index, _weight, lambda entity: entity.name)


def _weight(entity: Entity) -> int:
    """How many bytes an entity takes in the list, about."""
    said = entity.name + words.summary(entity) + entity.description[:WORDS]
    return AROUND + len(said.encode()) + len(entity.id)


def _page(
    edition: Edition,
    kind: Kind,
    numbers: Mapping[str, int],
    edited: Container[str],
    several: Sequence[Part[Entity]],
    part: Part[Entity],
) -> Page:
    path, index, title = part.path, urls.index(kind.slug), _(kind.title)
    total, most = sum(numbers.values()), max(numbers.values())
    extent = f"{words.count(len(numbers), 'Eintrag', 'Einträge')}, {words.count(total, 'Stelle', 'Stellen')}"
    letters = tuple(
        Letter(
            anchor(label),
            label,
            tuple(_entry(one, path, numbers[one.id], most, edited=one.pointer in edited) for one in group),
        )
        for label, group in lettered.groups(part.items, lambda entity: entity.name)
    )
    context = Index(
        frame=frame(
            edition,
            path,
            f"{title}: {part.said}" if part.said else title,
            section=index,
            description=_("{kinds} in »{title}«: {extent}, alphabetisch geordnet.").format(
                kinds=title, title=edition.config.title, extent=extent
            ),
            data=tuple(dict.fromkeys(entity.path for entity in part.items if entity.path)),
        ),
        kind=kind.slug,
        named="" if kind.slug == PERSON else interface.foreign(edition.config.content),
        extent=extent,
        ways=lettered.ways(several, path),
        jumps=tuple(Link(letter.label, f"#{letter.id}") for letter in letters) if len(letters) > 1 else (),
        letters=letters,
    )
    return Page(path, "index.html", context)


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
