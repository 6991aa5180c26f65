"""A build that takes over what has not changed is a clean build, byte for byte, whatever was edited between the two."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests import programs, soak
from tests.conftest import ROOT
from tests.edits import ACCIDENTS, EDITS, Bench

EDITIONS = {
    "toy": soak.times(200, 2000),
    "others/letters": soak.times(20, 1000),
    "others/critical": soak.times(20, 500),
    "others/diary": soak.times(20, 500),
}
Said = dict[str, Any]


@contextmanager
def builder(program: Path, *, small: bool) -> Iterator[Any]:
    """Something that builds with a copy of the program: see `tests.rebuilding`."""
    command = [sys.executable, "-m", "tests.rebuilding", str(program), *(["--small"] if small else [])]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin and process.stdout
        talk = process.stdin, process.stdout

        def build(root: Path, out: Path, **how: bool) -> Said:
            talk[0].write(json.dumps({"root": str(root), "out": str(out), **how}) + "\n")
            talk[0].flush()
            made: Said = json.loads(talk[1].readline())
            return made

        yield build
        process.stdin.close()


def copied(tmp_path: Path, edition: str) -> Bench:
    program = programs.copied(tmp_path / "program")
    shutil.copytree(ROOT / "tests" / edition, tmp_path / "edition", copy_function=shutil.copyfile)
    return Bench(tmp_path / "edition", program, random.Random(edition))


def bytes_of(site: Path) -> dict[str, bytes]:
    return {one.relative_to(site).as_posix(): one.read_bytes() for one in site.rglob("*") if one.is_file()}


class Clean:
    """What a clean build makes of an edition; the same is not built twice."""

    def __init__(self, bench: Bench, build: Any, site: Path) -> None:
        self.bench, self.build, self.site = bench, build, site
        self.made: dict[int, tuple[Said, dict[str, bytes]]] = {}

    def __call__(self) -> tuple[Said, dict[str, bytes]]:
        state = hash(
            tuple((one, path, content) for one in self.folders for path, content in bytes_of(one).items())
        )
        if state not in self.made:
            said = self.build(self.bench.edition, self.site, remember=False)
            self.made[state] = said, {} if "error" in said else bytes_of(self.site)
        return self.made[state]

    @property
    def folders(self) -> tuple[Path, ...]:
        program = self.bench.program
        return (
            self.bench.edition,
            program / "xslt",
            program / "edition" / "templates",
            program / "edition" / "assets",
        )


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_build_after_edits_is_a_clean_build(tmp_path: Path, edition: str) -> None:
    bench, site = copied(tmp_path, edition), tmp_path / "site"
    succeeded = taken = 0
    former: dict[str, bytes] = {}
    with builder(bench.program, small=True) as build:
        clean = Clean(bench, build, tmp_path / "clean")
        for number in range(EDITIONS[edition]):
            begun = len(bench.undone)
            told = bench.chance.choice(EDITS)(bench)
            if bench.chance.random() < 0.1:
                told += "; " + bench.chance.choice(ACCIDENTS)(bench, site)
                former = bytes_of(site)
            mine = build(bench.edition, site, remember=True)
            theirs, wanted = clean()
            where = f"{edition}, edit {number}: {told}"
            assert mine.get("findings") == theirs.get("findings"), where
            assert mine.get("error") == theirs.get("error"), where
            found = bytes_of(site)
            if "error" in mine:
                assert found == former, where
                bench.take_back(begun)
                continue
            succeeded += 1
            taken += bool(mine["taken"])
            assert found.keys() == wanted.keys(), where
            assert [path for path in wanted if found[path] != wanted[path]] == [], where
            former = found
    assert succeeded > EDITIONS[edition] / 3
    assert taken > succeeded / 4, "nothing was taken over: this compares clean builds"


def test_a_compiled_template_that_is_edited_is_compiled_anew(tmp_path: Path) -> None:
    bench, out = copied(tmp_path, "toy"), tmp_path / "site"
    template = bench.program / "edition" / "templates" / "base.html"
    with builder(bench.program, small=False) as build:
        for said in ("first", "second"):
            text = template.read_text("utf-8").replace("<main", f"<main data-{said}")
            bench.write(template, text.encode())
            build(bench.edition, out, remember=True)
            assert f"<main data-{said}" in (out / "index.html").read_text("utf-8")
    assert list((bench.program / "edition" / "__pycache__").glob("template-*"))
