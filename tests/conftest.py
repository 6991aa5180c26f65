"""What the tests share: the toy edition, a copy of it to spoil, and its site, built once."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

import hypothesis
import pytest

from edition import grammar, site, validation
from tests import spoiled

os.environ["LC_ALL"] = "C.UTF-8"  # messages are compared in English, wherever the tests run

# Hundreds of processes are started here: each would compile all modules and templates, which takes longer than a toy.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# The same examples in every run: what fails here fails there. `HYPOTHESIS=explore` tries new ones.
hypothesis.settings.register_profile("repeat", derandomize=True, deadline=None, database=None)
hypothesis.settings.register_profile("explore", deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS", "repeat"))

TESTS = Path(__file__).parent
ROOT = TESTS.parent
TOY = TESTS / "toy"
LONG = {"test_rebuilding"}  # a minute and more each: begun first, so that no process is left alone with them


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.stem not in LONG)


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
    """Make the edits of a TOML file in a copy of the toy edition (see tests.spoiled)."""
    return partial(spoiled.spoil, toy)


@pytest.fixture(scope="module")
def rules_once() -> Iterator[None]:
    """The same schema and the same rules are compiled once, for a file of tests that examine editions again and again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grammar, "load", cache(grammar.load))
        patch.setattr(validation, "Constraints", cache(validation.Constraints))
        yield


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
