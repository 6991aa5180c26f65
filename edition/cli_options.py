"""What several commands share."""

from __future__ import annotations

from pathlib import Path

import click

STOPPED = 130  # exit code of a command that the user stopped
SOURCE = click.option(
    "--source", type=click.Path(path_type=Path), default=Path("."), show_default="this folder",
    help="Folder of the edition: it contains tei/edition.toml.",
)  # fmt: skip
