"""Where a document leaves the grammar: what is reported, and how reading goes on.

Each function reports one fault and returns a state or an opening from which the rest can be judged on
its own merits, so that one fault does not draw others after it:

- a misspelt name is read as the name that was meant,
- what is missing is taken for given,
- an element in the wrong place has no effect on its parent, and may be the wrong element altogether: nothing
  is expected in it, and only the elements in it are judged again, by their own rules,
- a value that is not allowed is taken for one that is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from edition.grammar import expectations, names, wording
from edition.grammar.automaton import Automaton, Opening, Reading, State
from edition.grammar.expectations import Expected
from edition.grammar.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Fault:
    """What a finding says, without its place."""

    code: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Recovery:
    """The faults of one grammar. `contents`: the possible contents of each element it knows by name."""

    automaton: Automaton
    contents: Mapping[str, tuple[Pattern, ...]]
    namespace: str

    def show(self, name: str) -> str:
        """An element in words."""
        return wording.element(name, self.namespace)

    def knows(self, name: str) -> bool:
        """Whether the grammar calls an element by this name, anywhere."""
        return name in self.contents

    def alone(self, name: str) -> Opening | None:
        """An element judged by its own rules wherever it stands; `None` if the grammar does not know it."""
        return self.automaton.content(self.contents[name]) if name in self.contents else None

    def too_early(self, state: State, name: str, parent: str) -> tuple[Fault, Opening, Expected] | None:
        """An element before which something is missing, and what that is."""
        opening = self.automaton.opening(state, name, missing_ok=True)
        if opening is None:
            return None
        needed = expectations.needed_elements(state.patterns)
        wanted = wording.either(wording.elements(needed, self.namespace))
        where = f"in {self.show(parent)} " if parent else ""
        message = f"Something is missing {where}before {self.show(name)}: {wanted} is expected."
        return Fault("G003", message, f"Add {wanted} before {self.show(name)}."), opening, needed

    def element(self, state: State, name: str, parent: str, content: State) -> tuple[Fault, str | None]:
        """An element that is not allowed; `content` is the state in which its parent began.

        The name is that of the element that was probably meant.
        """
        expected = expectations.next_elements(state.patterns)
        meant = self._meant(name, expected)
        inside = f"in {self.show(parent)}" if parent else "as the root"
        misplaced = name in expectations.all_elements(content.patterns).names
        place = f"at this place {inside}" if misplaced else inside
        message = f"{self.show(name)} is not allowed {place}. {self._expected_here(expected, parent)}"
        if meant is not None:
            return Fault("G001", message, self._did_you_mean(name, meant)), meant
        return Fault("G001", message, self._all(expected)), None

    def _meant(self, name: str, expected: Expected) -> str | None:
        local = names.split(name)[1]
        foreign = [found for found in expected.names if names.split(found)[1] == local]
        if foreign:
            return foreign[0]
        if name in self.contents:
            return None  # a name of the grammar in the wrong place is no slip of the pen
        return wording.nearest(name, expected.names, lambda found: names.split(found)[1])

    def _did_you_mean(self, name: str, meant: str) -> str:
        namespace, local = names.split(meant)
        if local == names.split(name)[1]:
            right = f'of the namespace "{namespace}"' if namespace else "without a namespace"
            return f"Did you mean the element {right}? Check the xmlns of the document."
        return f"Did you mean {self.show(meant)}?"

    def _expected_here(self, expected: Expected, parent: str) -> str:
        if not expected:
            return f"Expected here: the end of {self.show(parent)}."
        return f"Expected here: {wording.limited(wording.elements(expected, self.namespace))}."

    def _rest(self, introduction: str, listed: list[str]) -> str:
        """The list that was too long for the message."""
        too_long = len(listed) > wording.SHORT + 1
        return f"{introduction}: {wording.limited(listed, wording.LONG)}." if too_long else ""

    def _all(self, expected: Expected) -> str:
        return self._rest("Allowed here", wording.elements(expected, self.namespace))

    def text(self, state: State, parent: str) -> Fault:
        """Text where only elements may stand."""
        if state.values:
            return Fault("G006", f"Text is not allowed in {self.show(parent)} beside elements.")
        expected = expectations.next_elements(state.patterns)
        message = f"Text is not allowed here in {self.show(parent)}. {self._expected_here(expected, parent)}"
        return Fault("G006", message, self._all(expected))

    def incomplete(self, state: State, name: str, identifier: str) -> Fault:
        """An element that ends before its content is complete."""
        listed = wording.elements(expectations.needed_elements(state.patterns), self.namespace)
        wanted = wording.either(listed) or "more content"
        of = f" of {self.show(name)} {identifier}" if identifier else f" of {self.show(name)}"
        message = f"{self.show(name)} ends too early: {wanted} is expected."
        return Fault("G003", message, f"Add {wanted} before the end{of}.")

    def content(self, state: State, name: str, text: str) -> Fault:
        """Text content that is not among the allowed values."""
        return self._value(f"The content of {self.show(name)}", text, state.patterns)

    def value(self, reading: Reading, name: str, text: str, element: str) -> Fault:
        """An attribute whose value is not allowed."""
        subject = f"{wording.attribute(name)} of {self.show(element)}"
        return self._value(subject, text, tuple(value for value, _ in reading.ways))

    def _value(self, subject: str, text: str, patterns: tuple[Pattern, ...]) -> Fault:
        options = expectations.options(patterns)
        shown = text if len(text) <= 60 else text[:59] + "…"
        message = f'{subject} is "{shown}": expected {wording.values(options)}.'
        tried = [word for word in text.split() if word not in options.literals] if options.several else [text]
        meant = next((near for word in tried if (near := wording.nearest(word, options.literals))), None)
        return Fault("G004", message, f"Did you mean {meant}?" if meant else "")

    def attribute(
        self, state: State, start: State, name: str, element: str, present: Sequence[str]
    ) -> tuple[Fault, State]:
        """An attribute that is not allowed, and the state after the one that was meant.

        `start` is the state before the first attribute, `present` are all attributes of the tag.
        """
        expected = expectations.all_attributes(start.patterns)
        subject = f"{wording.attribute(name)} is not allowed on {self.show(element)}"
        if name in expected.names or any(name in wildcard for wildcard in expected.wildcards):
            others = wording.either(list(map(wording.attribute, self._rivals(start, name, present))))
            return Fault("G002", f"{subject} together with {others}.", "Remove one of them."), state
        listed = wording.attributes(expected)
        allowed = f". Allowed: {wording.limited(listed)}." if listed else ", nor any other."
        free = [found for found in expected.names if found not in present]
        meant = wording.nearest(name, free, wording.attribute)
        if meant is None:
            return Fault("G002", subject + allowed, self._rest("Allowed", listed)), state
        ways = self.automaton.attribute(state, meant).ways
        after = self.automaton.merged(way for _, way in ways) if ways else state
        return Fault("G002", subject + allowed, f"Did you mean {wording.attribute(meant)}?"), after

    def _rivals(self, start: State, name: str, present: Sequence[str]) -> list[str]:
        """The attributes that exclude this one; all others if none does so alone."""
        others = sorted(set(present) - {name})
        excluding = []
        for other in others:
            ways = self.automaton.attribute(start, other).ways
            if ways and not self.automaton.attribute(self.automaton.merged(s for _, s in ways), name).ways:
                excluding.append(other)
        return excluding or others

    def missing(self, state: State, element: str) -> tuple[Fault, State]:
        """Required attributes that are missing, and the state as if they were there."""
        after = self.automaton.after_tag(state, self.automaton.make.empty)
        rows = expectations.needed_attributes(state.patterns)
        wanted = " and ".join(wording.either(wording.attributes(row)) for row in rows)
        message = f"{self.show(element)} lacks {wanted}."
        return Fault("G005", message, f"Add {wanted} to the start tag."), after
