"""The automaton of a grammar, built as far as documents lead into it, and kept.

A *state* is where the reading of one element stands. Nearly always that is one pattern; where the grammar
leaves open for a while which of several elements is being read, there is one pattern for each of these
*origins*, and closing the element tells which have survived. What is remembered in a state does not
depend on where the element stands, so documents of any size soon meet only known states.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from edition.grammar.derive import Derivatives
from edition.grammar.factory import Factory
from edition.grammar.patterns import Pattern

Items = tuple[tuple[Pattern, int], ...]
MEMORY = 10_000  # values remembered in a state: enough for the pointers of an edition, not without end


class State(Struct, eq=False):
    """Pattern and origin of every way to read what has come so far; the rest is memory."""

    items: Items
    complete: frozenset[int]  # the origins that may end here
    values: bool  # whether text has to be read as a whole here
    opened: dict[str, Opening | None] = field(default_factory=dict)
    attributes: dict[str, Reading] = field(default_factory=dict)
    tagged: State | None = None  # after the start tag, if nothing is missing
    texted: State | None = None  # after text among elements
    tag_known: bool = False
    text_known: bool = False
    texts: dict[str, frozenset[int]] = field(default_factory=dict)

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """The patterns, without their origins."""
        return tuple(pattern for pattern, _ in self.items)


class Opening(Struct, eq=False):
    """An element has been opened: the state inside it, and for each origin the state after it.

    Without states after it, the element stands where it has no effect on its parent.
    """

    inner: State
    after: tuple[State, ...]
    closed: dict[frozenset[int], State] = field(default_factory=dict)


class Reading(Struct, eq=False):
    """Ways to read an attribute: for each pattern its value may have, the state after it."""

    ways: tuple[tuple[Pattern, State], ...]
    texts: dict[str, State | None] = field(default_factory=dict)


class Automaton:
    """The states of a grammar that begins with the pattern `start`, and the steps between them."""

    def __init__(self, make: Factory, start: Pattern) -> None:
        self.make = make
        self.derive = Derivatives(make)
        self._states: dict[Items, State] = {}
        self.start = self.state([(start, 0)])

    def state(self, items: Iterable[tuple[Pattern, int]]) -> State:
        """The state of these patterns: one a origin, none that can never be satisfied."""
        found: dict[int, list[Pattern]] = {}
        for pattern, origin in items:
            found.setdefault(origin, []).append(pattern)
        made = ((self.make.choice(patterns), origin) for origin, patterns in sorted(found.items()))
        key = tuple((pattern, origin) for pattern, origin in made if pattern is not self.make.not_allowed)
        state = self._states.get(key)
        if state is None:
            complete = frozenset(origin for pattern, origin in key if pattern.nullable)
            state = self._states[key] = State(key, complete, any(pattern.values for pattern, _ in key))
        return state

    def content(self, patterns: Iterable[Pattern]) -> Opening:
        """An element that has one of these contents and no effect on what is around it."""
        return Opening(self.state((p, i) for i, p in enumerate(dict.fromkeys(patterns))), ())

    def open(self, state: State, name: str) -> Opening | None:
        """What opening an element of this name leads to, `None` if it is not allowed."""
        try:
            return state.opened[name]
        except KeyError:
            opening = state.opened[name] = self.opening(state, name)
            return opening

    def opening(self, state: State, name: str, missing_ok: bool = False) -> Opening | None:
        """The same, not remembered; with `missing_ok` required things before the element may be missing."""
        after: dict[Pattern, list[tuple[Pattern, int]]] = {}
        for pattern, origin in state.items:
            for content, rest in self.derive.elements(pattern, name, missing_ok):
                after.setdefault(content, []).append((rest, origin))
        if not after:
            return None
        inner = self.state((content, index) for index, content in enumerate(after))
        return Opening(inner, tuple(self.state(rests) for rests in after.values()))

    def attribute(self, state: State, name: str) -> Reading:
        """The ways to read an attribute of this name; none if it is not allowed."""
        try:
            return state.attributes[name]
        except KeyError:
            ways: dict[Pattern, list[tuple[Pattern, int]]] = {}
            for pattern, origin in state.items:
                for value, rest in self.derive.attributes(pattern, name):
                    ways.setdefault(value, []).append((rest, origin))
            reading = Reading(tuple((value, self.state(rests)) for value, rests in ways.items()))
            state.attributes[name] = reading
            return reading

    def value(self, reading: Reading, text: str) -> State | None:
        """The state after an attribute with this value, `None` if the value is not allowed."""
        try:
            return reading.texts[text]
        except KeyError:
            states = [state for value, state in reading.ways if self.derive.accepts(value, text)]
            if len(reading.texts) >= MEMORY:
                reading.texts.clear()
            result = reading.texts[text] = self.merged(states) if states else None
            return result

    def merged(self, states: Iterable[State]) -> State:
        """The state in which any of these may be the true one."""
        several = list(states)
        if len(several) == 1:
            return several[0]
        return self.state(item for state in several for item in state.items)

    def end_tag(self, state: State) -> State | None:
        """The state after the start tag, `None` if required attributes are missing."""
        if not state.tag_known:
            done = self.after_tag(state, self.make.not_allowed)
            state.tagged, state.tag_known = (done if done.items else None), True
        return state.tagged

    def after_tag(self, state: State, instead: Pattern) -> State:
        """The state after the start tag, with `instead` in the place of attributes that were not read."""
        return self.state((self.derive.without_attributes(p, instead), origin) for p, origin in state.items)

    def mixed(self, state: State) -> State | None:
        """The state after text among elements, `None` if text is not allowed."""
        if not state.text_known:
            done = self.state((self.derive.text(p, None), origin) for p, origin in state.items)
            state.texted, state.text_known = (done if done.items else None), True
        return state.texted

    def whole(self, state: State, text: str) -> frozenset[int]:
        """The origins whose whole content this text may be."""
        try:
            return state.texts[text]
        except KeyError:
            if len(state.texts) >= MEMORY:
                state.texts.clear()
            done = frozenset(origin for p, origin in state.items if self.derive.accepts(p, text))
            state.texts[text] = done
            return done

    def close(self, opening: Opening, survivors: frozenset[int]) -> State:
        """The state of the parent after an element of which these origins have survived."""
        try:
            return opening.closed[survivors]
        except KeyError:
            state = self.merged(opening.after[origin] for origin in sorted(survivors))
            opening.closed[survivors] = state
            return state
