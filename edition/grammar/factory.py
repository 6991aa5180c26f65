"""The maker of patterns: each in its simplest form, and each only once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from edition.grammar.datatypes import Datatype
from edition.grammar.names import NameClass
from edition.grammar.patterns import (
    Attribute,
    Choice,
    Data,
    Empty,
    Group,
    Interleave,
    Items,
    NotAllowed,
    OneOrMore,
    Pattern,
    Text,
    Value,
)
from edition.model import SILENT, Bilingual


class Factory:
    """Makes patterns in their simplest form, each only once."""

    def __init__(self) -> None:
        self.empty = Empty((), nullable=True)
        self.not_allowed = NotAllowed((), nullable=False)
        self.text = Text((), nullable=True)
        self._made: dict[tuple[object, ...], Pattern] = {}

    def choice(self, parts: Iterable[Pattern]) -> Pattern:
        """One of the parts: flat, without repetition and without what is never allowed."""
        members = dict.fromkeys(chain.from_iterable(p.parts if type(p) is Choice else (p,) for p in parts))
        members.pop(self.not_allowed, None)
        if self.empty in members and any(p.nullable for p in members if p is not self.empty):
            del members[self.empty]
        if len(members) < 2:
            return next(iter(members), self.not_allowed)
        made = self._made.get((Choice, frozenset(members)))
        if made is None:
            made = Choice(tuple(members), any(p.nullable for p in members))
            self._made[Choice, frozenset(members)] = made
        return made

    def group(self, first: Pattern, second: Pattern) -> Pattern:
        """The first, then the second."""
        return self._pair(Group, first, second, (Group, first, second))

    def interleave(self, first: Pattern, second: Pattern) -> Pattern:
        """Both, in any order."""
        pair = (first, second) if id(first) <= id(second) else (second, first)
        return self._pair(Interleave, first, second, (Interleave, *pair))

    def _pair(
        self, kind: type[Pattern], first: Pattern, second: Pattern, name: tuple[object, ...]
    ) -> Pattern:
        if first is self.not_allowed or second is self.not_allowed:
            return self.not_allowed
        if first is self.empty or second is self.empty:
            return second if first is self.empty else first
        return self._once(name, lambda: kind((first, second), first.nullable and second.nullable))

    def groups(self, parts: list[Pattern]) -> Pattern:
        """All parts in order, as a balanced tree: long sequences must not nest deeply."""
        if len(parts) < 3:
            return self.group(*parts) if len(parts) == 2 else parts[0] if parts else self.empty
        half = len(parts) // 2
        return self.group(self.groups(parts[:half]), self.groups(parts[half:]))

    def interleaves(self, parts: list[Pattern]) -> Pattern:
        """All parts in any order, as a balanced tree."""
        if len(parts) < 3:
            return self.interleave(*parts) if len(parts) == 2 else parts[0] if parts else self.empty
        half = len(parts) // 2
        return self.interleave(self.interleaves(parts[:half]), self.interleaves(parts[half:]))

    def one_or_more(self, part: Pattern) -> Pattern:
        """The part once or several times; text and what is already repeated need no repetition."""
        if part in (self.empty, self.not_allowed, self.text) or type(part) is OneOrMore:
            return part
        return self._once((OneOrMore, part), lambda: OneOrMore((part,), part.nullable))

    def optional(self, part: Pattern) -> Pattern:
        """The part or nothing."""
        return self.choice((part, self.empty))

    def attribute(self, names: NameClass, value: Pattern, documentation: Bilingual = SILENT) -> Pattern:
        """An attribute; impossible if no value is possible."""
        if value is self.not_allowed:
            return value
        made = (names, value, documentation)
        return self._once((Attribute, *made), lambda: Attribute(*made))

    def data(self, datatype: Datatype, exceptions: Pattern | None) -> Pattern:
        """Text of a datatype."""
        return self._once((Data, datatype, exceptions), lambda: Data(datatype, exceptions))

    def value(self, datatype: Datatype, literal: str) -> Pattern:
        """Text that equals the literal in the sense of the datatype."""
        return self._once((Value, datatype, literal), lambda: Value(datatype, literal))

    def items(self, item: Pattern) -> Pattern:
        """Text whose words satisfy the pattern; impossible if no item is possible."""
        return item if item is self.not_allowed else self._once((Items, item), lambda: Items(item))

    def _once(self, name: tuple[object, ...], make: Callable[[], Pattern]) -> Pattern:
        made = self._made.get(name)
        if made is None:
            made = self._made[name] = make()
        return made
