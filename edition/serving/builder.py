"""A build in a process of its own.

Saxon's processor lives in one main thread and keeps its stylesheets for ever; Jinja keeps its templates. A fresh
process sees every change, and whatever happens to it, the server lives on.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from pathlib import Path

from edition import corpus, errors, exporting, findings, places, settings, site, urls
from edition.errors import EditionError
from edition.kinds import KINDS
from edition.model import SILENT, Bilingual, Finding
from edition.serving.outcome import Outcome, Spot

_BROKEN = Bilingual(
    "The build broke off with exit code {code}.", "Die Erstellung brach mit Exit-Code {code} ab."
)
_UNBUILT = Bilingual("{counted}. Nothing was built.", "{counted}. Nichts wurde erstellt.")
_AGAIN = Bilingual("Change a file.", "Eine Datei ändern.")
_GRACE = 5  # seconds a build has to clean up behind itself when it is stopped


def in_child(root: Path, out: Path, mark: str, *, strict: bool = False, exports: bool = False) -> Outcome:
    """Build in a child process; when this one is interrupted, the build is stopped and cleans up."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_child, args=(sender, root, out, mark, strict, exports))
    with receiver:
        with _interrupts_wait():
            child.start()
        sender.close()
        try:
            outcome = receiver.recv()
        except EOFError:
            child.join()
            return Outcome(mark, False, _BROKEN.filled({"code": child.exitcode}), _AGAIN)
        finally:
            child.terminate()
            child.join(_GRACE)
    assert isinstance(outcome, Outcome)
    return outcome


@contextmanager
def _interrupts_wait() -> Iterator[None]:
    """A child started in this block never gets the terminal's Ctrl-C: the parent does, and ends it in order."""
    resource_tracker.ensure_running()  # its start would unblock what is blocked here
    noted: list[int] = []
    # The mask is for the child; the handler, because another thread may take a signal that this one blocks.
    handler = signal.signal(signal.SIGINT, lambda number, _: noted.append(number))
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        signal.signal(signal.SIGINT, handler)
    if noted:
        raise KeyboardInterrupt


def _child(sender: Connection, root: Path, out: Path, mark: str, strict: bool, exports: bool) -> None:
    def stop(*_: object) -> None:
        raise SystemExit(1)  # so that the staging folder is removed

    signal.signal(signal.SIGTERM, stop)
    gc.disable()  # as in the command: the process ends with the build
    outcome = build(root, out, mark, strict=strict, exports=exports)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with sender, suppress(BrokenPipeError):  # the server was killed: nobody waits
        sender.send(outcome)


def build(root: Path, out: Path, mark: str, *, strict: bool = False, exports: bool = False) -> Outcome:
    """Build here and now; every failure becomes an outcome that can be shown.

    Args:
        exports: make every format; else those alone that pages or the server need, so that changes show soon.
    """
    try:
        report = site.build(
            root, out, strict=strict, skip=() if exports else exporting.unserved(), remember=True
        )
    except site.ValidationError as error:
        said = _UNBUILT.filled({"counted": findings.counted(error.findings)})
        return Outcome(mark, False, said, SILENT, _spots(root, error.findings))
    except EditionError as error:
        return Outcome(mark, False, error.message, error.hint, _spots(root, error.findings))
    except OSError as error:
        unusable = errors.unusable(error)
        return Outcome(mark, False, unusable.message, unusable.hint)
    except Exception as error:  # a server that follows half-written files must outlive every fault
        return Outcome(mark, False, errors.fault(error), errors.REPORT)
    counted = findings.counted(report.findings)
    said = Bilingual(f"{report.files} files, {counted.en}.", f"{report.files} Dateien, {counted.de}.")
    return Outcome(mark, True, said, SILENT, _spots(root, report.findings))


def _spots(root: Path, found: tuple[Finding, ...]) -> tuple[Spot, ...]:
    """Each finding with the pages that show what it is about."""
    roles = _roles(root)
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for one in found:
        by_path[one.path].append(one)
    return tuple(
        Spot(one, _pages(path, roles.get(path, ""), ids), ids)
        for path, here in by_path.items()
        for one, ids in zip(here, _chains(root, path, here), strict=True)
    )


def _roles(root: Path) -> Mapping[str, str]:
    try:
        found = list(corpus.files(root, settings.load(root)))
    except EditionError:
        return {}
    return {path.relative_to(root).as_posix(): role for path, role in found}


def _chains(root: Path, path: str, here: list[Finding]) -> tuple[tuple[str, ...], ...]:
    try:
        data = corpus.read(root / path)
        return places.chains(data, path, [(one.line, one.column) for one in here])
    except EditionError:
        return ((),) * len(here)


def _pages(path: str, role: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    slug = Path(path).stem
    if role == "article":
        return urls.article(slug), urls.diplomatic(slug)
    if role == "page":
        return (urls.page(slug),)
    if role == "authority":
        entries = (urls.entity(f"{kind.slug}:{name}") for name in reversed(ids) for kind in KINDS)
        return (*entries, urls.SOURCES)
    return ()
