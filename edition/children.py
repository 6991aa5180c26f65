"""Processes that work for another one: they end with it, however it ends, and leave it to that one to be stopped.

A process of a pool waits for work at a pipe that it holds open itself: when the process that started it is killed, nobody
would ever wake it. It would also keep the lock of that build (`locking`), so that no other one could ever begin.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess

_STOPS = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
_PR_SET_PDEATHSIG = 1  # prctl(2): which signal a process gets when the thread that started it ends
_LOOK = 0.5  # seconds between two looks where the system has no such call


@contextmanager
def starting() -> Iterator[None]:
    """While the block starts processes nothing stops them, nor this one: what comes meanwhile is heard afterwards.

    Else the handlers of this process would run in the others, and leave locks of the pool held for ever.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def serve(parent: int) -> None:
    """Called first in a process that was started for another one, whose number is given."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends both to all processes of a command
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPS)
    if not _ends_with_parent():
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    if os.getppid() != parent:  # it has ended already
        os._exit(1)


def running() -> frozenset[BaseProcess]:
    """The processes that were started by this one and have not ended."""
    return frozenset(multiprocessing.active_children())


def end(those: frozenset[BaseProcess]) -> None:
    """End some of them, whatever they are doing."""
    for one in those:
        one.kill()


def _ends_with_parent() -> bool:
    """Ask the system to end this process with its parent; False where it cannot."""
    call = getattr(ctypes.CDLL(None), "prctl", None)
    return call is not None and call(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0) == 0


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)
