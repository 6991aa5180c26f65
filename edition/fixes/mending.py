"""Round by round: examine, mend, examine again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

from edition import corpus
from edition.errors import InputError
from edition.fixes.planning import Mending, planned
from edition.fixes.replacing import write
from edition.model import Bilingual, Config
from edition.validation import Examination, examine

ROUNDS = 5  # mending one finding may bring another to light


def mend(
    root: Path, config: Config, step: Callable[[str], None] = lambda _: None
) -> tuple[tuple[Mending, ...], Examination]:
    """Write the certain repairs of an edition: what was mended, and what validation says of it now."""
    done: list[Mending] = []
    seen = _digests(root, config)
    examined = examine(root, config, step)
    for _ in range(ROUNDS):
        mendings = planned(root, examined.findings)
        for mending in mendings:
            if (
                not seen.get(mending.path)
                == _digest(mending.before)
                == _digest(corpus.read(root / mending.path))
            ):
                raise _changed(mending.path)
            write(root / mending.path, mending.after)
        done += mendings
        if not mendings:
            break
        seen = _digests(root, config)
        examined = examine(root, config, step)
    return tuple(done), examined


def _digests(root: Path, config: Config) -> Mapping[str, bytes]:
    """What the files are now: edits count the bytes that were examined, and fit no others."""
    paths = (path for path, _ in corpus.files(root, config))
    return {path.relative_to(root).as_posix(): _digest(corpus.read(path)) for path in paths}


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _changed(path: str) -> InputError:
    return InputError(
        Bilingual(
            f"{path} was changed while it was examined; nothing was written into it.",
            f"{path} wurde während der Prüfung geändert; hineingeschrieben wurde nichts.",
        ),
        Bilingual("Run the command again.", "Den Befehl noch einmal ausführen."),
    )
