"""`serve` in a browser: a page shows its finding in the margin, reloads itself, and takes its leave."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.chromium import browser, until
from tests.serving import serving


def test_an_open_page_follows_the_changes(toy: Path, tmp_path: Path) -> None:
    article = toy / "tei/articles/erster.xml"
    good = article.read_text(encoding="utf-8")
    patience = 60_000
    with serving(toy, tmp_path / "site") as running, browser() as chromium:
        running.wait("/texts/erster.html", lambda answer: answer.status == 200)
        page = chromium.new_page(viewport={"width": 1500, "height": 900})
        foreign: list[str] = []
        page.on(
            "request", lambda one: None if one.url.startswith(running.address) else foreign.append(one.url)
        )
        complaints: list[str] = []
        page.on("console", lambda one: complaints.append(one.text) if "Security Policy" in one.text else None)
        page.goto(f"{running.address}/texts/erster.html")
        expect(page.locator(".serve_banner")).to_have_count(0, timeout=patience)
        article.write_text(good.replace("place:wien", "place:wein"), encoding="utf-8")
        note = page.locator("#p-2 > .serve_note")
        expect(note).to_contain_text("R010", timeout=patience)
        # In the margin, not in the text, as soon as all style sheets are there.
        until(
            page,
            """() => {
              const [note, text] = ['#p-2 > .serve_note', '#p-2'].map(one => document.querySelector(one)?.getBoundingClientRect());
              return note && text && note.left >= 0 && note.right <= text.left;
            }""",
            seconds=patience / 1000,
        )
        article.write_text(good, encoding="utf-8")
        expect(note).to_have_count(0, timeout=patience)
        assert running.stop()[0] == 130
        expect(page.locator(".serve_banner")).to_contain_text("The server has stopped", timeout=patience)
        assert foreign == []
        assert complaints == []
