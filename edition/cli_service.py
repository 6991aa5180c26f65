"""The commands for working on an edition: `serve` shows it, `new` begins one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from edition import speech
from edition.cli_options import SOURCE, STOPPED
from edition.model import Bilingual

if TYPE_CHECKING:
    from edition.serving import Outcome


@click.command()
@SOURCE
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="The site."
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any that is free."
)
@click.option("--strict", is_flag=True, help="Warnings stop the build too.")
def serve(source: Path, out: Path, port: int, strict: bool) -> None:
    """Show the site on this machine, follow every change, and put each finding where it belongs."""
    from edition import serving

    try:
        serving.run(source.resolve(), out.resolve(), port, strict=strict, ready=_ready, built=_built)
    except KeyboardInterrupt:
        speech.say(Bilingual("\nStopped.", "\nBeendet."), error=True)
        raise SystemExit(STOPPED) from None


def _ready(address: str) -> None:
    click.echo(f"{address} – Ctrl-C stops.")


def _built(outcome: Outcome) -> None:
    speech.show(outcome.findings)
    click.echo(f"{outcome.sentence} {outcome.hint}".strip())


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--from", "text", type=click.Path(path_type=Path), metavar="TEXT",
    help="A text file: its first line is the title, blank lines separate paragraphs.",
)  # fmt: skip
@click.option("--title", default="", help="Title of the edition; without it, that of the text.")
def new(folder: Path, text: Path | None, title: str) -> None:
    """Begin an edition in DIR: from a text, or with a small example."""
    from edition import scaffold

    for sentence in scaffold.create(folder, text, title, date.today()):
        click.echo(sentence)
    click.echo(f"{folder} is ready. Go there, then: edition serve")


COMMANDS = (serve, new)
