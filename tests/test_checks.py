"""Every check code has a folder: what it finds, and what it lets pass.

Edits of the toy edition (`bad.toml`, `good.toml`); for the codes of files without an edition such files
(`bad.xml`, `good.xml`, and what lies beside them); for those of editions from elsewhere such a file is an edition.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from edition import foreign, resources, settings, validation
from edition.codes import CODES
from edition.model import Bilingual, Finding
from tests import elsewhere
from tests.conftest import ROOT, TESTS, TOY

pytestmark = pytest.mark.usefixtures("rules_once")

FOLDERS = sorted(path for path in (TESTS / "checks").iterdir() if path.is_dir())
CASES = [path for path in FOLDERS if not path.name.startswith(("X", "Y"))]
ELSEWHERE = [path for path in FOLDERS if path.name.startswith("Y")]
UNPROVOKED = {"Y003"}  # no file brings it about, but a fault of ours: tests/test_others.py
FILES = [path for path in FOLDERS if path.name.startswith("X")]
Spoil = Callable[[Path], Path]


def found(folder: Path, code: str) -> list[Finding]:
    """The findings with this code."""
    return [one for one in validation.examine(folder, settings.load(folder)).findings if one.code == code]


def is_translated(words: Bilingual) -> bool:
    """Whether the German differs from the English, and no value is left out of either."""
    return bool(words.de.strip()) and words.de != words.en and "{" not in words.en + words.de


def is_expected(case: Path, findings: list[Finding]) -> None:
    """Compare what was found with the list of a case."""
    expected = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert [str(one) for one in findings] == expected
    assert expected


def are_translated(findings: list[Finding]) -> bool:
    """Whether messages and hints are in both languages."""
    return all(is_translated(one.message) and (not one.hint or is_translated(one.hint)) for one in findings)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_check_finds_the_bad_case(case: Path, spoil: Spoil) -> None:
    findings = found(spoil(case / "bad.toml"), case.name)
    is_expected(case, findings)
    assert are_translated(findings)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_check_lets_the_good_case_pass(case: Path, spoil: Spoil) -> None:
    assert found(spoil(case / "good.toml"), case.name) == []


@pytest.mark.parametrize("case", FILES, ids=lambda path: path.name)
def test_check_finds_the_bad_file(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case)
    findings = list(foreign.examine([Path("bad.xml")]).findings)
    is_expected(case, findings)
    assert case.name == "X023" or are_translated(findings)  # whose words are those of the file's own rules


@pytest.mark.parametrize("case", FILES, ids=lambda path: path.name)
def test_check_lets_the_good_file_pass(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case)
    assert foreign.examine([Path("good.xml")]).findings == ()


@pytest.mark.parametrize("case", ELSEWHERE, ids=lambda path: path.name)
def test_check_finds_what_is_wrong_with_an_edition_from_elsewhere(case: Path) -> None:
    findings = list(elsewhere.found(case / "bad.xml", case.name))
    is_expected(case, findings)
    assert are_translated(findings)


@pytest.mark.parametrize("case", ELSEWHERE, ids=lambda path: path.name)
def test_check_lets_a_good_edition_from_elsewhere_pass(case: Path) -> None:
    assert list(elsewhere.found(case / "good.xml", case.name)) == []


def test_every_code_has_its_folder() -> None:
    schematron = resources.schema("edition.sch", ROOT).read_text(encoding="utf-8")
    of_schema = set(re.findall(r'id="ed-([A-Z]\d{3})-', schematron))
    assert {case.name for case in FOLDERS} == {*CODES, *of_schema} - UNPROVOKED


def test_the_toy_is_clean() -> None:
    assert validation.examine(TOY, settings.load(TOY)).findings == ()
