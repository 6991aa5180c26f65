"""The command line: the only module that prints or exits.

Exit codes: 0 clean, 1 findings, 2 usage, 3 input cannot be read, 4 a fault of the program,
130 stopped by the user.
"""

from __future__ import annotations

import os
import shutil
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

import click

from edition import __version__, findings, languages
from edition.errors import EditionError, InputError
from edition.findings import Style, Verdict
from edition.model import LANGUAGES, Bilingual, Finding

# Modules that take long to load, Saxon and the templates above all, are imported where they are used: a program that
# calls `validate FILE` for every keystroke pays for nothing else.
FAULT = 4
STOPPED = 130
_LANGUAGE: ContextVar[str] = ContextVar("language", default=LANGUAGES[0])
_PAGE = "html"
_HINT = Bilingual("Hint: ", "Hinweis: ")
_SOURCE = click.option(
    "--source", type=click.Path(path_type=Path), default=Path("."), show_default="this folder",
    help="Folder of the edition: it contains tei/edition.toml.",
)  # fmt: skip


@click.group(invoke_without_command=True)
@click.version_option(__version__)
@click.pass_context
def command(context: click.Context) -> None:
    """A scholarly edition in TEI: checks it and builds its reading edition. Without a command: build."""
    if context.invoked_subcommand is None:
        context.invoke(build)


@command.command()
@_SOURCE
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="The site."
)
@click.option("--strict", is_flag=True, help="Warnings stop the build too.")
def build(source: Path, out: Path, strict: bool) -> None:
    """Validate the edition and build its site."""
    from edition import site

    with _progress() as step:
        try:
            report = site.build(source.resolve(), out, strict=strict, step=step)
        except site.ValidationError as error:
            raise EditionError(
                f"{_counted(error.findings)}. {error.message}", findings=error.findings
            ) from None
    _show(report.findings)
    for remark in report.remarks:
        click.echo(remark)
    click.echo(f"{report.files} files, {_counted(report.findings)}. Open {out / 'index.html'} in a browser.")


def _speak(_context: click.Context, _option: click.Parameter, value: str | None) -> None:
    if value:
        _LANGUAGE.set(value)


@command.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@_SOURCE
@click.option(
    "--schema", type=click.Path(path_type=Path), help="A RELAX NG schema for FILEs, in place of those they name."
)
@click.option(
    "--format", "form", type=click.Choice([*findings.FORMATS, _PAGE]), default="text", show_default=True
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write the findings into this file.")
@click.option(
    "--lang", type=click.Choice(LANGUAGES), callback=_speak, is_eager=True, expose_value=False,
    help="Language of the messages; else that of the system.",
)
@click.option("--color/--no-color", "colour", default=None, help="Else in colour on a terminal only.")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.pass_context
def validate(
    context: click.Context, files: tuple[str, ...], source: Path, schema: Path | None, form: str,
    output: Path | None, colour: bool | None, strict: bool,
) -> None:
    """Check the edition, or any TEI files, and say what is wrong, where, and what to do.

    FILEs are TEI files, or folders of them, of whatever edition.
    """
    alone = context.get_parameter_source("source") is click.core.ParameterSource.DEFAULT
    if files and not alone:
        raise click.UsageError("Give either files or --source.")
    if schema and not files:
        raise click.UsageError("--schema is for files: name them.")
    verdict, unreadable = _of_files(files, schema) if files else (_of_edition(source.resolve()), ())
    _deliver(verdict, form, output, colour)
    for error in unreadable:
        _explain(error)
    if unreadable:
        raise SystemExit(InputError.exit_code)
    if verdict.count("error") or (strict and verdict.findings):
        raise SystemExit(1)


def _of_edition(root: Path) -> Verdict:
    from edition import settings, validation

    with _progress() as step:
        return validation.verdict(root, validation.examine(root, settings.load(root), step))


def _of_files(names: tuple[str, ...], schema: Path | None) -> tuple[Verdict, tuple[EditionError, ...]]:
    from edition import foreign

    meant = foreign.expanded(names)
    with _progress() as step:
        examined = foreign.examine(meant.paths, schema, step)
    return foreign.verdict(examined), (*meant.errors, *examined.unreadable)


def _deliver(verdict: Verdict, form: str, output: Path | None, colour: bool | None) -> None:
    """Write a verdict where it is wanted; what is written into a file is summed up in a sentence."""
    style = _style(output, colour)
    if form == _PAGE:
        from edition import rendering
        from edition.findings import page

        text = rendering.render(page.alone(verdict, style)).content.decode("utf-8")
    else:
        text = findings.FORMATS[form](verdict, style)
    if output is None:
        click.echo(text, nl=False, color=style.colour)
    else:
        output.write_text(text, encoding="utf-8", newline="")
        click.echo(findings.sentence(verdict).in_(style.language))


def _style(output: Path | None, colour: bool | None) -> Style:
    """Colour and full width on a terminal; NO_COLOR (no-color.org) forbids colour, the option decides."""
    terminal = output is None and sys.stdout.isatty()
    wanted = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = {"width": shutil.get_terminal_size().columns} if terminal else {}
    return Style(_LANGUAGE.get(), **width, colour=wanted if colour is None else colour)


@command.command(name="schema")
@_SOURCE
def compile_schema(source: Path) -> None:
    """Compile tei/schema/edition.odd: grammar, constraints, guidelines."""
    from edition import corpus, schema, validation

    folder = source.resolve() / "tei" / "schema"
    made = schema.compile_odd(corpus.read(folder / "edition.odd"), "tei/schema/edition.odd")
    validation.Rules(made["edition.rng"], made["edition.sch"])  # nothing is written that cannot be used
    for name, content in made.items():
        (folder / name).write_bytes(content)
        click.echo(f"tei/schema/{name}")


@command.command()
@click.argument("name", metavar="FORMAT", required=False)
@click.option("--list", "listing", is_flag=True, help="Say which formats there are.")
@click.option("-o", "--out", type=click.Path(path_type=Path), default=Path("export"), show_default=True)
@_SOURCE
def export(name: str | None, listing: bool, out: Path, source: Path) -> None:
    """Write one format into a folder of its own."""
    from edition import settings, site, swap, validation
    from edition.exports import EXPORTS

    formats = {row.slug: row for row in EXPORTS}
    if listing or name is None:
        for row in EXPORTS:
            click.echo(f"{row.slug:12} {row.title}")
        return
    if name not in formats:
        raise click.UsageError(f"There is no format {name!r}; there are {', '.join(formats)}.")
    root = source.resolve()
    config = settings.load(root)
    examined = validation.examine(root, config)
    _show(examined.findings)
    if examined.errors:
        click.echo(f"{_counted(examined.findings)}. Nothing was exported.", err=True)
        raise SystemExit(1)
    with swap.staging(out) as folder:
        files = list(formats[name].function(root, config, examined.edition))
        for file in files:
            site.write(file, folder)
    click.echo(f"{len(files)} files in {out}.")


def _show(found: tuple[Finding, ...]) -> None:
    for one in found:
        click.echo(str(one))


def _counted(found: tuple[Finding, ...]) -> str:
    return str(findings.counted(found))


def _explain(error: EditionError) -> None:
    """An error and what to do about it."""
    language = _LANGUAGE.get()
    click.echo(error.message.in_(language), err=True)
    if error.hint:
        click.echo(_HINT.in_(language) + error.hint.in_(language), err=True)


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """One line that changes on a terminal; nothing elsewhere, so that logs and pipes stay readable."""
    terminal = sys.stderr.isatty()

    def step(what: str) -> None:
        if terminal:
            click.echo(f"\r\x1b[K{what} …", err=True, nl=False)

    try:
        yield step
    finally:
        if terminal:
            click.echo("\r\x1b[K", err=True, nl=False)


def main() -> None:
    """Run a command; whatever goes wrong ends in a sentence and an exit code."""
    _LANGUAGE.set(languages.preferred(os.environ))
    words = sys.argv[1:]
    if words and words[0].startswith("-") and words[0] not in ("--help", "--version"):
        words = ["build", *words]  # `build.py --out site` builds
    try:
        command(words, standalone_mode=False)
    except click.ClickException as error:
        error.show()
        raise SystemExit(2) from None
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped. Nothing was changed.", err=True)
        raise SystemExit(STOPPED) from None
    except EditionError as error:
        _show(error.findings)
        _explain(error)
        raise SystemExit(error.exit_code) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader went away: no more words
        raise SystemExit(1) from None
    except OSError as error:
        click.echo(f"{error.filename or 'A file'} cannot be used: {error.strerror}.", err=True)
        click.echo("Hint: Check that it exists, that you may write there and that there is space.", err=True)
        raise SystemExit(1) from None
    except Exception as error:  # the one place where a fault of ours becomes a sentence
        place = traceback.extract_tb(error.__traceback__)[-1]
        click.echo(
            f"A fault of this program, not of your files: {type(error).__name__}: {error} "
            f"({Path(place.filename).name}:{place.lineno}). Please report it with the command you gave.",
            err=True,
        )
        raise SystemExit(FAULT) from None
