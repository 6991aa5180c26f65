"""A site put in place, and the program killed before each of its calls to the system in turn.

    python -m tests.moments TARGET exchange|journal

prints a row of JSON for each call: which, whether the program was killed there, what stood at the target then, what
beside it; and what a build that fails, and one that does not, made of that.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

from edition import swap
from edition.errors import BuildError

_CALLS = ("open", "os.", "fcntl.", "ctypes.")


def put(folder: Path, word: str) -> None:
    """A site of some files, as the block of a build writes it."""
    for name in ("index.html", "a/one.html", "a/b/two.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"{word} {name}", encoding="utf-8")


def state(target: Path) -> str:
    """Which site stands there: its word if it is whole, "" for none, else what there is."""
    if not target.exists():
        return ""
    words = {path.read_text(encoding="utf-8") for path in target.rglob("*.html")}
    for word in ("old", "new", "next"):
        if words == {f"{word} {name}" for name in ("index.html", "a/one.html", "a/b/two.html")}:
            return word
    return f"broken: {sorted(words)}"


def beside(target: Path) -> list[str]:
    """What lies beside the target."""
    return sorted(path.name for path in target.parent.iterdir() if path != target)


def build(target: Path, word: str) -> None:
    """What a build does to put its site in place."""
    with swap.staging(target) as folder:
        put(folder, word)


def _killed(target: Path, number: int) -> str:
    """Build in a child that is killed at the n-th call; which that was, "" if there were fewer."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        count = 0

        def watch(event: str, words: tuple[Any, ...]) -> None:
            nonlocal count
            if event.startswith(_CALLS):
                count += 1
                if count == number:
                    os.write(writer, f"{event} {words!r:.120}".encode())
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        build(target, "new")
        os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    with open(reader, "rb") as pipe:
        return pipe.read().decode()


def main() -> None:
    """Try every moment."""
    target = Path(sys.argv[1])
    if sys.argv[2] == "journal":
        swap._renameat2 = lambda one, other: False
    for number in range(1, 1000):
        shutil.rmtree(target, ignore_errors=True)
        build(target, "old")
        call = _killed(target, number)
        then, left = state(target), beside(target)
        try:
            with swap.staging(target):
                raise BuildError("fails")  # type: ignore[arg-type]
        except BuildError:
            pass
        failed, after_failure = state(target), beside(target)
        build(target, "next")
        row = [number, call, then, left, failed, after_failure, state(target), beside(target)]
        sys.stdout.write(json.dumps(row) + "\n")
        if not call:
            return


if __name__ == "__main__":
    main()
