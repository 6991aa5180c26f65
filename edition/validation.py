"""Everything that is asked of an edition before a page is made: all checks, and the facts they leave."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing
from functools import cached_property
from itertools import groupby
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from edition import corpus, engine, grammar, places, reading, resources, schema, settings, suppressions, urls
from edition.checks import ACROSS, IN_FILE, references, repairs, untagged
from edition.checks.constraints import Constraints, described
from edition.checks.subject import Subject
from edition.codes import CODES, Code
from edition.desk import Desk, Folders
from edition.engine import Engine, Task
from edition.errors import EditionError, InputError, SchemaError
from edition.findings.verdict import Verdict
from edition.model import Bilingual, Config, Edition, Finding, Reading, Silenced, Source
from edition.workspace import Workspace

# Where an element is missing or misplaced, what points to what cannot be judged: that waits until it is mended.
SHAPELESS = frozenset({"G001", "G003"})
_COMPILE = Bilingual("Run `{command} schema`.", "`{command} schema` ausführen.")
_HINT = Bilingual("Hint: ", "Hinweis: ")
_OTHERS = {code: row for code, row in CODES.items() if code.startswith(("X", "Y"))}
_OURS = {code: row for code, row in CODES.items() if code not in _OTHERS}
FEW = 8  # files; of fewer nothing is gained by starting processes, each of which compiles the rules
_Found = tuple[list[Finding], Reading] | InputError  # what comes of a file, or why it cannot be read


class Examination(Struct, frozen=True):
    """What validation leaves: the facts, and all findings in the order of path, line and column.

    `silenced` are the warnings that the edition accepts; `codes` is everything that was asked.
    """

    edition: Edition
    findings: tuple[Finding, ...]
    silenced: tuple[Silenced, ...] = ()
    codes: Mapping[str, Code] = field(default_factory=dict)
    readings: tuple[Reading, ...] = ()  # the facts file by file

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop a build."""
        return tuple(finding for finding in self.findings if finding.severity == "error")


class Rules:
    """The compiled schema of an edition: grammar and constraints. Those are compiled in each process that needs them,
    for that starts Saxon, and a process in which it runs cannot be forked."""

    def __init__(self, rng: bytes, sch: bytes) -> None:
        self._grammar = grammar.load(rng, "edition.rng")
        self._sch = sch
        self.codes: Mapping[str, Code] = dict(sorted((_OURS | dict(described(sch))).items()))

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
                    _COMPILE.filled({"command": resources.command()}),
                )
        return cls(*files.values())

    @cached_property
    def constraints(self) -> Constraints:
        """The rules of Schematron; SchemaError where they cannot be used."""
        return Constraints(self._sch)

    def check(self, source: Source) -> Iterator[Finding]:
        """Grammar first; constraints assume a document that fits it."""
        broken = self._grammar.check(source.data, source.path)
        yield from broken
        if not broken:
            yield from self.constraints.check(source)


def examine(
    root: Path,
    config: Config,
    step: Callable[[str], None] = lambda _: None,
    work: Engine | None = None,
    meanwhile: Callable[[], None] = engine.nothing,
) -> Examination:
    """Check every file of an edition, each by itself, then all together.

    Args:
        step: told which file is next.
        work: an engine, of which nothing is used beyond this machine: a file is checked against others beside it.
        meanwhile: what this process does while others are at work, if there are others.
    """
    rules = Rules.of_edition(root)
    readings: list[Reading] = []
    findings: list[Finding] = []
    unreadable: list[EditionError] = []
    files = tuple(corpus.files(root, config))
    accepted = suppressions.load(root, rules.codes, (path.relative_to(root).as_posix() for path, _ in files))
    settings.check_pages(config, {path.stem for path, role in files if role == "page"})
    known = _all_examined(rules, root, files, work, step, meanwhile)
    for file in files:
        found = known[file]
        if isinstance(found, InputError):
            unreadable.append(found)
            continue
        findings += found[0]
        readings.append(found[1])
    if unreadable:
        seen = accepted.apply(_placed(root, ordered(findings)), complete=False)
        raise _together(unreadable, seen.findings)
    facts_of_all = reading.edition(config, readings)
    if not any(one.code in SHAPELESS for one in findings):
        for check in ACROSS:
            findings += check(facts_of_all, tuple(readings))
    complete = not any(one.code.startswith("G") for one in findings)  # constraints wait for the grammar
    seen = accepted.apply(_placed(root, ordered(findings)), complete=complete)
    return Examination(
        facts_of_all, ordered(list(seen.findings)), seen.silenced, rules.codes, tuple(readings)
    )


def of_workspace(
    house: Workspace,
    step: Callable[[str], None] = lambda _: None,
    work: Engine | None = None,
    meanwhile: Callable[[], None] = engine.nothing,
) -> Examination:
    """Check what is to be built: an edition of ours by all rules; TEI of others only for what stands in the way."""
    if not house.config.adopted:
        return examine(house.root, house.config, step, work, meanwhile)
    settings.check_pages(house.config, {Path(one).stem for one in house.config.patterns["page"]})
    facts = reading.edition(house.config, house.readings)
    return Examination(facts, ordered(list(house.findings)), (), _OTHERS, house.readings)


def verdict(root: Path, examined: Examination) -> Verdict:
    """What was found in the edition in `root`, ready to be written down."""
    config = examined.edition.config
    return replace(
        partial(root, examined.findings),
        codes=examined.codes,
        silenced=examined.silenced,
        title=Bilingual(config.title, config.title),
        address=f"{config.base_url}{urls.VALIDATION}#",
    )


def partial(root: Path, findings: tuple[Finding, ...]) -> Verdict:
    """What was found before it turned out that the edition cannot be judged as a whole."""
    return Verdict(findings, _OURS, lambda path: corpus.read(root / path).decode("utf-8", "replace"))


def _placed(root: Path, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings that know what part of their file they lie in; `findings` come file by file."""
    for path, group in groupby(findings, lambda one: one.path):
        of_file = list(group)
        asked = [(one.line, one.column) for one in of_file]
        ids = places.enclosing(corpus.read(root / path), path, asked)
        yield from (replace(one, at=name) for one, name in zip(of_file, ids, strict=True))


def _all_examined(
    rules: Rules,
    root: Path,
    files: Collection[tuple[Path, str]],
    work: Engine | None,
    step: Callable[[str], None],
    meanwhile: Callable[[], None],
) -> Mapping[tuple[Path, str], _Found]:
    """What comes of each file: of the longest first, so that no process ends long before another."""
    order = sorted(files, key=lambda file: -_size(file[0]))
    task = Task(
        _examined, Folders(root, root), (rules, root), order, lambda _: (), size=1, meanwhile=meanwhile
    )
    chosen = engine.local(work) if work and len(order) >= FEW else engine.Here()
    known = {}
    with closing(chosen.map(task)) as several:
        for file in order:
            step(file[0].name)
            known[file] = next(several)
    return known


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # whoever reads it says so
        return 0


def _examined(_desk: Desk, shared: tuple[Rules, Path], file: tuple[Path, str]) -> _Found:
    (rules, root), (path, role) = shared, file
    try:
        source = corpus.parse(path, role, root)
    except InputError as error:
        return error
    return _examine_one(source, rules, root)


def _examine_one(source: Source, rules: Rules, root: Path) -> tuple[list[Finding], Reading]:
    subject = Subject(source, corpus.Locator(source), root)
    findings = list(rules.check(source))
    for check in IN_FILE if _is_tei(source) else ():
        findings += check(subject)
    facts = replace(
        reading.of_source(source),
        pointers=references.leading_out(subject),
        namings=tuple(untagged.namings(subject)),
        untagged=tuple(untagged.stretches(subject)),
    )
    return list(repairs.with_edits(subject, findings)), facts


def _is_tei(source: Source) -> bool:
    """Whether the root is in the namespace of TEI: if not, the grammar says so, and no check finds its elements."""
    return str(source.tree.getroot().tag).startswith("{" + corpus.TEI + "}")


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
