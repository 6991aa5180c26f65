"""How a finished folder takes the place of the old one in a single step, and how a crash is mended.

Everything is written into a staging folder beside the target and exchanged with it by
`renameat2(RENAME_EXCHANGE)`. Where the system has no such call, two renames stand under a journal that
the next command completes. Whatever fails, the old folder stays, or comes back.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from edition.errors import BuildError

MARK = ".edition-site"  # a folder that holds this file was built by us and may be replaced
_AT_FDCWD = -100
_EXCHANGE = 2


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """A fresh folder to build into; when the block ends well it becomes `target`, else it vanishes."""
    target = target.resolve()
    _refuse_strangers(target)
    with _locked(target):
        recover(target)
        folder = _beside(target, "staging")
        shutil.rmtree(folder, ignore_errors=True)
        try:
            folder.mkdir()
            (folder / MARK).write_text(
                "Built by edition; the next build replaces this folder.\n", encoding="utf-8"
            )
            yield folder
            exchange(folder, target)
        except OSError as error:
            raise BuildError(
                f"{target} cannot be written: {error.strerror or error}.",
                "Check that there is space and that you may write there. The former site is unchanged.",
            ) from None
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def exchange(new: Path, target: Path) -> None:
    """Put `new` where `target` is; the former content goes to where `new` was, or away."""
    if not target.exists():
        new.rename(target)
    elif not _renameat2(new, target):
        _with_journal(new, target)


def recover(target: Path) -> None:
    """Complete an exchange that a crash cut in two."""
    journal, old = _beside(target, "journal"), _beside(target, "old")
    if journal.exists():
        if not target.exists() and old.exists():
            old.rename(target)
        journal.unlink()
    shutil.rmtree(old, ignore_errors=True)


def _with_journal(new: Path, target: Path) -> None:
    journal, old = _beside(target, "journal"), _beside(target, "old")
    journal.write_text("An exchange is under way; the next build completes it.\n", encoding="utf-8")
    target.rename(old)
    try:
        new.rename(target)
    except OSError:
        old.rename(target)
        raise
    finally:
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
            f"{target} is not empty and was not built by this tool; it is left alone.",
            "Choose another folder with --out, or empty this one.",
        )
    if target.exists() and not target.is_dir():
        raise BuildError(f"{target} is a file, not a folder.", "Choose another folder with --out.")


def _alone(handle: int, path: Path) -> bool:
    """Whether the lock is ours: free, and the file still the one that the next build will find."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.fstat(handle).st_ino == path.stat().st_ino
    except (BlockingIOError, FileNotFoundError):
        return False


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    """One build at a time for a target."""
    path = _beside(target, "lock")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle = path.open("w")
    except OSError as error:
        raise BuildError(
            f"{target.parent} cannot be written: {error.strerror}.", "Choose a folder you may write to."
        ) from None
    with handle:
        if not _alone(handle.fileno(), path):
            raise BuildError(
                f"Another build is writing {target} at this moment.", "Wait until it has finished."
            )
        try:
            yield
        finally:
            path.unlink(missing_ok=True)
