"""Where the attributes of a document leave the grammar: what is reported, and how reading goes on.

A misspelt attribute is read as the one that was meant, a missing one is taken for given, a value that is
not allowed for one that is.
"""

from __future__ import annotations

from collections.abc import Set

from msgspec import Struct, field

from edition.grammar import expectations, sentences, wording
from edition.grammar.automaton import Automaton, Reading, State
from edition.grammar.expectations import Expected
from edition.grammar.faults import Fault, value
from edition.grammar.sentences import hint, say
from edition.grammar.vocabulary import Tag, Vocabulary
from edition.grammar.wording import LONG, SHORT
from edition.model import SILENT, Bilingual


class Attributes(Struct, frozen=True):
    """The faults of attributes in one grammar. `start` is the state before the first attribute of a tag."""

    automaton: Automaton
    vocabulary: Vocabulary
    _allowed: dict[State, Expected] = field(default_factory=dict)

    def allowed(self, start: State) -> Expected:
        """The attributes that may stand in a tag."""
        if start not in self._allowed:
            self._allowed[start] = expectations.all_attributes(start.patterns)
        return self._allowed[start]

    def value(self, start: State, reading: Reading, name: str, text: str, tag: Tag, parent: Tag) -> Fault:
        """An attribute whose value is not allowed."""
        place = {
            "attribute": wording.attribute(name),
            "element": self.vocabulary.located(tag.without(name), parent),
        }
        written = _guidelines(self.allowed(start), name)
        return value("value", place, text, [allowed for allowed, _ in reading.ways], written)

    def unexpected(
        self, state: State, start: State, name: str, tag: Tag, parent: Tag, present: Set[str]
    ) -> tuple[Fault, State]:
        """An attribute that is not allowed, and the state after the one that was meant.

        `present` are all attributes of the tag.
        """
        expected = self.allowed(start)
        words: dict[str, object] = {
            "attribute": wording.attribute(name),
            "element": self.vocabulary.located(tag.without(name), parent),
        }
        if name in expected.names or any(name in wildcard for wildcard in expected.wildcards):
            others = wording.either(list(map(wording.attribute, self._rivals(start, name, present))))
            what = hint(say("remove one"), _guidelines(expected, name))
            return Fault("G002", say("together", others=others, **words), what), state
        listed = wording.attributes(expected)
        message = say("attribute" if listed else "no attribute", list=wording.limited(listed), **words)
        free = [found for found in expected.names if found not in present]
        meant = wording.nearest(name, free, wording.attribute)
        if meant is None:
            rest = say("allowed", list=wording.limited(listed, LONG)) if len(listed) > SHORT + 1 else SILENT
            return Fault("G002", message, rest), state
        ways = self.automaton.attribute(state, meant).ways
        after = self.automaton.merged(way for _, way in ways) if ways else state
        slip = say("meant", name=wording.attribute(meant))
        return Fault("G002", message, hint(slip, _guidelines(expected, meant))), after

    def _rivals(self, start: State, name: str, present: Set[str]) -> list[str]:
        """The attributes that exclude this one; all others if none does so alone."""
        others = sorted(present - {name})
        excluding = []
        for other in others:
            ways = self.automaton.attribute(start, other).ways
            if ways and not self.automaton.attribute(self.automaton.merged(s for _, s in ways), name).ways:
                excluding.append(other)
        return excluding or others

    def missing(self, state: State, tag: Tag, parent: Tag) -> tuple[Fault, State]:
        """Required attributes that are missing, and the state as if they were there."""
        after = self.automaton.after_tag(state, self.automaton.make.empty)
        rows = expectations.needed_attributes(state.patterns)
        wanted = wording.every([wording.either(wording.attributes(row)) for row in rows])
        message = say(
            "missing" if len(rows) == 1 else "missing several",
            element=self.vocabulary.located(tag, parent),
            wanted=wanted,
        )
        only = rows[0] if len(rows) == 1 and len(rows[0].names) == 1 else Expected()
        written = [_guidelines(only, name) for name in only.names if name in only.documentation]
        what = hint(say("add attribute", wanted=wanted), *(written or [self.vocabulary.guidelines(tag.name)]))
        return Fault("G005", message, what), after


def _guidelines(expected: Expected, name: str) -> Bilingual:
    return sentences.guidelines(wording.attribute(name), expected.documentation.get(name, SILENT))
