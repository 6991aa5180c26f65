"""What `make bench` runs: how long a build, its formats and a validation take, and how much memory.

Every figure is the minimum, median and maximum of several runs after a warm-up. Two ways of measuring:

- commands: whole processes, from start to end, as the operating system accounts for each when it has finished;
- parts of a build: a process a run does one build, and the clock is read between its steps. What several formats
  share (a stylesheet, a library) is paid by the first that needs it, as in any build; a format's time includes writing its files.
  A format that works in a thread beside the others (PDF) has the seconds in which nothing else was done.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parent.parent
BUILD = str(ROOT / "build.py")
TEI_ALL = ROOT / ".venv" / "tei_all.rng"  # `sh tests/setup.sh` puts it there
MANY = 200  # files of about 10 KB
PARTS = ("imports", "validation", "pages and indexes", "formats", "verification")
# Modules stay compiled from the warm-up on, as they do for users; some systems tell Python not to keep them.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
READ_ALL = """
import sys
from pathlib import Path
from edition import grammar
rules = grammar.read(Path(sys.argv[1]))
for path in sorted(Path(sys.argv[2]).iterdir()):
    assert rules.check(path.read_bytes(), path.name) == ()
"""


def run(words: Sequence[str], out: int = subprocess.DEVNULL) -> tuple[float, float, float]:
    """Wall seconds, processor seconds and peak memory (MB) of one run of Python with these arguments."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, *words], stdout=out, cwd=ROOT, env=ENVIRONMENT)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        raise SystemExit(f"{' '.join(words)} failed; nothing was measured.")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def spread(values: Iterable[float], form: str) -> str:
    """Minimum, median and maximum."""
    known = list(values)
    return " – ".join(form.format(f(known)) for f in (min, statistics.median, max))


def command(name: str, words: Sequence[str], runs: int, out: Path | None = None) -> str:
    """One line of the table of commands; each run writes to a folder of its own in `out`.

    Nothing is removed between two runs: for a minute and more ext4 avoids the numbers of files that were removed, and looking for
    others is a tenth of a build.
    """
    figures = []
    for number in range(runs + 1):
        site = out / f"{len(list(out.iterdir())):03}" if out else None
        measured = run([*words, "--out", str(site)] if site else words)
        if number:
            figures.append(measured)
    columns = zip(zip(*figures, strict=True), ("{:.2f}", "{:.2f}", "{:.0f}"), strict=True)
    return f"| {name} | " + " | ".join(spread(column, form) for column, form in columns) + " |"


def one_language(source: Path, folder: Path) -> Path:
    """A copy of an edition whose pages speak the first of their languages only."""
    copy = folder / "source"
    shutil.copytree(source / "tei", copy / "tei")
    settings = copy / "tei" / "edition.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r'(?m)^(interface = \["\w+").*\]$', r"\1]", text), encoding="utf-8")
    return copy


def one_build(source: Path) -> dict[str, dict[str, list[float]]]:
    """One build in this process: seconds of each part; seconds, files and bytes of each format."""
    sys.path.insert(0, str(ROOT))
    start = time.perf_counter()
    from edition import exporting, site

    slugs = [row.slug for row in exporting.EXPORTS]
    marks = [("imports", start), ("validation", time.perf_counter())]

    def step(name: str) -> None:
        known = {"build": "pages and indexes", "pages": "pages and indexes", "verify": "verification"}
        if name in slugs or name in known:
            marks.append((known.get(name, name), time.perf_counter()))

    with tempfile.TemporaryDirectory() as folder:
        made = site.build(source, Path(folder) / "site", step=step).formats
        marks.append(("", time.perf_counter()))
    seconds: dict[str, float] = {}
    for (name, at), (_, later) in pairwise(marks):
        seconds[name] = seconds.get(name, 0) + later - at
    sizes = {one.slug: [len(one.files), sum(size for _, size in one.files)] for one in made}
    formats = {slug: [seconds[slug], *sizes.get(slug, [0, 0])] for slug in slugs if slug in seconds}
    whole = sum(row[0] for row in formats.values())
    return {
        "parts": {part: [whole if part == "formats" else seconds[part]] for part in PARTS},
        "formats": formats,
    }


def builds(source: Path, runs: int) -> list[dict[str, dict[str, list[float]]]]:
    """What `one_build` says, from a process of its own for each run."""
    found = []
    for number in range(runs + 1):
        with tempfile.TemporaryFile() as out:
            run([__file__, "--one-build", "--source", str(source)], out.fileno())
            out.seek(0)
            if number:
                found.append(json.loads(out.read()))
    return found


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


def machine() -> str:
    """What it was measured on, without a name."""
    cores = len(os.sched_getaffinity(0))
    cpuinfo = Path("/proc/cpuinfo")
    known = re.search(r"model name\s*: (.+)", cpuinfo.read_text()) if cpuinfo.is_file() else None
    model = f" ({known[1]})" if known else ""
    return (
        f"{platform.system()} {platform.machine()}, {cores} cores{model}, Python {platform.python_version()}"
    )


def report(source: Path, runs: int) -> Iterable[str]:
    """The lines, in Markdown."""
    yield f"{machine()}\n\n{runs} runs after a warm-up: minimum – median – maximum\n"
    yield "| command (whole process) | wall seconds | processor seconds | peak memory, MB |\n|---|---|---|---|"
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "sites"
        out.mkdir()
        build = [BUILD, "build", "--source", str(source)]
        yield command("build: everything", build, runs, out)
        yield command("build --no-exports: pages, indexes, TEI", [*build, "--no-exports"], runs, out)
        single = [BUILD, "build", "--source", str(one_language(source, Path(folder)))]
        yield command("the same in one language", [*single, "--no-exports"], runs, out)
    yield command("validate", [BUILD, "validate", "--source", str(source)], runs)
    if TEI_ALL.is_file():
        with tempfile.TemporaryDirectory() as folder:
            many(Path(folder))
            words = ["-c", READ_ALL, str(TEI_ALL), folder]
            yield command(f"check {MANY} files of 10 KB against TEI All", words, runs)
    else:
        yield "\nTEI All is missing: run `sh tests/setup.sh` to measure with it."
    measured = builds(source, runs)
    yield "\n| part of a build (within one process) | seconds |\n|---|---|"
    for part in PARTS:
        yield f"| {part} | {spread((one['parts'][part][0] for one in measured), '{:.3f}')} |"
    yield "\n| format (within one process) | seconds | files | kB |\n|---|---|---|---|"
    for slug, (_, files, size) in measured[0]["formats"].items():
        seconds = spread((one["formats"][slug][0] for one in measured), "{:.3f}")
        yield f"| {slug} | {seconds} | {files:.0f} | {size / 1000:.1f} |"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Measures a build, its formats and a validation.")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--source", type=Path, default=ROOT)
    parser.add_argument(
        "--one-build", action="store_true", help="what a run of a build says of itself, as JSON"
    )
    asked = parser.parse_args()
    if asked.one_build:
        print(json.dumps(one_build(asked.source.resolve())))
    else:
        for line in report(asked.source.resolve(), max(1, asked.runs)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
