"""The languages of the pages: catalogues that are complete, and pages that say nothing in the wrong language."""

from __future__ import annotations

import gettext
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from lxml import html

from edition import interface, languages, settings
from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "tools"))
import messages

CATALOGUES = list(messages.catalogues())
FIELD = re.compile(r"\{\w*\}|%\(\w+\)s")
# Words that no English sentence has, nor a name. Parts of addresses and of names of files are none: "text-und-ueberlieferung".
GERMAN = re.compile(
    r"(?<![\w./-])(?:der|das|dem|und|nicht|ein|eine|einer|eines|einem|einen|ist|sind|wird|wurde|auch|oder|aus|nach|bei|zum|zur"
    r"|mit|für|auf|über|aller|alle|keine|im|vom|zu|Seite|Stelle|Stellen|Absatz|Absätze|Text und|Register|Wort|Wörter"
    r"|des|den|von|vom|gegen|zwischen|ohne|siehe|sich um|genannt|Datum|Zeit|Orte|Werke|Zitat|Zitate|Anmerkung|Anmerkungen"
    r"|Belege|Quelle|Quellen|Suche|Angaben|Eintrag|Einträge|Beziehung|Beziehungen|Personen|Ereignis|Ereignisse|Sprache"
    r"|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|wahrscheinlich|unsicher|sicher|ungeklärt)(?![\w/-])"
)
SHOWN = ("aria-label", "title", "alt", "placeholder", "data-label", "content")


def ids(paths: list[Path]) -> list[str]:
    return [path.parent.parent.name for path in paths]


def source(path: Path) -> Catalog:
    return read_po(BytesIO(path.read_bytes()))


@pytest.fixture(params=CATALOGUES, ids=ids(CATALOGUES))
def catalogue(request: pytest.FixtureRequest) -> Path:
    assert isinstance(request.param, Path)
    return request.param


def test_there_are_catalogues() -> None:
    assert interface.languages() == ("de", *ids(CATALOGUES))
    assert ids(CATALOGUES) == ["en"]


def test_every_message_is_translated_and_every_translation_used(catalogue: Path) -> None:
    used = {(one.id, one.context) for one in messages.messages() if one.id}
    known = source(catalogue)
    assert {(one.id, one.context) for one in known if one.id} == used, "run python tools/messages.py"
    assert messages.missing(known) == []
    assert not [one.id for one in known if one.fuzzy]


def test_what_is_filled_in_stands_in_every_translation(catalogue: Path) -> None:
    for one in source(catalogue):
        said = one.string if isinstance(one.string, tuple) else (one.string,)
        written = one.id if isinstance(one.id, tuple) else (one.id,)
        fields = {field for text in written for field in FIELD.findall(text)}
        assert {field for text in said for field in FIELD.findall(text)} == fields, one.id


def test_the_compiled_catalogue_says_the_same(catalogue: Path) -> None:
    compiled = gettext.GNUTranslations(BytesIO(catalogue.with_suffix(".mo").read_bytes()))
    for one in source(catalogue):
        if isinstance(one.id, tuple):
            said = tuple(compiled.ngettext(*one.id, number) for number in (1, 2))
            assert said == one.string, "run python tools/messages.py"
        elif one.id:
            assert compiled.gettext(one.id) == one.string, "run python tools/messages.py"


def test_pages_speak_german_at_the_root_and_outside() -> None:
    table = interface.Messages({"one": "Suche", "two": ("Suche", "")})
    assert (interface.language(), interface.folder(), table["one"]) == ("de", "", "Suche")
    with interface.speaking("en", "en/"):
        assert (interface.language(), interface.folder()) == ("en", "en/")
        assert (table["one"], table["two"]) == ("Search", ("Search", ""))
        assert interface.foreign("de") == "de"
        assert interface.foreign("en") == ""
    assert (interface.language(), interface.gettext("")) == ("de", "")


def spoken(page: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Every text and shown attribute of a page with its language."""
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        language = next(iter(element.xpath("ancestor-or-self::*[@lang][1]/@lang")), "")
        above = next(iter(element.xpath("ancestor::*[@lang][1]/@lang")), language)
        yield language, element.text or ""
        yield above, element.tail or ""
        for name in SHOWN:
            yield language, element.get(name, "")


@pytest.fixture(scope="module")
def english(real_site: Path) -> list[Path]:
    found = sorted((real_site / "en").rglob("*.html"))
    assert len(found) == len(
        [
            one
            for one in real_site.rglob("*.html")
            if one.relative_to(real_site).parts[0] not in ("en", "data")
        ]
    )
    return found


def test_no_page_says_german_words_in_english(real_site: Path, english: list[Path]) -> None:
    wrong: dict[str, list[str]] = {}
    for path in english:
        for language, text in spoken(html.parse(path, html.HTMLParser(encoding="utf-8")).getroot()):
            if language.partition("-")[0] == "en" and GERMAN.search(text):
                wrong.setdefault(text.strip()[:160], []).append(path.relative_to(real_site).as_posix())
    listed = [f"{text} ({len(paths)}: {paths[0]})" for text, paths in wrong.items()]
    assert not listed, f"{len(listed)}:\n" + "\n".join(listed[:40])


def test_what_the_edition_says_in_german_is_marked_on_english_pages(real_site: Path) -> None:
    tree = html.parse(real_site / "en/places/bruessel.html", html.HTMLParser(encoding="utf-8")).getroot()
    assert tree.get("lang") == "en"
    marked = ("//h1/@lang", '//p[@class="description"]/span/@lang', '//section[@class="evidence"]//a/@lang')
    assert [set(tree.xpath(path)) for path in marked] == [{"de"}] * len(marked)
    assert tree.xpath('//meta[@name="description"]/@lang') == ["de"]
    assert tree.xpath('//meta[@name="DC.title"]/@lang') == tree.xpath("/html/head/title/@lang") == ["de"]
    german = html.parse(real_site / "places/bruessel.html", html.HTMLParser(encoding="utf-8")).getroot()
    assert not german.xpath("//h1/@lang | //meta/@lang | //title/@lang")


def test_linked_data_says_the_same_on_the_pages_of_all_languages(real_site: Path) -> None:
    data = re.compile(r'<script type="application/ld\+json">.*?</script>', re.DOTALL)
    for path in ("index.html", "persons/serge-victor.html", "places/bruessel.html"):
        said = [
            data.search((real_site / folder / path).read_text(encoding="utf-8")) for folder in ("", "en/")
        ]
        assert said[0] and said[1] and said[0][0] == said[1][0], path


def test_the_parts_of_an_edition_are_cited_by_their_german_addresses(real_site: Path) -> None:
    for path in sorted((real_site / "en").rglob("*.html")):
        cited = html.parse(path, html.HTMLParser(encoding="utf-8")).xpath('//section[@class="cite"]//a/@href')
        assert cited and all("/en/" not in one for one in cited), path


def test_a_subtitle_is_in_the_language_of_the_page_or_says_which() -> None:
    config = settings.load(ROOT)
    assert config.subtitled("en") == (config.subtitles["en"], "en")
    assert config.subtitled("de") == config.subtitled("fr") == (config.subtitle, "de")


def test_page_and_text_know_the_same_languages_that_run_to_the_left() -> None:
    stylesheet = (ROOT / "xslt" / "reading" / "directions.xsl").read_text(encoding="utf-8")
    scripts, tags = (
        frozenset(names.split())
        for names in re.findall(r'name="leftward[^>]*f:set\(\'([\w ]+)\'\)', stylesheet)
    )
    assert scripts == languages._LEFTWARD_SCRIPTS
    assert tags == languages._LEFTWARD
    assert not any(languages.runs_left(tag) for tag in ("", "de", "he-Latn", "arn", "ru-Cyrl", "en-GB"))
    assert languages.runs_left("AR-eg")
