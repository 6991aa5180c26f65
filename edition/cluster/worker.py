"""What happens on a worker. The process of the build calls these functions there; none of them knows Dask."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from edition import saxon
from edition.cluster.credentials import Credentials, credentials
from edition.model import File

KEPT = 2  # what is shared by all things, of the last tasks: a build that was ended cannot say that it is done
_packed: dict[str, bytes] = {}
_shared: dict[str, Any] = {}


class Batch(Struct, frozen=True):
    """Some things of a task, with the files that are read for them. `task` is the digest of what all things share."""

    task: str
    things: Sequence[Any]
    files: Mapping[str, bytes]


class Done(Struct, frozen=True):
    """The results for the things of a batch, and the files that were written."""

    results: list[Any]
    files: list[File]


class Tray(Struct, frozen=True):
    """A desk without folders: it holds the files that came with a batch, and those that go back."""

    files: Mapping[str, bytes]
    written: list[File] = field(default_factory=list)

    def read(self, path: str) -> bytes:
        """The bytes of a file that came with the batch."""
        return self.files[path]

    def write(self, file: File) -> None:
        """Keep a file for the way back."""
        self.written.append(file)


def introduced() -> tuple[Credentials, frozenset[str]]:
    """Who this worker is, and which tasks it knows."""
    return credentials(), frozenset((*_packed, *_shared))


def hold(task: str, packed: bytes) -> None:
    """Keep what all things of a task share.

    Dask calls this in the main thread, where Saxon must be started; batches are done in another.
    """
    saxon.start()
    for kept in (_packed, _shared):
        while len(kept) >= KEPT:
            kept.pop(next(iter(kept)), None)
    _packed[task] = packed


def forget(task: str) -> None:
    """The task is done."""
    _packed.pop(task, None)
    _shared.pop(task, None)


def work(batch: Batch) -> Done | None:
    """Do a batch; nothing where its task is not known: this worker has come later, or was started anew."""
    packed = _packed.pop(batch.task, None)
    if packed is not None:
        _shared[batch.task] = pickle.loads(packed)
        gc.freeze()  # it is not looked through again and again
    if batch.task not in _shared:
        return None
    function, shared = _shared[batch.task]
    tray = Tray(batch.files)
    results = [function(tray, shared, thing) for thing in batch.things]
    return Done(results, tray.written)
