"""What several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from edition import speech
from edition.model import LANGUAGES

STOPPED = 130  # exit code of a command that the user stopped
SOURCE = click.option(
    "--source", type=click.Path(path_type=Path), default=Path("."), show_default="this folder",
    help="Folder of the edition: it contains tei/edition.toml.",
)  # fmt: skip


def _speak(_context: click.Context, _option: click.Parameter, value: str | None) -> None:
    if value:
        speech.speak(value)


LANGUAGE = click.option(
    "--lang", type=click.Choice(LANGUAGES), callback=_speak, is_eager=True, expose_value=False,
    help="Language of the messages; else that of the system.",
)  # fmt: skip
