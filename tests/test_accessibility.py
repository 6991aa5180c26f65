"""WCAG 2.2, A and AA, on a page of every kind: axe-core, and what it does not see.

A browser without a mouse: what a finger points at may be larger there than what a mouse does. The numbers of sources,
which stand in running text, have 24 pixels for a finger only (2.5.8 excepts what stands in a line of text).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import chromium
from tests.conftest import ROOT
from tests.kinds import alike, kinds

AXE = ROOT / ".venv" / "node" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What the scheme of colours can change; everything else is the same in the dark. The language can not: style sheets give
# pages in two languages the same colours.
COLOURS = ["color-contrast", "link-in-text-block"]
NARROW = 320  # pixels: 1280 of them, enlarged four times (1.4.10)
WIDE = 1280

RUN = """async ({ only, without }) => {
  const rules = Object.fromEntries(without.map(rule => [rule, { enabled: false }]));
  const { violations } = await axe.run(document, { runOnly: only, rules, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
    `${id}: ${target.join(' ')}: ${failureSummary.replace(/\\s+/g, ' ').slice(0, 200)}`));
}"""

# Text that is cut off: boxes that hide what is longer than they are, but for what is hidden from the eye on purpose.
CUT_OFF = """() => [...document.querySelectorAll('body *')].filter(one => {
  const style = getComputedStyle(one);
  return /hidden|clip/.test(style.overflowX + style.overflowY) && one.clientWidth > 1 && style.textOverflow !== 'ellipsis'
    && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
    && one.checkVisibility() && one.textContent.trim();
}).map(one => `${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 40)}`)"""

SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

# Everything that takes the focus: whether one sees it there, and sees that it has it (2.4.7, 2.4.11).
UNSEEN = """() => {
  const all = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const found = [];
  const alike = new Map();
  for (const one of document.querySelectorAll(all)) {
    const kind = [one, one.parentElement, one.parentElement.parentElement].map(each => each.tagName + each.getAttribute('class')).join();
    alike.set(kind, (alike.get(kind) ?? 0) + 1);
    if (alike.get(kind) > 5) continue; // a page has a thousand links of a kind
    if (!one.checkVisibility({ visibilityProperty: true }) || one.disabled) continue;
    one.focus();
    if (document.activeElement !== one) continue;
    const style = getComputedStyle(one);
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) found.push(['no outline', one]);
    const boxes = [...one.getClientRects()].filter(box => box.bottom > 0 && box.top < innerHeight);
    // Covered: by what stands over the page, wherever one looks. Shapes of a picture may lie on one another.
    const over = box => [0.1, 0.5, 0.9].every(part => {
      let there = document.elementFromPoint(box.left + box.width * part, box.top + box.height / 2);
      for (; there && !there.contains(one); there = there.parentElement) {
        if (/fixed|sticky|absolute/.test(getComputedStyle(there).position) && !one.contains(there)) return true;
      }
      return false;
    });
    if (!boxes.length) found.push(['out of sight', one]);
    else if (boxes.every(over)) found.push(['covered', one]);
  }
  return found.map(([what, one]) => `${what}: ${one.tagName}.${one.getAttribute('class')} ${one.textContent.trim().slice(0, 40)}`);
}"""

SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium.browser() as running:
        yield running


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page for our own scripts, which the policy of the site would refuse."""
    options = {"bypass_csp": True, "has_touch": True, "reduced_motion": "reduce"}
    with chromium.cut_off(browser, **options) as (context, _):
        yield context.new_page()


def complaints(page: Any, site: Path, width: int, look: Any) -> dict[str, Any]:
    """What is found on a page of each kind, where something is; `look` gets the page, and its name."""
    page.set_viewport_size({"width": width, "height": 800})
    names = kinds(site)
    assert names
    found = {}
    for name in names:
        page.goto((site / name).as_uri())
        said = look(page, name)
        if said:
            found[name] = said
    return found


def examined(page: Any, *, colours: bool = True) -> list[str]:
    """What axe finds, in the light and in the dark; or without looking at colours."""
    page.emulate_media(color_scheme="light")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN, {"only": TAGS, "without": [] if colours else COLOURS})
    if not colours:
        return found
    page.emulate_media(color_scheme="dark")
    return [*found, *(f"dark: {one}" for one in page.evaluate(RUN, {"only": COLOURS, "without": []}))]


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_axe_finds_nothing(page: Any, real_site: Path, width: int) -> None:
    assert AXE.is_file(), "axe-core is missing: run tests/setup.sh"
    known = alike(real_site)

    def look(page: Any, name: str) -> list[str]:
        return examined(page, colours=name not in known)

    assert complaints(page, real_site, width, look) == {}


def test_axe_finds_nothing_in_a_page_that_needs_mending(page: Any, tmp_path: Path) -> None:
    """The examination itself: a page with faults that each pass is to find."""
    (tmp_path / "bad.html").write_text(
        '<!doctype html><html lang="de"><title>x</title><body class="bad"><main><h1>x</h1><img src="x.png">'
        '<p style="color:#999;background:#fff">blass</p></main></body></html>',
        encoding="utf-8",
    )
    said = complaints(page, tmp_path, WIDE, lambda page, _: examined(page))["bad.html"]
    assert {one.split(":")[0] for one in said} == {"image-alt", "color-contrast", "dark"}
    said = complaints(page, tmp_path, WIDE, lambda page, _: examined(page, colours=False))["bad.html"]
    assert {one.split(":")[0] for one in said} == {"image-alt"}


def test_colours_are_left_to_the_same_page_in_the_first_language(tmp_path: Path) -> None:
    first = {"same": '<p class="a"><i>x', "less": "<p>x<hr>", "other-class": '<p class="a">x', "more": "<p>x"}
    second = {**first, "less": "<p>x", "other-class": '<p class="b">x', "more": "<p><i>x", "alone": "<p>x"}
    for folder, language, pages in ((tmp_path, "de", first), (tmp_path / "en", "en", second)):
        folder.mkdir(exist_ok=True)
        for name, body in pages.items():
            way = f"{'' if language == 'de' else '../'}{name}.html"
            (folder / f"{name}.html").write_text(
                f'<!doctype html><html lang="{language}"><link rel="alternate" hreflang="x-default" href="{way}">'
                f"<body>{body}",
                encoding="utf-8",
            )
    assert alike(tmp_path) == {"en/same.html", "en/less.html"}


def test_most_pages_in_another_language_are_alike(real_site: Path) -> None:
    others = {name for name in kinds(real_site) if name.startswith("en/")}
    assert others
    assert len(others) * 0.8 < len(alike(real_site)) <= len(others)


def test_axe_finds_nothing_among_results_and_suggestions(page: Any, real_site: Path) -> None:
    for width in (NARROW, WIDE):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto("about:blank")
        page.goto(f"{(real_site / 'search.html').as_uri()}#q=Trotzki")
        page.locator("#suche_ergebnisse li").first.wait_for()
        assert examined(page) == []
        field = page.get_by_role("combobox")
        field.fill("")
        field.press_sequentially("ser")
        page.locator("[role=option]").first.wait_for()
        page.keyboard.press("ArrowDown")
        assert examined(page) == []


def fits(page: Any) -> list[str]:
    """What lies beyond the right edge, or is cut off."""
    beyond = page.evaluate(SIDEWAYS)
    return [*([f"{beyond} pixels beyond the edge"] if beyond > 0 else []), *page.evaluate(CUT_OFF)]


def test_nothing_is_lost_on_a_narrow_screen(page: Any, real_site: Path) -> None:
    """1.4.10: 320 pixels, no scrolling in two directions; then with wide-set text (1.4.12)."""

    def both(page: Any, _: str) -> list[str]:
        plain = fits(page)
        page.add_style_tag(content=SPACED)
        return [*plain, *(f"wide-set: {one}" for one in fits(page))]

    assert complaints(page, real_site, NARROW, both) == {}


def test_nothing_is_lost_when_text_is_twice_as_large(page: Any, real_site: Path) -> None:
    """1.4.4: the reader's own size of text, on which every size and every breakpoint of ours rests."""
    session = page.context.new_cdp_session(page)
    session.send("Page.enable")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    page.goto((real_site / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert complaints(page, real_site, WIDE, lambda page, _: fits(page)) == {}


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_what_has_the_focus_is_seen(page: Any, real_site: Path, width: int) -> None:
    assert complaints(page, real_site, width, lambda page, _: page.evaluate(UNSEEN)) == {}
