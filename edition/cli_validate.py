"""The command `validate`: an edition, or any TEI files; and its repairs."""

from __future__ import annotations

from pathlib import Path

import click

from edition import speech
from edition.cli_options import LANGUAGE, SOURCE
from edition.errors import EditionError
from edition.findings import Verdict
from edition.model import Bilingual

Judged = tuple[Verdict, tuple[EditionError, ...]]  # what was found, and which files cannot be read
_NOT_UTF8 = Bilingual(
    "{path} is not in UTF-8: nothing in it is mended. Save it as UTF-8.",
    "{path} ist nicht in UTF-8: Nichts darin wird verbessert. Als UTF-8 speichern.",
)
_NOT_WRITTEN = Bilingual(", not written", ", nicht geschrieben")


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@SOURCE
@click.option(
    "--schema",
    type=click.Path(path_type=Path),
    help="A RELAX NG schema for FILEs, in place of those they name.",
)
@click.option("--format", "form", type=click.Choice(speech.FORMS), default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write the findings into this file.")
@LANGUAGE
@click.option("--color/--no-color", "colour", default=None, help="Else in colour on a terminal only.")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--fix", is_flag=True, help="Write the certain repairs into the files, then check again.")
@click.option("--dry-run", is_flag=True, help="With --fix: show what would be written, write nothing.")
@click.pass_context
def validate(
    context: click.Context,
    files: tuple[str, ...],
    source: Path,
    schema: Path | None,
    form: str,
    output: Path | None,
    colour: bool | None,
    strict: bool,
    fix: bool,
    dry_run: bool,
) -> None:
    """Check the edition, or any TEI files, and say what is wrong, where, and what to do.

    FILEs are TEI files, or folders of them, of whatever edition.
    """
    alone = context.get_parameter_source("source") is click.core.ParameterSource.DEFAULT
    _refuse(
        (bool(files) and not alone, "Give either files or --source."),
        (schema is not None and not files, "--schema is for files: name them."),
        (fix and bool(files), "--fix is for an edition: leave out the files."),
        (dry_run and not fix, "--dry-run belongs to --fix."),
    )
    root = source.resolve()
    if fix:
        mended = _mended(root, dry_run, with_difference=form == "text" and output is None)
        verdict, unreadable = mended
    else:
        verdict, unreadable = _of_files(files, schema) if files else _of_edition(root)
    speech.deliver(verdict, form, output, colour)
    for error in unreadable:
        speech.explain(error)
    if unreadable:
        raise SystemExit(unreadable[0].exit_code)
    if verdict.count("error") or (strict and verdict.findings):
        raise SystemExit(1)


def _refuse(*usages: tuple[bool, str]) -> None:
    """Options that do not go together."""
    for wrong, sentence in usages:
        if wrong:
            raise click.UsageError(sentence)


def _of_edition(root: Path) -> Judged:
    """What was found; where files cannot be read, what was found in the others."""
    from edition import settings, validation

    with speech.progress() as step:
        try:
            return validation.verdict(root, validation.examine(root, settings.load(root), step)), ()
        except EditionError as error:
            if not error.findings:
                raise
            return validation.partial(root, error.findings), (error,)


def _of_files(names: tuple[str, ...], schema: Path | None) -> Judged:
    from edition import foreign

    meant = foreign.expanded(names)
    with speech.progress() as step:
        examined = foreign.examine(meant.paths, schema, step)
    return foreign.verdict(examined), (*meant.errors, *examined.unreadable)


def _mended(root: Path, dry_run: bool, with_difference: bool) -> Judged:
    """What validation says after the certain repairs; in a dry run before them, and the repairs as a diff."""
    from edition import fixes, settings, validation

    config = settings.load(root)
    with speech.progress() as step:
        if dry_run:
            examined = validation.examine(root, config, step)
            mendings = fixes.planned(root, examined.findings)
        else:
            mendings, examined = fixes.mend(root, config, step)
    for mending in mendings if dry_run and with_difference else ():
        click.echo(mending.difference(), nl=False)
    for path in fixes.beyond(root, examined.findings):
        speech.say(_NOT_UTF8.filled({"path": path}), error=True)
    counted, left = fixes.summary(mendings), _NOT_WRITTEN if dry_run else Bilingual("", "")
    speech.say(Bilingual(f"{counted.en}{left.en}.", f"{counted.de}{left.de}."), error=True)
    return validation.verdict(root, examined), ()


COMMANDS = (validate,)
