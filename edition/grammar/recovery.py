"""Where the elements and texts of a document leave the grammar: what is reported, and how reading goes on.

Each function reports one fault and returns a state or an opening from which the rest can be judged on
its own merits, so that one fault does not draw others after it:

- a misspelt name is read as the name that was meant,
- what is missing is taken for given,
- an element in the wrong place has no effect on its parent, and may be the wrong element altogether: nothing
  is expected in it, and only the elements in it are judged again, by their own rules.

`attributes` does the same for attributes.
"""

from __future__ import annotations

from dataclasses import dataclass

from edition.grammar import expectations, names, wording
from edition.grammar.automaton import Automaton, Opening, State
from edition.grammar.expectations import Expected
from edition.grammar.faults import Fault, value
from edition.grammar.sentences import hint, say
from edition.grammar.vocabulary import Tag, Vocabulary
from edition.model import SILENT, Bilingual


@dataclass(frozen=True, slots=True)
class Recovery:
    """The faults of elements and texts in one grammar."""

    automaton: Automaton
    vocabulary: Vocabulary

    def alone(self, name: str) -> Opening | None:
        """An element judged by its own rules wherever it stands; `None` if the grammar does not know it."""
        return self.automaton.content(self.vocabulary.contents[name]) if name in self.vocabulary else None

    def too_early(self, state: State, name: str, parent: Tag) -> tuple[Fault, Opening, Expected] | None:
        """An element before which something is missing, and what that is."""
        opening = self.automaton.opening(state, name, missing_ok=True)
        if opening is None:
            return None
        needed = expectations.needed_elements(state.patterns)
        wanted, element = wording.needed(needed, self.vocabulary.namespace), self.vocabulary.show(name)
        message = say("too early", wanted=wanted, element=element, parent=self.vocabulary.show(parent))
        add = say("add before", wanted=wanted, element=element)
        return Fault("G003", message, hint(add, self.vocabulary.guidelines_on_only(needed))), opening, needed

    def element(self, state: State, name: str, parent: Tag, content: State) -> tuple[Fault, str | None]:
        """An element that is not allowed; `content` is the state in which its parent began.

        The name is that of the element that was probably meant.
        """
        expected = expectations.next_elements(state.patterns)
        meant = self._meant(name, expected)
        misplaced = name in expectations.all_elements(content.patterns).names
        where = ("at this place" if misplaced else "in") if parent.name else "as root"
        message = say(
            "element",
            element=self.vocabulary.show(name),
            place=say(where, parent=self.vocabulary.show(parent)),
            expected=self._expected(expected, parent),
        )
        if meant is not None:
            what = hint(self._did_you_mean(name, meant), self.vocabulary.guidelines(meant))
        else:
            what = hint(self._all(expected), self.vocabulary.guidelines(name))
        return Fault("G001", message, what), meant

    def _meant(self, name: str, expected: Expected) -> str | None:
        local = names.split(name)[1]
        foreign = [found for found in expected.names if names.split(found)[1] == local]
        if foreign:
            return foreign[0]
        if name in self.vocabulary:
            return None  # a name of the grammar in the wrong place is no slip of the pen
        return wording.nearest(name, expected.names, lambda found: names.split(found)[1])

    def _did_you_mean(self, name: str, meant: str) -> Bilingual:
        namespace, local = names.split(meant)
        if local != names.split(name)[1]:
            return say("meant", name=self.vocabulary.show(meant))
        return say("meant in namespace" if namespace else "meant without namespace", namespace=namespace)

    def _expected(self, expected: Expected, parent: Tag) -> Bilingual:
        if not expected:
            return say("expected end", parent=self.vocabulary.show(parent.name))
        return say("expected", list=wording.limited(wording.elements(expected, self.vocabulary.namespace)))

    def _all(self, expected: Expected) -> Bilingual:
        """The list that was too long for the message."""
        listed = wording.elements(expected, self.vocabulary.namespace)
        if len(listed) <= wording.SHORT + 1:
            return SILENT
        return say("allowed here", list=wording.limited(listed, wording.LONG))

    def text(self, state: State, parent: Tag) -> Fault:
        """Text where only elements may stand."""
        shown, written = self.vocabulary.show(parent), self.vocabulary.guidelines(parent.name)
        if state.values:
            return Fault("G006", say("text beside", parent=shown), written)
        expected = expectations.next_elements(state.patterns)
        message = say("text", parent=shown, expected=self._expected(expected, parent))
        return Fault("G006", message, hint(self._all(expected), written))

    def incomplete(self, state: State, tag: Tag) -> Fault:
        """An element that ends before its content is complete."""
        needed = expectations.needed_elements(state.patterns)
        wanted, shown = wording.needed(needed, self.vocabulary.namespace), self.vocabulary.show(tag)
        add = say("add at end", wanted=wanted, element=shown)
        message = say("incomplete", element=shown, wanted=wanted)
        return Fault("G003", message, hint(add, self.vocabulary.guidelines_on_only(needed)))

    def content(self, state: State, tag: Tag, parent: Tag, text: str) -> Fault:
        """Text content that is not among the allowed values."""
        place = {"element": self.vocabulary.located(tag, parent)}
        return value("content", place, text, state.patterns, self.vocabulary.guidelines(tag.name))
