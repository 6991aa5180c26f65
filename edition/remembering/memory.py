"""Pieces of work that are taken over from the former build, with the files that they wrote."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Generic, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from edition import locking, swap
from edition.desk import Folders, take
from edition.engine import Engine, Task
from edition.model import Bilingual, pickled
from edition.remembering import storing
from edition.remembering.files import State, remove, state, states
from edition.remembering.records import FOLDER as RECORDS
from edition.remembering.records import Records, Shelf, Span

Thing = TypeVar("Thing")
Result = TypeVar("Result")
WORK, WHOLE = (
    "work",
    "whole",
)  # the files of a memory: pieces of work, which stand in records; the site as a whole
ADOPTED = "adopted"  # its folder of adopted TEI
_FORGOTTEN = Bilingual(
    "What the former build had noted in {folder} was damaged; everything was made anew.",
    "Was der frühere Lauf in {folder} notiert hatte, war beschädigt; alles wurde neu erstellt.",
)
_NOT_KEPT = Bilingual(
    "What the next build could take over was not noted in {folder}: {error}.",
    "Was der nächste Lauf übernehmen könnte, ist nicht in {folder} notiert: {error}.",
)


@pickled
class Piece(Struct, frozen=True):
    """A piece of work: the digest of what it depends on, where it stands what came of it, and the files it wrote."""

    key: str
    result: Span
    files: tuple[tuple[str, State], ...]


def _none(_: Any) -> Iterable[str]:
    return ()


class Asked(Struct, Generic[Thing, Result], frozen=True):
    """Work for many things, of which what is remembered need not be done.

    `place` are the folders of the former build and of this one that files are taken from and to; `named` gives name and key
    of a thing, `paths` those of the files that were written for a result.
    """

    work: Engine
    task: Task[Any, Thing, Result]
    place: Folders
    named: Callable[[Thing], tuple[str, str]]
    paths: Callable[[Result], Iterable[str]] = _none


class Memory(Struct):
    """What the former build remembered, and what this one will.

    `folder` is where it stands, None where nothing is remembered; `made` is where this build puts what it will keep.
    """

    folder: Path | None = None
    program: str = ""
    records: Records | None = None
    lost: bool = False  # nothing more can be noted
    former: dict[str, Piece] = field(default_factory=dict)
    pieces: dict[str, Piece] = field(default_factory=dict)
    remarks: list[Bilingual] = field(default_factory=list)
    taken: int = 0  # files of the former build

    @property
    def made(self) -> Path | None:
        """The folder that will take the place of `folder`."""
        return self.folder.with_name(f"{self.folder.name}.new") if self.folder else None

    def may_take(self, name: str, key: str) -> bool:
        """Whether there is a piece of work of this name and key; whether it can be taken over is not known yet."""
        piece = self.former.get(name)
        return piece is not None and piece.key == key

    def takes(self, name: str, key: str, source: Path, target: Path) -> bool:
        """Whether a piece of work of this name and key is taken over; its files are taken from `source` to `target`."""
        if not self.may_take(name, key) or not self._is_whole(piece := self.former[name]):
            return False
        before, now = f"{source}{os.sep}", f"{target}{os.sep}"
        try:
            if any(state(before + path) != was for path, was in piece.files):
                return False
            files = tuple(
                (path, was if take(before + path, now + path) else state(now + path))
                for path, was in piece.files
            )
        except OSError:  # a moment ago it was there
            for path, _ in piece.files:  # who writes into a link writes into the former site
                with suppress(FileNotFoundError):
                    os.unlink(now + path)
            return False
        self.pieces[name] = piece if files == piece.files else replace(piece, files=files)
        self.taken += len(files)
        return True

    def knows(self, name: str) -> bool:
        """Whether what came of a piece of work can be asked for: it was taken over, or noted."""
        return name in self.pieces

    def result(self, name: str) -> Any:
        """What came of a piece of work that was taken over or noted."""
        assert self.records is not None
        return self.records.get(self.pieces[name].result)

    def remember(self, name: str, key: str, result: Any, paths: Iterable[str], target: Path) -> None:
        """Note a piece of work that was done now, and the files that it wrote below `target`."""
        if self.records is None or self.lost:
            return
        files = tuple((path, state(f"{target}{os.sep}{path}")) for path in paths)
        try:
            self.pieces[name] = Piece(key, self.records.add(result), files)
        except OSError as error:
            self._give_up(error)

    def map(self, asked: Asked[Thing, Result]) -> Generator[Result]:
        """The results for many things, as of an engine: those that are not remembered are made now."""
        if self.records is None:
            yield from asked.work.map(asked.task)
            return
        with closing(self._each(asked)) as each:
            for name, fresh in each:
                yield fresh[0] if fresh else self.result(name)

    def shelf(self, asked: Asked[Thing, Result]) -> Sequence[Result]:
        """The same results, of which none is held: each is read again when it is asked for, if it could be noted."""
        if self.records is None:
            return tuple(asked.work.map(asked.task))
        with closing(self._each(asked)) as each:
            places = [self.pieces[name].result if name in self.pieces else fresh[0] for name, fresh in each]
        return Shelf(self.records.folder, tuple(places))

    def _each(self, asked: Asked[Thing, Result]) -> Generator[tuple[str, tuple[Result, ...]]]:
        """The name of each thing, with the result if it was made now."""
        task, place = asked.task, asked.place
        names = [asked.named(thing) for thing in task.things]
        known = [self.takes(*name, place.source, place.target) for name in names]
        todo = [thing for thing, is_known in zip(task.things, known, strict=True) if not is_known]
        with closing(asked.work.map(replace(task, things=todo))) as fresh:
            for (name, key), is_known in zip(names, known, strict=True):
                if is_known:
                    yield name, ()
                else:
                    one = next(fresh)
                    self.remember(name, key, one, asked.paths(one), place.target)
                    yield name, (one,)

    def unchanged(self, inputs: str, site: Path) -> Any:
        """What the former build said in the end, if it read the same and its site is untouched; else None."""
        if self.folder is None:
            return None
        found = self._read(WHOLE)
        if found is None or found["inputs"] != inputs or found["site"] != states(site):
            return None
        return found["report"]

    def load(self) -> None:
        """Know the pieces of work of the former build."""
        if self.folder is None or self.made is None:
            return
        self.records = Records(self.made / RECORDS)
        try:
            former = self._read(WORK) or {}
            names = {piece.result.file for piece in former.values()}
            if self.records.take(self.folder / RECORDS, names):
                self.former = former
        except OSError as error:
            self._give_up(error)

    def _is_whole(self, piece: Piece) -> bool:
        assert self.records is not None
        whole = self.records.whole(piece.result)
        if not whole:
            self._say_damaged()
        return whole

    def _read(self, name: str) -> Any:
        assert self.folder is not None
        try:
            return storing.read(self.folder / name, self.program)
        except storing.DamagedError:
            self._say_damaged()
            return None

    def _say_damaged(self) -> None:
        if not self.remarks:
            self.remarks.append(_FORGOTTEN.filled({"folder": self.folder}))

    def _give_up(self, error: OSError) -> None:
        assert self.folder is not None
        self.lost = True
        self.remarks.append(_not_kept(self.folder, error))

    def keep(self, inputs: str, site: Path, report: Any) -> None:
        """Write all of it down for the next build; a memory that cannot be written fails no build."""
        if self.folder is None or self.made is None or self.records is None:
            return
        if not self.lost:
            try:
                self._write(inputs, site, report)
            except OSError as error:
                self._give_up(error)
        self.records.close()
        if self.lost:
            remove(self.folder)
        remove(self.made)

    def _write(self, inputs: str, site: Path, report: Any) -> None:
        assert self.folder is not None and self.made is not None and self.records is not None
        spans = self.records.packed([piece.result for piece in self.pieces.values()])
        packed = zip(self.pieces.items(), spans, strict=True)
        pieces = {name: replace(piece, result=span) for (name, piece), span in packed}
        storing.write(self.made / WORK, self.program, pieces)
        whole = {"inputs": inputs, "site": states(site), "report": report}
        storing.write(self.made / WHOLE, self.program, whole)
        if not self.folder.is_dir():  # a file, or a link that leads nowhere
            remove(self.folder)
        swap.exchange(self.made, self.folder)


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
        remove(one)
    try:
        memory.made.mkdir()
    except OSError as error:  # what stands there is somebody else's
        yield Memory(remarks=[_not_kept(memory.folder, error)])
        return
    try:
        yield memory
    finally:
        remove(memory.made)


def _not_kept(folder: Path, error: OSError) -> Bilingual:
    return _NOT_KEPT.filled({"folder": folder, "error": error.strerror or str(error)})
