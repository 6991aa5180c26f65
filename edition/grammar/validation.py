"""One document against one grammar: its tags and texts drive the automaton."""

from __future__ import annotations

from msgspec import Struct, field

from edition.grammar import names
from edition.grammar.attributes import Attributes
from edition.grammar.automaton import Opening, State
from edition.grammar.document import Document, Place
from edition.grammar.expectations import next_elements
from edition.grammar.faults import Fault
from edition.grammar.recovery import Recovery
from edition.grammar.vocabulary import Tag
from edition.model import Finding

_SPACE = " \t\r\n"


class Level(Struct, eq=False):
    """An open element. Without a state nothing is expected in it: the grammar does not know it."""

    name: str
    opening: Opening | None
    place: Place
    state: State | None = None
    content: State | None = None  # the state after the start tag
    attributes: list[str] | tuple[()] = ()
    children: bool = False
    text: list[str] = field(default_factory=list)  # kept only where text has to be read as a whole
    text_place: Place = (1, 1)
    reported: bool = False  # one finding about text is enough for an element
    missed: frozenset[str] = frozenset()  # the elements that were reported as missing
    excused: bool = False  # something wrong may have stood for what is missing
    named: Tag | None = None
    astray: bool = False  # the last child was not allowed here either

    @property
    def tag(self) -> Tag:
        """The element as a message names it."""
        if self.named is None:
            self.named = Tag.of(self.name, self.attributes)
        return self.named


class Validation:
    """Reads one document; `findings` are what it broke."""

    def __init__(self, recovery: Recovery, attributes: Attributes, document: Document) -> None:
        self.findings: list[Finding] = []
        self._document = document
        self._recovery = recovery
        self._attributes = attributes
        self._automaton = recovery.automaton
        self._mistaken: dict[str, str] = {}  # wrong namespaces, each reported once, and the right ones
        start = recovery.automaton.start
        self._levels = [Level("", None, (1, 1), start, start)]

    def read(self) -> None:
        """Read the whole document; InputError if it is not well-formed."""
        self._document.read(self._start, self._end, self._characters)

    def _report(self, fault: Fault, place: Place) -> None:
        line, column = place
        self.findings.append(
            Finding(fault.code, "error", self._document.path, line, column, fault.message, fault.hint)
        )

    def _start(self, name: str, attributes: list[str]) -> None:
        place = self._document.place()
        parent = self._levels[-1]
        if parent.text:
            self._before_element(parent, name)
        parent.children = True
        opening = None
        if parent.state is not None:
            opening = self._automaton.open(parent.state, name)
        if opening is None:
            opening = self._unexpected(parent, name, place)
        elif parent.astray:
            parent.astray = False
        level = Level(name, opening, place, attributes=attributes)
        if opening is not None:
            level.state = level.content = self._tag(opening.inner, level, parent)
        self._levels.append(level)

    def _tag(self, start: State, level: Level, parent: Level) -> State:
        """The state after the start tag."""
        state, attributes = start, level.attributes
        present: frozenset[str] = frozenset()
        for index in range(0, len(attributes), 2):
            attribute, value = attributes[index], attributes[index + 1]
            reading = self._automaton.attribute(state, attribute)
            if not reading.ways:
                present = present or frozenset(attributes[::2])
                fault, state = self._attributes.unexpected(
                    state, start, attribute, level.tag, parent.tag, present
                )
                self._report(fault, level.place)
                continue
            after = self._automaton.value(reading, value)
            if after is None:
                fault = self._attributes.value(start, reading, attribute, value, level.tag, parent.tag)
                self._report(fault, level.place)
            state = after or self._automaton.merged(way for _, way in reading.ways)
        tagged = self._automaton.end_tag(state)
        if tagged is None:
            fault, tagged = self._attributes.missing(state, level.tag, parent.tag)
            self._report(fault, level.place)
        return tagged

    def _unexpected(self, parent: Level, name: str, place: Place) -> Opening | None:
        """What to make of an element that its parent does not allow now."""
        namespace, local = names.split(name)
        if namespace in self._mistaken:
            name = names.key(self._mistaken[namespace], local)
        if parent.state is None or parent.content is None:
            return self._recovery.alone(name)
        if namespace in self._mistaken and (opening := self._automaton.open(parent.state, name)):
            return opening
        early = self._recovery.too_early(parent.state, name, parent.tag)
        if early is not None:
            fault, opening, needed = early
            parent.missed |= frozenset(needed.names)
            if not parent.excused:
                self._report(fault, place)
            return opening
        if name in parent.missed:
            return self._recovery.alone(name)  # it has been reported as missing, and comes too late
        return self._refuse_element(parent, parent.state, parent.content, name, place)

    def _refuse_element(
        self, parent: Level, state: State, content: State, name: str, place: Place
    ) -> Opening | None:
        if parent.astray and name in self._recovery.vocabulary:
            return None  # a run of elements that belong elsewhere: one missing wrapper, one finding
        fault, meant = self._recovery.element(state, name, parent.tag, content)
        self._report(fault, place)
        if meant is not None:
            (wrong, local), (right, found) = names.split(name), names.split(meant)
            if local == found:
                self._mistaken[wrong] = right
            return self._automaton.open(state, meant)
        parent.astray = True
        parent.excused |= not state.complete
        return None

    def _characters(self, text: str) -> None:
        level = self._levels[-1]
        if level.state is None:
            return
        if level.state.values:
            if not level.text or not "".join(level.text).strip(_SPACE):
                level.text_place = self._text_place(text)
            level.text.append(text)
        elif text.strip(_SPACE):
            after = level.state.texted or self._automaton.mixed(level.state)
            if after is not None:
                level.state = after
            else:
                self._refuse_text(level, level.state, self._text_place(text))

    def _text_place(self, text: str) -> Place:
        """Where the first visible character is: expat hands over the text line by line."""
        line, column = self._document.place()
        return line, column + len(text) - len(text.lstrip(_SPACE))

    def _before_element(self, level: Level, name: str) -> None:
        """Text that might have been read as a whole turns out to have elements beside it."""
        text = "".join(level.text)
        level.text.clear()
        if level.state is None or not text.strip(_SPACE):
            return
        after = self._automaton.mixed(level.state)
        if after is not None:
            level.state = after
        elif self._automaton.open(level.state, name) is not None:  # otherwise it is the element that is wrong
            self._refuse_text(level, level.state, level.text_place)

    def _refuse_text(self, level: Level, state: State, place: Place) -> None:
        if not level.reported and not level.astray:
            self._report(self._recovery.text(state, level.tag), place)
            level.reported = True
        level.excused |= not state.complete

    def _end(self, name: str) -> None:
        level = self._levels.pop()
        if level.state is None or level.opening is None:
            return
        text = "".join(level.text)
        if level.state.values and not level.children:
            survivors = self._automaton.whole(level.state, text)
        else:
            survivors = level.state.complete
        if not survivors:
            self._unfinished(level, level.state, text)
            survivors = frozenset(range(len(level.opening.after)))
        if level.opening.after:
            self._levels[-1].state = self._automaton.close(level.opening, survivors)

    def _unfinished(self, level: Level, state: State, text: str) -> None:
        """Report an element whose content is not complete, or is text of the wrong kind."""
        if (
            state.values
            and not level.children
            and (text.strip(_SPACE) or not next_elements(state.patterns).names)
        ):
            place = level.text_place if text else level.place
            parent = self._levels[-1].tag
            self._report(self._recovery.content(state, level.tag, parent, text), place)
        elif not level.excused:
            self._report(self._recovery.incomplete(state, level.tag), self._end_place(level))

    def _end_place(self, level: Level) -> Place:
        """Where the end tag begins, since that is where something has to be added."""
        closed_at_once = not level.children and self._document.after_empty_tag()
        return level.place if closed_at_once else self._document.place()
