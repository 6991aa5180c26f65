"""Pages from a small edition made by hand: structure, links, escaping, and what every page carries."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from posixpath import dirname, join, normpath
from typing import Any

import pytest
from markupsafe import Markup
from msgspec.structs import replace

from edition import metadata, pages, rendering, urls
from edition.codes import CODES
from edition.findings import Verdict
from edition.kinds import KINDS
from edition.model import (
    Article,
    Bilingual,
    Block,
    Config,
    Dating,
    Edition,
    Entity,
    Fact,
    Identifier,
    Listing,
    Mention,
    Name,
    Page,
    Reference,
    Relation,
    Remark,
)
from edition.searching import Words
from tests.conftest import ROOT

DATA = '<script type="application/ld+json">'  # is data, never run; a page has one at most
# The scripts of the edition, and what they need as data; of a text no more than its title is in that.
OUR_SCRIPT = re.compile(
    r'<script defer src="(?:\.\./)*assets/[a-z]+\.js">'
    r'|<script type="application/json" id="(?:suche_worte|seite_hilfen|seite_stellen)">'
)
HOSTILE = "<script>alert(\"x\")</script> & 'Söhne'"

CONFIG = Config(
    title="Kleine Ausgabe",
    subtitle="Zwei Texte zum Prüfen",
    base_url="https://example.org/klein/",
    version="1.2.3",
    date="2026-11-22",
    languages=("de",),
    publisher="Verlag der Prüfung",
    patterns={},
    licence_text="https://rightsstatements.org/vocab/InC/1.0/",
    licence_edition="https://creativecommons.org/licenses/by/4.0/",
)
BLOCKS = (
    Block("head", None, "Erster Text"),
    Block("lead", None, "Worum es geht."),
    Block("p-1", "1", "Anna Ärmel ging nach Brüssel."),
)


def article(identifier: str, role: str = "article") -> Article:
    folder = "pages" if role == "page" else "articles"
    return Article(
        id=identifier,
        role=role,
        path=f"tei/{folder}/{identifier}.xml",
        title="Erster Text" if identifier == "erster" else f"Text {identifier}",
        authors=("Vera Verfasserin",) if role == "article" else (),
        language="de",
        source_citation="Zeitung 1/2007",
        version="1.2.3",
        date="2026-11-22",
        published=Dating(),
        blocks=BLOCKS,
    )


def mention(pointer: str, number: int, text: str = "erster", direct: bool = True) -> Mention:
    anchor = f"p-1.{pointer.partition(':')[2]}.{number}"
    return Mention(pointer, text, anchor, "p-1", "Ärmel", "Da kam Anna ", ", und ging.", direct)


ANNA = Entity(
    id="aermel-anna",
    kind="person",
    name="Ärmel, Anna",
    other_names=(Name("Анна", "original", "ru", sources=("source:lexikon",)),),
    description="Schneiderin in Brüssel.",
    facts=(
        Fact("birth", "Brüssel", "place:bruessel", Dating(when="1890-12-30"), ("source:lexikon",)),
        Fact("death", "", None, Dating(when="1947"), ("source:artikel",), "low", "Nur im Text."),
        Fact("occupation", "Schneiderin"),
    ),
    identifiers=(Identifier("GND", "118642979", "https://d-nb.info/gnd/118642979", ("source:lexikon",)),),
    remarks=(Remark("Nicht zu verwechseln.", ("source:artikel",)),),
    path="tei/authority/persons.xml",
)
BERTA = Entity("zahn-berta", "person", "Zahn, Berta", path="tei/authority/persons.xml")
BRUESSEL = Entity(
    "bruessel",
    "place",
    "Brüssel",
    "settlement",
    facts=(Fact("coordinates", "50.85 4.35"),),
    path="tei/authority/places.xml",
)
WAR = Entity(
    "krieg",
    "event",
    "Krieg",
    "war",
    facts=(
        Fact("dating", "", None, Dating(begin="1921-03-01", end="1921-03-18")),
        Fact("where", "", "place:bruessel"),
    ),
    path="tei/authority/events.xml",
)


@pytest.fixture
def edition() -> Edition:
    """Two texts, one page of its own, two persons, a place, an event."""
    return Edition(
        config=CONFIG,
        articles=(article("erster"), article("zweiter")),
        pages=(article("ueber", "page"),),
        entities={entity.pointer: entity for entity in (BERTA, ANNA, BRUESSEL, WAR)},
        references={
            "source:lexikon": Reference("lexikon", "Lexikon", ("https://example.org/lexikon",)),
            "source:artikel": Reference("artikel", "Der Artikel"),
        },
        relations=(
            Relation("murderer", ("person:zahn-berta",), ("person:aermel-anna",), False, ("source:artikel",)),
        ),
        mentions={
            ANNA.pointer: (
                mention(ANNA.pointer, 1),
                mention(ANNA.pointer, 2, direct=False),
                mention(ANNA.pointer, 1, "zweiter"),
                mention(ANNA.pointer, 1, "ueber"),
            ),
            WAR.pointer: (mention(WAR.pointer, 1, direct=False),),
            BRUESSEL.pointer: (mention(BRUESSEL.pointer, 1),),
        },
        quotations=(),
        dates=(),
        corrections=(),
    )


@dataclass(frozen=True)
class Fragments:
    """As the prose module makes them."""

    title: Markup
    front: Markup
    body: Markup
    back: Markup
    notes: Markup


PROSE = Fragments(
    title=Markup('<span id="head">Erster <em>Text</em></span>'),
    front=Markup('<p class="lead" id="lead">Worum es geht.</p>'),
    body=Markup(
        '<div id="text"><p class="paragraph" id="p-1"><a class="number" href="#p-1">1</a> '
        '<a class="mention person" id="p-1.aermel-anna.1" href="../persons/aermel-anna.html">Anna</a> '
        '<i id="p-1.aermel-anna.2">sie</i> <i id="p-1.krieg.1">Krieg</i> '
        '<i id="p-1.bruessel.1">Brüssel</i></p></div>'
    ),
    back=Markup(""),
    notes=Markup(""),
)


LISTINGS = (
    Listing(
        "tei", Bilingual("TEI", "TEI"), Bilingual("TEI", "TEI"), Bilingual("all of it", "alles"), "application/tei+xml",
        Bilingual(), (("data/tei/articles/erster.xml", 1234),),
    ),
    Listing(
        "many", Bilingual("Tables", "Tabellen"), Bilingual("many", "Viele"), Bilingual("for sums", "zum Rechnen"), "text/csv",
        Bilingual("No words.", "Ohne <Wörter>."),
        (("data/many/first.csv", 500), *((f"data/many/a/{n}.csv", 500) for n in range(98))),
    ),
    Listing(
        "one", Bilingual("Tables", "Tabellen"), Bilingual("one", "Eine"), Bilingual("to ask", "zum Fragen"), "application/x-one",
        Bilingual(), (("data/one/all.one", 2_500_000),),
    ),
)  # fmt: skip


def every_page(edition: Edition) -> Iterator[Page]:
    for make in pages.PAGES:
        yield from make(edition)
    for pointer in edition.entities:
        yield from pages.entity_pages(edition, pointer)
    for text in (*edition.articles, *edition.pages):
        yield pages.text_page(edition, text, PROSE)
    for text in edition.articles:
        yield pages.text_page(edition, text, PROSE, layer=pages.DIPLOMATIC)
    yield pages.downloads_page(edition, LISTINGS)
    yield pages.guidelines_page(edition, Markup("<section><h2>Regeln</h2><p>…</p></section>"))
    yield pages.validation_page(edition, Verdict((), CODES, lambda _: ""))


def rendered(edition: Edition) -> dict[str, str]:
    files = metadata.offered(LISTINGS)
    made = ((page, metadata.head(edition, pages.subject(page), files)) for page in every_page(edition))
    return {page.path: rendering.render(page, head).content.decode("utf-8") for page, head in made}


@dataclass
class Outline(HTMLParser):
    """What a page consists of: headings with their words, landmarks, ids, links, meta data."""

    headings: list[list[str]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    inside: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        given = dict(attrs)
        assert "style" not in given, "the content security policy forbids style attributes"
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag in ("a", "link") and given.get("href"):
            self.links.append(str(given["href"]))
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append([tag, ""])
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        if re.fullmatch(r"h[1-6]", tag):
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.headings[-1][1] += data


def outline(html: str) -> Outline:
    parser = Outline()
    parser.feed(html)
    return parser


def word_pages(edition: Edition) -> list[str]:
    """The first letter stands at the address of the list, every other at its own."""
    letters = sorted(
        {form[0] for text in edition.articles for block in text.blocks for form in Words(block.text).forms}
    )
    return (
        sorted(["words/index.html", *(f"words/{letter}.html" for letter in letters[1:])]) if letters else []
    )


def without_ours(html: str) -> str:
    """A page without the scripts that the edition itself puts there."""
    return OUR_SCRIPT.sub("", html.replace(DATA, ""))


def test_the_pages_are_those_of_the_contract(edition: Edition) -> None:
    assert sorted(rendered(edition)) == [
        "authority-data.html", "chronology.html", "downloads.html", "events/index.html", "events/krieg.html",
        "guidelines.html", "imprint.html", "index.html", "map.html", "network.html", "pages/ueber.html",
        "persons/aermel-anna.html",
        "persons/index.html", "persons/zahn-berta.html", "places/bruessel.html", "places/index.html",
        "search.html", "sources.html", "texts/erster.diplomatic.html", "texts/erster.html",
        "texts/zweiter.diplomatic.html", "texts/zweiter.html", "validation.html", *word_pages(edition),
    ]  # fmt: skip


def test_headings_come_in_order_and_none_is_empty(edition: Edition) -> None:
    for path, html in rendered(edition).items():
        found = outline(html).headings
        levels = [int(tag[1]) for tag, _ in found]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path
        assert all(text.strip() for _, text in found), path


def test_every_kind_has_a_layer_that_can_be_hidden() -> None:
    style = (ROOT / "edition" / "assets" / "layers.css").read_text("utf-8")
    for kind in KINDS:
        assert (
            f".hide-{kind.plural} .{kind.slug}," in style or f".hide-{kind.plural} .{kind.slug} {{" in style
        )
        assert f".hide-{kind.plural} :is(.mention.{kind.slug} > .also, .also:has(> .{kind.slug}))" in style


def test_the_cards_of_a_text_are_those_of_the_entries_it_names(edition: Edition) -> None:
    described = replace(edition.entities[ANNA.pointer], description=HOSTILE)
    hostile = replace(edition, entities={**edition.entities, ANNA.pointer: described})
    files = [pages.card(hostile, text) for text in hostile.articles]
    found = {file.path: file.content.decode("utf-8") for file in files}
    assert list(found) == ["cards/erster.js", "cards/zweiter.js"]
    rows = [
        json.loads(f"[{text.removeprefix('editionData(').removesuffix(');' + chr(10))}]")
        for text in found.values()
    ]
    assert [name for name, _ in rows] == ["erster", "zweiter"]
    first, second = (value for _, value in rows)
    assert list(first) == ["../persons/aermel-anna.html", "../places/bruessel.html", "../events/krieg.html"]
    assert first["../persons/aermel-anna.html"] == [
        "Ärmel, Anna", "Person", "30. Dezember 1890, Brüssel – 1947 (unsicher)", HOSTILE,
        [["GND", "118642979", "https://d-nb.info/gnd/118642979"]], ["p-1.aermel-anna.1", "p-1.aermel-anna.2"],
    ]  # fmt: skip
    assert first["../events/krieg.html"][1:3] == ["Ereignis, Krieg", "1.–18. März 1921, Brüssel"]
    assert second["../persons/aermel-anna.html"][5] == ["p-1.aermel-anna.1"]


def test_an_entry_without_facts_mentions_and_relations_has_no_empty_section(edition: Edition) -> None:
    bare = replace(edition, relations=(), mentions={})
    html = rendered(bare)["persons/zahn-berta.html"]
    main = html.partition("<footer")[0]
    assert [text for _, text in outline(main).headings] == ["Zahn, Berta"]
    assert "<dl" not in html


def test_every_page_has_its_landmarks_and_a_way_past_the_navigation(edition: Edition) -> None:
    for path, html in rendered(edition).items():
        found = outline(html)
        assert [found.tags.count(tag) for tag in ("main", "footer", "html")] == [1, 1, 1], path
        assert 'href="#seite_inhalt"' in html, path
        assert 'aria-label="Text und Register"' in html, path
        assert len(found.ids) == len(set(found.ids)), path


def test_every_page_says_version_date_licences_and_how_to_cite_it(edition: Edition) -> None:
    for path, html in rendered(edition).items():
        assert '<html lang="de">' in html
        assert '<meta name="edition-version" content="1.2.3">' in html, path
        assert '<meta name="dcterms.modified" content="2026-11-22">' in html, path
        assert f'<link rel="canonical" href="https://example.org/klein/{path}">' in html, path
        assert html.count('<link rel="license"') == 2, path
        assert "CC BY 4.0" in html, path
        assert "In Copyright" in html, path
        assert f'Version 1.2.3, 22. November 2026. <a href="https://example.org/klein/{path}">' in html, path
        assert re.search(r'<meta name="description" content="[^"]{5,}">', html), path
        assert re.search(
            r"default-src 'none'; style-src 'self';( script-src 'self';)? img-src 'self'", html
        ), path
        assert "<script" not in without_ours(html), path


def test_links_are_relative_and_lead_somewhere(edition: Edition) -> None:
    site = rendered(edition)
    ids = {path: set(outline(html).ids) for path, html in site.items()}
    for path, html in site.items():
        for link in outline(html).links:
            if "://" in link:
                continue
            assert not link.startswith("/"), (path, link)
            target, _, fragment = link.partition("#")
            target = normpath(join(dirname(path), target)) if target else path
            if target.startswith(("assets/", "data/")) or target == urls.LINKSET:
                continue
            assert target in site, (path, link)
            assert not fragment or fragment in ids[target], (path, link)


def test_hostile_words_are_shown_and_never_obeyed(edition: Edition) -> None:
    text = replace(article("erster"), title=HOSTILE, authors=(HOSTILE,), source_citation=HOSTILE)
    entity = replace(
        ANNA,
        name=HOSTILE,
        description=HOSTILE,
        remarks=(Remark(HOSTILE),),
        other_names=(Name(HOSTILE, "variant"),),
    )
    hostile = replace(
        edition,
        config=replace(CONFIG, title=HOSTILE, subtitle=HOSTILE, publisher=HOSTILE),
        articles=(text, article("zweiter")),
        entities={**edition.entities, ANNA.pointer: entity},
        references={**edition.references, "source:artikel": Reference("artikel", HOSTILE)},
        mentions={
            ANNA.pointer: (replace(mention(ANNA.pointer, 1), form=HOSTILE, before=HOSTILE, after=HOSTILE),)
        },
    )
    for path, html in rendered(hostile).items():
        assert "<script" not in without_ours(html), path
        assert html.count("</script") == html.count("<script"), path
        assert 'alert("x")' not in html, path


def test_an_entry_tells_life_names_facts_and_relations_with_their_sources(edition: Edition) -> None:
    html = rendered(edition)["persons/aermel-anna.html"]
    assert '30. Dezember 1890, <a href="../places/bruessel.html">Brüssel</a>' in html
    assert 'href="../sources.html#lexikon" aria-label="Beleg 1: Lexikon">1</a>' in html
    assert '<span lang="ru">Анна</span>' in html
    assert "Ermordet von" in html
    assert "unsicher" in html
    assert "Nicht zu verwechseln." in html
    assert 'href="https://d-nb.info/gnd/118642979"' in html
    assert "Geburtsort von" in rendered(edition)["places/bruessel.html"]


def test_the_concordance_leads_to_the_very_mention_and_groups_by_text(edition: Edition) -> None:
    html = rendered(edition)["persons/aermel-anna.html"]
    assert 'href="../texts/erster.html#p-1.aermel-anna.1"' in html
    assert 'href="../texts/zweiter.html#p-1.aermel-anna.1"' in html
    assert "3 Stellen" in html, "the edition's own pages are no witnesses"
    assert html.count('<ol class="concordance"') == 2
    assert '<b class="keyword paraphrase">Ärmel</b><span class="after">, und ging.</span>' in html


def test_what_an_event_is_called_is_no_paraphrase(edition: Edition) -> None:
    html = rendered(edition)["events/krieg.html"]
    assert "paraphrase" not in html
    assert '1.–18. März 1921, <a href="../places/bruessel.html">Brüssel</a>' in html


def test_an_index_is_sorted_lettered_and_counted(edition: Edition) -> None:
    html = rendered(edition)["persons/index.html"]
    assert html.index("Ärmel, Anna") < html.index("Zahn, Berta")
    assert '<h2 id="a">A</h2>' in html
    assert '<a href="#z">Z</a>' in html
    assert "2 Einträge, 3 Stellen" in html
    assert '<rect class="person" width="100" height="4"/>' in html
    assert '<rect class="person" width="0" height="4"/>' in html
    assert "1890–1947" in html


def test_the_navigation_names_one_text_or_the_list_of_texts(edition: Edition) -> None:
    assert '<a href="index.html#texte">Texte</a>' in rendered(edition)["sources.html"]
    single = replace(edition, articles=(article("erster"),), mentions={})
    assert '<a href="texts/erster.html">Text</a>' in rendered(single)["sources.html"]


def test_the_reading_page_holds_the_prose_untouched(edition: Edition) -> None:
    html = rendered(edition)["texts/erster.html"]
    assert "Erster <em>Text</em></span></h1>" in html
    assert str(PROSE.body) in html
    assert '<link rel="alternate" type="application/tei+xml" href="../data/tei/articles/erster.xml"' in html
    assert "Anmerkungen</h2>" not in html


def test_downloads_list_every_file_by_its_published_path(edition: Edition) -> None:
    html = rendered(edition)["downloads.html"]
    for path in ("tei/articles/erster.xml", "tei/authority/sources.xml", "tei/schema/edition.odd"):
        assert f'href="{urls.data(path)}"' in html


def test_downloads_list_every_format_with_purpose_type_size_and_losses(edition: Edition) -> None:
    html = rendered(edition)["downloads.html"]
    assert (
        'href="data/tei/articles/erster.xml">erster.xml</a> <span class="summary">Erster Text, 1,2 kB' in html
    )
    assert html.count("erster.xml<") == 1
    assert html.index(">Tabellen</h2>") < html.index(">Viele</h3>") < html.index(">Eine</h3>")
    assert html.count(">Tabellen</h2>") == 1
    assert "<p>zum Rechnen Ohne &lt;Wörter&gt;.</p>" in html
    assert "99 Dateien, 49,5 kB, <code>text/csv</code>, im Ordner <code>data/many/</code>" in html
    assert 'href="data/many/first.csv"' in html
    assert "0.csv" not in html
    assert '1 Datei, 2,5 MB, <code>application/x-one</code></p>\n<ul class="files">' in html
    assert 'href="data/one/all.one"' in html


def test_an_edition_of_texts_only_has_no_indexes_and_no_list_of_sources(edition: Edition) -> None:
    only = replace(edition, entities={}, references={}, relations=(), mentions={}, pages=())
    assert sorted(rendered(only)) == [
        "downloads.html", "guidelines.html", "imprint.html", "index.html", "search.html",
        "texts/erster.diplomatic.html", "texts/erster.html", "texts/zweiter.diplomatic.html",
        "texts/zweiter.html", "validation.html", *word_pages(only),
    ]  # fmt: skip


def test_an_event_and_what_its_entry_names_lead_to_each_other(edition: Edition) -> None:
    war = replace(WAR, named=(ANNA.pointer, BRUESSEL.pointer))
    html = rendered(replace(edition, entities={**edition.entities, WAR.pointer: war}))
    event, person = html["events/krieg.html"], html["persons/aermel-anna.html"]
    assert '<dt>Personen</dt>\n<dd><a href="../persons/aermel-anna.html">' in event
    assert "<dt>Orte</dt>" not in event, "the place of the event is said already"
    assert '<dt>Genannt bei</dt>\n<dd><a href="../events/krieg.html">' in person
    assert "Genannt bei" not in html["persons/zahn-berta.html"]
    assert "Genannt bei" not in html["places/bruessel.html"]


def test_the_work_that_is_the_text_leads_to_it_in_both_layers(edition: Edition) -> None:
    work = Entity("text", "work", "Erster Text", path="tei/authority/works.xml")
    texts = (replace(article("erster"), work=work.pointer), article("zweiter"))
    html = rendered(replace(edition, articles=texts, entities={**edition.entities, work.pointer: work}))
    entry = html["works/text.html"]
    assert 'Edition: <a href="../texts/erster.html">Lesetext</a>, ' in entry
    assert '<a href="../texts/erster.diplomatic.html">Diplomatischer Text</a>.' in entry
    assert "../texts/zweiter.html" not in entry.partition("<footer")[0].partition("<main")[2]
    assert "der Text der Edition" in html["works/index.html"]
    assert "0 Stellen" not in html["works/index.html"].partition("<section")[2]


def test_an_entry_that_no_text_names_says_so(edition: Edition) -> None:
    said = "Im Text nicht genannt"
    html = rendered(edition)
    assert said in html["persons/zahn-berta.html"]
    assert said not in html["persons/aermel-anna.html"]


def test_every_source_stands_under_its_letter_and_every_letter_can_be_reached(edition: Edition) -> None:
    references = {
        f"source:{one.lower()}": Reference(one.lower(), f"{one}-Blatt") for one in ("Zeit", "Amt", "Akte")
    }
    page = next(
        one for one in every_page(replace(edition, references=references)) if one.path == "sources.html"
    )
    found: Any = page.context
    assert [(one.label, [item.title for item in one.items]) for one in found.letters] == [
        ("A", ["Akte-Blatt", "Amt-Blatt"]),
        ("Z", ["Zeit-Blatt"]),
    ]
    assert [link.href for link in found.jumps] == [f"#{one.id}" for one in found.letters]


def test_the_address_of_the_copy_text_is_a_link(edition: Edition) -> None:
    cited = "Zeitung. https://example.org/a/b. Dossier"
    texts = (replace(article("erster"), source_citation=cited), article("zweiter"))
    html = rendered(replace(edition, articles=texts))["texts/erster.html"]
    said = 'Zeitung. <a href="https://example.org/a/b">https://example.org/a/b</a>. Dossier'
    assert said in html
