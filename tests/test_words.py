"""Words: the order of names, dates, labels, trimmed context; in German and in English."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from edition import interface, words
from edition.model import Dating, Fact
from edition.words import values
from tests.conftest import ROOT

ODD = ROOT / "tei" / "schema" / "edition.odd"
AUTHORITY = ROOT / "tei" / "authority"
TEI = "{http://www.tei-c.org/ns/1.0}"

# Each line stands in the order of DIN 5007-1.
ORDERS = [
    ["Arp", "Ärzte", "Asche"],
    ["Mull", "Müll", "Mulle", "Müller"],
    ["Masse", "Maße", "Massen"],
    ["Rote Armee", "Rotes Kreuz", "Rotfront"],
    ["Rühle, Otto", "Rühle-Gerstel, Alice"],
    ["Maier", "Maier-Huber", "Mayer"],
    ["Lodz", "Łódź", "Łowicz"],
    ["Œuvre", "Offen"],
    ["Avantgarde", "»Avanti!«", "Avantismus"],
    ["Trotzki's", "Trotzkis Haus"],
    ["Band 2", "Band 10"],
    ["Zeit", "1917"],
    ["serge", "Serge"],
    ["Nin, Andrés", "Nina"],
    ["Der Ton", "Ton"],
]


@pytest.mark.parametrize("names", ORDERS, ids=lambda names: names[0])
def test_names_sort_as_in_a_german_lexicon(names: list[str]) -> None:
    assert all(words.sort_key(one) < words.sort_key(next_one) for one, next_one in pairwise(names))


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Ägypten", "A"),
        ("»Avanti!«", "A"),
        ("Łódź", "L"),
        ("Œuvre", "O"),
        ("ßtest", "S"),
        ("1917", "0–9"),
        ("…", "#"),
        ("Кибальчич", "К"),
    ],
)
def test_a_name_is_filed_under_its_letter(name: str, letter: str) -> None:
    assert words.initial(name) == letter


DATINGS = [
    (Dating(), ""),
    (Dating(when="1890-12-30"), "30. Dezember 1890"),
    (Dating(when="1943-03"), "März 1943"),
    (Dating(when="1967"), "1967"),
    (Dating(when="-0044-03-15"), "15. März 44 v. Chr."),
    (Dating(when="um 1900"), "um 1900"),
    (Dating(when="1900-13"), "1900-13"),
    (Dating(begin="1934", end="1940"), "1934–1940"),
    (Dating(begin="1940-06", end="1940-08"), "Juni–August 1940"),
    (Dating(begin="1936-11", end="1937-04"), "November 1936 – April 1937"),
    (Dating(begin="1921-03-01", end="1921-03-18"), "1.–18. März 1921"),
    (Dating(begin="1941-03-24", end="1941-04-20"), "24. März – 20. April 1941"),
    (Dating(begin="1920-12-30", end="1921-01-02"), "30. Dezember 1920 – 2. Januar 1921"),
    (Dating(begin="1933", end="1936-04"), "1933 – April 1936"),
    (Dating(begin="1940", end="1940"), "1940"),
    (Dating(begin="1927"), "ab 1927"),
    (Dating(end="1940"), "bis 1940"),
    (Dating(begin="1927", not_after="1940"), "ab 1927, nicht nach 1940"),
    (Dating(not_before="1898"), "nicht vor 1898"),
    (Dating(not_before="1898-03"), "nicht vor März 1898"),
    (Dating(not_after="1921-03-18"), "nicht nach dem 18. März 1921"),
    (Dating(not_before="1943-03-01", not_after="1943-05-31"), "Frühjahr 1943"),
    (Dating(not_before="1939-06-01", not_after="1939-08-31"), "Sommer 1939"),
    (Dating(not_before="1939-09-01", not_after="1939-11-30"), "Herbst 1939"),
    (Dating(not_before="1920-12-01", not_after="1921-02-28"), "Winter 1920/21"),
    (Dating(not_before="1939-11-01", not_after="1939-11-30"), "November 1939"),
    (Dating(not_before="1941-01-01", not_after="1941-12-31"), "1941"),
    (Dating(not_before="1921-03-01", not_after="1921-03-10"), "zwischen 1. und 10. März 1921"),
    (Dating(not_before="1869", not_after="1878"), "zwischen 1869 und 1878"),
]


@pytest.mark.parametrize(
    ("dating", "said"), DATINGS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_dating_is_said_in_german(dating: Dating, said: str) -> None:
    assert words.dating(dating) == said


ENGLISH = [
    (Dating(when="1890-12-30"), "30 December 1890"),
    (Dating(when="1943-03"), "March 1943"),
    (Dating(when="-0044-03-15"), "15 March 44 BC"),
    (Dating(when="um 1900"), "um 1900"),
    (Dating(begin="1934", end="1940"), "1934–1940"),
    (Dating(begin="1940-06", end="1940-08"), "June–August 1940"),
    (Dating(begin="1936-11", end="1937-04"), "November 1936 – April 1937"),
    (Dating(begin="1921-03-01", end="1921-03-18"), "1–18 March 1921"),
    (Dating(begin="1941-03-24", end="1941-04-20"), "24 March – 20 April 1941"),
    (Dating(begin="1927"), "from 1927"),
    (Dating(begin="1927", not_after="1940"), "from 1927, not after 1940"),
    (Dating(end="1940"), "until 1940"),
    (Dating(not_before="1898-03"), "not before March 1898"),
    (Dating(not_after="1921-03-18"), "not after 18 March 1921"),
    (Dating(not_before="1943-03-01", not_after="1943-05-31"), "spring 1943"),
    (Dating(not_before="1920-12-01", not_after="1921-02-28"), "winter 1920/21"),
    (Dating(not_before="1939-11-01", not_after="1939-11-30"), "November 1939"),
    (Dating(not_before="1921-03-01", not_after="1921-03-10"), "between 1 and 10 March 1921"),
    (Dating(not_before="1921-03", not_after="1921-05"), "between March and May 1921"),
]


@pytest.mark.parametrize(("dating", "said"), ENGLISH, ids=[said for _, said in ENGLISH])
def test_a_dating_is_said_in_english(dating: Dating, said: str) -> None:
    with interface.speaking("en"):
        assert words.dating(dating) == said


def test_labels_and_numbers_are_said_in_english() -> None:
    with interface.speaking("en"):
        assert words.type_of("ship") == "ship"
        assert words.certainty("low") == "uncertain"
        assert words.relation("murderer", False) == "murdered by"
        assert words.language("ru-Latn") == "Russian in Latin script"
        assert words.tag_of("Russisch") == "ru"  # of the lists, which are German
        assert (words.block("lead", None), words.block("p-7", "7")) == ("Lead", "7")
        assert words.lifespan("1898", "") == "b. 1898"
        assert [words.count(number, "Stelle", "Stellen") for number in (1, 2)] == ["1 passage", "2 passages"]
        assert words.coordinates("50.85 4.35") == "50.85° N, 4.35° E"
        assert words.duration("P1Y6M") == "1 year, 6 months"
        assert words.share(1, 8) == "12.5%"
    assert (words.share(1, 8), words.duration("P1Y6M")) == ("12,5\u202f%", "1 Jahr, 6 Monate")


def test_a_date_that_the_lists_write_out_in_german_is_not_said_twice_in_english() -> None:
    fact = Fact("dating", "21. August 1940", dating=Dating(when="1940-08-21"))
    with interface.speaking("en"):
        assert words.stated(fact, fact.text) == ("21 August 1940", "")
        assert words.stated(fact, "bis 21. August 1940 in Haft") == ("", "bis 21. August 1940 in Haft")
        assert words.stated(fact, "Mexiko") == ("21 August 1940", "Mexiko")


def test_years_are_what_an_index_shows() -> None:
    assert words.years(Dating(when="1890-12-30")) == "1890"
    assert words.years(Dating(not_before="1869", not_after="1878")) == "1869/1878"
    assert words.years(Dating(not_before="1878-01-01", not_after="1878-12-31")) == "1878"
    assert words.years(Dating(begin="1934", end="1940")) == "1934–1940"
    assert words.years(Dating()) == ""


def test_a_life_has_one_end_or_two() -> None:
    assert words.lifespan("1890", "1947") == "1890–1947"
    assert words.lifespan("1898", "") == "geb. 1898"
    assert words.lifespan("", "1902") == "gest. 1902"
    assert words.lifespan("1935", "", "gegr.", "bis") == "gegr. 1935"
    assert words.lifespan("", "") == ""


def test_a_relation_reads_from_both_sides() -> None:
    assert words.relation("murderer", True) == "Mörder von"
    assert words.relation("murderer", False) == "ermordet von"
    assert words.relation("spouse", True) == words.relation("spouse", False) == "verheiratet mit"


def test_labels_for_single_values() -> None:
    assert words.type_of(None) == ""
    assert words.type_of("ship") == "Schiff"
    assert words.type_of("unheard-of") == "unheard-of"
    assert words.certainty("high") == words.certainty(None) == ""
    assert words.certainty("medium") == "wahrscheinlich"
    assert words.language("ru-Latn") == "russisch in lateinischer Schrift"
    assert words.language("ru") == "russisch"
    assert words.block("p-12", "12") == "12"
    assert words.block("lead", None) == "Vorspann"
    assert words.block("bibl-serge", None) == "Literatur"
    assert words.capital("ermordet von") == "Ermordet von"
    assert words.count(1, "Stelle", "Stellen") == "1 Stelle"
    assert words.count(12_345, "Stelle", "Stellen") == "12\u202f345 Stellen"
    assert words.coordinates("50.85 4.35") == "50,85° N, 4,35° O"
    assert words.coordinates("-33.45 -70.6667") == "33,45° S, 70,6667° W"
    assert words.coordinates("unbekannt") == "unbekannt"


CLOSED = {
    "ed.type.place": values.TYPES,
    "ed.type.org": values.TYPES,
    "ed.type.work": values.TYPES,
    "ed.type.event": values.TYPES,
    "ed.type.object": values.TYPES,
    "ed.type.name": values.NAMES.written | {"preferred": ""},
    "ed.type.relation": values.RELATIONS,
    "ed.type.certainty": values.CERTAINTY,
}


@pytest.mark.parametrize("name", CLOSED)
def test_every_closed_value_of_the_schema_has_german_words(name: str) -> None:
    specification = next(
        node for node in ElementTree.parse(ODD).iter(f"{TEI}dataSpec") if node.get("ident") == name
    )
    listed = {str(item.get("ident")) for item in specification.iter(f"{TEI}valItem")}
    assert listed
    assert listed <= set(CLOSED[name])


def test_no_label_stands_for_a_value_that_the_schema_does_not_know() -> None:
    known = {str(item.get("ident")) for item in ElementTree.parse(ODD).iter(f"{TEI}valItem")}
    assert set(values.TYPES) | set(values.NAMES) | set(values.RELATIONS) | set(values.CERTAINTY) <= known


def test_every_language_of_the_lists_has_a_name() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(AUTHORITY.glob("*.xml"))]
    tags = {tag.split("-")[0] for text in texts for tag in re.findall(r'xml:lang="([^"]+)"', text)}
    assert tags <= set(values.LANGUAGES)


def test_context_is_cut_between_words() -> None:
    text = "Die Toten sind für mich den Lebenden sehr nahe."
    assert words.before(text, 20) == "… Lebenden sehr nahe."
    assert words.before(text, 21) == "… Lebenden sehr nahe."
    assert words.after(text, 12) == "Die Toten …"
    assert words.after(text, 9) == "Die Toten …"
    assert words.before(text, 100) == words.after(text, 100) == text
    assert words.before("", 10) == words.after("", 10) == ""


def test_a_description_is_shortened_to_its_first_sentence_or_first_words() -> None:
    assert words.shorten("Kurz.", 20) == "Kurz."
    assert words.shorten("Erster Satz. Zweiter Satz, der länger ist.", 20) == "Erster Satz."
    assert words.shorten("Ein langer Satz, der nicht hineinpasst.", 17) == "Ein langer Satz …"
    assert words.shorten("Minister der DDR. Der Artikel zählt ihn dazu.", 25) == "Minister der DDR."
    assert words.shorten("Aufstand bis 1921. Der Artikel erzählt ihn.", 25) == "Aufstand bis 1921."
    assert words.shorten("Reise am 13. Februar, bzw. Mai, und sonst nichts.", 27) == "Reise am 13. Februar …"


def test_a_shortened_description_ends_at_a_near_comma_but_not_within_figures() -> None:
    assert (
        words.shorten("Sozialist, in Haft gestorben; der Zeitpunkt ist offen", 42)
        == "Sozialist, in Haft gestorben …"
    )
    assert (
        words.shorten("Sozialist, sehr lange in Haft gewesen und dort", 40)
        == "Sozialist, sehr lange in Haft gewesen …"
    )
    assert (
        words.shorten("Waffenstillstand von 1940, 1941 und später noch", 36)
        == "Waffenstillstand von 1940, 1941 und …"
    )


@pytest.mark.parametrize(
    ("name", "tag"),
    [("Russisch", "ru"), ("russisch", "ru"), ("Deutsch", "de"), ("Klingonisch", ""), ("", "")],
)
def test_a_language_is_known_by_its_german_name(name: str, tag: str) -> None:
    assert words.tag_of(name) == tag
