"""From the XML syntax of RELAX NG to patterns in simplest form.

Read as TEI's ODD compilers write it: one file, with `combine`, `div`, nested grammars and annotations.
The restrictions of the specification's section 7 are not checked (no compiler breaks them).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from edition.grammar import datatypes, documentation, nameclasses
from edition.grammar.datatypes import Datatype
from edition.grammar.factory import Factory
from edition.grammar.patterns import Element, Pattern
from edition.grammar.syntax import Inherited, Syntax

START = ""  # what `start` is called among the definitions; no name can be empty
Node = etree._Element


@dataclass(slots=True, eq=False)
class Scope:
    """The definitions of one `grammar`, those around it, and what they have become so far."""

    around: Scope | None
    written: dict[str, list[tuple[Node, Inherited]]] = field(default_factory=dict)
    read: dict[str, Pattern | None] = field(default_factory=dict)  # None: being read


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pattern stands: what it inherits and which definitions it sees."""

    inherited: Inherited
    scope: Scope | None


class Reader:
    """Reads one grammar file; `elements` are all its element patterns."""

    def __init__(self, rng: bytes, path: str) -> None:
        self.make = Factory()
        self.elements: list[Element] = []
        self._syntax = Syntax(rng, path)
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

    def _pattern(self, node: Node, around: Place) -> Pattern:
        kind = self._syntax.kind(node)
        read = _PATTERNS.get(kind)
        if read is None:
            self._syntax.refuse(node, *_REFUSED.get(kind, (f"<{kind}> is no pattern of RELAX NG", "")))
        inherited = self._syntax.inherited(node, around.inherited)
        return read(self, node, around if inherited is around.inherited else Place(inherited, around.scope))

    def _patterns(self, node: Node, place: Place, first: int = 0) -> list[Pattern]:
        found = [self._pattern(child, place) for child in list(self._syntax.children(node))[first:]]
        if not found:
            self._syntax.refuse(node, f"<{self._syntax.kind(node)}> contains no pattern")
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
            self._syntax.refuse(node, "<attribute> contains more than one pattern")
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
            self._syntax.refuse(node, f"The name {name} is not defined")
        return self._definition(node, scope, name)

    def _definition(self, node: Node, scope: Scope, name: str) -> Pattern:
        if name in scope.read:
            pattern = scope.read[name]
            if pattern is None:
                self._syntax.refuse(node, f"The definition of {name} refers to itself outside of any element")
            return pattern
        scope.read[name] = None
        parts = [
            self.make.groups(self._patterns(written, Place(inherited, scope)))
            for written, inherited in scope.written[name]
        ]
        combine = self._combine(scope.written[name])
        pattern = self.make.interleaves(parts) if combine == "interleave" else self.make.choice(parts)
        scope.read[name] = pattern
        return pattern

    def _combine(self, written: list[tuple[Node, Inherited]]) -> str:
        ways = [node.get("combine", "").strip() for node, _ in written]
        node = written[-1][0]
        name = node.get("name", "start")
        if ways.count("") > 1:
            self._syntax.refuse(node, f"{name} is defined twice without combine")
        said = set(ways) - {""}
        if len(said) > 1 or not said <= {"choice", "interleave"}:
            self._syntax.refuse(node, f"The definitions of {name} do not agree on how they combine")
        return said.pop() if said else "choice"

    def _grammar(self, node: Node, place: Place) -> Pattern:
        scope = Scope(place.scope)
        self._collect(node, place.inherited, scope)
        if START not in scope.written:
            self._syntax.refuse(node, "The grammar has no <start>")
        for name in scope.written:  # what is not used is read as well: its faults count
            self._definition(node, scope, name)
        return self._definition(node, scope, START)

    def _collect(self, node: Node, inherited: Inherited, scope: Scope) -> None:
        for child in self._syntax.children(node):
            kind = self._syntax.kind(child)
            inside = self._syntax.inherited(child, inherited)
            if kind == "div":
                self._collect(child, inside, scope)
            elif kind in ("define", "start"):
                name = START if kind == "start" else self._syntax.needed(child, "name")
                scope.written.setdefault(name, []).append((child, inside))
            else:
                self._syntax.refuse(child, *_REFUSED.get(kind, (f"<{kind}> must not stand in <grammar>", "")))

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
                self._syntax.refuse(child, f"<{kind}> must not stand here in <data>")
        return self.make.data(self._type(node, place, tuple(params)), exceptions)

    def _value(self, node: Node, place: Place) -> Pattern:
        builtin = node.get("type") is None
        datatype = self._builtin_token() if builtin else self._type(node, place, ())
        literal = self._syntax.text(node)
        if not datatype.allows(literal):
            self._syntax.refuse(node, f'"{literal}" is no value of the datatype {datatype.name}')
        return self.make.value(datatype, datatype.space(literal))

    def _builtin_token(self) -> Datatype:
        return self._types.setdefault(("", "token", ()), datatypes.find("", "token"))

    def _type(self, node: Node, place: Place, params: tuple[tuple[str, str], ...]) -> Datatype:
        name = self._syntax.needed(node, "type")
        wanted = (place.inherited.library, name, params)
        if wanted not in self._types:
            try:
                self._types[wanted] = datatypes.find(*wanted)
            except ValueError as error:
                self._syntax.refuse(node, str(error).rstrip("."))
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
_ONE_FILE = "Compile the schema into one file without references to others."
_REFUSED = {
    "include": ("<include> refers to another file, and a grammar must be one file here", _ONE_FILE),
    "externalRef": ("<externalRef> refers to another file, and a grammar must be one file here", _ONE_FILE),
}
