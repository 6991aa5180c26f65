"""What `make bench` runs: whole-process time and memory of a clean build and of `validate`.

Every figure is the minimum, median and maximum of several runs after a warm-up, as the operating system
accounts for each finished process. Then one build in this process says where the time goes.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 7
BUILD = str(ROOT / "build.py")
TEI_ALL = ROOT / ".venv" / "tei_all.rng"  # `sh tests/setup.sh` puts it there
MANY = 200  # files of about 10 KB
READ_ALL = """
import sys
from pathlib import Path
from edition import grammar
rules = grammar.read(Path(sys.argv[1]))
for path in sorted(Path(sys.argv[2]).iterdir()):
    assert rules.check(path.read_bytes(), path.name) == ()
"""


def run(words: list[str]) -> tuple[float, float, float]:
    """Wall seconds, processor seconds and peak memory (MB) of one run of Python with these arguments."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, *words], stdout=subprocess.DEVNULL, cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(f"{' '.join(words)} failed; nothing was measured.")
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


def many(folder: Path) -> None:
    """MANY valid files of about 10 KB each, no two alike: paragraphs of the article, from another one on each time."""
    text = next((ROOT / "tei" / "articles").glob("*.xml")).read_text(encoding="utf-8")
    found = re.findall(r"<p\b.*?</p>", text[text.index("<body") :], re.DOTALL)
    header = (
        "<teiHeader><fileDesc><titleStmt><title>x</title></titleStmt><publicationStmt><p>x</p></publicationStmt>"
        "<sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>"
    )
    for number in range(MANY):
        body = ""
        for paragraph in found[number % len(found) :] + found:
            if len(body.encode()) > 9000:
                break
            body += paragraph
        (folder / f"{number:03}.xml").write_text(
            f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><body>{body}</body></text></TEI>',
            encoding="utf-8",
        )


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
        print(row("build (clean)", [BUILD, "build", "--source", str(ROOT), "--out", str(out)], before=out))
    print(row("validate", [BUILD, "validate", "--source", str(ROOT)]))
    with tempfile.TemporaryDirectory() as folder:
        if TEI_ALL.is_file():
            many(Path(folder))
            print(row(f"check {MANY} files of 10 KB against TEI All", ["-c", READ_ALL, str(TEI_ALL), folder]))
        else:
            print("TEI All is missing: run `sh tests/setup.sh` to measure with it.")
    phases()


if __name__ == "__main__":
    main()
