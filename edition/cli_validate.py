"""The command `validate`: an edition, or any TEI files; and its repairs."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec.structs import replace

from edition import speech
from edition.cli_options import LANG, SOURCE, STRICT
from edition.errors import EditionError, UseError
from edition.findings import Verdict
from edition.model import Bilingual

Judged = tuple[Verdict, tuple[EditionError, ...]]  # what was found, and which files cannot be read
_NOT_UTF8 = Bilingual(
    "{path} is not in UTF-8: nothing in it is mended. Save it as UTF-8.",
    "{path} ist nicht in UTF-8: Nichts darin wird verbessert. Als UTF-8 speichern.",
)
_NOT_OURS = Bilingual(
    "--fix repairs editions that follow the rules of this tool; the files here are TEI of others and are never changed.",
    "--fix verbessert Editionen nach den Regeln dieses Programms; die Dateien hier sind TEI von anderen und werden nie "
    "geändert.",
)
_NOT_WRITTEN = Bilingual(", not written", ", nicht geschrieben")


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@SOURCE
@click.option(
    "--schema", type=click.Path(path_type=Path),
    help="RELAX NG schema (.rng) for the FILEs.  [default: the one each file names]",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(speech.FORMS), default="text", show_default=True,
    help="text to read, json and sarif for programs, html as a report to hand on.",
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(path_type=Path),
    help="Write the findings into this file, and only the result to the terminal.",
)  # fmt: skip
@click.option(
    "--color/--no-color", "colour", default=None, help="Colour the text.  [default: on a terminal only]"
)
@STRICT
@LANG
@click.option("--fix", is_flag=True, help="Repair what has one certain repair, then check again.")
@click.option("--dry-run", is_flag=True, help="With --fix: show the repairs and write nothing.")
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
    """Check an edition, or any TEI files.

    Every finding says what is wrong, where, and what to do. Without FILE the edition in this folder (or --source) is
    checked as a whole. FILEs are any TEI files, or folders of them: each is checked by itself.

    Exit codes: 0 no errors, 1 findings, 2 wrong usage, 3 a file cannot be read, 4 a fault of the program.
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
        verdict, unreadable = _mended(root, dry_run, with_difference=form == "text" and output is None)
    else:
        verdict, unreadable = _of_files(files, schema) if files else _of_edition(root)
    if form != "text":  # a program that reads only this must learn of them too
        verdict = replace(verdict, remarks=(*verdict.remarks, *(error.said for error in unreadable)))
    if form != "text" or verdict.findings or not unreadable:
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
    from edition import engine, validation, workspace

    with speech.progress() as step:
        try:
            with workspace.opened(root) as house:
                examined = validation.of_workspace(house, step, engine.chosen())
                return validation.verdict(root, examined), ()
        except EditionError as error:
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

    if not settings.is_ours(root):
        raise UseError(_NOT_OURS)
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
