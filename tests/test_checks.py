"""Every check code has a folder: an edit of the toy that it finds, and one that it lets pass."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from edition import resources, settings, validation
from edition.codes import CODES
from tests.conftest import ROOT, TESTS, TOY

CASES = sorted(path for path in (TESTS / "checks").iterdir() if path.is_dir())
Spoil = Callable[[Path], Path]


def lines(folder: Path, code: str) -> list[str]:
    """The findings with this code, as `validate` prints them."""
    found = validation.examine(folder, settings.load(folder)).findings
    return [str(one) for one in found if one.code == code]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_check_finds_the_bad_case(case: Path, spoil: Spoil) -> None:
    expected = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert lines(spoil(case / "bad.toml"), case.name) == expected
    assert expected


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_check_lets_the_good_case_pass(case: Path, spoil: Spoil) -> None:
    assert lines(spoil(case / "good.toml"), case.name) == []


def test_every_code_has_its_folder() -> None:
    """Codes of other people's files have their cases in tests/test_foreign.py."""
    schematron = resources.schema("edition.sch", ROOT).read_text(encoding="utf-8")
    of_schema = set(re.findall(r'id="ed-([A-Z]\d{3})-', schematron))
    assert {case.name for case in CASES} == {code for code in CODES if not code.startswith("X")} | of_schema


def test_the_toy_is_clean() -> None:
    assert validation.examine(TOY, settings.load(TOY)).findings == ()
