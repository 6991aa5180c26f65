"""What a build remembers: whatever becomes of it, the site is that of a clean build; and only what differs is written."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from edition import identity, locking, resources
from edition.remembering.memory import ADOPTED, RECORDS, WHOLE, WORK
from edition.remembering.records import MANY, Records, Shelf
from tests import faults
from tests.conftest import ROOT
from tests.test_rebuilding import builder, bytes_of

OURS, OTHERS = "toy", "others/letters"
TEXTS = {OURS: "tei/pages/ueber.xml", OTHERS: "letters/brief-002.xml"}
PICTURE = ROOT / "tests" / OTHERS / "images" / "seal.png"
TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt>'
    "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
    "<text><body><p>{words}</p></body></text></TEI>"
)
DAMAGED, NOT_NOTED = "was damaged; everything was made anew", "was not noted in"


@dataclass(frozen=True)
class House:
    """An edition, its site, and how it is built."""

    edition: Path
    site: Path
    text: Path
    run: Callable[..., dict[str, Any]]

    @property
    def memory(self) -> Path:
        return self.site.with_name(f".{self.site.name}.memory")

    @property
    def new(self) -> Path:
        return self.memory.with_name(f"{self.memory.name}.new")

    def build(self, **how: Any) -> dict[str, Any]:
        """A build that must succeed; what it said besides the imprint that is missing."""
        said = self.run(self.edition, self.site, **({"remember": True} | how))
        assert "error" not in said, said
        return said | {"remarks": [one for one in said["remarks"] if "imprint" not in one]}

    def edit(self) -> None:
        """Another word in the last paragraph of the text."""
        before, mark, behind = self.text.read_text(encoding="utf-8").rpartition("</p>")
        self.text.write_text(f"{before} und Nebel{mark}{behind}", encoding="utf-8")

    def is_clean(self) -> None:
        """The site is that of a clean build, and beside it lies its memory alone."""
        found, wanted = bytes_of(self.site), self._clean()
        assert found.keys() == wanted.keys()
        assert [path for path in wanted if found[path] != wanted[path]] == []
        assert sorted(one.name for one in self.site.parent.iterdir()) == [self.memory.name, self.site.name]

    def _clean(self) -> dict[str, bytes]:
        """A clean build; of an edition as it was before in another test, that one."""
        known = hash(tuple(sorted(bytes_of(self.edition).items()))) if self.text.name in _SETTLED else None
        if known is None or known not in _CLEAN:
            clean = self.site.with_name("clean")
            assert "error" not in self.run(self.edition, clean, remember=False)
            _CLEAN[known] = bytes_of(clean)
            shutil.rmtree(clean)
        return _CLEAN[known]


_CLEAN: dict[int | None, dict[str, bytes]] = {}
_SETTLED = {Path(one).name for one in TEXTS.values()}  # of editions that say their titles and days


@pytest.fixture(scope="module")
def run() -> Iterator[Callable[..., dict[str, Any]]]:
    with builder(ROOT, small=False) as build:
        yield build


def house(run: Callable[..., dict[str, Any]], tmp_path: Path, name: str) -> House:
    # Copied without dates: TEI of others that says none has that of its newest file, which a test may write on another day.
    shutil.copytree(ROOT / "tests" / name, tmp_path / "edition", copy_function=shutil.copyfile)
    return House(tmp_path / "edition", tmp_path / "out" / "site", tmp_path / "edition" / TEXTS[name], run)


@pytest.fixture(params=[OURS, OTHERS])
def built(request: pytest.FixtureRequest, tmp_path: Path, run: Callable[..., dict[str, Any]]) -> House:
    """An edition with its site, in place."""
    made = house(run, tmp_path, request.param)
    made.build()
    return made


@pytest.fixture
def adopted(tmp_path: Path, run: Callable[..., dict[str, Any]]) -> House:
    """TEI of others with its site."""
    made = house(run, tmp_path, OTHERS)
    made.build()
    return made


@pytest.fixture
def few(tmp_path: Path, run: Callable[..., dict[str, Any]]) -> House:
    """TEI of others: two texts with nothing but words."""
    made = House(tmp_path / "edition", tmp_path / "out" / "site", tmp_path / "edition" / "a.xml", run)
    made.edition.mkdir()
    for name in "ab":
        write(made, name, "Some words of a text, all in a row.")
    return made


def write(made: House, name: str, words: str) -> None:
    (made.edition / f"{name}.xml").write_text(TEI.format(title=f"Text {name}", words=words), encoding="utf-8")


def states(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Number, times and rights of each file."""
    found = {one.relative_to(folder).as_posix(): one.stat() for one in folder.rglob("*") if one.is_file()}
    return {path: (one.st_ino, one.st_mtime_ns, one.st_mode) for path, one in found.items()}


# What is written


def test_where_nothing_has_changed_nothing_is_written(built: House) -> None:
    before = states(built.site), states(built.memory), built.site.stat().st_ino
    said = built.build()
    assert said["taken"] == said["files"] == len(before[0]) - 1  # the mark of a site is no file of it
    assert (states(built.site), states(built.memory), built.site.stat().st_ino) == before


def test_what_has_the_same_bytes_is_the_same_file(built: House) -> None:
    before, files = bytes_of(built.site), states(built.site)
    built.edit()
    said = built.build()
    after = bytes_of(built.site)
    changed = {path for path in after if after[path] != before.get(path)}
    assert 0 < len(changed) < len(after) / 2
    assert {path for path, state in states(built.site).items() if state != files.get(path)} - changed <= {
        ".edition-site"
    }
    assert said["remarks"] == []
    built.is_clean()


def test_anew_takes_over_nothing(built: House) -> None:
    assert built.build(anew=True)["taken"] == 0
    built.is_clean()


# The site, changed by others


def _changed(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"<!-- -->")


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _linked(path: Path) -> None:
    path.rename(path.parent.parent.parent / "moved")
    path.symlink_to(path.parent.parent.parent / "moved")


def _forbidden(path: Path) -> None:
    path.chmod(0o600)


@pytest.mark.parametrize("spoil", [_changed, _emptied, Path.unlink, _linked, _forbidden])
def test_a_page_changed_by_hand_is_mended(adopted: House, spoil: Callable[[Path], None]) -> None:
    page = sorted(adopted.site.glob("texts/*.html"))[0]
    before = states(adopted.site)[page.relative_to(adopted.site).as_posix()][2]
    spoil(page)
    said = adopted.build()
    assert 0 < said["taken"] < said["files"]
    assert not page.is_symlink()
    assert page.stat().st_mode == before
    (adopted.site.parent / "moved").unlink(missing_ok=True)
    adopted.is_clean()


def test_files_are_as_readable_as_new_ones(adopted: House) -> None:
    for one in adopted.site.rglob("*.*"):
        one.chmod(0o600)
    shutil.rmtree(adopted.memory)
    adopted.build()
    assert {state[2] & 0o777 for state in states(adopted.site).values()} == {0o666 & ~_umask()}


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


# The memory, damaged


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-9] ^= 1
    path.write_bytes(content)


def _headless(path: Path) -> None:
    path.write_bytes(path.read_bytes().partition(b"\n")[2])


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


BROKEN = (_cut, _flipped, _headless, _emptied)
OTHERWISE = (_folder, _pipe, _loop)


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        *product((WORK, WHOLE), BROKEN + OTHERWISE),
        *product((f"{RECORDS}/1",), BROKEN),
    ],
)
def test_a_damaged_memory_is_said_and_mended(
    adopted: House, name: str, spoil: Callable[[Path], None]
) -> None:
    adopted.edit()
    spoil(adopted.memory / name)
    said = adopted.build()
    assert [one for one in said["remarks"] if DAMAGED in one and str(adopted.memory) in one] == said[
        "remarks"
    ]
    assert len(said["remarks"]) == 1
    adopted.is_clean()
    assert adopted.build()["remarks"] == []


@pytest.mark.parametrize("spoil", OTHERWISE)
def test_what_stands_in_the_place_of_records_is_not_read(
    adopted: House, spoil: Callable[[Path], None]
) -> None:
    adopted.edit()
    spoil(adopted.memory / RECORDS / "1")
    said = adopted.build()
    assert (said["taken"], said["remarks"]) == (0, [])
    adopted.is_clean()


@pytest.mark.parametrize("name", [WORK, WHOLE, ADOPTED, RECORDS, f"{RECORDS}/1"])
def test_a_part_of_a_memory_that_is_gone_is_made_anew(adopted: House, name: str) -> None:
    path = adopted.memory / name
    shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    adopted.edit()
    assert adopted.build()["remarks"] == []
    adopted.is_clean()


def test_adopted_files_that_were_changed_are_made_anew(adopted: House) -> None:
    for one in (adopted.memory / ADOPTED).rglob("*.xml"):
        one.write_bytes(one.read_bytes().replace(b"<p", b"<q"))
    adopted.edit()
    adopted.build()
    adopted.is_clean()


def test_of_another_program_nothing_is_taken_over(built: House) -> None:
    for name in (WORK, WHOLE):
        what, program, rest = (built.memory / name).read_bytes().split(b" ", 2)
        (built.memory / name).write_bytes(b" ".join((what, b"0" * len(program), rest)))
    said = built.build()
    assert (said["taken"], said["remarks"]) == (0, [])
    built.is_clean()


@pytest.mark.parametrize("name", ["", WORK, f"{RECORDS}/1"])
def test_what_anybody_can_have_written_is_not_read(adopted: House, name: str) -> None:
    (adopted.memory / name).chmod(0o777)
    adopted.edit()
    said = adopted.build()
    assert (said["taken"], said["remarks"]) == (0, [])
    adopted.is_clean()


# Something else where the memory should be


def _a_file(path: Path) -> None:
    path.write_text("x", encoding="utf-8")


def _a_link(path: Path) -> None:
    path.symlink_to(path.parent.parent / "elsewhere")


def _a_link_to_nothing(path: Path) -> None:
    path.symlink_to(path.parent.parent / "nowhere")


def _a_folder(path: Path) -> None:
    (path / ADOPTED / "x").mkdir(parents=True)


@pytest.mark.parametrize("lay", [_a_file, _a_link, _a_link_to_nothing, _a_folder])
@pytest.mark.parametrize("where", ["memory", "new"])
def test_what_stands_in_the_way_of_a_memory_goes(
    adopted: House, where: str, lay: Callable[[Path], None]
) -> None:
    elsewhere = adopted.edition.parent / "elsewhere"
    (elsewhere / ADOPTED).mkdir(parents=True)
    (elsewhere / WORK).write_bytes(b"precious")
    shutil.rmtree(adopted.memory)
    lay(getattr(adopted, where))
    for _ in range(2):
        adopted.edit()
        adopted.build()
        adopted.is_clean()
        assert (elsewhere / WORK).read_bytes() == b"precious"
        assert sorted(one.name for one in elsewhere.iterdir()) == [ADOPTED, WORK]
    assert adopted.build()["remarks"] == []


@pytest.mark.parametrize("name", [OURS, OTHERS])
def test_what_may_not_be_removed_stays_and_nothing_is_noted(
    name: str, tmp_path: Path, run: Callable[..., Any]
) -> None:
    made = house(run, tmp_path, name)
    (made.new / "x").mkdir(parents=True)
    done = faults.forbidden([made.new], faults.words(made.edition, made.site))
    assert done.returncode == 0, done.stderr
    assert NOT_NOTED in done.stdout + done.stderr
    shutil.rmtree(made.new)
    made.build()
    made.is_clean()


def test_no_space_left_for_the_memory(adopted: House) -> None:
    largest = max(one.stat().st_size for one in adopted.site.rglob("*") if one.is_file())
    assert (adopted.memory / RECORDS / "1").stat().st_size > largest
    shutil.rmtree(adopted.memory)
    done = faults.run(faults.words(adopted.edition, adopted.site), largest + 1000)
    assert done.returncode == 0, done.stderr
    assert f"{NOT_NOTED} {adopted.memory}: File too large." in done.stdout + done.stderr
    assert not adopted.memory.exists()
    adopted.build()
    adopted.is_clean()


def test_no_space_left_for_adopted_files(adopted: House) -> None:
    before = states(adopted.site), states(adopted.memory)
    adopted.edit()
    done = faults.run(faults.words(adopted.edition, adopted.site), 100)
    assert done.returncode == 1
    assert f"{adopted.new / ADOPTED}/" in done.stderr
    assert "File too large. Hint" in " ".join(done.stderr.split())
    assert (states(adopted.site), states(adopted.memory)) == before
    adopted.build()
    adopted.is_clean()


# Records


def test_the_files_of_records_do_not_become_many(adopted: House) -> None:
    for _ in range(MANY + 2):
        adopted.edit()
        assert adopted.build()["taken"] > 0
        assert len(list((adopted.memory / RECORDS).iterdir())) <= MANY
    adopted.is_clean()


def test_what_is_of_no_use_any_more_goes(tmp_path: Path) -> None:
    records = Records(tmp_path / RECORDS)
    spans = [records.add("x" * 1000 + str(number)) for number in range(10)]
    assert records.packed(spans[5:]) == spans[5:]
    kept = records.packed(spans[6:])
    assert [records.get(span) for span in kept] == ["x" * 1000 + str(number) for number in range(6, 10)]
    assert [one.stat().st_size for one in (tmp_path / RECORDS).iterdir()] == [sum(one.length for one in kept)]
    records.close()


def test_a_shelf_gives_what_was_laid_on_it(tmp_path: Path) -> None:
    records = Records(tmp_path / RECORDS)
    laid = Shelf(records.folder, (records.add(["a"]), "b", records.add("c")))
    assert (list(laid), len(laid), laid[0]) == ([["a"], "b", "c"], 3, ["a"])
    assert pickle.loads(pickle.dumps(laid)) == (["a"], "b", "c")
    records.close()


# Builds that fail, and two at once


def test_a_build_that_fails_leaves_site_and_memory(built: House) -> None:
    before = states(built.site), states(built.memory)
    content = built.text.read_bytes()
    for wrong in (content[: len(content) // 2], b""):
        built.text.write_bytes(wrong)
        broken = built.run(built.edition, built.site, remember=True)
        if "error" in broken:
            assert (states(built.site), states(built.memory)) == before
    built.text.write_bytes(content)
    built.edit()
    assert built.build()["taken"] > 0
    built.is_clean()


def test_what_a_killed_build_has_left_goes_where_nothing_has_changed(built: House) -> None:
    for name in (".site.staging", ".site.memory.new"):
        (built.site.with_name(name) / "x").mkdir(parents=True)
    for name in (".site.lock", ".site.memory-lock"):
        built.site.with_name(name).touch()
    built.build()
    built.is_clean()


def test_two_builds_at_once(built: House) -> None:
    before = states(built.site), states(built.memory)
    built.edit()
    with locking.held(built.memory.with_name(f"{built.memory.name}-lock"), built.site):
        said = built.run(built.edition, built.site, remember=True)
    assert f"Another build is writing {built.site} at this moment." in said["error"]
    assert (states(built.site), states(built.memory)) == before
    built.build()
    built.is_clean()


# What a build reads, besides what stands in its texts


def _other_times(made: House) -> None:
    for one in made.edition.glob("*.xml"):
        os.utime(one, (10**9, 10**9))


def _other_picture(made: House) -> None:
    (made.edition / ".hidden" / "x.png").write_bytes(b"another")


def _other_folder(made: House) -> None:
    (made.edition / "z").unlink()
    (made.edition / "z").symlink_to("two")


def _other_bytes(made: House) -> None:
    path = made.edition / "one" / "x.png"
    state, content = path.stat(), path.read_bytes()
    path.write_bytes(content[:-1] + b"#")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


def _other_name(made: House) -> None:
    (made.edition / "one" / "x.png").unlink()


@pytest.mark.parametrize("change", [_other_times, _other_picture, _other_folder, _other_bytes, _other_name])
def test_what_is_read_besides_texts_counts(few: House, change: Callable[[House], None]) -> None:
    for place in (".hidden", "one", "two"):
        (few.edition / place).mkdir()
        (few.edition / place / "x.png").write_bytes(PICTURE.read_bytes() + place.encode())
    (few.edition / "z").symlink_to("one")
    shown = "".join(f'<figure><graphic url="{one}/x.png"/></figure>' for one in (".hidden", "one", "z"))
    write(few, "a", f"Words {shown} and words.")
    few.build()
    assert (few.site / "images/z/x.png").is_file()
    change(few)
    few.build()
    few.is_clean()


def test_an_edition_of_another_name_has_another_title(few: House) -> None:
    few.build()
    other = few.edition.rename(few.edition.with_name("other"))
    made = House(other, few.site, other / "a.xml", few.run)
    made.build()
    made.is_clean()


def test_all_files_of_the_program_are_known_by_the_same_names_everywhere() -> None:
    folders = ("edition", "xslt", "tei/schema")
    there = (path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file())
    names = {path.relative_to(ROOT).as_posix() for path in there}
    apart = {
        name for name in names if "/." in name or "__pycache__" in name or name.startswith("edition/shipped/")
    }
    found = list(resources.own())
    assert [name for name, _ in found] == list(dict.fromkeys(name for name, _ in found))
    assert {name for name, _ in found} == names - apart
    assert all((ROOT / name).samefile(path) for name, path in found)


def test_libraries_of_formats_are_part_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(resources.SHARE, str(tmp_path))
    before = identity.program()
    assert identity.program() == before
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "x.js").write_bytes(b"x")
    assert identity.program() != before


def test_entries_of_the_same_name_stand_in_the_same_order_in_every_process(few: House) -> None:
    names = "".join(f'<person xml:id="p{one}"><persName>Same Name</persName></person>' for one in range(6))
    text = TEI.format(
        title="A", words=" ".join(f'<persName ref="#p{one}">{one}</persName>' for one in range(6))
    )
    listed = f"<standOff><listPerson>{names}</listPerson></standOff><text>"
    few.text.write_text(text.replace("<text>", listed), encoding="utf-8")
    sites = []
    for seed in "0123":
        out = few.site.with_name(seed)
        command = [sys.executable, str(ROOT / "build.py"), *faults.words(few.edition, out)]
        subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True)
        sites.append(bytes_of(out))
    assert [one == sites[0] for one in sites] == [True] * 4


@pytest.mark.parametrize(
    "words",
    [
        "Words: <q>»All of it«</q>, he said.",
        'Words of <date when="1936-08-19">a day</date>.',
        "Words<note>and a note</note>.",
        "<choice><sic>Wrods</sic><corr>Words</corr></choice>.",
        'Words of <persName ref="#nobody">Nobody</persName>.',
        "",
    ],
)
def test_the_first_of_its_kind_in_a_text_changes_what_all_pages_say(few: House, words: str) -> None:
    few.build()
    before = bytes_of(few.site)
    write(few, "a", words)
    few.build()
    few.is_clean()
    write(few, "a", "Some words of a text, all in a row.")
    few.build()
    assert bytes_of(few.site) == before


def test_a_first_quotation_changes_the_pages_of_other_texts(few: House) -> None:
    few.build()
    before = (few.site / "texts/b.html").read_bytes()
    write(few, "a", "Words: <q>»All of it«</q>, he said.")
    few.build()
    assert (few.site / "texts/b.html").read_bytes() != before
