"""The command line: with `speech` and the commands beside it the only modules that print or exit.

Exit codes: 0 clean, 1 findings, 2 usage, 3 input cannot be read, 4 a fault of the program,
130 stopped by the user.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

import click

from edition import __version__, cli_export, cli_service, cli_validate, errors, findings, speech
from edition.cli_options import ANEW, ENGINE, JOBS, LANG, NO_EXPORTS, OUT, SKIP, SOURCE, STOPPED, STRICT
from edition.errors import EditionError, UseError
from edition.model import Bilingual

# Modules that take long to load, Saxon and the templates above all, are imported where they are used: a program that
# calls `validate FILE` for every keystroke pays for nothing else.
FAULT = 4
_REPORT = Bilingual("Please report it with the command you gave.", "Bitte mit dem gegebenen Befehl melden.")
_SAME = Bilingual(
    "Nothing has changed since the last build; the site stays as it is.",
    "Seit dem letzten Lauf hat sich nichts geändert; die Website bleibt, wie sie ist.",
)
_STOPPED = Bilingual("Stopped. Nothing was changed.", "Abgebrochen. Nichts wurde geändert.")

_BOTH = Bilingual(
    "--jobs and --engine exclude each other: one says how many processes of this machine work, the other that a cluster "
    "does.",
    "--jobs und --engine schließen einander aus: Das eine sagt, wie viele Prozesse dieses Rechners arbeiten, das andere, "
    "dass ein Cluster es tut.",
)
_ONE = Bilingual("Give one of them.", "Eines davon angeben.")


@click.group(invoke_without_command=True, context_settings={"max_content_width": 100})
@click.version_option(__version__)
@click.pass_context
def command(context: click.Context) -> None:
    """Check TEI, and build the reading edition of a scholarly edition in TEI.

    Without a command it builds. COMMAND --help explains a command.
    """
    if context.invoked_subcommand is None:
        context.invoke(build)


for _one in (*cli_validate.COMMANDS, *cli_export.COMMANDS, *cli_service.COMMANDS):
    command.add_command(_one)


@command.command()
@SOURCE
@OUT
@STRICT
@SKIP
@NO_EXPORTS
@JOBS
@ANEW
@ENGINE
@LANG
def build(
    source: Path,
    out: Path,
    strict: bool,
    skip: tuple[str, ...],
    exports: bool,
    jobs: int | None,
    engine: str | None,
    anew: bool,
) -> None:
    """Validate an edition and build its site.

    An error stops the build, and the former site stays as it is.
    """
    if jobs and engine:
        raise UseError(_BOTH, _ONE)
    gc.disable()  # what it would free is less than what looking for it costs, and the process ends with the build
    from edition import site

    with speech.progress() as step:
        try:
            report = site.build(
                source.resolve(),
                out,
                strict=strict,
                skip=skip,
                exports=exports,
                jobs=jobs,
                remember=True,
                anew=anew,
                cluster=engine,
                step=step,
            )
        except site.ValidationError as error:
            counted = findings.counted(error.findings)
            message = Bilingual(f"{counted.en}. {error.message.en}", f"{counted.de}. {error.message.de}")
            raise EditionError(message, findings=error.findings) from None
    speech.show(report.findings)
    for remark in report.remarks:
        speech.say(remark)
    counted, home = findings.counted(report.findings), out / "index.html"
    if report.same:
        speech.say(_SAME)
    speech.say(
        Bilingual(
            f"{report.files} files, {counted.en}. Open {home} in a browser.",
            f"{report.files} Dateien, {counted.de}. {home} im Browser öffnen.",
        )
    )


@command.command(name="schema")
@SOURCE
@LANG
def compile_schema(source: Path) -> None:
    """Compile the ODD after a change: grammar, rules, guidelines.

    Reads tei/schema/edition.odd; writes edition.rng, edition.sch and guidelines.html beside it.
    """
    from edition import corpus, schema, swap, validation

    folder = source.resolve() / "tei" / "schema"
    made = schema.compile_odd(corpus.read(folder / "edition.odd"), "tei/schema/edition.odd")
    _ = validation.Rules(
        made["edition.rng"], made["edition.sch"]
    ).constraints  # nothing is written that cannot be used
    for name, content in made.items():
        swap.put(content, folder / name)
        click.echo(f"tei/schema/{name}")


def main() -> None:
    """Run a command, and leave at once: what a build has made is not taken apart piece by piece before the process ends."""
    run()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # what could not be said has been told
            stream.flush()
    os._exit(0)


def run() -> None:
    """Run a command; whatever goes wrong ends in a sentence and an exit code."""
    for name in ("stdout", "stderr"):  # closed by whoever calls: there is nobody to tell
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
    speech.speak()
    for number in (signal.SIGTERM, signal.SIGHUP):  # what is under way is cleared away, as after Ctrl-C
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)
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
        speech.explain(errors.unusable(error))
        raise SystemExit(1) from None
    except Exception as error:  # the one place where a fault of ours becomes a sentence
        said = errors.fault(error)
        speech.say(Bilingual(f"{said.en} {_REPORT.en}", f"{said.de} {_REPORT.de}"), error=True)
        raise SystemExit(FAULT) from None
