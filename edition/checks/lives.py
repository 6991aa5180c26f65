"""Do lives come out? Born before dead, not beyond all measure, and whatever is stated of them within them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from edition import codes, datings
from edition.datings import Interval
from edition.model import Dating, Edition, Entity, Fact, Finding, Reading

OLDEST = 115  # years; few have ever been proved to live longer
_YEAR = 365.2425  # days (Gregorian calendar)
_BEGINNINGS = frozenset({"birth", "founding"})
_ENDS = frozenset({"death", "end"})
_WITHIN = frozenset({"occupation", "residence"})
_MAKERS = frozenset({"author", "editor", "translator"})


class Life(Struct, frozen=True):
    """When a person was born and died, or a group was founded and ended: the days each may have been."""

    first: Interval | None = None
    last: Interval | None = None

    def lacks(self, dating: Dating) -> bool:
        """Whether something of this date certainly lay, or began, or ended outside."""
        whole = datings.span(dating)
        begin, end = (datings.interval(value or "") for value in (dating.begin, dating.end))
        if whole is None:
            return False
        early = self.first and (whole[1] < self.first[0] or (begin and begin[1] < self.first[0]))
        late = self.last and (whole[0] > self.last[1] or (end and end[0] > self.last[1]))
        return bool(early or late)


def life(entry: Entity) -> Life:
    """The life of an entry; facts that disagree are taken together, so that only what is certain counts."""
    return Life(_joined(entry.facts, _BEGINNINGS), _joined(entry.facts, _ENDS))


def _joined(facts: tuple[Fact, ...], slugs: frozenset[str]) -> Interval | None:
    spans = [datings.span(fact.dating) for fact in facts if fact.slug in slugs]
    known = [span for span in spans if span]
    return (min(first for first, _ in known), max(last for _, last in known)) if known else None


def years(first: date, last: date) -> float:
    """The years between two days."""
    return (last - first).days / _YEAR


def across(edition: Edition, readings: tuple[Reading, ...]) -> Iterator[Finding]:
    """A005 ended before begun, A006 too long a life, A009 a fact outside a life, A011 a work before its author."""
    lives = {pointer: life(entry) for pointer, entry in edition.entities.items()}
    for pointer, entry in edition.entities.items():
        yield from _order(entry, lives[pointer])
        yield from _facts(entry, lives)


def _say(entry: Entity, code: str, variant: str = "", **values: Any) -> Finding:
    return codes.finding(
        code, entry.path, entry.line, entry.column, variant=variant, pointer=entry.pointer, name=entry.name,
        **values,
    )  # fmt: skip


def _order(entry: Entity, one: Life) -> Iterator[Finding]:
    if not one.first or not one.last:
        return
    if one.last[1] < one.first[0]:
        variant = "" if entry.kind == "person" else "group"
        yield _say(entry, "A005", variant, born=one.first[0], died=one.last[1])
    elif entry.kind == "person" and years(one.first[1], one.last[0]) > OLDEST:
        yield _say(entry, "A006", years=int(years(one.first[1], one.last[0])), oldest=OLDEST)


def _facts(entry: Entity, lives: dict[str, Life]) -> Iterator[Finding]:
    own = lives[entry.pointer]
    for fact in entry.facts:
        if fact.slug in _WITHIN and own.lacks(fact.dating):
            yield _say(entry, "A009", fact=fact.text or fact.target or fact.slug, dates=shown(fact.dating))
    printed = [datings.span(fact.dating) for fact in entry.facts if fact.slug == "published"]
    last = max((days[1] for days in printed if days), default=None)
    for fact in entry.facts:
        maker = lives.get(fact.target or "", Life()).first if fact.slug in _MAKERS else None
        if maker and last and last < maker[0]:
            yield _say(entry, "A011", maker=fact.target, born=maker[0], printed=last)


def shown(dating: Dating) -> str:
    """The dates of a statement as the TEI writes them."""
    if dating.when:
        return dating.when
    return f"{dating.begin or dating.not_before or '…'}–{dating.end or dating.not_after or '…'}"
