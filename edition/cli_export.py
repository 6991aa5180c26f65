"""The command `export`: one format, into a folder or a file of its own."""

from __future__ import annotations

from pathlib import Path

import click

from edition import findings, speech, urls
from edition.cli_options import LANG, SOURCE
from edition.errors import BuildError
from edition.model import Bilingual, File

FOLDER = Path("export")


@click.command()
@click.argument("name", metavar="FORMAT", required=False)
@click.option("--list", "listing", is_flag=True, help="Say which formats there are, and what they are for.")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default=FOLDER, show_default=True,
    help="The folder; for a format of one file also that file.",
)  # fmt: skip
@SOURCE
@LANG
def export(name: str | None, listing: bool, out: Path, source: Path) -> None:
    """Write one format into a folder or a file of its own."""
    from edition import exporting, validation, workspace
    from edition.exports import EXPORTS

    if listing or name is None:
        for row in EXPORTS:
            speech.say(Bilingual(f"{row.slug:12} {row.purpose.en}", f"{row.slug:12} {row.purpose.de}"))
        return
    chosen = exporting.named(name)
    root = source.resolve()
    with workspace.opened(root) as house:
        exporting.refuse(chosen, house.config)
        examined = validation.of_workspace(house)
        speech.show(examined.findings)
        if examined.errors:
            counted = findings.counted(examined.findings)
            none = Bilingual(
                f"{counted.en}. Nothing was exported.", f"{counted.de}. Nichts wurde ausgegeben."
            )
            speech.say(none, error=True)
            raise SystemExit(1)
        outcome = exporting.Outcome()
        files = exporting.alone(chosen, house.root, house.config, examined.edition, outcome)
    for failure in outcome.failures:
        speech.say(failure, error=True)
    _write(files, out)


def _write(files: tuple[File, ...], out: Path) -> None:
    """A single file goes where a file is named; everything else into a folder, in one step."""
    from edition import desk, swap

    if len(files) == 1 and not out.is_dir() and (out.suffix or out.is_file()):
        swap.put(files[0].content, out)
    else:
        _refuse_sites(out)
        with swap.staging(out) as folder:
            for file in files:
                desk.write(file, folder)
    size = f"{sum(len(file.content) for file in files) / 1000:.1f}"
    speech.say(
        Bilingual(
            f"{len(files)} {'file' if len(files) == 1 else 'files'}, {size} kB: {out}",
            f"{len(files)} {'Datei' if len(files) == 1 else 'Dateien'}, {size.replace('.', ',')} kB: {out}",
        )
    )


def _refuse_sites(out: Path) -> None:
    """A format never takes the place of a site, though the build would replace it."""
    if (out / urls.HOME).is_file():
        raise BuildError(
            Bilingual(
                f"{out} holds a site; it is left alone.", f"{out} enthält eine Website; sie bleibt unberührt."
            ),
            Bilingual("Choose another folder with -o.", "Mit -o einen anderen Ordner wählen."),
        )


COMMANDS = (export,)
