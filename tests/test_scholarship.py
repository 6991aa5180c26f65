"""The registers of the commentary: complete by id and count, with sums that come out, on a small and the real text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from edition import corpus, datings, pages, reading, rendering, settings, site, urls, words
from edition.model import (
    Article,
    Block,
    Config,
    Correction,
    DateRef,
    Dating,
    Edition,
    Entity,
    Fact,
    Identifier,
    Join,
    Mention,
    Note,
    Page,
    Passage,
    Quotation,
    Reference,
)
from edition.pages import dated, imprint, quoted, voices
from tests.conftest import ROOT, TOY
from tests.proofs import T

TEXT = "a"
OURS = (
    urls.QUOTATIONS, urls.VOICES, urls.CHRONOLOGY, urls.APPARATUS, urls.AUTHORITY_DATA, urls.IMPRINT,
)  # fmt: skip
MODULES = ("quotations", "voices", "chronology", "apparatus", "figures", "imprint")
FIRST = "Anna sagte 1921: »Das Eis ist ›dünn‹, ja.« Berta schwieg."
SECOND = "Ein Jahr später, sagte sie, »brach es« – und zwar »ganz und gar«. Der Brief kam an."


def quotation(
    identifier: str,
    kind: str,
    parts: tuple[tuple[str, str], ...],
    places: tuple[tuple[str, int], ...],
    level: int = 1,
    speaker: str | None = "person:anna",
) -> Quotation:
    return Quotation(
        identifier, TEXT, places[0][0], parts, kind, speaker, "work:eis", "de", level, places, "medium"
    )


def place(text: str, part: str) -> int:
    return text.index(part)


def small() -> Edition:
    """One text of two paragraphs with everything the registers tell apart."""
    outer, inner = "»Das Eis ist ›dünn‹, ja.«", "›dünn‹"
    one, two = "»brach es«", "»ganz und gar«"
    return Edition(
        config=Config(
            "Kleine Ausgabe", "", "https://example.org/klein/", "1.0", "2026-11-22", ("de",), "Verlag", {},
            "https://rightsstatements.org/vocab/InC/1.0/", "https://creativecommons.org/licenses/by/4.0/",
        ),
        articles=(
            Article(
                TEXT, "article", "tei/articles/a.xml", "Text", ("Vera",), "de", "", "1.0", "2026-11-22",
                Dating(when="2007-11-15"),
                (Block("head", None, "Das Eis"), Block("p-1", "1", FIRST), Block("p-2", "2", SECOND)),
            ),
        ),
        pages=(),
        entities={
            one.pointer: one
            for one in (
                Entity("anna", "person", "Beispiel, Anna"),
                Entity("berta", "person", "Muster, Berta", identifiers=(Identifier("GND", "1"),)),
                Entity("eis", "work", "Das Eis"),
                Entity("bruch", "event", "Bruch", facts=(
                    Fact("dating", "", None, Dating(when="1923-03-01"), ("source:lexikon",)),)),
                Entity("ruhe", "event", "Ruhe", facts=(Fact("dating", "", None, Dating(when="1922-01")),)),
            )
        },
        references={"source:lexikon": Reference("lexikon", "Lexikon", ("https://example.org/lexikon",))},
        relations=(),
        mentions={
            "event:ruhe": (Mention("event:ruhe", TEXT, "p-1.ruhe.1", "p-1", "schwieg", "Berta ", ".", False),)
        },
        quotations=(
            quotation("q-eis", "source", (("q-eis", outer),), (("p-1", place(FIRST, outer)),)),
            quotation("q-duenn", "speech", (("q-duenn", inner),), (("p-1", place(FIRST, inner)),), 2, "person:berta"),
            quotation(
                "q-bruch", "speech", (("q-bruch", one), ("q-ganz", two)),
                (("p-2", place(SECOND, one)), ("p-2", place(SECOND, two))),
            ),
        ),
        dates=(
            DateRef(TEXT, "d-21", "p-1", "1921", Dating(when="1921"), id="d-21", before="sagte ", after=":"),
            DateRef(
                TEXT, "p-2.bruch.1", "p-2", "Ein Jahr später", Dating(when="1922"), "medium", "event:bruch",
                "#d-21", "P1Y", "after",
            ),
        ),
        corrections=(
            Correction(TEXT, "p-2.corr.1", "p-2", "Breif", "Brief", "#resp-edition", "high"),
            Correction(TEXT, "p-2.corr.2", "p-2", "kamm", "kam", "#resp-edition", "high"),
        ),
        joins=(Join(TEXT, "join-1", "p-2", "Der Brief ", "kam an."),),
        notes=(
            note("n-wort", "quotation", "q-ganz", "So auch im Original."),
            note("n-bruch", "factual", "p-2.bruch.1", "Das Eis brach 1923."),
            note("n-brief", "emendation", "p-2.corr.1", "Buchstaben vertauscht."),
            note("n-fuge", "join", "join-1", "Mitten im Satz."),
            note("n-sic", "textual", "p-1", "So gedruckt."),
        ),
    )  # fmt: skip


def note(identifier: str, kind: str, anchor: str, text: str) -> Note:
    passage = Passage("p-1", anchor, "ja")
    return Note(identifier, TEXT, kind, (passage,), text, ("source:lexikon",), "medium", "#resp-commentary")


def facts(root: Path) -> Edition:
    """What an edition's files say, without asking whether they are valid."""
    config = settings.load(root)
    files = (corpus.parse(path, role, root) for path, role in corpus.files(root, config))
    return reading.edition(config, [reading.of_source(source) for source in files])


@pytest.fixture(scope="module")
def real() -> Edition:
    return facts(ROOT)


@pytest.fixture(scope="module", params=["small", "real"])
def edition(request: pytest.FixtureRequest) -> Edition:
    return small() if request.param == "small" else request.getfixturevalue("real")


class Seen(HTMLParser):
    """Links, ids, headings and words of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.headings: list[list[str]] = []
        self.text = ""
        self._heading = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert "style" not in given
        self.links += [given["href"]] if tag == "a" and given.get("href") else []
        self.ids += [given["id"]] if given.get("id") else []
        if re.fullmatch("h[1-6]", tag):
            self.headings.append([tag, ""])
            self._heading = True

    def handle_endtag(self, tag: str) -> None:
        self._heading = self._heading and not re.fullmatch("h[1-6]", tag)

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._heading:
            self.headings[-1][1] += data


def registers(edition: Edition) -> Iterator[Page]:
    """Our pages, in the order of the table; the others would take long and are not looked at."""
    for make in pages.PAGES:
        if make.__module__.rpartition(".")[2] in MODULES:
            yield from make(edition)


def rendered(edition: Edition) -> dict[str, str]:
    return {page.path: rendering.render(page).content.decode() for page in registers(edition)}


def values(edition: Edition, path: str) -> Any:
    return next(page.context for page in registers(edition) if page.path == path)


def own(edition: Edition, found: tuple[Any, ...]) -> list[Any]:
    return [one for one in found if one.article_id in {text.id for text in edition.articles}]


def reached(one: Note) -> set[str]:
    """The anchors a note holds for."""
    return {anchor for passage in one.passages for anchor in (passage.anchor, *passage.inside)}


def href(one: Any, anchor: str) -> str:
    return f"{urls.article(one.article_id)}#{anchor}"


def test_headings_are_in_order_and_never_empty(edition: Edition) -> None:
    site = rendered(edition)
    assert set(site) == set(OURS)
    for path, html in site.items():
        seen = Seen(html)
        levels = [int(tag[1]) for tag, _ in seen.headings]
        assert levels[0] == 1
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path
        assert all(text.strip() for _, text in seen.headings), path
        assert len(seen.ids) == len(set(seen.ids)), path


def test_every_quotation_and_every_part_is_in_the_register(edition: Edition) -> None:
    found, html = own(edition, edition.quotations), rendered(edition)[urls.QUOTATIONS]
    seen, register = Seen(html), values(edition, urls.QUOTATIONS)
    assert [entry.id for entry in register.entries] == [one.id for one in found]
    for one in found:
        assert one.id in seen.ids
        for anchor, _ in one.parts:
            assert href(one, anchor) in seen.links, anchor
    assert register.total.entries == len(found)
    assert register.total.pairs == sum(len(one.parts) for one in found)
    assert sum(count.pairs for count in register.counts) == register.total.pairs
    for groups in (register.speakers, register.works):
        assert sorted(entry.id for group in groups for entry in group.entries) == sorted(
            one.id for one in found
        )


def test_what_a_note_says_of_the_wording_stands_with_the_quotation(edition: Edition) -> None:
    register, seen = values(edition, urls.QUOTATIONS), Seen(rendered(edition)[urls.QUOTATIONS])
    anchors = {anchor for one in own(edition, edition.quotations) for anchor, _ in one.parts}
    for one in edition.notes:
        if one.type == "quotation" and anchors & {passage.anchor for passage in one.passages}:
            assert one.text in seen.text, one.id
    for entry in register.entries:
        assert not (entry.unchecked and (entry.remarks or entry.see))


def test_no_quotation_of_the_article_has_a_page_and_the_register_says_so(real: Edition) -> None:
    assert [one.id for one in real.quotations if one.pages] == []
    assert "Zu keinem Zitat gibt der Text eine Seite an." in rendered(real)[urls.QUOTATIONS]


def test_every_quotation_stands_where_its_place_says(edition: Edition) -> None:
    blocks = {(text.id, block.id): block.text for text in edition.articles for block in text.blocks}
    for one in own(edition, edition.quotations):
        assert len(one.places) == len(one.parts)
        for (_, part), (block, begin) in zip(one.parts, one.places, strict=True):
            assert blocks[one.article_id, block][begin : begin + len(part)] == part


def test_the_words_of_the_voices_add_up_to_the_words_of_the_text(edition: Edition) -> None:
    page = values(edition, urls.VOICES)
    for text, score in zip(edition.articles, page.scores, strict=True):
        counted = sum(words.length(block.text) for block in text.blocks)
        assert score.total == counted
        assert score.narration.words + sum(voice.words for voice in score.voices) == counted
        cited = [one for one in own(edition, edition.quotations) if one.kind in quoted.CITED]
        assert score.quotations == len(cited) == sum(voice.quotations for voice in score.voices)
        drawn = sum(float(one.width[:-1]) for one in score.segments)
        length = sum(len(block.text) for block in text.blocks)
        covered = sum(
            run.end - run.begin
            for block in text.blocks
            for run in voices.runs(block, quoted.stretches(cited))
            if run.stretch
        )
        assert drawn == pytest.approx(100 * covered / length, abs=0.1)


def test_nested_speech_counts_for_the_innermost_speaker() -> None:
    text = small().articles[0]
    counted = voices.tally(text, quoted.stretches(small().quotations))
    assert counted["person:berta"] == 1
    assert counted["person:anna"] == 4 + 2 + 3
    assert counted[None] == words.length(" ".join(block.text for block in text.blocks)) - 10


def test_every_part_of_a_voice_leads_to_its_place(edition: Edition) -> None:
    seen = Seen(rendered(edition)[urls.VOICES])
    for one in own(edition, edition.quotations):
        if one.kind in quoted.CITED:
            for anchor, _ in one.parts:
                assert href(one, anchor) in seen.links


def test_voices_differ_by_hatching_or_hue(real: Edition) -> None:
    drawn = [
        (voice.hue, voice.hatching) for score in values(real, urls.VOICES).scores for voice in score.voices
    ]
    assert max(Counter(drawn).values()) == 1


def test_every_date_and_every_event_is_in_the_chronology_once_and_in_order(edition: Edition) -> None:
    seen, page = Seen(rendered(edition)[urls.CHRONOLOGY]), values(edition, urls.CHRONOLOGY)
    dates = own(edition, edition.dates)
    items = [item for year in page.years for item in year.items]
    events = {one.pointer for one in edition.entities.values() if one.kind == "event"}
    untold = events - {one.event for one in dates}
    assert Counter(item.id for item in items) == Counter(
        [f"z_{one.article_id}.{one.anchor}" for one in dates] + [f"e_{one[6:]}" for one in untold]
    )
    for one in dates:
        assert href(one, one.anchor) in seen.links
    for pointer in events:
        assert urls.entity(pointer) in seen.links, pointer
        for mention in edition.mentions.get(pointer, ()) if pointer in untold else ():
            if mention.article_id in {text.id for text in edition.articles}:
                assert href(mention, mention.anchor) in seen.links
    years = [int(year.label) for year in page.years if year.label.isdigit()]
    assert years == sorted(years)


def test_a_date_that_the_references_contradict_is_marked_with_its_note(edition: Edition) -> None:
    page = values(edition, urls.CHRONOLOGY)
    items = {item.id: item for year in page.years for item in year.items}
    for one in own(edition, edition.dates):
        event = edition.entities.get(one.event or "")
        told, proven = datings.span(one.dating), datings.span(dated.of_event(event)) if event else None
        item = items[f"z_{one.article_id}.{one.anchor}"]
        assert item.deviates == bool(told and proven and not datings.overlap(told, proven)), item.id
        assert not item.deviates or item.proven
        noted = [
            note.text for note in edition.notes if note.type == "factual" and one.anchor in reached(note)
        ]
        assert ["".join(piece.words for piece in remark.pieces) for remark in item.remarks] == noted
    assert len(page.deviations) == sum(item.deviates for item in items.values())


def test_every_contradiction_of_the_article_has_a_factual_note(real: Edition) -> None:
    items = [item for year in values(real, urls.CHRONOLOGY).years for item in year.items]
    assert [item.id for item in items if item.deviates and not item.remarks] == []


def test_a_relative_date_shows_its_arithmetic(real: Edition) -> None:
    html = " ".join(Seen(rendered(small())[urls.CHRONOLOGY]).text.split())
    assert "Gerechnet aus: 1921 (»1921«, Absatz 1), plus 1 Jahr: 1922" in html
    html = " ".join(Seen(rendered(real)[urls.CHRONOLOGY]).text.split())
    assert "Gerechnet aus: Erscheinungstag, 15. November 2007, minus 60 Jahre: 15. November 1947" in html
    relative = [one for one in own(real, real.dates) if one.relative_to]
    assert html.count("Gerechnet aus:") == len(relative)


def test_every_intervention_is_in_the_apparatus(edition: Edition) -> None:
    seen, page = Seen(rendered(edition)[urls.APPARATUS]), values(edition, urls.APPARATUS)
    for one in (*own(edition, edition.corrections), *own(edition, edition.joins)):
        assert href(one, one.anchor) in seen.links
    for one in own(edition, edition.notes):
        if one.type in ("textual", "emendation", "join"):
            assert one.text in seen.text, one.id
        if one.type == "textual":
            for passage in one.passages:
                assert href(one, passage.anchor) in seen.links
    assert len(page.corrections) == len(own(edition, edition.corrections))
    assert len(page.joins) == len(own(edition, edition.joins))
    assert len(page.stands) == sum(one.type == "textual" for one in own(edition, edition.notes))


def test_an_intervention_without_a_note_says_so(real: Edition) -> None:
    assert [one.reason for one in values(small(), urls.APPARATUS).corrections] == ["", "ohne Begründung"]
    page = values(real, urls.APPARATUS)
    assert [one.spot.label for one in (*page.corrections, *page.joins) if one.reason] == []
    assert page.others == ()


def test_the_figures_are_those_of_the_lists(edition: Edition) -> None:
    tables = {table.id: table for table in values(edition, urls.AUTHORITY_DATA).tables}
    entities = list(edition.entities.values())
    total = tables["kennungen"].total
    assert total[0] == str(len(entities))
    assert total[-1] == str(sum(not one.identifiers for one in entities))
    for column in range(len(total)):
        assert sum(int(figures[column]) for _, figures in tables["kennungen"].rows) == int(total[column])
    bare = [one for one in entities if one.kind == "person" and not one.identifiers]
    assert len(values(edition, urls.AUTHORITY_DATA).bare) == len(bare)


def test_the_page_says_what_serge_lacks(real: Edition) -> None:
    said = values(real, urls.AUTHORITY_DATA).said_of_first
    assert said.startswith("Für Victor Serge, im Text am häufigsten genannt, ist keine Kennung in GND")


def test_an_edition_without_imprint_says_that_it_must_not_be_published() -> None:
    bare = small()
    assert "darf so nicht veröffentlicht werden" in rendered(bare)[urls.IMPRINT]
    some = replace(bare, config=replace(bare.config, imprint={"responsible": "Vera"}))
    assert "unvollständig (Anschrift, E-Mail)" in rendered(some)[urls.IMPRINT]
    given = {
        "responsible": "Vera",
        "address": "Weg 1\n12345 Ort",
        "email": "v@example.org",
        "privacy": "Nichts.",
    }
    full = replace(bare, config=replace(bare.config, imprint=given))
    html = rendered(full)[urls.IMPRINT]
    assert "veröffentlicht werden" not in html
    assert "Weg 1<br>12345 Ort" in html
    assert 'href="mailto:v@example.org"' in html
    assert imprint.missing(full.config) == ()


def test_a_build_says_that_the_imprint_is_missing(tmp_path: Path) -> None:
    report = site.build(TOY, tmp_path / "site")
    assert any("[imprint]" in str(remark) for remark in report.remarks)


def test_a_text_without_quotations_dates_and_notes_has_no_registers() -> None:
    bare = replace(
        small(), quotations=(), dates=(), corrections=(), joins=(), notes=(), entities={}, mentions={}
    )
    assert set(rendered(bare)) == {urls.IMPRINT}


def test_two_texts_keep_their_ids_apart() -> None:
    one = small()
    other = replace(one.articles[0], id="b")
    both = replace(
        one,
        articles=(*one.articles, other),
        quotations=(*one.quotations, *(replace(each, article_id="b") for each in one.quotations)),
        dates=(*one.dates, *(replace(each, article_id="b") for each in one.dates)),
    )
    for path, html in rendered(both).items():
        seen = Seen(html)
        assert len(seen.ids) == len(set(seen.ids)), path
        levels = [int(tag[1]) for tag, _ in seen.headings]
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def test_the_toy_edition_has_the_registers_its_text_needs() -> None:
    assert {urls.QUOTATIONS, urls.CHRONOLOGY, urls.APPARATUS} <= set(rendered(facts(TOY)))


def test_named_pages_are_those_that_are_made(real: Edition) -> None:
    made = {page.path for make in pages.PAGES for page in make(real)} | {
        urls.GUIDELINES, urls.VALIDATION, urls.DOWNLOADS,
    }  # fmt: skip
    assert set(urls.named().values()) <= made


def test_a_work_lists_what_is_quoted_from_it(real: Edition) -> None:
    quoted_works = {one.source for one in own(real, real.quotations) if one.source}
    for page in (page for make in pages.PAGES for page in make(real)):
        pointer = next((one for one in quoted_works if urls.entity(one) == page.path), None)
        if pointer:
            found = [one for one in own(real, real.quotations) if one.source == pointer]
            html = rendering.render(page).content.decode()
            assert all(f'href="../{urls.QUOTATIONS}#{one.id}"' in html for one in found), pointer


# What the notice tells of: the field of the search, and choices kept on the reader's device.
PROMISED = {"search.html": {"<form"}, "assets/reading.js": {"localStorage"}}


def test_the_site_keeps_what_the_privacy_notice_promises(real_site: Path) -> None:
    """Whoever adds a form, a store or a cookie must first change the words in imprint.html."""
    library = (
        real_site / "data" / "ceteicean" / "CETEI.js"
    )  # kept from storing: tests/test_export_ceteicean.py
    for path in real_site.rglob("*"):
        if path.suffix in (".html", ".js") and path != library:
            found = re.findall(
                r"<form|document\.cookie|localStorage|sessionStorage|indexedDB|sendBeacon",
                path.read_text("utf-8"),
            )
            name = path.relative_to(real_site).as_posix().removeprefix("en/")  # the same pages in English
            assert set(found) <= PROMISED.get(name, set()), path.name
        if path.suffix == ".html":
            assert "default-src 'none'" in path.read_text("utf-8"), path.name


def test_a_note_keeps_the_languages_of_its_words() -> None:
    edition = small()
    text = "Im Original: »la nuit« und »noche«."
    begin, other = text.index("»la"), text.index("»no")
    foreign = ((begin, begin + len("»la nuit«"), "fr"), (other, other + len("»noche«"), "es"))
    notes = tuple(
        replace(one, text=text, foreign=foreign) if one.id in ("n-wort", "n-sic") else one
        for one in edition.notes
    )
    html = rendered(replace(edition, notes=notes))
    for path in (urls.QUOTATIONS, urls.APPARATUS):
        said = 'Im Original: <span lang="fr">»la nuit«</span> und <span lang="es">»noche«</span>.'
        assert said in html[path], path


def test_the_languages_of_the_notes_are_those_of_the_file(real: Edition) -> None:
    stated = sum(
        len(node.xpath("t:note//*[@xml:lang][not(ancestor::*[@xml:lang][ancestor::t:note])]", namespaces=T))
        for path, role in corpus.files(ROOT, real.config)
        if role == "article"
        for node in corpus.parse(path, role, ROOT).tree.iterfind(".//t:annotation", T)
    )
    assert stated
    assert sum(len(one.foreign) for one in own(real, real.notes)) == stated
    for one in real.notes:
        for begin, end, _ in one.foreign:
            assert one.text[begin:end] == one.text[begin:end].strip() != ""


def test_places_of_one_note_are_told_apart(edition: Edition) -> None:
    page = values(edition, urls.APPARATUS)
    for stand in page.stands:
        for spot in stand.spots:
            others = [one for one in stand.spots if one.label == spot.label and one != spot]
            assert not others or "Stelle" in spot.label
            assert "#bibl-" not in spot.href or ": " in spot.label, "an entry is called by its author"


def test_events_name_only_entries_and_never_themselves(real: Edition) -> None:
    events = [one for one in real.entities.values() if one.kind == "event"]
    assert any(one.named for one in events)
    for one in events:
        assert one.pointer not in one.named
        assert set(one.named) <= set(real.entities)
