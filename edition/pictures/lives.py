"""Lives under each other, each a line from birth to death, with the years in which a text tells of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from edition.pictures import captions
from edition.pictures.axis import Axis, Tick, even, ticks
from edition.pictures.captions import Anchor, Caption


class End(Struct, frozen=True):
    """Birth or death: the first and the last day it can have been, and whether that is in doubt."""

    first: date
    last: date
    doubted: bool = False


class Life(Struct, frozen=True):
    """A person: what the line is called, its ends as far as they are known, the years told of, the events."""

    label: str
    birth: End | None
    death: End | None
    years: tuple[int, ...] = ()
    events: tuple[date, ...] = ()

    @property
    def begin(self) -> date:
        """By what lives are put in order: the first day of birth, or of what is known."""
        known = self.birth or self.death
        return known.first if known else date.max


class Happening(Struct, frozen=True):
    """An event that is drawn through all lives."""

    label: str
    day: date


class Format(Struct, frozen=True):
    """The measures of a picture; names stand before the lines, or over them."""

    width: float
    size: float
    row: float
    over: bool
    signs: int  # in a line of the name of an event
    most: int  # events through all lives
    room: float  # for the figure of a year


WIDE = Format(760, 12, 14, False, 48, 8, 42)
NARROW = Format(300, 11, 25, True, 26, 4, 34)
EDGE, GAP, OPEN = 14.0, 6.0, 14.0
BOTTOM, FIGURES = 24.0, 24.0  # room for the figures of the years, below and above
LINES, PAD = 2, 4.0
NEAR = 7.0  # events closer than that are not drawn beside each other
ASIDE = 4.0  # from a line to its name
YEAR_MIDDLE = (7, 1)


class Row(Struct, frozen=True):
    """A life in the picture: solid where it is certain, broken where it is not; `dots` as the years were given."""

    y: float
    solid: tuple[float, float]
    broken: tuple[tuple[float, float], ...]
    rings: tuple[float, ...]
    dots: tuple[float, ...]
    events: tuple[float, ...]
    caption: Caption


class Vertical(Struct, frozen=True):
    """An event through all lives, where it begins; `top` is where its line does."""

    x: float
    top: float
    caption: Caption


class Plate(Struct, frozen=True):
    """The picture; rows in the order of what was given."""

    width: float
    height: float
    top: float
    bottom: float
    axis: Axis
    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]
    verticals: tuple[Vertical, ...]


def plate(lives: Sequence[Life], happenings: Sequence[Happening], form: Format) -> Plate:
    """The picture of some lives, each of which has a birth or a death; of the events those that find room."""
    days = [day for one in lives for day in _days(one)]
    axis = even(days, 0.0, 1.0)
    left = EDGE if form.over else max(EDGE, *(_left(one, axis.at(_start(one)), form) for one in lives))
    axis = even(days, left, form.width - EDGE)
    chosen = _chosen(happenings, axis, form)
    named = _height(chosen, form)
    top = named + FIGURES
    rows = tuple(
        _row(one, axis, top + form.row * (number + (1 if form.over else 0.6)), form)
        for number, one in enumerate(lives)
    )
    bottom = top + form.row * (len(lives) + 0.3)
    return Plate(
        form.width,
        bottom + BOTTOM,
        top,
        bottom,
        axis,
        ticks(axis, form.room),
        rows,
        _verticals(chosen, named, form),
    )


def _days(one: Life) -> list[date]:
    ends = [day for end in (one.birth, one.death) if end for day in (end.first, end.last)]
    return [*ends, *one.events, *(date(year, *YEAR_MIDDLE) for year in one.years)]


def _start(one: Life) -> date:
    """Where a row begins, which its name stands before: with birth, if nothing of it precedes that."""
    return min(_days(one))


def _left(one: Life, share: float, form: Format) -> float:
    """Where time must begin, so that the name has room before a line that begins at this share of it."""
    wide = captions.width(one.label, form.size) + GAP + (0.0 if one.birth else OPEN)
    return (wide - (form.width - EDGE) * share) / (1 - share) if share < 1 else 0.0


def _row(one: Life, axis: Axis, y: float, form: Format) -> Row:
    birth, death = one.birth, one.death
    broken: list[tuple[float, float]] = []
    if birth and death:
        begin, end = axis.at(birth.last), max(axis.at(birth.last), axis.at(death.first))
        broken += [(axis.at(birth.first), begin), (end, axis.at(death.last))]
    elif birth:
        begin = end = axis.at(birth.last)
        broken += [(axis.at(birth.first), begin), (end, min(end + OPEN, form.width))]
    else:
        begin = end = axis.at(death.first) if death else 0.0
        broken += [(begin - OPEN, begin), (end, axis.at(death.last) if death else end)]
    start = min(axis.at(_start(one)) - 2 * bool(one.years), *(first for first, _ in broken))
    return Row(
        y=y,
        solid=(begin, end),
        broken=tuple((first, last) for first, last in broken if last - first >= 1),
        rings=tuple(axis.at(end.first) for end in (birth, death) if end and end.doubted),
        dots=tuple(axis.at(date(year, *YEAR_MIDDLE)) for year in one.years),
        events=tuple(axis.at(day) for day in one.events),
        caption=_name(one.label, start, y, form),
    )


def _name(label: str, start: float, y: float, form: Format) -> Caption:
    if not form.over:
        return Caption((label,), start - GAP, y + 0.3 * form.size, "end", form.size)
    fits = start + captions.width(label, form.size) <= form.width
    x = start if fits else form.width - captions.width(label, form.size)
    return Caption((label,), max(x, 0.0), y - 0.5 * form.size, "start", form.size)


Chosen = tuple[float, tuple[str, ...]]  # where an event begins, and its name in lines


def _chosen(happenings: Sequence[Happening], axis: Axis, form: Format) -> tuple[Chosen, ...]:
    """The first events given that are not near each other and whose names have room at either side, in the order of
    time."""
    found: list[Chosen] = []
    for one in happenings:
        x = axis.at(one.day)
        room = (min(x, form.width - x) - ASIDE) / (captions.SIGN * form.size)
        lines = captions.wrapped(one.label, min(form.signs, int(room)), LINES) if room >= 1 else ()
        if lines and len(found) < form.most and all(abs(x - other) >= NEAR for other, _ in found):
            found.append((x, lines))
    return tuple(sorted(found))


def _height(chosen: Sequence[Chosen], form: Format) -> float:
    """What the names take: they rise from both sides to the middle, so that no line crosses a name."""
    half = len(chosen) // 2
    lines = max((sum(len(lines) for _, lines in side) for side in (chosen[:half], chosen[half:])), default=0)
    return lines * captions.LEADING * form.size + PAD


def _verticals(chosen: Sequence[Chosen], floor: float, form: Format) -> tuple[Vertical, ...]:
    half, story = len(chosen) // 2, captions.LEADING * form.size
    found: list[Vertical] = []
    sides: tuple[tuple[Sequence[Chosen], Anchor, float], ...] = (
        (chosen[:half], "end", -ASIDE),
        (chosen[half:][::-1], "start", ASIDE),
    )
    for side, anchor, aside in sides:
        top = floor
        for x, lines in side:
            top -= story * len(lines)
            caption = Caption(lines, x + aside, top + captions.ASCENT * form.size, anchor, form.size)
            found.append(Vertical(x, top, caption))
    return tuple(sorted(found, key=lambda one: one.x))
