"""A Dask cluster on this machine, of processes that can be killed; and work for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from edition.desk import Desk
from edition.errors import BuildError
from edition.model import Bilingual, File
from tests.conftest import ROOT

PATIENCE = 60.0  # seconds until a process that has not started never will


class Cluster:
    """A scheduler and its workers. Their folder is not that of the tests."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.workers: list[subprocess.Popen[bytes]] = []
        self.processes: list[subprocess.Popen[bytes]] = []

    @property
    def address(self) -> str:
        """As `--engine` names it."""
        said = json.loads((self.folder / "scheduler.json").read_text(encoding="utf-8"))
        return str(said["address"]).replace("tcp", "dask")

    def scheduler(self, **environment: str) -> None:
        """Start the scheduler; it is there when this returns."""
        self._start("scheduler", "--port", "0", "--scheduler-file", "scheduler.json", **environment)
        until(lambda: (self.folder / "scheduler.json").is_file() and self.address.startswith("dask"))

    def worker(self, *, program: Path = ROOT, threads: int = 1) -> None:
        """Start a worker; it comes when it comes."""
        words = ("worker", "--scheduler-file", "scheduler.json", "--no-nanny", "--nthreads", str(threads))
        self.workers.append(self._start(*words, PYTHONPATH=str(program)))

    def kill(self) -> None:
        """Kill all workers, without a word to the scheduler."""
        for one in self.workers:
            one.kill()
            one.wait()
        self.workers.clear()

    def _start(self, *words: str, **environment: str) -> subprocess.Popen[bytes]:
        with (self.folder / "said.txt").open("ab") as said:
            self.processes.append(
                subprocess.Popen(
                    [sys.executable, "-P", "-m", "dask", *words, "--host", "127.0.0.1", "--no-dashboard"],
                    cwd=self.folder,
                    env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
                    stdout=said,
                    stderr=said,
                )
            )
        return self.processes[-1]


@contextmanager
def cluster(folder: Path, workers: int = 0, **environment: str) -> Iterator[Cluster]:
    """A cluster for a block, with so many workers on their way."""
    made = Cluster(folder)
    try:
        made.scheduler(**environment)
        for _ in range(workers):
            made.worker()
        yield made
    finally:
        for one in made.processes:
            one.kill()
            one.wait()


def until(there: Callable[[], bool]) -> None:
    """Wait for something.

    Raises:
        AssertionError: it has not come.
    """
    end = time.monotonic() + PATIENCE
    while not _true(there):
        assert time.monotonic() < end, "it has not come"
        time.sleep(0.05)


def _true(there: Callable[[], bool]) -> bool:
    try:
        return there()
    except ValueError:  # a file that is being written
        return False


def copy_out(desk: Desk, shared: str, name: str) -> tuple[str, int]:
    """A piece of work: a file is read, and written under another name. Some things cannot be done."""
    if name == "refused":
        raise BuildError(Bilingual("Refused.", "Abgelehnt."), Bilingual("Hint.", "Hinweis."))
    if name == "deadly":
        os._exit(1)
    content = desk.read(name)
    desk.write(File(f"{shared}/{name}", content))
    return name, len(content)
