"""What the command line says: findings where they are wanted, errors in sentences, progress on a terminal.

With `cli` the only module that writes to the terminal. One language for a run: that of the system until `speak`
chooses another.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

import click

from edition import findings, languages
from edition.errors import EditionError
from edition.findings import Style, Verdict
from edition.model import LANGUAGES, Bilingual, Finding

PAGE = "html"  # the format that a template makes
FORMS = (*findings.FORMATS, PAGE)
_LANGUAGE: ContextVar[str] = ContextVar("language", default=LANGUAGES[0])


def speak(language: str = "") -> None:
    """From now on in this language; without one, in that of the system."""
    _LANGUAGE.set(language or languages.preferred(os.environ))


def language() -> str:
    """The language of the run."""
    return _LANGUAGE.get()


def say(words: Bilingual, *, error: bool = False) -> None:
    """A sentence in the language of the run."""
    click.echo(_harmless(words.in_(_LANGUAGE.get())), err=error)


def _harmless(text: str) -> str:
    """Lines without what would steer the terminal: names of files, and what files say, may hold anything."""
    return "\n".join(findings.harmless(line) for line in text.split("\n"))


def show(found: tuple[Finding, ...]) -> None:
    """Findings beside other words: a line each, with the hint."""
    for one in found:
        click.echo(findings.brief(one, _LANGUAGE.get()))


def explain(error: EditionError) -> None:
    """An error and what to do about it."""
    say(error.message, error=True)
    if error.hint:
        say(Bilingual(f"Hint: {error.hint.en}", f"Hinweis: {error.hint.de}"), error=True)


def deliver(verdict: Verdict, form: str, output: Path | None, colour: bool | None) -> None:
    """Write a verdict where it is wanted; what is written into a file is summed up in a sentence."""
    style = _style(output, colour)
    text = _page(verdict, style) if form == PAGE else findings.FORMATS[form](verdict, style)
    if output is None:
        click.echo(text, nl=False, color=style.colour)
    else:
        output.write_text(text, encoding="utf-8", newline="")
        say(findings.sentence(verdict))


def _page(verdict: Verdict, style: Style) -> str:
    from edition import rendering  # templates take long to load
    from edition.findings import page

    return rendering.render(page.alone(verdict, style)).content.decode("utf-8")


def _style(output: Path | None, colour: bool | None) -> Style:
    """Colour and full width on a terminal; NO_COLOR (no-color.org) forbids colour, the option decides."""
    terminal = output is None and sys.stdout.isatty()
    wanted = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = {"width": shutil.get_terminal_size().columns} if terminal else {}
    return Style(_LANGUAGE.get(), **width, colour=wanted if colour is None else colour)


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """One line that changes on a terminal; nothing elsewhere, so that logs and pipes stay readable."""
    terminal = sys.stderr.isatty()

    def step(what: str) -> None:
        if terminal:
            click.echo(f"\r\x1b[K{findings.harmless(what)} …", err=True, nl=False)

    try:
        yield step
    finally:
        if terminal:
            click.echo("\r\x1b[K", err=True, nl=False)
