"""The guides for editors and other projects do what they say: docs/editing.md is run from top to bottom."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from edition import cli, scaffold
from tests.conftest import ROOT, TOY

DOCS = ROOT / "docs"
_FENCE = re.compile(
    r"^```(?P<kind>\w+)(?: file=(?P<file>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
_FILE = re.compile(r"[Ii]n `(?P<file>[^`]+)` (?=replace|put)")
_PUT = re.compile(r"put before `(?P<where>[^`]+)`$")
_REPLACE = re.compile(r"(?P<everywhere>replace everywhere|replace)$")


@dataclass
class Reader:
    """Somebody who does what a guide says, block by block."""

    folder: Path
    file: Path | None = None
    old: str = ""
    times: int = 1
    output: str = ""
    done: list[str] = field(default_factory=list)

    def follow(self, guide: str) -> None:
        start = 0
        for fence in _FENCE.finditer(guide):
            self.read(" ".join(guide[start : fence.start()].split()), fence)
            start = fence.end()

    def read(self, prose: str, fence: re.Match[str]) -> None:
        kind, body = fence["kind"], fence["body"].rstrip("\n")
        named = [*_FILE.finditer(prose)]
        if named:
            self.file = self.folder / named[-1]["file"]
        if kind == "sh":
            self.run(body)
        elif fence["file"]:
            (self.folder / fence["file"]).write_text(fence["body"], encoding="utf-8")
        elif put := _PUT.search(prose):
            self.change(put["where"], f"{body}\n{put['where']}")
        elif replace := _REPLACE.search(prose):
            self.old, self.times = body, -1 if replace["everywhere"] != "replace" else 1
        elif prose == "with":
            self.change(self.old, body, self.times)
        elif kind == "toml":  # an example of rows
            assert set(tomllib.loads(body)["remove"][0]) == {"line", "text", "reason"}
        else:
            assert kind == "text", f"nothing says what to do with {body!r}"
            self.expect(body)

    def change(self, old: str, new: str, times: int = 1) -> None:
        assert self.file
        text = self.file.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {self.file}"
        if times == 1:
            assert text.count(old) == 1, f"{old!r} is more than once in {self.file}"
        self.file.write_text(text.replace(old, new), encoding="utf-8")
        self.done.append("change")

    def run(self, commands: str) -> None:
        for line in commands.splitlines():
            program, *words = shlex.split(line)
            if program == "cd":
                self.folder /= words[0]
                continue
            command = [sys.executable, str(ROOT / "build.py")] if program == "edition" else [program]
            said = subprocess.run(
                [*command, *words], cwd=self.folder, capture_output=True, text=True, check=False
            )
            assert said.returncode == 0 or (program, said.returncode) == ("edition", 1), said.stderr
            self.output = said.stdout
            self.done.append(line)

    def expect(self, lines: str) -> None:
        for line in lines.splitlines():
            assert line in self.output, f"{line!r} is not in {self.output!r}"
        self.done.append("expect")


def test_the_guide_to_editing_works_from_top_to_bottom(tmp_path: Path) -> None:
    guide = (DOCS / "editing.md").read_text(encoding="utf-8")
    reader = Reader(tmp_path)
    reader.follow(guide)
    of_copy_texts = 4  # what is replaced in them, and by what
    assert reader.done.count("expect") == len(re.findall("^```text$", guide, re.MULTILINE)) - of_copy_texts
    assert reader.done.count("change") > 10
    site = tmp_path / "probe/site"
    assert "diesen</ins>" in (site / "texts/ein-beispiel.html").read_text(encoding="utf-8")
    assert "diesn" in (site / "texts/ein-beispiel.diplomatic.html").read_text(encoding="utf-8")
    assert (site / "pages/dank.html").is_file()
    assert '<html lang="en">' in (site / "en/index.html").read_text(encoding="utf-8")
    assert 'id="p-4"' in (site / "texts/ein-brief.html").read_text(encoding="utf-8")
    assert "Name der Katze" in (site / "validation.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["editing.md", "projects.md", "editors.md", "validating.md", "../README.md"])
def test_commands_and_options_in_the_guides_exist(name: str) -> None:
    for words in commands((DOCS / name).read_text(encoding="utf-8")):
        known(words)


def commands(text: str) -> list[list[str]]:
    """What is written as a call of the program, at the beginning of a line or as code."""
    found = re.findall(r"(?m)(?:^ *|`|run: )edition ([a-z][^`\n>#]*)", text)
    return [shlex.split(one.replace("…", "")) for one in found]


def known(words: list[str]) -> None:
    command = cli.command.commands[words[0]]
    options = {name for parameter in command.params for name in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= options, words


def in_yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def hooks() -> dict[str, Any]:
    return {hook["id"]: hook for hook in in_yaml(ROOT / ".pre-commit-hooks.yaml")}


def call(command: str, cwd: Path, *more: str) -> int:
    """The exit code of a command that a file of ours gives, as the installed program would run it."""
    program, *words = shlex.split(command, comments=True)
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert scripts[program] == "edition.cli:main"
    run = [sys.executable, str(ROOT / "build.py"), *words, *more]
    return subprocess.run(run, cwd=cwd, capture_output=True, check=False).returncode


def spoil(toy: Path) -> None:
    """A pointer without an entry: only the whole edition can tell."""
    article = toy / "tei/articles/erster.xml"
    text = article.read_text(encoding="utf-8").replace("place:wien", "place:wein")
    article.write_text(text, encoding="utf-8")


def test_the_hook_for_editions_checks_the_whole(toy: Path) -> None:
    hook = hooks()["validate-edition"]
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False
    for path in (
        "tei/articles/erster.xml",
        "tei/copytext/erster.txt",
        "tei/edition.toml",
        "mine/tei/pages/x.xml",
    ):
        assert re.search(hook["files"], path), path
    assert not re.search(hook["files"], "site/index.html")
    assert call(hook["entry"], toy) == 0
    spoil(toy)
    assert call(hook["entry"], toy) == 1


def test_the_hook_for_files_checks_any_tei(tmp_path: Path) -> None:
    hook = hooks()["validate-tei"]
    assert hook["language"] == "python"
    assert hook.get("pass_filenames", True) is True
    assert re.search(hook["files"], "letters/1.xml")
    assert not re.search(hook["files"], "letters/1.txt")
    good = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Letter</title></titleStmt>'
        "<publicationStmt><p>None.</p></publicationStmt><sourceDesc><p>Born digital.</p></sourceDesc></fileDesc>"
        '</teiHeader><text><body><p xml:id="a">Dear,</p><p xml:id="b">yours.</p></body></text></TEI>\n'
    )
    (tmp_path / "good.xml").write_text(good, encoding="utf-8")
    (tmp_path / "bad.xml").write_text(good.replace('"b"', '"a"'), encoding="utf-8")
    assert call(hook["entry"], tmp_path, "good.xml") == 0
    assert call(hook["entry"], tmp_path, "good.xml", "bad.xml") == 1


def test_the_configuration_for_other_projects_names_a_hook_there_is() -> None:
    config = in_yaml(DOCS / "projects/pre-commit-config.yaml")
    assert {one["id"] for repo in config["repos"] for one in repo["hooks"]} <= set(hooks())
    guide = (DOCS / "projects.md").read_text(encoding="utf-8")
    assert all(f"| `{name}` |" in guide for name in hooks())


def test_the_command_of_the_workflow_hands_over_what_it_finds(toy: Path) -> None:
    workflow = in_yaml(DOCS / "projects/validate.yml")
    steps = workflow["jobs"]["validate"]["steps"]
    assert all(len(set(step) & {"uses", "run"}) == 1 for step in steps)
    (command,) = [step["run"] for step in steps if step.get("run", "").startswith("edition ")]
    known(shlex.split(command)[1:])
    (upload,) = [step for step in steps if "sarif" in step.get("uses", "")]
    assert "!cancelled()" in upload["if"]  # findings end the step before with 1, and are what is to be shown
    report = toy / upload["with"]["sarif_file"]
    for exit_code, codes in ((0, set()), (1, {"R010", "R011"})):
        assert call(command, toy) == exit_code
        log = json.loads(report.read_text(encoding="utf-8"))
        assert log["version"] == "2.1.0"
        assert {one["ruleId"] for one in log["runs"][0]["results"]} <= codes
        assert bool(log["runs"][0]["results"]) == bool(codes)
        spoil(toy)


def test_the_settings_for_vs_code_find_the_files_and_the_grammar() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    (row,) = settings["xml.fileAssociations"]
    assert (ROOT / row["systemId"]).is_file()
    start, names, end = re.fullmatch(r"\*\*/(.*)\{(.*)\}(.*)", row["pattern"]).groups()  # type: ignore[union-attr]
    for folder in names.split(","):
        files = list(ROOT.glob(f"{start}{folder}{end}"))
        assert files, folder
    json.loads((ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))


def test_the_instructions_of_every_file_lead_to_the_schema(tmp_path: Path) -> None:
    scaffold.create(tmp_path / "new", None, "", date(2026, 11, 22))
    wanted = set(re.findall(r"<\?xml-model .*\?>", (DOCS / "editors.md").read_text(encoding="utf-8")))
    for root in (ROOT, tmp_path / "new"):
        files = list((root / "tei").glob("*/*.xml"))
        assert files
        for path in files:
            found = re.findall(r"<\?xml-model .*\?>", path.read_text(encoding="utf-8"))
            assert set(found) == wanted, path
            for href in re.findall(r'href="([^"]+)"', " ".join(found)):
                assert (path.parent / href).resolve().parent == (root / "tei/schema").resolve()
                assert (path.parent / href).is_file()


def test_the_toy_edition_is_bound_in_the_same_way() -> None:
    for path in (TOY / "tei").rglob("*.xml"):
        assert path.read_text(encoding="utf-8").count('<?xml-model href="../schema/edition.') == 2, path
