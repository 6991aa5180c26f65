"""What the tests share: the toy edition, a copy of it to spoil, and its site, built once."""

from __future__ import annotations

import os
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from edition import site

os.environ["LC_ALL"] = "C.UTF-8"  # messages are compared in English, wherever the tests run

TESTS = Path(__file__).parent
ROOT = TESTS.parent
TOY = TESTS / "toy"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="Write the golden site anew; review the diff."
    )


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    """A copy of the toy edition that a test may spoil."""
    folder = tmp_path / "toy"
    shutil.copytree(TOY, folder)
    return folder


@pytest.fixture
def spoil(toy: Path) -> Callable[[Path], Path]:
    """Apply the edits of a TOML file (file, find, replace; file, remove; or file, write) to a copy of the toy edition."""

    def apply(table: Path) -> Path:
        for edit in tomllib.loads(table.read_text(encoding="utf-8"))["edit"]:
            path = toy / edit["file"]
            if edit.get("remove"):
                path.unlink()
                continue
            if "write" in edit:
                path.write_text(edit["write"], encoding="utf-8")
                continue
            text = path.read_text(encoding="utf-8")
            assert edit["find"] in text, f"{table}: {edit['find']!r} is not in {edit['file']}"
            path.write_text(text.replace(edit["find"], edit["replace"], 1), encoding="utf-8")
        return toy

    return apply


@pytest.fixture(scope="session")
def toy_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the toy edition."""
    out = tmp_path_factory.mktemp("toy") / "site"
    site.build(TOY, out)
    return out


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the edition itself."""
    out = tmp_path_factory.mktemp("real") / "site"
    site.build(ROOT, out)
    return out
