"""The commands for working on an edition: `serve` shows it, `new` begins one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from edition import resources, speech
from edition.cli_options import LANG, OUT, SOURCE, STOPPED, STRICT
from edition.model import Bilingual

_READY = Bilingual(
    "{folder} is ready. Go there, then: {command} serve",
    "{folder} ist bereit. Dorthin wechseln, dann: {command} serve",
)

if TYPE_CHECKING:
    from edition.serving import Outcome


@click.command()
@SOURCE
@OUT
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port on this machine; 0 takes any that is free.",
)
@click.option("--exports", is_flag=True, help="Make every format as well; without it the pages show sooner.")
@STRICT
@LANG
def serve(source: Path, out: Path, port: int, strict: bool, exports: bool) -> None:
    """Show the site in a browser and follow every change.

    Builds the site, serves it on this machine only, builds it anew whenever a source is saved, and shows each finding
    beside the passage it concerns. Ctrl-C ends it.
    """
    from edition import serving

    try:
        serving.run(
            source.resolve(),
            out.resolve(),
            port,
            strict=strict,
            exports=exports,
            language=speech.language(),
            ready=_ready,
            built=_built,
        )
    except KeyboardInterrupt:
        speech.say(Bilingual("\nStopped.", "\nBeendet."), error=True)
        raise SystemExit(STOPPED) from None


def _ready(address: str) -> None:
    speech.say(Bilingual(f"{address} – Ctrl-C stops.", f"{address} – Strg-C beendet."))


def _built(outcome: Outcome) -> None:
    speech.show(outcome.findings)
    sentence, hint = outcome.sentence, outcome.hint
    speech.say(Bilingual(f"{sentence.en} {hint.en}".strip(), f"{sentence.de} {hint.de}".strip()))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--from", "text", type=click.Path(path_type=Path), metavar="FILE",
    help="Text file to begin with: the first line is the title, blank lines separate paragraphs.  [default: an example]",
)  # fmt: skip
@click.option("--title", default="", help="Title of the edition.  [default: that of the text]")
@LANG
def new(folder: Path, text: Path | None, title: str) -> None:
    """Begin an edition in the folder DIR.

    DIR must not exist yet, or be empty. What it then holds validates and builds as it is.
    """
    from edition import scaffold

    for sentence in scaffold.create(folder, text, title, date.today()):
        speech.say(sentence)
    speech.say(_READY.filled({"folder": folder, "command": resources.command(elsewhere=True)}))


COMMANDS = (serve, new)
