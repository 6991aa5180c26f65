"""The command line: with `speech` and the commands beside it the only modules that print or exit.

Exit codes: 0 clean, 1 findings, 2 usage, 3 input cannot be read, 4 a fault of the program,
130 stopped by the user.
"""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

import click

from edition import __version__, cli_export, cli_service, cli_validate, findings, speech
from edition.cli_options import SOURCE, STOPPED
from edition.errors import EditionError
from edition.model import Bilingual

# Modules that take long to load, Saxon and the templates above all, are imported where they are used: a program that
# calls `validate FILE` for every keystroke pays for nothing else.
FAULT = 4
_STOPPED = Bilingual("Stopped. Nothing was changed.", "Abgebrochen. Nichts wurde geändert.")
_NO_FILE = Bilingual("A file", "Eine Datei")
_CHECK = Bilingual(
    "Check that it exists, that you may write there and that there is space.",
    "Prüfen, ob es sie gibt, ob dort geschrieben werden darf und ob Platz ist.",
)


@click.group(invoke_without_command=True)
@click.version_option(__version__)
@click.pass_context
def command(context: click.Context) -> None:
    """A scholarly edition in TEI: checks it and builds its reading edition. Without a command: build."""
    if context.invoked_subcommand is None:
        context.invoke(build)


for _one in (*cli_validate.COMMANDS, *cli_export.COMMANDS, *cli_service.COMMANDS):
    command.add_command(_one)


@command.command()
@SOURCE
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="The site."
)
@click.option("--strict", is_flag=True, help="Warnings stop the build too.")
def build(source: Path, out: Path, strict: bool) -> None:
    """Validate the edition and build its site."""
    from edition import site

    with speech.progress() as step:
        try:
            report = site.build(source.resolve(), out, strict=strict, step=step)
        except site.ValidationError as error:
            counted = findings.counted(error.findings)
            message = Bilingual(f"{counted.en}. {error.message.en}", f"{counted.de}. {error.message.de}")
            raise EditionError(message, findings=error.findings) from None
    speech.show(report.findings)
    for remark in report.remarks:
        speech.say(remark)
    counted, home = findings.counted(report.findings), out / "index.html"
    speech.say(
        Bilingual(
            f"{report.files} files, {counted.en}. Open {home} in a browser.",
            f"{report.files} Dateien, {counted.de}. {home} im Browser öffnen.",
        )
    )


@command.command(name="schema")
@SOURCE
def compile_schema(source: Path) -> None:
    """Compile tei/schema/edition.odd: grammar, constraints, guidelines."""
    from edition import corpus, schema, validation

    folder = source.resolve() / "tei" / "schema"
    made = schema.compile_odd(corpus.read(folder / "edition.odd"), "tei/schema/edition.odd")
    validation.Rules(made["edition.rng"], made["edition.sch"])  # nothing is written that cannot be used
    for name, content in made.items():
        (folder / name).write_bytes(content)
        click.echo(f"tei/schema/{name}")


def main() -> None:
    """Run a command; whatever goes wrong ends in a sentence and an exit code."""
    speech.speak()
    words = sys.argv[1:]
    if words and words[0].startswith("-") and words[0] not in ("--help", "--version"):
        words = ["build", *words]  # `build.py --out site` builds
    try:
        command(words, standalone_mode=False)
    except click.ClickException as error:
        error.show()
        raise SystemExit(2) from None
    except (click.Abort, KeyboardInterrupt):
        speech.say(_STOPPED, error=True)
        raise SystemExit(STOPPED) from None
    except EditionError as error:
        speech.show(error.findings)
        speech.explain(error)
        raise SystemExit(error.exit_code) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader went away: no more words
        raise SystemExit(1) from None
    except OSError as error:
        name, why = error.filename or _NO_FILE, error.strerror
        unusable = Bilingual("{name} cannot be used: {why}.", "{name} ist nicht zu verwenden: {why}.")
        speech.explain(EditionError(unusable.filled({"name": name, "why": why}), _CHECK))
        raise SystemExit(1) from None
    except Exception as error:  # the one place where a fault of ours becomes a sentence
        place = traceback.extract_tb(error.__traceback__)[-1]
        what = f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
        fault = Bilingual(
            f"A fault of this program, not of your files: {what}. Please report it with the command you gave.",
            f"Ein Fehler dieses Programms, nicht der Dateien: {what}. Bitte mit dem gegebenen Befehl melden.",
        )
        speech.say(fault, error=True)
        raise SystemExit(FAULT) from None
