"""Everything that a build reads, as one digest: the program, what it was asked to do, and the files of the edition."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from edition import corpus, settings
from edition.errors import InputError
from edition.remembering.digests import digest

# Of other files (images) time and size are compared, not the content.
_READ = (".xml", ".tei", ".toml", ".odd", ".rng", ".sch", ".html", ".po")


def read(root: Path, apart: Path, asked: object) -> str:
    """The digest of what a build of the edition in `root` would read.

    Args:
        apart: the site, which may lie in the same folder.
        asked: what else the site depends on.

    Raises:
        InputError: the settings of the edition are not in order.
    """
    return digest(asked, *(part for path in _files(root, apart.resolve()) for part in (path, _content(path))))


def _files(root: Path, apart: Path) -> Iterator[str]:
    """Every file, in a fixed order; nothing hidden is read by a build."""
    if not settings.is_ours(root):
        yield from _walk(root, apart, set())
        return
    yield from _walk(root / "tei", apart, set())
    yield from sorted(map(os.fspath, root.glob("LICEN[CS]E*")))  # goes into the deposit
    yield from (os.fspath(path) for path, _role in corpus.files(root, settings.load(root)))


def _walk(folder: Path, apart: Path, seen: set[Path]) -> Iterator[str]:
    for place, inside, names in os.walk(folder, followlinks=True):
        here = Path(place).resolve()
        if here in seen or here == apart:  # links may lead round in a circle
            inside.clear()
            continue
        seen.add(here)
        inside[:] = sorted(name for name in inside if not name.startswith("."))
        yield from (os.path.join(place, name) for name in sorted(names) if not name.startswith("."))


def _content(path: str) -> object:
    try:
        if path.lower().endswith(_READ):
            return corpus.read(Path(path))
        state = os.stat(path)
        return state.st_size, state.st_mtime_ns, state.st_ino
    except OSError as error:  # whatever it is, the build says so; it is the same as long as it is not mended
        return error.errno
    except InputError as error:
        return str(error)
