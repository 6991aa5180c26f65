"""The list of the sources that the facts of the indexes rest on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from edition import urls, words
from edition.interface import N_, _
from edition.model import Edition, Page, Reference
from edition.pages import lettered
from edition.pages.facts import Sourced
from edition.pages.frame import Frame, Link, frame

TITLE = N_("Quellen")


class Item(Struct, frozen=True):
    """One source; `uses` says how many statements rest on it."""

    id: str
    title: str
    note: str
    addresses: tuple[str, ...]
    uses: str


class Letter(Struct, frozen=True):
    """The sources under one letter; an underscore keeps its id apart from those of sources."""

    id: str
    label: str
    items: tuple[Item, ...]


class Sources(Struct, frozen=True):
    """The page's values."""

    frame: Frame
    extent: str
    jumps: tuple[Link, ...]
    letters: tuple[Letter, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The list, sorted by its words; none where there are no sources."""
    if not edition.references:
        return
    used = uses(edition)
    listed = sorted(edition.references.items(), key=lambda one: words.sort_key(one[1].title))
    furniture = frame(
        edition,
        urls.SOURCES,
        _(TITLE),
        description=_(
            "Worauf die Angaben der Register beruhen: Nachschlagewerke, Aufsätze, Verzeichnisse, der Text."
        ),
    )
    letters = tuple(
        Letter(
            f"buchstabe_{lettered.anchor(label)}",
            label,
            tuple(_item(reference, used[pointer]) for pointer, reference in several),
        )
        for label, several in groupby(listed, key=lambda one: words.initial(one[1].title))
    )
    context = Sources(
        frame=furniture,
        extent=words.count(len(listed), "Quelle", "Quellen"),
        jumps=tuple(Link(letter.label, f"#{letter.id}") for letter in letters) if len(letters) > 1 else (),
        letters=letters,
    )
    yield Page(urls.SOURCES, "sources.html", context)


def _item(reference: Reference, uses: int) -> Item:
    counted = words.count(uses, "Angabe", "Angaben") if uses else ""
    return Item(reference.id, reference.title, reference.note, reference.targets, counted)


def uses(edition: Edition) -> Counter[str]:
    """How many names, facts, identifiers and relations name each source."""
    found: Counter[str] = Counter()
    for entity in edition.entities.values():
        stated: tuple[Iterable[Sourced], ...] = (
            *(entity.other_names, entity.facts),
            *(entity.identifiers, entity.remarks),
        )
        found.update(pointer for several in stated for one in several for pointer in one.sources)
        found.update(entity.grounds)
    for relation in edition.relations:
        found.update(relation.sources)
    return found
