"""The workers of a cluster: who is there, whom the pages can be left to, and what all of them must know of a task."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from typing import Any

from edition.cluster import credentials, faults, worker

PATIENCE = 30.0  # seconds without any worker
LOOK = 1.0  # seconds between two looks at who is there


@contextmanager
def reached() -> Iterator[None]:
    """What goes wrong on the way to the cluster becomes a sentence."""
    try:
        yield
    except (OSError, CancelledError):
        raise faults.lost() from None


class Crew:
    """The workers that know a task; `packed` is what all its things share."""

    def __init__(self, client: Any, task: str, packed: bytes) -> None:
        self.client, self.task, self.packed = client, task, packed
        self.size = 0
        self._alone_since = 0.0

    def admit(self) -> None:
        """Look who is there, refuse whom the pages cannot be left to, and tell the others of the task.

        Raises:
            BuildError: a worker is refused, or there has been none for long.
        """
        with reached():
            threads = self.client.nthreads()
        said = self._asked(list(threads), worker.introduced)
        for address, one in said.items():
            if isinstance(one, Exception):
                raise credentials.none(f"worker {address}", one)
            credentials.compare(f"worker {address}", one[0])
            credentials.single(f"worker {address}", threads[address])
        new = [address for address, (_, tasks) in said.items() if self.task not in tasks]
        for one in self._asked(new, worker.hold, self.task, self.packed).values():
            if isinstance(one, Exception):
                raise one
        self._count(len(said))

    def look(self) -> None:
        """Nothing has happened for a while: is anybody there?"""
        with reached():
            count = len(self.client.nthreads())
        self._count(count)

    def dismiss(self, away: list[Any]) -> None:
        """The task is done, or given up with what is still away; where the cluster is left or lost, nobody is told."""
        if self.client.status == "running":
            with suppress(OSError, CancelledError):
                self.client.cancel(away)
                self.client.run(worker.forget, self.task, on_error="ignore")

    def _asked(self, workers: list[str], *call: Any) -> dict[str, Any]:
        """What a function gives on each of these workers, or what it raises; nothing of those that have gone meanwhile."""
        with reached():
            said = self.client.run(*call, workers=workers, on_error="return") if workers else {}
        return {address: one for address, one in said.items() if not isinstance(one, OSError)}

    def _count(self, workers: int) -> None:
        self.size = workers
        if workers:
            self._alone_since = 0.0
            return
        self._alone_since = self._alone_since or time.monotonic()
        if time.monotonic() - self._alone_since > PATIENCE:
            raise faults.alone(PATIENCE)
        time.sleep(LOOK)
