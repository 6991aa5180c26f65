"""The two pages of a text, the letters that report errors, and what the navigation offers."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from msgspec.structs import replace

from edition import interface, pages, settings, urls
from edition.model import Article, Block, Config, Dating, Edition, Entity, Reference
from edition.pages import navigation
from tests.conftest import ROOT

SLUG = "wenn-stalin-sich-entschlossen-hat"
AWKWARD = "Straße & »Söhne« = 100 % #1? Ja;\u00a0nein+"


class Ids(HTMLParser):
    """The ids of a page, and its links by their class."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: dict[str, list[str]] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids |= {given["id"]} if "id" in given else set()
        if tag == "a":
            self.links.setdefault(given.get("class", ""), []).append(given["href"])


def article(identifier: str, role: str = "article", language: str = "de") -> Article:
    blocks = (Block("head", None, "Kopf"), Block("p-12", "12", AWKWARD))
    return Article(
        identifier, role, f"tei/{identifier}.xml", AWKWARD, (), language, "", "1", "2026-11-22", Dating(), blocks
    )  # fmt: skip


def edition(contact: str = "redaktion@example.org", **values: object) -> Edition:
    config = Config(
        AWKWARD, "", "https://example.org/x/", "1.2", "2026-11-22", ("de",), "", {}, "", "", contact
    )
    empty = Edition(config, (article("text"),), (), {}, {}, (), {}, (), (), ())
    return replace(empty, **values)  # type: ignore[arg-type]


def test_a_report_carries_edition_version_text_paragraph_words_and_address_through_the_encoding() -> None:
    found = pages.reports(edition(), article("text"), "texts/text.html")
    assert list(found) == ["p-12"], "only numbered paragraphs"
    address = found["p-12"]
    assert re.fullmatch(r"mailto:redaktion@example\.org\?subject=[\w.~%-]+&body=[\w.~%-]+", address, re.ASCII)
    fields = parse_qs(urlsplit(address).query.replace("+", "%2B"))
    assert fields["subject"] == [f"Fehler in »{AWKWARD}«, Absatz 12"]
    lines = fields["body"][0].split("\r\n")
    assert lines[:4] == [
        f"Edition: {AWKWARD}, Version 1.2",
        f"Text: {AWKWARD}",
        f"Absatz 12: {AWKWARD}",
        "Adresse: https://example.org/x/texts/text.html#p-12",
    ]
    assert "\n" not in unquote(address.partition("?")[0])


@pytest.mark.parametrize("contact", ["", "https://example.org/kontakt", "https://a@example.org/"])
def test_without_an_address_for_mail_nothing_is_offered(contact: str) -> None:
    assert pages.reports(edition(contact), article("text"), "texts/text.html") == {}


def test_a_note_calls_its_sources_by_short_titles_and_the_article_itself_by_what_it_is() -> None:
    references = {
        "source:artikel": Reference("artikel", "Kurz (mit Beigaben)"),
        "source:lang": Reference("lang", "Ein Titel, der sehr viele Wörter hat und darum nicht " * 3),
    }
    works = {"work:w": Entity("w", "work", "Werk"), "person:p": Entity("p", "person", "Niemand")}
    found = pages.labels(edition(references=references, entities=works))
    assert found["source:artikel"] == "Kurz"
    assert len(found["source:lang"]) < 80
    assert found["work:w"] == "Werk"
    assert found["person:p"] == "Niemand", "a mention of several entries names the others"


def test_the_edition_names_its_own_article_by_the_pointer_the_commentary_uses() -> None:
    assert pages.labels(edition())["source:article"] == "der Artikel"


def test_pages_pair_with_their_translations_in_both_directions() -> None:
    own = (article("einleitung", "page"), article("introduction", "page", "en"), article("hilfe", "page"))
    both = edition(pages=own)
    both = replace(both, config=replace(both.config, translations={"einleitung": "introduction"}))
    assert [page.id for page in navigation.versions(both, own[0])] == ["introduction"]
    assert [page.id for page in navigation.versions(both, own[1])] == ["einleitung"]
    assert navigation.versions(both, own[2]) == ()
    listed = {group.label: group.links for group in navigation.foot(both)}["Die Edition"]
    assert [(link.href, link.language) for link in listed[:3]] == [
        ("pages/einleitung.html", ""),
        ("pages/introduction.html", "en"),
        ("pages/hilfe.html", ""),
    ]


def test_a_page_leads_to_its_translation_in_the_other_language(real_site: Path) -> None:
    switch = re.compile(r'<ul class="tongues"[^>]*>\s*<li>\s*<a href="([^"]+)" lang="(..)"')
    for german, english in settings.load(ROOT).translations.items():
        there = switch.search((real_site / urls.page(german)).read_text(encoding="utf-8"))
        back = switch.search((real_site / "en" / urls.page(english)).read_text(encoding="utf-8"))
        assert there and there.groups() == (f"../en/{urls.page(english)}", "en")
        assert back and back.groups() == (f"../../{urls.page(german)}", "de")


def test_pages_in_english_name_english_pages_first() -> None:
    own = (
        article("einleitung", "page"),
        article("hilfe", "page"),
        article("introduction", "page", "en"),
        article("ueber", "page"),
    )
    several = edition(pages=own)
    config = replace(several.config, home="ueber", translations={"einleitung": "introduction"})
    several = replace(several, config=config)
    assert (found := navigation.introducing(several)) and found.id == "ueber"
    with interface.speaking("en", "en/"):
        assert (found := navigation.introducing(several)) and found.id == "introduction"
        listed = {group.label: group.links for group in navigation.foot(several)}["The edition"]
        assert [(link.href, link.language) for link in listed] == [
            ("pages/introduction.html", ""),
            ("pages/einleitung.html", "de"),
            ("pages/hilfe.html", "de"),
            ("pages/ueber.html", "de"),
            ("imprint.html", ""),
        ]
        config = replace(config, translations=config.translations | {"ueber": "about"})
        named = replace(several, config=config, pages=(*own, article("about", "page", "en")))
        assert (found := navigation.introducing(named)) and found.id == "about"


def test_the_head_stays_slim_and_the_foot_has_every_page(real_site: Path) -> None:
    html = (real_site / "index.html").read_text(encoding="utf-8")
    head, foot = html.partition('class="tongues"')[0], html.partition("<footer")[2]
    assert head.count("<li>") <= 11  # of which one is the other language
    linked = set(re.findall(r'href="([^"#]+\.html)"', foot))
    files = {path.relative_to(real_site).as_posix() for path in real_site.rglob("*.html")}
    files = {
        path for path in files if not path.startswith(("data/", "en/"))
    }  # exports: the page of downloads lists them; pages in English have a foot of their own
    entries = {
        path for path in files if re.fullmatch(r"(persons|places|orgs|works|events|objects|words)/.*", path)
    }
    indexes = {path for path in entries if path.endswith("/index.html")}
    assert linked >= (files - entries | indexes) - {"index.html"}


@pytest.mark.parametrize(
    ("german", "english"), sorted(settings.load(ROOT).translations.items()), ids=lambda name: name
)
def test_a_page_and_its_english_version_link_each_other_and_state_their_language(
    real_site: Path, german: str, english: str
) -> None:
    for page, language, other, of_other in ((german, "de", english, "en"), (english, "en", german, "de")):
        html = (real_site / urls.page(page)).read_text(encoding="utf-8")
        assert f'<html lang="{language}">' in html
        for one, folder, tag in ((german, "", "de"), (english, "en/", "en")):
            assert f'<link rel="alternate" hreflang="{tag}" href="../{folder}{urls.page(one)}">' in html
        assert f'<a href="{other}.html" lang="{of_other}" hreflang="{of_other}" rel="alternate">' in html
        assert '<header class="site-head" lang="de">' in html


def test_both_texts_have_the_same_places_and_each_its_own_address(real_site: Path) -> None:
    found = {
        path: (real_site / path).read_text(encoding="utf-8")
        for path in (urls.article(SLUG), urls.diplomatic(SLUG))
    }
    reading, diplomatic = (Ids(html) for html in found.values())
    notes = {name for name in reading.ids - diplomatic.ids if name.startswith("n-")}
    assert reading.ids - notes - {"seite_anmerkungen", "seite_stellen"} == diplomatic.ids
    for path, html in found.items():
        assert f'<link rel="canonical" href="https://example.org/wenn-stalin/{path}">' in html
        layers = html.partition('<nav class="layers"')[2].partition("</nav>")[0]
        assert layers.count("aria-current=") == 1
        assert f'href="{SLUG}.html"' in layers
        assert f'href="{SLUG}.diplomatic.html"' in layers


def test_the_diplomatic_text_prints_what_the_copy_text_has(real_site: Path) -> None:
    html = (real_site / urls.diplomatic(SLUG)).read_text(encoding="utf-8")
    assert '<span class="as-printed">Trotzkiist</span>' in html
    joins = (ROOT / "tei" / "articles" / f"{SLUG}.xml").read_text(encoding="utf-8").count('unit="join" ')
    assert joins > 0
    assert len(re.findall(r'<span [^>]*id="join-[^>]*>¶</span>', html)) == joins
    assert "<details" not in html
    assert 'class="note-mark"' not in html


def test_every_numbered_paragraph_can_be_reported_under_the_address_of_its_page(real_site: Path) -> None:
    for path in (urls.article(SLUG), urls.diplomatic(SLUG)):
        page = Ids((real_site / path).read_text(encoding="utf-8"))
        numbered = page.links["number"]
        bodies = [unquote(href) for href in page.links["report"]]
        assert [body.partition(f"{path}#")[2].split("\r\n")[0] for body in bodies] == [
            href.removeprefix("#") for href in numbered
        ]


def test_marks_and_notes_lead_to_each_other(real_site: Path) -> None:
    page = Ids((real_site / urls.article(SLUG)).read_text(encoding="utf-8"))
    marks, backs = page.links["note-mark"], page.links["back"]
    assert set(marks + backs) <= {f"#{name}" for name in page.ids}
    assert {f"{mark}.mark" for mark in marks} == set(backs)
    assert len(backs) == 2 * len(set(marks)), "once beside the text and once among the endnotes"
