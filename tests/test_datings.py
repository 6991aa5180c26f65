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


@pytest.mark.parametrize(
    "value",
    [
        "1947-11-17Z", "1947-11+01:00", "1947-11-17T12:30:00", "1947-11-17T12:30:00.5-14:00", "-0044-03-15",
        "--11-09", "--02-29", "--11", "---09", "12:30:00", "24:00:00Z", "12026-01-01", "-0001-02-29",
    ],
)  # fmt: skip
def test_all_forms_of_w3c_are_dates(value: str) -> None:
    assert datings.is_w3c(value)


@pytest.mark.parametrize(
    "value",
    [
        "0000", "0000-01-01", "-0044-02-30", "--02-30", "--13", "---32", "012026", "1947-11-17T25:00:00",
        "1947-11-17 12:00", "1947-11-17+15:00", "November", "1947-11-1", "--1-09", "-0002-02-29",
    ],
)  # fmt: skip
def test_what_w3c_does_not_know(value: str) -> None:
    assert not datings.is_w3c(value)


@pytest.mark.parametrize(
    ("value", "right"),
    [
        ("1947-11-17", True),
        ("19471117", True),
        ("1947-W47-1", True),
        ("1947-321", True),
        ("1947-11-17/1947-11-20", True),
        ("1947-11-17/P3D", True),
        ("R12/1947-11-17T12:00/P1M", True),
        ("1947-02-30", False),
        ("19470230", False),
        ("1947-W54", False),
        ("1947-13", False),
        ("1947-400", False),
        ("1947-11-17/1947-11-31", False),
        ("17 November 1947", False),
    ],
)
def test_iso_8601(value: str, right: bool) -> None:
    assert datings.is_iso(value) is right
