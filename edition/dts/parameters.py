"""Parameters of a request as they are understood; an empty one is none."""

from __future__ import annotations

from collections.abc import Mapping

from edition.dts.faults import wrong

BOTTOM = -1  # value of `down`: to the deepest level
_DIGITS = 9
Values = Mapping[str, str]


def given(values: Values) -> dict[str, str]:
    """The parameters that say something."""
    return {name: value for name, value in values.items() if value}


def down(values: Values) -> int | None:
    """To which depth, -1 to the deepest level; None where it is not said.

    Raises:
        RequestError: it is no such number.
    """
    said = values.get("down")
    number = _number("down", said) if said else None
    if number is not None and number < BOTTOM:
        raise wrong("down is -1, 0 or more.", "down ist -1, 0 oder mehr.")
    return number


def page(values: Values) -> int | None:
    """Which page is asked for, from 1; None where it is not said.

    Raises:
        RequestError: it is no such number.
    """
    said = values.get("page")
    number = _number("page", said) if said else None
    if number is not None and number < 1:
        raise wrong("page counts from 1.", "page zählt ab 1.")
    return number


def _number(name: str, said: str) -> int:
    digits = said.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _DIGITS):
        raise wrong(f"{name} is no whole number.", f"{name} ist keine ganze Zahl.")
    return int(said)
