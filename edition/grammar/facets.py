"""Facets: what the `param`s of a datatype demand of a value (pattern, bounds, length, digits)."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Hashable, Sequence
from decimal import Decimal
from typing import Any

from edition.grammar import regex
from edition.grammar.dates import Moment
from edition.grammar.unusable import UnusableError
from edition.model import Bilingual

Facet = Callable[[str, Hashable], bool]

_BOUNDS: dict[str, Callable[[Any, Any], bool]] = {
    "minInclusive": lambda value, bound: value == bound or value > bound,
    "maxInclusive": lambda value, bound: value == bound or value < bound,
    "minExclusive": operator.gt,
    "maxExclusive": operator.lt,
}
_LENGTHS: dict[str, Callable[[int, int], bool]] = {
    "length": operator.eq,
    "minLength": operator.ge,
    "maxLength": operator.le,
}
_DIGITS = ("totalDigits", "fractionDigits")
_WITHOUT_LENGTH = {"boolean", "duration"}  # besides what has bounds


def make(name: str, facet: str, literal: str, meaning: Callable[[str], Hashable | None]) -> Facet:
    """A facet of the datatype `name`, whose values `meaning` reads; UnusableError if it cannot have it."""
    try:
        if facet == "pattern":
            return _pattern(literal)
        if facet in _BOUNDS:
            return _bound(facet, meaning(literal))
        if facet in _LENGTHS:
            return _length(name, facet, literal, meaning)
        if facet in _DIGITS:
            return _digits(facet, literal, meaning("1"))
    except UnusableError as error:
        raise UnusableError("param", facet=facet, literal=literal, name=name, reason=error.words) from error
    raise UnusableError("no param", name=name, facet=facet)


def _pattern(literal: str) -> Facet:
    regex.check(literal)
    return lambda text, value: regex.matches(literal, text)


def _bound(facet: str, bound: Hashable | None) -> Facet:
    if not isinstance(bound, Decimal | float | Moment):
        raise UnusableError("order")
    compare = _BOUNDS[facet]
    kind = type(bound)
    return lambda text, value: type(value) is kind and compare(value, bound)


def _length(name: str, facet: str, literal: str, meaning: Callable[[str], Hashable | None]) -> Facet:
    if name in _WITHOUT_LENGTH or isinstance(meaning("1"), Decimal | float | Moment):
        raise UnusableError("length")
    compare, wanted = _LENGTHS[facet], _count(literal)

    def check(text: str, value: Hashable) -> bool:
        return isinstance(value, str | bytes | tuple) and compare(len(value), wanted)

    return check


def _digits(facet: str, literal: str, one: Hashable | None) -> Facet:
    if not isinstance(one, Decimal):
        raise UnusableError("digits")
    wanted = _count(literal)

    def check(text: str, value: Hashable) -> bool:
        whole, _, fraction = text.lstrip("+-").partition(".")
        fraction = fraction.rstrip("0")
        counted = fraction if facet == "fractionDigits" else whole.lstrip("0") + fraction
        return len(counted) <= wanted

    return check


def _count(literal: str) -> int:
    if not re.fullmatch("[0-9]+", literal.strip()):
        raise UnusableError("whole")
    return int(literal)


_SAID = {
    "minInclusive": Bilingual("{base}, at least {value}", "{base}, mindestens {value}"),
    "maxInclusive": Bilingual("{base}, at most {value}", "{base}, höchstens {value}"),
    "minExclusive": Bilingual("{base}, more than {value}", "{base}, mehr als {value}"),
    "maxExclusive": Bilingual("{base}, less than {value}", "{base}, weniger als {value}"),
    "length": Bilingual("{base}, of length {value}", "{base}, von der Länge {value}"),
    "minLength": Bilingual("{base}, of length at least {value}", "{base}, mindestens von der Länge {value}"),
    "maxLength": Bilingual("{base}, of length at most {value}", "{base}, höchstens von der Länge {value}"),
    "totalDigits": Bilingual("{base}, with at most {value} digits", "{base}, mit höchstens {value} Ziffern"),
    "fractionDigits": Bilingual(
        "{base}, with at most {value} digits after the point",
        "{base}, mit höchstens {value} Ziffern nach dem Punkt",
    ),
    "pattern": Bilingual("{base} of the form {value}", "{base} der Form {value}"),
}
# What the patterns that every TEI schema uses mean for people.
_WITHOUT_SPACES = Bilingual("{base} without spaces", "{base} ohne Leerzeichen")
_READABLE = dict.fromkeys((r"[^\p{C}\p{Z}]+", r"\S+", r"(\p{L}|\p{N}|\p{P}|\p{S})+"), _WITHOUT_SPACES)


def description(base: Bilingual, params: Sequence[tuple[str, str]]) -> Bilingual:
    """The description of a datatype with its facets, for people; patterns first, since they follow the noun."""
    for facet, literal in sorted(dict.fromkeys(params), key=lambda param: param[0] != "pattern"):
        said = _READABLE.get(literal, _SAID[facet]) if facet == "pattern" else _SAID[facet]
        base = said.filled({"base": base, "value": literal})
    return base
