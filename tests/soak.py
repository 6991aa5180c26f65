"""How long the tests of faults go on: a little in every run, long with `make soak` (the variable SOAK)."""

from __future__ import annotations

import os

LONG = bool(os.environ.get("SOAK"))


def times(usual: int, long: int) -> int:
    """How many times something is tried."""
    return long if LONG else usual
