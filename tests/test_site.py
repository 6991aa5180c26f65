"""The build as a whole: golden site, determinism, failure, conservation of the text."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from edition import assembling, site
from edition.errors import BuildError
from edition.model import File
from tests.conftest import ROOT, TESTS, TOY

GOLDEN = TESTS / "golden"
LEFT_OUT = (
    "assets/",
    "data/tei/schema/",
    "data/sqlite/",
    "data/epub/",
    "data/ceteicean/CETEI.js",
    "data/ceteicean/LICENSE.md",
    "data/ceteicean/page.",
    "data/pdf/",
    "data/deposit/",
    "guidelines.html",
    "validation.html",
)  # the same for every edition, tested elsewhere


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_toy_site_is_the_golden_one(toy_site: Path, request: pytest.FixtureRequest) -> None:
    built = {name: data for name, data in contents(toy_site).items() if not name.startswith(LEFT_OUT)}
    built["downloads.html"] = re.sub(
        rb"[\d,]+ (?:kB|MB|Byte)", b"(size)", built["downloads.html"]
    )  # zlib, typst
    if request.config.getoption("--update-golden"):
        for name, data in built.items():
            (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / name).write_bytes(data)
        for name in set(contents(GOLDEN)) - set(built):
            (GOLDEN / name).unlink()
        pytest.fail("The golden site was written anew: review the difference.")
    golden = contents(GOLDEN)
    assert sorted(built) == sorted(golden)
    for name, data in built.items():
        assert data.decode() == golden[name].decode(), name


def test_two_builds_are_byte_identical_whatever_the_hash_seed(tmp_path: Path) -> None:
    for seed in ("0", "1"):
        subprocess.run(
            [sys.executable, str(ROOT / "build.py"), "build", "--source", str(ROOT), "--out", str(tmp_path / seed)],
            env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True,
        )  # fmt: skip
    assert contents(tmp_path / "0") == contents(tmp_path / "1")


def test_an_edition_with_errors_builds_nothing(spoil: Callable[[Path], Path], tmp_path: Path) -> None:
    out = tmp_path / "site"
    site.build(TOY, out)
    before = contents(out)
    with pytest.raises(site.ValidationError) as caught:
        site.build(spoil(TESTS / "checks" / "R010" / "bad.toml"), out)
    assert "R010" in {finding.code for finding in caught.value.findings}
    assert contents(out) == before


def test_a_site_with_a_dead_link_is_not_put_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = File("beside.html", b"<!DOCTYPE html><a href='nowhere.html'>x</a>")
    monkeypatch.setattr(assembling, "_beside", lambda *_: iter([page]))
    with pytest.raises(BuildError, match="not whole"):
        site.build(TOY, tmp_path / "site")
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ([File("a.html", b""), File("a.html", b"")], "Two pages would both be a.html"),
        ([File("../a.html", b"")], "lies outside the site"),
    ],
)
def test_no_page_hides_another_or_leaves_the_site(
    files: list[File], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assembling, "_beside", lambda *_: iter(files))
    with pytest.raises(BuildError, match=words):
        site.build(TOY, tmp_path / "site")
    assert not (tmp_path / "a.html").exists()


def test_strict_stops_at_a_warning(spoil: Callable[[Path], Path], tmp_path: Path) -> None:
    toy = spoil(TESTS / "checks" / "T003" / "bad.toml")
    assert [one.code for one in site.build(toy, tmp_path / "site").findings] == ["T003"]
    with pytest.raises(site.ValidationError):
        site.build(toy, tmp_path / "strict", strict=True)


@pytest.mark.parametrize("out", [".", "edition", "tei", ".."])
def test_a_site_never_takes_the_place_of_its_sources(out: str) -> None:
    with pytest.raises(BuildError, match="holds the edition itself"):
        site._refuse_sources(ROOT, ROOT / out)


def test_pages_are_found_where_the_contract_says(real_site: Path) -> None:
    for path in (
        "index.html", "texts/wenn-stalin-sich-entschlossen-hat.html", "persons/index.html",
        "persons/serge-victor.html", "places/kronstadt.html", "events/kronstadt-aufstand.html",
        "orgs/poum.html", "works/serge-beruf-revolutionaer.html", "objects/paul-lemerle.html",
        "downloads.html", "guidelines.html", "sources.html", "pages/ueber.html",
        "data/tei/articles/wenn-stalin-sich-entschlossen-hat.xml", "data/tei/schema/edition.odd",
    ):  # fmt: skip
        assert (real_site / path).is_file(), path


def test_a_build_loads_no_client_for_the_network_and_typst_only_for_the_book() -> None:
    code = "import sys, edition.site; print(sorted({'http.client', 'ssl', 'typst', 'urllib.request'} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert said.stdout == "[]\n"
