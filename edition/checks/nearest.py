"""Which of the known names was meant: the one most like a wrong one."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from msgspec import Struct, field

_EFFORT = 200_000  # comparisons for one file or edition; each takes some microseconds


class Nearest(Struct):
    """Answers for one file or edition; after very many wrong names it has none any more.

    Each wrong name is compared with every known one: without a bound, a list that was renamed as a whole would
    keep the validator busy for hours, and whoever reads of the first hundreds knows the rest.
    """

    _left: int = _EFFORT
    _known: dict[tuple[str, str], str] = field(default_factory=dict)

    def __call__(self, value: str, known: Collection[str], among: str = "") -> str:
        """The known name most like `value`, or ""; `among` tells collections of names apart."""
        asked = (among, value)
        if asked not in self._known:
            self._left -= len(known)
            found = get_close_matches(value, known, 1, 0.75) if self._left >= 0 else ()
            self._known[asked] = str(found[0]) if found else ""
        return self._known[asked]
