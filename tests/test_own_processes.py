"""An edition of ours in several processes: the same site, Saxon in none that is forked, and nobody works on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from edition import apart, batching, engine, pressing, saxon, settings, validation
from edition.errors import BuildError, InputError
from edition.model import SILENT, Bilingual
from edition.pressing import Tongue
from edition.serving import builder
from tests import faults
from tests.conftest import ROOT, TOY

SOON = 5  # seconds in which whoever works for nobody ends
PAGES = validation.FEW  # besides those of the toy edition: enough that processes are started


@pytest.fixture(scope="module")
def larger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy edition with more pages."""
    folder = tmp_path_factory.mktemp("larger") / "edition"
    shutil.copytree(TOY, folder)
    page = (folder / "tei/pages/ueber.xml").read_text(encoding="utf-8")
    for number in range(PAGES):
        text = page.replace('xml:id="ueber"', f'xml:id="seite-{number}"')
        (folder / f"tei/pages/seite-{number}.xml").write_text(text, encoding="utf-8")
    return folder


def program(code: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, cwd=ROOT, check=False,
        timeout=faults.PATIENCE,
    )  # fmt: skip


_BUILD = """
import sys
from pathlib import Path
from edition import saxon, site
report = site.build(Path(sys.argv[1]), Path(sys.argv[2]), jobs=int(sys.argv[3]), step=print)
print(report.files, saxon.started(), [one.slug for one in report.formats])
"""


def test_several_processes_make_the_same_site_and_leave_saxon_to_their_children(
    larger: Path, tmp_path: Path
) -> None:
    several, one = (program(_BUILD, str(larger), str(tmp_path / jobs), jobs) for jobs in ("2", "1"))
    assert faults.content(tmp_path / "2") == faults.content(tmp_path / "1")
    steps, (files, started, formats) = one.stdout.splitlines()[:-1], one.stdout.splitlines()[-1].split(" ", 2)
    assert started == "True"
    assert several.stdout.splitlines() == [*steps, f"{files} False {formats}"]


_VALIDATE = """
import sys
from pathlib import Path
from edition import engine, saxon, settings, validation
root = Path(sys.argv[1])
found = validation.examine(root, settings.load(root), print, engine.chosen(int(sys.argv[2])))
print(*found.findings, len(found.readings), saxon.started(), sep="\\n")
"""


def test_findings_are_the_same_in_several_processes(larger: Path, tmp_path: Path) -> None:
    folder = tmp_path / "spoiled"
    shutil.copytree(larger, folder)
    for name, old, new in (
        ("pages/seite-1.xml", "<p>", '<p rend="x">'),
        ("pages/seite-2.xml", "</p>", " \u00ad</p>"),
    ):
        path = folder / "tei" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    several, one = (program(_VALIDATE, str(folder), jobs).stdout.splitlines() for jobs in ("2", "1"))
    assert len(one) > 2 + len(list(folder.rglob("*.xml")))
    assert (several.pop(), one.pop()) == ("False", "True")
    assert several == one


def test_of_several_files_that_cannot_be_read_all_are_told(larger: Path, tmp_path: Path) -> None:
    folder = tmp_path / "spoiled"
    shutil.copytree(larger, folder)
    names = ("seite-0.xml", "seite-3.xml")
    for name in names:
        (folder / "tei/pages" / name).write_text("<TEI>", encoding="utf-8")
    with pytest.raises(InputError) as told:
        validation.examine(folder, settings.load(folder), work=engine.Processes(2))
    assert [name in told.value.message.en for name in names] == [True, True]


def working(command: list[str]) -> subprocess.Popen[str]:
    """A build that is halted while somebody works for it."""
    process = faults.started(command)
    faults.until(lambda: bool(faults.workers(process)) or process.poll() is not None)
    assert process.poll() is None
    return process


def gone(number: int) -> None:
    end = time.monotonic() + SOON
    while faults.group(number):
        assert time.monotonic() < end, "somebody works on"
        time.sleep(0.01)


@pytest.mark.parametrize("after", [0.0, 0.2, 0.4])
def test_nobody_works_for_a_build_that_was_killed(after: float, larger: Path, tmp_path: Path) -> None:
    process = working(["build", "--source", str(larger), "--out", str(tmp_path / "site"), "--jobs", "2"])
    time.sleep(after)
    process.kill()
    process.communicate(timeout=faults.PATIENCE)
    gone(process.pid)
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("after", [0.0, 0.2, 0.4])
def test_a_build_that_is_stopped_leaves_nothing(after: float, larger: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    process = working(["build", "--source", str(larger), "--out", str(out), "--jobs", "2"])
    time.sleep(after)
    os.killpg(process.pid, signal.SIGINT)
    done = faults.ended(process)
    assert (done.returncode, done.stderr.strip()) == (130, "Stopped. Nothing was changed.")
    assert faults.group(process.pid) == {}
    assert not out.exists()
    assert faults.beside(out) == []


def test_the_server_builds_in_several_processes_too(larger: Path, tmp_path: Path) -> None:
    outcome = builder.in_child(larger, tmp_path / "site", "1")
    assert outcome.built, outcome.sentence.en
    assert (tmp_path / "site" / "index.html").is_file()


_APART = """
import sys, time
from edition import apart, batching, engine
work = engine.chosen(int(sys.argv[1]))
{work}
with apart.begun(work, made, print) as wait:
    print("asked")
    print(wait())
"""


def apart_from(code: str, jobs: str) -> subprocess.CompletedProcess[str]:
    return program(_APART.format(work=code), jobs)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_is_done_apart_tells_its_steps_and_its_result(jobs: str) -> None:
    code = "def made(step):\n    step('one')\n    step('two')\n    return {'result': 3}"
    assert apart_from(code, jobs).stdout.splitlines() == ["asked", "one", "two", "{'result': 3}"]


def test_what_is_done_apart_is_done_in_another_process_where_there_are_some() -> None:
    code = "import os\nhere = os.getpid()\ndef made(step):\n    return os.getpid() == here"
    assert [apart_from(code, jobs).stdout.splitlines()[-1] for jobs in ("1", "2")] == ["True", "False"]


RAISED: dict[str, Callable[[], Exception]] = {
    "an error of ours": lambda: BuildError(Bilingual("No.", "Nein."), SILENT),
    "one of the system": lambda: OSError(28, "No space left on device", "x"),
}


@pytest.fixture
def forkable(monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process another test may have started Saxon, which these do not use."""
    monkeypatch.setattr(saxon, "started", lambda: False)


@pytest.mark.usefixtures("forkable")
@pytest.mark.parametrize("what", RAISED)
def test_what_goes_wrong_apart_is_raised_where_it_is_waited_for(what: str) -> None:
    error = RAISED[what]()

    def failing(_step: apart.Step) -> None:
        raise error

    with (
        pytest.raises(type(error)) as raised,
        apart.begun(engine.Processes(2), failing, print) as wait,
    ):
        wait()
    assert str(raised.value) == str(error)
    assert raised.value is not error  # it was sent


@pytest.mark.usefixtures("forkable")
def test_an_error_that_cannot_be_sent_is_told_in_its_words() -> None:
    def failing(_step: apart.Step) -> None:
        class LocalError(Exception):
            pass

        raise LocalError("what happened")

    with (
        pytest.raises(RuntimeError, match=r"^LocalError: what happened$"),
        apart.begun(engine.Processes(2), failing, print) as wait,
    ):
        wait()


@pytest.mark.usefixtures("forkable")
def test_a_process_that_ends_by_itself_is_told() -> None:
    with (
        pytest.raises(BuildError, match="A process of the build ended by itself"),
        apart.begun(engine.Processes(2), lambda _: os._exit(1), print) as wait,
    ):
        wait()


@pytest.mark.usefixtures("forkable")
def test_what_nobody_waits_for_ends_with_the_block() -> None:
    begun = time.monotonic()
    with apart.begun(engine.Processes(2), lambda _: time.sleep(faults.PATIENCE), print):
        pass
    assert time.monotonic() - begun < faults.PATIENCE / 2


def test_a_process_in_which_saxon_runs_is_not_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    several = engine.Processes(2)
    monkeypatch.setattr(saxon, "started", lambda: False)
    assert (engine.fitting(several), engine.local(several)) == (several, several)
    monkeypatch.setattr(saxon, "started", lambda: True)
    assert [type(one) for one in (engine.fitting(several), engine.local(several))] == [engine.Here] * 2


def test_pieces_hold_every_job_once_and_a_thing_in_all_languages() -> None:
    root = ROOT / "tests" / "toy"
    edition = validation.examine(root, settings.load(root)).edition
    tongues = (Tongue("de", "", True), Tongue("en", "en/", False))
    jobs = list(pressing.jobs(edition, tongues))
    pieces = batching.batches(edition, jobs)
    assert sorted(map(str, (job for piece in pieces for job in piece))) == sorted(map(str, jobs))
    held: dict[tuple[str, str], set[int]] = {}
    for number, piece in enumerate(pieces):
        for sort, name, _ in piece:
            held.setdefault((sort, name), set()).add(number)
    assert {len(numbers) for numbers in held.values()} == {1}
    sorts = [piece[0][0] for piece in pieces]
    assert sorts[0] == "text"
    assert sorts[-1] == "entity"
    in_one = [(sort, name) for sort, name, tongue in jobs if tongue.first]
    assert in_one == [(sort, name) for sort, name, _ in pressing.jobs(edition, tongues[:1])]


def test_texts_are_parted_where_they_are_many_or_long(monkeypatch: pytest.MonkeyPatch) -> None:
    root = ROOT / "tests" / "toy"
    edition = validation.examine(root, settings.load(root)).edition
    jobs = list(pressing.jobs(edition, (Tongue("de", "", True), Tongue("en", "en/", False))))
    names = [one.id for one in (*edition.articles, *edition.pages)]
    assert len(names) > 2

    def parted() -> list[list[str]]:
        pieces = [piece for piece in batching.batches(edition, jobs) if piece[0][0] == "text"]
        return [list(dict.fromkeys(name for _, name, _ in piece)) for piece in pieces]

    assert parted() == [names]
    monkeypatch.setattr(batching, "BATCH", 2)
    assert parted() == [names[start : start + 2] for start in range(0, len(names), 2)]
    monkeypatch.setattr(batching, "LONG", 1)
    assert parted() == [[name] for name in names]


LEFT = """
from edition.engine import Processes, Task

def big(_desk, _shared, _thing):
    return bytes(30_000_000)

for _ in range(5):
    made = Processes(2).map(Task(big, None, None, range(8), lambda _: (), size=1))
    next(made)
    made.close()
"""


def test_work_that_is_left_ends_though_its_processes_are_killed_in_the_midst_of_a_result() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LEFT],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=faults.PATIENCE,
    )
    assert (done.returncode, done.stderr) == (0, "")
