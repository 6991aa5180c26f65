"""What `make bench` runs: whole-process time and memory of a clean build and of `validate`.

Every figure is the minimum, median and maximum of several runs after a warm-up, as the operating system
accounts for each finished process. Then one build in this process says where the time goes.
"""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 7


def run(words: list[str]) -> tuple[float, float, float]:
    """Wall seconds, processor seconds and peak memory (MB) of one run."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, str(ROOT / "build.py"), *words], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(f"build.py {' '.join(words)} failed; nothing was measured.")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def row(name: str, words: list[str], before: Path | None = None) -> str:
    """One line of the table: a command measured RUNS times."""
    figures = []
    for number in range(RUNS + 1):
        if before:
            shutil.rmtree(before, ignore_errors=True)
        measured = run(words)
        if number:
            figures.append(measured)
    cells = []
    for column, form in zip(zip(*figures, strict=True), ("{:.2f}", "{:.2f}", "{:.0f}"), strict=True):
        cells.append(" – ".join(form.format(f(column)) for f in (min, statistics.median, max)))
    return f"| {name} | " + " | ".join(cells) + " |"


def phases() -> None:
    """Where the time of a build goes, step by step, in this process."""
    sys.path.insert(0, str(ROOT))
    start = time.perf_counter()
    from edition import site

    marks = [("imports", time.perf_counter() - start)]
    last = [time.perf_counter(), "start"]
    times: dict[str, float] = {}

    def step(name: str) -> None:
        now = time.perf_counter()
        times[str(last[1])] = times.get(str(last[1]), 0) + now - float(last[0])
        last[:] = [now, name]

    with tempfile.TemporaryDirectory() as folder:
        site.build(ROOT, Path(folder) / "site", step=step)
        step("end")
    print("\n| step (one build, one process) | seconds |\n|---|---|")
    for name, seconds in [*marks, *times.items()]:
        print(f"| {name} | {seconds:.3f} |")


def main() -> None:
    """Print the tables."""
    cores = len(os.sched_getaffinity(0))
    print(f"{platform.system()} {platform.machine()}, {cores} cores, Python {platform.python_version()}")
    print(f"{RUNS} runs after a warm-up: minimum – median – maximum\n")
    print("| command | wall seconds | processor seconds | peak memory, MB |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "site"
        print(row("build (clean)", ["build", "--source", str(ROOT), "--out", str(out)], before=out))
    print(row("validate", ["validate", "--source", str(ROOT)]))
    phases()


if __name__ == "__main__":
    main()
