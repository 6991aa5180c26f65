"""Files spoiled by chance: a finding, a sentence or a page; never a fault of the program, never more than seconds.

1,000 files in every run, the same ones each time; `make soak` spoils many more.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edition import corpus, foreign, prose, reading, validation
from edition import settings as edition_settings
from edition.errors import EditionError
from edition.model import Finding, Source
from tests import soak, spoiling
from tests.conftest import ROOT, TOY

pytestmark = pytest.mark.usefixtures("rules_once")

SECONDS = 5
SMALL = 40_000  # bytes
FILES = [
    path
    for folder in (ROOT, TOY)
    for path in sorted((folder / "tei").glob("*/*.xml"))
    if path.stat().st_size < SMALL
]
SCHEMA = ROOT / "tei/schema/edition.rng"
T = TypeVar("T")
spoilt = partial(
    settings,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)
ROLES = {"articles": "article", "pages": "page", "authority": "authority"}


TREES = (st.sampled_from(FILES), spoiling.STEPS)


@cache
def data(path: Path) -> bytes:
    return path.read_bytes()


@cache
def rules() -> validation.Rules:
    return validation.Rules.of_edition(ROOT)


def answered(act: Callable[[], T]) -> T | None:
    """What is answered; None where a sentence refuses. Anything else fails, and so does what takes long."""
    start = time.process_time()
    try:
        return act()
    except EditionError as error:
        assert error.message.en and error.message.de
        return None
    finally:
        assert time.process_time() - start < SECONDS


def said(found: Iterator[Finding] | list[Finding]) -> None:
    for one in found:
        assert one.line > 0 and one.column > 0
        assert one.message.en and one.message.de


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scratch") / "x.xml"


def examined(spoiled: bytes, scratch: Path) -> list[Finding]:
    scratch.write_bytes(spoiled)
    found = answered(lambda: foreign.examine([scratch], SCHEMA))
    assert found is not None and not found.unreadable
    return list(found.findings)


def source(path: Path, spoiled: bytes) -> Source:
    shown = path.relative_to(path.parents[2]).as_posix()
    return corpus.from_bytes(spoiled, shown, ROLES[path.parent.name])


@given(st.sampled_from(FILES), spoiling.CUTS)
@spoilt(max_examples=soak.times(400, 20_000))
def test_any_file_of_spoiled_bytes_is_examined(scratch: Path, path: Path, cuts: list[spoiling.Cut]) -> None:
    spoiled = spoiling.cut(data(path), cuts)
    said(examined(spoiled, scratch))


@given(*TREES)
@spoilt(max_examples=soak.times(200, 10_000))
def test_any_file_with_a_spoiled_tree_is_examined(
    scratch: Path, path: Path, steps: list[spoiling.Step]
) -> None:
    spoiled = spoiling.tree(data(path), steps)
    said(examined(spoiled, scratch))


@given(*TREES)
@spoilt(max_examples=soak.times(200, 10_000))
def test_a_file_of_an_edition_is_judged_and_read(path: Path, steps: list[spoiling.Step]) -> None:
    spoiled = spoiling.tree(data(path), steps)

    def act() -> list[Finding]:
        found, facts = validation._examine_one(source(path, spoiled), rules(), path.parents[2])
        reading.edition(edition_settings.load(TOY), [facts])
        return found

    said(answered(act) or [])


@given(*TREES, st.sampled_from(("reading", "diplomatic")))
@spoilt(max_examples=soak.times(150, 10_000))
def test_a_text_is_shown_as_far_as_it_is_understood(
    path: Path, steps: list[spoiling.Step], layer: str
) -> None:
    spoiled = spoiling.tree(data(path), steps)
    found = answered(lambda: source(path, spoiled))
    if found:  # what can be read can be shown
        assert answered(lambda: prose.fragments(found, {}, unknown="render", layer=layer))


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(TOY, tmp_path_factory.mktemp("edition") / "toy"))


@given(st.sampled_from(sorted((TOY / "tei").glob("*/*.xml"))), spoiling.STEPS)
@spoilt(max_examples=soak.times(50, 5_000))
def test_an_edition_with_a_spoiled_file_is_judged(
    edition: Path, path: Path, steps: list[spoiling.Step]
) -> None:
    place = edition / path.relative_to(TOY)
    place.write_bytes(spoiling.tree(data(path), steps))
    try:
        found = answered(lambda: validation.examine(edition, edition_settings.load(edition)))
        said(list(found.findings) if found else [])
    finally:
        place.write_bytes(data(path))
