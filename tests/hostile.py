"""Commands run on hostile files in a process of their own, which notes what it opens, starts and asks for.

    python -m tests.hostile TARGET ALLOWED... < [[name, folder, [word, ...]], ...] as JSON

prints a row of JSON for each command: name, exit code, seconds, words, and what it should not have done.
"""

from __future__ import annotations

import io
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

MEMORY = 6_000_000_000  # bytes; the largest case needs a third of that
PATIENCE = 120  # seconds; only a failure waits that long
# Whatever talks to another machine, or starts another program.
_NEVER = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "urllib.", "http.", "ftplib.", "smtplib.",
          "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "pty.", "webbrowser.")  # fmt: skip
_WRITES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.symlink", "os.link")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# Of the system: its libraries, its time zones, its devices that are no files of anybody.
_SYSTEM = (
    "/usr/lib",
    "/lib",
    "/usr/share",
    "/dev/null",
    "/dev/urandom",
    "/proc/self",
    "/etc/localtime",
    "/etc/ld.so",
)


@dataclass(frozen=True)
class Result:
    """What a command did."""

    name: str
    code: int
    seconds: float
    said: str
    strayed: tuple[str, ...]


class Watch:
    """Notes what strays from the folders that may be read, or from those that may be written."""

    def __init__(self, reading: Iterable[str], writing: Iterable[str]) -> None:
        self._writing = tuple(writing)
        self._reading = (*reading, *self._writing)
        self.strayed: list[str] = []

    def __call__(self, event: str, words: tuple[Any, ...]) -> None:
        if event.startswith(_NEVER):
            self.strayed.append(f"{event} {words!r:.200}")
        elif event == "open":
            path, mode, flags = words
            writes = bool(flags & _WRITING) or any(sign in (mode or "") for sign in "wax+")
            self._judge(event, path, writes)
        elif event in _WRITES:
            two = event in ("os.rename", "os.link")
            for number, path in enumerate(words[: 2 if two else 1]):
                folder = words[2 + number] if two else words[-1]  # a descriptor, from which the path counts
                within = (
                    os.readlink(f"/proc/self/fd/{folder}") if isinstance(folder, int) and folder >= 0 else ""
                )
                self._judge(event, os.path.join(within, os.fsdecode(path)), True)

    def _judge(self, event: str, path: Any, writes: bool) -> None:
        if isinstance(path, int) or path is None:
            return
        allowed = self._writing if writes else self._reading
        where = os.path.abspath(os.fsdecode(path))
        # Both: where it seems to lie, and where links lead.
        if not all(_within(one, allowed) for one in (where, os.path.realpath(where))):
            self.strayed.append(f"{event} {where!r:.200} {'written' if writes else 'read'}")


def _within(path: str, folders: tuple[str, ...]) -> bool:
    return any(path == folder or path.startswith(folder.rstrip("/") + "/") for folder in folders)


def run(commands: list[tuple[str, Path, list[str]]], writing: Path, reading: Iterable[Path]) -> list[Result]:
    """Run commands one after another in one child process."""
    (writing / "tmp").mkdir(exist_ok=True)
    plan = json.dumps([[name, str(folder), words] for name, folder, words in commands])
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile", str(writing), *map(str, reading)],
        input=plan, capture_output=True, text=True, cwd=ROOT, check=False, errors="surrogateescape",
        env={**os.environ, "TMPDIR": str(writing / "tmp")},
    )  # fmt: skip
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    found = [Result(row[0], row[1], row[2], row[3], tuple(row[4])) for row in rows]
    at = commands[len(found)][0] if len(found) < len(commands) else ""
    assert not at, f"it ended at {at!r} with {done.returncode}: {done.stderr[-2000:]}"
    return found


def _stop(*_: object) -> None:
    raise TimeoutError(f"more than {PATIENCE} seconds")


def main() -> None:
    """The child."""
    from edition.cli import run as command

    writing, *reading = sys.argv[1:]
    python = {sys.prefix, sys.base_prefix, sys.exec_prefix, *sys.path} - {""}
    allowed = [os.path.realpath(one) for one in (str(ROOT), *reading, *python, *_SYSTEM)]
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    sys.dont_write_bytecode = True  # nothing is written for the program either
    watch = Watch([*allowed, *python, *_SYSTEM], [os.path.realpath(writing)])
    plan = json.load(sys.stdin)
    signal.signal(signal.SIGALRM, _stop)
    sys.addaudithook(watch)
    for name, folder, typed in plan:
        os.chdir(folder)
        watch.strayed = []
        said, code, start = io.TextIOWrapper(io.BytesIO(), "utf-8"), 0, time.process_time()
        sys.argv = ["build.py", *typed]
        signal.alarm(PATIENCE)
        try:
            with redirect_stdout(said), redirect_stderr(said):
                command()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0
        except BaseException as error:  # noqa: BLE001 (that is what is looked for)
            code, _ = 99, said.write(f"Traceback: {type(error).__name__}: {error}")
        finally:
            signal.alarm(0)
        seconds = time.process_time() - start
        said.flush()
        words = said.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]
        row = [name, code, seconds, words[:10_000] + words[-2_000:], sorted(set(watch.strayed))]
        sys.__stdout__.write(json.dumps(row) + "\n")  # type: ignore[union-attr]
        sys.__stdout__.flush()  # type: ignore[union-attr]


if __name__ == "__main__":
    main()
