"""How exports are run: all of a format or nothing, into folders and files, and what is said when one fails."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from edition import exporting, exports, site
from edition.errors import ExportError
from edition.exports import EXPORTS, GROUPS, Begin, Begun, Export, Made
from edition.exports.shared.libraries import library
from edition.model import Bilingual, File
from tests.both import edition_of
from tests.conftest import ROOT, TOY
from tests.test_cli import run
from tests.test_site import contents

WORD = Bilingual("word", "Wort")
UNUSED = {"cmif"}  # formats for which this edition has nothing: it has no letters


def _failing(*_: object) -> Iterator[File]:
    yield File("data/failing/half.txt", b"half")
    raise ValueError("no more")


def _wanting(*_: object) -> Iterator[File]:
    library("no_such_library.part", "graph")
    yield File("data/wanting/x.txt", b"")


FAILING = Export("failing", "text", WORD, WORD, "text/plain", _failing)
WANTING = Export("wanting", "text", WORD, WORD, "text/plain", _wanting, extra="graph")


@pytest.fixture
def with_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "EXPORTS", (EXPORTS[0], FAILING, WANTING))


def test_every_export_says_what_it_is() -> None:
    assert len({row.slug for row in EXPORTS}) == len(EXPORTS)
    for row in EXPORTS:
        assert row.group in GROUPS
        assert "/" in row.media_type
        for words in (row.title, row.purpose, row.losses):
            assert bool(words.en) == bool(words.de), row.slug
        assert row.purpose.en.endswith(".")
        assert row.purpose.de.endswith(".")


def test_every_extra_is_one_of_the_project() -> None:
    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for row in EXPORTS:
        assert not row.extra or f"\n{row.extra} = [" in declared, row.slug


@pytest.mark.usefixtures("with_rows")
def test_a_format_that_fails_leaves_nothing_and_does_not_take_the_site_down(tmp_path: Path) -> None:
    report = site.build(TOY, tmp_path / "site")
    said = [str(remark) for remark in report.remarks]
    assert any("format failing could not be made" in one and "ValueError: no more" in one for one in said)
    assert any("library no_such_library is missing" in one and "edition[graph]" in one for one in said)
    assert not (tmp_path / "site/data/failing").exists()
    page = (tmp_path / "site/downloads.html").read_text(encoding="utf-8")
    assert "Wort" not in page
    assert EXPORTS[0].purpose.de in page


def test_what_failed_for_a_reason_that_may_pass_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for rows, told in (((EXPORTS[0], FAILING), True), ((EXPORTS[0],), False)):
        monkeypatch.setattr(exporting, "EXPORTS", rows)
        report = site.build(TOY, tmp_path / "site", remember=True)
        assert ("format failing could not be made" in str(report.remarks)) is told
    assert report.taken < report.files
    monkeypatch.setattr(exporting, "EXPORTS", (EXPORTS[0], WANTING))
    first, second = (site.build(TOY, tmp_path / "other", remember=True) for _ in range(2))
    assert first.remarks == second.remarks
    assert second.taken == second.files, "a library that is not there is not looked for again"


@pytest.mark.usefixtures("with_rows")
def test_strict_stops_at_a_format_that_fails(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no more") as caught:
        site.build(TOY, tmp_path / "site", strict=True)
    assert "Das Format failing" in caught.value.said.de
    assert not (tmp_path / "site").exists()


def _begun(*_: object) -> Begun:
    """A thread that fails once it is waited for."""
    with ThreadPoolExecutor(1) as thread:
        made = thread.submit(_raise)
    return lambda: iter((File("data/failing/x.txt", made.result()),))


def _raise(*_: object) -> Any:
    raise ValueError("no more")


@pytest.mark.parametrize("begin", [_begun, _raise], ids=["in the thread", "before it"])
def test_a_format_that_fails_beside_the_others_is_said_like_any(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begin: Begin
) -> None:
    monkeypatch.setattr(exporting, "EXPORTS", (EXPORTS[0], replace(FAILING, begin=begin)))
    report = site.build(TOY, tmp_path / "site")
    assert any(
        "failing could not be made" in one.en and "ValueError: no more" in one.en for one in report.remarks
    )
    assert not (tmp_path / "site/data/failing").exists()
    with pytest.raises(ExportError, match="no more"):
        site.build(TOY, tmp_path / "strict", strict=True)
    assert not (tmp_path / "strict").exists()


def test_what_is_waited_for_keeps_its_place_among_the_formats(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []

    def last(*_: object) -> Begun:
        taken.append("begun")
        return rest

    def rest() -> Iterator[File]:
        taken.append("beside")
        yield File("data/beside/x.txt", b"x")

    def first(*_: object) -> Iterator[File]:
        taken.append("made")
        yield File("data/made/x.txt", b"x")

    def whole(*given: Any) -> Iterator[File]:
        yield File("data/all/x.txt", " ".join(one.export.slug for one in given[3]).encode())

    rows = (
        EXPORTS[0], replace(FAILING, slug="beside", begin=last), replace(FAILING, slug="made", function=first),
        replace(FAILING, slug="all", of_all=whole),
    )  # fmt: skip
    monkeypatch.setattr(exporting, "EXPORTS", rows)
    report = site.build(TOY, tmp_path / "site")
    assert taken == ["begun", "made", "beside"]
    assert [one.slug for one in report.formats] == [row.slug for row in rows]
    assert (tmp_path / "site/data/all/x.txt").read_text() == "tei beside made"
    taken.clear()
    site.build(TOY, tmp_path / "site", exports=False)
    assert not taken


def test_without_the_files_that_pages_link_to_there_is_no_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "EXPORTS", (replace(EXPORTS[0], function=_failing),))
    with pytest.raises(ExportError, match="format tei could not be made"):
        site.build(TOY, tmp_path / "site")


def test_the_page_of_downloads_leaves_out_a_format_without_files(toy_site: Path) -> None:
    page = (toy_site / "downloads.html").read_text(encoding="utf-8")
    beacon = next(row for row in exports.EXPORTS if row.slug == "beacon")  # the toy has no number of the GND
    assert not (toy_site / "data" / "beacon").exists()
    assert beacon.purpose.de not in page


def test_the_page_of_downloads_lists_every_file_of_every_format(real_site: Path) -> None:
    page = (real_site / "downloads.html").read_text(encoding="utf-8")
    for row in exports.EXPORTS:
        assert (row.purpose.de in page) == (row.slug not in UNUSED)
    for path in (real_site / "data").rglob("*.*"):
        shown = path.relative_to(real_site).as_posix()
        assert f'href="{shown}"' in page or f"<code>{'/'.join(shown.split('/')[:2])}/" in page, shown


def test_formats_are_listed_in_the_language_of_the_command_line() -> None:
    english, german = run("export", "--list").stdout, run("export", "--list", "--lang", "de").stdout
    for row in EXPORTS:
        assert f"{row.slug:12} {row.purpose.en}\n" in english
        assert f"{row.slug:12} {row.purpose.de}\n" in german


def test_a_format_there_is_not_is_answered_with_the_nearest() -> None:
    said = run("export", "tie")
    assert (said.returncode, said.stderr.splitlines()[-1]) == (2, "Hint: Did you mean tei?")
    assert "War tei gemeint?" in run("export", "tie", "--lang", "de").stderr
    assert "export --list" in run("export", "hologram").stderr


def test_a_single_file_goes_where_a_file_is_named(tmp_path: Path) -> None:
    out = tmp_path / "toy.sqlite"
    for _ in range(2):  # the second replaces the first
        said = run("export", "sqlite", "--source", str(TOY), "-o", str(out))
        assert said.returncode == 0, said.stderr
        assert said.stdout.startswith("1 file, ")
    assert out.read_bytes().startswith(b"SQLite format 3")
    assert os.listdir(tmp_path) == ["toy.sqlite"]
    said = run("export", "sqlite", "--source", str(TOY), "-o", str(tmp_path / "folder"), "--lang", "de")
    assert said.stdout.startswith("1 Datei, ")
    assert (tmp_path / "folder/data/sqlite/edition.sqlite").read_bytes() == out.read_bytes()


@pytest.mark.parametrize("out", ["none/toy.sqlite", "file.txt/toy.sqlite", "file.txt/folder"])
def test_what_cannot_be_written_is_a_sentence_and_leaves_nothing(tmp_path: Path, out: str) -> None:
    (tmp_path / "file.txt").write_text("mine", encoding="utf-8")
    said = run("export", "sqlite", "--source", str(TOY), "-o", str(tmp_path / out))
    assert said.returncode == 1
    assert "cannot be written" in said.stderr
    assert "Traceback" not in said.stderr
    assert os.listdir(tmp_path) == ["file.txt"]
    assert (tmp_path / "file.txt").read_text(encoding="utf-8") == "mine"


def test_several_files_do_not_take_the_place_of_one(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    said = run("export", "csv", "--source", str(TOY), "-o", str(tmp_path / "mine.txt"))
    assert said.returncode == 1
    assert "is a file, not a folder" in said.stderr
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "mine"


def unpacked(path: Path) -> bytes:
    """What is written in a file, or in the members of an archive."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def test_what_a_format_cannot_hold_is_written_beside_it_or_in_it(real_site: Path) -> None:
    for row in EXPORTS:
        if row.slug in UNUSED:
            assert not (real_site / "data" / row.slug).exists()
            continue
        written = b"".join(unpacked(path) for path in (real_site / "data" / row.slug).rglob("*.*"))
        assert row.losses.de.encode() in written, row.slug


def test_a_folder_of_others_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    said = run("export", "tei", "--source", str(TOY), "-o", str(tmp_path))
    assert said.returncode == 1
    assert "it is left alone" in said.stderr
    assert os.listdir(tmp_path) == ["mine.txt"]


def test_a_site_is_left_alone(toy_site: Path) -> None:
    said = run("export", "text", "--source", str(TOY), "-o", str(toy_site))
    assert said.returncode == 1
    assert "holds a site" in said.stderr
    assert (toy_site / "downloads.html").is_file()


def test_an_edition_with_errors_is_not_exported(toy: Path, tmp_path: Path) -> None:
    path = toy / "tei/articles/zweiter.xml"
    path.write_text(path.read_text(encoding="utf-8").replace("place:wien", "place:wein"), encoding="utf-8")
    said = run("export", "tei", "--source", str(toy), "-o", str(tmp_path / "out"))
    assert said.returncode == 1
    assert "Nothing was exported." in said.stderr
    assert not (tmp_path / "out").exists()


TEXT = next(row for row in EXPORTS if row.slug == "text")
ALL = Export(
    "all", "services", WORD, WORD, "text/plain", lambda *_: iter(()), of_all=lambda *given: _named(given[3])
)


def _named(others: Sequence[Made]) -> Iterator[File]:
    said = [f"{one.export.slug} {len(one.files)}\n" for one in others]
    yield File("data/all/all.txt", "".join(said).encode())


def test_what_is_made_of_all_the_others_comes_last_and_knows_them_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "EXPORTS", (ALL, EXPORTS[0], TEXT, FAILING))
    report = site.build(TOY, tmp_path / "site", skip=["text"])
    assert "format failing could not be made" in str(report.remarks[0])
    expected = ["text 0", "failing 0"]
    found = (tmp_path / "site/data/all/all.txt").read_text(encoding="utf-8").splitlines()
    assert found[0] == f"tei {len(list((tmp_path / 'site/data/tei').rglob('*.xml')))}"
    assert found[1:] == expected


def test_on_its_own_it_has_the_others_made_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "EXPORTS", (ALL, EXPORTS[0], TEXT, FAILING))
    edition, outcome = edition_of(TOY), exporting.Outcome()
    config = replace(edition.config, skip=("text",))
    made = exporting.alone(ALL, TOY, config, replace(edition, config=config), outcome)
    assert [file.content.splitlines()[1:] for file in made] == [[b"text 0", b"failing 0"]]
    assert ["format failing could not be made" in str(one) for one in outcome.failures] == [True]


def test_formats_can_be_skipped(tmp_path: Path) -> None:
    said = run(
        "build", "--source", str(TOY), "--out", str(tmp_path / "site"), "--skip", "csv", "--skip", "ris"
    )
    assert said.returncode == 0, said.stderr
    made = {path.name for path in (tmp_path / "site/data").iterdir()}
    assert not {"csv", "ris"} & made
    assert {"tei", "json", "bibtex"} <= made
    page = (tmp_path / "site/downloads.html").read_text(encoding="utf-8")
    shown = {row.slug for row in EXPORTS if row.purpose.de in page}
    assert not {"csv", "ris"} & shown
    assert {"tei", "json", "bibtex"} <= shown


def test_the_reading_edition_can_be_built_alone(tmp_path: Path, toy_site: Path) -> None:
    said = run("build", "--source", str(TOY), "--out", str(tmp_path / "site"), "--no-exports")
    assert said.returncode == 0, said.stderr
    whole, alone = contents(toy_site), contents(tmp_path / "site")
    assert {name for name in set(whole) - set(alone) if not name.startswith("data/")} == set()
    assert [path.name for path in (tmp_path / "site/data").iterdir()] == ["tei"]
    pages = [name for name in alone if name.endswith(".html")]  # their heads name the files there are
    changed = [name for name in pages if body(alone[name]) != body(whole[name])]
    assert changed == ["downloads.html"]


def body(page: bytes) -> bytes:
    return page.partition(b"<body")[2]


@pytest.mark.parametrize(
    ("name", "sentence", "german"),
    [
        ("tie", "There is no format 'tie'; there are tei, ", "War tei gemeint?"),
        ("hologram", "There is no format 'hologram'", "Siehe export --list."),
        ("tei", "The format tei cannot be skipped: pages link to its files.", "Dort entfernen."),
    ],
)
def test_what_cannot_be_skipped_is_a_sentence(
    toy: Path, tmp_path: Path, name: str, sentence: str, german: str
) -> None:
    where = ("build", "--source", str(toy), "--out", str(tmp_path / "site"))
    said = run(*where, "--skip", name)
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr.startswith(sentence)
    assert german in run(*where, "--skip", name, "--lang", "de").stderr
    settings = toy / "tei/edition.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + f'\n[exports]\nskip = ["{name}"]\n', encoding="utf-8"
    )
    said = run(*where)
    assert (said.returncode, said.stdout) == (3, "")
    assert said.stderr.startswith(f"skip below [exports] in tei/edition.toml: {sentence}")
    assert not (tmp_path / "site").exists()


def test_the_settings_skip_formats_for_every_build_but_not_for_export(toy: Path, tmp_path: Path) -> None:
    settings = toy / "tei/edition.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text + '\n[exports]\nskip = ["sqlite", "csv"]\n', encoding="utf-8")
    site.build(toy, tmp_path / "site", skip=["ris"])
    made = {path.name for path in (tmp_path / "site/data").iterdir()}
    assert not {"sqlite", "csv", "ris"} & made
    assert "json" in made
    said = run("export", "sqlite", "--source", str(toy), "-o", str(tmp_path / "toy.sqlite"))
    assert said.returncode == 0, said.stderr


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ('skip = "csv"', "exports in tei/edition.toml must be lists of formats"),
        ("skip = [1]", "exports in tei/edition.toml must be lists of formats"),
        ('skipp = ["csv"]', "has 'skipp', which nothing reads"),
    ],
)
def test_settings_of_exports_are_checked(toy: Path, table: str, sentence: str) -> None:
    settings = toy / "tei/edition.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}\n[exports]\n{table}\n", encoding="utf-8")
    said = run("validate", "--source", str(toy))
    assert said.returncode == 3
    assert sentence in said.stderr
