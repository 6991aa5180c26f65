"""One document against one grammar: events from expat drive the automaton."""

from __future__ import annotations

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


class Level:
    """An open element. Without a state nothing is expected in it: the grammar does not know it."""

    __slots__ = ("attributes", "children", "content", "excused", "name", "opening", "place", "reported",
                 "state", "text", "text_place")  # fmt: skip

    def __init__(
        self, name: str, opening: Opening | None, state: State | None, place: tuple[int, int]
    ) -> None:
        self.name = name
        self.opening = opening
        self.state = state
        self.content = state  # as it was after the start tag
        self.place = place
        self.attributes: list[str] = []
        self.children = False
        self.text: list[str] = []  # kept only where text has to be read as a whole
        self.text_place = place
        self.reported = False  # one finding about text is enough for an element
        self.excused: State | None = None  # where something wrong may have stood for what is missing


class Validation:
    """Reads one document; `findings` are what it broke."""

    def __init__(self, recovery: Recovery, data: bytes, path: str) -> None:
        self.findings: list[Finding] = []
        self._path = path
        self._data = data
        self._recovery = recovery
        self._automaton = recovery.automaton
        self._mistaken: dict[str, str] = {}  # wrong namespaces, each reported once, and the right ones
        self._levels = [Level("", None, recovery.automaton.start, (1, 1))]
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
            self._mixed(parent, "".join(parent.text), parent.text_place)
            parent.text.clear()
        parent.children = True
        opening = None
        if parent.state is not None:
            opening = self._automaton.open(parent.state, name)
        if opening is None:
            opening = self._unexpected(parent, name, place)
        level = Level(name, opening, None, place)
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
            fault, opening = early
            if parent.excused is None:
                self._report(fault, place)
            return opening
        if parent.excused is state and recovery.knows(name):
            return None  # the same thing is still missing around it: one missing wrapper, one finding
        fault, meant = recovery.element(state, name, parent.name, parent.content)
        self._report(fault, place)
        if meant is not None and names.split(meant)[1] == local:
            self._mistaken[namespace] = names.split(meant)[0]
        found = self._automaton.open(state, meant) if meant is not None else None
        if found is None and not state.complete:
            parent.excused = state
        return found

    def _characters(self, text: str) -> None:
        level = self._levels[-1]
        state = level.state
        if state is None:
            return
        bare = text.lstrip(_SPACE)
        if state.values:
            if bare and not "".join(level.text).strip(_SPACE):
                level.text_place = self._place()
            level.text.append(text)
        elif bare:
            after = state.texted or self._automaton.mixed(state)
            if after is not None:
                level.state = after
            else:
                line, column = self._place()
                self._mixed(level, text, (line, column + len(text) - len(bare)))

    def _mixed(self, level: Level, text: str, place: tuple[int, int]) -> None:
        """Text among elements."""
        if level.state is None or not text.strip(_SPACE):
            return
        after = self._automaton.mixed(level.state)
        if after is not None:
            level.state = after
        elif not level.reported:
            self._report(self._recovery.text(level.state, level.name), place)
            level.reported = True

    def _end(self, name: str) -> None:
        level = self._levels.pop()
        if level.state is None or level.opening is None:
            return
        text = "".join(level.text)
        if level.state.values and not level.children:
            survivors = self._automaton.whole(level.state, text)
        else:
            self._mixed(level, text, level.text_place)
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
            self._report(self._recovery.content(state, level.name, text), level.text_place)
        elif level.excused is None:
            found = dict(zip(level.attributes[::2], level.attributes[1::2], strict=True))
            fault = self._recovery.incomplete(state, level.name, found.get(_ID, ""))
            self._report(fault, self._place() if self._at_end_tag() else level.place)

    def _at_end_tag(self) -> bool:
        """Whether there is an end tag, where something can be added; after `<x/>` expat stands elsewhere."""
        return self._data.startswith(b"</", self._parser.CurrentByteIndex)

    def _entity(self, context: str, base: str | None, system: str | None, public: str | None) -> NoReturn:
        self._refuse(f"the external entity {system}", "Put its content into the document.")

    def _skipped(self, name: str, parameter: bool) -> NoReturn:
        self._refuse(f"the entity {name}, which it does not declare itself", "Write the character itself.")

    def _refuse(self, what: str, hint: str) -> NoReturn:
        line, column = self._place()
        raise InputError(f"{self._path}:{line}:{column}: The document refers to {what}.", hint)
