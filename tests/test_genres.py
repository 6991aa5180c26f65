"""What genre asks for: the dates of documents, letters with their correspondents, plays with their characters."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from edition import corpus, reading
from edition.adopting import tongues
from edition.model import RECEIVED, SENT, Article, Dating, Letter, Play
from tests import others
from tests.others import OTHERS

TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x"><teiHeader><fileDesc><titleStmt>{title}</titleStmt>'
    "<publicationStmt><p/></publicationStmt><sourceDesc>{source}</sourceDesc></fileDesc>"
    "<profileDesc>{profile}</profileDesc></teiHeader><text>{text}</text></TEI>"
)
SENT_ON = (
    '<correspDesc><correspAction type="sent"><persName>A</persName>{}</correspAction>'
    '<correspAction type="received"><date when="1900-12-31"/></correspAction></correspDesc>'
)
UNIT = 'xmlns:a="urn:edition:adopted" a:unit="true"'


def article(title: str = "", source: str = "", profile: str = "", text: str = "<body/>") -> Article:
    data = TEI.format(title=title, source=source, profile=profile, text=text).encode()
    found = reading.of_source(corpus.from_bytes(data, "x.xml", "article")).article
    assert found
    return found


@cache
def texts(name: str) -> dict[str, Article]:
    """The texts of a folder of others by the names of their files."""
    edition = others.read(OTHERS / name).edition
    return {edition.config.originals.get(one.path, one.path): one for one in edition.articles}


@pytest.mark.parametrize(
    ("given", "dating"),
    [
        ({"profile": SENT_ON.format('<date when="1824-05-03"/>')}, Dating(when="1824-05-03")),
        ({"profile": '<creation><date when="1900">um 1900</date></creation>'}, Dating(when="1900")),
        ({"profile": '<creation><date from="1900" to="1902-03"/></creation>'}, Dating(begin="1900", end="1902-03")),
        ({"title": '<title>Am <date when-iso="1901-03-04">4. 3.</date></title>'}, Dating(when="1901-03-04")),
        ({"title": '<title type="iso-date" when-iso="1901-03-04">x</title>'}, Dating(when="1901-03-04")),
        ({"title": '<title type="iso-date">1901-03-04</title>'}, Dating(when="1901-03-04")),
        ({"title": '<title when="1901-03-04T12:00:00">x</title>'}, Dating(when="1901-03-04")),
        ({"title": '<title when-iso="19010304">x</title>'}, Dating(when="1901-03-04")),
        ({"title": '<title when-iso="1901-03-04/1901-03-06">x</title>'}, Dating(begin="1901-03-04", end="1901-03-06")),
        (
            {"source": '<msDesc><history><origin><origDate notBefore="1850" notAfter="1855"/></origin></history></msDesc>'},
            Dating(not_before="1850", not_after="1855"),
        ),
        (
            {"text": '<body><opener><dateline><date when="1850-01-02"/></dateline></opener><p><date when="1"/></p></body>'},
            Dating(when="1850-01-02"),
        ),
        ({"text": '<front><docDate when="1811"/></front><body/>'}, Dating(when="1811")),
        ({"text": "<front><docDate><date>1811</date></docDate></front><body/>"}, Dating(when="1811")),
        ({"source": '<bibl><date when="1811">1811</date></bibl>'}, Dating(when="1811")),
        ({"source": "<bibl>Wien, <date>im Jahr</date></bibl>"}, Dating()),
        ({"title": '<title when="1901-02-30">x</title>'}, Dating()),
        ({"title": '<title when="gestern">x</title>', "text": '<front><docDate when="1811"/></front><body/>'}, Dating(when="1811")),
        # A letter is not of the year in which somebody printed it.
        ({"profile": SENT_ON.format(""), "source": '<bibl><date when="1931"/></bibl>'}, Dating()),
    ],
)  # fmt: skip
def test_a_document_is_dated_wherever_its_file_says_so(given: dict[str, str], dating: Dating) -> None:
    assert article(**given).dated == dating


def test_the_surest_place_counts() -> None:
    both = article(
        title='<title type="iso-date">1905-01-01</title>',
        profile='<creation><date when="1904"/></creation>',
        text='<front><docDate when="1911"/></front><body/>',
    )
    assert both.dated == Dating(when="1904")


def test_every_day_of_the_diary_is_known() -> None:
    days = {path.rpartition("__")[2].removesuffix(".xml") for path in texts("diary")}
    assert {one.dated.when for one in texts("diary").values()} == days
    assert len(days) == others.expected("diary")["documents"]


def test_a_document_is_called_by_its_own_title_and_not_by_its_series() -> None:
    assert len({one.title for one in texts("diary").values()}) == len(texts("diary"))
    given = '<title level="s">Reihe</title><title level="a">Brief</title>'
    assert article(title=given).title == "Brief"
    assert article(title="<title/>", text=f'<body><head xml:id="h" {UNIT}>Kopf</head></body>').title == "Kopf"
    assert article(title="<title/>").title == "x"


def test_authors_are_filed_by_their_surnames() -> None:
    one = next(iter(texts("drama").values()))
    assert (one.authors, one.filed) == (("Kreszentia Ammerthal",), ("Ammerthal, Kreszentia",))


def dated(dating: Dating) -> dict[str, str]:
    pairs = (
        ("when", dating.when),
        ("from", dating.begin),
        ("to", dating.end),
        ("notBefore", dating.not_before),
        ("notAfter", dating.not_after),
    )
    return {name: value for name, value in pairs if value}


@pytest.mark.parametrize(("path", "said"), others.expected("letters")["correspondence"].items())
def test_letters_say_who_wrote_to_whom(path: str, said: dict[str, Any]) -> None:
    letter = texts("letters")[path].letter
    assert letter
    for type_ in (SENT, RECEIVED):
        step = letter.action(type_)
        assert [one.pointer for one in step.agents if one.pointer] == said.get(type_, []), type_
        assert all(one.words for one in step.agents)
        place = said.get(f"{type_}_place")
        assert [one.pointer or one.words for one in step.places] == ([place] if place else [])
        expected = {name: value for name, value in said.get(f"{type_}_date", {}).items() if name != "cert"}
        assert dated(step.dating) == expected
        assert step.certainty == said.get(f"{type_}_date", {}).get("cert", "")


def test_letters_say_what_stands_before_and_behind_them() -> None:
    letter = texts("letters")["letters/brief-003.xml"].letter
    assert letter
    assert letter.following == "brief-004"
    several = (
        '<correspDesc><correspAction type="sent"><persName>A</persName></correspAction><correspContext>'
        '<ref type="withinCollection" subtype="next_letter" target="page:b"/>'
        '<ref type="withinCorrespondence" subtype="next_letter" target="page:c#d"/></correspContext></correspDesc>'
    )
    found = article(profile=several).letter
    assert found and (found.former, found.following) == ("", "c")


def test_correspondents_are_counted_once() -> None:
    letter = next(one.letter for one in texts("letters").values() if one.letter)
    assert isinstance(letter, Letter)
    assert len(letter.correspondents) == len({one.pointer or one.words for one in letter.correspondents})


def play_of(text: str, profile: str = "") -> Play:
    found = article(text=text, profile=profile).play
    assert found
    return found


def test_the_play_has_the_speeches_counted_by_hand() -> None:
    play, said = next(iter(texts("drama").values())).play, others.expected("drama")
    assert play
    assert {one.id: one.speeches for one in play.characters if one.speeches} == said["speeches_by_person"]
    assert [one.id for one in play.characters if not one.speeches] == said["silent"]
    assert play.speeches == said["speeches"]
    assert sum(1 for one in play.scenes if one.type == "act") == said["acts"]
    assert sum(1 for one in play.scenes if one.type == "scene") == said["scenes"]
    in_scenes: dict[str, int] = {}
    for one in play.scenes:
        for name, number in one.speakers:
            in_scenes[name] = in_scenes.get(name, 0) + number
    assert in_scenes == said["speeches_by_person"]


def test_speeches_count_what_is_spoken() -> None:
    play = play_of(
        f'<body><div type="scene"><head xml:id="h" {UNIT}>Szene</head>'
        f'<sp who="#a"><speaker {UNIT} xml:id="s">A.</speaker><stage {UNIT} xml:id="t">setzt sich</stage>'
        f'<p {UNIT} xml:id="p">Eins <stage>er lacht</stage> zwei, drei.<note>Nicht gesprochen.</note></p></sp>'
        f'<sp who="#a #b"><l {UNIT} xml:id="l">Vier fünf</l></sp></div></body>'
    )
    assert {one.id: (one.speeches, one.words) for one in play.characters} == {"a": (2, 5), "b": (1, 2)}
    assert play.speeches == 2
    assert [(one.anchor, one.title, one.speakers) for one in play.scenes] == [
        ("h", "Szene", (("a", 2), ("b", 1)))
    ]


def test_who_speaks_is_found_by_pointer_role_or_name() -> None:
    play = play_of(
        "<front><castList><castItem><role xml:id='nathan'>Nathan</role>, <roleDesc>ein Kaufmann</roleDesc></castItem>"
        "<castItem>Volk</castItem></castList></front>"
        f"<body><sp who='#nathan'><p {UNIT} xml:id='p1'>Ja</p></sp><sp><speaker>NATHAN.</speaker><p {UNIT} xml:id='p2'>Doch</p></sp>"
        f"<sp><speaker>Daja</speaker><p {UNIT} xml:id='p3'>Nein</p></sp><sp who='cast.xml#recha'><speaker>Recha:</speaker></sp></body>"
    )
    assert [(one.name, one.speeches, one.description) for one in play.characters] == [
        ("Nathan", 2, "ein Kaufmann"), ("Daja", 1, ""), ("Recha", 1, ""),
    ]  # fmt: skip


def test_a_text_without_speeches_is_no_play_and_one_without_correspondence_no_letter() -> None:
    plain = article(
        text=f"<body><p {UNIT} xml:id='p'>x</p></body>", profile="<correspDesc><p>x</p></correspDesc>"
    )
    assert (plain.play, plain.letter) == (None, None)


@pytest.mark.parametrize(
    ("given", "tag"),
    [
        ("ger", "de"),
        ("deu-Latf", "de-Latf"),
        ("de_AT", "de-AT"),
        ("grc", "grc"),
        ("FRE", "fr"),
        ("de", "de"),
        ("", ""),
        ("x-own", "x-own"),
    ],
)
def test_languages_have_the_tags_of_the_web(given: str, tag: str) -> None:
    assert tongues.tag(given) == tag


def test_a_play_in_ger_is_in_german() -> None:
    assert {one.language for one in texts("drama").values()} == {"de"}
    assert others.read(OTHERS / "drama").edition.config.languages == ("de",)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("<persName><surname>Wyss</surname><forename>Johann</forename></persName>", "Wyss, Johann"),
        (
            "<persName><forename>Johann</forename><nameLink>von</nameLink><surname>Wyss</surname></persName>",
            "Wyss, Johann von",
        ),
        ("<persName><roleName>Pfarrer</roleName><surname>Wyss</surname></persName>", "Pfarrer Wyss"),
        ("<persName><hi>W</hi>yss<note>?</note></persName>", "Wyss"),
        ("<persName>Wyss<!-- x --></persName>", "Wyss"),
        ("<name><!-- x --><surname>Wyss</surname><idno>7</idno></name>", "Wyss"),
    ],
)
def test_a_correspondent_is_called_by_all_parts_of_the_name(given: str, words: str) -> None:
    letter = article(
        profile=f'<correspDesc><correspAction type="sent">{given}</correspAction></correspDesc>'
    ).letter
    assert letter
    assert [one.words for one in letter.action(SENT).agents] == [words]
