"""All pages of a site: which are taken over from the former build, which are made, and what follows from all of them."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from functools import cached_property, partial
from itertools import chain
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from edition import batching, corpus, engine, metadata, pressing, resources, searching, urls, validation
from edition.desk import Folders
from edition.engine import Engine, Task
from edition.errors import BuildError
from edition.keys import Keys
from edition.model import Bilingual, File, Finding, Listing
from edition.pressing import Job, Press, Pressed, Tongue
from edition.remembering import Asked, Memory
from edition.traces import Trace
from edition.validation import Examination
from edition.workspace import Workspace

PARTS = 8  # of the index, made one after the other: each takes some milliseconds


class Files:
    """What stands in the staging folder: two files at one path would hide one."""

    def __init__(self, source: Path, folder: Path, former: Path | None = None) -> None:
        self.folder = folder  # written to by other processes too; `note` the paths of their files
        self.place = Folders(source, folder, former)
        self.paths: set[str] = set()
        self.traces: dict[str, Trace] = {}

    def put(self, file: File) -> None:
        """Write a file and note it."""
        self.note((file.path,))
        self.place.write(file)

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


class Run(Struct, frozen=True, dict=True):
    """What it takes to make the pages of an edition. `former` is the site that stands there."""

    house: Workspace
    examined: Examination
    memory: Memory
    former: Path

    def given(self, listings: tuple[Listing, ...] = (), parts: Sequence[searching.Part] = ()) -> Press:
        """What every page is made from."""
        offered, images = metadata.offered(listings), frozenset(self.house.images)
        return Press(self.examined.edition, offered, images, _guidelines(self.house), parts)

    @cached_property
    def keys(self) -> Keys:
        """What the memory asks of each piece of work."""
        return Keys(self.examined.edition, self.examined.readings, self.memory.program)

    @property
    def tongues(self) -> tuple[Tongue, ...]:
        """The languages of the pages."""
        spoken = self.house.config.interface
        return tuple(
            Tongue(language, folder, not folder)
            for language, folder in zip(spoken, urls.folders(spoken), strict=True)
        )


def pages(
    run: Run, listings: tuple[Listing, ...], parts: Sequence[searching.Part], work: Engine, files: Files
) -> tuple[Finding, ...]:
    """Make all pages, and what can be made when they are known; what was found in the texts besides.

    The pages that tell what was found and made come last.

    Args:
        listings: the formats, which pages link to.
        parts: of the index of the search.
    """
    edition, given = run.examined.edition, run.given(listings, parts)
    subjects: dict[Tongue, list[metadata.Subject]] = {tongue: [] for tongue in run.tongues}
    findings = list(run.examined.findings)
    with closing(_done(run, given, work, files)) as done:
        for (_sort, _name, tongue), pressed in done:
            files.note(pressed.paths)
            files.traces |= pressed.traces
            subjects[tongue] += pressing.subjects(edition, pressed)
            findings += pressed.findings
    found = validation.ordered(findings)
    for tongue in run.tongues:
        told = validation.verdict(run.house.origin, replace(run.examined, findings=found))
        last = pressing.last(files.place, given, tongue, told, listings)
        files.note(last.paths)
        first, *rest = pressing.subjects(edition, last)
        subjects[tongue] = [first, *subjects[tongue], *rest]
    about = tuple(one for of_one in subjects.values() for one in of_one)
    for file in metadata.files(edition, about, given.offered):
        files.put(file)
    return found


def parts(run: Run, work: Engine, files: Files) -> Sequence[searching.Part]:
    """The parts of the index of the search, which stand in the memory and not in that of the program."""
    edition = run.examined.edition
    several = searching.stretches(edition)
    task = Task(pressing.part, files.place, edition, several, lambda _: (), size=PARTS)
    place = Folders(run.former, files.folder)
    return run.memory.shelf(Asked(engine.fitting(work), task, place, run.keys.of_part))


def _done(run: Run, given: Press, work: Engine, files: Files) -> Generator[tuple[Job, Pressed]]:
    """Every job with what came of it, in the order of the site: taken over from the former build, or done now."""
    memory, edition = run.memory, given.edition
    jobs = list(pressing.jobs(edition, run.tongues))
    keys = run.keys.of(given, jobs) if memory.records else {}
    likely = {job for job, key in keys.items() if memory.may_take(_called(job), key)}
    task = Task(pressing.press, files.place, given, (), partial(pressing.reads, edition), size=1)
    waiting: dict[Job, Pressed] = {}  # for its turn, where nothing can be noted

    def make(some: Iterable[Job]) -> Generator[None]:
        """Make some jobs, batch by batch, and note them."""
        batches = batching.batches(edition, some)
        with closing(engine.fitting(work).map(replace(task, things=batches))) as made:
            for batch, several in zip(batches, made, strict=True):
                for job, pressed in zip(batch, several, strict=True):
                    if keys:
                        memory.remember(_called(job), keys[job], pressed, pressed.paths, files.folder)
                    if not memory.knows(_called(job)):
                        waiting[job] = pressed
                yield

    with closing(make(job for job in jobs if job not in likely)) as made:
        next(made, None)  # from now on processes make the others, and this one takes over what there is
        taken = {job for job in likely if memory.takes(_called(job), keys[job], run.former, files.folder)}
        with closing(make(job for job in jobs if job in likely - taken)) as again:
            coming = chain(made, again)
            for job in jobs:
                while job not in waiting and not memory.knows(_called(job)):
                    next(coming)
                yield job, waiting.pop(job) if job in waiting else memory.result(_called(job))


def _called(job: Job) -> str:
    sort, name, tongue = job
    return f"{sort} {tongue.folder} {name}"


def _guidelines(house: Workspace) -> str:
    """The compiled guidelines of an edition of ours; those of others have none."""
    if house.config.adopted:
        return ""
    return corpus.read(resources.schema("guidelines.html", house.root)).decode("utf-8")
