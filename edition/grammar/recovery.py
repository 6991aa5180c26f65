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

from msgspec import Struct, field

from edition.grammar import expectations, names, wording
from edition.grammar.automaton import MEMORY, Automaton, Opening, State
from edition.grammar.expectations import Expected
from edition.grammar.faults import Fault, value
from edition.grammar.sentences import hint, say
from edition.grammar.vocabulary import Tag, Vocabulary
from edition.model import SILENT, Bilingual


class Here(Struct, frozen=True):
    """What may come in a state, and the list of it: short for a message, long if that was too short."""

    expected: Expected
    short: Bilingual
    long: Bilingual


class Recovery(Struct, frozen=True):
    """The faults of elements and texts in one grammar; what it looks up for them it remembers."""

    automaton: Automaton
    vocabulary: Vocabulary
    _here: dict[State, Here] = field(default_factory=dict)
    _children: dict[State, frozenset[str]] = field(default_factory=dict)
    _slips: dict[tuple[State, str], str | None] = field(default_factory=dict)

    def here(self, state: State) -> Here:
        """What may come in a state."""
        if state not in self._here:
            expected = expectations.next_elements(state.patterns)
            listed = wording.elements(expected, self.vocabulary.namespace)
            too_long = len(listed) > wording.SHORT + 1
            rest = say("allowed here", list=wording.limited(listed, wording.LONG)) if too_long else SILENT
            self._here[state] = Here(expected, wording.limited(listed), rest)
        return self._here[state]

    def _may_contain(self, content: State, name: str) -> bool:
        """Whether an element that began in this state may contain the other somewhere."""
        if content not in self._children:
            self._children[content] = frozenset(expectations.all_elements(content.patterns).names)
        return name in self._children[content]

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
        here = self.here(state)
        meant = self._meant(state, name)
        where = ("at this place" if self._may_contain(content, name) else "in") if parent.name else "as root"
        message = say(
            "element",
            element=self.vocabulary.show(name),
            place=say(where, parent=self.vocabulary.show(parent)),
            expected=self._expected(here, parent),
        )
        if meant is not None:
            what = hint(self._did_you_mean(name, meant), self.vocabulary.guidelines(meant))
        else:
            what = hint(here.long, self.vocabulary.guidelines(name))
        return Fault("G001", message, what), meant

    def _meant(self, state: State, name: str) -> str | None:
        if (state, name) not in self._slips:
            if len(self._slips) >= MEMORY:
                self._slips.clear()
            self._slips[state, name] = self._slip(self.here(state).expected, name)
        return self._slips[state, name]

    def _slip(self, expected: Expected, name: str) -> str | None:
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

    def _expected(self, here: Here, parent: Tag) -> Bilingual:
        if not here.expected:
            return say("expected end", parent=self.vocabulary.show(parent.name))
        return say("expected", list=here.short)

    def text(self, state: State, parent: Tag) -> Fault:
        """Text where only elements may stand."""
        shown, written = self.vocabulary.show(parent), self.vocabulary.guidelines(parent.name)
        if state.values:
            return Fault("G006", say("text beside", parent=shown), written)
        here = self.here(state)
        message = say("text", parent=shown, expected=self._expected(here, parent))
        return Fault("G006", message, hint(here.long, written))

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
