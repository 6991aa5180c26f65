"""What a reading page can do besides being read: layers, cards of entries, keys; by mouse, keyboard and finger."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests import chromium

SLUG = "wenn-stalin-sich-entschlossen-hat"
READING, DIPLOMATIC = f"texts/{SLUG}.html", f"texts/{SLUG}.diplomatic.html"
WIDTHS = [320, 768, 1440]
LAYERS = {
    "persons", "places", "orgs", "works", "events", "objects", "dates", "quotations", "corrections", "commentary",
}  # fmt: skip
CARD = ".entry-card:not([hidden])"

# Lines, tints and marks that the text still shows: of names, dates, quotations, corrections, notes.
SHOWN = """() => [...document.querySelectorAll(
    '.reading .mention, .reading .mention a, .reading .date, .reading .quotation, .reading :is(.corrected, .as-printed)')]
  .filter(one => one.checkVisibility() && !one.matches('.note-mark, .also *')).filter(one => {
    const style = getComputedStyle(one);
    return style.textDecorationLine !== 'none' || style.backgroundColor !== 'rgba(0, 0, 0, 0)'
      || !['none', 'normal'].includes(getComputedStyle(one, '::after').content);
  }).map(one => one.outerHTML.slice(0, 80))"""
APPARATUS = ".reading :is(.note-mark, .note, .printed, .edited, .join, .also, .endnotes)"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium.browser() as running:
        yield running


@contextmanager
def opened(
    browser: Any, site: Path, path: str = READING, width: int = 1440, height: int = 900, **options: Any
) -> Iterator[Any]:
    """The page at an address below the site; nothing may ask another host or complain."""
    with chromium.opened(browser, f"{site.as_uri()}/{path}", width, height, **options) as page:
        yield page


def cards(site: Path) -> dict[str, list[Any]]:
    """The data of the cards, as the file hands them over."""
    written = (site / "cards" / f"{SLUG}.js").read_text("utf-8")
    assert written.startswith("editionData(")
    assert written.endswith(");\n")
    name, value = json.loads(f"[{written[len('editionData(') : -3]}]")
    assert name == SLUG
    rows: dict[str, list[Any]] = value
    return rows


def ready(page: Any) -> None:
    page.wait_for_function("document.querySelector('.legend.switches')")


def box(page: Any, layer: str) -> Any:
    return page.locator(f".legend [data-layer={layer}]").get_by_role("checkbox")


def top(page: Any, selector: str) -> float:
    place: float = page.locator(selector).evaluate("node => node.getBoundingClientRect().top")
    return place


def inside_the_window(page: Any) -> None:
    page.wait_for_function(
        """selector => { const box = document.querySelector(selector).getBoundingClientRect();
        return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight; }""",
        arg=CARD,
    )


# Layers


def test_every_layer_has_its_switch_and_nothing_remains_of_a_text_without_layers(
    browser: Any, real_site: Path
) -> None:
    with opened(browser, real_site) as page:
        assert (
            set(page.locator("[data-layer]").evaluate_all("all => all.map(one => one.dataset.layer)"))
            == LAYERS
        )
        assert page.evaluate(SHOWN)
        words = page.locator(".prose").inner_text()
        page.get_by_role("button", name="keine").click()
        assert page.evaluate(SHOWN) == []
        assert page.locator(f"{APPARATUS}:visible").count() == 0
        assert "gedruckt:" in words
        assert "gedruckt:" not in page.locator(".prose").inner_text()
        assert (
            page.locator(
                ".reading .mention a[href]:not(.note-mark, .also a), .reading a.mention[href]"
            ).count()
            == 0
        )
        page.get_by_role("button", name="alle").click()
        assert page.locator(".prose").inner_text() == words
        page.wait_for_function("!location.hash")


@pytest.mark.parametrize(
    ("layer", "selector"),
    [
        ("persons", ".prose a.mention.person"),
        ("places", ".prose a.mention.place"),
        ("orgs", ".prose a.mention.org"),
        ("works", ".prose a.mention.work"),
        ("events", ".prose a.mention.event"),
        ("objects", ".prose a.mention.object"),
        ("dates", ".prose .date:not(.mention)"),
    ],
)
def test_a_layer_is_hidden_by_keyboard_and_the_others_stay(
    browser: Any, real_site: Path, layer: str, selector: str
) -> None:
    lines = "all => all.map(one => getComputedStyle(one).textDecorationLine !== 'none')"
    with opened(browser, real_site) as page:
        assert all(page.locator(selector).evaluate_all(lines))
        other = ".prose a.mention.place" if layer == "persons" else ".prose a.mention.person"
        box(page, layer).focus()
        page.keyboard.press("Space")
        assert not any(page.locator(selector).evaluate_all(lines))
        assert all(page.locator(other).evaluate_all(lines))
        assert page.url.endswith(f"#hide={layer}")
        page.keyboard.press("Space")
        assert all(page.locator(selector).evaluate_all(lines))


def test_the_words_of_a_hidden_name_are_no_link(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site, f"{READING}#hide=persons") as page:
        ready(page)
        assert page.locator(".prose a.mention.person[href]").count() == 0
        assert page.locator(".prose .place[href]").count() > 0
        inner = page.locator(".prose .mention.person a.place[href]")  # a place named within a hidden name
        outer = page.locator(".prose .mention.event a.person")
        assert inner.count() + outer.count() > 0


def test_the_address_wins_over_memory_and_memory_holds_for_the_next_visit(
    browser: Any, real_site: Path
) -> None:
    with opened(browser, real_site, f"{READING}#p-3") as page:
        box(page, "dates").uncheck()
        page.wait_for_url(f"**/{READING}#p-3&hide=dates")
        page.goto((real_site / "index.html").as_uri())
        page.goto((real_site / READING).as_uri())
        ready(page)
        assert not box(page, "dates").is_checked()
        page.wait_for_url(f"**/{READING}#hide=dates")
        page.goto((real_site / "index.html").as_uri())
        page.goto((real_site / READING).as_uri() + "#p-2&hide=places,works")
        ready(page)
        assert box(page, "dates").is_checked()
        assert not box(page, "places").is_checked()
        page.wait_for_function("document.querySelector(':target')?.id === 'p-2'")
        page.locator("#p-4 > .number").click()
        page.wait_for_url(f"**/{READING}#p-4&hide=places,works")
        page.wait_for_function("document.querySelector(':target')?.id === 'p-4'")


def test_without_a_memory_the_switches_work(browser: Any, real_site: Path) -> None:
    refuse = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })"
    with chromium.cut_off(browser, viewport={"width": 1440, "height": 900}) as (context, _):
        context.add_init_script(refuse)
        page = context.new_page()
        page.goto((real_site / READING).as_uri())
        box(page, "dates").uncheck()
        page.wait_for_url("**/*#hide=dates")
        page.reload()
        ready(page)
        assert not box(page, "dates").is_checked()


@pytest.mark.parametrize("width", [320, 1440])
def test_the_other_version_keeps_layers_and_place(browser: Any, real_site: Path, width: int) -> None:
    with opened(browser, real_site, f"{READING}#hide=commentary,persons", width) as page:
        ready(page)
        page.locator("nav.layers").get_by_role("link", name="Diplomatischer Text").click()
        page.wait_for_url(f"**/{DIPLOMATIC}#hide=commentary,persons")
        ready(page)
        assert not box(page, "persons").is_checked()
        box(page, "corrections").uncheck()
        page.wait_for_url(f"**/{DIPLOMATIC}#hide=commentary,corrections,persons")
        assert not page.locator(".prose .edited").first.is_visible()
        page.locator("#p-7").evaluate("node => node.scrollIntoView()")
        page.keyboard.press("d")
        page.wait_for_url(f"**/{READING}#p-7&hide=commentary,corrections,persons")


@pytest.mark.parametrize("width", WIDTHS)
def test_what_one_reads_stays_where_it_is_when_layers_go(browser: Any, real_site: Path, width: int) -> None:
    with opened(browser, real_site, READING, width) as page:
        page.locator("#p-9").evaluate("node => node.scrollIntoView()")
        page.keyboard.press("e")
        before = top(page, "#p-9")
        box(page, "commentary").uncheck()
        page.wait_for_function("!document.querySelector('.note').checkVisibility()")
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert abs(top(page, "#p-9") - before) < 3
        page.keyboard.press("Escape")
        page.wait_for_function("!document.querySelector('.legend.open')")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_paper_honours_what_is_hidden(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site, f"{READING}#hide=commentary,corrections") as page:
        ready(page)
        page.emulate_media(media="print")
        assert page.locator(f"{APPARATUS}:visible").count() == 0
        for switch in (".legend", ".layers", ".entry-card", "dialog.keys"):
            assert not page.locator(switch).is_visible()


def test_the_legend_opens_where_one_reads(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site, READING, 320, 640, has_touch=True) as page:
        button = page.get_by_role("button", name="Ebenen")
        assert button.get_attribute("aria-expanded") == "false"
        button.tap()
        assert button.get_attribute("aria-expanded") == "true"
        place = page.locator(".legend").bounding_box()
        assert place["y"] >= 0
        assert place["y"] + place["height"] <= 640
        box(page, "persons").tap()
        page.wait_for_url("**/*#hide=persons")
        page.locator(".legend .close").tap()
        assert page.evaluate("document.activeElement.textContent") == "Ebenen"


@pytest.mark.parametrize("width", WIDTHS)
def test_switches_and_buttons_can_be_touched(browser: Any, real_site: Path, width: int) -> None:
    with opened(browser, real_site, READING, width) as page:
        page.locator("#p-1 a.person").first.click()
        page.wait_for_selector(CARD)
        small = """() => [...document.querySelectorAll('main button, .legend label, .entry-card .foot a')].filter(one => {
          const box = one.getBoundingClientRect();
          return one.checkVisibility() && box.width && (box.height < 23.5 || box.width < 23.5);
        }).map(one => `${one.textContent} ${one.getBoundingClientRect().height}`)"""
        assert page.evaluate(small) == []


# Cards


def test_the_cards_hold_every_entry_the_text_names_and_no_other(browser: Any, real_site: Path) -> None:
    rows = cards(real_site)
    with opened(browser, real_site) as page:
        links, without = page.evaluate(
            """() => { const links = [], without = []; for (const one of document.querySelectorAll('.reading .mention[id]')) {
              const own = [one, ...one.querySelectorAll('a')]
                .filter(link => link.matches('a:not(.note-mark)') && link.closest('.mention') === one);
              links.push(...own.map(link => [link.getAttribute('href'), one.id]));
              if (!own.length) without.push(one.id);  // each of its words belongs to a name within it
            } return [links, without]; }"""
        )
    given = {(href, anchor) for href, row in rows.items() for anchor in row[5]}
    assert {(href, anchor) for href, anchor in links} == {one for one in given if one[1] not in without}
    assert {anchor for _, anchor in given} >= set(without)
    assert all((real_site / "texts" / href).resolve().is_file() for href in rows)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(320, 256), (320, 640), (768, 900), (1440, 900), (1440, 300)])
def test_a_card_says_who_is_meant_and_lies_in_the_window(
    browser: Any, real_site: Path, width: int, height: int, scheme: str
) -> None:
    name, kind, dated, description, identifiers, anchors = cards(real_site)["../persons/serge-victor.html"]
    assert identifiers
    with opened(browser, real_site, READING, width, height, color_scheme=scheme) as page:
        for anchor in (anchors[0], anchors[len(anchors) // 2], anchors[-1]):
            link = page.locator(f"[id='{anchor}']")
            link.locator("xpath=self::a|.//a[contains(@href, 'serge')]").first.click()
            card = page.get_by_role("dialog", name=name)
            card.wait_for()
            said = card.inner_text()
            for part in (
                kind,
                dated,
                description,
                identifiers[0][1],
                f"Nennung {anchors.index(anchor) + 1} von",
            ):
                assert part in said
            inside_the_window(page)
            word = link.evaluate(
                "node => { const all = node.getClientRects(); return all[all.length - 1].bottom; }"
            )
            assert 0 < word <= height
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.url.endswith(READING)
            page.keyboard.press("Escape")
            assert not card.is_visible()


def test_a_card_begins_where_its_word_does(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site) as page:
        for anchor in ("p-1.taxigewerkschaft.1", "p-1.gorkin-julian.1"):
            link = page.locator(f"[id='{anchor}']")
            link.locator("xpath=self::a|.//a").first.click()
            page.locator(CARD).wait_for()
            place, word = page.locator(CARD).bounding_box(), link.bounding_box()
            assert abs(place["x"] - word["x"]) < 3
            assert (
                place["y"] >= word["y"] + word["height"] - 3 or place["y"] + place["height"] <= word["y"] + 3
            )
            page.keyboard.press("Escape")


def test_the_card_goes_from_mention_to_mention(browser: Any, real_site: Path) -> None:
    anchors = cards(real_site)["../persons/serge-victor.html"][5]
    with opened(browser, real_site) as page:
        page.locator(f"[id='{anchors[0]}']").click()
        forward = page.get_by_role("button", name="Nächste Nennung")
        back = page.get_by_role("button", name="Vorige Nennung")
        for number in range(2, 6):
            forward.press("Enter")
            page.wait_for_url(lambda url, at=number: url.endswith(f"#{anchors[at - 1]}"))
            page.wait_for_function(
                "id => document.querySelector(':target')?.id === id", arg=anchors[number - 1]
            )
            assert page.locator(".mentioned").inner_text() == f"Nennung {number} von {len(anchors)}"
            inside_the_window(page)
            page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
            page.wait_for_function("document.activeElement.getAttribute('aria-label') === 'Nächste Nennung'")
        for number in (4, 3, 2, 1, len(anchors)):
            back.click()
            page.wait_for_url(lambda url, at=number: url.endswith(f"#{anchors[at - 1]}"))
            assert page.locator(".mentioned").inner_text() == f"Nennung {number} von {len(anchors)}"
        page.keyboard.press("Escape")
        page.wait_for_function("id => document.activeElement.closest('.mention')?.id === id", arg=anchors[-1])
        page.go_back()  # one entry of the history for the whole way
        page.wait_for_url("about:blank")


@pytest.mark.parametrize("by", ["click", "enter", "tap"])
def test_a_card_is_opened_and_closed_in_every_way(browser: Any, real_site: Path, by: str) -> None:
    with opened(browser, real_site, READING, 768, has_touch=True) as page:
        link = page.locator("#p-2 a.person").first
        card = page.locator(CARD)

        def begin() -> None:
            if by == "enter":
                link.focus()
                page.keyboard.press("Enter")
            else:
                link.click() if by == "click" else link.tap()
            card.wait_for()
            page.wait_for_function("document.activeElement.matches('.entry-card')")

        begin()
        page.keyboard.press("Escape")
        card.wait_for(state="detached")
        assert link.evaluate("node => node === document.activeElement")
        begin()
        page.get_by_role("button", name="Schließen").last.click()
        card.wait_for(state="detached")
        assert link.evaluate("node => node === document.activeElement")
        begin()
        page.mouse.click(5, 450)
        card.wait_for(state="detached")
        begin()
        page.locator(".entry-card .foot").hover()
        page.mouse.wheel(0, 40)
        assert card.is_visible()
        link.click()  # the same name again
        card.wait_for(state="detached")


def test_the_tabulator_goes_through_the_card_and_on_in_the_text(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site) as page:
        link = page.locator("#p-2 a.person").nth(2)
        link.focus()
        page.keyboard.press("Tab")
        after = page.evaluate("document.activeElement.outerHTML")
        link.focus()
        page.keyboard.press("Enter")
        page.locator(CARD).wait_for()
        stops = page.locator(f"{CARD} :is(button, a)").count()
        for _ in range(stops):
            page.keyboard.press("Tab")
            assert page.evaluate("Boolean(document.activeElement.closest('.entry-card'))")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.outerHTML") == after
        page.locator(CARD).wait_for(state="detached")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        page.locator(CARD).wait_for()
        page.keyboard.press("Shift+Tab")
        assert link.evaluate("node => node === document.activeElement")


def test_a_further_entry_a_name_in_a_name_and_a_name_in_a_note_have_their_cards(
    browser: Any, real_site: Path
) -> None:
    rows = cards(real_site)
    with opened(browser, real_site) as page:
        for selector in (".prose .also a", ".prose .mention .mention:is(a)", ".note-body a.mention"):
            link = page.locator(selector).first
            href = link.get_attribute("href")
            link.click()
            page.get_by_role("dialog", name=rows[href][0]).wait_for()
            assert page.locator(".entry-card .foot a").get_attribute("href") == href
            page.keyboard.press("Escape")


def test_an_entry_without_a_card_is_opened_as_ever(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site) as page:
        link = page.locator("#p-1 a.person").first
        link.evaluate("node => node.setAttribute('href', '../persons/index.html')")
        link.click()
        page.wait_for_url("**/persons/index.html")


def test_other_clicks_follow_the_link(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site) as page:
        for options in ({"modifiers": ["Control"]}, {"button": "middle"}):
            with page.context.expect_page() as made:
                page.locator("#p-1 a.person").first.click(**options)
            made.value.wait_for_url("**/persons/*.html")
            made.value.close()
        assert page.locator(CARD).count() == 0


def test_without_scripts_a_name_is_a_link_and_the_legend_a_legend(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site, java_script_enabled=False) as page:
        assert page.locator("main button").count() == 0
        assert page.locator(".legend input").count() == 0
        page.locator("#p-1 a.person", has_text="Gorkin").first.click()
        page.wait_for_url("**/persons/gorkin-julian.html")


def test_cards_that_cannot_be_loaded_give_way_to_the_link(browser: Any, real_site: Path) -> None:
    with chromium.cut_off(browser, viewport={"width": 1440, "height": 900}) as (context, _):
        context.route("**/cards/*", lambda route: route.abort())
        page = context.new_page()
        page.goto((real_site / READING).as_uri())
        page.locator("#p-1 a.person", has_text="Gorkin").first.click()
        page.wait_for_url("**/persons/gorkin-julian.html")


# Keys


@pytest.mark.parametrize(
    ("key", "stops"),
    [
        ("m", ".reading .mention"),
        ("a", ".reading .note-mark"),
        ("z", ".reading .quotation"),
        ("p", ".reading .paragraph > .number"),
    ],
)
@pytest.mark.parametrize("width", WIDTHS)
def test_keys_lead_forwards_and_back(browser: Any, real_site: Path, key: str, stops: str, width: int) -> None:
    here = "document.activeElement"
    with opened(browser, real_site, READING, width, reduced_motion="reduce") as page:
        ready(page)
        page.locator("#p-5").evaluate("node => node.scrollIntoView()")
        way = []
        for _ in range(6):
            page.keyboard.press(key)
            assert page.evaluate(f"{here}.closest({json.dumps(stops)}) !== null")
            assert page.evaluate(f"getComputedStyle({here}).outlineStyle") != "none"
            place = page.evaluate(f"{here}.getBoundingClientRect().top")
            assert 0 <= place < 900
            way.append(page.evaluate(f"{here}.outerHTML"))
        assert len(set(way)) == 6
        back = []
        for _ in range(5):
            page.keyboard.press(f"Shift+{key.upper()}")
            back.append(page.evaluate(f"{here}.outerHTML"))
        assert back == way[-2::-1]


def test_a_name_come_to_by_key_opens_its_card(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site) as page:
        ready(page)
        page.keyboard.press("m")
        page.keyboard.press("Enter")
        page.locator(CARD).wait_for()


def test_hidden_names_and_notes_are_passed_over(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site, f"{READING}#hide=commentary,persons") as page:
        ready(page)
        for _ in range(8):
            page.keyboard.press("m")
            assert page.evaluate("document.activeElement.closest('.mention') !== null")
            assert not page.evaluate("document.activeElement.closest('.mention').matches('.person')")
        page.keyboard.press("a")
        assert page.evaluate("document.activeElement.closest('.mention') !== null")


def test_the_panel_lists_the_keys_and_switches_them_off(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site) as page:
        ready(page)
        panel = page.get_by_role("dialog", name="Tasten")
        page.keyboard.press("?")
        assert panel.is_visible()
        given = json.loads(page.locator("#seite_hilfen").text_content())["keys"]
        assert panel.locator("kbd").all_inner_texts() == [key for _, key, _ in given]
        page.keyboard.press("Escape")
        assert not panel.is_visible()
        page.get_by_role("button", name="Tasten").click()
        panel.get_by_role("checkbox").uncheck()
        panel.get_by_role("button", name="Schließen").click()
        for _ in range(2):  # now, and at the next visit
            page.locator("#p-1 .number").focus()
            for key in ("m", "?", "e", "p", "c"):
                page.keyboard.press(key)
            assert page.evaluate("document.activeElement.matches('#p-1 .number')")
            assert page.get_by_role("dialog").count() == 0
            page.reload()
            ready(page)
        page.get_by_role("button", name="Tasten").click()
        panel.get_by_role("checkbox").check()
        page.keyboard.press("Escape")
        page.keyboard.press("m")
        assert page.evaluate("document.activeElement.closest('.mention') !== null")


def test_passages_are_cited_by_key_where_they_are_cited_at_all(browser: Any, real_site: Path) -> None:
    for address, listed in ((READING, 1), (DIPLOMATIC, 0)):
        with opened(browser, real_site, f"{address}#p-2") as page:
            ready(page)
            keys = json.loads(page.locator("#seite_hilfen").text_content())["keys"]
            assert sum(action == "cite" for action, _, _ in keys) == listed
            page.keyboard.press("c")
            assert page.get_by_role("dialog", name="Stelle zitieren").count() == listed


def test_the_slash_leads_to_the_search_but_not_from_a_field(browser: Any, real_site: Path) -> None:
    with opened(browser, real_site) as page:
        ready(page)
        page.evaluate("document.querySelector('main').append(document.createElement('input'))")
        field = page.locator("main > input")
        field.focus()
        page.keyboard.type("/m?p")
        assert field.input_value() == "/m?p"
        field.evaluate("node => node.remove()")
        page.keyboard.press("Alt+m")
        assert page.evaluate("document.activeElement === document.body")
        page.keyboard.press("/")
        page.wait_for_url("**/search.html")
