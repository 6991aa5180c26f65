"""`make bench` measures what it says: every command, part and format has a row, and figures are in order."""

from __future__ import annotations

import importlib.util
import platform
import subprocess
import sys
from types import ModuleType

import pytest

from edition.exports import EXPORTS
from tests.conftest import ROOT, TOY


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench", ROOT / "benchmarks" / "bench.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_figures_are_minimum_median_and_maximum(bench: ModuleType) -> None:
    assert bench.spread([3, 1, 2, 10], "{:.1f}") == "1.0 – 2.5 – 10.0"


def test_the_machine_is_described_without_its_name(bench: ModuleType) -> None:
    assert platform.machine() in bench.machine()
    assert platform.python_version() in bench.machine()
    assert platform.node() not in bench.machine()


def test_a_build_is_divided_into_its_parts_and_formats(bench: ModuleType) -> None:
    measured = bench.one_build(TOY)
    assert list(measured["parts"]) == list(bench.PARTS)
    assert all(seconds > 0 for (seconds,) in measured["parts"].values())
    assert list(measured["formats"]) == [row.slug for row in EXPORTS]
    for slug, (seconds, files, size) in measured["formats"].items():
        assert seconds > 0
        assert (files > 0) == (size > 0), slug
    assert measured["formats"]["sqlite"][1:] == [1, measured["formats"]["sqlite"][2]]


def test_what_fails_is_not_measured(bench: ModuleType) -> None:
    with pytest.raises(SystemExit, match="nothing was measured"):
        bench.run(["-c", "raise SystemExit(3)"])


def test_the_tables_have_a_row_for_everything() -> None:
    words = [sys.executable, str(ROOT / "benchmarks" / "bench.py"), "--runs", "1", "--source", str(TOY)]
    said = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    rows = [line.split(" | ") for line in said.splitlines() if line.startswith("| ")]
    names = [row[0].removeprefix("| ") for row in rows]
    assert {
        "build: everything",
        "build --no-exports: pages, indexes, TEI",
        "the same in one language",
        "validate",
    } <= set(names)
    assert [row.slug for row in EXPORTS] == names[-len(EXPORTS) :]
    for row in rows[-len(EXPORTS) :]:
        least, middle, most = (float(value) for value in row[1].split(" – "))
        assert 0 <= least <= middle <= most
