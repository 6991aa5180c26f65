"""From facts and files to a finished site: assemble into a staging folder, verify, put in place."""

from __future__ import annotations

import errno
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from edition import (
    corpus,
    exporting,
    interface,
    joining,
    metadata,
    pages,
    prose,
    rendering,
    resources,
    searching,
    settings,
    swap,
    urls,
    validation,
    verify,
)
from edition.errors import BuildError
from edition.model import Article, Bilingual, Config, Edition, File, Finding, Listing, Page, Source
from edition.validation import Examination

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
    step: Step = lambda _: None,
) -> Report:
    """Validate the edition in `root` and build its site at `out`.

    Args:
        strict: warnings and formats that fail stop the build.
        skip: formats that are not made, besides those of the settings.
        exports: without them only those are made that pages link to.
        step: told what is done next.

    Raises:
        UseError, InputError: what is to be skipped does not exist, or pages link to it.
        ValidationError: there are findings that stop a build; `findings` holds them all.
        ExportError: a format could not be made, and `strict` is set or pages link to its files.
        BuildError: the site could not be made or put in place; the former one is unchanged.
    """
    config = settings.load(root)
    left_out = exporting.skipped(config, skip, exports=exports)
    step("validate")
    examined = validation.examine(root, config, step)
    if examined.errors or (strict and examined.findings):
        raise ValidationError(examined.findings)
    step("build")
    _refuse_sources(root, out)
    with swap.staging(out) as folder:
        exported = exporting.Outcome()
        written = _write_all(_files(root, config, examined, exported, strict, left_out, step), folder)
        step("verify")
        verify.site(folder)
    remarks = (*exported.failures, *_remarks(config))
    return Report(examined.findings, written, remarks, tuple(exported.listings))


def _remarks(config: Config) -> Iterator[Bilingual]:
    """What must be done before anybody publishes this site."""
    keys = pages.without_imprint(config)
    if keys:
        named = ", ".join(keys)
        yield Bilingual(
            "The site has no complete imprint and must not be published without one: "
            f"add {named} below [imprint] in {settings.FILE}.",
            "Der Site fehlt ein vollständiges Impressum; ohne eines darf sie nicht veröffentlicht werden: "
            f"{named} unter [imprint] in {settings.FILE} ergänzen.",
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


def _write_all(files: Iterator[File], folder: Path) -> int:
    """Write files and count them; two at one path would hide one."""
    paths: set[str] = set()
    for file in files:
        if file.path in paths:
            raise BuildError(
                Bilingual(f"Two pages would both be {file.path}.", f"Zwei Seiten wären beide {file.path}."),
                Bilingual("Give one of them another xml:id.", "Einer von beiden eine andere xml:id geben."),
            )
        paths.add(file.path)
        write(file, folder)
    return len(paths)


def write(file: File, folder: Path) -> None:
    """Write one file of the site below `folder`."""
    path = folder / file.path
    if file.path.startswith("/") or ".." in path.parts:  # the folder is ours: there is no link in it
        raise BuildError(
            Bilingual(f"{file.path} lies outside the site.", f"{file.path} liegt außerhalb der Website."),
            Bilingual(
                "Correct the id it was made from.", "Die Kennung berichtigen, aus der das entstanden ist."
            ),
        )
    try:
        _put(path, file.content)
    except OSError as error:
        if error.errno != errno.ENAMETOOLONG:
            raise
        raise BuildError(
            Bilingual(
                f"{file.path} is too long a name for a file.",
                f"{file.path} ist als Name einer Datei zu lang.",
            ),
            Bilingual("Shorten the id it was made from.", "Die Kennung kürzen, aus der das entstanden ist."),
        ) from None


def _put(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except FileNotFoundError:  # the first file of its folder
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _files(
    root: Path,
    config: Config,
    examined: Examination,
    exported: exporting.Outcome,
    strict: bool,
    skip: Collection[str],
    step: Step,
) -> Iterator[File]:
    """Every file of the site, one at a time: first the exports, for pages link to those that succeeded."""
    edition = examined.edition
    begun = exporting.begun(root, config, edition, step, skip)
    yield from exporting.files(
        root, config, edition, exported, strict=strict, skip=skip, step=step, waiting=begun
    )
    step("pages")
    offered = metadata.offered(exported.listings)
    subjects: list[metadata.Subject] = []
    for language, place in zip(config.interface, urls.folders(config.interface), strict=True):
        with interface.speaking(language, place):
            for page in _all_pages(root, config, examined, exported, step):
                subjects.append(pages.subject(page))
                yield rendering.render(page, metadata.head(edition, subjects[-1], offered))
            yield from pages.cards(edition)
    yield from metadata.files(edition, tuple(subjects), offered)
    for name in SCHEMA_FILES:
        yield File(urls.data(f"tei/schema/{name}"), corpus.read(resources.schema(name, root)))
    yield from searching.files(edition)
    for path in resources.assets():
        yield File(f"assets/{path.name}", path.read_bytes())
    for name in SCRIPTS:
        yield File(urls.script(name), joining.joined(resources.scripts(), f"{name}.js").encode("utf-8"))


def _all_pages(
    root: Path, config: Config, examined: Examination, exported: exporting.Outcome, step: Step
) -> Iterator[Page]:
    """Every page; that of the downloads lists the exports that succeeded."""
    yield pages.validation_page(examined.edition, validation.verdict(root, examined))
    yield from _pages(root, config, examined.edition, step)
    yield pages.downloads_page(examined.edition, tuple(exported.listings))


def _pages(root: Path, config: Config, edition: Edition, step: Step) -> Iterator[Page]:
    for make in pages.PAGES:
        yield from make(edition)
    guidelines = corpus.read(resources.schema("guidelines.html", root)).decode("utf-8")
    yield pages.guidelines_page(edition, prose.trusted(guidelines))
    texts = {text.path: text for text in (*edition.articles, *edition.pages)}
    for path, role in corpus.files(root, config):
        if role in ("article", "page"):
            step(path.name)
            source = corpus.parse(path, role, root)
            yield from _layers(edition, texts[source.path], source)


def _layers(edition: Edition, text: Article, source: Source) -> Iterator[Page]:
    """The pages of a text: an article has two, the edition's own pages have one.

    At the root of the site the edition says its words inside a text in the language of that text; in the folder of
    another language of the interface, in that.
    """
    for layer in (pages.READING, pages.DIPLOMATIC)[: 2 if text.role == "article" else 1]:
        path = pages.path_of(text, layer)
        fragments = prose.fragments(
            source,
            _links(edition, path),
            labels=pages.labels(edition),
            reports=pages.reports(edition, text, path),
            layer=layer,
            language=interface.language() if interface.folder() else "",
        )
        yield pages.text_page(edition, text, fragments, layer=layer)


def _links(edition: Edition, page: str) -> dict[str, str]:
    """Where each pointer leads, as seen from a page."""
    targets = {pointer: urls.entity(pointer) for pointer in edition.entities}
    targets |= {pointer: urls.reference(pointer) for pointer in edition.references}
    targets |= {f"page:{name}": path for name, path in urls.named().items()}
    targets |= {f"page:{text.id}": pages.path_of(text) for text in (*edition.articles, *edition.pages)}
    return {pointer: urls.relative(path, page) for pointer, path in targets.items()}
