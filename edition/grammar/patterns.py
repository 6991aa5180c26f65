"""The patterns of a grammar, simplified: each is made once, so that equal patterns are the same object.

Only then can derivatives be memoised by identity, and only then do they stay small. Patterns are made by
a `factory` and by nobody else. `nullable`: the pattern is satisfied by nothing more. `attributes` and
`values`: attributes, or text that must be read as a whole, occur in it above the next element.
"""

from __future__ import annotations

from edition.grammar.datatypes import Datatype
from edition.grammar.names import NameClass
from edition.model import SILENT, Bilingual


class Pattern:
    """A pattern; `parts` are the patterns it is made of on the same level."""

    __slots__ = ("attributes", "nullable", "parts", "values")
    attributes: bool
    values: bool

    def __init__(self, parts: tuple[Pattern, ...], nullable: bool) -> None:
        self.parts = parts
        self.nullable = nullable
        self.attributes = any(part.attributes for part in parts)
        self.values = any(part.values for part in parts)


class Empty(Pattern):
    """Nothing, and nothing is missing."""

    __slots__ = ()


class NotAllowed(Pattern):
    """What nothing can satisfy."""

    __slots__ = ()


class Text(Pattern):
    """Any text."""

    __slots__ = ()


class Choice(Pattern):
    """One of the parts."""

    __slots__ = ()


class Group(Pattern):
    """The first part, then the second."""

    __slots__ = ()


class Interleave(Pattern):
    """Both parts, mingled."""

    __slots__ = ()


class OneOrMore(Pattern):
    """The part, once or several times."""

    __slots__ = ()


class Element(Pattern):
    """An element. Its content is filled in after it is made, because content may contain the element."""

    __slots__ = ("content", "documentation", "names")
    content: Pattern

    def __init__(self, names: NameClass, documentation: Bilingual = SILENT) -> None:
        super().__init__((), nullable=False)
        self.names = names
        self.documentation = documentation


class Attribute(Pattern):
    """An attribute and the pattern of its value."""

    __slots__ = ("documentation", "names", "value")

    def __init__(self, names: NameClass, value: Pattern, documentation: Bilingual) -> None:
        super().__init__((), nullable=False)
        self.names = names
        self.value = value
        self.documentation = documentation
        self.attributes = True


class Data(Pattern):
    """Text that is a value of the datatype, but not one of the exceptions."""

    __slots__ = ("datatype", "exceptions")

    def __init__(self, datatype: Datatype, exceptions: Pattern | None) -> None:
        super().__init__((), nullable=False)
        self.datatype = datatype
        self.exceptions = exceptions
        self.values = True


class Value(Pattern):
    """Text that equals a given value."""

    __slots__ = ("datatype", "literal", "meaning")

    def __init__(self, datatype: Datatype, literal: str) -> None:
        super().__init__((), nullable=False)
        self.datatype = datatype
        self.literal = literal
        self.meaning = datatype.meaning(literal)
        self.values = True


class Items(Pattern):
    """Text that is a list: its words satisfy the part (`list` in RELAX NG)."""

    __slots__ = ("item",)

    def __init__(self, item: Pattern) -> None:
        super().__init__((), nullable=False)
        self.item = item
        self.values = True
