"""The tool outside its checkout: the wheel holds everything it needs, and works from an empty folder."""

from __future__ import annotations

import importlib.metadata
import os
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from edition import assembling
from edition.cluster import credentials
from tests.conftest import ROOT

PROGRAM = "from edition.cli import main; main()"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The wheel, built with what is installed: no network."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (found,) = folder.glob("*.whl")
    yield found


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def files(folder: str, prefix: str = "") -> set[str]:
    """What git would keep of a folder of the checkout, as the wheel is to name it."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", folder],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout.splitlines()  # fmt: skip
    return {prefix + name for name in listed if (ROOT / name).is_file()}


def run(unpacked: Path, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The installed tool; -P keeps the current folder, and so the checkout, out of its reach."""
    return subprocess.run(
        [sys.executable, "-P", "-c", PROGRAM, *words],
        cwd=cwd, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(unpacked)},
    )  # fmt: skip


def test_the_wheel_holds_the_whole_tool(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    wanted = files("edition") | files("xslt", "edition/shipped/") | files("tei/schema", "edition/shipped/")
    assert wanted - names == set()
    strangers = {name for name in names - wanted if ".dist-info/" not in name}
    assert strangers == set()


def test_the_wheel_declares_its_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
        assert "edition = edition.cli:main" in archive.read(name).decode()


def test_an_installed_tool_is_known_as_the_same(unpacked: Path, tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-P", "-c", "from edition.cluster import credentials; print(credentials.credentials()['code'])"],
        cwd=tmp_path, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(unpacked)},
    )  # fmt: skip
    assert said.stdout.strip() == credentials.credentials()["code"]


def test_from_an_empty_folder_to_a_site(unpacked: Path, tmp_path: Path) -> None:
    for words in (
        ("new", "x"),
        ("validate", "--source", "x", "--strict"),
        ("build", "--source", "x", "--out", "y"),
    ):
        said = run(unpacked, *words, cwd=tmp_path)
        assert (said.returncode, "Traceback" in said.stderr) == (0, False), said.stderr
    assert (tmp_path / "y/texts/ein-beispiel.html").is_file()
    assert (tmp_path / "y/data/tei/schema/edition.rng").is_file()
    files = {path.name for path in (tmp_path / "y/assets").iterdir()}
    assert files == {path.name for path in (ROOT / "edition/assets").iterdir()} | {
        f"{name}.js" for name in assembling.SCRIPTS
    }


def test_an_edition_without_a_schema_of_its_own_takes_the_shipped_one(unpacked: Path, toy: Path) -> None:
    said = run(unpacked, "validate", cwd=toy)
    assert (said.returncode, said.stdout) == (0, "0 errors, 0 warnings.\n"), said.stderr


def test_installed_it_is_called_edition_in_what_it_says(unpacked: Path, tmp_path: Path) -> None:
    said = run(unpacked, "new", "x", cwd=tmp_path)
    assert said.stdout == "x is ready. Go there, then: edition serve\n"
    odd = tmp_path / "x/tei/schema/edition.odd"
    odd.write_text(odd.read_text(encoding="utf-8") + "\n<!-- changed -->\n", encoding="utf-8")
    assert "Run `edition schema`." in run(unpacked, "validate", cwd=tmp_path / "x").stderr
    checkout = subprocess.run(
        [sys.executable, "build.py", "validate", "--source", str(tmp_path / "x")],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Run `python build.py schema`." in checkout.stderr


def test_every_pinned_version_admits_the_oldest_python_promised() -> None:
    promised = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "requires-python"
    ]
    oldest = Version(promised.removeprefix(">=") + ".0")
    assert oldest in SpecifierSet(promised)
    names = [
        line.partition("==")[0]
        for line in (ROOT / "constraints.txt").read_text().splitlines()
        if "==" in line
    ]
    asked = {name: importlib.metadata.metadata(name).get("Requires-Python") for name in names}
    assert {name: told for name, told in asked.items() if told and oldest not in SpecifierSet(told)} == {}
