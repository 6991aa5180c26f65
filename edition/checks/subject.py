"""What a check is given, and how it says what it found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec import Struct

from edition import codes
from edition.events import Position
from edition.model import Finding, Source


class Subject(Struct, frozen=True):
    """One file under examination. `root` is the folder of its edition."""

    source: Source
    locate: Callable[[Any], Position]
    root: Path

    def find(self, node: Any, code: str, **values: Any) -> Finding:
        """A finding at an element, in the words of its code (see `edition.codes.finding`)."""
        place = self.locate(node)
        return codes.finding(code, self.source.path, place.line, place.column, **values)

    def find_at(self, place: Position, code: str, **values: Any) -> Finding:
        """A finding at a place in the file, in the words of its code."""
        return codes.finding(code, self.source.path, place.line, place.column, **values)
