"""A build that is killed or stopped while several processes work: the former site stays, and nobody works on.

`make soak` tries more moments.
"""

from __future__ import annotations

import importlib.util
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from edition import engine, scratch
from tests import faults, soak
from tests.conftest import ROOT

MOMENTS = soak.times(2, 40)
TRIES = 10
DOCUMENTS = 2 * engine.SIZE + 10  # of fewer no processes are started
JOBS = 3
SOON = 5  # seconds in which whoever works for nobody ends


@dataclass(frozen=True)
class Diary:
    """An edition of others, its site, another site that stood there before, how long a build takes."""

    source: Path
    site: dict[str, bytes]
    former: dict[str, bytes]
    seconds: float

    def to(self, out: Path) -> list[str]:
        """The command that builds it."""
        return words(self.source, out)


def made(folder: Path) -> None:
    spec = importlib.util.spec_from_file_location("diary", ROOT / "benchmarks" / "diary.py")
    assert spec
    assert spec.loader
    diary = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(diary)
    diary.make(DOCUMENTS, folder, entities=50)


def words(source: Path, out: Path) -> list[str]:
    return [*faults.words(source, out), "--jobs", str(JOBS)]


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Diary:
    folder = tmp_path_factory.mktemp("diary")
    source, sites, seconds = folder / "source", [], 0.0
    made(source)
    for title in ("Vorher", "Nachher"):
        (source / "edition.toml").write_text(f'title = "{title}"\n', encoding="utf-8")
        start = time.monotonic()
        done = faults.run(words(source, folder / "site"))
        seconds = time.monotonic() - start
        assert done.returncode == 0, done.stderr
        sites.append(faults.content(folder / "site"))
    return Diary(source, sites[1], sites[0], seconds)


def put(site: dict[str, bytes], target: Path) -> None:
    """Put a site in the place of another one."""
    shutil.rmtree(target, ignore_errors=True)
    for name, data in site.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(data)


@pytest.fixture
def out(tmp_path: Path, diary: Diary, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The former site, in place; temporary files are beside it in a folder of their own."""
    target = tmp_path / "out" / "site"
    put(diary.former, target)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    return target


@pytest.fixture(autouse=True)
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a test that fails has left running is ended."""
    groups: list[subprocess.Popen[str]] = []
    start = faults.started
    monkeypatch.setattr(faults, "started", lambda *given: groups.append(start(*given)) or groups[-1])
    yield
    for process in groups:
        if faults.group(process.pid):
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()


def begun(diary: Diary, out: Path, chance: random.Random) -> subprocess.Popen[str]:
    """A build that is halted while several processes work for it, at a moment given by chance."""
    after = chance.uniform(0, 0.6) * diary.seconds
    for _ in range(TRIES):
        process = faults.started(diary.to(out))
        if faults.halted(process, after):
            return process
        assert faults.ended(process).returncode == 0  # it was faster than it was at first
        put(diary.former, out)
        after /= 2
    raise AssertionError("no moment at which several processes work")


def left(out: Path) -> list[str]:
    """The temporary folders that are there."""
    return sorted(path.name for path in (out.parents[1] / "temporary").iterdir())


def succeeds(diary: Diary, out: Path) -> None:
    """The next build clears up and makes the site that a clean one makes."""
    done = faults.run(diary.to(out))
    assert done.returncode == 0, done.stderr
    assert faults.content(out) == diary.site
    assert faults.beside(out) == []
    assert left(out) == []


def test_nobody_works_for_a_build_that_was_killed(diary: Diary, out: Path) -> None:
    chance = random.Random(11)
    for _ in range(MOMENTS):
        process = begun(diary, out, chance)
        process.kill()
        process.communicate(timeout=faults.PATIENCE)
        end = time.monotonic() + SOON
        while faults.group(process.pid):
            assert time.monotonic() < end, "somebody works on"
            time.sleep(0.01)
        assert faults.content(out) == diary.former
        assert set(faults.beside(out)) <= {
            ".site.lock",
            ".site.staging",
            ".site.memory.new",
            ".site.memory-lock",
        }
        assert left(out) == []
    succeeds(diary, out)


def test_a_build_ends_with_a_process_that_was_killed(diary: Diary, out: Path) -> None:
    chance = random.Random(12)
    stopped = 0
    for _ in range(MOMENTS + TRIES):
        process = begun(diary, out, chance)
        os.kill(chance.choice(faults.workers(process)), signal.SIGKILL)
        process.send_signal(signal.SIGCONT)
        done = faults.ended(process)
        assert faults.group(process.pid) == {}
        assert faults.beside(out) == []
        assert left(out) == []
        if done.returncode == 0:  # that one had nothing more to do
            assert faults.content(out) == diary.site
            put(diary.former, out)
            continue
        assert (done.returncode, faults.content(out)) == (1, diary.former)
        assert "A process of the build ended by itself." in done.stderr
        assert "Try it with --jobs 1." in done.stderr
        stopped += 1
        if stopped == MOMENTS:
            break
    assert stopped == MOMENTS
    succeeds(diary, out)


STOPPED = {
    "the terminal stops all of them": (signal.SIGINT, True),
    "the machine stops all of them": (signal.SIGTERM, True),
    "the terminal is closed": (signal.SIGHUP, True),
    "somebody stops the build": (signal.SIGTERM, False),
}


@pytest.mark.parametrize("what", STOPPED)
def test_a_build_of_several_processes_that_is_stopped_leaves_nothing(
    what: str, diary: Diary, out: Path
) -> None:
    number, whole = STOPPED[what]
    chance = random.Random(what)
    for _ in range(soak.times(1, 20)):
        process = begun(diary, out, chance)
        (os.killpg if whole else os.kill)(process.pid, number)
        process.send_signal(signal.SIGCONT)
        done = faults.ended(process)
        assert (done.returncode, done.stderr.strip()) == (130, "Stopped. Nothing was changed.")
        assert faults.group(process.pid) == {}
        assert faults.content(out) == diary.former
        assert faults.beside(out) == []
        assert left(out) == []


_WAITING = """
import sys, time
from edition import children, engine
if sys.argv[1] == "looking":
    children._ends_with_parent = lambda: False
task = engine.Task(lambda desk, shared, thing: thing, None, None, range(4), lambda thing: (), size=1)
found = engine.Processes(2).map(task)
print(next(found), flush=True)
time.sleep(600)
"""


@pytest.mark.parametrize("way", ["told", "looking"])
def test_processes_that_wait_for_work_end_with_the_one_that_gives_it(way: str) -> None:
    """In both ways: told by the system, and looking from time to time where it does not tell."""
    process = subprocess.Popen(
        [sys.executable, "-c", _WAITING, way], stdout=subprocess.PIPE, text=True, cwd=ROOT,
        start_new_session=True,
    )  # fmt: skip
    assert process.stdout
    assert process.stdout.readline() == "0\n"
    assert len(faults.workers(process)) == 2
    process.kill()
    process.communicate(timeout=faults.PATIENCE)
    end = time.monotonic() + SOON
    while faults.group(process.pid):
        assert time.monotonic() < end, "somebody waits for ever"
        time.sleep(0.01)


_HOLDING = """
import time
from edition import scratch
with scratch.folder() as folder:
    (folder / "a").mkdir()
    (folder / "a" / "text.xml").write_text("x")
    print(folder, flush=True)
    time.sleep(600)
"""


def test_the_folder_of_a_program_that_was_killed_goes_with_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    process = subprocess.Popen([sys.executable, "-c", _HOLDING], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout
    theirs = Path(process.stdout.readline().strip())
    try:
        for _ in range(2):
            with scratch.folder() as mine, scratch.folder() as another:  # nobody takes that of a living one
                assert mine != another
                assert (theirs / "a" / "text.xml").is_file()
                assert mine.is_dir()
    finally:
        process.kill()
        process.communicate(timeout=faults.PATIENCE)
    assert theirs.is_dir()
    with scratch.folder() as mine:
        assert [path.name for path in tmp_path.iterdir()] == [mine.parent.name]
    assert list(tmp_path.iterdir()) == []


def test_what_only_looks_like_such_a_folder_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    elsewhere = tmp_path / "elsewhere"
    for folder in (elsewhere, tmp_path / f"{scratch.PREFIX}mine"):
        folder.mkdir()
        (folder / "letter.txt").write_text("x", encoding="utf-8")
    (elsewhere / ".edition-owner").touch()
    (tmp_path / f"{scratch.PREFIX}link").symlink_to(elsewhere)
    (tmp_path / f"{scratch.PREFIX}file").touch()
    before = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*"))
    with scratch.folder() as mine:
        mine.joinpath("x").touch()
    assert sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*")) == before
