"""Citing in a browser, from disk: words selected by mouse and by keys, their citations, and the link that marks them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware

from edition.model import Article
from edition.searching import Words
from tests import chromium
from tests.both import edition_of, exported
from tests.conftest import ROOT

SLUG = "wenn-stalin-sich-entschlossen-hat"
READING = f"texts/{SLUG}.html"
OFFER, PANEL, OUTPUT = ".cite-offer", ".citing", ".citing textarea"
FORMS = ["text", "footnote", "bibtex", "ris", "csl"]


class Passage(NamedTuple):
    """From words of one block to words of another."""

    first: str
    start: str
    last: str
    end: str


PASSAGES = {
    "within a quotation": Passage("p-12", "Das Telefon", "p-12", "intimer Feind"),
    "around a correction and a note": Passage("p-1", "Die", "p-1", "sympathisierte"),
    "around a join": Passage("p-2", "gegenüber", "p-2", "Lazaro"),
    "around the mark of a note": Passage("p-12", "Gottes Willen", "p-12", "Und über"),
    "across paragraphs": Passage("p-12", "Autorität war", "p-13", "Verfolgung der Anarchisten"),
    "from the lead": Passage("lead", "skeptischer", "p-1", "sympathisierte"),
}
# Where words stand in a block: the box of the first or last of their letters, in the middle of the window's height.
PLACE = """([id, words, end]) => {
  const walker = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
  const plain = words.replace(/ /g, '\\\\s+');
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const found = node.parentElement.closest('.printed, .number, .note-mark') ? null : node.data.match(new RegExp(plain));
    if (found) {
      const range = new Range();
      const at = found.index + (end ? found[0].length - 1 : 0);
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      return [end ? box.right - 1 : box.left + 1, box.top + box.height / 2];
    }
  }
}"""
INSIDE = """selector => {
  const { left, top, right, bottom } = document.querySelector(selector).getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  return left >= 0 && top >= 0 && right <= clientWidth && bottom <= clientHeight;
}"""
# The marked words: two pieces of one block may be one word, two blocks are not.
MARKED = """ids => ids.map(id => [...document.getElementById(id)?.querySelectorAll('mark.found') ?? []]
  .map(one => one.textContent).join('')).join(' ')"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium.browser() as running:
        yield running


@contextmanager
def opened(
    browser: Any, address: str, width: int = 1440, height: int = 1600, **options: Any
) -> Iterator[Any]:
    """A page of which nothing is said on the console and which asks nobody."""
    with chromium.opened(browser, address, width, height, **options) as page:
        yield page


def article() -> Article:
    return next(one for one in edition_of(ROOT).articles if one.id == SLUG)


def block(name: str) -> str:
    return next(one.text for one in article().blocks if one.id == name)


def expected(passage: Passage) -> tuple[str, str]:
    """The fragment and the words of a passage, counted in the text as Python reads it."""
    first, last = block(passage.first), block(passage.last)
    start = first.index(passage.start)
    end = last.index(passage.end, start if passage.first == passage.last else 0) + len(passage.end)
    before = sum(begin < start for begin, _ in Words(first).places)
    until = sum(begin < end for begin, _ in Words(last).places)
    if passage.first == passage.last:
        return f"{passage.first}&mark={before}.{until - before}", first[start:end]
    order = [one.id for one in article().blocks]
    between = map(block, order[order.index(passage.first) + 1 : order.index(passage.last)])
    rest = len(Words(first)) - before
    words = " / ".join((first[start:], *between, last[:end]))
    return f"{passage.first}&mark={before}.{rest}&to={passage.last}.{until}", words


def forms(text: str) -> list[str]:
    return Words(text).forms


def reveal(page: Any, passage: Passage) -> None:
    """Bring a passage into the middle of the window."""
    page.evaluate("id => document.getElementById(id).scrollIntoView({block: 'center'})", passage.last)


def drag(page: Any, passage: Passage) -> None:
    """Select a passage with the mouse."""
    reveal(page, passage)
    x, y = page.evaluate(PLACE, [passage.first, passage.start, False])
    to_x, to_y = page.evaluate(PLACE, [passage.last, passage.end, True])
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(to_x, to_y, steps=6)
    page.mouse.up()


def read(page: Any) -> dict[str, str]:
    """What the open panel says, by the name of the form."""
    said = {}
    for form in FORMS:
        page.locator(f"{PANEL} input[value={form}]").check()
        said[form] = page.locator(OUTPUT).input_value()
    return said


def records(said: dict[str, str]) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """The three records, read by the libraries for them."""
    library = bibtexparser.parse_string(said["bibtex"], append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    [entry], [record], [item] = library.entries, rispy.loads(said["ris"]), json.loads(said["csl"])
    plain = (
        bibtexparser.parse_string(said["bibtex"]).entries[0].fields_dict["url"]
    )  # no TeX: biblatex has it verbatim
    return {one.key: one.value for one in entry.fields} | {"url": plain.value}, record, item


def of_paragraph(name: str) -> dict[str, Any]:
    """The item of the export for a paragraph."""
    items = exported("csl", ROOT).json("data/csl/paragraphs.json")
    return next(one for one in items if one["id"] == f"{SLUG}.{name}")


@pytest.mark.parametrize("passage", PASSAGES.values(), ids=PASSAGES.keys())
def test_selected_words_are_cited_and_their_link_marks_them(
    browser: Any, real_site: Path, passage: Passage
) -> None:
    address = (real_site / READING).as_uri()
    fragment, words = expected(passage)
    with opened(browser, address) as page:
        drag(page, passage)
        page.locator(OFFER).click()
        said = read(page)
        assert page.locator(f"{PANEL} a").get_attribute("href") == f"#{fragment}"
    bibtex, ris, item = records(said)
    assert {item["URL"], ris["urls"][0], bibtex["url"]} == {
        of_paragraph("p-1")["URL"].replace("p-1", fragment)
    }
    assert said["text"].endswith(item["URL"])
    assert forms(said["footnote"].partition(f" ({article().authors[0]}")[0]) == forms(words)
    with opened(browser, f"{address}#{fragment}") as fresh:
        fresh.locator("mark.found").first.wait_for()
        assert forms(fresh.evaluate(MARKED, [one.id for one in article().blocks])) == forms(words)
        assert fresh.evaluate(
            "() => !document.querySelector('mark.found .printed, .printed mark.found, .note-mark mark')"
        )


def test_all_words_of_all_blocks_are_counted_as_python_counts_them(browser: Any, real_site: Path) -> None:
    blocks = article().blocks
    texts = {one.id: one.text for one in blocks}
    last = len(Words(blocks[-1].text))
    whole = f"{blocks[0].id}&mark=0.{len(Words(blocks[0].text))}&to={blocks[-1].id}.{last}"
    with opened(browser, f"{(real_site / READING).as_uri()}#{whole}") as page:
        page.locator("mark.found").last.wait_for()
        found = {name: forms(page.evaluate(MARKED, [name])) for name in texts}
    assert found == {name: forms(text) for name, text in texts.items()}


def test_a_name_can_be_selected_without_being_followed(browser: Any, real_site: Path) -> None:
    count = """() => { window.clicks = 0; document.querySelector('.reading').addEventListener('click', event => {
      window.clicks += 1;
      event.preventDefault();
    }); }"""
    with opened(browser, (real_site / READING).as_uri()) as page:
        page.evaluate(count)
        drag(page, Passage("p-12", "Goldman", "p-12", "Goldma"))  # it ends within the name
        page.locator(OFFER).click()
        assert page.locator(OUTPUT).input_value().count("(»Goldman«)") == 1
        assert page.evaluate("clicks") == 0
        page.keyboard.press("Escape")
        page.locator("#p-12 a.mention", has_text="Goldman").first.click()
        page.wait_for_function("() => window.clicks === 1")


@pytest.fixture
def by_caret(browser: Any) -> Iterator[Any]:
    """A browser in which the keys move a caret through the text, as F7 makes it."""
    flags = [*chromium.FLAGS, "--enable-caret-browsing"]
    running = browser.browser_type.launch(executable_path=chromium.executable(), args=flags)
    yield running
    running.close()


def test_keys_select_and_cite_and_focus_comes_back(by_caret: Any, real_site: Path) -> None:
    passage = PASSAGES["within a quotation"]
    address = (real_site / READING).as_uri()
    with opened(by_caret, address) as page:
        reveal(page, passage)
        page.mouse.click(*page.evaluate(PLACE, [passage.first, passage.start, False]))
        for _ in passage.start.split():
            page.keyboard.press("Control+Shift+ArrowRight")
        page.wait_for_function("() => !getSelection().isCollapsed")
        page.keyboard.press("c")
        page.locator(PANEL).wait_for()
        assert page.evaluate("document.activeElement.value") == "text"
        page.keyboard.press("ArrowRight")
        footnote = page.locator(OUTPUT).input_value()
        assert footnote.startswith(f"»{passage.start}« (")
        page.keyboard.press("Escape")
        page.locator(PANEL).wait_for(state="detached")
        page.locator(OFFER).wait_for()
        assert page.evaluate("String(getSelection()).trim()") == passage.start
        assert page.evaluate("document.activeElement.className") == OFFER[1:]
        page.keyboard.press("Enter")
        assert page.locator(OUTPUT).input_value() == footnote


def test_nothing_selected_offers_nothing(browser: Any, real_site: Path) -> None:
    passage = PASSAGES["within a quotation"]
    with opened(browser, (real_site / READING).as_uri()) as page:
        page.keyboard.press("c")
        drag(page, passage)
        page.locator(OFFER).wait_for()
        page.mouse.click(*page.evaluate(PLACE, ["p-12", "zu distanzieren", False]))
        page.locator(OFFER).wait_for(state="detached")
        page.evaluate("getSelection().selectAllChildren(document.querySelector('.site-foot'))")
        page.keyboard.press("c")
        assert page.locator(PANEL).count() == 0


@pytest.mark.parametrize("way", ["click", "Enter"])
def test_the_number_of_a_paragraph_leads_to_it_and_offers_its_citation(
    browser: Any, real_site: Path, way: str
) -> None:
    with opened(browser, (real_site / READING).as_uri()) as page:
        number = page.locator("#p-14 > a.number")
        if way == "click":
            number.click()
        else:
            number.focus()
            page.keyboard.press("Enter")
        page.wait_for_url("**#p-14")
        assert page.locator("#p-14:target").count() == 1
        said = read(page)
        bibtex, ris, item = records(said)
        assert item == of_paragraph("p-14")
        assert (bibtex["title"], ris["title"]) == (item["title"], item["title"])
        assert bibtex["date"] == ris["date"].replace("/", "-") == edition_of(ROOT).config.date
        assert ris["authors"] == [bibtex["author"]] == [", ".join(item["author"][0].values())]
        assert (bibtex["url"], ris["urls"]) == (item["URL"], [item["URL"]])
        page.keyboard.press("Escape")
        page.locator(PANEL).wait_for(state="detached")
        assert page.evaluate("document.activeElement.hash") == "#p-14"
        page.go_back()
        page.wait_for_url(f"**/{READING}")


def test_the_number_of_a_paragraph_keeps_what_is_hidden(browser: Any, real_site: Path) -> None:
    address = (real_site / READING).as_uri()
    with opened(browser, f"{address}#p-2&mark=0.9&to=p-3.4&hide=dates") as page:
        page.locator("mark.found").first.wait_for()
        entries = page.evaluate("history.length")
        for _ in range(2):  # the second time, one is there already
            page.locator("#p-14 > a.number").click()
            assert page.evaluate("location.hash") == "#p-14&hide=dates"
            assert page.locator("#p-14:target").count() == 1
            page.locator(PANEL).wait_for()
            page.wait_for_function("document.activeElement.closest('.citing')")
            page.keyboard.press("Escape")
        assert page.evaluate("history.length") == entries + 1
        assert page.locator("mark.found").count() == 0
        assert page.evaluate("document.documentElement.classList.contains('hide-dates')")


def test_a_number_with_ctrl_is_a_link_and_nothing_else(browser: Any, real_site: Path) -> None:
    with opened(browser, (real_site / READING).as_uri()) as page:
        with page.context.expect_page() as other:
            page.locator("#p-14 > a.number").click(modifiers=["Control"])
        other.value.wait_for_url("**#p-14")
        assert page.locator(PANEL).count() == 0


def test_the_key_cites_what_the_address_names(browser: Any, real_site: Path) -> None:
    address = (real_site / READING).as_uri()
    fragment, _ = expected(PASSAGES["across paragraphs"])
    for named in ("p-14", fragment):
        with opened(browser, f"{address}#{named}") as page:
            page.keyboard.press("c")
            assert page.locator(f"{PANEL} a").get_attribute("href") == f"#{named}"


def test_the_link_of_the_panel_marks_the_words_in_this_page(browser: Any, real_site: Path) -> None:
    with opened(browser, (real_site / READING).as_uri()) as page:
        drag(page, PASSAGES["within a quotation"])
        page.locator(OFFER).click()
        page.locator(f"{PANEL} a").click()
        page.locator("mark.found").first.wait_for()
        assert page.locator(PANEL).count() == 0
        assert (
            " ".join(page.evaluate(MARKED, ["p-12"]).split()) == expected(PASSAGES["within a quotation"])[1]
        )


@pytest.mark.parametrize("clipboard", ["new", "old", "none"])
def test_what_is_shown_is_copied_and_said_so(browser: Any, real_site: Path, clipboard: str) -> None:
    without = {
        "new": "window.copied = []; navigator.clipboard.writeText = async text => void copied.push(text)",
        "old": "navigator.clipboard.writeText = () => Promise.reject(); window.copied = [];"
        "document.execCommand = name => copied.push(name === 'copy' && getSelection().toString()) > 0",
        "none": "navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false",
    }[clipboard]
    with opened(browser, (real_site / READING).as_uri()) as page:
        page.evaluate(f"() => {{ {without} }}")
        page.locator("#p-14 > a.number").click()
        shown = page.locator(OUTPUT).input_value()
        page.locator(f"{PANEL} .act button").click()
        status = page.locator(f"{PANEL} [role=status]:not(:empty)")
        status.wait_for()
        if clipboard == "none":
            chosen = "(([a, b]) => a === 0 && b > 0)([document.activeElement.selectionStart, document.activeElement.selectionEnd])"
            assert page.evaluate(chosen)
            assert "Tastatur" in status.inner_text()
        else:
            assert page.evaluate("copied") == [shown]
            assert status.inner_text() == "Kopiert"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(320, 560), (768, 800), (1440, 800)])
def test_button_and_panel_stay_in_the_window(
    browser: Any, real_site: Path, width: int, height: int, scheme: str
) -> None:
    address = (real_site / READING).as_uri()
    with opened(browser, address, width, height, color_scheme=scheme) as page:
        for passage in (PASSAGES["within a quotation"], PASSAGES["around a join"]):
            for block_ in ("start", "end"):
                page.evaluate(
                    "([id, block]) => { const s = getSelection(); s.selectAllChildren(document.getElementById(id));"
                    "s.getRangeAt(0).startContainer.scrollIntoView({block}); }",
                    [passage.first, block_],
                )
                page.locator(OFFER).wait_for()
                page.wait_for_function(INSIDE, arg=OFFER)
                page.keyboard.press("c")
                page.locator(PANEL).wait_for()
                assert page.evaluate(INSIDE, PANEL)
                assert page.evaluate("document.documentElement.scrollWidth") <= width
                page.keyboard.press("Escape")
                page.locator(PANEL).wait_for(state="detached")


def test_nothing_of_it_is_printed(browser: Any, real_site: Path) -> None:
    with opened(browser, (real_site / READING).as_uri()) as page:
        drag(page, PASSAGES["within a quotation"])
        page.locator(OFFER).wait_for()
        page.emulate_media(media="print")
        assert not page.locator(OFFER).is_visible()
        page.emulate_media(media="screen")
        page.locator(OFFER).click()
        page.emulate_media(media="print")
        assert not page.locator(PANEL).is_visible()


def test_a_click_beside_the_panel_closes_it(browser: Any, real_site: Path) -> None:
    with opened(browser, (real_site / READING).as_uri()) as page:
        page.locator("#p-14 > a.number").click()
        page.locator(f"{PANEL} textarea").click()
        assert page.locator(PANEL).count() == 1
        page.mouse.click(5, 5)
        page.locator(PANEL).wait_for(state="detached")


@pytest.mark.parametrize("width", [320, 1440])
def test_what_is_there_to_press_is_large_enough(browser: Any, real_site: Path, width: int) -> None:
    small = """() => [...document.querySelectorAll('.citing button, .citing label, .citing a')].filter(one => {
      const { width, height } = one.getBoundingClientRect();
      return width < 23.5 || height < 23.5;
    }).map(one => one.textContent)"""
    with opened(browser, (real_site / READING).as_uri(), width, 700) as page:
        page.locator("#p-14 > a.number").click()
        page.locator(PANEL).wait_for()
        assert page.evaluate(small) == []
