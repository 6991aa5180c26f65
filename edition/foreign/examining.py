"""Every file by itself: is it XML, is it TEI, does it keep its schema, do its pointers lead somewhere."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from edition import corpus, grammar, places
from edition.checks import dates, identifiers, text
from edition.checks.subject import Subject
from edition.codes import CODES
from edition.errors import EditionError
from edition.findings import Verdict, remarks
from edition.foreign import decoding, pointers
from edition.foreign.library import Library
from edition.foreign.models import Schemas
from edition.foreign.opening import opened, strange_root
from edition.model import Bilingual, Finding, Source

# What is asked of an edition's own files and makes sense of any; the rest speaks of our conventions.
_OF_TEXT = frozenset({"T002"})
ASKED = _OF_TEXT | frozenset("D011 D012 G001 G002 G003 G004 G005 G006 I001 I002 R001 R002 R003 R004".split())
# Findings of one file that are listed: whoever has mended so many asks again.
MOST = 10_000
# Where TEI leaves a choice that our editions do not have.
_MILDER = frozenset({"R002", "T002", "I001"})
_CUT = Bilingual(
    f"{{path}} has more than {MOST} findings; the others are not listed.",
    f"{{path}} hat mehr als {MOST} Funde; die übrigen sind nicht aufgeführt.",
)


class Examined(Struct):
    """What was found in all files, in the order of path, line and column."""

    findings: tuple[Finding, ...] = ()
    files: int = 0
    unreadable: tuple[EditionError, ...] = ()
    against: tuple[str, ...] = ()  # the schemas that were used
    bare: int = 0  # files that were checked against no schema
    cut: tuple[str, ...] = ()  # files with more findings than are listed


class _Run(Struct):
    """What is shared by the files of one run."""

    schemas: Schemas
    library: Library = field(default_factory=Library)
    rules: dict[Path, object] = field(default_factory=dict)
    against: dict[str, None] = field(default_factory=dict)
    bare: int = 0
    cut: list[str] = field(default_factory=list)


def examine(
    paths: Iterable[Path], schema: Path | None = None, step: Callable[[str], None] = lambda _: None
) -> Examined:
    """Check files one by one; `schema` takes the place of the grammars that files name.

    Raises:
        SchemaError: the schema given cannot be used.
    """
    run = _Run(Schemas.with_given(schema))
    findings: list[Finding] = []
    unreadable: list[EditionError] = []
    count = 0
    for path in paths:
        step(path.name)
        try:
            stored = corpus.read(path, pipe=True)
        except EditionError as error:
            unreadable.append(error)
            continue
        count += 1
        findings += located(_one(stored, path, run), stored)
    findings += run.schemas.findings()
    ordered = sorted(
        dict.fromkeys(findings), key=lambda one: (one.path, one.line, one.column, one.code, one.message)
    )
    return Examined(tuple(ordered), count, tuple(unreadable), tuple(run.against), run.bare, tuple(run.cut))


def verdict(examined: Examined) -> Verdict:
    """What was found, ready to be written down."""
    return Verdict(
        findings=examined.findings,
        codes={code: CODES[code] for code in sorted(CODES) if code.startswith("X") or code in ASKED},
        read=text_of,
        files=examined.files,
        remarks=(
            *remarks(examined.against, examined.bare),
            *(_CUT.filled({"path": one}) for one in examined.cut),
        ),
    )


def text_of(path: str) -> str:
    """The characters of a file, for showing them."""
    try:
        return decoding.text_of(Path(path).read_bytes())
    except decoding.Undecodable as error:
        return error.before
    except OSError:
        return ""


def shown(path: Path) -> str:
    """How a path is named: as it was given, with slashes; what is not UTF-8 in it is replaced."""
    return os.fsencode(Path(os.path.normpath(path)).as_posix()).decode("utf-8", "replace")


def located(findings: list[Finding], stored: bytes) -> Iterator[Finding]:
    """The findings of one file that know what part of it they lie in."""
    if not findings:
        return
    try:
        data = decoding.utf8(stored)
    except decoding.Undecodable:
        yield from findings
        return
    spots = [(one.line, one.column) for one in findings]
    try:
        ids = places.enclosing(data, findings[0].path, spots)
    except EditionError:  # what cannot be read has no parts
        ids = ("",) * len(findings)
    yield from (replace(one, at=at) for one, at in zip(findings, ids, strict=True))


def _one(stored: bytes, path: Path, run: _Run) -> list[Finding]:
    read = opened(stored, shown(path))
    if read.source is None:
        return list(read.findings)
    findings = [*read.findings, *islice(_of_source(read.source, path, run), MOST + 1)]
    if len(findings) > MOST:
        run.cut.append(shown(path))
        findings = findings[:MOST]
    if not read.exact:  # a repair counts the bytes of the file as it is stored
        findings = [replace(one, edits=()) for one in findings]
    return findings


def _of_source(source: Source, path: Path, run: _Run) -> Iterator[Finding]:
    strange = strange_root(source)
    grammars = run.schemas.grammars(source, path)
    if strange and not any(_knows(one, source) for one in grammars):
        yield strange
        return
    broken = list(_against(source, grammars, run))
    yield from broken
    yield from _rules(source, path, run)
    if strange:
        return
    subject = Subject(source, corpus.Locator(source), path.parent)
    said = {(one.line, one.column) for one in broken if one.code == "G004"}
    for one in _asked(subject, path, run):
        if one.code == "D011" and (one.line, one.column) in said:
            continue  # the schema has said so already
        yield replace(one, severity="warning") if one.code in _MILDER else one


def _asked(subject: Subject, path: Path, run: _Run) -> Iterator[Finding]:
    yield from pointers.double_ids(subject)
    yield from pointers.Pointers(subject, path, run.library).check()
    yield from dates.values(subject)
    yield from identifiers.in_file(subject)
    yield from (one for one in text.in_file(subject) if one.code in _OF_TEXT)


def _knows(rules: grammar.Grammar, source: Source) -> bool:
    namespace, _, name = source.tree.getroot().tag.rpartition("}")
    return (namespace.removeprefix("{"), name) in rules.elements


def _against(source: Source, grammars: list[grammar.Grammar], run: _Run) -> Iterator[Finding]:
    run.bare += not grammars
    for one in grammars:
        run.against[one.path] = None
        yield from one.check(source.data, source.path)


def _rules(source: Source, path: Path, run: _Run) -> Iterator[Finding]:
    """The findings of the Schematron files that a file names; Saxon is only started for them."""
    for model, place in run.schemas.rules(source, path):
        from edition.checks.schematron import Schematron

        try:
            if place not in run.rules:
                run.rules[place] = Schematron(corpus.read(place), place.name)
            rules = run.rules[place]
            assert isinstance(rules, Schematron)
            yield from rules.check(source)
        except EditionError as error:
            run.schemas.remark(model, source.path, "X022", "rules", error.message)
