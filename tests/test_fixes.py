"""Certain repairs: what is spoiled comes back as it was, and nothing else in the files has changed."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from edition import fixes, settings, validation
from edition.errors import InputError
from edition.fixes import edits, planning, replacing
from edition.identifiers import canonical
from edition.model import Bilingual, Edit, Finding
from tests.conftest import ROOT, TOY

pytestmark = pytest.mark.usefixtures("rules_once")

PERSONS, PAGE, FIRST, SECOND = (
    f"tei/{name}.xml" for name in ("authority/persons", "pages/ueber", "articles/erster", "articles/zweiter")
)
IDS = (
    '<idno source="source:lexikon" type="URI" subtype="{}">{}</idno>\n    <note type="description" '
    "resp='#resp-edition'>Erfundene Schwester &#x2013; &amp; nichts &lt; sonst.</note>"
)
GND, WIKIDATA = "https://d-nb.info/gnd/118642979", "http://www.wikidata.org/entity/Q153422"

# file, what stands there, what is made of it, and the codes that say so
FAULTS: tuple[tuple[str, str, str, str], ...] = (
    (PERSONS, f">{GND}<", ">http://d-nb.info/gnd/118642979<", "I001"),
    (PERSONS, f">{GND}<", ">118642979<", "I001"),
    (PERSONS, f">{GND}<", f">{GND}/<", "I001"),
    (PERSONS, f">{WIKIDATA}<", ">https://www.wikidata.org/wiki/Q153422<", "I001"),
    (PERSONS, f">{WIKIDATA}<", ">Q153422<", "I001"),
    (PAGE, "Diese Edition", "Diese  Edition", "T010"),
    (PAGE, "erfunden. Sie", "erfun\u00adden. Sie", "T014"),
    (PAGE, "Sie handelt", "Sie \t handelt", "T010"),
    (PAGE, "für Gäste", "für Ga\u0308ste", "T002"),
    (PAGE, '<p xml:id="anlass-1">', "<p>", "P002"),
    (PAGE, '<head xml:id="anlass-head">', "<head>", "P002"),
    (FIRST, '<p xml:id="p-2" n="2">', "<p>", "P001"),
    (FIRST, '<p xml:id="p-2" n="2">', '<p n="2">', "P001"),
    (FIRST, '<persName ref="person:muster-aenne">Änne Muster</persName>', "Änne Muster", "M001"),
    (SECOND, '<p xml:id="p-1" n="1">', "<p>", "P001"),
)


def base(folder: Path, mark: bytes, end: bytes) -> None:
    """The toy with identifiers, references, attributes in odd order and another line end; it is clean."""
    shutil.copytree(TOY, folder)
    persons, page = folder / PERSONS, folder / PAGE
    text = persons.read_text(encoding="utf-8")
    note = '<note type="description" resp="#resp-edition">Erfundene Schwester.</note>'
    assert note in text
    ids = IDS.format("GND", GND).partition("\n")[0] + "\n    " + IDS.format("Wikidata", WIKIDATA)
    persons.write_text(text.replace(note, ids), encoding="utf-8")
    text = page.read_text(encoding="utf-8")
    assert "Sie handelt" in text
    page.write_text(
        text.replace("Sie handelt", "Sie handelt<!-- &  zwei  --> für Gäste &#x2013; &amp;  \n   "),
        encoding="utf-8",
    )
    for path in folder.rglob("*.xml"):
        path.write_bytes(mark + path.read_bytes().replace(b"\n", end))


@contextmanager
def edition(mark: bytes = b"", end: bytes = b"\n") -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "toy"
        base(folder, mark, end)
        yield folder


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def spoil(folder: Path, fault: tuple[str, str, str, str]) -> None:
    file, right, wrong, _ = fault
    data = (folder / file).read_bytes()
    assert right.encode() in data, fault
    (folder / file).write_bytes(data.replace(right.encode(), wrong.encode(), 1))


def mended(folder: Path) -> tuple[tuple[fixes.Mending, ...], validation.Examination]:
    return fixes.mend(folder, settings.load(folder))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[3]} {fault[2][:30]}")
def test_a_fault_is_found_and_mended(fault: tuple[str, str, str, str]) -> None:
    with edition() as folder:
        before = contents(folder)
        spoil(folder, fault)
        found = validation.examine(folder, settings.load(folder)).findings
        assert fault[3] in {one.code for one in found if one.edits}
        examined = mended(folder)[1]
        if fault[2] != '<p n="2">':  # n stood behind xml:id, and comes back before it
            assert contents(folder) == before
        assert examined.findings == ()


_FREE = [one for one in FAULTS if one[2] != '<p n="2">']


@given(
    chosen=st.lists(st.sampled_from(_FREE), min_size=1, unique_by=lambda fault: fault[1].strip("><")),
    mark=st.sampled_from([b"", b"\xef\xbb\xbf"]),
    end=st.sampled_from([b"\n", b"\r\n"]),
)
@effort(max_examples=12, deadline=None)
def test_many_faults_are_mended_at_once_and_every_other_byte_stays(
    chosen: list[tuple[str, str, str, str]], mark: bytes, end: bytes
) -> None:
    with edition(mark, end) as folder:
        before = contents(folder)
        for fault in chosen:
            spoil(folder, fault)
        mendings, examined = mended(folder)
        assert contents(folder) == before
        assert examined.findings == ()
        assert {one.path for one in mendings} == {fault[0] for fault in chosen}
        assert mended(folder)[0] == ()


def test_the_base_is_clean() -> None:
    with edition(b"\xef\xbb\xbf", b"\r\n") as folder:
        before = contents(folder)
        assert mended(folder)[0] == ()
        assert contents(folder) == before


def finding(*edits: tuple[int, int, str]) -> Finding:
    words = Bilingual("x", "x")
    return Finding("T010", "warning", "x.xml", 1, 1, words, edits=tuple(Edit(*one) for one in edits))


@effort(deadline=None)
@given(st.binary(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8))
def test_edits_that_touch_are_not_made_together(data: bytes, places: list[tuple[int, int]]) -> None:
    spans = [sorted(min(one, len(data)) for one in place) for place in places]
    findings = [finding((start, end, f"<{number}>")) for number, (start, end) in enumerate(spans)]
    chosen = edits.chosen(findings)
    taken = sorted((one.edits[0] for one in chosen), key=lambda edit: edit.start)
    assert all(one.end < other.start for one, other in pairwise(taken))
    assert bool(chosen) == bool(findings)
    result, at, rest = edits.applied(data, taken), 0, b""
    for edit in taken:
        rest += data[at : edit.start] + edit.text.encode()
        at = edit.end
    assert result == rest + data[at:]


def test_all_edits_of_a_finding_are_made_or_none() -> None:
    first, second = finding((0, 1, "a"), (8, 9, "b")), finding((4, 5, "c"), (8, 8, "d"))
    assert edits.chosen([second, first]) == [first]


def test_a_repair_that_the_schema_refuses_is_left_out() -> None:
    with edition() as folder:
        data = (folder / PAGE).read_bytes()
        start = data.index(b"Diese Edition")
        bad = [finding((start, start + 5, "<person>Diese</person>")), finding((start + 6, start + 6, "<p>"))]
        good = finding((start + 6, start + 13, "Ausgabe"))
        rules = validation.Rules.of_edition(folder)
        assert planning.harmless(PAGE, data, bad, rules) == []
        assert planning.harmless(PAGE, data, [bad[0], good], rules) == [good]


def test_a_name_across_a_comment_or_a_reference_is_not_tagged_by_itself() -> None:
    name = '<persName ref="person:muster-aenne">Änne Muster</persName>'
    for words, tagged in (
        ("Änne<!-- x --> Muster", False),
        ("&#xC4;nne Muster", False),
        ("Änne\r\n   Muster", True),
    ):
        with edition() as folder:
            spoil(folder, (FIRST, name, words, "M001"))
            found = validation.examine(folder, settings.load(folder)).findings
            assert [bool(one.edits) for one in found] == [tagged], words


_FULL_NAME = re.compile(rb'<(persName) ref="person:[a-z-]+">([A-Z][^<>]*?\s[^<>]*?)</persName>')


def test_the_names_of_the_real_edition_get_their_tags_again(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    (path,) = (tmp_path / "tei" / "articles").glob("*.xml")
    right = path.read_bytes()
    head, mark, body = right.partition(b"<body>")
    plain, count = _FULL_NAME.subn(rb"\2", body)
    path.write_bytes(head + mark + plain)
    mendings, examined = mended(tmp_path)
    left = [one for one in examined.findings if one.code in ("M001", "M002")]
    assert sum(len(one.mended) for one in mendings) + len(left) >= count
    assert len(left) < count / 10
    again = path.read_bytes()
    assert _FULL_NAME.sub(rb"\2", again) == _FULL_NAME.sub(rb"\2", right)
    assert len(_FULL_NAME.findall(again)) >= len(_FULL_NAME.findall(right)) - len(left)


def test_a_wrong_number_is_not_certain() -> None:
    with edition() as folder:
        spoil(folder, (FIRST, '<p xml:id="p-2" n="2">', '<p xml:id="p-3" n="3">', "P001"))
        before = contents(folder)
        assert [one.code for one in mended(folder)[1].findings] == ["P001"]
        assert contents(folder) == before


def test_signs_of_a_copied_text_are_not_touched() -> None:
    with edition() as folder:
        spoil(folder, (SECOND, " kehrte ", "  kehrte ", "T010"))
        before = contents(folder)
        mended(folder)
        assert contents(folder) == before


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "a.xml", tmp_path / "b.xml"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    replacing.write(link, b"new")
    assert real.read_bytes() == b"new"
    assert link.is_symlink()
    assert stat.S_IMODE(os.stat(real).st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xml", "b.xml"]


def test_a_protected_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(InputError, match="write-protected"):
        replacing.write(path, b"new")
    assert path.read_bytes() == b"old"


def test_another_name_of_a_file_keeps_the_old_bytes(tmp_path: Path) -> None:
    path, backup = tmp_path / "a.xml", tmp_path / "b.xml"
    path.write_bytes(b"old")
    os.link(path, backup)
    replacing.write(path, b"new")
    assert (path.read_bytes(), backup.read_bytes()) == (b"new", b"old")


def test_a_file_that_changes_meanwhile_is_not_written() -> None:
    with edition() as folder:
        spoil(folder, FAULTS[0])
        page = folder / PERSONS
        changed = page.read_bytes() + b"\n"
        seen: list[str] = []

        def step(name: str) -> None:
            if seen and seen[-1] == page.name:
                page.write_bytes(changed)
            seen.append(name)

        with pytest.raises(InputError, match="was changed while it was examined"):
            fixes.mend(folder, settings.load(folder), step)
        assert seen[-1] != page.name
        assert page.read_bytes() == changed


def test_many_repairs_take_no_longer_than_the_file_is_long() -> None:
    findings = [finding((place, place + 1, "b")) for place in range(0, 200_000, 4)]
    before = time.process_time()
    chosen = edits.chosen([*findings, finding((5, 8, "c"))])
    assert edits.applied(b"a   " * 50_000, edits.edits_of(chosen)) == b"b   " * 50_000
    assert time.process_time() - before < 4


@pytest.mark.parametrize(
    ("data", "good"),
    [
        (b"<a/>", True),
        (b'\xef\xbb\xbf<?xml version="1.0" encoding="utf-8"?><a/>', True),
        (b"<?xml version='1.0' encoding='ISO-8859-1'?><a/>", False),
    ],
)
def test_only_utf8_is_mended(data: bytes, good: bool) -> None:
    assert edits.in_utf8(data) is good


@pytest.mark.parametrize(
    ("scheme", "text", "form"),
    [
        ("GND", "118642979", GND),
        ("GND", "118642978", ""),
        ("GND", "www.d-nb.info/gnd/118642979/", GND),
        ("Wikidata", "wikidata.org/wiki/Q153422", WIKIDATA),
        ("Wikidata", "153422", ""),
        ("GeoNames", "https://www.geonames.org/2761369/", "https://sws.geonames.org/2761369/"),
        ("VIAF", "http://viaf.org/viaf/34468112", "https://viaf.org/viaf/34468112"),
        ("ISBN", "978-3-7632-0000-1", ""),
        ("Katalog", "7", ""),
    ],
)
def test_canonical_forms(scheme: str, text: str, form: str) -> None:
    assert (canonical(scheme, text) or "") == form


def build(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "build.py"), *words], capture_output=True, text=True, check=False
    )


def test_the_command_mends_and_says_so() -> None:
    with edition() as folder:
        before = contents(folder)
        for number in (0, 5, 6):
            spoil(folder, FAULTS[number])
        spoiled = contents(folder)
        shown = build("validate", "--fix", "--dry-run", "--source", str(folder))
        assert contents(folder) == spoiled
        assert shown.returncode == 1
        assert "3 repairs in 2 files, not written." in shown.stderr
        assert f'+    <idno source="source:lexikon" type="URI" subtype="GND">{GND}</idno>' in shown.stdout
        done = build("validate", "--fix", "--source", str(folder))
        assert contents(folder) == before
        assert done.returncode == 0, done.stdout
        assert "3 repairs in 2 files." in done.stderr
        assert build("validate", "--fix", "--source", str(folder)).stderr == "0 repairs in 0 files.\n"


def test_dry_run_belongs_to_fix() -> None:
    assert build("validate", "--dry-run").returncode == 2


def test_counted_in_both_languages() -> None:
    one = fixes.Mending("x.xml", b"", b"", (finding((0, 1, "")),))
    assert fixes.summary([one]) == Bilingual("1 repair in 1 file", "1 Verbesserung in 1 Datei")
    assert fixes.summary([one, one]).de == "2 Verbesserungen in 1 Datei"
