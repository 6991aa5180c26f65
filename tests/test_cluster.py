"""Builds on a Dask cluster: the same bytes as here, whoever is killed; and who is refused."""

from __future__ import annotations

import http.server
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from edition import pressing, site
from edition.cluster import crew, engine, joined, running
from edition.desk import Folders
from edition.engine import Task
from edition.errors import BuildError, UseError
from tests import programs
from tests.clusters import Cluster, cluster, copy_out, until
from tests.conftest import ROOT, TOY
from tests.others import OTHERS

LETTERS = OTHERS / "letters"


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def build(source: Path, out: Path, engine: str) -> dict[str, bytes]:
    """The site that a cluster builds."""
    site.build(source, out, exports=False, cluster=engine)
    return files(out)


def run(*words: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """The command line as a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", f"{before}\nfrom edition.cli import main; main()", *words],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler and two workers that nobody kills."""
    with cluster(tmp_path_factory.mktemp("cluster"), 2) as made:
        yield made


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Cluster]:
    """A scheduler without workers."""
    (tmp_path / "cluster").mkdir()
    with cluster(tmp_path / "cluster") as made:
        yield made


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site of some letters, as this machine builds it."""
    out = tmp_path_factory.mktemp("letters") / "site"
    site.build(LETTERS, out, exports=False, jobs=1)
    return files(out)


@pytest.fixture
def at_first_page(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], None]], list[int]]:
    """Do something when the first pages have come back; the list has, for each time, how many batches were not done."""

    def arranged(action: Callable[[], None]) -> list[int]:
        left: list[int] = []
        put = running.Run._put

        def watched(self: running.Run, start: int, future: Any) -> None:
            put(self, start, future)
            if self.task.function is pressing.press and self.done and not left:
                left.append(len(self.todo) + len(self.away))
                action()

        monkeypatch.setattr(running.Run, "_put", watched)
        return left

    return arranged


def test_an_edition_of_ours_is_the_same(two: Cluster, toy_site: Path, tmp_path: Path) -> None:
    said = run("build", "--source", str(TOY), "--out", str(tmp_path / "site"), "--engine", two.address)
    assert said.returncode == 0, said.stderr
    assert files(tmp_path / "site") == files(toy_site)


def test_tei_of_others_is_the_same(two: Cluster, letters: dict[str, bytes], tmp_path: Path) -> None:
    assert build(LETTERS, tmp_path / "site", two.address) == letters


def test_what_a_killed_worker_had_is_done_by_others(
    fresh: Cluster, letters: dict[str, bytes], tmp_path: Path, at_first_page: Any
) -> None:
    fresh.worker()
    fresh.worker()
    until(lambda: (fresh.folder / "said.txt").read_text(encoding="utf-8").count("Registered to") == 2)

    def kill() -> None:
        fresh.workers[0].kill()

    left = at_first_page(kill)
    assert build(LETTERS, tmp_path / "site", fresh.address) == letters
    assert left[0] > 10
    assert fresh.workers[0].wait() == -9


def test_a_worker_that_comes_later_goes_on(
    fresh: Cluster, letters: dict[str, bytes], tmp_path: Path, at_first_page: Any
) -> None:
    def replace() -> None:
        fresh.kill()
        fresh.worker()

    fresh.worker()
    left = at_first_page(replace)
    assert build(LETTERS, tmp_path / "site", fresh.address) == letters
    assert left[0] > 10


def test_without_workers_the_former_site_stays(
    fresh: Cluster, tmp_path: Path, at_first_page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "site"
    site.build(LETTERS, out, exports=False, jobs=1)
    (out / "former").write_bytes(b"")
    before = files(out)
    fresh.worker()

    def kill() -> None:
        fresh.kill()
        for module in (crew, running):  # batches whose results went with the worker are waited for, each
            monkeypatch.setattr(module, "PATIENCE", 2)

    at_first_page(kill)
    with pytest.raises(BuildError, match="no worker for 2 seconds"):
        build(LETTERS, out, fresh.address)
    assert files(out) == before


def test_a_scheduler_that_is_killed_is_told(fresh: Cluster, tmp_path: Path, at_first_page: Any) -> None:
    fresh.worker()
    at_first_page(fresh.processes[0].kill)
    with pytest.raises(BuildError, match="does not answer any more"):
        build(LETTERS, tmp_path / "site", fresh.address)
    assert not (tmp_path / "site").exists()


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program with one sign more."""
    folder = programs.copied(tmp_path_factory.mktemp("other"))
    with (folder / "edition" / "assets" / "base.css").open("a", encoding="utf-8") as file:
        file.write("\n")
    return folder


def test_a_worker_with_other_files_is_refused(fresh: Cluster, other: Path, tmp_path: Path) -> None:
    fresh.worker(program=other)
    with pytest.raises(BuildError, match="has other files of this program"):
        build(LETTERS, tmp_path / "site", fresh.address)
    assert not (tmp_path / "site").exists()


def test_a_worker_with_other_files_is_refused_later_too(
    fresh: Cluster, other: Path, tmp_path: Path, at_first_page: Any
) -> None:
    def replace() -> None:
        fresh.kill()
        fresh.worker(program=other)

    fresh.worker()
    at_first_page(replace)
    with pytest.raises(BuildError, match="has other files of this program"):
        build(LETTERS, tmp_path / "site", fresh.address)


def test_a_worker_without_the_program_is_refused(fresh: Cluster, tmp_path: Path) -> None:
    (tmp_path / "edition.py").write_text("", encoding="utf-8")  # hides one that is installed
    fresh.worker(program=tmp_path)
    with pytest.raises(BuildError, match="cannot use this program"):
        build(LETTERS, tmp_path / "site", fresh.address)


def test_a_worker_of_several_threads_is_refused(fresh: Cluster, tmp_path: Path) -> None:
    fresh.worker(threads=2)
    with pytest.raises(BuildError, match="has 2 threads") as told:
        build(LETTERS, tmp_path / "site", fresh.address)
    assert "--nthreads 1" in told.value.hint.en


def test_results_come_in_order_with_the_files(two: Cluster, tmp_path: Path) -> None:
    names = [f"{number}.txt" for number in range(40)]
    for number, name in enumerate(names):
        (tmp_path / name).write_bytes(b"x" * number)
    task = Task(copy_out, Folders(tmp_path, tmp_path / "out"), "copies", names, lambda name: (name,), size=3)
    with joined(two.address) as work:
        assert list(work.map(task)) == [(name, number) for number, name in enumerate(names)]
    assert files(tmp_path / "out" / "copies") == {name: b"x" * number for number, name in enumerate(names)}


def test_what_the_work_raises_arrives_as_itself(two: Cluster, tmp_path: Path) -> None:
    task = Task(copy_out, Folders(tmp_path, tmp_path), "", ["refused"], lambda _: ())
    with joined(two.address) as work, pytest.raises(BuildError) as told:
        list(work.map(task))
    assert (told.value.message.de, told.value.hint.de) == ("Abgelehnt.", "Hinweis.")


def test_what_kills_every_worker_is_told(tmp_path: Path) -> None:
    task = Task(copy_out, Folders(tmp_path, tmp_path), "", ["deadly"], lambda _: ())
    with (
        cluster(tmp_path, 1, DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0") as made,
        joined(made.address) as work,
        pytest.raises(BuildError, match="ended by themselves"),
    ):
        list(work.map(task))


class Silent(http.server.BaseHTTPRequestHandler):
    """Answers in another language than that of Dask."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(params=["nobody", "another server"])
def wrong(request: pytest.FixtureRequest) -> Iterator[int]:
    """A port where there is no scheduler."""
    if request.param == "nobody":
        with socket.socket() as bound:  # and does not listen
            bound.bind(("127.0.0.1", 0))
            yield bound.getsockname()[1]
        return
    with http.server.HTTPServer(("127.0.0.1", 0), Silent) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def test_where_no_scheduler_answers_that_is_told(
    wrong: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert engine.TIMEOUT < 10
    monkeypatch.setattr(engine, "TIMEOUT", 1)
    with pytest.raises(BuildError, match="No scheduler"):
        build(LETTERS, tmp_path / "site", f"dask://127.0.0.1:{wrong}")


@pytest.mark.parametrize(
    "said",
    ["", "dask://", "dask://host", "dask://host:0", "dask://host:65536", "tcp://host:1", "dask://a:1/b"],
)
def test_what_names_no_cluster_is_told(said: str, tmp_path: Path) -> None:
    with pytest.raises(UseError, match="names no engine"):
        build(LETTERS, tmp_path / "site", said)


def test_a_cluster_and_processes_exclude_each_other() -> None:
    said = run("build", "--engine", "dask://127.0.0.1:1", "--jobs", "2")
    assert (said.returncode, "exclude each other" in said.stderr) == (2, True)


def test_without_the_library_the_extra_is_named() -> None:
    said = run(
        "build", "--engine", "dask://127.0.0.1:1", before="import sys; sys.modules['distributed'] = None"
    )
    assert said.returncode == 2
    assert "pip install 'edition[dask]'" in said.stderr


def test_other_builds_do_without_the_library(tmp_path: Path) -> None:
    said = run(
        *("build", "--no-exports", "--source", str(LETTERS), "--out", str(tmp_path / "site")),
        before="import sys; sys.modules['distributed'] = sys.modules['dask'] = None",
    )
    assert said.returncode == 0, said.stderr


class Lost:
    """A batch that was done, and whose results are gone; in the end it may come back, or fail."""

    def __init__(self, ends: list[Any]) -> None:
        self.ends, self.waited = ends, 0.0

    def exception(self, _seconds: float) -> None:
        return None

    def result(self, seconds: float) -> Any:
        self.waited += seconds
        end = self.ends.pop(0)
        if isinstance(end, Exception):
            raise end
        return end


class Watching:
    """A crew that counts how often somebody looks at it."""

    looked = admitted = 0

    def look(self) -> None:
        self.looked += 1

    def admit(self) -> None:
        self.admitted += 1


@pytest.fixture
def watched() -> running.Run:
    made = running.Run.__new__(running.Run)
    made.library, made.crew = SimpleNamespace(KilledWorker=ZeroDivisionError), Watching()
    return made


def test_while_lost_results_are_waited_for_the_workers_are_looked_at(watched: running.Run) -> None:
    future = Lost([TimeoutError(), TimeoutError(), "made"])
    assert watched._outcome(future) == "made"
    assert watched.crew.looked == 2
    never = Lost([TimeoutError()] * 99)
    assert watched._outcome(never) is None
    assert running.PATIENCE <= never.waited + running.LOOK <= 2 * running.PATIENCE


def test_what_fails_when_it_is_done_again_is_told_in_its_turn(watched: running.Run) -> None:
    failed = KeyError("of a worker with another program")
    assert watched._outcome(Lost([failed])) is failed
    assert watched.crew.admitted == 1
    with pytest.raises(BuildError, match="does not answer any more"):
        watched._outcome(Lost([ConnectionError()]))
