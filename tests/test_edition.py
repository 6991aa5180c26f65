"""The edition itself: what its header claims is true, and everything tagged can be reached."""

from __future__ import annotations

import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from lxml import etree

from edition import corpus, reading, settings, urls, validation
from edition.checks import text
from edition.model import Edition
from tests.conftest import ROOT

SLUG = "wenn-stalin-sich-entschlossen-hat"
COPYTEXT = ROOT / "tei" / "copytext" / f"{SLUG}.txt"
ARTICLE = ROOT / "tei" / "articles" / f"{SLUG}.xml"
CLASSES = {"source", "speech", "term", "title", "name", "foreign", "epigraph"}


class Ids(HTMLParser):
    """The ids of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {value for name, value in attrs if name == "id" and value}


@pytest.fixture(scope="module")
def edition() -> Edition:
    return validation.examine(ROOT, settings.load(ROOT)).edition


def test_the_edition_is_clean() -> None:
    assert validation.examine(ROOT, settings.load(ROOT)).findings == ()


def test_the_copy_text_is_the_one_the_header_names() -> None:
    source = corpus.parse(ARTICLE, "article", ROOT)
    claimed = corpus.one(source.tree, "//t:sourceDesc//t:idno[@type='sha256']").text
    assert hashlib.sha256(COPYTEXT.read_bytes()).hexdigest() == claimed


def test_the_conservation_proof_sees_every_single_character() -> None:
    """A proof that cannot fail proves nothing: drop each hundredth sign of the copy text in turn."""
    source = corpus.parse(ARTICLE, "article", ROOT)
    ours = [sign for sign, _, _ in text.transcription(source)]
    theirs = [sign for sign, _, _ in text.printed(COPYTEXT)]
    assert " ".join("".join(ours).split()) == " ".join("".join(theirs).split())
    for place in range(0, len(ours), 100):
        if not ours[place].isspace():
            spoiled = "".join(ours[:place] + ours[place + 1 :])
            assert " ".join(spoiled.split()) != " ".join("".join(theirs).split())


def test_every_pair_of_quotation_marks_is_classified(edition: Edition) -> None:
    printed = COPYTEXT.read_text(encoding="utf-8")
    quotations = [one for one in edition.quotations if one.article_id == SLUG]
    parts = [part for one in quotations for part in one.parts]
    assert len(parts) == printed.count("»") + printed.count("›")
    assert {one.kind for one in quotations} <= CLASSES
    for _, words in parts:
        assert (words[0], words[-1]) in {("»", "«"), ("›", "‹")}


def test_interrupted_quotations_are_one_entry_with_their_speaker(edition: Edition) -> None:
    by_id = {one.id: one for one in edition.quotations}
    said = {one.id: (one.speaker, one.source, len(one.parts), one.level) for one in edition.quotations}
    assert said["q-es-half-ihr"] == ("person:regler-gustav", "work:regler-ohr-des-malchus", 2, 1)
    assert said["q-der-fall-serge"][0] == "person:seghers-anna"
    assert said["q-die-toten"][:2] == ("person:serge-victor", None)
    assert said["q-regler-nicht-mehr"][3] == 2
    assert [words[:8] for _, words in by_id["q-es-half-ihr"].parts] == ["»Es half", "»dass ne"]


def test_every_note_of_the_commentary_has_its_passage_and_its_sources(
    edition: Edition, real_site: Path
) -> None:
    reading_page = Ids(real_site / urls.article(SLUG)).found
    assert len([one for one in edition.notes if one.type in ("factual", "explanation")]) >= 60
    for note in edition.notes:
        assert note.passages and note.sources and note.certainty and note.responsibility, note.id
        assert all(source in edition.references or source in edition.entities for source in note.sources)
        if note.type in ("factual", "explanation", "quotation"):
            assert {note.id, f"{note.id}.mark"} <= reading_page, note.id


def test_notes_are_numbered_in_the_order_of_the_text() -> None:
    root = corpus.parse(ARTICLE, "article", ROOT).tree.getroot()
    ends = (
        element for _, element in etree.iterwalk(root, events=("end",))
    )  # a mark stands behind its passage
    order = {element.get(corpus.XML_ID): number for number, element in enumerate(ends)}
    targets = [note.get("target").split() for note in corpus.every(root, "//t:annotation")]
    places = [order[first.lstrip("#")] for first, *_ in targets]
    assert places == sorted(places)


def test_every_correction_and_every_join_has_its_reason(edition: Edition) -> None:
    reasons = {(one.type, passage.anchor) for one in edition.notes for passage in one.passages}
    assert {("emendation", one.anchor) for one in edition.corrections} <= reasons
    assert {("join", one.anchor) for one in edition.joins} <= reasons


def test_every_anchor_is_in_the_reading_page(edition: Edition, real_site: Path) -> None:
    ids = {one.id: Ids(real_site / urls.article(one.id)).found for one in edition.articles}
    ids |= {one.id: Ids(real_site / urls.page(one.id)).found for one in edition.pages}
    mentions = [one for found in edition.mentions.values() for one in found]
    assert mentions
    for one in [*mentions, *edition.dates, *edition.corrections]:
        assert one.anchor in ids[one.article_id], one
    for quotation in edition.quotations:
        assert {anchor for anchor, _ in quotation.parts} <= ids[quotation.article_id]


def test_every_entry_has_its_page_with_all_its_mentions(edition: Edition, real_site: Path) -> None:
    for pointer, entity in edition.entities.items():
        page = (real_site / urls.entity(pointer)).read_text(encoding="utf-8")
        for mention in edition.mentions.get(pointer, ()):
            if mention.article_id != SLUG:  # the edition's own pages are no witness
                continue
            assert f'#{mention.anchor}"' in page, (entity.id, mention.anchor)


def test_readings_can_be_sent_between_processes(edition: Edition) -> None:
    import pickle

    source = corpus.parse(ARTICLE, "article", ROOT)
    facts = reading.of_source(source)
    assert pickle.loads(pickle.dumps(facts)) == facts


def test_every_person_has_a_description_and_says_what_it_rests_on(edition: Edition) -> None:
    persons = [one for one in edition.entities.values() if one.kind == "person"]
    assert persons and [one.id for one in persons if not (one.description and one.grounds)] == []


def test_every_page_exists_in_the_languages_promised(edition: Edition, real_site: Path) -> None:
    languages = {page.id: page.language for page in edition.pages}
    pairs = edition.config.translations.items()
    assert len(pairs) == 5
    for german, english in pairs:
        assert (languages[german], languages[english]) == ("de", "en")
        assert (real_site / urls.page(german)).is_file() and (real_site / urls.page(english)).is_file()


def test_every_yes_of_the_self_assessment_leads_to_its_evidence() -> None:
    root = corpus.parse(ROOT / "tei/pages/ride.xml", "page", ROOT).tree.getroot()
    answers = {
        item: "".join(corpus.one(item, "t:emph[1]").itertext())
        for item in corpus.every(root, "//t:item[t:emph]")
    }
    yes = [item for item, answer in answers.items() if answer.startswith("Ja")]
    assert yes and [item.get(corpus.XML_ID) for item in yes if not corpus.every(item, "t:ref")] == []


def test_identifiers_are_those_whose_sources_are_named(edition: Edition) -> None:
    bare = [
        (entity.pointer, one.scheme)
        for entity in edition.entities.values()
        for one in entity.identifiers
        if not one.sources
    ]
    assert bare == []


def test_serge_has_no_identifier_but_the_one_that_is_verified(edition: Edition) -> None:
    assert [one.scheme for one in edition.entities["person:serge-victor"].identifiers] == ["SNAC"]


def test_dates_count_from_the_inferred_day_of_publication(edition: Edition) -> None:
    assert [one.published.when for one in edition.articles] == ["2007-11-15"]
    sixty = next(one for one in edition.dates if "vor 60 Jahren" in one.form)
    assert (sixty.relative_to, sixty.duration, sixty.offset) == ("#published", "P60Y", "before")


def test_nothing_in_the_project_names_a_machine_or_a_registry() -> None:
    words = re.compile(r"(?<![\w.])/(?:work|root|home)/|pypi\.(?:org)|n[p]mjs|debian\.org/debian")
    for path in ROOT.rglob("*"):
        hidden = any(
            part.startswith(".") or part in ("site", "__pycache__") for part in path.relative_to(ROOT).parts
        )
        if (
            path.is_file()
            and not hidden
            and path.suffix in (".py", ".md", ".toml", ".txt", ".xsl", ".xml", ".odd", "")
        ):
            assert not words.search(path.read_text(encoding="utf-8", errors="replace")), path
