"""How a build grows: `make sizes`, or `python benchmarks/sizes.py 1000 16000`.

For each number of documents a diary is made (`diary.py`: 250 words and 12 names each, 20,000 entries in its registers), built
without the formats beside TEI, built again as it is, built again after a word was put into one text, and validated, each as
a process of its own. Memory is that of all processes together,
asked twice a second: the share of each in what they have in common counts once (PSS). The floor is what no program of this
kind can do without: reading each file, one compiled transformation of it, writing what comes out; in one process.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import diary

ROOT = Path(__file__).parent.parent
BUILD = str(ROOT / "build.py")
EVERY = 0.5  # seconds between two looks at the memory
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
FLOOR = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from lxml import etree
from edition.saxon import Stylesheet
copy = Stylesheet.from_text('<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
    '<xsl:mode on-no-match="shallow-copy"/></xsl:stylesheet>', "copy")
out = Path(sys.argv[3]); out.mkdir()
for path in sorted(Path(sys.argv[2], "editions").iterdir()):
    data = path.read_bytes()
    etree.fromstring(data)
    (out / path.name).write_text(copy(data), encoding="utf-8")
"""


class Measured(NamedTuple):
    """Wall and processor seconds of a command with all its processes, and their memory at its peak, in MB."""

    wall: float
    processor: float
    memory: float


def measured(words: Sequence[str]) -> Measured:
    """Run Python with these arguments.

    Raises:
        SystemExit: it failed; nothing was measured.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *words], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT, env=ENVIRONMENT
    )
    peak = [0.0]
    done = threading.Event()
    watch = threading.Thread(target=_watch, args=(process.pid, peak, done))
    watch.start()
    said = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    done.set()
    watch.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(words)} failed; nothing was measured.\n{said.decode()[-500:]}")
    return Measured(wall, usage.ru_utime + usage.ru_stime, peak[0])


def _watch(pid: int, peak: list[float], done: threading.Event) -> None:
    while not done.wait(EVERY):
        peak[0] = max(peak[0], sum(_memory(one) for one in _family(pid)) / 1024)


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _memory(pid: int) -> int:
    """Kilobytes of a process, what it shares divided among those who share it."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:  # it has ended
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def row(count: int, folder: Path) -> str:
    """One line of the table."""
    source, site = folder / "source", folder / "site"
    diary.make(count, source)
    words = [BUILD, "--source", str(source), "--out", str(site), "--no-exports"]
    build, same = measured(words), measured(words)
    before = {path.stat().st_ino for path in site.rglob("*")}
    _edit(source)
    one = measured(words)
    anew = sum(path.stat().st_ino not in before for path in site.rglob("*") if path.is_file())
    files = [path for path in site.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    largest = max((path.stat().st_size for path in files if path.suffix == ".html"), default=0)
    validate = measured([BUILD, "validate", "--source", str(source)])
    floor = measured(["-c", FLOOR, str(ROOT), str(source), str(folder / "floor")])
    shutil.rmtree(source)
    shutil.rmtree(site)
    cells = (
        f"{count:,}", f"{build.wall:.1f}", f"{1000 * build.wall / count:.2f}", f"{build.processor:.1f}",
        f"{build.memory:.0f}", f"{len(files):,}", f"{size / 1e6:.0f}", f"{largest / 1000:.0f}",
        f"{same.wall:.1f}", f"{one.wall:.1f}", f"{anew:,}", f"{validate.wall:.1f}", f"{floor.wall:.1f}",
    )  # fmt: skip
    return "| " + " | ".join(cells) + " |"


def _edit(source: Path) -> None:
    """Put a word into the text in the middle."""
    paths = sorted((source / "editions").iterdir())
    path = paths[len(paths) // 2]
    before, _, behind = path.read_text(encoding="utf-8").rpartition("</p>")
    path.write_text(f"{before} dazu</p>{behind}", encoding="utf-8")


HEAD = """\
| documents | build s | ms a document | processor s | memory MB | files | MB | largest page KB | nothing changed s | one changed s | files anew | validate s | floor s |
|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[1000, 16000])
    given = parser.parse_args()
    print(
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n"
    )
    print(HEAD, flush=True)
    for count in given.sizes:
        with tempfile.TemporaryDirectory() as folder:
            print(row(count, Path(folder)), flush=True)


if __name__ == "__main__":
    main()
