"""All exports for a site: each whole or not at all, and what the page of downloads says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from edition.errors import EditionError, ExportError
from edition.exports import EXPORTS, GROUPS, Export
from edition.model import Bilingual, Config, Edition, File, Listing


@dataclass(slots=True)
class Outcome:
    """What became of the exports: filled while their files are taken."""

    listings: list[Listing] = field(default_factory=list)
    failures: list[Bilingual] = field(default_factory=list)


def files(
    root: Path,
    config: Config,
    edition: Edition,
    outcome: Outcome,
    *,
    strict: bool,
    step: Callable[[str], None],
) -> Iterator[File]:
    """The files of every export that succeeds.

    Raises:
        ExportError: a format failed, and `strict` is set or pages link to its files.
    """
    for export in EXPORTS:
        step(export.slug)
        try:
            made = _whole(export, root, config, edition)
        except ExportError as error:
            if strict or export.linked:
                raise
            outcome.failures.append(error.said)
            continue
        outcome.listings.append(_listing(export, made))
        yield from made


def _whole(export: Export, root: Path, config: Config, edition: Edition) -> tuple[File, ...]:
    """All files of a format; whatever goes wrong is an error that names the format."""
    try:
        return tuple(export.function(root, config, edition))
    except EditionError as error:
        why, hint = error.message, error.hint
    except Exception as error:  # one format must not take the others down with it
        what = f"{type(error).__name__}: {error}"
        why = Bilingual(f"a fault of this program: {what}.", f"ein Fehler dieses Programms: {what}.")
        hint = Bilingual("Please report it.", "Bitte melden.")
    message = Bilingual(
        "The format {slug} could not be made: {why}", "Das Format {slug} ließ sich nicht erstellen: {why}"
    )
    raise ExportError(message.filled({"slug": export.slug, "why": why}), hint)


def _listing(export: Export, made: tuple[File, ...]) -> Listing:
    return Listing(
        slug=export.slug,
        group=GROUPS[export.group].de,
        title=export.title,
        purpose=export.purpose,
        media_type=export.media_type,
        losses=export.losses,
        files=tuple((file.path, len(file.content)) for file in made),
    )
