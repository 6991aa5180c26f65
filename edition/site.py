"""From facts and files to a finished site: assemble into a staging folder, verify, put in place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from edition import (
    corpus,
    desk,
    engine,
    exporting,
    joining,
    metadata,
    pages,
    pressing,
    resources,
    saxon,
    settings,
    swap,
    urls,
    validation,
    verify,
    workspace,
)
from edition.desk import Folders
from edition.engine import Task
from edition.errors import BuildError
from edition.model import Bilingual, Config, Edition, File, Finding, Listing
from edition.pressing import Press, Tongue
from edition.traces import Trace
from edition.validation import Examination
from edition.workspace import Workspace

SCRIPTS = ("reading", "search", "pictures")  # a script for each kind of page that has one
SCHEMA_FILES = ("edition.odd", "edition.rng", "edition.sch")
Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: findings that did not stop it, how many files it wrote, what to know of them, the formats."""

    findings: tuple[Finding, ...]
    files: int
    remarks: tuple[Bilingual, ...] = ()
    formats: tuple[Listing, ...] = ()


def build(
    root: Path,
    out: Path,
    *,
    strict: bool = False,
    skip: Collection[str] = (),
    exports: bool = True,
    jobs: int | None = None,
    cluster: str | None = None,
    step: Step = lambda _: None,
) -> Report:
    """Validate the edition in `root` and build its site at `out`.

    Args:
        strict: warnings and formats that fail stop the build.
        skip: formats that are not made, besides those of the settings.
        exports: without them only those are made that pages link to.
        jobs: how many processes make pages, by default one for each core.
        cluster: makes them instead, `dask://HOST:PORT`.
        step: told what is done next.

    Raises:
        UseError, InputError: what is to be skipped does not exist, or pages link to it; or there is no such cluster.
        ValidationError: there are findings that stop a build; `findings` holds them all.
        ExportError: a format could not be made, and `strict` is set or pages link to its files.
        BuildError: the site could not be made or put in place; the former one is unchanged.
    """
    step("validate")
    with _engine(jobs, cluster) as work, workspace.opened(root, work) as house:
        left_out = exporting.skipped(house.config, skip, exports=exports)
        examined = validation.of_workspace(house, step)
        if examined.errors or (strict and examined.findings):
            raise ValidationError(examined.findings)
        step("build")
        _refuse_sources(root, out)
        with swap.staging(out) as folder:
            files, exported = _Files(folder), exporting.Outcome()
            for file in _exports(house, examined.edition, exported, strict, left_out, step):
                files.put(file)
            step("pages")
            found = _press(house, examined, exported, work, files)
            for file in _beside(house):
                files.put(file)
            step("verify")
            told = verify.site(folder, files.traces, lenient=house.config.adopted)
    remarks = (*exported.failures, *told[: verify.SHOWN], *_remarks(house.config))
    return Report(found, len(files.paths), remarks, tuple(exported.listings))


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


class _Files:
    """What stands in the staging folder: two files at one path would hide one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder  # written to by other processes too; `note` the paths of their files
        self.paths: set[str] = set()
        self.traces: dict[str, Trace] = {}

    def put(self, file: File) -> None:
        """Write a file and note it."""
        self.note((file.path,))
        desk.write(file, self.folder)

    def note(self, paths: Iterable[str]) -> None:
        """Remember what was written."""
        for path in paths:
            if path in self.paths:
                raise BuildError(
                    Bilingual(f"Two pages would both be {path}.", f"Zwei Seiten wären beide {path}."),
                    Bilingual(
                        "Give one of them another xml:id.", "Einer von beiden eine andere xml:id geben."
                    ),
                )
            self.paths.add(path)


def _exports(
    house: Workspace,
    edition: Edition,
    exported: exporting.Outcome,
    strict: bool,
    skip: Collection[str],
    step: Step,
) -> Iterator[File]:
    """The files of the formats, for pages link to those that succeeded."""
    root, config = house.root, house.config
    begun = exporting.begun(root, config, edition, step, skip)
    yield from exporting.files(
        root, config, edition, exported, strict=strict, skip=skip, step=step, waiting=begun
    )


def _press(
    house: Workspace,
    examined: Examination,
    exported: exporting.Outcome,
    work: engine.Engine,
    files: _Files,
) -> tuple[Finding, ...]:
    """Make all pages, and what can be made when they are known; what was found in the texts besides.

    The pages that tell what was found and made come last.
    """
    edition, config = examined.edition, house.config
    offered = metadata.offered(exported.listings)
    given = Press(edition, offered, frozenset(house.images), _guidelines(house))
    place = Folders(house.root, files.folder)
    tongues = [
        Tongue(language, folder, not folder)
        for language, folder in zip(config.interface, urls.folders(config.interface), strict=True)
    ]
    todo = [(tongue, batch) for tongue in tongues for batch in pressing.batches(edition, tongue)]
    subjects: dict[Tongue, list[metadata.Subject]] = {tongue: [] for tongue in tongues}
    findings = list(examined.findings)
    if saxon.started() and isinstance(work, engine.Processes):
        work = engine.Here()
    reads = partial(pressing.reads, edition)
    task = Task(pressing.press, place, given, [batch for _, batch in todo], reads, size=1)
    for (tongue, _), pressed in zip(todo, work.map(task), strict=True):
        files.note(pressed.paths)
        files.traces |= pressed.traces
        subjects[tongue] += pressed.subjects
        findings += pressed.findings
    found = validation.ordered(findings)
    for tongue in tongues:
        told = validation.verdict(house.origin, replace(examined, findings=found))
        last = pressing.last(place, given, tongue, told, tuple(exported.listings))
        files.note(last.paths)
        first, rest = last.subjects[:1], last.subjects[1:]
        subjects[tongue] = [*first, *subjects[tongue], *rest]
    for file in metadata.files(
        edition, tuple(one for of_one in subjects.values() for one in of_one), offered
    ):
        files.put(file)
    return found


def _guidelines(house: Workspace) -> str:
    """The compiled guidelines of an edition of ours; those of others have none."""
    if house.config.adopted:
        return ""
    return corpus.read(resources.schema("guidelines.html", house.root)).decode("utf-8")


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
