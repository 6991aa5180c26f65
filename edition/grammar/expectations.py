"""What a pattern would have allowed, and what it still needs: the raw material of messages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from edition.grammar.names import AnyName, NamespaceName, literals, wildcards
from edition.grammar.patterns import (
    Attribute,
    Choice,
    Data,
    Element,
    Group,
    Items,
    NotAllowed,
    Pattern,
    Text,
    Value,
)
from edition.model import Bilingual

Wildcard = AnyName | NamespaceName
_BUT_NOT = Bilingual("{datatype}, but not: {exceptions}", "{datatype}, aber nicht: {exceptions}")


class Expected(Struct, frozen=True):
    """What may come: names (keys), wildcards, text, and texts that are values."""

    names: tuple[str, ...] = ()
    wildcards: tuple[Wildcard, ...] = ()
    text: bool = False
    documentation: Mapping[str, Bilingual] = field(default_factory=dict)  # of the names that have any

    def __bool__(self) -> bool:
        return bool(self.names or self.wildcards or self.text)


class Options(Struct, frozen=True):
    """The values a text may have: those spelt out, descriptions of others, and whether several may stand."""

    literals: tuple[str, ...]
    descriptions: tuple[Bilingual, ...]
    several: bool


def _expected(leaves: Iterable[Pattern]) -> Expected:
    found = [
        leaf for leaf in leaves if not (isinstance(leaf, Element) and isinstance(leaf.content, NotAllowed))
    ]
    named = [leaf.names for leaf in found if isinstance(leaf, Element | Attribute)]
    return Expected(
        tuple(dict.fromkeys(name for names in named for name in literals(names))),
        tuple(dict.fromkeys(wildcard for names in named for wildcard in wildcards(names))),
        any(isinstance(leaf, Text | Data | Value | Items) for leaf in found),
        _documented(found),
    )


def _documented(leaves: Iterable[Pattern]) -> Mapping[str, Bilingual]:
    said: dict[str, Bilingual] = {}
    for leaf in leaves:
        if isinstance(leaf, Element | Attribute) and leaf.documentation:
            for name in literals(leaf.names):
                said.setdefault(name, leaf.documentation)
    return said


def next_elements(patterns: Iterable[Pattern]) -> Expected:
    """The elements that may come next, and whether text may."""
    return _expected(leaf for pattern in patterns for leaf in _first(pattern))


def _first(pattern: Pattern) -> Iterator[Pattern]:
    if type(pattern) is Group:
        first, second = pattern.parts
        yield from _first(first)
        if first.nullable:
            yield from _first(second)
    elif pattern.parts:
        for part in pattern.parts:
            yield from _first(part)
    elif not isinstance(pattern, Attribute):
        yield pattern


def all_elements(patterns: Iterable[Pattern]) -> Expected:
    """The elements that may stand anywhere among the children."""
    return _expected(leaf for pattern in patterns for leaf in _leaves(pattern) if isinstance(leaf, Element))


def all_attributes(patterns: Iterable[Pattern]) -> Expected:
    """The attributes that may still come."""
    return _expected(leaf for pattern in patterns for leaf in _leaves(pattern) if isinstance(leaf, Attribute))


def _leaves(pattern: Pattern) -> Iterator[Pattern]:
    if not pattern.parts:
        yield pattern
    for part in pattern.parts:
        yield from _leaves(part)


def needed_elements(patterns: Iterable[Pattern]) -> Expected:
    """The elements of which one has to come before the content can be complete."""
    return _expected(leaf for pattern in patterns for leaf in _needed(pattern))


def _needed(pattern: Pattern) -> Iterator[Pattern]:
    if pattern.nullable:
        return
    if type(pattern) is Group:
        first, second = pattern.parts
        yield from _needed(second if first.nullable else first)
    elif pattern.parts:
        for part in pattern.parts:
            yield from _needed(part)
    else:
        yield pattern


def needed_attributes(patterns: Iterable[Pattern]) -> list[Expected]:
    """The attributes that are missing: one of each row has to be added."""
    several = [_missing(pattern) for pattern in patterns]
    if len(several) == 1:
        return [_expected(row) for row in several[0]]
    return [_expected(leaf for rows in several for row in rows for leaf in row)]


def _missing(pattern: Pattern) -> list[list[Pattern]]:
    """Rows of attributes; of each row one is needed.

    A choice with a way that needs none needs none; otherwise it needs the first that one of its ways needs.
    """
    if isinstance(pattern, Attribute):
        return [[pattern]]
    if not pattern.attributes:
        return []
    rows = [_missing(part) for part in pattern.parts]
    if type(pattern) is Choice:
        return [[leaf for found in rows for leaf in found[0]]] if all(rows) else []
    return [row for found in rows for row in found]


def options(patterns: Iterable[Pattern]) -> Options:
    """The values that text may have."""
    leaves = [leaf for pattern in patterns for leaf in _values(pattern)]
    return Options(
        tuple(dict.fromkeys(leaf.literal for leaf in leaves if isinstance(leaf, Value))),
        tuple(dict.fromkeys(_description(leaf) for leaf in leaves if isinstance(leaf, Data))),
        any(isinstance(leaf, Items) for leaf in leaves),
    )


def _description(data: Data) -> Bilingual:
    excepted = options([data.exceptions]).literals if data.exceptions else ()
    if not excepted:
        return data.datatype.description
    return _BUT_NOT.filled({"datatype": data.datatype.description, "exceptions": ", ".join(excepted)})


def _values(pattern: Pattern) -> Iterator[Pattern]:
    for leaf in _leaves(pattern):
        yield leaf
        if isinstance(leaf, Items):
            yield from _values(leaf.item)
