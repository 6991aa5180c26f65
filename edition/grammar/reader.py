"""From the XML syntax of RELAX NG to patterns in simplest form.

Read as TEI's ODD compilers and trang write it: with `combine`, `div`, nested grammars and annotations, in one
file or several.
The restrictions of the specification's section 7 are not checked (no compiler breaks them).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping

from msgspec import Struct

from edition.grammar import datatypes, documentation, nameclasses
from edition.grammar.datatypes import Datatype
from edition.grammar.definitions import START, Node, Scope, collect, combination
from edition.grammar.factory import Factory
from edition.grammar.files import Beside
from edition.grammar.patterns import Element, Pattern
from edition.grammar.syntax import Inherited, Syntax
from edition.grammar.unusable import UnusableError


class Place(Struct, frozen=True):
    """Where a pattern stands: what it inherits and which definitions it sees."""

    inherited: Inherited
    scope: Scope | None


class Reader:
    """Reads one grammar file; `elements` are all its element patterns."""

    def __init__(self, rng: bytes, path: str, beside: Beside | None = None) -> None:
        self.make = Factory()
        self.elements: list[Element] = []
        self._syntax = Syntax(rng, path, beside)
        self._types: dict[tuple[str, str, tuple[tuple[str, str], ...]], Datatype] = {}
        self._waiting: deque[tuple[Element, Node, Place]] = deque()

    def start(self) -> Pattern:
        """The pattern of a document, once everything is read."""
        start = self._pattern(self._syntax.root, Place(Inherited(), None))
        # The content of elements waits in line instead of being read on the spot: that is what lets
        # an element contain itself, and keeps the depth of the calls small.
        while self._waiting:
            element, node, place = self._waiting.popleft()
            element.content = self._children(node, place)
        return start

    @property
    def files(self) -> Mapping[str, bytes]:
        """The files that were read besides the main one, by their relative paths."""
        return self._syntax.files

    def _pattern(self, node: Node, around: Place) -> Pattern:
        kind = self._syntax.kind(node)
        read = _PATTERNS.get(kind)
        if read is None:
            self._syntax.refuse(node, "no pattern", kind=kind)
        inherited = self._syntax.inherited(node, around.inherited)
        return read(self, node, around if inherited is around.inherited else Place(inherited, around.scope))

    def _patterns(self, node: Node, place: Place, first: int = 0) -> list[Pattern]:
        found = [self._pattern(child, place) for child in list(self._syntax.children(node))[first:]]
        if not found:
            self._syntax.refuse(node, "empty", kind=self._syntax.kind(node))
        return found

    def _children(self, node: Node, place: Place) -> Pattern:
        """What the children of an element pattern say, after the name class if that is a child."""
        return self.make.groups(self._patterns(node, place, 0 if node.get("name") is not None else 1))

    def _element(self, node: Node, place: Place) -> Pattern:
        element = Element(
            nameclasses.of(self._syntax, node, place.inherited.namespace), documentation.of(node)
        )
        self.elements.append(element)
        self._waiting.append((element, node, place))
        return element

    def _attribute(self, node: Node, place: Place) -> Pattern:
        named = node.get("name") is not None
        namespace = node.get("ns", "") if named else place.inherited.namespace
        content = list(self._syntax.children(node))[0 if named else 1 :]
        if len(content) > 1:
            self._syntax.refuse(node, "several")
        value = self._pattern(content[0], place) if content else self.make.text
        names = nameclasses.of(self._syntax, node, namespace)
        return self.make.attribute(names, value, documentation.of(node))

    def _ref(self, node: Node, place: Place) -> Pattern:
        return self._defined(node, place.scope)

    def _parent_ref(self, node: Node, place: Place) -> Pattern:
        return self._defined(node, place.scope and place.scope.around)

    def _defined(self, node: Node, scope: Scope | None) -> Pattern:
        name = self._syntax.needed(node, "name")
        if scope is None or name not in scope.written:
            self._syntax.refuse(node, "undefined", name=name)
        return self._definition(node, scope, name)

    def _definition(self, node: Node, scope: Scope, name: str) -> Pattern:
        if name in scope.read:
            pattern = scope.read[name]
            if pattern is None:
                self._syntax.refuse(node, "itself", name=name or "start")
            return pattern
        scope.read[name] = None
        parts = [
            self.make.groups(self._patterns(written, Place(inherited, scope)))
            for written, inherited in scope.written[name]
        ]
        combine = combination(self._syntax, scope.written[name])
        pattern = self.make.interleaves(parts) if combine == "interleave" else self.make.choice(parts)
        scope.read[name] = pattern
        return pattern

    def _grammar(self, node: Node, place: Place) -> Pattern:
        scope = Scope(place.scope, {})
        collect(self._syntax, node, place.inherited, scope.written)
        if START not in scope.written:
            self._syntax.refuse(node, "no start")
        for name in scope.written:  # what is not used is read as well: its faults count
            self._definition(node, scope, name)
        return self._definition(node, scope, START)

    def _external(self, node: Node, place: Place) -> Pattern:
        # The definitions around the reference are not those of the other file; its namespace may be.
        return self._pattern(self._syntax.referred(node), Place(Inherited(place.inherited.namespace), None))

    def _data(self, node: Node, place: Place) -> Pattern:
        params: list[tuple[str, str]] = []
        exceptions = None
        for child in self._syntax.children(node):
            kind = self._syntax.kind(child)
            if kind == "param" and exceptions is None:
                params.append((self._syntax.needed(child, "name"), self._syntax.text(child)))
            elif kind == "except" and exceptions is None:
                inside = Place(self._syntax.inherited(child, place.inherited), place.scope)
                exceptions = self.make.choice(self._patterns(child, inside))
            else:
                self._syntax.refuse(child, "in data", kind=kind)
        return self.make.data(self._type(node, place, tuple(params)), exceptions)

    def _value(self, node: Node, place: Place) -> Pattern:
        builtin = node.get("type") is None
        datatype = self._builtin_token() if builtin else self._type(node, place, ())
        literal = self._syntax.text(node)
        if not datatype.allows(literal):
            self._syntax.refuse_in_words(
                node, UnusableError("literal", text=literal, name=datatype.name).words
            )
        return self.make.value(datatype, datatype.space(literal))

    def _builtin_token(self) -> Datatype:
        return self._types.setdefault(("", "token", ()), datatypes.find("", "token"))

    def _type(self, node: Node, place: Place, params: tuple[tuple[str, str], ...]) -> Datatype:
        name = self._syntax.needed(node, "type")
        wanted = (place.inherited.library, name, params)
        if wanted not in self._types:
            try:
                self._types[wanted] = datatypes.find(*wanted)
            except UnusableError as error:
                self._syntax.refuse_in_words(node, error.words)
        return self._types[wanted]


def _many(combine: Callable[[Reader, list[Pattern]], Pattern]) -> Callable[[Reader, Node, Place], Pattern]:
    """The reading of a pattern that is made of its children alone."""
    return lambda reader, node, place: combine(reader, reader._patterns(node, place))


def _one(choose: Callable[[Factory], Pattern]) -> Callable[[Reader, Node, Place], Pattern]:
    """The reading of a pattern that has no content."""
    return lambda reader, node, place: choose(reader.make)


_PATTERNS: dict[str, Callable[[Reader, Node, Place], Pattern]] = {
    "element": Reader._element,
    "attribute": Reader._attribute,
    "ref": Reader._ref,
    "parentRef": Reader._parent_ref,
    "grammar": Reader._grammar,
    "externalRef": Reader._external,
    "data": Reader._data,
    "value": Reader._value,
    "empty": _one(lambda make: make.empty),
    "notAllowed": _one(lambda make: make.not_allowed),
    "text": _one(lambda make: make.text),
    "group": _many(lambda reader, parts: reader.make.groups(parts)),
    "interleave": _many(lambda reader, parts: reader.make.interleaves(parts)),
    "choice": _many(lambda reader, parts: reader.make.choice(parts)),
    "optional": _many(lambda reader, parts: reader.make.optional(reader.make.groups(parts))),
    "oneOrMore": _many(lambda reader, parts: reader.make.one_or_more(reader.make.groups(parts))),
    "zeroOrMore": _many(
        lambda reader, parts: reader.make.optional(reader.make.one_or_more(reader.make.groups(parts)))
    ),
    "mixed": _many(lambda reader, parts: reader.make.interleave(reader.make.text, reader.make.groups(parts))),
    "list": _many(lambda reader, parts: reader.make.items(reader.make.groups(parts))),
}
