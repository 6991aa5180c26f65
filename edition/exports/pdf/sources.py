"""The list of sources, numbered in the order of their titles, and references to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from edition import words
from edition.model import Edition

Reference = dict[str, str]


class Sources:
    """The sources of an edition by their numbers."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        listed = sorted(edition.references.items(), key=lambda one: words.sort_key(one[1].title))
        self.numbers = {pointer: str(number) for number, (pointer, _) in enumerate(listed, 1)}

    def cited(self, pointers: Iterable[str]) -> list[Reference]:
        """References to sources by number, then to works of the lists by name."""
        several = tuple(dict.fromkeys(pointers))
        numbered = sorted(
            (one for one in several if one in self.numbers), key=lambda one: int(self.numbers[one])
        )
        works = (one for one in several if one in self.edition.entities)
        return [
            *({"at": one, "name": self.numbers[one]} for one in numbered),
            *({"at": "", "name": self.edition.entities[one].name} for one in works),
        ]

    def listed(self) -> list[dict[str, Any]]:
        """The list itself."""
        return [
            {
                "at": pointer,
                "name": number,
                "title": one.title,
                "note": one.note,
                "addresses": list(one.targets),
            }
            for pointer, number in self.numbers.items()
            for one in (self.edition.references[pointer],)
        ]
