"""Whatever happens to a build: the former site stays whole, or the new one is; the next build clears up.

`make soak` tries more moments.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from edition import swap
from edition.errors import BuildError
from tests import faults, moments, soak
from tests.conftest import ROOT, TOY

MOMENTS = soak.times(6, 50)
STOPS = soak.times(2, 10)


@dataclass(frozen=True)
class Two:
    """Two editions that differ on every page, their sites, and how long a build takes."""

    toys: tuple[Path, Path]
    sites: tuple[dict[str, bytes], dict[str, bytes]]
    seconds: float


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Two:
    folder = tmp_path_factory.mktemp("two")
    toys = (folder / "one", folder / "other")
    for toy in toys:
        shutil.copytree(TOY, toy)
    path = toys[1] / "tei/edition.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Kleine Edition", "Andere Edition"), encoding="utf-8"
    )
    sites, start = [], time.monotonic()
    for toy in toys:
        done = faults.run(faults.words(toy, folder / "site"))
        assert done.returncode == 0, done.stderr
        sites.append(faults.content(folder / "site"))
    return Two(toys, (sites[0], sites[1]), (time.monotonic() - start) / 2)


@pytest.fixture
def out(tmp_path: Path, two: Two) -> Path:
    """The first site, in place."""
    target = tmp_path / "out" / "site"
    for name, data in two.sites[0].items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(data)
    return target


def test_a_build_killed_at_any_moment_leaves_a_whole_site(two: Two, out: Path) -> None:
    chance = random.Random(7)
    for number in range(MOMENTS):
        process = faults.started(faults.words(two.toys[(number + 1) % 2], out))
        time.sleep(chance.uniform(0.1, 1.1) * two.seconds)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        assert faults.content(out) in two.sites, number
    for number in (0, 1):
        done = faults.run(faults.words(two.toys[number], out))
        assert done.returncode == 0, done.stderr
        assert faults.content(out) == two.sites[number]
        assert faults.beside(out) == []


@pytest.mark.parametrize("way", ["exchange", "journal"])
def test_a_program_killed_before_any_of_its_calls_leaves_what_the_next_one_mends(
    way: str, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.moments", str(tmp_path / "out" / "site"), way],
        capture_output=True, text=True, cwd=ROOT, check=True,
    )  # fmt: skip
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) > 20
    assert {row[2] for row in rows} - {""} == {"old", "new"}
    for number, call, then, left, failed, after_failure, after, at_last in rows:
        if not then:  # between two renames: the site is beside, and comes back
            assert (way, failed) == ("journal", "old"), call
            assert {".site.old", ".site.journal"} <= set(left)
        else:
            assert failed == then, (number, call)
        assert (after_failure, after, at_last) == ([], "next", []), (number, call)
    assert rows[-1][1:4] == ["", "new", []]


@pytest.mark.parametrize("limit", [100, 10_000, 40_000])
def test_no_space_left(limit: int, two: Two, out: Path) -> None:
    done = faults.run(faults.words(two.toys[1], out), limit)
    assert done.returncode == 1
    assert f"{out} cannot be written: File too large." in done.stderr
    assert "Check that there is space" in done.stderr
    assert "The former site is unchanged." in done.stderr
    assert faults.content(out) == two.sites[0]
    assert faults.beside(out) == []


def test_no_space_left_anywhere(two: Two, out: Path) -> None:
    done = faults.run(faults.words(two.toys[1], out), 0)
    assert done.returncode == 1
    assert "No usable temporary directory found" in done.stderr
    assert faults.content(out) == two.sites[0]
    assert faults.beside(out) == []


def test_no_space_left_for_words(two: Two, tmp_path: Path) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, str(ROOT / "build.py"), "validate", "--source", str(TOY)],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr
    said = faults.run(["validate", "--source", str(TOY), "-o", "/dev/full"])
    assert (said.returncode, "No space left on device" in said.stderr) == (1, True)


def test_nobody_listens() -> None:
    command = f"exec {sys.executable} {ROOT / 'build.py'} validate --source {TOY} "
    for closed in (">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"):
        done = subprocess.run(["sh", "-c", command + closed], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, ""), closed


def test_a_folder_that_may_not_be_written(two: Two, out: Path) -> None:
    done = faults.forbidden([out.parent], faults.words(two.toys[1], out))
    assert done.returncode == 1
    assert f"{out.parent} cannot be written: Permission denied." in done.stderr
    assert "Choose a folder you may write to." in done.stderr
    assert faults.content(out) == two.sites[0]
    assert faults.beside(out) == []


def test_a_folder_that_cannot_be_made(two: Two, out: Path) -> None:
    done = faults.forbidden([out.parent], faults.words(two.toys[1], out.parent / "a" / "b"))
    assert done.returncode == 1
    assert "cannot be written: Permission denied." in done.stderr
    assert faults.beside(out) == []


def test_a_former_site_that_could_not_be_removed(two: Two, out: Path) -> None:
    done = faults.forbidden([out / "texts"], faults.words(two.toys[1], out))
    assert done.returncode == 1
    assert f"{out / 'texts'} may not be changed" in done.stderr
    assert "The former site is unchanged." in done.stderr
    assert faults.content(out) == two.sites[0]
    assert faults.beside(out) == []


def test_what_an_earlier_build_has_left_and_nobody_may_remove(two: Two, out: Path) -> None:
    left = out.parent / ".site.staging" / "sub"
    left.mkdir(parents=True)
    (left / "file").touch()
    done = faults.forbidden([left], faults.words(two.toys[1], out))
    assert done.returncode == 1
    assert f"{left.parent}, left by an earlier build, cannot be removed: Permission denied." in done.stderr
    assert faults.content(out) == two.sites[0]
    assert faults.run(faults.words(two.toys[1], out)).returncode == 0
    assert faults.content(out) == two.sites[1]
    assert faults.beside(out) == []


def test_a_source_that_may_not_be_read(two: Two, toy: Path, out: Path) -> None:
    path = toy / "tei/articles/zweiter.xml"
    path.chmod(0)
    done = faults.powerless(faults.words(toy, out))
    assert done.returncode == 3
    assert "zweiter.xml may not be read" in done.stderr
    assert faults.content(out) == two.sites[0]


def test_of_builds_at_once_one_waits_for_another_day(two: Two, out: Path) -> None:
    several = [faults.started(faults.words(two.toys[1], out)) for _ in range(3)]
    results = [faults.ended(one) for one in several]
    assert {one.returncode for one in results} <= {0, 1}
    assert any(one.returncode == 0 for one in results)
    for one in results:
        if one.returncode:
            assert "Another build is writing" in one.stderr
            assert "Wait until it has finished." in one.stderr
    assert faults.content(out) == two.sites[1]
    assert faults.beside(out) == []


def test_a_build_while_another_one_writes_is_refused(two: Two, out: Path) -> None:
    with pytest.raises(BuildError, match="enough"), swap.staging(out):
        done = faults.run(faults.words(two.toys[1], out))
        assert done.returncode == 1
        assert f"Another build is writing {out} at this moment." in done.stderr
        raise BuildError("enough")  # type: ignore[arg-type]
    assert faults.content(out) == two.sites[0]
    assert faults.beside(out) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_build_that_is_stopped_leaves_nothing(number: signal.Signals, two: Two, out: Path) -> None:
    chance = random.Random(int(number))
    for _ in range(STOPS):
        process = faults.started(faults.words(two.toys[1], out))
        faults.until((out.parent / ".site.staging").exists)
        time.sleep(chance.uniform(0, 0.3) * two.seconds)
        process.send_signal(number)
        done = faults.ended(process)
        finished = done.returncode in (0, -number)  # Python hears nothing any more while it ends
        if not finished:
            assert (done.returncode, done.stderr.strip()) == (130, "Stopped. Nothing was changed.")
        assert faults.content(out) == two.sites[finished]
        assert faults.beside(out) == []
        if finished:
            assert faults.run(faults.words(two.toys[0], out)).returncode == 0


# What builds that were killed have left: whatever it is, the next one begins anew.


def _old(target: Path, *, journal: bool, moved: bool) -> None:
    moments.put(target.with_name(".site.old"), "old" if moved else "older")
    if moved:
        shutil.rmtree(target)
    if journal:
        target.with_name(".site.journal").touch()


def _staging(target: Path) -> None:
    moments.put(target.with_name(".site.staging"), "half")
    target.with_name(".site.staging").joinpath("a").chmod(0o500)


LEFT: dict[str, Callable[[Path], object]] = {
    "a lock": lambda target: target.with_name(".site.lock").write_text("of a process that is gone"),
    "half a site": _staging,
    "a journal": lambda target: target.with_name(".site.journal").touch(),
    "a former site": lambda target: _old(target, journal=False, moved=False),
    "a former site and a journal": lambda target: _old(target, journal=True, moved=False),
    "a site that was moved away": lambda target: _old(target, journal=True, moved=True),
    "a site that was moved away, and no journal": lambda target: _old(target, journal=False, moved=True),
    "all of it": lambda target: [_staging(target), _old(target, journal=True, moved=True)],
}


@pytest.mark.parametrize("name", LEFT)
def test_what_was_left_is_cleared_away(name: str, tmp_path: Path) -> None:
    target = tmp_path / "out" / "site"
    moments.build(target, "old")
    LEFT[name](target)
    with pytest.raises(BuildError, match="fails"), swap.staging(target):
        raise BuildError("fails")  # type: ignore[arg-type]
    assert (moments.state(target), moments.beside(target)) == ("old", [])
    LEFT[name](target)
    moments.build(target, "new")
    assert (moments.state(target), moments.beside(target)) == ("new", [])


@pytest.mark.parametrize("name", ["lock", "staging", "journal", "old"])
def test_links_laid_where_a_build_writes_harm_nothing(name: str, tmp_path: Path) -> None:
    target, mine = tmp_path / "out" / "site", tmp_path / "mine"
    moments.build(target, "old")
    moments.put(mine, "mine")
    for place in (mine, mine / "index.html"):
        target.with_name(f".site.{name}").symlink_to(place)
        try:
            moments.build(target, "new")
        except BuildError as error:
            assert f".site.{name}" in error.message.en or "cannot be written" in error.message.en
            assert moments.state(target) in ("old", "new")
        target.with_name(f".site.{name}").unlink(missing_ok=True)
        assert {path.read_text(encoding="utf-8").split()[0] for path in mine.rglob("*.html")} == {"mine"}
    moments.build(target, "next")
    assert (moments.state(target), moments.beside(target)) == ("next", [])


def test_a_stop_in_the_middle_of_the_exchange_waits_for_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "site"
    moments.build(target, "old")
    for journal in (False, True):

        def stopped(
            one: Path, other: Path, way: Callable[..., bool] = swap._renameat2, with_journal: bool = journal
        ) -> bool:
            signal.raise_signal(signal.SIGINT)
            return False if with_journal else way(one, other)

        with monkeypatch.context() as patch:
            patch.setattr(swap, "_renameat2", stopped)
            moments.build(target, "new")
        assert (moments.state(target), moments.beside(target)) == ("new", [])
        moments.build(target, "old")


@pytest.mark.parametrize("fails", ["target", "site"])
def test_a_rename_that_fails_brings_the_former_site_back(
    fails: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "site"
    moments.build(target, "old")
    rename = Path.rename

    def failing(self: Path, to: Path) -> Path:
        if self.name == {"target": "site", "site": ".site.staging"}[fails] and to.name != "site.x":
            raise OSError(28, "No space left on device")
        return rename(self, to)

    monkeypatch.setattr(swap, "_renameat2", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(BuildError, match="No space left"):
        moments.build(target, "new")
    monkeypatch.undo()
    assert (moments.state(target), moments.beside(target)) == ("old", [])
