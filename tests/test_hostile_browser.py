"""Pages made of words that are code elsewhere: no dialog, nothing run, nothing asked for, nothing on the console."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from edition import site
from tests import chromium
from tests.conftest import TOY

RUN = "window.harmed=1;alert(1)"
# As text: HTML, the end of a script, of a comment and of a string, a template's tags, line ends that scripts have.
WORDS = (
    f"<script>{RUN}</script><img src=x onerror={RUN}>\"'><svg onload={RUN}></script><script>{RUN}//-->]]>`${{{RUN}}}"
    f'\\";{RUN};//\u2028{RUN}\u2029'
)
SHORT = f"</script><script>{RUN}</script>"
ADDRESS = f'https://example.org/"onmouseover="{RUN}"><script>{RUN}</script>'
STYLE = '<?xml-stylesheet type="text/xsl" href="http://127.0.0.1:9/x.xsl"?>'


def escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def quoted(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"')


def spoiled(toy: Path) -> None:
    """Put the words wherever the schema admits any."""
    rows = (
        ("tei/articles/erster.xml", '<title type="main">Die Ankunft', f'<title type="main">{escaped(WORDS)}Die Ankunft'),
        ("tei/articles/erster.xml", "<p>Ein Artikel zum Ausprobieren.", f"<p>{escaped(WORDS)}"),
        ("tei/articles/erster.xml", "<term>Probe", f"<term>{escaped(WORDS)}"),
        ("tei/articles/erster.xml", "Anna Beispiel: Die Ankunft. Blatt 1.", escaped(WORDS)),
        ("tei/articles/erster.xml", "Ihre Schwester", escaped(WORDS)),
        ("tei/articles/erster.xml", "<sic>Breif", f"<sic>{escaped(WORDS)}"),
        ("tei/articles/erster.xml", "kam nie an.", f'kam <ref target="{escaped(ADDRESS)}">nie</ref> an {escaped(WORDS)}.'),
        ("tei/articles/erster.xml", "<TEI ", f"{STYLE}\n<TEI "),
        ("tei/authority/persons.xml", "Muster, Änne", f"Muster, {escaped(WORDS)}"),
        ("tei/authority/persons.xml", "Änne Mustermann", escaped(WORDS)),
        ("tei/authority/persons.xml", ">Reisende<", f">{escaped(WORDS)}<"),
        ("tei/authority/persons.xml", "Erfundene Reisende.", f"{escaped(WORDS)}."),
        ("tei/authority/persons.xml", "<TEI ", f"{STYLE}\n<TEI "),
        ("tei/authority/places.xml", "Kronstadt", f"{escaped(SHORT)}Kronstadt"),
        ("tei/authority/sources.xml", "Kleines Lexikon", escaped(WORDS)),
        ("tei/authority/sources.xml", "https://example.org/lexikon", escaped(ADDRESS)),
        ("tei/pages/ueber.xml", "Diese Edition ist erfunden.", escaped(WORDS)),
        ("tei/edition.toml", 'title = "Kleine Edition', f'title = "{quoted(WORDS)}'),
        ("tei/edition.toml", 'publisher = "Kleine Edition', f'publisher = "{quoted(SHORT)}'),
        ("tei/edition.toml", "https://example.org/klein/", quoted(f"https://example.org/{SHORT}/")),
        (
            "tei/edition.toml",
            "[patterns]",
            f'[imprint]\nresponsible = "{quoted(WORDS)}"\naddress = "{quoted(WORDS)}"\nprivacy = "{quoted(WORDS)}"\n[patterns]',
        ),
    )  # fmt: skip
    for name, old, new in rows:
        words = (toy / name).read_text(encoding="utf-8")
        assert old in words, old
        (toy / name).write_text(words.replace(old, new, 1), encoding="utf-8")
    shutil.rmtree(toy / "tei/copytext")


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    toy = shutil.copytree(TOY, folder / "toy")
    spoiled(toy)
    site.build(toy, folder / "site", skip=("pdf", "epub", "deposit"))
    return folder / "site"


def seen(page: Any) -> None:
    """Look around as a reader does: at the card of a name, and along the links."""
    page.locator("main p a").first.hover()
    for _ in range(20):
        page.keyboard.press("Tab")


def test_no_word_of_an_edition_is_run(hostile_site: Path) -> None:
    pages = sorted(path for path in hostile_site.rglob("*.html") if "words/" not in path.as_posix())
    sources = sorted((hostile_site / "data/tei").rglob("*.xml"))
    assert len(pages) > 20
    assert len(sources) == 6
    dialogs: list[str] = []
    errors: list[str] = []
    with chromium.browser() as running, chromium.cut_off(running) as (context, foreign):
        page = context.new_page()
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        for path in (*pages, *sources):
            page.goto(path.as_uri())
            assert page.evaluate("window.harmed") is None, path
            assert page.evaluate("document.querySelector('[onmouseover],[onerror],[onload]')") is None, path
            if (path.parent.name, path.name) == ("texts", "erster.html"):
                seen(page)
        page.goto(f"{(hostile_site / 'search.html').as_uri()}#q=zurück")
        chromium.until(page, "document.querySelector('main').textContent.includes('<script>')")
        assert page.evaluate("window.harmed") is None
    assert (dialogs, foreign, errors) == ([], [], [])
