"""One document against one grammar: events from expat drive the automaton."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from edition.errors import InputError
from edition.grammar import names
from edition.grammar.automaton import Opening, State
from edition.grammar.expectations import next_elements
from edition.grammar.recovery import Fault, Recovery
from edition.model import Finding

_SPACE = " \t\r\n"
_ID = names.key(names.XML, "id")


@dataclass(slots=True, eq=False)
class Level:
    """An open element. Without a state nothing is expected in it: the grammar does not know it."""

    name: str
    opening: Opening | None
    place: tuple[int, int]
    state: State | None = None
    content: State | None = None  # the state after the start tag
    attributes: list[str] | tuple[()] = ()
    children: bool = False
    text: list[str] = field(default_factory=list)  # kept only where text has to be read as a whole
    text_place: tuple[int, int] = (1, 1)
    reported: bool = False  # one finding about text is enough for an element
    missed: frozenset[str] = frozenset()  # the elements that were reported as missing
    excused: bool = False  # something wrong may have stood for what is missing
    astray: bool = False  # the last child was not allowed here either


class Validation:
    """Reads one document; `findings` are what it broke."""

    def __init__(self, recovery: Recovery, data: bytes, path: str) -> None:
        self.findings: list[Finding] = []
        self._path = path
        self._data = data
        self._recovery = recovery
        self._automaton = recovery.automaton
        self._mistaken: dict[str, str] = {}  # wrong namespaces, each reported once, and the right ones
        start = recovery.automaton.start
        self._levels = [Level("", None, (1, 1), start, start)]
        self._parser = parser = expat.ParserCreate(namespace_separator=names.SEPARATOR)
        parser.ordered_attributes = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.ExternalEntityRefHandler = self._entity
        parser.SkippedEntityHandler = self._skipped

    def read(self) -> None:
        """Read the whole document; InputError if it is not well-formed."""
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as error:
            reason = expat.errors.messages[error.code]
            place = f"{self._path}:{error.lineno}:{error.offset + 1}"
            inside = self._levels[-1].name
            hint = f"The innermost open element is <{names.split(inside)[1]}>." if inside else ""
            raise InputError(f"{place}: The document is not well-formed: {reason}.", hint) from error

    def _place(self) -> tuple[int, int]:
        return self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1

    def _report(self, fault: Fault, place: tuple[int, int]) -> None:
        line, column = place
        self.findings.append(
            Finding(fault.code, "error", self._path, line, column, fault.message, fault.hint)
        )

    def _start(self, name: str, attributes: list[str]) -> None:
        place = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
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
        level = Level(name, opening, place)
        if opening is not None:
            level.attributes = attributes
            level.state = level.content = self._tag(opening.inner, name, attributes, place)
        self._levels.append(level)

    def _tag(self, start: State, name: str, attributes: list[str], place: tuple[int, int]) -> State:
        """The state after the start tag."""
        automaton = self._automaton
        state = start
        for index in range(0, len(attributes), 2):
            attribute, value = attributes[index], attributes[index + 1]
            reading = automaton.attribute(state, attribute)
            if not reading.ways:
                present = frozenset(attributes[::2])
                fault, state = self._recovery.attribute(state, start, attribute, name, present)
                self._report(fault, place)
                continue
            after = automaton.value(reading, value)
            if after is None:
                self._report(self._recovery.value(reading, attribute, value, name), place)
                after = automaton.merged(way for _, way in reading.ways)
            state = after
        tagged = automaton.end_tag(state)
        if tagged is None:
            fault, tagged = self._recovery.missing(state, name)
            self._report(fault, place)
        return tagged

    def _unexpected(self, parent: Level, name: str, place: tuple[int, int]) -> Opening | None:
        recovery, state = self._recovery, parent.state
        namespace, local = names.split(name)
        if namespace in self._mistaken:
            name = names.key(self._mistaken[namespace], local)
        if state is None or parent.content is None:
            return recovery.alone(name)
        if namespace in self._mistaken and (opening := self._automaton.open(state, name)) is not None:
            return opening
        early = recovery.too_early(state, name, parent.name)
        if early is not None:
            fault, opening, needed = early
            parent.missed |= frozenset(needed.names)
            if not parent.excused:
                self._report(fault, place)
            return opening
        if name in parent.missed:
            return recovery.alone(name)  # it has been reported as missing, and comes too late
        if parent.astray and recovery.knows(name):
            return None  # a run of elements that belong elsewhere: one missing wrapper, one finding
        fault, meant = recovery.element(state, name, parent.name, parent.content)
        self._report(fault, place)
        if meant is not None and names.split(meant)[1] == local:
            self._mistaken[namespace] = names.split(meant)[0]
        found = self._automaton.open(state, meant) if meant is not None else None
        if found is None:
            parent.astray = True
            parent.excused |= not state.complete
        return found

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

    def _text_place(self, text: str) -> tuple[int, int]:
        """Where the first visible character is: expat hands over the text line by line."""
        line, column = self._place()
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

    def _refuse_text(self, level: Level, state: State, place: tuple[int, int]) -> None:
        if not level.reported and not level.astray:
            self._report(self._recovery.text(state, level.name), place)
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
            self._report(self._recovery.content(state, level.name, text), place)
        elif not level.excused:
            identifier = dict(zip(level.attributes[::2], level.attributes[1::2], strict=True)).get(_ID, "")
            fault = self._recovery.incomplete(state, level.name, identifier)
            self._report(fault, self._end_place(level))

    def _end_place(self, level: Level) -> tuple[int, int]:
        """Where the end tag begins, since that is where something has to be added."""
        here = self._parser.CurrentByteIndex
        closed_at_once = not level.children and self._data[here - 2 : here] == b"/>"
        return level.place if closed_at_once else self._place()

    def _entity(self, context: str, base: str | None, system: str | None, public: str | None) -> NoReturn:
        self._refuse(f"the external entity {system}", "Put its content into the document.")

    def _skipped(self, name: str, parameter: bool) -> NoReturn:
        self._refuse(f"the entity {name}, which it does not declare itself", "Write the character itself.")

    def _refuse(self, what: str, hint: str) -> NoReturn:
        line, column = self._place()
        raise InputError(f"{self._path}:{line}:{column}: The document refers to {what}.", hint)
