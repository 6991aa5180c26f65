"""One piece of work in a process of its own: what starts Saxon there leaves this one without it, fit to be forked again."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from edition import children, engine
from edition.engine import Engine

Result = TypeVar("Result")
Step = Callable[[str], None]


@contextmanager
def begun(work: Engine, function: Callable[[Step], Result], step: Step) -> Iterator[Callable[[], Result]]:
    """A function at work in a process of its own, for the time of a block; what waits for its result.

    Where the engine has no processes it is called when it is waited for. It may write files; all else that it changes is
    lost. The result is sent, and so is what it tells its `step`.

    Raises:
        BuildError: the process ended by itself. What the function raises is raised where it is waited for.
    """
    if not isinstance(engine.local(work), engine.Processes):
        yield partial(function, step)
        return
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_serve, args=(os.getpid(), function, sender), daemon=True)
    try:
        with children.starting():
            child.start()
        sender.close()
        yield partial(_waited, receiver, step)
    finally:
        if child.pid is not None:
            child.kill()  # it has told its result, or nobody will ask for it
            child.join()
        receiver.close()


def _waited(receiver: Connection, step: Step) -> Any:
    while True:
        try:
            told, value = receiver.recv()
        except (EOFError, OSError):  # the latter in the midst of a message
            raise engine.ended() from None
        if told == "result":
            return value
        if told == "error":
            raise value
        step(value)


def _serve(parent: int, function: Callable[[Step], Any], sender: Connection) -> None:
    children.serve(parent)
    gc.disable()
    try:
        said = ("result", function(lambda what: sender.send(("step", what))))
    except Exception as error:  # noqa: BLE001  # whatever it is, it is raised where the result is waited for
        said = ("error", _sendable(error))
    sender.send(said)


def _sendable(error: Exception) -> Exception:
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # noqa: BLE001  # it cannot be sent: then its words are
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
