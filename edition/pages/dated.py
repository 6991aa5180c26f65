"""One dated expression of a text: what kind of date it is, how it was reckoned, what the references say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from edition import datings, words
from edition.interface import N_, Messages, _
from edition.model import Article, DateRef, Dating, Entity

# Messages: pages show `_(grain(…))`.
DAY, MONTH, YEAR, PERIOD = N_("Tag"), N_("Monat"), N_("Jahr"), N_("Zeitraum")
FRAME, RECKONED = N_("Rahmen"), N_("gerechnet")
# What the legend says of each.
MEANINGS = Messages(
    {
        DAY: "auf den Tag genau",
        MONTH: "auf den Monat genau",
        YEAR: "nur das Jahr",
        PERIOD: "von einem Anfang bis zu einem Ende, oder eines von beiden",
        FRAME: "irgendwann zwischen zwei Grenzen, oder jenseits einer",
        RECKONED: "im Text von einer anderen Angabe aus gezählt",
    }
)
_LENGTHS = {10: DAY, 7: MONTH, 4: YEAR}
_STEPS = {"before": "minus", "after": "plus"}


class Reckoning(Struct, frozen=True):
    """The sum behind a relative date: from where, how far, with what result."""

    start: str
    anchor: DateRef | None  # the expression it counts from, where that is one of the text
    step: str
    result: str


def grain(dating: Dating) -> str:
    """What kind of date it is, as a message."""
    if dating.when:
        return _LENGTHS.get(len(dating.when.lstrip("-")), DAY)
    return PERIOD if dating.begin or dating.end else FRAME


def reckoning(one: DateRef, text: Article, others: Mapping[tuple[str, str], DateRef]) -> Reckoning | None:
    """How a relative date comes out; None for one that stands by itself."""
    if not one.relative_to:
        return None
    name = one.relative_to.lstrip("#")
    point = others.get((one.article_id, name))
    dating = point.dating if point else text.published
    days = datings.span(dating)
    moved = datings.shift(days, one.duration or "", one.offset or "") if days else None
    step = words.duration(one.duration or "")
    dated = words.dating(dating)
    sign = _STEPS.get(one.offset or "", "")
    return Reckoning(
        start=dated if point else _("Erscheinungstag, {date}").format(date=dated),
        anchor=point,
        step=f"{sign} {step}" if step and sign else _("zur selben Zeit"),
        result=words.dating(_as_dating(moved)) if moved else words.dating(one.dating),
    )


def _as_dating(days: datings.Interval) -> Dating:
    first, last = (_iso(day) for day in days)
    if first == last:
        return Dating(when=first)
    if first and last:
        return Dating(not_before=first, not_after=last)
    return Dating(begin=first or None, end=last or None)


def _iso(day: date) -> str:
    """A day; the first and the last there are stand for an open end."""
    return "" if day in (date.min, date.max) else day.isoformat()


def of_event(event: Entity) -> Dating:
    """When an event took place by the references."""
    return next((fact.dating for fact in event.facts if fact.slug == "dating"), Dating())


def deviates(told: Dating, proven: Dating) -> bool:
    """Whether two datings share no day."""
    one, other = datings.span(told), datings.span(proven)
    return bool(one and other and not datings.overlap(one, other))


def place(dating: Dating) -> tuple[date, date]:
    """Where a dating stands in the order of time; what has no beginning stands at its end."""
    days = datings.span(dating)
    if not days:
        return date.max, date.max
    first, last = days
    return (last, last) if first == date.min else (first, last)
