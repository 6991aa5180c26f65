"""Pieces of work that are taken over from the former build, with the files that they wrote."""

from __future__ import annotations

import os
import pickle
import shutil
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from edition import locking, swap
from edition.desk import Folders, take
from edition.engine import Engine, Task
from edition.model import Bilingual
from edition.remembering import storing
from edition.remembering.digests import digest

Thing = TypeVar("Thing")
Result = TypeVar("Result")
# Of a file: its number in the file system, size, time of change in nanoseconds, rights.
State = tuple[int, int, int, int]
WORK, WHOLE = "work", "whole"  # the files of a memory: pieces of work; the site as a whole
ADOPTED = "adopted"  # its folder of adopted TEI
_FORGOTTEN = Bilingual(
    "What the former build had noted in {folder} was damaged; everything was made anew.",
    "Was der frühere Lauf in {folder} notiert hatte, war beschädigt; alles wurde neu erstellt.",
)
_NOT_KEPT = Bilingual(
    "What the next build could take over was not noted in {folder}: {error}.",
    "Was der nächste Lauf übernehmen könnte, ist nicht in {folder} notiert: {error}.",
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of work: the digest of what it depends on, what came of it, and the files it wrote."""

    key: str
    result: bytes  # pickled, for most are taken over as they are
    files: tuple[tuple[str, State], ...]


@dataclass(slots=True)
class Memory:
    """What the former build remembered, and what this one will.

    `folder` is where it stands, None where nothing is remembered; `made` is where this build puts what it will keep.
    """

    folder: Path | None = None
    program: str = ""
    former: dict[str, Piece] = field(default_factory=dict)
    pieces: dict[str, Piece] = field(default_factory=dict)
    remarks: list[Bilingual] = field(default_factory=list)
    taken: int = 0  # files of the former build

    @property
    def made(self) -> Path | None:
        """The folder that will take the place of `folder`."""
        return self.folder.with_name(f"{self.folder.name}.new") if self.folder else None

    def recall(self, name: str, key: str, source: Path, target: Path) -> Any:
        """What came of a piece of work of this name and key, None if there is none; its files are taken from `source`
        to `target`."""
        if not self.former:
            return None
        piece = self.former.get(name)
        if piece is None or piece.key != key:
            return None
        before, now = f"{source}{os.sep}", f"{target}{os.sep}"
        try:
            if any(_state(before + path) != state for path, state in piece.files):
                return None
            files = tuple(
                (path, state if take(before + path, now + path) else _state(now + path))
                for path, state in piece.files
            )
        except OSError:  # a moment ago it was there
            for path, _ in piece.files:  # who writes into a link writes into the former site
                with suppress(FileNotFoundError):
                    os.unlink(now + path)
            return None
        self.pieces[name] = piece if files == piece.files else replace(piece, files=files)
        self.taken += len(files)
        return pickle.loads(piece.result)

    def remember(self, name: str, key: str, result: Any, paths: Iterable[str], target: Path) -> None:
        """Note a piece of work that was done now, and the files that it wrote below `target`."""
        if self.folder:
            files = tuple((path, _state(f"{target}{os.sep}{path}")) for path in paths)
            self.pieces[name] = Piece(key, pickle.dumps(result, pickle.HIGHEST_PROTOCOL), files)

    def map(
        self,
        work: Engine,
        task: Task[Any, Thing, Result],
        place: Folders,
        named: Callable[[Thing], tuple[str, str]],
        paths: Callable[[Result], Iterable[str]],
    ) -> Generator[Result]:
        """The results for many things, as of an engine: those that are not remembered are made now.

        Args:
            place: the folders of the former build and of this one that files are taken from and to.
            named: name and key of a thing.
            paths: of the files that were written for a result.
        """
        if self.folder is None:
            yield from work.map(task)
            return
        names = [named(thing) for thing in task.things]
        known = [self.recall(*name, place.source, place.target) for name in names]
        todo = [thing for thing, one in zip(task.things, known, strict=True) if one is None]
        with closing(work.map(replace(task, things=todo))) as fresh:
            for name, one in zip(names, known, strict=True):
                if one is None:
                    one = next(fresh)
                    self.remember(*name, one, paths(one), place.target)
                yield one

    def unchanged(self, inputs: str, site: Path) -> Any:
        """What the former build said in the end, if it read the same and its site is untouched; else None."""
        if self.folder is None:
            return None
        found = self._read(WHOLE)
        if found is None or found["inputs"] != inputs or found["site"] != _states(site):
            return None
        return found["report"]

    def load(self) -> None:
        """Read the pieces of work of the former build."""
        if self.folder:
            self.former = self._read(WORK) or {}

    def _read(self, name: str) -> Any:
        assert self.folder is not None
        try:
            return storing.read(self.folder / name, self.program)
        except storing.DamagedError:
            if not self.remarks:
                self.remarks.append(_FORGOTTEN.filled({"folder": self.folder}))
            return None

    def keep(self, inputs: str, site: Path, report: Any) -> None:
        """Write all of it down for the next build; a memory that cannot be written fails no build."""
        if self.folder is None or self.made is None:
            return
        try:
            storing.write(self.made / WORK, self.program, self.pieces)
            whole = {"inputs": inputs, "site": _states(site), "report": report}
            storing.write(self.made / WHOLE, self.program, whole)
            if not self.folder.is_dir():  # a file, or a link that leads nowhere
                _remove(self.folder)
            swap.exchange(self.made, self.folder)
        except OSError as error:
            self.remarks.append(_not_kept(self.folder, error))
            _remove(self.folder)
        _remove(self.made)


@contextmanager
def opened(site: Path, program: str, *, anew: bool = False) -> Iterator[Memory]:
    """The memory beside a site, for one build at a time; with `anew`, nothing of it is taken over.

    Raises:
        BuildError: another build is under way, or nothing can be written there.
    """
    made = [one for one in site.parents if not one.exists()]
    folder = site.with_name(f".{site.name}.memory")
    try:
        lock = locking.held(site.with_name(f".{site.name}.memory-lock"), site)
        with lock, _begun(Memory(folder, program), anew) as memory:
            yield memory
    finally:
        with suppress(OSError):  # what stands there now stays
            for one in made:
                one.rmdir()


@contextmanager
def _begun(memory: Memory, anew: bool) -> Iterator[Memory]:
    """A memory with an empty folder for what this build will keep; where there can be none, one that keeps nothing."""
    assert memory.folder is not None and memory.made is not None
    for one in (memory.made, *([memory.folder] if anew else [])):  # of a build that was killed
        _remove(one)
    try:
        memory.made.mkdir()
    except OSError as error:  # what stands there is somebody else's
        yield Memory(remarks=[_not_kept(memory.folder, error)])
        return
    try:
        yield memory
    finally:
        _remove(memory.made)


def _remove(path: Path) -> None:
    """Remove a folder or whatever stands in its place, as far as that may be done; where a link leads is nobody's business."""
    try:
        shutil.rmtree(path)
    except NotADirectoryError:
        with suppress(OSError):
            path.unlink()
    except OSError:
        if path.is_symlink():
            with suppress(OSError):
                path.unlink()


def _not_kept(folder: Path, error: OSError) -> Bilingual:
    return _NOT_KEPT.filled({"folder": folder, "error": error.strerror or str(error)})


def _state(path: str) -> State:
    found = os.stat(path, follow_symlinks=False)
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_mode


def _states(folder: Path) -> str:
    """The digest of all files of a folder, as far as they can have been changed."""
    found = []
    stack = [os.fspath(folder)]
    while stack:
        try:
            with os.scandir(stack.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        stack.append(entry.path)
                    else:
                        state = entry.stat(follow_symlinks=False)
                        path = entry.path[len(os.fspath(folder)) :]
                        found.append((path, state.st_ino, state.st_size, state.st_mtime_ns, state.st_mode))
        except FileNotFoundError:
            return ""
    return digest(*sorted(found))
