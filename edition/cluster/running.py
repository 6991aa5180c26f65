"""One task done by a cluster: batches go out, a few for each worker, and come back in any order."""

from __future__ import annotations

import hashlib
import pickle
from collections import deque
from collections.abc import Collection, Generator
from concurrent.futures import CancelledError
from contextlib import suppress
from typing import Any

from edition.cluster import faults, worker
from edition.cluster.crew import LOOK, PATIENCE, Crew, reached
from edition.cluster.worker import Batch, Done
from edition.engine import Task
from edition.errors import EditionError

AHEAD = 3  # batches for each worker, so that none waits for the next


class Run:
    """A task under way. What has come back is written at once; of it only the results wait for their turn."""

    def __init__(self, library: Any, client: Any, task: Task[Any, Any, Any]) -> None:
        packed = pickle.dumps((task.function, task.shared), pickle.HIGHEST_PROTOCOL)
        self.library, self.client, self.task = library, client, task
        self.name = hashlib.sha256(packed).hexdigest()
        self.crew = Crew(client, self.name, packed)
        self.size = task.size
        self.todo: deque[int] = deque()  # the first thing of each batch
        self.away: dict[Any, int] = {}
        self.done: dict[int, list[Any] | Exception] = {}

    def results(self) -> Generator[Any]:
        """The results, in the order of the things.

        Raises:
            BuildError: a worker is refused, or there is none any more.
            Exception: what the work itself raised, when its turn comes.
        """
        try:
            while not self.crew.size:
                self.crew.admit()
            for start in self._starts():
                while start not in self.done:
                    self._send()
                    for future in self._back():
                        self._put(self.away.pop(future), future)
                came = self.done.pop(start)
                if isinstance(came, Exception):
                    raise came
                yield from came
        finally:
            self.crew.dismiss(list(self.away))

    def _starts(self) -> range:
        """Where batches begin: they are small enough that each worker gets some."""
        count = len(self.task.things)
        self.size = max(1, min(self.task.size, count // (AHEAD * self.crew.size)))
        starts = range(0, count, self.size)
        self.todo.extend(starts)
        return starts

    def _send(self) -> None:
        while self.todo and len(self.away) < AHEAD * max(1, self.crew.size):
            start = self.todo.popleft()
            things = self.task.things[start : start + self.size]
            needed = dict.fromkeys(path for thing in things for path in self.task.reads(thing))
            batch = Batch(self.name, things, {path: self.task.desk.read(path) for path in needed})
            with reached():
                self.away[self.client.submit(worker.work, batch, pure=False)] = start

    def _back(self) -> Collection[Any]:
        """Batches that have come back, as soon as there are any; none if that takes long."""
        with reached(), suppress(TimeoutError):
            found: Collection[Any] = self.library.wait(list(self.away), LOOK, "FIRST_COMPLETED").done
            return found
        self.crew.look()
        return ()

    def _put(self, start: int, future: Any) -> None:
        made = self._outcome(future)
        if made is None:
            self.todo.appendleft(start)
            self.crew.admit()
        elif isinstance(made, Done):
            for file in made.files:
                self.task.desk.write(file)
            self.done[start] = made.results
        else:
            self.done[start] = made

    def _outcome(self, future: Any) -> Done | Exception | None:
        """What a batch has come to; nothing if it must be done again: the worker did not know of the task, or is gone.

        It is asked for again and again, each time longer, for meanwhile all workers may go.
        """
        seconds = LOOK
        while seconds < PATIENCE:
            with reached(), suppress(TimeoutError):
                return self._told(future, seconds)
            self.crew.look()
            seconds *= 2
        return None

    def _told(self, future: Any, seconds: float) -> Done | Exception | None:
        error: Exception | None = future.exception(seconds)
        try:
            made: Done | None = None if error else future.result(seconds)
        except (OSError, CancelledError):
            raise
        except Exception as late:  # noqa: BLE001  # its worker went, and another one failed to do it again
            error = late
        return self._failed(error) if error else made

    def _failed(self, error: Exception) -> Exception:
        if isinstance(error, self.library.KilledWorker):
            raise faults.killed(error.last_worker.address)
        if not isinstance(error, EditionError):
            self.crew.admit()  # which refuses a worker that has come later with another program
        return error
