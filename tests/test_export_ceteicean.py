"""The TEI shown with CETEIcean, in a browser that reaches no network: elements, text, links, notes; and the library."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from edition import resources, settings, site, validation
from edition.errors import ExportError
from edition.exports import ceteicean
from edition.model import Article, Edition
from tests import chromium
from tests.both import BOTH, below, edition_of, rights
from tests.conftest import ROOT, TOY

SLUG = "ceteicean"
TOOL = ROOT / "tools" / "ceteicean.py"
WORDS = "id => (id ? document.getElementById(id) : document.querySelector('tei-text')).innerText"


@pytest.fixture(scope="module", autouse=True)
def _library() -> None:
    assert resources.shared(SLUG, ceteicean.LIBRARY), "CETEIcean is missing. Run: sh tests/setup.sh"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium.browser() as running:
        yield running


@pytest.fixture(params=["toy", "real"])
def built(request: pytest.FixtureRequest) -> tuple[Path, Edition]:
    """A site and the facts it was made of."""
    folder = request.getfixturevalue(f"{request.param}_site")
    return folder, edition_of(TOY if request.param == "toy" else ROOT)


@contextmanager
def opened(browser: Any, path: Path, **options: Any) -> Iterator[Any]:
    """The page when the text is there; afterwards it has asked nobody and complained of nothing."""
    with chromium.cut_off(browser, **options) as (context, foreign):
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if message.type != "log" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(path.as_uri())
        page.locator("#_text > tei-tei").wait_for()
        yield page
        assert foreign == []
        assert said == []


def pages(built: tuple[Path, Edition]) -> list[tuple[Path, Article]]:
    folder, facts = built
    return [(folder / ceteicean.path(article.id), article) for article in facts.articles]


def said(page: Any, block: str = "") -> str:
    return " ".join(page.evaluate(WORDS, block).split())


def test_the_elements_of_the_page_are_those_of_the_file(browser: Any, built: tuple[Path, Edition]) -> None:
    for path, article in pages(built):
        source = (built[0] / "data" / article.path).read_text(encoding="utf-8")
        with opened(browser, path) as page:
            for name in ("persName", "placeName", "date", "choice", "quote", "p", "annotation"):
                shown = page.locator(f"tei-{name.lower()}").count()
                assert shown == source.count(f"<{name} ") + source.count(f"<{name}>"), name
            assert page.evaluate("document.querySelectorAll('tei-tei, tei-tei *:not(a)').length") == (
                page.evaluate("document.querySelectorAll('tei-tei:defined, tei-tei *:defined:not(a)').length")
            )


@pytest.mark.parametrize(
    ("layer", "label"), [("text", "verbessert"), ("printed", "wie gedruckt")], ids=["reading", "diplomatic"]
)
def test_every_word_is_there_in_both_layers(
    browser: Any, built: tuple[Path, Edition], layer: str, label: str
) -> None:
    for path, article in pages(built):
        corrected = any(one.article_id == article.id for one in built[1].corrections)
        with opened(browser, path) as page:
            switch = page.get_by_label(label)
            assert switch.is_visible() == corrected
            if corrected:
                switch.check()
            wanted = {block.id: getattr(block, layer) for block in article.blocks}
            assert {block: said(page, block) for block in wanted} == wanted
            assert said(page).split() == " ".join(wanted.values()).split()


def test_names_lead_to_their_entries(browser: Any, built: tuple[Path, Edition]) -> None:
    folder, facts = built
    for path, article in pages(built):
        own = [one for some in facts.mentions.values() for one in some if one.article_id == article.id]
        with opened(browser, path) as page:
            links = page.evaluate(
                "[...document.querySelectorAll('tei-text a[data-kind]')].map(one => one.href)"
            )
            assert all(Path(link.removeprefix("file://")).is_file() for link in links)
            wanted = {(folder / ceteicean.urls.entity(one.pointer)).as_uri() for one in own}
            assert set(links) == wanted
            assert page.locator("#_text a a").count() == 0
            page.locator("#p-1 a[data-kind=person]").first.click()
            page.wait_for_url("**/persons/*.html")


def test_links_of_the_head_and_the_notes_lead_somewhere(browser: Any, built: tuple[Path, Edition]) -> None:
    for path, _ in pages(built):
        with opened(browser, path) as page:
            links = page.evaluate("[...document.links].map(one => [one.protocol, one.pathname, one.hash])")
            for protocol, file, place in links:
                if protocol == "file:":
                    assert Path(file).is_file(), file
                if file == path.as_posix():
                    assert page.locator(f"[id='{place[1:]}']").count() == 1, place


def test_notes_stand_in_the_order_of_their_marks(browser: Any, built: tuple[Path, Edition]) -> None:
    for path, article in pages(built):
        own = {one.id: one for one in built[1].notes if one.article_id == article.id}
        with opened(browser, path) as page:
            items = page.evaluate("[...document.querySelectorAll('#_notes li')].map(one => one.id)")
            assert {item.removeprefix("_note-") for item in items} == set(own)
            assert page.locator("#_notes").is_visible() == bool(own)
            marks = page.evaluate(
                "[...document.querySelectorAll('.note-mark')].map(one => [one.hash.slice(1), +one.dataset.number])"
            )
            assert len(marks) == sum(len(one.passages) for one in own.values())
            first = list(dict.fromkeys(target for target, _ in marks))
            assert first == items
            assert dict(marks) == {item: place for place, item in enumerate(items, 1)}
            for item in items[:3]:
                words = page.locator(f"[id='{item}'] tei-note").first.inner_text()
                assert " ".join(words.split()) == own[item.removeprefix("_note-")].text


def test_a_mark_leads_to_its_note_and_back(browser: Any, real_site: Path) -> None:
    article = edition_of(ROOT).articles[0]
    with opened(browser, real_site / ceteicean.path(article.id)) as page:
        mark = page.locator(".note-mark").nth(4)
        target = mark.get_attribute("href")
        mark.click()
        page.wait_for_function("() => document.querySelector('#_notes :target')")
        page.locator(f"[id='{target[1:]}'] .back").click()
        page.wait_for_function("() => document.querySelector('.note-mark:target')")


def test_a_paragraph_can_be_named_in_the_address(browser: Any, real_site: Path) -> None:
    article = edition_of(ROOT).articles[0]
    block = [one for one in article.blocks if one.number][-1].id
    with chromium.cut_off(browser, viewport={"width": 800, "height": 600}) as (context, _):
        page = context.new_page()
        page.goto((real_site / ceteicean.path(article.id)).as_uri() + f"#{block}")
        page.wait_for_function(
            "id => document.getElementById(id)?.getBoundingClientRect().top < innerHeight", arg=block
        )


def test_nothing_is_kept_in_the_browser(browser: Any, real_site: Path) -> None:
    path = real_site / ceteicean.path(edition_of(ROOT).articles[0].id)
    with opened(browser, path) as page:
        page.evaluate("scrollTo(0, 2000)")
        page.get_by_role("link", name="Leseseite").first.click()
        page.wait_for_url("**/texts/*.html")
        page.go_back()
        page.locator("#_text > tei-tei").wait_for()
        assert page.evaluate("[sessionStorage.length, localStorage.length, document.cookie]") == [0, 0, ""]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_the_page_fits_the_screen_and_follows_its_scheme(
    browser: Any, real_site: Path, width: int, scheme: str
) -> None:
    path = real_site / ceteicean.path(edition_of(ROOT).articles[0].id)
    with opened(browser, path, viewport={"width": width, "height": 900}, color_scheme=scheme) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        assert (sum(int(part) for part in paper[4:-1].split(",")) > 3 * 128) == (scheme == "light")


def test_without_javascript_a_sentence_leads_to_the_file(browser: Any, built: tuple[Path, Edition]) -> None:
    for path, article in pages(built):
        with chromium.cut_off(browser, java_script_enabled=False) as (context, _):
            page = context.new_page()
            page.goto(path.as_uri())
            link = page.locator("#_without").get_by_role("link", name="TEI-Datei")
            assert link.is_visible()
            assert (path.parent / str(link.get_attribute("href"))).resolve() == built[
                0
            ] / "data" / article.path


def test_nothing_in_a_file_ends_the_element_that_holds_it(browser: Any, toy: Path, tmp_path: Path) -> None:
    path = toy / "tei/articles/erster.xml"
    text = path.read_text(encoding="utf-8")
    spoilt = text.replace(
        "<body>", "<!-- </script><!-- <script> --><?x </script>?><body>".replace("<!-- <s", "<s")
    )
    path.write_text(
        spoilt.replace("Das Eis", "&lt;/script> <![CDATA[<!-- </script>]]> Das Eis"), encoding="utf-8"
    )
    (toy / "tei/copytext/erster.txt").unlink()
    (toy / "tei/copytext/erster.toml").unlink()
    facts = validation.examine(toy, settings.load(toy)).edition
    for file in ceteicean.files(toy, facts.config, facts):
        target = tmp_path / "site" / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
    article = facts.articles[0]
    with opened(browser, tmp_path / "site" / ceteicean.path(article.id)) as page:
        assert "</script> <!-- </script> Das Eis" in said(page)
        assert {block.id: said(page, block.id) for block in article.blocks} == {
            block.id: block.text for block in article.blocks
        }


@BOTH
def test_the_library_is_published_with_its_licence_and_stands_in_no_repository(root: Path) -> None:
    files = below(SLUG, root)
    folder = resources.shared(SLUG, ceteicean.LIBRARY)
    assert folder
    for name in ceteicean.LIBRARY:
        assert files[name] == (folder / name).read_bytes()
    assert b"Redistribution and use" in files["LICENSE.md"]
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    )  # fmt: skip
    assert b"CETEI.js" not in listed.stdout


@BOTH
def test_citation_rights_and_losses_are_said(root: Path) -> None:
    for article in edition_of(root).articles:
        page = below(SLUG, root)[f"{article.id}.html"].decode("utf-8")
        assert all(words in page for words in (*rights(root), ceteicean.LOSSES.de, "BSD-2-Clause"))


def test_without_the_library_the_format_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "shares", lambda: (tmp_path / "share",))
    facts = edition_of(TOY)
    with pytest.raises(ExportError, match="CETEIcean is missing") as caught:
        list(ceteicean.files(TOY, facts.config, facts))
    assert "python tools/ceteicean.py" in caught.value.said.de
    assert str(tmp_path / "share" / SLUG) in caught.value.said.de
    report = site.build(TOY, tmp_path / "site")
    assert any("ceteicean" in str(remark) for remark in report.remarks)
    assert not (tmp_path / "site/data/ceteicean").exists()


def test_a_folder_may_be_named_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / SLUG
    folder.mkdir()
    for name in ceteicean.LIBRARY:
        (folder / name).write_text(name, encoding="utf-8")
    monkeypatch.setenv(resources.SHARE, str(tmp_path))
    facts = edition_of(TOY)
    made = {file.path: file.content for file in ceteicean.files(TOY, facts.config, facts)}
    assert made["data/ceteicean/CETEI.js"] == b"CETEI.js"


@pytest.fixture
def fetching(tmp_path: Path) -> Callable[[str], subprocess.CompletedProcess[str]]:
    """Run the tool with the npm that the shell script given is."""

    def run(npm: str) -> subprocess.CompletedProcess[str]:
        programs = tmp_path / "bin"
        programs.mkdir()
        if npm:
            (programs / "npm").write_text(f"#!/bin/sh\n{npm}\n", encoding="utf-8")
            (programs / "npm").chmod(0o755)
        return subprocess.run(
            [sys.executable, str(TOOL), str(tmp_path / "share")],
            env={**os.environ, "PATH": str(programs)}, capture_output=True, text=True, check=False,
        )  # fmt: skip

    return run


def archive(folder: Path, change: bytes = b"") -> Path:
    """The package, as far as it is taken, made of what is installed."""
    found = resources.shared(SLUG, ceteicean.LIBRARY)
    assert found
    path = folder / "CETEIcean.tgz"
    with tarfile.open(path, "w:gz") as package:
        for name, member in (("CETEI.js", "package/dist/CETEI.js"), ("LICENSE.md", "package/LICENSE.md")):
            (folder / name).write_bytes((found / name).read_bytes() + change)
            package.add(folder / name, member)
    return path


def test_the_tool_takes_what_npm_packs(tmp_path: Path, fetching: Any) -> None:
    said = fetching(f"{shutil.which('cp')} {archive(tmp_path)} .")
    assert (said.returncode, said.stderr) == (0, "")
    assert sorted(os.listdir(tmp_path / "share")) == sorted(ceteicean.LIBRARY)


@pytest.mark.parametrize(
    ("npm", "words"),
    [("", "without npm it cannot be fetched"), ("echo no net >&2; exit 1", "could not be fetched with npm")],
    ids=["no-npm", "no-network"],
)
def test_the_tool_says_what_is_missing(npm: str, words: str, tmp_path: Path, fetching: Any) -> None:
    said = fetching(npm)
    assert said.returncode == 1
    assert words in said.stderr
    assert "Traceback" not in said.stderr
    assert not (tmp_path / "share").exists()


def test_the_tool_keeps_nothing_that_was_not_looked_at(tmp_path: Path, fetching: Any) -> None:
    said = fetching(f"{shutil.which('cp')} {archive(tmp_path, b'//')} .")
    assert said.returncode == 1
    assert "is not the file that was looked at" in said.stderr
    assert not (tmp_path / "share").exists()
