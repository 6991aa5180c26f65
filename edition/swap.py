"""How a finished folder takes the place of the old one in a single step, and how a crash is mended.

Everything is written into a staging folder beside the target and exchanged with it by
`renameat2(RENAME_EXCHANGE)`. Where the system has no such call, two renames stand under a journal that
the next command completes. Whatever fails, the old folder stays, or comes back.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from edition import locking
from edition.errors import BuildError
from edition.model import Bilingual

MARK = ".edition-site"  # a folder that holds this file was built by us and may be replaced
_AT_FDCWD = -100
_EXCHANGE = 2
_STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """A fresh folder to build into; when the block ends well it becomes `target`, else it vanishes."""
    target = target.resolve()
    _refuse_strangers(target)
    with locking.held(_beside(target, "lock"), target):
        folder = _beside(target, "staging")
        try:
            recover(target)
            _clear(folder)
            _refuse_what_stays(target)
            folder.mkdir()
            (folder / MARK).write_text(
                "Built by edition; the next build replaces this folder.\n", encoding="utf-8"
            )
            yield folder
            with _undisturbed():
                exchange(folder, target)
                shutil.rmtree(folder, ignore_errors=True)
        except OSError as error:
            raise BuildError(
                Bilingual(
                    f"{target} cannot be written: {error.strerror or error}.",
                    f"{target} lässt sich nicht schreiben: {error.strerror or error}.",
                ),
                Bilingual(
                    "Check that there is space and that you may write there. The former site is unchanged.",
                    "Prüfen, ob Platz ist und ob dort geschrieben werden darf. Die bisherige Website ist "
                    "unverändert.",
                ),
            ) from None
        finally:
            with _undisturbed():
                shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """What stops a program is not heard: the block takes moments, and half of it would be worse than all."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in _STOPS}
    for number in _STOPS:
        signal.signal(number, lambda *_: None)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def put(content: bytes, path: Path) -> None:
    """Write a file in one step: whatever fails, what stood there stays."""
    new = _beside(path.resolve(), "new")
    try:
        new.write_bytes(content)
        new.replace(path.resolve())
    except OSError as error:
        raise BuildError(
            Bilingual(
                f"{path} cannot be written: {error.strerror or error}.",
                f"{path} lässt sich nicht schreiben: {error.strerror or error}.",
            ),
            Bilingual(
                "Choose a folder that exists and that you may write to.",
                "Einen Ordner wählen, den es gibt und in dem geschrieben werden darf.",
            ),
        ) from None
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def exchange(new: Path, target: Path) -> None:
    """Put `new` where `target` is; the former content goes to where `new` was, or away."""
    if not target.exists():
        new.rename(target)
    elif not _renameat2(new, target):
        _with_journal(new, target)


def recover(target: Path) -> None:
    """Complete an exchange that a crash cut in two."""
    journal, old = _beside(target, "journal"), _beside(target, "old")
    if not target.exists() and old.exists():  # even without a journal: nothing else is left of the site
        old.rename(target)
    journal.unlink(missing_ok=True)
    _clear(old)


def left(target: Path) -> bool:
    """Whether beside a target lies what a build that was killed, or one that is under way, has there."""
    return any(_beside(target, what).exists() for what in ("staging", "lock", "journal", "old"))


def _clear(folder: Path) -> None:
    """Remove what a build that was killed has left."""
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise BuildError(
            Bilingual(
                f"{folder}, left by an earlier build, cannot be removed: {error.strerror or error}.",
                f"{folder}, von einer früheren Erstellung übrig, lässt sich nicht entfernen: {error.strerror or error}.",
            ),
            Bilingual(
                "Remove it. The former site is unchanged.",
                "Von Hand entfernen. Die bisherige Website ist unverändert.",
            ),
        ) from None


def _refuse_what_stays(target: Path) -> None:
    """The former site must go when the new one comes: folders that may not be emptied would stay for ever."""
    for place, _, _ in os.walk(target):
        if not os.access(place, os.W_OK | os.X_OK):
            raise BuildError(
                Bilingual(
                    f"{place} may not be changed, and a new site would have to replace it.",
                    f"{place} darf nicht verändert werden, und eine neue Website müsste es ersetzen.",
                ),
                Bilingual(
                    "Allow writing there, or choose another folder with --out. The former site is unchanged.",
                    "Das Schreiben dort erlauben oder mit --out einen anderen Ordner wählen. Die bisherige Website "
                    "ist unverändert.",
                ),
            )


def _with_journal(new: Path, target: Path) -> None:
    journal, old = _beside(target, "journal"), _beside(target, "old")
    try:
        journal.write_text("An exchange is under way; the next build completes it.\n", encoding="utf-8")
        target.rename(old)
        new.rename(target)
    except BaseException:
        if not target.exists():
            old.rename(target)
        journal.unlink(missing_ok=True)
        raise
    journal.unlink()
    shutil.rmtree(old, ignore_errors=True)


def _renameat2(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot."""
    function = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if function is None:
        return False
    if function(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE) == 0:
        return True
    if ctypes.get_errno() in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def _beside(target: Path, what: str) -> Path:
    return target.with_name(f".{target.name}.{what}")


def _refuse_strangers(target: Path) -> None:
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).is_file():
        raise BuildError(
            Bilingual(
                f"{target} is not empty and was not built by this tool; it is left alone.",
                f"{target} ist nicht leer und nicht von diesem Programm erstellt; es bleibt unberührt.",
            ),
            Bilingual(
                "Choose another folder with --out, or empty this one.",
                "Mit --out einen anderen Ordner wählen oder diesen leeren.",
            ),
        )
    if target.exists() and not target.is_dir():
        raise BuildError(
            Bilingual(f"{target} is a file, not a folder.", f"{target} ist eine Datei und kein Ordner."),
            Bilingual("Choose another folder with --out.", "Mit --out einen anderen Ordner wählen."),
        )
