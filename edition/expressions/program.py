"""An expression as steps; of a text, all ways through them are followed at once, letter by letter.

R. Cox, Regular Expression Matching: the Virtual Machine Approach (2009).
"""

from __future__ import annotations

import re

from msgspec import Struct

from edition.expressions.parts import Node, UnknownError

_LONGEST = 500  # steps; expressions of schemas have a dozen
Groups = tuple[str, ...]


class Step(Struct, frozen=True):
    """A step of the program: a letter that must come, a fork, a bound of a group, or the end."""

    kind: str
    letter: re.Pattern[str] | None = None
    to: tuple[int, ...] = ()
    slot: int = 0


class Program:
    """The steps of an expression with so many groups."""

    def __init__(self, node: Node, groups: int) -> None:
        self.steps: list[Step] = []
        self._groups = groups
        self._emit(node)
        self.steps.append(Step("end"))

    def _emit(self, node: Node) -> None:
        """Add the steps of a part; every step leads to the next, or to those it names."""
        if len(self.steps) > _LONGEST:
            raise UnknownError("too long")
        if node.kind == "letter":
            self.steps.append(Step("letter", letter=node.letter))
        elif node.kind == "choice":
            self._emit_choice(node.parts)
        elif node.kind == "repeat":
            self._emit_repeat(node)
        else:
            if node.group:
                self.steps.append(Step("save", slot=2 * node.group - 2))
            for part in node.parts:
                self._emit(part)
            if node.group:
                self.steps.append(Step("save", slot=2 * node.group - 1))

    def _emit_choice(self, parts: tuple[Node, ...]) -> None:
        leaving = []
        for number, part in enumerate(parts):
            last = number == len(parts) - 1
            fork = len(self.steps)
            if not last:
                self.steps.append(Step("fork"))
            self._emit(part)
            if not last:
                leaving.append(len(self.steps))
                self.steps.append(Step("fork"))
                self.steps[fork] = Step("fork", to=(fork + 1, len(self.steps)))
        for place in leaving:
            self.steps[place] = Step("fork", to=(len(self.steps),))

    def _emit_repeat(self, node: Node) -> None:
        (part,) = node.parts
        for _ in range(node.low):
            self._emit(part)
        if node.high is None:
            fork = len(self.steps)
            self.steps.append(Step("fork"))
            self._emit(part)
            self.steps.append(Step("fork", to=(fork,)))
            self.steps[fork] = Step("fork", to=(fork + 1, len(self.steps)))
            return
        forks = []
        for _ in range(node.high - node.low):
            forks.append(len(self.steps))
            self.steps.append(Step("fork"))
            self._emit(part)
        for fork in forks:
            self.steps[fork] = Step("fork", to=(fork + 1, len(self.steps)))

    def follow(self, text: str) -> Groups | None:
        """What the groups hold at the end of a text that has this form."""
        threads = self._reached([(0, (-1,) * (2 * self._groups))], 0)
        for index, sign in enumerate(text):
            moved = [
                (place + 1, slots)
                for place, slots in threads.items()
                if (letter := self.steps[place].letter) and letter.fullmatch(sign)
            ]
            if not moved:
                return None
            threads = self._reached(moved, index + 1)
        slots = threads.get(len(self.steps) - 1)
        if slots is None:
            return None
        spans = zip(slots[::2], slots[1::2], strict=True)
        return tuple(text[start:end] if end >= 0 else "" for start, end in spans)

    def _reached(self, begun: list[tuple[int, tuple[int, ...]]], index: int) -> dict[int, tuple[int, ...]]:
        """The steps that wait for a letter, or the end, the preferred first, with what groups hold by then."""
        found: dict[int, tuple[int, ...]] = {}
        seen: set[int] = set()
        stack = begun[::-1]
        while stack:
            place, slots = stack.pop()
            if place in seen:
                continue
            seen.add(place)
            step = self.steps[place]
            if step.kind == "fork":
                stack += [(other, slots) for other in reversed(step.to)]
            elif step.kind == "save":
                stack.append((place + 1, (*slots[: step.slot], index, *slots[step.slot + 1 :])))
            else:
                found[place] = slots
        return found
