"""From an edition to its site: nothing where nothing has changed; else examined, then assembled."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from edition import engine, identity, remembering, swap, validation, workspace
from edition.errors import BuildError
from edition.model import Bilingual, Config, Finding
from edition.remembering import Memory, inputs
from edition.report import Report
from edition.validation import Examination
from edition.workspace import Workspace

Step = Callable[[str], None]


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
        wanted = _Wanted(root, out.resolve(), strict, frozenset(skip), exports, read, step)
        with _engine(jobs, cluster) as work:
            return _built(wanted, work, memory)


class _Wanted(Struct, frozen=True):
    """What is to be built: see `build`. `read` is the digest of what it is made from."""

    root: Path
    out: Path
    strict: bool
    skip: frozenset[str]
    exports: bool
    read: str
    step: Step


def _built(wanted: _Wanted, work: engine.Engine, memory: Memory) -> Report:
    """The site, put in its place."""
    wanted.step("validate")
    memory.load()
    with workspace.opened(wanted.root, work, memory) as house:
        if wanted.skip or house.config.skip:
            _skipped(wanted, house.config)  # a wrong name is told before anything is examined
        examined = validation.of_workspace(house, wanted.step, work, _prepare)
        if examined.errors or (wanted.strict and examined.findings):
            raise ValidationError(examined.findings)
        report = _assembled(wanted, house, examined, work, memory)
    return replace(report, remarks=(*report.remarks, *memory.remarks), taken=memory.taken)


def _skipped(wanted: _Wanted, config: Config) -> frozenset[str]:
    """The formats that are not made."""
    from edition import exporting

    return exporting.skipped(config, wanted.skip, exports=wanted.exports)


def _prepare() -> None:
    """Load what makes pages and formats, half of this program: not where nothing has changed, nor while others wait for it."""
    from edition import assembling  # noqa: F401


def _assembled(
    wanted: _Wanted, house: Workspace, examined: Examination, work: engine.Engine, memory: Memory
) -> Report:
    from edition.assembling import Assembly

    skip = _skipped(wanted, house.config)
    return Assembly(
        house, examined, wanted.out, memory, work, wanted.strict, skip, wanted.read, wanted.step
    ).site()


@contextmanager
def _engine(jobs: int | None, cluster: str | None) -> Iterator[engine.Engine]:
    """What does the work: a cluster, or processes of this machine."""
    if cluster is None:
        yield engine.chosen(jobs)
        return
    from edition.cluster import joined  # others pay nothing for it

    with joined(cluster) as work:
        yield work


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
