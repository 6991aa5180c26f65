"""The picture in docs/performance.md shows what its table says."""

from __future__ import annotations

import importlib.util
import re
from types import ModuleType

import pytest
from lxml import etree

from tests.conftest import ROOT

TABLE = """
| documents | build s | ms a document | memory MB |
|---:|---:|---:|---:|
| 1,000 | 5.0 | 5.0 | 200 |
| 16,000 | 64.0 | 4.0 | 1,600 |

| another | table |
|---|---|
| 1 | 2 |
"""


@pytest.fixture(scope="module")
def curve() -> ModuleType:
    spec = importlib.util.spec_from_file_location("curve", ROOT / "benchmarks" / "curve.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_picture_is_made_from_the_table(curve: ModuleType) -> None:
    assert curve.picture(curve.rows(curve.TABLE.read_text("utf-8"))) == curve.PICTURE.read_text("utf-8"), (
        "Run: python benchmarks/curve.py"
    )


def test_each_point_says_its_figure_and_lies_as_high(curve: ModuleType) -> None:
    made = curve.picture(curve.rows(TABLE))
    said = etree.fromstring(made.encode()).xpath("//*[local-name()='text']/text()")
    assert [one for one in said if re.fullmatch(r"[\d.,]+", one)] == [
        "5.0", "1,000", "4.0", "16,000", "200", "1,000", "100", "16,000",
    ]  # fmt: skip
    heights = [float(one) for one in re.findall(r'cy="([\d.]+)"', made)]
    base = curve.HIGH - curve.FOOT
    assert (base - heights[1]) / (base - heights[0]) == pytest.approx(4 / 5, abs=0.01)
    assert (base - heights[3]) / (base - heights[2]) == pytest.approx(1 / 2, abs=0.01)
