"""A site takes the place of the old one in one step, or not at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from edition import swap
from edition.errors import BuildError


def put(folder: Path, word: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / swap.MARK).write_text(word, encoding="utf-8")


def read(folder: Path) -> str:
    return (folder / swap.MARK).read_text(encoding="utf-8")


def beside(target: Path) -> list[str]:
    return sorted(path.name for path in target.parent.iterdir() if path.name.startswith("."))


def test_a_new_site_replaces_the_old_and_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "site"
    for word in ("one", "two"):
        with swap.staging(target) as folder:
            put(folder, word)
        assert read(target) == word
    assert beside(target) == []


def test_a_failure_leaves_the_old_site(tmp_path: Path) -> None:
    target = tmp_path / "site"
    with swap.staging(target) as folder:
        put(folder, "one")
    with pytest.raises(BuildError, match="no"), swap.staging(target) as folder:
        put(folder, "two")
        raise BuildError("no")
    assert read(target) == "one"
    assert beside(target) == []


def test_a_foreign_folder_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.mkdir()
    (target / "letters.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(BuildError, match="not built by this tool"), swap.staging(target):
        pass
    assert (target / "letters.txt").read_text(encoding="utf-8") == "mine"


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.write_text("a file", encoding="utf-8")
    with pytest.raises(BuildError, match="is a file"), swap.staging(target):
        pass


def test_without_the_system_call_the_journal_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "_renameat2", lambda one, other: False)
    target = tmp_path / "site"
    for word in ("one", "two"):
        with swap.staging(target) as folder:
            put(folder, word)
    assert read(target) == "two"
    assert beside(target) == []


def test_a_crash_between_the_two_renames_is_mended(tmp_path: Path) -> None:
    target = tmp_path / "site"
    put(tmp_path / ".site.old", "one")
    (tmp_path / ".site.journal").write_text("under way", encoding="utf-8")
    with pytest.raises(BuildError), swap.staging(target):
        raise BuildError("stop")
    assert read(target) == "one"
    assert beside(target) == []


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    target = tmp_path / "site"
    other = (
        "import sys; from pathlib import Path; from edition import swap\n"
        "from edition.errors import BuildError\n"
        "try:\n"
        "    with swap.staging(Path(sys.argv[1])): pass\n"
        "except BuildError as error: print(error.message.en)\n"
    )
    with swap.staging(target) as folder:
        put(folder, "one")
        said = subprocess.run(
            [sys.executable, "-c", other, str(target)], capture_output=True, text=True, check=True
        )
        assert "Another build is writing" in said.stdout
