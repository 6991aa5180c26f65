"""The order of telling against the order of history: the text runs down, time runs to the right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from edition.pictures import captions
from edition.pictures.axis import Axis, Tick, focused, ticks
from edition.pictures.boxes import Box
from edition.pictures.captions import Caption

Kind = Literal["point", "period", "frame"]


class Told(Struct, frozen=True):
    """A date of a text: how many signs precede it, and its days; an open end is the first or last day there is."""

    signs: int
    first: date
    last: date
    kind: Kind  # a point; a period that lasts; a frame, somewhere in which it lies
    beside: bool = False  # not in what is told: a bibliography
    event: str = ""  # what it is called in the picture, or nothing
    weight: int = 0  # which events are named first


class Stretch(Struct, frozen=True):
    """Part of a text, by signs: a paragraph with its number, or words of others."""

    begin: int
    end: int
    label: str = ""


class Format(Struct, frozen=True):
    """The measures of a picture."""

    width: float
    left: float  # where time begins
    size: float  # of the type
    signs: int  # in a line of a caption
    room: float  # for the figure of a year


WIDE = Format(760, 62, 12, 26, 42)
NARROW = Format(300, 40, 11, 15, 28)
TOP, BOTTOM, EDGE = 46.0, 26.0, 14.0
EACH, LOW, HIGH = 12.0, 160.0, 940.0  # height for a date; of a picture: at least, and what a sheet holds
HEAD, GAP = 3.0, 6.0  # half of a mark; from it to its words
OPEN = 16.0  # what is drawn of something without end
LINES = 2
FIGURE = 10.0  # size of figures, which the style sheet sets


class Mark(Struct, frozen=True):
    """A date in the picture: its head, where the thread passes, and the bar from `begin` to `end`."""

    x: float
    y: float
    begin: float
    end: float
    open_begin: bool
    open_end: bool
    caption: Caption | None


class Row(Struct, frozen=True):
    """A paragraph, or words of others, on the line that is the text; `label` where there is room for one."""

    top: float
    bottom: float
    label: str


class Plate(Struct, frozen=True):
    """The picture; marks in the order of what was given."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    axis: Axis
    ticks: tuple[Tick, ...]
    now: tuple[float, Caption] | None  # the day the text appeared
    rows: tuple[Row, ...]
    voices: tuple[Row, ...]
    marks: tuple[Mark, ...]
    thread: tuple[tuple[float, float], ...]


def plate(
    told: Sequence[Told],
    blocks: Sequence[Stretch],
    voices: Sequence[Stretch],
    now: tuple[date, str] | None,
    form: Format,
) -> Plate:
    """The picture of a text."""
    right = form.width - EDGE
    heads = [head(one) for one in told]
    ends = [day for one in told for day in (one.first, one.last) if day not in (date.min, date.max)]
    axis = focused(
        [day for day, one in zip(heads, told, strict=True) if not one.beside] or heads,
        [*ends, *([now[0]] if now else [])],
        form.left,
        right,
        form.room,
    )
    long = min(max(EACH * len(told), LOW), HIGH)
    whole = max(max((block.end for block in blocks), default=1), 1)

    def y(signs: int) -> float:
        return TOP + long * signs / whole

    bare = [_mark(one, day, axis, y(one.signs)) for one, day in zip(told, heads, strict=True)]
    named = _captions(told, bare, Box(form.left - EDGE / 2, TOP - 4, form.width, TOP + long + 6), form)
    marks = tuple(replace(mark, caption=named.get(number)) for number, mark in enumerate(bare))
    return Plate(
        width=form.width,
        height=TOP + long + BOTTOM,
        top=TOP,
        bottom=TOP + long,
        left=form.left,
        right=right,
        axis=axis,
        ticks=ticks(axis, form.room),
        now=_now(axis.at(now[0]), now[1], form) if now else None,
        rows=tuple(_rows(blocks, y, FIGURE)),
        voices=tuple(Row(y(one.begin), y(one.end), "") for one in voices),
        marks=marks,
        thread=tuple((mark.x, mark.y) for mark, one in zip(marks, told, strict=True) if not one.beside),
    )


def _now(x: float, said: str, form: Format) -> tuple[float, Caption]:
    """The day the text appeared: its words end over it, or begin at the edge."""
    right = max(x + HEAD, captions.width(said, FIGURE))
    return x, Caption((said,), min(right, form.width), TOP - 28, "end", FIGURE)


def head(one: Told) -> date:
    """The day by which a date is placed: where a period begins, the middle of anything else; of what is open at one
    side, the other."""
    if one.first == date.min:
        return one.last
    if one.last == date.max or one.kind == "period":
        return one.first
    return one.first + timedelta((one.last - one.first).days // 2)


def _mark(one: Told, day: date, axis: Axis, y: float) -> Mark:
    """A date; the frame of one that lies somewhere is never narrower than a point."""
    open_begin, open_end = one.first == date.min, one.last == date.max
    x, slack = axis.at(day), HEAD if one.kind == "frame" and not (open_begin or open_end) else 0.0
    return Mark(
        x=x,
        y=y,
        begin=max(x - OPEN, axis.knots[0][1]) if open_begin else min(axis.at(one.first), x - slack),
        end=min(x + OPEN, axis.knots[-1][1]) if open_end else max(axis.at(one.last), x + slack),
        open_begin=open_begin,
        open_end=open_end,
        caption=None,
    )


def _captions(told: Sequence[Told], marks: Sequence[Mark], frame: Box, form: Format) -> dict[int, Caption]:
    """The names of the events, each once, the weightiest first, where it is first told if there is room."""
    places: dict[str, list[int]] = {}
    for number, one in enumerate(told):
        if one.event and not one.beside:
            places.setdefault(one.event, []).append(number)
    ranked = sorted(places, key=lambda event: (-told[places[event][0]].weight, places[event][0]))
    found: dict[int, Caption] = {}
    for event in ranked:
        lines = captions.wrapped(event, form.signs, LINES)
        choices = [
            (number, one)
            for number in places[event]
            if lines
            for mark in [marks[number]]
            for one in captions.beside(
                lines, min(mark.begin, mark.x) - GAP, max(mark.end, mark.x) + GAP, mark.y, form.size
            )
        ]
        taken = [*map(_box, marks), *(one.box for one in found.values())]
        found |= captions.first(choices, frame, taken)
    return found


def _box(mark: Mark) -> Box:
    return Box(min(mark.begin, mark.x - HEAD), mark.y - HEAD, max(mark.end, mark.x + HEAD), mark.y + HEAD)


def _rows(blocks: Sequence[Stretch], y: Callable[[int], float], size: float) -> Iterator[Row]:
    """The paragraphs; one too short for its number has none."""
    free = 0.0
    for block in blocks:
        top, bottom = y(block.begin), y(block.end)
        middle = (top + bottom) / 2
        fits = bool(block.label) and middle - size / 2 >= free
        free = middle + size / 2 if fits else free
        yield Row(top, bottom, block.label if fits else "")
