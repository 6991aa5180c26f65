"""The real edition, changed in one place: each change is caught, with the right code at the right line."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from edition import settings, validation
from edition.model import Source
from tests.conftest import ROOT, TESTS

FILES = {
    "article": "tei/articles/wenn-stalin-sich-entschlossen-hat.xml",
    **{
        kind: f"tei/authority/{kind}.xml"
        for kind in ("persons", "places", "orgs", "works", "events", "sources")
    },
}
ROWS = tomllib.loads((TESTS / "mutations.toml").read_text(encoding="utf-8"))["mutation"]


@pytest.fixture(scope="module", autouse=True)
def remembered() -> Iterator[None]:
    """Each state of a file is read once: from case to case all files but one are the same."""
    known: dict[tuple[str, str], Any] = {}
    examine_one = validation._examine_one

    def remember(source: Source, *rest: Any) -> Any:
        key = (source.path, source.digest)
        if key not in known:
            known[key] = examine_one(source, *rest)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(validation, "_examine_one", remember)
        yield


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real edition that may be spoilt."""
    folder = tmp_path_factory.mktemp("mutations")
    shutil.copytree(ROOT / "tei", folder / "tei")
    return folder


def changed(text: str, row: dict[str, Any]) -> tuple[str, int]:
    """The text with the change of a row, and the line where the two begin to differ."""
    assert text.count(row["find"]) == 1, f"{row['find']!r} stands {text.count(row['find'])} times"
    after = text.replace(row["find"], row["replace"])
    same = next(at for at, (one, other) in enumerate(zip(text, after, strict=False)) if one != other)
    return after, after.count("\n", 0, same) + 1


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_a_change_is_caught_where_it_is(copy: Path, row: dict[str, Any]) -> None:
    path = copy / FILES[row["file"]]
    before = path.read_bytes()
    after, line = changed(before.decode(), row)
    path.write_text(after, encoding="utf-8")
    try:
        findings = validation.examine(copy, settings.load(copy)).findings
        if "at" in row:
            text = (copy / FILES[row.get("path", row["file"])]).read_text(encoding="utf-8")
            assert text.count(row["at"]) == 1
            line = text.count("\n", 0, text.index(row["at"])) + 1
    finally:
        path.write_bytes(before)
    shown = FILES[row.get("path", row["file"])]
    found = {(one.path, one.line, one.code) for one in findings}
    assert (shown, line, row["code"]) in found, "\n".join(map(str, findings))


def test_the_edition_is_clean_before_it_is_changed(copy: Path) -> None:
    assert validation.examine(copy, settings.load(copy)).findings == ()


def test_the_changes_are_many_and_of_many_kinds() -> None:
    assert len({row["name"] for row in ROWS}) == len(ROWS) >= 40
    assert len({row["code"] for row in ROWS}) >= 25
