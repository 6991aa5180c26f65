"""Pages of texts that nobody has tamed: words longer than a line, other scripts, corrected verse, an apparatus of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from edition import site
from tests import chromium
from tests.test_accessibility import NARROW, WIDE, examined, fits

WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{language}">
<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt><publicationStmt><p>Erfunden.</p></publicationStmt>
<sourceDesc><p>Ohne Vorlage.</p></sourceDesc></fileDesc></teiHeader><text>{text}</text></TEI>"""
PLAY = f"""<front><titlePage><docTitle><titlePart>{WORD}</titlePart></docTitle>
<byline>Von <docAuthor>Jona Amthor</docAuthor></byline></titlePage>
<castList><castItem><role xml:id="k">Karl</role></castItem></castList></front>
<body><div type="act"><head>Aufzug</head><div type="scene"><head>In der Werkstatt des Hofuhrmachermeisters</head>
<sp who="#k"><speaker>KARL</speaker><l>Ja.</l></sp><sp who="#k"><speaker>KARL</speaker><l>Nein.</l></sp></div></div></body>"""
VERSE = f"""<body><lg><l>Ein <app><lem wit="#Die-lange-Abschrift-von-1798">Wort</lem><rdg wit="#{WORD}">{WORD}</rdg></app></l>
<l rend="indent4">und <choice><sic>nohc</sic><corr>noch</corr></choice> eins<note place="left"><p>Am Rand.</p></note></l></lg></body>"""
HEBREW = "<body><p>בראשית ברא אלהים<note>הערה</note></p><p xml:lang='de'>Ein deutscher Absatz.</p></body>"
DOCUMENTS = {
    "stueck": (f"Die Errettung der {WORD}", "de", PLAY),
    "verse": ("Verse", "de", VERSE),
    "megilla": ("מגילה", "he", HEBREW),
    "zuletzt": ("Zuletzt", "de", "<body><p>Ein Absatz.</p></body>"),
}


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an edition of such texts."""
    folder = tmp_path_factory.mktemp("strange")
    (folder / "tei").mkdir()
    for name, (title, language, text) in DOCUMENTS.items():
        document = TEI.format(title=title, language=language, text=text)
        (folder / "tei" / f"{name}.xml").write_text(document, encoding="utf-8")
    site.build(folder / "tei", folder / "site", exports=False)
    return folder / "site"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium.browser() as running:
        yield running


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    with chromium.cut_off(browser, bypass_csp=True, reduced_motion="reduce") as (context, foreign):
        yield context.new_page()
        assert foreign == []


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_nothing_runs_out_of_the_page(page: Any, strange: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    names = (
        "index",
        "texts/index",
        "texts/verse",
        "texts/stueck",
        "texts/zuletzt",
        "texts/megilla",
        "cast/stueck",
    )
    for name in names:
        page.goto((strange / f"{name}.html").as_uri())
        assert fits(page) == [], name
        assert examined(page) == [], name


def test_links_of_the_foot_do_not_lie_on_each_other(page: Any, strange: Path) -> None:
    page.set_viewport_size({"width": WIDE, "height": 800})
    page.goto((strange / "texts/verse.html").as_uri())
    crossing = """() => {
      const boxes = [...document.querySelectorAll('.about a, .leaf a')].map(one => one.getBoundingClientRect());
      return boxes.filter((a, i) => boxes.some((b, j) => j > i
        && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)).length;
    }"""
    assert page.locator(".leaf a").count() > 1
    assert page.evaluate(crossing) == 0


def test_a_scene_has_its_own_line_on_a_narrow_screen(page: Any, strange: Path) -> None:
    page.set_viewport_size({"width": NARROW, "height": 800})
    page.goto((strange / "cast/stueck.html").as_uri())
    title, sum_ = page.locator(".scenes tr.depth-1 th"), page.locator(".scenes tr.depth-1 .figure")
    assert title.bounding_box()["width"] > 0.8 * page.locator(".scenes").bounding_box()["width"]
    assert sum_.bounding_box()["height"] < 40  # one line
    assert sum_.evaluate("one => getComputedStyle(one, '::before').content").startswith('"Reden')
    assert page.get_by_role("columnheader", name="Reden").count() == 2  # also for who hears them


def test_what_runs_from_right_to_left_stands_at_the_right(page: Any, strange: Path) -> None:
    page.set_viewport_size({"width": WIDE, "height": 800})
    page.goto((strange / "texts/megilla.html").as_uri())
    assert page.locator("article.reading").get_attribute("dir") == "rtl"
    sides = """() => [...document.querySelectorAll('.prose p')].map(one => {
      const range = document.createRange();
      range.selectNodeContents(one);
      const [words, line] = [range.getBoundingClientRect(), one.getBoundingClientRect()];
      return words.left - line.left > line.right - words.right ? 'right' : 'left';
    })"""
    assert page.evaluate(sides) == ["right", "left"]


def test_the_signs_beside_a_text_leave_no_hole_and_nothing_touches_them(page: Any, strange: Path) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto((strange / "texts/zuletzt.html").as_uri())
    heading, first = page.locator("h1").bounding_box(), page.locator(".prose p").bounding_box()
    assert first["y"] - (heading["y"] + heading["height"]) < 80
    page.goto((strange / "texts/verse.html").as_uri())
    page.locator(".legend.switches").wait_for()
    legend, other = page.locator(".legend").bounding_box(), page.locator(".printed").bounding_box()
    words = page.locator(".verse").last.evaluate("one => one.getBoundingClientRect().left")
    assert legend["y"] + legend["height"] <= other["y"]
    assert other["x"] + other["width"] < words - 16


def test_signs_are_told_only_of_what_the_text_has(page: Any, strange: Path) -> None:
    page.goto((strange / "texts/zuletzt.html").as_uri())
    plain = page.locator(".legend ul").inner_text()
    page.goto((strange / "texts/verse.html").as_uri())
    rich = page.locator(".legend ul").inner_text()
    for sign in ("Verbessert", "Lesart", "Anmerkung"):
        assert sign in rich
        assert sign not in plain
    assert "verbunden" not in rich + plain
