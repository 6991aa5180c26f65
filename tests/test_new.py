"""`new` as a user meets it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, str(ROOT / "build.py"), *words],
        capture_output=True, text=True, cwd=cwd, check=False, env=environment,
    )  # fmt: skip


def test_a_new_edition_validates_and_builds_at_once(tmp_path: Path) -> None:
    said = run("new", "mine", cwd=tmp_path)
    words, _, command = said.stdout.partition(", then: ")
    assert (said.returncode, words) == (0, "mine is ready. Go there")
    assert shlex.split(command) == ["python", str(ROOT / "build.py"), "serve"]
    assert run("validate", "--strict", cwd=tmp_path / "mine").stdout == "0 errors, 0 warnings.\n"
    assert run(cwd=tmp_path / "mine").returncode == 0
    assert (tmp_path / "mine/site/texts/ein-beispiel.html").is_file()


def test_from_a_text(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("Die Überfahrt\n\nErster Absatz.\n\nZweiter.\n", encoding="utf-8")
    said = run("new", "mine", "--from", "text.txt", "--title", "Reisen", cwd=tmp_path)
    assert said.returncode == 0, said.stderr
    assert "To be filled in" in said.stdout
    assert "tei/articles/die-ueberfahrt.xml" in said.stdout
    assert run("validate", "--source", "mine", "--strict", cwd=tmp_path).stdout == "0 errors, 0 warnings.\n"
    assert (tmp_path / "mine/README.md").read_text(encoding="utf-8").startswith("# Reisen\n")


def test_it_speaks_german_on_demand(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("Brief\n\nE\u0301r sagte »ja« und ging »fort.\n", encoding="utf-8")
    said = run("new", "mine", "--from", "text.txt", "--lang", "de", cwd=tmp_path)
    assert said.returncode == 0, said.stderr
    converted, marks, left, ready = said.stdout.splitlines()
    assert "in die Unicode-Form NFC gebracht" in converted
    assert "(Absatz 1)" in marks
    assert left.startswith("Noch einzutragen:")
    assert ready.startswith("mine ist bereit.")
    assert "Der Titel ist leer." in run("new", "x", "--title", " ", "--lang", "de", cwd=tmp_path).stderr


def test_mistakes_end_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes("Größe\n\nMaß".encode("latin-1"))
    for words, code, sentence in (
        (("new",), 2, "Missing argument 'DIR'"),
        (("new", "."), 1, "is not empty"),
        (("new", "x", "--from", "nowhere.txt"), 3, "There is no file nowhere.txt"),
        (("new", "x", "--from", "latin.txt"), 3, "not UTF-8"),
        (("new", "latin.txt/x"), 1, "cannot be written"),
    ):
        said = run(*words, cwd=tmp_path)
        assert (said.returncode, "Traceback" in said.stderr) == (code, False), said.stderr
        assert sentence in said.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["latin.txt"]
