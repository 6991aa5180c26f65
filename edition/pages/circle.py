"""The circle of a person: whom a stated relation joins them with, and beside whom the texts often name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from edition import graph, urls, words
from edition.graph import Edge, ties
from edition.interface import N_, _, foreign
from edition.model import Edition
from edition.pages.called import called, spoken
from edition.pages.nearby import Near
from edition.pictures import circle as drawing
from edition.pictures.lines import Tie

FEWEST, MOST = 3, 24  # members of a picture: fewer are a list, more a tangle
LABEL = N_("{name} und {others}: wer verbunden ist, und wer oft im selben Absatz genannt wird")
AROUND = N_("{number} weitere")
CHORD, WORDS_CHORD = "chord", N_("untereinander verbunden")


class Member(Struct, frozen=True):
    """One of the circle: where it stands, where its name leads, its name in full with what joins it."""

    place: drawing.Place
    href: str
    title: str
    language: str  # of the name, where it is not the page's


class Circle(Struct, frozen=True):
    """A circle as a page shows it; `key` says in words which groups of relations are drawn."""

    drawn: drawing.Circle
    members: tuple[Member, ...]
    label: str
    key: tuple[tuple[str, str], ...]


def stated(edition: Edition) -> Mapping[str, tuple[Edge, ...]]:
    """The stated relations by each entity they join; made once for all entries."""
    found: dict[str, list[Edge]] = defaultdict(list)
    for edge in graph.stated(edition):
        found[edge.source].append(edge)
        found[edge.target].append(edge)
    return {pointer: tuple(edges) for pointer, edges in found.items()}


def circle(edition: Edition, pointer: str, known: Mapping[str, Sequence[Edge]], near: Near) -> Circle | None:
    """The picture of a person's circle; None where it would have too few members."""
    relations: dict[str, list[Edge]] = defaultdict(list)
    for edge in known.get(pointer, ()):
        relations[edge.target if edge.source == pointer else edge.source].append(edge)
    often = near.often(pointer, graph.PERSON)
    chosen = [*relations, *(one for one in often if one not in relations)][:MOST]
    if len(chosen) < FEWEST:
        return None
    labels = called(edition, (pointer, *chosen))
    chosen.sort(key=lambda one: (_group(relations[one]), -often.get(one, 0), words.sort_key(labels[one])))
    members = [
        drawing.Neighbour(
            one, one.partition(":")[0], labels[one], _joined(pointer, relations[one], often.get(one, 0))
        )
        for one in chosen
    ]
    spokes = [tie for one in chosen for tie in _spokes(pointer, one, relations[one])]
    drawn = drawing.circle(pointer, members, [*spokes, *_chords(chosen, known)])
    return _shown(edition, pointer, drawn, {one.id: one.words for one in members})


def _rank(group: str) -> int:
    return (*ties.GROUPS, ties.NEAR).index(group)


def _group(edges: Sequence[Edge]) -> int:
    return min((_rank(ties.group(edge.relation)) for edge in edges), default=_rank(ties.NEAR))


def _joined(pointer: str, edges: Sequence[Edge], paragraphs: int) -> tuple[str, ...]:
    """What joins a member with the person in the middle, in words, seen from the middle."""
    said = [words.relation(edge.relation, edge.source == pointer) for edge in edges]
    return (*said, *([words.count(paragraphs, "Absatz", "Absätze")] if paragraphs else []))


def _spokes(pointer: str, member: str, edges: Sequence[Edge]) -> Iterator[Tie]:
    """A line for each group of relations with a member; a hairline where there is none."""
    for group, those in groupby(
        sorted(edges, key=lambda edge: _rank(ties.group(edge.relation))),
        key=lambda edge: ties.group(edge.relation),
    ):
        first, *more = those
        doubted = all(words.certainty(edge.certainty) for edge in (first, *more))
        yield Tie(first.id, first.source, first.target, group, 1.0, not first.mutual, doubted=doubted)
    if not edges:
        yield Tie(f"{pointer} {member}", pointer, member, ties.NEAR, 1.0)


def _chords(chosen: Sequence[str], known: Mapping[str, Sequence[Edge]]) -> Iterator[Tie]:
    """One line for each pair of members that a stated relation joins; it is doubted if all between them are."""
    among = set(chosen)
    doubted: dict[tuple[str, str], bool] = {}
    for edge in (edge for one in chosen for edge in known.get(one, ())):
        if {edge.source, edge.target} <= among:
            pair = (min(edge.source, edge.target), max(edge.source, edge.target))
            doubted[pair] = doubted.get(pair, True) and bool(words.certainty(edge.certainty))
    for one, other in sorted(doubted):
        yield Tie(f"{one} {other}", one, other, CHORD, 1.0, doubted=doubted[one, other])


def _shown(
    edition: Edition, pointer: str, drawn: drawing.Circle, said: Mapping[str, Sequence[str]]
) -> Circle:
    path, name = urls.entity(pointer), spoken(edition.entities[pointer].name)
    groups = sorted({line.group for line in drawn.lines} - {CHORD}, key=_rank)
    return Circle(
        drawn,
        tuple(
            Member(
                place,
                urls.relative(urls.entity(place.dot.id), path),
                f"{spoken(edition.entities[place.dot.id].name)}: {', '.join(said[place.dot.id])}",
                "" if place.dot.kind == graph.PERSON else foreign(edition.config.content),
            )
            for place in drawn.places
        ),
        _(LABEL).format(name=name, others=_(AROUND).format(number=len(drawn.places))),
        (
            *((group, words.tie(group)) for group in groups),
            *([(CHORD, _(WORDS_CHORD))] if any(line.group == CHORD for line in drawn.lines) else []),
            *([(ties.DOUBT, words.tie(ties.DOUBT))] if any(line.doubt for line in drawn.lines) else []),
        ),
    )
