"""Warnings that an edition accepts: what fits, what does not, and what is said of rows that do nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from edition import codes, settings, suppressions, validation
from edition.errors import InputError
from edition.model import Finding

FILE = "tei/articles/zweiter.xml"
WARNING = replace(codes.finding("T003", FILE, 4, 1, place="tei/copytext/zweiter.txt"), at="zweiter")
ERROR = replace(codes.finding("R010", FILE, 4, 1, attribute="ref", element="name", target="x"), at="zweiter")


def loaded(root: Path, text: str) -> suppressions.Suppressions:
    (root / suppressions.FILE).write_text(text, encoding="utf-8")
    return suppressions.load(root, codes.CODES, [FILE])


def row(**values: str) -> str:
    given = {"code": "T003", "file": FILE, "at": "zweiter", "reason": "Weil."} | values
    return "[[suppress]]\n" + "".join(f"{key} = '{value}'\n" for key, value in given.items())


def codes_of(found: tuple[Finding, ...]) -> list[str]:
    return [one.code for one in found]


@pytest.mark.parametrize(
    ("values", "silenced"),
    [
        ({}, True),
        ({"words": "no copy text"}, True),
        ({"words": "keine Vorlage"}, True),
        ({"words": "something else"}, False),
        ({"at": "p-1"}, False),
        ({"at": ""}, False),
    ],
)
def test_a_row_means_a_place_and_perhaps_words(toy: Path, values: dict[str, str], silenced: bool) -> None:
    seen = loaded(toy, row(**values)).apply([WARNING], complete=True)
    assert codes_of(seen.findings) == ([] if silenced else ["T003", "S001"])
    assert [one.reason for one in seen.silenced] == (["Weil."] if silenced else [])


def test_an_error_stays_whatever_the_row(toy: Path) -> None:
    seen = loaded(toy, row(code="R010")).apply([ERROR], complete=True)
    assert codes_of(seen.findings) == ["R010", "S002"]
    assert seen.silenced == ()


def test_one_row_silences_all_that_fits_it(toy: Path) -> None:
    seen = loaded(toy, row()).apply([WARNING, replace(WARNING, column=9)], complete=True)
    assert (seen.findings, len(seen.silenced)) == ((), 2)


def test_as_long_as_not_everything_was_asked_no_row_is_called_idle(toy: Path) -> None:
    assert loaded(toy, row()).apply([], complete=False).findings == ()
    assert codes_of(loaded(toy, row()).apply([], complete=True).findings) == ["S001"]


def test_each_row_has_its_line(toy: Path) -> None:
    text = "# a\n" + row() + "\n" + row(at="p-9") + "\n  [[ suppress ]]\ncode = 'T003'\n"
    found = loaded(toy, text).apply([WARNING], complete=True).findings
    assert [(one.code, one.line) for one in found] == [("S001", 8), ("S005", 14), ("S005", 14), ("S005", 14)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (row(reason="  "), "has no reason"),
        (row().replace("'Weil.'", "3"), "reason is no text"),
        (row(reson="x"), "Did you mean reason?"),
        ("other = 1\n", "Nothing here reads 'other'"),
        ("suppress = 3\n", "Nothing here reads 'suppress'"),
        ("suppress = ['x']\n", "Nothing here reads 'x'"),
    ],
)
def test_what_is_not_understood_is_an_error_at_its_line(toy: Path, text: str, words: str) -> None:
    faults = loaded(toy, text).faults
    assert {one.code for one in faults} == {"S005"}
    assert any(words in str(one) for one in faults)


@pytest.mark.parametrize("text", ["[[suppress]\n", "code = \n"])
def test_broken_toml_names_its_line(toy: Path, text: str) -> None:
    with pytest.raises(InputError, match=r"suppressions\.toml:1:\d+ "):
        loaded(toy, text)


def test_an_edition_without_the_file_accepts_nothing(toy: Path) -> None:
    assert suppressions.load(toy, codes.CODES, []) == suppressions.Suppressions()


def test_a_validation_keeps_apart_what_it_silenced(toy: Path) -> None:
    (toy / "tei/copytext/zweiter.txt").unlink()
    (toy / suppressions.FILE).write_text(row(), encoding="utf-8")
    examined = validation.examine(toy, settings.load(toy))
    assert examined.findings == ()
    assert [one.finding.code for one in examined.silenced] == ["T003"]


def test_a_file_that_breaks_the_grammar_makes_no_row_idle(toy: Path) -> None:
    (toy / suppressions.FILE).write_text(row(), encoding="utf-8")
    path = toy / FILE
    path.write_text(path.read_text(encoding="utf-8").replace("<p ", "<odd/><p ", 1), encoding="utf-8")
    found = validation.examine(toy, settings.load(toy)).findings
    assert "S001" not in codes_of(found) and codes_of(found)
