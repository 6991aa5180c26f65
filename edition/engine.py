"""How the same work is done for many things: here, or in several processes at once; the results come in order.

A piece of work is a function at the top of a module that gets a desk, what is shared by all and one thing; it changes
neither of the last two, and reads and writes files nowhere but at the desk.
Processes are forked when everything shared is known, so that nothing of it is copied or sent; what comes back is sent.
A fork of a process in which Saxon has run would stand still: what maps over processes must not have called it before.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Generic, Protocol, TypeVar

from msgspec import Struct

from edition import children, saxon
from edition.desk import Desk
from edition.errors import BuildError
from edition.model import Bilingual

Shared = TypeVar("Shared")
Thing = TypeVar("Thing")
Result = TypeVar("Result")
SIZE = 50  # things handed over at once; of fewer than twice as many nothing is gained by starting processes


def nothing() -> None:
    """What is done where there is nothing to do."""


class Task(Struct, Generic[Shared, Thing, Result], frozen=True):
    """The same work for many things.

    `reads` names the files that the function asks of its desk for a thing; `size` things are handed over at once; `meanwhile`
    is called in this process when others have begun.
    """

    function: Callable[[Desk, Shared, Thing], Result]
    desk: Desk
    shared: Shared
    things: Sequence[Thing]
    reads: Callable[[Thing], Iterable[str]]
    size: int = SIZE
    meanwhile: Callable[[], None] = nothing

    def results(self, start: int = 0, stop: int | None = None) -> Generator[Result]:
        """The results for some of the things, each made when it is asked for."""
        return (self.function(self.desk, self.shared, thing) for thing in self.things[start:stop])


class Engine(Protocol):
    """Does work for many things."""

    def map(self, task: Task[Any, Any, Result]) -> Generator[Result]:
        """The result for each of the things, in their order."""


class Here:
    """Does everything in this process, one after the other."""

    def map(self, task: Task[Any, Any, Result]) -> Generator[Result]:
        """The results, each made when it is asked for."""
        return task.results()


class Processes:
    """Does the work in several processes of this machine."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    def map(self, task: Task[Any, Any, Result]) -> Generator[Result]:
        """The results, made ahead of those who ask for them.

        Raises:
            BuildError: a process ended by itself, as when the memory was full.
        """
        if len(task.things) < 2 * task.size:
            yield from task.results()
            return
        if gc.isenabled():
            gc.collect()
        gc.freeze()  # else a collection in a child would touch, and so copy, all that is shared
        context = multiprocessing.get_context("fork")
        before, done = children.running(), False
        pool = ProcessPoolExecutor(self.jobs, context, _remember, (os.getpid(), task))
        try:
            with children.starting():
                waiting = deque(pool.submit(_work, start) for start in range(0, len(task.things), task.size))
            task.meanwhile()
            while waiting:
                yield from waiting.popleft().result()
            done = True
        except BrokenProcessPool:
            raise ended() from None
        finally:
            if (
                not done
            ):  # nobody will use what they are doing, and they must not write on while it is cleared away
                children.end(children.running() - before)
                _hang_up(pool)
            pool.shutdown(cancel_futures=True)


def _hang_up(pool: ProcessPoolExecutor) -> None:
    """Let the pool see that nobody says anything any more.

    It waits for the rest of what a killed process had begun to say as long as somebody could still say it, and holds the end
    of the pipe for that itself. Nor does it bear that work is cancelled at the moment when it finds the processes dead, as
    `map` of the library does: so each piece is submitted by itself.
    """
    pool._result_queue._writer.close()  # type: ignore[attr-defined]


def ended() -> BuildError:
    """What is said of a process that nobody has ended."""
    return BuildError(
        Bilingual("A process of the build ended by itself.", "Ein Prozess des Laufs endete von selbst."),
        Bilingual(
            "Is the memory full? Try it with --jobs 1.", "Ist der Speicher voll? Mit --jobs 1 versuchen."
        ),
    )


def fitting(work: Engine) -> Engine:
    """The engine, or another where that would fork a process in which Saxon has run."""
    return Here() if saxon.started() and isinstance(work, Processes) else work


def local(work: Engine) -> Engine:
    """The same for work that reads beside its desk, or is too little to be sent anywhere: on this machine only."""
    return fitting(work) if isinstance(work, Processes) else Here()


_held: Task[Any, Any, Any] | None = None


def _remember(parent: int, task: Task[Any, Any, Any]) -> None:
    global _held
    children.serve(parent)
    gc.disable()
    _held = task


def _work(start: int) -> list[Any]:
    assert _held is not None
    return list(_held.results(start, start + _held.size))


def chosen(jobs: int | None = None) -> Engine:
    """The engine for this number of processes; by default one for each core that may be used."""
    count = jobs or len(os.sched_getaffinity(0))
    return Processes(count) if count > 1 else Here()
