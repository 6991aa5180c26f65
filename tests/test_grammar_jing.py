"""Our validator and jing agree: on small grammars, on datatypes, on the edition, and on mutants of all of them.

To agree about a document means, and nothing less is let pass:

1. the same verdict, valid or not;
2. the first error on the same line;
3. the first error at the same tag: ours stands where the tag begins, jing's where it ends.

jing learns of a text only when a tag ends it: a first error of ours about text (G004 of a content, G006) may stand
on an earlier line, and at the tag before. Identifiers and their references are left out on both sides (`jing -i`).

`EDITION_SCHEMA=x.rng pytest tests/test_grammar_jing.py` asks about the edition's documents with another schema as
well, `EDITION_DOCUMENTS` (a glob) names other documents, `EDITION_MUTANTS` another number of mutants, and
`EDITION_SEED` others of them.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from edition import grammar
from edition.model import Bilingual, Finding
from tests import datatypes, grammars, jing, mutants, tags
from tests.test_tei_all import TEI_ALL

ROOT = Path(__file__).parent.parent
SCHEMAS = [ROOT / "tei/schema/edition.rng", TEI_ALL]
SCHEMAS += [Path(name).resolve() for name in (os.environ.get("EDITION_SCHEMA"),) if name]
DOCUMENTS = sorted(
    map(Path, glob.glob(os.environ.get("EDITION_DOCUMENTS") or f"{ROOT}/tei/**/*.xml", recursive=True))
)
MUTANTS = int(os.environ.get("EDITION_MUTANTS", "2000"))  # under each schema
SEED = int(os.environ.get("EDITION_SEED", "2007"))
ABOUT_TEXT = ("G004", "G006")


def disagreements(schema: Path, documents: dict[str, bytes], folder: Path) -> list[str]:
    """The documents about which the two do not agree, with what each says first."""
    assert schema.is_file(), f"{schema} is missing. Run: sh tests/setup.sh"
    ours = grammar.load(schema.read_bytes(), schema.name)
    theirs = jing.complaints(schema, documents, folder)
    found = []
    for name, document in documents.items():
        mine = ours.check(document, name)
        if not agree(document, mine, theirs[name]):
            found.append(f"{name}: we {[str(one)[:300] for one in mine[:1]]}, jing {theirs[name][:1]}")
    return found


def agree(document: bytes, ours: Sequence[Finding], theirs: Sequence[jing.Complaint]) -> bool:
    """Whether the two agree about a document, as said above."""
    if not ours or not theirs:
        return not ours and not theirs
    mine, their = ours[0], theirs[0]
    if mine.code in ABOUT_TEXT and mine.line < their.line:
        return True
    places = tags.places(document)
    same = tags.at(places, mine.line, mine.column + 1) == tags.at(places, their.line, their.column)
    return mine.line == their.line and (same or mine.code in ABOUT_TEXT)


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
    each = -(-MUTANTS // len(DOCUMENTS))
    for name, document in list(documents.items()):
        documents |= numbered(mutants.mutants(document, each, SEED), f"mutant-{name[:-4]}-")
    assert len(documents) >= MUTANTS
    assert disagreements(schema, documents, tmp_path) == []


def test_the_comparison_notices_another_tag_line_or_verdict() -> None:
    document = b"<a><b/><c></c>\n</a>"
    tag_b = Finding("G001", "error", "x", 1, 4, Bilingual("", ""), Bilingual("", ""))
    assert agree(document, [tag_b], [jing.Complaint(1, 8, "after b")])
    assert not agree(document, [tag_b], [jing.Complaint(1, 11, "after c")])
    assert not agree(document, [tag_b], [jing.Complaint(2, 5, "after a")])
    assert not agree(document, [tag_b], [])
    assert not agree(document, [], [jing.Complaint(1, 8, "after b")])
