"""The command line: the only module that prints or exits.

Exit codes: 0 clean, 1 findings, 2 usage, 3 input cannot be read, 4 a fault of the program,
130 stopped by the user.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import click

from edition import __version__, cli_service, corpus, fixes, schema, settings, site, swap, validation
from edition.errors import EditionError
from edition.exports import EXPORTS
from edition.model import Finding

FAULT = 4
STOPPED = 130
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


for _one in cli_service.COMMANDS:
    command.add_command(_one)


@command.command()
@_SOURCE
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="The site."
)
@click.option("--strict", is_flag=True, help="Warnings stop the build too.")
def build(source: Path, out: Path, strict: bool) -> None:
    """Validate the edition and build its site."""
    with _progress() as step:
        try:
            report = site.build(source.resolve(), out, strict=strict, step=step)
        except site.ValidationError as error:
            raise EditionError(
                f"{_counted(error.findings)}. {error.message}", findings=error.findings
            ) from None
    _show(report.findings, "text")
    for remark in report.remarks:
        click.echo(remark)
    click.echo(f"{report.files} files, {_counted(report.findings)}. Open {out / 'index.html'} in a browser.")


@command.command()
@_SOURCE
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--fix", is_flag=True, help="Write the certain repairs into the files, then check again.")
@click.option("--dry-run", is_flag=True, help="With --fix: show what would be written, write nothing.")
def validate(source: Path, form: str, strict: bool, fix: bool, dry_run: bool) -> None:
    """Check everything and say what is wrong, where, and what to do."""
    if dry_run and not fix:
        raise click.UsageError("--dry-run belongs to --fix.")
    root = source.resolve()
    with _progress() as step:
        examined = (
            _mended(root, dry_run, step, form) if fix else validation.examine(root, settings.load(root), step)
        )
    _show(examined.findings, form)
    if form == "text":
        click.echo(_counted(examined.findings) + ".")
    if examined.errors or (strict and examined.findings):
        raise SystemExit(1)


def _mended(root: Path, dry_run: bool, step: site.Step, form: str) -> validation.Examination:
    """What validation says after the certain repairs; with `dry_run` before them, and the repairs as a diff."""
    config = settings.load(root)
    if dry_run:
        examined = validation.examine(root, config, step)
        mendings = fixes.planned(root, examined.findings)
        for mending in mendings if form == "text" else ():
            click.echo(mending.difference(), nl=False)
    else:
        mendings, examined = fixes.mend(root, config, step)
    for path in fixes.beyond(root, examined.findings):
        click.echo(f"{path} is not in UTF-8: nothing in it is mended. Save it as UTF-8.", err=True)
    click.echo(f"{fixes.summary(mendings)}{', not written' if dry_run else ''}.", err=True)
    return examined


@command.command(name="schema")
@_SOURCE
def compile_schema(source: Path) -> None:
    """Compile tei/schema/edition.odd: grammar, constraints, guidelines."""
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
    _show(examined.findings, "text")
    if examined.errors:
        click.echo(f"{_counted(examined.findings)}. Nothing was exported.", err=True)
        raise SystemExit(1)
    with swap.staging(out) as folder:
        files = list(formats[name].function(root, config, examined.edition))
        for file in files:
            site.write(file, folder)
    click.echo(f"{len(files)} files in {out}.")


def _show(findings: tuple[Finding, ...], form: str) -> None:
    if form == "json":
        click.echo(json.dumps([_plain(one) for one in findings], ensure_ascii=False, indent=1))
        return
    for one in findings:
        click.echo(str(one))


def _plain(finding: Finding) -> dict[str, object]:
    return asdict(finding) | {"message": str(finding.message), "hint": str(finding.hint)}


def _counted(findings: tuple[Finding, ...]) -> str:
    count = Counter(one.severity for one in findings)
    parts = [f"{count[word]} {word}{'s' if count[word] != 1 else ''}" for word in ("error", "warning")]
    return ", ".join(parts)


@contextmanager
def _progress() -> Iterator[site.Step]:
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
        _show(error.findings, "text")
        click.echo(error.message, err=True)
        if error.hint:
            click.echo(f"Hint: {error.hint}", err=True)
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
