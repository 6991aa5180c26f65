"""Dates as literals: of XML Schema where one date is certain, of EDTF (ISO 8601-2) where it is a span or in doubt.

`1890` is a year (xsd:gYear), not its first day. From and to is an interval, `1934/1940`; not before and not after is
one date out of several, `[1921-03..1921-05]`; what is in doubt has a question mark. The lists count years before ours
as XML Schema 1.0 does (-0001 is the year before 0001), RDF 1.1 and EDTF as XML Schema 1.1: a year 0000 lies between.
"""

from __future__ import annotations

import re
from typing import Any

from edition.model import Dating

DOUBTFUL = frozenset({"medium", "low", "unknown"})
EDTF = "edtf:EDTF"
_ZONE = r"(?:Z|[+-]\d\d:\d\d)?$"
_SHAPES = tuple(
    (re.compile(shape + _ZONE), f"xsd:{name}")
    for shape, name in (
        (r"-?\d{4,}", "gYear"),
        (r"-?\d{4,}-\d\d", "gYearMonth"),
        (r"-?\d{4,}-\d\d-\d\d", "date"),
        (r"-?\d{4,}-\d\d-\d\dT[\d:.]+", "dateTime"),
        (r"--\d\d", "gMonth"),
        (r"--\d\d-\d\d", "gMonthDay"),
        (r"---\d\d", "gDay"),
        (r"[\d:.]+", "time"),
    )
)
_EDTF = re.compile(r"-?\d{4}(?:-\d\d(?:-\d\d)?)?$")
_BEFORE = re.compile(r"-(\d{4,12})(?!\d)")
Literal = dict[str, Any]


def literal(dating: Dating, certainty: str | None = None) -> Literal | str | None:
    """A dating as one literal; a string without type where neither vocabulary can say it; None for none."""
    if dating.when and certainty not in DOUBTFUL:
        return _typed(_counted(dating.when))
    parts = [dating.when, dating.begin, dating.end, dating.not_before, dating.not_after]
    said = _extended(dating, "?" if certainty in DOUBTFUL else "")
    if not said:
        return None
    fits = all(_EDTF.match(part) for part in parts if part) and not _mixed(dating)
    return {"@value": said, "@type": EDTF} if fits else said


def ends(dating: Dating, certainty: str | None = None) -> tuple[Literal | str | None, Literal | str | None]:
    """Beginning and end of what lasts; of what happens once, the date and None."""
    if dating.begin or dating.end:
        return (
            literal(
                Dating(when=dating.begin, not_before=None if dating.begin else dating.not_before), certainty
            ),
            literal(Dating(when=dating.end, not_after=None if dating.end else dating.not_after), certainty),
        )
    return literal(dating, certainty), None


def _extended(dating: Dating, mark: str) -> str:
    if dating.when:
        return _counted(dating.when) + mark
    first, last = _counted(dating.begin or dating.not_before), _counted(dating.end or dating.not_after)
    if not first and not last:
        return ""
    if dating.begin or dating.end:
        return f"{first + mark if first else '..'}/{last + mark if last else '..'}"
    return f"[{first}..{last}]"


def _mixed(dating: Dating) -> bool:
    """A beginning or end that is known beside a limit for the other: EDTF has no form for that."""
    return bool(dating.begin or dating.end) and bool(dating.not_before or dating.not_after)


def _typed(value: str) -> Literal | str:
    found = next((name for shape, name in _SHAPES if shape.match(value)), "")
    return {"@value": value, "@type": found} if found else value


def _counted(value: str | None) -> str:
    """The same date where the year before 0001 is 0000."""
    match = _BEFORE.match(value or "")
    if not match:
        return value or ""
    year = int(match[1]) - 1
    return f"{'-' if year else ''}{year:0{len(match[1])}}{(value or '')[match.end() :]}"
