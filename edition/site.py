"""From facts and files to a finished site: assemble into a staging folder, verify, put in place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from edition import (
    apart,
    corpus,
    engine,
    exporting,
    identity,
    joining,
    pages,
    pressrun,
    remembering,
    resources,
    settings,
    swap,
    urls,
    validation,
    verify,
    workspace,
)
from edition.errors import BuildError
from edition.model import Bilingual, Config, Edition, File, Finding, Listing
from edition.pressrun import Files, Run
from edition.remembering import Memory, inputs
from edition.workspace import Workspace

SCRIPTS = ("reading", "search", "pictures")  # a script for each kind of page that has one
SCHEMA_FILES = ("edition.odd", "edition.rng", "edition.sch")
Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: findings that did not stop it, how many files the site has, what to know of them, the formats;
    how many files are those of the former site."""

    findings: tuple[Finding, ...]
    files: int
    remarks: tuple[Bilingual, ...] = ()
    formats: tuple[Listing, ...] = ()
    taken: int = 0
    same: bool = False  # nothing had changed, and nothing was done


def build(
    root: Path,
    out: Path,
    *,
    strict: bool = False,
    skip: Collection[str] = (),
    exports: bool = True,
    jobs: int | None = None,
    remember: bool = False,
    anew: bool = False,
    cluster: str | None = None,
    step: Step = lambda _: None,
) -> Report:
    """Validate the edition in `root` and build its site at `out`.

    Args:
        strict: warnings and formats that fail stop the build.
        skip: formats that are not made, besides those of the settings.
        exports: without them only those are made that pages link to.
        jobs: how many processes make pages, by default one for each core.
        remember: take over from the former build what would become the same, and note it for the next one.
        anew: take over nothing.
        cluster: makes them instead, `dask://HOST:PORT`.
        step: told what is done next.

    Raises:
        UseError, InputError: what is to be skipped does not exist, or pages link to it; or there is no such cluster.
        ValidationError: there are findings that stop a build; `findings` holds them all.
        ExportError: a format could not be made, and `strict` is set or pages link to its files.
        BuildError: the site could not be made or put in place; the former one is unchanged.
    """
    _refuse_sources(root, out)
    program = identity.program()
    kept = remembering.opened(out.resolve(), program, anew=anew) if remember else nullcontext(Memory())
    with kept as memory:
        read = inputs.read(root, out, (program, strict, sorted(skip), exports)) if remember else ""
        report: Report | None = None if swap.left(out.resolve()) else memory.unchanged(read, out.resolve())
        if report:
            return replace(report, taken=report.files, same=True)
        wanted = _Wanted(root, out.resolve(), strict, frozenset(skip), exports, step)
        with _engine(jobs, cluster) as work:
            return _built(wanted, work, memory, read)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be built: see `build`."""

    root: Path
    out: Path
    strict: bool
    skip: frozenset[str]
    exports: bool
    step: Step


def _built(wanted: _Wanted, work: engine.Engine, memory: Memory, read: str) -> Report:
    """The site, put in its place; `read` is the digest of what it is made from."""
    step, strict = wanted.step, wanted.strict
    step("validate")
    memory.load()
    with workspace.opened(wanted.root, work, memory) as house:
        left_out = exporting.skipped(house.config, wanted.skip, exports=wanted.exports)
        examined = validation.of_workspace(house, step, work)
        if examined.errors or (strict and examined.findings):
            raise ValidationError(examined.findings)
        step("build")
        with swap.staging(wanted.out) as folder:
            former = wanted.out if memory.folder else None
            formats = partial(
                _exported, house, examined.edition, Files(house.root, folder, former), strict, left_out
            )
            with apart.begun(work, formats, step) as made:
                exported, paths = made()
            files = Files(house.root, folder, former)
            files.note(paths)
            step("pages")
            listings = tuple(exported.listings)
            found = pressrun.pages(Run(house, examined, listings, memory, wanted.out), work, files)
            for file in _beside(house):
                files.put(file)
            step("verify")
            told = verify.site(folder, files.traces, lenient=house.config.adopted)
            remarks = (*exported.failures, *told[: verify.SHOWN], *_remarks(house.config))
            report = Report(found, len(files.paths), remarks, listings)
            memory.keep("" if exported.faulty else read, folder, report)  # what failed is tried again
    return replace(report, remarks=(*report.remarks, *memory.remarks), taken=memory.taken)


@contextmanager
def _engine(jobs: int | None, cluster: str | None) -> Iterator[engine.Engine]:
    """What does the work: a cluster, or processes of this machine."""
    if cluster is None:
        yield engine.chosen(jobs)
        return
    from edition.cluster import joined  # others pay nothing for it

    with joined(cluster) as work:
        yield work


def _remarks(config: Config) -> Iterator[Bilingual]:
    """What must be done before anybody publishes this site."""
    keys = pages.without_imprint(config)
    if keys:
        named, file = ", ".join(keys), settings.OTHERS if config.adopted else settings.FILE
        yield Bilingual(
            "The site has no complete imprint and must not be published without one: "
            f"add {named} below [imprint] in {file}.",
            "Der Site fehlt ein vollständiges Impressum; ohne eines darf sie nicht veröffentlicht werden: "
            f"{named} unter [imprint] in {file} ergänzen.",
        )


class ValidationError(BuildError):
    """The edition has findings that stop a build."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(
            Bilingual(
                "Nothing was built. The former site is unchanged.",
                "Nichts wurde erstellt. Die bisherige Website ist unverändert.",
            ),
            Bilingual("Mend what is listed above.", "Beheben, was oben steht."),
            findings,
        )


def _refuse_sources(root: Path, out: Path) -> None:
    """A site never takes the place of what it is made from, nor of this program."""
    target = out.resolve()
    precious = (root, *(root / name for name in ("tei", "xslt", "edition")), Path(__file__).parent)
    if any(folder.resolve() == target or target in folder.resolve().parents for folder in precious):
        raise BuildError(
            Bilingual(
                f"{out} holds the edition itself or this program.",
                f"{out} enthält die Edition selbst oder dieses Programm.",
            ),
            Bilingual("Choose another folder with --out.", "Mit --out einen anderen Ordner wählen."),
        )


def _exported(
    house: Workspace,
    edition: Edition,
    files: Files,
    strict: bool,
    skip: Collection[str],
    step: Step,
) -> tuple[exporting.Outcome, frozenset[str]]:
    """Write the files of the formats: what became of those, and the paths. Pages link to those that succeeded."""
    root, config, outcome = house.root, house.config, exporting.Outcome()
    begun = exporting.begun(root, config, edition, step, skip)
    for file in exporting.files(
        root, config, edition, outcome, strict=strict, skip=skip, step=step, waiting=begun
    ):
        files.put(file)
    return outcome, frozenset(files.paths)


def _beside(house: Workspace) -> Iterator[File]:
    """The files that are no pages: the schema, images that texts show, styles and scripts."""
    for name in () if house.config.adopted else SCHEMA_FILES:
        yield File(urls.data(f"tei/schema/{name}"), corpus.read(resources.schema(name, house.root)))
    for path in house.images:
        yield File(urls.image(path), corpus.read(house.origin / path))
    for asset in resources.assets():
        yield File(f"assets/{asset.name}", asset.read_bytes())
    for name in SCRIPTS:
        yield File(urls.script(name), joining.joined(resources.scripts(), f"{name}.js").encode("utf-8"))
