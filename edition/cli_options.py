"""What several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from edition import speech
from edition.model import LANGUAGES

STOPPED = 130  # exit code of a command that the user stopped
SOURCE = click.option(
    "--source", type=click.Path(path_type=Path), default=Path("."),
    help="Folder of the edition: one with tei/edition.toml in it, or any folder of TEI files.  [default: this folder]",
)  # fmt: skip


def _speak(_context: click.Context, _option: click.Parameter, value: str | None) -> None:
    if value:
        speech.speak(value)


LANG = click.option(
    "--lang", type=click.Choice(LANGUAGES), callback=_speak, is_eager=True, expose_value=False,
    help="Language of the messages.  [default: that of the system]",
)  # fmt: skip
OUT = click.option(
    "--out", type=click.Path(path_type=Path), default=Path("site"), show_default=True,
    help="Folder the site is written to; a former site there is replaced.",
)  # fmt: skip
SKIP = click.option(
    "--skip", multiple=True, metavar="FORMAT",
    help="Do not make this format; may be given several times. export --list names them.",
)  # fmt: skip
NO_EXPORTS = click.option(
    "--no-exports", "exports", is_flag=True, default=True, flag_value=False,
    help="Make the pages alone; of the formats only TEI, which pages link to.",
)  # fmt: skip
JOBS = click.option(
    "--jobs", type=click.IntRange(1, 256), metavar="N",
    help="Work in so many processes at once.  [default: one for each core]",
)  # fmt: skip
ANEW = click.option(
    "--anew", is_flag=True,
    help="Make everything anew, even what has not changed since the last build.",
)  # fmt: skip
ENGINE = click.option(
    "--engine", metavar="dask://HOST:PORT",
    help="Work on the Dask cluster with this scheduler; only where all who reach it are trusted.  [default: this machine]",
)  # fmt: skip
STRICT = click.option("--strict", is_flag=True, help="Treat warnings like errors.")
