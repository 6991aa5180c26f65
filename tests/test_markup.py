"""What a browser is given: valid HTML (the Nu checker), valid CSS (csstree), and not too much of it."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests import java
from tests.conftest import ROOT
from tests.test_scripts import node

MODULES = ROOT / ".venv" / "node" / "node_modules"
NU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
CSSTREE = MODULES / "csstree-validator" / "lib" / "index.js"
_MISSING = "{} is missing: run tests/setup.sh"

# What the Nu checker says without reason. A browser's complaints about the policy fail tests/test_browser.py.
UNFOUNDED = (
    # To it, 'self' is nothing where a page comes from a disk.
    r"Resource violates Content Security Policy \(meta tag\): external \w+ “.*” blocked by “(style|script)-src” directive\.",
    # Data in a script element are no script (HTML, »prepare the script element«).
    r"Inline script violates Content Security Policy \(meta tag\): .*",
)
# What is true of a page before its script has run: CETEIcean makes the headings out of TEI.
BEFORE_SCRIPTS = ("Article lacks heading.", "This document has heading elements but none of them")
# Margin boxes of printed pages (CSS Paged Media 3), which csstree does not know.
UNKNOWN = {"Unknown at-rule descriptor `margin`", "Unknown at-rule `@bottom-center`"}

READING = 150_000  # bytes of the reading page with style and script, as servers send them
ENTRY = 40_000  # of an entry


def checked(*paths: Path) -> list[dict[str, Any]]:
    """What the Nu checker says of all pages in some folders."""
    assert NU.is_file(), _MISSING.format("The Nu checker")
    done = java.run(NU, "--format", "json", "--skip-non-html", *map(str, paths))
    found: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return found


def founded(message: dict[str, Any]) -> bool:
    said = message["message"]
    scripted = "/data/ceteicean/" in message["url"] and said.startswith(BEFORE_SCRIPTS)
    return not scripted and not any(re.fullmatch(one, said) for one in UNFOUNDED)


def test_every_page_is_valid(toy_site: Path, real_site: Path) -> None:
    found = [
        f"{one['url']}:{one.get('lastLine')}: {one['message']}"
        for one in checked(toy_site, real_site)
        if founded(one)
    ]
    assert found == []


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(
        '<!doctype html><html lang="de"><title>x</title><p id="a"><p id="a"><div></p>', "utf-8"
    )
    assert any("Duplicate ID" in one["message"] for one in checked(tmp_path) if founded(one))


def test_every_style_sheet_is_valid(real_site: Path, tmp_path: Path) -> None:
    assert CSSTREE.is_file(), _MISSING.format("csstree-validator")
    sheets = sorted(real_site.rglob("*.css"))
    assert sheets
    assert styled(*sheets) <= UNKNOWN
    bad = tmp_path / "bad.css"
    bad.write_text("a { colr: red; width: 3 }", encoding="utf-8")
    assert len(styled(bad)) == 2


def styled(*sheets: Path) -> set[str]:
    """What csstree says of style sheets, each thing once."""
    code = (
        f"import {{ validate }} from {json.dumps(CSSTREE.as_uri())};"
        'import { readFileSync } from "node:fs";'
        "const said = JSON.parse(readFileSync(0)).flatMap(path => validate(readFileSync(path, 'utf8'), path));"
        "console.log(JSON.stringify(said.map(one => one.message)));"
    )
    return set(
        json.loads(node("--input-type=module", "-e", code, given=json.dumps([str(one) for one in sheets])))
    )


def weight(site: Path, page: Path) -> int:
    """Bytes of a page with its style sheets and scripts, each compressed."""
    text = page.read_text(encoding="utf-8")
    linked = re.findall(r'<link rel="stylesheet" href="([^"]+)"|<script [^>]*\bsrc="([^"]+)"', text)
    files = [page]
    for pair in linked:
        files += with_imports((page.parent / "".join(pair)).resolve())
    assert len(files) > 2, page
    return sum(len(gzip.compress(one.read_bytes(), 6)) for one in files)


def with_imports(path: Path) -> list[Path]:
    """A file, and the style sheets that it imports."""
    imported = (
        re.findall(r'@import "([^"]+)"', path.read_text(encoding="utf-8")) if path.suffix == ".css" else ()
    )
    return [path, *(one for name in imported for one in with_imports(path.parent / name))]


@pytest.mark.parametrize(
    ("folders", "most"),
    [(("texts",), READING), (("persons", "places", "orgs", "works", "events", "objects"), ENTRY)],
)
def test_a_page_is_not_heavier_than_it_may_be(real_site: Path, folders: tuple[str, ...], most: int) -> None:
    pages = [
        path
        for folder in folders
        for path in (real_site / folder).glob("*.html")
        if path.name != "index.html"
    ]
    heavy = {path.name: size for path in pages if (size := weight(real_site, path)) > most}
    assert pages
    assert heavy == {}
