"""Our validator and jing agree: on small grammars, on datatypes, on the edition, and on mutants of all of them.

`EDITION_SCHEMA=tei_all.rng pytest tests/test_grammar_jing.py` asks about the edition's documents with another schema
as well, `EDITION_DOCUMENTS` (a glob) names other documents, and `EDITION_MUTANTS=2000` asks for more mutants.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from edition import grammar
from edition.model import Finding
from tests import datatypes, grammars, jing, mutants

ROOT = Path(__file__).parent.parent
SCHEMAS = [ROOT / "tei/schema/edition.rng"]
SCHEMAS += [Path(name).resolve() for name in (os.environ.get("EDITION_SCHEMA"),) if name]
DOCUMENTS = sorted(
    map(Path, glob.glob(os.environ.get("EDITION_DOCUMENTS") or f"{ROOT}/tei/**/*.xml", recursive=True))
)
MUTANTS = int(os.environ.get("EDITION_MUTANTS", "400"))


def disagreements(schema: Path, documents: dict[str, bytes], folder: Path) -> list[str]:
    """Where the two judge differently, or see the first error on different lines."""
    ours = grammar.load(schema.read_bytes(), schema.name)
    theirs = jing.complaints(schema, documents, folder)
    judged = ((name, ours.check(content, name), theirs[name]) for name, content in documents.items())
    return [f"{name}: we {mine[:1]}, jing {said[:1]}" for name, mine, said in judged if not agree(mine, said)]


def agree(ours: tuple[Finding, ...], theirs: list[jing.Complaint]) -> bool:
    """Same verdict, same line of the first error; jing sees text only when a tag ends it."""
    if not ours or not theirs:
        return not ours and not theirs
    if ours[0].code in ("G004", "G006"):
        return ours[0].line <= theirs[0].line
    return ours[0].line == theirs[0].line


def numbered(documents: Iterable[bytes], prefix: str = "") -> dict[str, bytes]:
    return {f"{prefix}{number:05}.xml": document for number, document in enumerate(documents)}


@pytest.mark.parametrize("cases", grammars.ALL, ids=lambda cases: cases.name)
def test_small_grammars_are_read_as_jing_reads_them(cases: grammars.Cases, tmp_path: Path) -> None:
    schema = tmp_path / "schema.rng"
    schema.write_bytes(cases.grammar)
    documents = numbered(cases.documents)
    for number, document in enumerate(cases.valid):
        documents |= numbered(mutants.mutants(document, 60, seed=number), f"mutant-{number}-")
    assert disagreements(schema, documents, tmp_path) == []


def test_datatypes_allow_what_jing_allows(tmp_path: Path) -> None:
    rules, document, said = datatypes.grammar_and_document()
    schema = tmp_path / "schema.rng"
    schema.write_bytes(rules)
    theirs = {
        complaint.line for complaint in jing.complaints(schema, {"all.xml": document}, tmp_path)["all.xml"]
    }
    ours = {finding.line for finding in grammar.load(rules).check(document, "all.xml")}
    assert {said[line - 1] for line in ours ^ theirs} == set(datatypes.DIFFERENCES)


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda path: path.name)
def test_the_documents_and_their_mutants_are_judged_alike(schema: Path, tmp_path: Path) -> None:
    assert DOCUMENTS, "there is no document to try"
    documents = numbered(path.read_bytes() for path in DOCUMENTS)
    each = max(1, MUTANTS // len(DOCUMENTS))
    for name, document in list(documents.items()):
        documents |= numbered(mutants.mutants(document, each), f"mutant-{name[:-4]}-")
    assert disagreements(schema, documents, tmp_path) == []
