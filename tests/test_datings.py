"""W3C dates as intervals, and the arithmetic of relative ones."""

from __future__ import annotations

from datetime import date

import pytest

from edition import datings
from edition.model import Dating


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("1947-11-17", date(1947, 11, 17), date(1947, 11, 17)),
        ("1921-02", date(1921, 2, 1), date(1921, 2, 28)),
        ("1920-02", date(1920, 2, 1), date(1920, 2, 29)),
        ("1890", date(1890, 1, 1), date(1890, 12, 31)),
    ],
)
def test_a_date_is_the_days_it_can_mean(value: str, first: date, last: date) -> None:
    assert datings.interval(value) == (first, last)


@pytest.mark.parametrize("value", ["1921-02-30", "1921-13", "17.11.1947", "", "47", "1947-1-1"])
def test_what_is_no_date_has_no_days(value: str) -> None:
    assert datings.interval(value) is None


@pytest.mark.parametrize(
    ("start", "duration", "direction", "expected"),
    [
        ("2007-11-15", "P60Y", "before", (date(1947, 11, 15), date(1947, 11, 15))),
        ("1921-02-13", "P1D", "after", (date(1921, 2, 14), date(1921, 2, 14))),
        ("1920-02-29", "P1Y", "after", (date(1921, 2, 28), date(1921, 2, 28))),
        ("1941", "P1Y", "after", (date(1942, 1, 1), date(1942, 12, 31))),
        ("1941", "P1Y", "same", (date(1941, 1, 1), date(1941, 12, 31))),
    ],
)
def test_relative_dates_come_out(
    start: str, duration: str, direction: str, expected: tuple[date, date]
) -> None:
    days = datings.interval(start)
    assert days is not None
    assert datings.shift(days, duration, direction) == expected


def test_open_ranges_reach_to_the_edge() -> None:
    assert datings.span(Dating(not_before="1943")) == (date(1943, 1, 1), date.max)
    assert datings.span(Dating(begin="1934", end="1940")) == (date(1934, 1, 1), date(1940, 12, 31))
    assert datings.span(Dating()) is None
