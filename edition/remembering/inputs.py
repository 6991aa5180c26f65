"""Everything that a build reads, as one digest: the program, what it was asked to do, and the files of the edition."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from edition import corpus, settings
from edition.errors import InputError
from edition.remembering.digests import digest

# Of other files (images) the system's notes are compared, not the content; nobody sets back the time of the last change
# of these notes (`st_ctime`), as programs that copy do with that of the content.
_READ = (".xml", ".tei", ".toml", ".odd", ".rng", ".sch", ".html", ".po")
_HISTORY = frozenset({".git", ".hg", ".svn", ".bzr"})  # large, and no edition
_DAY = 24 * 60 * 60


def read(root: Path, apart: Path, asked: object) -> str:
    """The digest of what a build of the edition in `root` would read.

    Args:
        apart: the site, which may lie in the same folder.
        asked: what else the site depends on.

    Raises:
        InputError: the settings of the edition are not in order.
    """
    known = _day if not settings.is_ours(root) else None
    files = (
        part
        for path, place in _files(root, apart.resolve())
        for part in (path, place, _content(path, place, root), known(path) if known else "")
    )
    return digest(asked, os.fspath(root.resolve()), *files)


def _files(root: Path, apart: Path) -> Iterator[tuple[str, str]]:
    """Every file in a fixed order, and every folder that a link leads to, with the place it leads to. What is hidden is
    not left out: settings and texts may name it."""
    if not settings.is_ours(root):
        yield from _walk(root, apart, set())
        return
    yield from _walk(root / "tei", apart, set())
    # The licence goes into the deposit.
    yield from ((one, "") for one in sorted(map(os.fspath, root.glob("LICEN[CS]E*"))))
    yield from ((os.fspath(path), "") for path, _role in corpus.files(root, settings.load(root)))


def _walk(folder: Path, apart: Path, seen: set[Path]) -> Iterator[tuple[str, str]]:
    """What lies below a folder; of a link that leads out of it nothing is read, as no build does: only where it leads."""
    home = folder.resolve()
    beside = f".{apart.name}."  # how all is called that a build keeps beside the site
    for place, inside, names in os.walk(folder, followlinks=True):
        here = Path(place).resolve()
        if here == apart:
            inside.clear()
            continue
        if os.path.islink(place):
            yield place, os.fspath(here)
        if here in seen or not here.is_relative_to(home):  # links may lead round in a circle
            inside.clear()
            continue
        seen.add(here)
        ours = beside if here == apart.parent else "/"  # with which no name begins
        inside[:] = sorted(one for one in inside if one not in _HISTORY and not one.startswith(ours))
        for one in sorted(names):
            path = os.path.join(place, one)
            if not one.startswith(ours):
                yield path, os.path.realpath(path) if os.path.islink(path) else ""


def _day(path: str) -> int:
    """The day on which a file was changed: an edition of others that names none has that of its last change."""
    try:
        return int(os.stat(path).st_mtime // _DAY)
    except OSError:
        return 0


def _content(path: str, place: str, root: Path) -> object:
    """What a file holds; `place` is where it is if a link leads there."""
    try:
        if place and not Path(place).is_relative_to(root.resolve()):
            return ""
        if path.lower().endswith(_READ):
            return corpus.read(Path(path))
        state = os.stat(path)
        return "" if stat.S_ISDIR(state.st_mode) else (state.st_size, state.st_ctime_ns, state.st_ino)
    except OSError as error:  # whatever it is, the build says so; it is the same as long as it is not mended
        return error.errno
    except InputError as error:
        return str(error)
