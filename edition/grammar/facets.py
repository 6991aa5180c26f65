"""Facets: what the `param`s of a datatype demand of a value (pattern, bounds, length, digits)."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Hashable, Sequence
from decimal import Decimal
from typing import Any

from edition.grammar import regex
from edition.grammar.dates import Moment

Facet = Callable[[str, Hashable], bool]

_BOUNDS: dict[str, tuple[Callable[[Any, Any], bool], str]] = {
    "minInclusive": (lambda value, bound: value == bound or value > bound, "at least"),
    "maxInclusive": (lambda value, bound: value == bound or value < bound, "at most"),
    "minExclusive": (operator.gt, "more than"),
    "maxExclusive": (operator.lt, "less than"),
}
_LENGTHS: dict[str, tuple[Callable[[int, int], bool], str]] = {
    "length": (operator.eq, "of length"),
    "minLength": (operator.ge, "of length at least"),
    "maxLength": (operator.le, "of length at most"),
}
_DIGITS = {"totalDigits": "digits at most:", "fractionDigits": "digits after the point at most:"}
_WITHOUT_LENGTH = {"boolean", "duration"}  # besides what has bounds
# What the patterns that every TEI schema uses mean for people.
_READABLE = {r"[^\p{C}\p{Z}]+": "without spaces", r"\S+": "without spaces"}


def make(name: str, facet: str, literal: str, meaning: Callable[[str], Hashable | None]) -> Facet:
    """A facet of the datatype `name`, whose values `meaning` reads; ValueError if it cannot have it."""
    try:
        if facet == "pattern":
            return _pattern(literal)
        if facet in _BOUNDS:
            return _bound(facet, meaning(literal))
        if facet in _LENGTHS:
            return _length(name, facet, literal, meaning)
        if facet in _DIGITS:
            return _digits(facet, literal, meaning("1"))
    except ValueError as error:
        raise ValueError(f'The param {facet} "{literal}" of {name} is wrong: {error}.') from error
    raise ValueError(f"The datatype {name} has no param {facet}.")


def _pattern(literal: str) -> Facet:
    regex.check(literal)
    return lambda text, value: regex.matches(literal, text)


def _bound(facet: str, bound: Hashable | None) -> Facet:
    if not isinstance(bound, Decimal | float | Moment):
        raise ValueError("it needs a value of the datatype, and a datatype whose values have an order")
    compare = _BOUNDS[facet][0]
    kind = type(bound)
    return lambda text, value: type(value) is kind and compare(value, bound)


def _length(name: str, facet: str, literal: str, meaning: Callable[[str], Hashable | None]) -> Facet:
    if name in _WITHOUT_LENGTH or isinstance(meaning("1"), Decimal | float | Moment):
        raise ValueError("values of the datatype have no length")
    compare, wanted = _LENGTHS[facet][0], _count(literal)

    def check(text: str, value: Hashable) -> bool:
        return isinstance(value, str | bytes | tuple) and compare(len(value), wanted)

    return check


def _digits(facet: str, literal: str, one: Hashable | None) -> Facet:
    if not isinstance(one, Decimal):
        raise ValueError("values of the datatype have no digits to count")
    wanted = _count(literal)

    def check(text: str, value: Hashable) -> bool:
        whole, _, fraction = text.lstrip("+-").partition(".")
        fraction = fraction.rstrip("0")
        counted = fraction if facet == "fractionDigits" else whole.lstrip("0") + fraction
        return len(counted) <= wanted

    return check


def _count(literal: str) -> int:
    if not re.fullmatch("[0-9]+", literal.strip()):
        raise ValueError("it needs a whole number")
    return int(literal)


def description(base: str, params: Sequence[tuple[str, str]]) -> str:
    """The description of a datatype with its facets, for people."""
    words = {**_DIGITS, **{name: row[1] for table in (_BOUNDS, _LENGTHS) for name, row in table.items()}}
    forms = [
        _READABLE.get(literal, f"of the form {literal}") for facet, literal in params if facet == "pattern"
    ]
    limits = [f"{words[facet]} {literal}" for facet, literal in params if facet != "pattern"]
    return ", ".join([" ".join([base, *dict.fromkeys(forms)]), *limits])
