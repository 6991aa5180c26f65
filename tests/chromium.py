"""The browser of the tests: Debian's Chromium, cut off from every network."""

from __future__ import annotations

import functools
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import BrowserContext, Route, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
TYPEFACE = "P052"  # one the pages name: what stands beside what depends on the width of letters
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def executable() -> str:
    """Where the browser is; without one the tests fail and say what to install."""
    found = next((path for path in map(shutil.which, NAMES) if path), None)
    assert found, "The browser tests need Chromium. On Debian: apt-get install chromium"
    assert TYPEFACE in _typefaces(), (
        f"The browser tests need the typeface {TYPEFACE}. On Debian: apt-get install fonts-urw-base35"
    )
    return found


@functools.cache
def _typefaces() -> str:
    asked = shutil.which("fc-list")
    return (
        subprocess.run([asked, ":", "family"], capture_output=True, text=True, check=True).stdout
        if asked
        else ""
    )


@contextmanager
def browser() -> Iterator[Any]:
    """A running browser."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        try:
            yield chromium
        finally:
            chromium.close()


@contextmanager
def cut_off(chromium: Any, **options: Any) -> Iterator[tuple[BrowserContext, list[str]]]:
    """A context in which only files of this machine are served; every other request is noted and refused."""
    foreign: list[str] = []

    def judge(route: Route) -> None:
        if route.request.url.startswith("file://"):
            route.continue_()
        else:
            foreign.append(route.request.url)
            route.abort()

    context = chromium.new_context(**options)
    context.route("**/*", judge)
    try:
        yield context, foreign
    finally:
        context.close()


@contextmanager
def one_after_another(chromium: Any, **options: Any) -> Iterator[tuple[Any, Callable[[], list[str]]]]:
    """A page that goes from address to address, and who tells whom it has asked, and of what it complained, since then.

    For pages that are only looked at: to open each in a context of its own takes several times as long.
    """
    with cut_off(chromium, **options) as (context, foreign):
        page = context.new_page()
        errors: list[str] = []
        page.on(
            "console",
            lambda message: (
                errors.append(f"{message.text} ({message.location.get('url')})")
                if message.type == "error"
                else None
            ),
        )
        page.on("pageerror", lambda error: errors.append(str(error)))

        def said() -> list[str]:
            new = [*foreign, *errors]
            foreign.clear()
            errors.clear()
            return new

        yield page, said
        left = said()
        assert left == [], left


@contextmanager
def opened(
    chromium: Any, address: str, width: int = 1440, height: int = 900, **options: Any
) -> Iterator[Any]:
    """The page at an address; nothing may ask another host, fail, or complain on the console."""
    with cut_off(chromium, viewport={"width": width, "height": height}, **options) as (context, foreign):
        page = context.new_page()
        errors: list[str] = []
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address)
        yield page
        assert (foreign, errors) == ([], [])


def until(page: Any, expression: str, arg: object = None, seconds: float = 20) -> None:
    """Wait until an expression holds in the page.

    `page.wait_for_function` asks again by `eval`, which the Content-Security-Policy of our pages refuses.
    """
    end = time.monotonic() + seconds
    while not page.evaluate(expression, arg):
        assert time.monotonic() < end, f"still not so after {seconds} seconds: {expression}"
        time.sleep(0.03)
