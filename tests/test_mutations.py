"""The real edition, changed in one place: each change is caught, with the right code at the right line."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from edition import corpus, settings, validation
from edition.codes import CODES
from edition.model import Source
from tests.conftest import ROOT, TESTS

SLUG = "wenn-stalin-sich-entschlossen-hat"
FILES = {
    "article": f"tei/articles/{SLUG}.xml",
    "copytext": f"tei/copytext/{SLUG}.txt",
    "suppressions": "tei/suppressions.toml",
    **{
        kind: f"tei/authority/{kind}.xml"
        for kind in ("persons", "places", "orgs", "works", "events", "sources")
    },
}
ROWS = tomllib.loads((TESTS / "mutations.toml").read_text(encoding="utf-8"))["mutation"]


@pytest.fixture(scope="module", autouse=True)
def remembered(copy: Path) -> Iterator[None]:
    """The rules and each state of a file are read once: from case to case all files but one are the same."""
    sources: dict[tuple[Path, bytes], Source] = {}
    known: dict[tuple[str, str, bool], Any] = {}
    rules = validation.Rules.of_edition(copy)
    parse, examine_one = corpus.parse, validation._examine_one

    def parse_once(path: Path, role: str, root: Path) -> Source:
        key = (path, path.read_bytes())
        if key not in sources:
            sources[key] = parse(path, role, root)
        return sources[key]

    def remember(source: Source, *rest: Any) -> Any:
        key = (source.path, source.digest, (copy / FILES["copytext"]).exists())
        if key not in known:
            known[key] = examine_one(source, *rest)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(corpus, "parse", parse_once)
        patch.setattr(validation.Rules, "of_edition", lambda _: rules)
        patch.setattr(validation, "_examine_one", remember)
        yield


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real edition that may be spoilt."""
    folder = tmp_path_factory.mktemp("mutations")
    shutil.copytree(ROOT / "tei", folder / "tei")
    return folder


def replaced(text: str, row: dict[str, Any]) -> tuple[str, int]:
    """The text with the change of a row, and the line where the two begin to differ."""
    assert text.count(row["find"]) == 1, f"{row['find']!r} stands {text.count(row['find'])} times"
    before, found, rest = text.partition(row["find"])
    if "until" in row:
        found += rest[: rest.index(row["until"]) + len(row["until"])]
    after = before + row["replace"] + text[len(before) + len(found) :]
    same = next(at for at, (one, other) in enumerate(zip(text, after, strict=False)) if one != other)
    return after, after.count("\n", 0, same) + 1


@contextmanager
def changed(path: Path, row: dict[str, Any]) -> Iterator[int]:
    """For a while the file as a row says; in which line it is changed."""
    before = path.read_bytes() if path.exists() else None
    line = 0
    try:
        if row.get("remove"):
            path.unlink()
        elif "write" in row:
            path.write_text(row["write"], encoding="utf-8")
        else:
            after, line = replaced(path.read_text(encoding="utf-8"), row)
            path.write_text(after, encoding="utf-8")
        yield line
    finally:
        path.unlink(missing_ok=True) if before is None else path.write_bytes(before)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_a_change_is_caught_where_it_is(copy: Path, row: dict[str, Any]) -> None:
    shown = FILES[row.get("path", row["file"])]
    with changed(copy / FILES[row["file"]], row) as line:
        findings = validation.examine(copy, settings.load(copy)).findings
        if "at" in row:
            text = (copy / shown).read_text(encoding="utf-8")
            assert text.count(row["at"]) == 1
            line = text.count("\n", 0, text.index(row["at"])) + 1
    found = {(one.path, one.line, one.code) for one in findings}
    assert (shown, line, row["code"]) in found, "\n".join(map(str, findings))


def test_the_edition_is_clean_before_it_is_changed(copy: Path) -> None:
    assert validation.examine(copy, settings.load(copy)).findings == ()


def test_every_code_of_an_edition_is_provoked() -> None:
    """Each change has a name of its own; the codes are all but those that speak of files without an edition."""
    assert len({row["name"] for row in ROWS}) == len(ROWS) >= 100
    of_schema = re.findall(
        r'id="ed-([A-Z]\d{3})-', (ROOT / "tei/schema/edition.sch").read_text(encoding="utf-8")
    )
    of_edition = {code for code in (*CODES, *of_schema) if not code.startswith(("X", "Y"))}
    assert {row["code"] for row in ROWS} == of_edition
