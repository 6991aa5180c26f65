"""Suggestions for wrong names: the most alike, and an end to looking."""

from __future__ import annotations

import time

from edition.checks.nearest import Nearest


def test_the_most_alike_is_named_or_nothing() -> None:
    nearest = Nearest()
    assert nearest("serge-viktor", {"serge-victor", "serge-vera"}) == "serge-victor"
    assert nearest("xyz", {"serge-victor"}) == ""
    assert nearest("serge-viktor", {"other"}, "another file") == ""


def test_thousands_of_wrong_names_do_not_take_hours() -> None:
    known, nearest = {f"person-{number:05}" for number in range(20_000)}, Nearest()
    before = time.process_time()
    found = [nearest(f"person_{number:05}", known) for number in range(5_000)]
    assert time.process_time() - before < 20
    assert found[0] == "person-00000"
    assert found[-1] == ""
