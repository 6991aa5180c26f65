"""One build at a time for a target: a lock that the system gives up with the program that holds it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from edition.errors import BuildError
from edition.model import Bilingual

_TRIES = 20  # for the lock of a build that is just ending


def _lock(path: Path) -> int | None:
    """The lock, held; None if another build has it. A file that a killed build has left is as good as a new one."""
    for _ in range(_TRIES):
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.fstat(handle).st_ino == path.stat().st_ino:
                return handle
        except BlockingIOError:
            os.close(handle)
            return None
        except FileNotFoundError:
            pass
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)  # the build that held it has ended and removed it: the next one would find another
    return None


@contextmanager
def held(path: Path, target: Path) -> Iterator[None]:
    """Holds the lock at `path` for a target while the block runs.

    Raises:
        BuildError: another build holds it, or it cannot be made.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle = _lock(path)
    except OSError as error:
        raise BuildError(
            Bilingual(
                f"{target.parent} cannot be written: {error.strerror}.",
                f"{target.parent} lässt sich nicht beschreiben: {error.strerror}.",
            ),
            Bilingual(
                "Choose a folder you may write to.", "Einen Ordner wählen, in dem geschrieben werden darf."
            ),
        ) from None
    if handle is None:
        raise BuildError(
            Bilingual(
                f"Another build is writing {target} at this moment.",
                f"Ein anderer Vorgang schreibt gerade {target}.",
            ),
            Bilingual("Wait until it has finished.", "Warten, bis er fertig ist."),
        )
    try:
        yield
    finally:
        with suppress(OSError):
            path.unlink()
        os.close(handle)
