"""Every check code has a folder: an edit of the toy that it finds, and one that it lets pass."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from edition import resources, settings, validation
from edition.codes import CODES
from edition.model import Bilingual, Finding
from tests.conftest import ROOT, TESTS, TOY

CASES = sorted(path for path in (TESTS / "checks").iterdir() if path.is_dir())
Spoil = Callable[[Path], Path]


def found(folder: Path, code: str) -> list[Finding]:
    """The findings with this code."""
    return [one for one in validation.examine(folder, settings.load(folder)).findings if one.code == code]


def is_translated(words: Bilingual) -> bool:
    """Whether the German differs from the English, and no value is left out of either."""
    return bool(words.de.strip()) and words.de != words.en and "{" not in words.en + words.de


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_check_finds_the_bad_case(case: Path, spoil: Spoil) -> None:
    expected = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    findings = found(spoil(case / "bad.toml"), case.name)
    assert [str(one) for one in findings] == expected
    assert expected
    assert all(is_translated(one.message) for one in findings)
    assert all(is_translated(one.hint) for one in findings if one.hint)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_check_lets_the_good_case_pass(case: Path, spoil: Spoil) -> None:
    assert found(spoil(case / "good.toml"), case.name) == []


def test_every_code_has_its_folder() -> None:
    """Codes of other people's files have their cases in tests/test_foreign.py."""
    schematron = resources.schema("edition.sch", ROOT).read_text(encoding="utf-8")
    of_schema = set(re.findall(r'id="ed-([A-Z]\d{3})-', schematron))
    assert {case.name for case in CASES} == {code for code in CODES if not code.startswith("X")} | of_schema


def test_the_toy_is_clean() -> None:
    assert validation.examine(TOY, settings.load(TOY)).findings == ()
