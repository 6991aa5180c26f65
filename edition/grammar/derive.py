"""What remains of a pattern after an element, an attribute or text: the derivatives of James Clark's
"An algorithm for RELAX NG validation", in the form that needs no `after` pattern.

Opening an element yields every pair of (pattern of its content, pattern of what follows it); the two
levels never meet in one pattern, so what is learnt inside an element holds wherever it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from edition.grammar.datatypes import words
from edition.grammar.factory import Factory
from edition.grammar.patterns import (
    Attribute,
    Choice,
    Data,
    Element,
    Group,
    Interleave,
    Items,
    OneOrMore,
    Pattern,
    Text,
    Value,
)

Pairs = Iterator[tuple[Pattern, Pattern]]


class Derivatives:
    """The derivatives of the patterns that `make` makes."""

    def __init__(self, make: Factory) -> None:
        self._make = make

    def elements(self, pattern: Pattern, name: str, missing_ok: bool = False) -> Pairs:
        """(content, rest) for each way to read an element of this name first.

        With `missing_ok`, required things before the element are passed over as if they had been there.
        """
        make = self._make
        if isinstance(pattern, Element):
            if name in pattern.names and pattern.content is not make.not_allowed:
                yield pattern.content, make.empty
        elif isinstance(pattern, Choice):
            for part in pattern.parts:
                yield from self.elements(part, name, missing_ok)
        elif isinstance(pattern, Group):
            first, second = pattern.parts
            for content, rest in self.elements(first, name, missing_ok):
                yield content, make.group(rest, second)
            if first.nullable or missing_ok:
                yield from self.elements(second, name, missing_ok)
        elif isinstance(pattern, Interleave):
            yield from self._interleaved(pattern, lambda part: self.elements(part, name, missing_ok))
        elif isinstance(pattern, OneOrMore):
            for content, rest in self.elements(pattern.parts[0], name, missing_ok):
                yield content, make.group(rest, make.optional(pattern))

    def attributes(self, pattern: Pattern, name: str) -> Pairs:
        """(value, rest) for each way to read an attribute of this name, wherever it stands."""
        if not pattern.attributes:
            return
        make = self._make
        if isinstance(pattern, Attribute):
            if name in pattern.names:
                yield pattern.value, make.empty
        elif isinstance(pattern, Choice):
            for part in pattern.parts:
                yield from self.attributes(part, name)
        elif isinstance(pattern, Group):
            first, second = pattern.parts
            for value, rest in self.attributes(first, name):
                yield value, make.group(rest, second)
            for value, rest in self.attributes(second, name):
                yield value, make.group(first, rest)
        elif isinstance(pattern, Interleave):
            yield from self._interleaved(pattern, lambda part: self.attributes(part, name))
        elif isinstance(pattern, OneOrMore):
            for value, rest in self.attributes(pattern.parts[0], name):
                yield value, make.group(rest, make.optional(pattern))

    def _interleaved(self, pattern: Pattern, derive: Callable[[Pattern], Pairs]) -> Pairs:
        first, second = pattern.parts
        for inner, rest in derive(first):
            yield inner, self._make.interleave(rest, second)
        for inner, rest in derive(second):
            yield inner, self._make.interleave(first, rest)

    def without_attributes(self, pattern: Pattern, instead: Pattern) -> Pattern:
        """The pattern once the start tag is over: attributes not yet read become `instead`.

        `not_allowed` makes what is missing fatal, `empty` forgives it.
        """
        if not pattern.attributes:
            return pattern
        if isinstance(pattern, Attribute):
            return instead
        return self._rebuilt(pattern, [self.without_attributes(part, instead) for part in pattern.parts])

    def _rebuilt(self, pattern: Pattern, parts: list[Pattern]) -> Pattern:
        """A pattern of the same kind from other parts."""
        make = self._make
        if isinstance(pattern, Choice):
            return make.choice(parts)
        if isinstance(pattern, Group):
            return make.group(*parts)
        if isinstance(pattern, Interleave):
            return make.interleave(*parts)
        return make.one_or_more(*parts)

    def text(self, pattern: Pattern, text: str | None) -> Pattern:
        """What remains after text; `None` is text among elements, which only `text` patterns allow."""
        make = self._make
        if isinstance(pattern, Text):
            return pattern
        if isinstance(pattern, Choice):
            return make.choice(self.text(part, text) for part in pattern.parts)
        if isinstance(pattern, Group):
            first, second = pattern.parts
            rest = make.group(self.text(first, text), second)
            return make.choice((rest, self.text(second, text))) if first.nullable else rest
        if isinstance(pattern, Interleave):
            first, second = pattern.parts
            one = make.interleave(self.text(first, text), second)
            return make.choice((one, make.interleave(first, self.text(second, text))))
        if isinstance(pattern, OneOrMore):
            return make.group(self.text(pattern.parts[0], text), make.optional(pattern))
        allowed = text is not None and pattern.values and self._allows(pattern, text)
        return make.empty if allowed else make.not_allowed

    def _allows(self, pattern: Pattern, text: str) -> bool:
        if isinstance(pattern, Value):
            return bool(pattern.datatype.meaning(text) == pattern.meaning)
        if isinstance(pattern, Data):
            excepted = pattern.exceptions is not None and self.accepts(pattern.exceptions, text)
            return pattern.datatype.allows(text) and not excepted
        if isinstance(pattern, Items):
            return self._list(pattern.item, words(text)).nullable
        return False

    def _list(self, rest: Pattern, items: list[str]) -> Pattern:
        """What remains after the words of a list."""
        known: dict[tuple[Pattern, str], Pattern] = {}
        for word in items:
            after = known.get((rest, word))
            if after is None:
                after = known[rest, word] = self.text(rest, word)
            rest = after
            if rest is self._make.not_allowed:
                break
        return rest

    def accepts(self, pattern: Pattern, text: str) -> bool:
        """Whether the text satisfies the pattern as a whole; white space may count as nothing."""
        if isinstance(pattern, Text) or (pattern.nullable and not text.strip(" \t\r\n")):
            return True
        return self.text(pattern, text).nullable
