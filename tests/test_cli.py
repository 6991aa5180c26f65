"""The command line as a user meets it: sentences, exit codes, never a traceback."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

import build
from tests.conftest import ROOT, TOY


def run(*words: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "build.py"), *words], capture_output=True, text=True, cwd=cwd,
        env={**os.environ, **environment}, check=False,
    )  # fmt: skip


def test_a_clean_edition_is_said_to_be_clean() -> None:
    said = run("validate", "--source", str(TOY))
    assert (said.returncode, said.stdout) == (0, "0 errors, 0 warnings.\n")


def test_a_python_without_the_packages_is_told_what_to_run() -> None:
    command = [sys.executable, "-S", str(ROOT / "build.py"), "validate"]  # -S: without what is installed
    said = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert (said.returncode, said.stdout, said.stderr) == (1, "", missing(build.NEEDED))
    assert set(build.NEEDED) == {name.removeprefix("Py") for name in required()}


def missing(names: Iterable[str]) -> str:
    return (
        f"This Python ({sys.executable}) has no {', '.join(names)}. Run `make` once, then .venv/bin/python build.py; "
        "README.md says how without make.\n"
    )


def required() -> list[str]:
    """The packages of pyproject.toml; the module of each has its name, without a »Py« before it."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    return [re.split(r"[<>=]", one)[0] for one in asked]


def test_without_a_command_it_builds(tmp_path: Path) -> None:
    said = run(cwd=shutil.copytree(TOY, tmp_path / "toy"))
    assert said.returncode == 0, said.stderr
    assert "site/index.html" in said.stdout
    assert (tmp_path / "toy" / "site" / "index.html").is_file()


def test_findings_name_place_code_sentence_and_hint(toy: Path) -> None:
    path = toy / "tei" / "articles" / "zweiter.xml"
    path.write_text(path.read_text(encoding="utf-8").replace("place:wien", "place:wein"), encoding="utf-8")
    said = run("validate", "--source", str(toy))
    assert said.returncode == 1
    lines = said.stdout.splitlines()
    number = next(number for number, line in enumerate(lines) if "R010" in line)
    assert lines[number].startswith("tei/articles/zweiter.xml:")
    assert lines[number + 3] == "    Hint: Did you mean place:wien?"


def test_findings_as_json(toy: Path) -> None:
    path = toy / "tei" / "articles" / "zweiter.xml"
    path.write_text(path.read_text(encoding="utf-8").replace("place:wien", "place:wein"), encoding="utf-8")
    said = json.loads(run("validate", "--source", str(toy), "--format", "json").stdout)
    assert "R010" in {one["code"] for one in said["findings"]}


def test_findings_go_into_a_file_and_a_sentence_to_the_terminal(tmp_path: Path) -> None:
    for form, beginning in (("json", "{"), ("sarif", "{"), ("html", "<!DOCTYPE html>"), ("text", "0 errors")):
        said = run("validate", "--source", str(TOY), "--format", form, "-o", str(tmp_path / form))
        assert (said.returncode, said.stdout) == (0, "0 errors, 0 warnings.\n"), said.stderr
        assert (tmp_path / form).read_text(encoding="utf-8").lstrip().startswith(beginning)


def test_a_file_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    said = run("validate", "--source", str(TOY), "-o", str(tmp_path / "none" / "x"))
    assert said.returncode == 1
    assert "cannot be used" in said.stderr
    assert "Traceback" not in said.stderr


def test_messages_are_german_on_demand_and_by_the_system(toy: Path) -> None:
    path = toy / "tei" / "articles" / "zweiter.xml"
    path.write_text(path.read_text(encoding="utf-8").replace("place:wien", "place:wein"), encoding="utf-8")
    asked = run("validate", "--source", str(toy), "--lang", "de")
    assert "diesen Eintrag gibt es nicht" in asked.stdout
    assert "Hinweis: War place:wien gemeint?" in asked.stdout
    assert run("validate", "--source", str(toy), LC_ALL="de_DE.UTF-8").stdout == asked.stdout
    assert run("validate", "/nowhere/x.xml", "--lang", "de").stderr.startswith("Es gibt keine Datei")


def test_colour_is_for_terminals_or_on_demand(toy: Path) -> None:
    path = toy / "tei" / "articles" / "zweiter.xml"
    path.write_text(path.read_text(encoding="utf-8").replace("place:wien", "place:wein"), encoding="utf-8")
    words = ("validate", "--source", str(toy))
    assert "\x1b" not in run(*words).stdout
    assert "\x1b[31m" in run(*words, "--color").stdout
    assert "\x1b[31m" in terminal(*words)
    assert "\x1b[31m" not in terminal(*words, NO_COLOR="1")
    assert "\x1b[31m" not in terminal(*words, "--no-color")


def terminal(*words: str, **environment: str) -> str:
    """What is written when the output is a terminal."""
    mine, its = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "build.py"), *words], stdout=its, stderr=subprocess.DEVNULL,
        env={**os.environ, "TERM": "xterm", **environment},
    )  # fmt: skip
    os.close(its)
    said = b""
    try:
        while piece := os.read(mine, 65536):
            said += piece
    except OSError:  # the other end is closed
        pass
    process.wait()
    os.close(mine)
    return said.decode("utf-8")


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("validate", "--source", "/nowhere"), 3, "There is no folder"),
        (("rubbish",), 2, "No such command"),
        (("build", "--colour"), 2, "No such option"),
        (("export", "docx"), 2, "There is no format 'docx'"),
        (("--source", str(TOY), "--out", str(ROOT / "tests")), 1, "holds the edition itself"),
        (("build", "--source", str(TOY), "--out", str(ROOT / "docs")), 1, "not built by this tool"),
    ],
)
def test_mistakes_end_in_a_sentence(words: tuple[str, ...], code: int, sentence: str) -> None:
    said = run(*words)
    assert said.returncode == code
    assert sentence in said.stderr
    assert "Traceback" not in said.stderr


def test_unreadable_files_are_reported_together(toy: Path) -> None:
    (toy / "tei/articles/erster.xml").write_text("", encoding="utf-8")
    (toy / "tei/articles/zweiter.xml").write_text("<TEI>", encoding="utf-8")
    said = run("validate", "--source", str(toy))
    assert said.returncode == 3
    assert "erster.xml is empty" in said.stderr
    assert "zweiter.xml:1:" in said.stderr


def test_what_was_found_is_said_though_a_file_cannot_be_read(toy: Path) -> None:
    (toy / "tei/articles/erster.xml").write_text("", encoding="utf-8")
    path = toy / "tei/articles/zweiter.xml"
    path.write_text(path.read_text(encoding="utf-8").replace('when="', 'when="x', 1), encoding="utf-8")
    said = run("validate", "--source", str(toy), "--format", "json")
    assert said.returncode == 3
    assert {one["path"] for one in json.loads(said.stdout)["findings"]} == {"tei/articles/zweiter.xml"}
    assert "erster.xml is empty" in said.stderr


def test_a_clean_build_speaks_the_language_of_the_system(tmp_path: Path) -> None:
    said = run("build", "--source", str(TOY), "--out", str(tmp_path / "site"), LC_ALL="de_DE.UTF-8")
    assert said.stdout.splitlines()[-1].endswith("index.html im Browser öffnen.")
    assert "0 Fehler, 0 Warnungen" in said.stdout


def test_build_and_export_speak_the_language_that_is_asked_for(tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    for words in (("build", "--out", out), ("--lang", "de", "--out", out)):
        said = run(*words, "--source", str(TOY), "--lang", "de")
        assert said.stdout.splitlines()[-1].endswith("im Browser öffnen."), said.stderr
    said = run("export", "tei", "--source", str(TOY), "-o", str(tmp_path / "tei"), "--lang", "de")
    assert said.stdout.startswith("6 Dateien, ")
    assert said.stdout.endswith(f": {tmp_path / 'tei'}\n")


def test_exports_are_listed_and_written(tmp_path: Path) -> None:
    assert "tei" in run("export", "--list").stdout
    said = run("export", "tei", "--source", str(TOY), "-o", str(tmp_path / "out"))
    assert said.returncode == 0, said.stderr
    published = (tmp_path / "out/data/tei/articles/erster.xml").read_text(encoding="utf-8")
    assert '<measure unit="tokens" quantity="33">' in published
    assert '<idno type="URL">https://example.org/klein/texts/erster.html</idno>' in published


def test_a_program_learns_of_a_file_that_cannot_be_read(toy: Path) -> None:
    (toy / "tei" / "articles" / "zweiter.xml").write_text("<TEI>", encoding="utf-8")
    done = run("validate", "--source", str(toy), "--format", "json", "--lang", "en")
    assert done.returncode == 3
    said = json.loads(done.stdout)
    assert said["findings"] == []
    assert ["zweiter.xml" in one for one in said["remarks"]] == [True]


def test_one_sentence_is_enough_for_a_file_that_cannot_be_read(toy: Path) -> None:
    (toy / "tei" / "articles" / "zweiter.xml").write_text("<TEI>", encoding="utf-8")
    done = run("validate", "--source", str(toy))
    assert (done.returncode, done.stdout) == (3, "")
    assert "zweiter.xml" in done.stderr
