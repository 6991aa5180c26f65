"""Pickled values one behind the other in files that are written once: only where each stands is held in memory.

A build writes one such file; those of former builds it links, and reads from them what it takes over. When more than half
of what they hold is of no use any more, or they have become many, all that is of use is written into one again.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from msgspec import Struct, field

from edition import desk
from edition.remembering import storing

Value = TypeVar("Value")
FOLDER = "records"
MANY = 8  # files, of which each build adds one


class Span(NamedTuple):
    """Where a value stands: in which file, from which byte, how many bytes; and the digest of these."""

    file: str
    start: int
    length: int
    mark: bytes


class Records(Struct):
    """The values below a folder, which is made if need be."""

    folder: Path
    _name: str = ""  # of the file that is written now
    _size: int = 0
    _open: dict[str, int] = field(default_factory=dict)

    def take(self, former: Path, names: Iterable[str]) -> bool:
        """Take files of a former build over; whether all of them are there, and this user's.

        Raises:
            OSError: they cannot be taken.
        """
        places = [former / name for name in names]
        if not all(map(_is_ours, places)):
            return False
        for one in places:
            desk.take(os.fspath(one), os.fspath(self.folder / one.name))
        return True

    def add(self, value: Any) -> Span:
        """Write a value.

        Raises:
            OSError: it cannot be written; what was written before stands.
        """
        return self._append(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))

    def whole(self, span: Span) -> bool:
        """Whether a value stands there as it was written."""
        try:
            return _mark(self._bytes(span)) == span.mark
        except OSError:
            return False

    def get(self, span: Span) -> Any:
        """The value, of which it is known that it is whole."""
        return pickle.loads(self._bytes(span))

    def packed(self, spans: Sequence[Span]) -> Sequence[Span]:
        """Where the same values stand from now on, which alone are of use.

        Raises:
            OSError: they cannot be written.
        """
        files = [*self.folder.iterdir()] if self.folder.is_dir() else []
        if len(files) <= MANY and sum(one.stat().st_size for one in files) <= 2 * sum(map(_length, spans)):
            return spans
        self._name = ""
        packed = [self._append(self._bytes(one)) for one in spans]
        for path in files:
            path.unlink()
        return packed

    def close(self) -> None:
        """Nothing more is asked for."""
        while self._open:
            os.close(self._open.popitem()[1])

    def _append(self, content: bytes) -> Span:
        if not self._name:
            self._begin()
        begun, rest = self._size, memoryview(content)
        while rest:
            self._size += (written := os.write(self._open[self._name], rest))
            rest = rest[written:]
        return Span(self._name, begun, len(content), _mark(content))

    def _begin(self) -> None:
        """A file behind those that are there."""
        self.folder.mkdir(exist_ok=True)
        name = str(1 + max((int(one.name) for one in self.folder.iterdir()), default=0))
        self._open[name] = os.open(self.folder / name, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        self._name, self._size = name, 0

    def _bytes(self, span: Span) -> bytes:
        if span.file not in self._open:
            self._open[span.file] = os.open(self.folder / span.file, os.O_RDONLY)
        return os.pread(self._open[span.file], span.length, span.start)


@dataclass(frozen=True, slots=True)
class Shelf(Sequence[Value]):
    """Values below a folder, each read when it is asked for, by whatever process; or, not written there, the value itself.

    Sent to another machine, the values are sent.
    """

    folder: Path
    places: tuple[Span | Value, ...]

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, number: Any) -> Any:
        return next(iter(Shelf(self.folder, (self.places[number],))))

    def __iter__(self) -> Iterator[Value]:
        records = Records(self.folder)
        try:
            for place in self.places:
                yield records.get(place) if isinstance(place, Span) else place
        finally:
            records.close()

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (list(self),)


def _mark(content: bytes) -> bytes:
    return blake2b(content, digest_size=8).digest()


def _length(span: Span) -> int:
    return span.length


def _is_ours(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and storing.ours(path)
