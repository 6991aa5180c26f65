"""All files of a site, from an edition that was examined: formats, pages and what lies beside them, whole, in their place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from edition import (
    apart,
    corpus,
    exporting,
    joining,
    pages,
    pressrun,
    resources,
    settings,
    swap,
    urls,
    verify,
)
from edition.engine import Engine
from edition.model import Bilingual, Config, Edition, File
from edition.pressrun import Files, Run
from edition.remembering import Memory
from edition.report import Report
from edition.searching import Part
from edition.validation import Examination
from edition.workspace import Workspace

SCRIPTS = ("reading", "search", "pictures")  # a script for each kind of page that has one
SCHEMA_FILES = ("edition.odd", "edition.rng", "edition.sch")
Step = Callable[[str], None]


class Assembly(Struct, frozen=True):
    """What a site is made of, and how: `skip` are formats that are not made, `read` is the digest of what all is made from."""

    house: Workspace
    examined: Examination
    out: Path
    memory: Memory
    work: Engine
    strict: bool
    skip: Collection[str]
    read: str
    step: Step

    def site(self) -> Report:
        """Assemble the site in a staging folder, verify it, and put it in its place.

        Raises:
            ExportError: a format could not be made, and `strict` is set or pages link to its files.
            BuildError: the site could not be made or put in place; the former one is unchanged.
        """
        self.step("build")
        with swap.staging(self.out) as folder:
            former = self.out if self.memory.folder else None
            files = Files(self.house.root, folder, former)
            run = Run(self.house, self.examined, self.memory, self.out)
            formats = partial(self._exported, Files(self.house.root, folder, former))
            with apart.begun(self.work, formats, self.step) as made:
                parts = pressrun.parts(run, self.work, files)  # meanwhile
                exported, paths = made()
            files.note(paths)
            report = self._filled(run, parts, files, exported)
            self.memory.keep(
                "" if exported.faulty else self.read, folder, report
            )  # what failed is tried again
        return report

    def _filled(self, run: Run, parts: Sequence[Part], files: Files, exported: exporting.Outcome) -> Report:
        """Add the pages to the formats."""
        house, listings = self.house, tuple(exported.listings)
        self.step("pages")
        found = pressrun.pages(run, listings, parts, self.work, files)
        self.step("verify")
        told = verify.site(files.folder, files.traces, lenient=house.config.adopted)
        remarks = (*exported.failures, *told[: verify.SHOWN], *_remarks(house.config))
        return Report(found, len(files.paths), remarks, listings)

    def _exported(self, files: Files, step: Step) -> tuple[exporting.Outcome, frozenset[str]]:
        """Write all files but pages: what became of the formats, and the paths. Pages link to those that succeeded."""
        root, config, outcome = self.house.root, self.house.config, exporting.Outcome()
        edition: Edition = self.examined.edition
        begun = exporting.begun(root, config, edition, step, self.skip)
        for file in exporting.files(
            root, config, edition, outcome, strict=self.strict, skip=self.skip, step=step, waiting=begun
        ):
            files.put(file)
        for file in _beside(self.house):
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
