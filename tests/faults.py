"""Builds that go wrong on purpose, in processes of their own, and what they leave."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.conftest import ROOT

PATIENCE = 60  # seconds; only a failure waits that long
# Root may write everywhere: without its capabilities (capset(2), version 3) it may what the owner of a file may.
_POWERLESS = """
import ctypes, struct, sys
libc = ctypes.CDLL(None, use_errno=True)
assert libc.capset(struct.pack("Ii", 0x20080522, 0), bytes(24)) == 0
from edition.cli import main
main()
"""
_LIMITED = """
import resource, sys
limit = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
from edition.cli import main
main()
"""


def words(toy: Path, out: Path) -> list[str]:
    """A build of the pages alone."""
    return ["build", "--no-exports", "--source", str(toy), "--out", str(out)]


def started(typed: list[str], limit: int | None = None) -> subprocess.Popen[str]:
    """A command under way, in a group of its own; with a limit, no file may have more bytes."""
    program = [str(ROOT / "build.py")] if limit is None else ["-c", _LIMITED, str(limit)]
    return subprocess.Popen(
        [sys.executable, *program, *typed], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        start_new_session=True, preexec_fn=listening,
    )  # fmt: skip


def listening() -> None:
    """Signals do what they do in a terminal, also when the tests run in the background or behind nohup."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def ended(process: subprocess.Popen[str]) -> subprocess.CompletedProcess[str]:
    """The end of a command."""
    out, err = process.communicate(timeout=PATIENCE)
    assert "Traceback" not in out + err, err
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def run(typed: list[str], limit: int | None = None) -> subprocess.CompletedProcess[str]:
    """A command from beginning to end."""
    return ended(started(typed, limit))


def powerless(typed: list[str]) -> subprocess.CompletedProcess[str]:
    """A command of a user who may not write everywhere."""
    done = subprocess.run(
        [sys.executable, "-c", _POWERLESS, *typed], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def beside(out: Path) -> list[str]:
    """What lies beside a site and its memory."""
    return sorted(
        path.name for path in out.parent.iterdir() if path != out and path.name != f".{out.name}.memory"
    )


def until(condition: Callable[[], bool]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.002)


def group(number: int) -> dict[int, int]:
    """The processes of a group that have not ended, each with the one that started it (proc(5), stat)."""
    found = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent, of_group = path.read_text().rpartition(")")[2].split()[:3]
        except OSError:  # it has just ended
            continue
        if int(of_group) == number and state != "Z":
            found[int(path.parent.name)] = int(parent)
    return found


def workers(process: subprocess.Popen[str]) -> list[int]:
    """The processes that work for a command."""
    return [number for number, parent in group(process.pid).items() if parent == process.pid]


def halted(process: subprocess.Popen[str], after: float) -> bool:
    """Halt a command some seconds after several processes have begun to work for it, at the next moment at which several do;
    False if it ends before."""
    until(lambda: len(workers(process)) > 1 or process.poll() is not None)
    time.sleep(after)
    while process.poll() is None:
        process.send_signal(signal.SIGSTOP)
        if len(workers(process)) > 1:
            return True
        process.send_signal(signal.SIGCONT)
        time.sleep(0.02)
    return False


def forbidden(folders: Iterable[Path], typed: list[str]) -> subprocess.CompletedProcess[str]:
    """A command of a user who may not write into these folders."""
    several = list(folders)
    for folder in several:
        os.chmod(folder, 0o555)
    try:
        return powerless(typed)
    finally:
        for folder in several:
            os.chmod(folder, 0o755)
