"""How a text moves through time: its dates in the order of telling, as a picture and as a table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import accumulate, pairwise

from msgspec import Struct

from edition import datings, graph, words
from edition.grouped import dates_by_text
from edition.interface import N_, Messages, _, foreign
from edition.kept import for_edition
from edition.model import Article, Block, DateRef, Edition
from edition.pages import dated, quoted
from edition.pages.facts import Piece, Place
from edition.pages.quoted import Stretch
from edition.pages.spots import Spot, Spots
from edition.pictures import telling
from edition.pictures.telling import Kind, Mark, Plate, Told

PROSE = "p"  # blocks that tell: a heading, a motto, an entry of a bibliography do not
SURE = (None, "high")
HEAVY = 140_000  # bytes that all texts make up, about
TELLING, DATE, BLOCK = (
    7_000,
    1_100,
    30,
)  # bytes of a text, of each of its dates in picture and table, of each block
BLOCKS = 2_000  # of a text that has room in a picture
LIMIT = N_(
    "Gezeigt sind {shown} von {all} Zeitangaben, die der Texte mit den meisten; alle stehen in der Chronologie."
)
_BRACKETS = re.compile(r" \([^()]*\)")
KINDS: Mapping[str, Kind] = {dated.PERIOD: "period", dated.FRAME: "frame"}
FORMS = (("wide", telling.WIDE), ("narrow", telling.NARROW))
WORDS = Messages(
    {
        "range": "{dates} reichen von {first} bis {last}",
        "steps": "Von {steps}, die der Text von einer zur nächsten tut, führen {back} zurück und {forth} voran",
        "farthest": "der weiteste von {start} ({from_spot}) nach {end} ({to_spot})",
        "quoted": "in einem Zitat",
        "now": "erschienen {date}",
    }
)


class Point(Struct, frozen=True):
    """A date in the picture: how it looks, what it is called, where it leads."""

    looks: str
    title: str
    href: str
    mark: Mark


class Drawing(Struct, frozen=True):
    """The picture for one width."""

    form: str
    plate: Plate
    points: tuple[Point, ...]
    language: str  # of what is quoted, where it is not the page's
    events: str  # of the names of events


class Row(Struct, frozen=True):
    """A date in the table."""

    spot: Spot
    form: str
    dated: str
    remark: str
    event: Piece | None


class Telling(Struct, frozen=True):
    """One text."""

    suffix: str  # to the ids on the page, where there are several texts
    title: str
    language: str
    summary: str
    signs: frozenset[str]  # how its marks look
    drawings: tuple[Drawing, ...]
    rows: tuple[Row, ...]


class Given(Struct, frozen=True):
    """A date of the text with all that is drawn and said of it."""

    one: DateRef
    told: Told
    spot: Spot
    remark: str
    quoted: bool
    event: Piece | None

    @property
    def title(self) -> str:
        """What a pointer or a reader of the screen is told."""
        parts = (words.dating(self.one.dating), self.remark, self.event.words if self.event else "")
        return f"{self.spot.label}: »{self.one.form}«, {', '.join(part for part in parts if part)}"

    @property
    def looks(self) -> str:
        """The classes of its mark."""
        told, sure = self.told, self.one.certainty in SURE
        flags = (("uncertain", not sure), ("quoted", self.quoted), ("beside", told.beside))
        return " ".join([told.kind, *(name for name, holds in flags if holds)])


def tellings(place: Place, spots: Spots) -> Iterator[Telling]:
    """Every text with dates that have a value; of many those with the most."""
    edition = place.edition
    found: dict[str, list[Stretch]] = defaultdict(list)
    for stretch in quoted.stretches(one for one in quoted.quotations(edition) if one.kind in quoted.CITED):
        found[stretch.article_id].append(stretch)
    for number, text, dates in _chosen(edition):
        voices = tuple(found[text.id])
        given = tuple(_given(place, spots, text, dates, voices))
        yield _telling(place, text, given, voices, f"_{number}" if len(edition.articles) > 1 else "")


def limit(edition: Edition) -> str:
    """Which dates are shown, in words, where these are not all."""
    every = sum(len(resolved(edition, text)) for text in edition.articles)
    shown = sum(len(dates) for _number, _text, dates in _chosen(edition))
    return "" if shown == every else _(LIMIT).format(shown=shown, all=every)


@for_edition
def _chosen(edition: Edition) -> tuple[tuple[int, Article, tuple[DateRef, ...]], ...]:
    """The texts that are shown in their order, each with its number among all and with its dates."""
    dated_texts = [
        (number, text, dates)
        for number, text in enumerate(edition.articles, 1)
        if (dates := resolved(edition, text)) and len(text.blocks) <= BLOCKS
    ]
    left, shown = HEAVY, []
    for number, text, dates in sorted(dated_texts, key=lambda one: -len(one[2])):
        around = TELLING + BLOCK * len(text.blocks)
        if left >= around + DATE:
            kept = dates[: (left - around) // DATE]
            shown.append((number, text, kept))
            left -= around + DATE * len(kept)
    return tuple(sorted(shown, key=lambda one: one[0]))


def resolved(edition: Edition, text: Article) -> tuple[DateRef, ...]:
    """The dates of a text that have a value, in its order."""
    dates = dates_by_text(edition).get(text.id, ())
    return tuple(one for one in dates if datings.span(one.dating) is not None)


def called(name: str) -> str:
    """What an event is called in a picture: the first of several names, without brackets and what follows a comma."""
    return _BRACKETS.sub("", name).partition("; ")[0].partition(", ")[0]


def sentence(block: Block, start: int) -> tuple[int, int]:
    """The sentence of a block that a place lies in."""
    whole = (0, len(block.text))
    return next((one for one in words.sentences(block.text) if one[0] <= start < one[1]), whole)


def _offsets(text: Article) -> Mapping[str, int]:
    """How many signs precede each block."""
    before = accumulate((len(block.text) for block in text.blocks), initial=0)
    return {block.id: signs for block, signs in zip(text.blocks, before, strict=False)}


def _given(
    place: Place, spots: Spots, text: Article, dates: Sequence[DateRef], voices: Sequence[Stretch]
) -> Iterator[Given]:
    offsets, elements = _offsets(text), {block.id: block.element for block in text.blocks}
    for one in dates:
        first, last = datings.span(one.dating) or (date.min, date.max)
        event = place.edition.entities.get(one.event or "")
        spoken = any(voice.block == one.block and voice.begin <= one.start < voice.end for voice in voices)
        told = Told(
            signs=offsets[one.block] + one.start,
            first=first,
            last=last,
            kind=KINDS.get(dated.grain(one.dating), "point"),
            beside=elements[one.block] != PROSE,
            event=called(event.name) if event else "",
            weight=len(graph.mentioned(place.edition, event.pointer)) if event else 0,
        )
        remarks = (words.certainty(one.certainty), WORDS["quoted"] if spoken else "")
        yield Given(
            one,
            told,
            spots.at(one.article_id, one.block, one.anchor),
            ", ".join(part for part in remarks if part),
            spoken,
            place.piece(event.pointer) if event else None,
        )


def _telling(
    place: Place, text: Article, given: tuple[Given, ...], voices: Sequence[Stretch], suffix: str
) -> Telling:
    return Telling(
        suffix=suffix,
        title=text.title,
        language=text.language,
        summary=_summary([one for one in given if not one.told.beside]),
        signs=frozenset(_signs(given)),
        drawings=tuple(_drawing(place, text, given, voices, *form) for form in FORMS),
        rows=tuple(
            Row(one.spot, one.one.form, words.dating(one.one.dating), one.remark, one.event) for one in given
        ),
    )


def _drawing(
    place: Place,
    text: Article,
    given: Sequence[Given],
    voices: Sequence[Stretch],
    name: str,
    form: telling.Format,
) -> Drawing:
    offsets = _offsets(text)
    plate = telling.plate(
        [one.told for one in given],
        [
            telling.Stretch(offsets[block.id], offsets[block.id] + len(block.text), block.number or "")
            for block in text.blocks
        ],
        [telling.Stretch(offsets[one.block] + one.begin, offsets[one.block] + one.end) for one in voices],
        _appeared(text),
        form,
    )
    points = tuple(
        Point(one.looks, one.title, one.spot.href, mark) for one, mark in zip(given, plate.marks, strict=True)
    )
    return Drawing(name, plate, points, foreign(text.language), place.tag)


def _appeared(text: Article) -> tuple[date, str] | None:
    """The middle of the days on which the text may have appeared, and what is said of it."""
    days = datings.span(text.published)
    if not days or date.min in days or date.max in days:
        return None
    said = WORDS["now"].format(date=words.dating(text.published))
    return days[0] + (days[1] - days[0]) // 2, said


def _signs(given: Sequence[Given]) -> Iterator[str]:
    for one in given:
        yield from one.looks.split()
        if one.told.kind == "period" and (one.told.first == date.min or one.told.last == date.max):
            yield "open"


def _summary(given: Sequence[Given]) -> str:
    """What the picture shows, in sentences: from when to when, how often back, how far."""
    years = [telling.head(one.told).year for one in given]
    if not years:
        return ""
    said = [
        WORDS["range"].format(
            dates=words.count(len(years), "Zeitangabe", "Zeitangaben"), first=min(years), last=max(years)
        )
    ]
    days = [telling.head(one.told) for one in given]
    steps = [later - earlier for earlier, later in pairwise(days)]
    if len(steps) > 1:
        far = max(range(len(steps)), key=lambda number: abs(steps[number]))
        moved = WORDS["steps"].format(
            steps=words.count(len(steps), "Schritt", "Schritten"),
            back=sum(step.days < 0 for step in steps),
            forth=sum(step.days > 0 for step in steps),
        )
        farthest = WORDS["farthest"].format(
            start=years[far],
            from_spot=given[far].spot.label,
            end=years[far + 1],
            to_spot=given[far + 1].spot.label,
        )
        said.append(f"{moved}, {farthest}")
    return " ".join(f"{one}." for one in said)
