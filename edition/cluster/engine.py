"""The engine that is a cluster: how it is joined and left."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from edition.cluster import address, credentials, faults
from edition.cluster.running import Run
from edition.engine import Result, Task

TIMEOUT = 8  # seconds until a scheduler that does not answer is none


class Cluster:
    """Does the work in the workers of a cluster."""

    def __init__(self, library: Any, client: Any) -> None:
        self.library, self.client = library, client

    def map(self, task: Task[Any, Any, Result]) -> Generator[Result]:
        """The results, made ahead of those who ask for them.

        Raises:
            BuildError: a worker is refused, or there is none any more.
        """
        if task.things:
            yield from Run(self.library, self.client, task).results()


@contextmanager
def joined(engine: str) -> Iterator[Cluster]:
    """The cluster at `dask://HOST:PORT`, for the time of a block.

    Raises:
        UseError: that is no address, or the library is not installed.
        BuildError: nobody answers there, or the scheduler has another program.
    """
    place = address.scheduler(engine)
    library = _library()
    try:
        if asyncio.run(_kind(library, place)) != "Scheduler":
            raise faults.nobody(engine)
        client = library.Client(place, timeout=TIMEOUT, name="edition")
    except (OSError, ValueError):
        raise faults.nobody(engine) from None
    try:
        _compare_scheduler(client)
        yield Cluster(library, client)
    finally:
        client.close(timeout=TIMEOUT)


def _compare_scheduler(client: Any) -> None:
    """What workers are to do passes through the scheduler, which reads it: it needs the same program."""
    try:
        said = client.run_on_scheduler(credentials.credentials)
    except Exception as error:  # whatever comes of not having it
        raise credentials.none("scheduler", error) from None
    credentials.compare("scheduler", said)


async def _kind(library: Any, place: str) -> str:
    """What answers at an address: a Client would wait for ever for what is nothing of Dask."""
    async with asyncio.timeout(TIMEOUT), library.rpc(place, timeout=TIMEOUT) as remote:
        said = await remote.identity()
        return str(said["type"])


def _library() -> Any:
    try:
        library = import_module("distributed")
    except ImportError:
        raise faults.missing() from None
    for name in logging.root.manager.loggerDict:
        if name.partition(".")[0] == "distributed":  # what goes wrong is said in a sentence
            logging.getLogger(name).setLevel(logging.CRITICAL)
    # A batch holds the files it is made from; there is no better way to bring them.
    import_module("dask").config.set({"distributed.admin.large-graph-warning-threshold": "4GiB"})
    return library
