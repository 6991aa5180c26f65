"""docs/checks.md is what its generator makes of codes, ODD and cases, and names every code."""

from __future__ import annotations

import importlib.util
import re
from types import ModuleType

import pytest

from edition import resources
from edition.codes import CODES
from edition.codes.families import FAMILIES
from tests.conftest import ROOT

pytestmark = pytest.mark.usefixtures("rules_once")

PAGE = ROOT / "docs" / "checks.md"


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_checks", ROOT / "docs" / "make_checks.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_what_the_generator_makes(maker: ModuleType) -> None:
    assert maker.page() == PAGE.read_text(encoding="utf-8"), "Run: python docs/make_checks.py"


def test_the_page_names_every_code_once_and_in_order() -> None:
    of_schema = re.findall(
        r'id="ed-([A-Z]\d{3})-', resources.schema("edition.sch", ROOT).read_text(encoding="utf-8")
    )
    headings = re.findall(r"^### (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == sorted({*CODES, *of_schema})


def test_every_code_has_its_family() -> None:
    assert {code[0] for code in CODES} <= set(FAMILIES)


@pytest.mark.parametrize(
    ("text", "part", "shown"),
    [
        ('<a><b>one</b> <c x="1"/></a>', 'x="1"', '<a><b>one</b> <c x="1"/></a>'),
        (f"<a><b>one</b>{'-' * 200}</a>", "one", "<b>one</b>"),
        ("<a>\n<b>one</a>\n", "one", "<b>one</a>"),
    ],
)
def test_an_example_is_a_small_element_or_a_line(maker: ModuleType, text: str, part: str, shown: str) -> None:
    start, end = maker._element(text, text.index(part), text.index(part) + len(part))
    assert text[start:end] == shown
