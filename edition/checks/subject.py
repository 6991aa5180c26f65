"""What a check is given, and how it says what it found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from edition.events import Position
from edition.model import Finding, Source


@dataclass(frozen=True, slots=True)
class Subject:
    """One file under examination. `root` is the folder of its edition."""

    source: Source
    locate: Callable[[Any], Position]
    root: Path

    def error(self, node: Any, code: str, message: str, hint: str = "") -> Finding:
        """A finding of severity error at an element."""
        return self.finding(node, code, "error", message, hint)

    def warning(self, node: Any, code: str, message: str, hint: str = "") -> Finding:
        """A finding of severity warning at an element."""
        return self.finding(node, code, "warning", message, hint)

    def finding(self, node: Any, code: str, severity: str, message: str, hint: str) -> Finding:
        """A finding at an element."""
        place = self.locate(node)
        return Finding(code, severity, self.source.path, place.line, place.column, message, hint)
