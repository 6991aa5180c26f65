"""Everything that is asked of an edition before a page is made: all checks, and the facts they leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from edition import corpus, grammar, places, reading, resources, schema
from edition.checks import ACROSS, IN_FILE, references, repairs, untagged
from edition.checks.constraints import Constraints
from edition.checks.subject import Subject
from edition.errors import EditionError, InputError, SchemaError
from edition.model import Bilingual, Config, Edition, Finding, Reading, Source

# Where an element is missing or misplaced, what points to what cannot be judged: that waits until it is mended.
SHAPELESS = frozenset({"G001", "G003"})


@dataclass(frozen=True, slots=True)
class Examination:
    """What validation leaves: the facts, and all findings in the order of path, line and column."""

    edition: Edition
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop a build."""
        return tuple(finding for finding in self.findings if finding.severity == "error")


class Rules:
    """The compiled schema of an edition: grammar and constraints."""

    def __init__(self, rng: bytes, sch: bytes) -> None:
        self._grammar = grammar.load(rng, "edition.rng")
        self._constraints = Constraints(sch)

    @classmethod
    def of_edition(cls, root: Path) -> Rules:
        """The rules of the edition in `root`; they must have been compiled from its ODD as it is now."""
        mark = schema.mark(corpus.read(resources.schema(resources.ODD, root))).encode()
        files = {name: corpus.read(resources.schema(name, root)) for name in ("edition.rng", "edition.sch")}
        for name, data in files.items():
            if mark not in data:
                raise SchemaError(
                    Bilingual(
                        f"tei/schema/{name} was not compiled from the present edition.odd.",
                        f"tei/schema/{name} ist nicht aus der jetzigen edition.odd übersetzt.",
                    ),
                    Bilingual("Run `python build.py schema`.", "`python build.py schema` ausführen."),
                )
        return cls(*files.values())

    def check(self, source: Source) -> Iterator[Finding]:
        """Grammar first; constraints assume a document that fits it."""
        broken = self._grammar.check(source.data, source.path)
        yield from broken
        if not broken:
            yield from self._constraints.check(source)


def examine(root: Path, config: Config, step: Callable[[str], None] = lambda _: None) -> Examination:
    """Check every file of an edition, one at a time, then all together."""
    rules = Rules.of_edition(root)
    readings: list[Reading] = []
    findings: list[Finding] = []
    unreadable: list[EditionError] = []
    for path, role in corpus.files(root, config):
        step(path.name)
        try:
            source = corpus.parse(path, role, root)
        except InputError as error:
            unreadable.append(error)
            continue
        found, facts = _examine_one(source, rules, root)
        findings += found
        readings.append(facts)
    if unreadable:
        raise _together(unreadable, ordered(findings))
    facts_of_all = reading.edition(config, readings)
    if not any(one.code in SHAPELESS for one in findings):
        for check in ACROSS:
            findings += check(facts_of_all, tuple(readings))
    return Examination(facts_of_all, tuple(_placed(root, ordered(findings))))


def _placed(root: Path, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings that know what part of their file they lie in; `findings` come file by file."""
    for path, group in groupby(findings, lambda one: one.path):
        of_file = list(group)
        asked = [(one.line, one.column) for one in of_file]
        ids = places.enclosing(corpus.read(root / path), path, asked)
        yield from (replace(one, at=name) for one, name in zip(of_file, ids, strict=True))


def _examine_one(source: Source, rules: Rules, root: Path) -> tuple[list[Finding], Reading]:
    subject = Subject(source, corpus.Locator(source), root)
    findings = list(rules.check(source))
    for check in IN_FILE:
        findings += check(subject)
    facts = replace(
        reading.of_source(source),
        pointers=references.leading_out(subject),
        namings=tuple(untagged.namings(subject)),
        untagged=tuple(untagged.stretches(subject)),
    )
    return list(repairs.with_edits(subject, findings)), facts


def _together(errors: list[EditionError], findings: tuple[Finding, ...]) -> InputError:
    """Independent failures, reported at once, with what was found in the files that could be read."""
    if len(errors) == 1:
        return InputError(errors[0].message, errors[0].hint, findings)
    said = [error.said for error in errors]
    lines = Bilingual("\n".join(one.en for one in said), "\n".join(one.de for one in said))
    return InputError(lines, findings=findings)


def ordered(findings: list[Finding]) -> tuple[Finding, ...]:
    """Findings by path, line, column and code, each once."""
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=lambda one: (one.path, one.line, one.column, one.code, one.message)))
