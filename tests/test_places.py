"""Which element with an id a place lies in."""

from __future__ import annotations

import pytest

from edition.places import enclosing

DOCUMENT = b"""<TEI xml:id="t">
 <p xml:id="p-1">ein <hi>Wort</hi></p> dazwischen
 <p>ohne <hi xml:id="h">Kennung</hi></p>
</TEI>"""


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [(1, 1, "t"), (2, 2, "p-1"), (2, 18, "p-1"), (2, 30, "p-1"), (2, 42, "t"), (3, 2, "t"), (3, 15, "h"), (4, 1, "t"), (9, 1, "")],
)  # fmt: skip
def test_a_place_lies_in_the_innermost_element_with_an_id(line: int, column: int, expected: str) -> None:
    assert enclosing(DOCUMENT, [(line, column)]) == {(line, column): expected}


def test_many_places_are_found_in_one_pass() -> None:
    assert enclosing(DOCUMENT, [(3, 15), (2, 2)]) == {(3, 15): "h", (2, 2): "p-1"}


def test_a_broken_file_has_no_places() -> None:
    assert enclosing(b"<TEI xml:id='t'><p>", [(1, 20)]) == {(1, 20): ""}
