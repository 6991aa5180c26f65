"""What is worked out once for an edition and asked again for every page."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar

from edition import interface

Result = TypeVar("Result")
KEPT = 4  # editions and languages at a time: of the last ones, so that a server does not grow


class This:
    """An object by its identity: editions hold mappings, which have no hash."""

    def __init__(self, held: Any) -> None:
        self.held = held

    def __hash__(self) -> int:
        return id(self.held)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, This) and other.held is self.held


def for_edition(function: Callable[[Any], Result]) -> Callable[[Any], Result]:
    """The function, which keeps what it gave for an edition in the language of the pages being made.

    What it gives must not be changed; the edition itself never is.
    """

    @lru_cache(maxsize=KEPT)
    def kept(this: This, language: str) -> Result:
        return function(this.held)

    @wraps(function)
    def asked(edition: Any) -> Result:
        return kept(This(edition), interface.language())

    return asked
