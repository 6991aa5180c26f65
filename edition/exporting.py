"""Which formats are made, each whole or not at all, and what the page of downloads says of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct, field
from msgspec.structs import replace

from edition.errors import EditionError, ExportError, InputError, UseError
from edition.exports import EXPORTS, GROUPS, Begin, Begun, Export, Made
from edition.model import SILENT, Bilingual, Config, Edition, File, Listing
from edition.settings import FILE

Step = Callable[[str], None]
_UNKNOWN = Bilingual(
    "{where}There is no format {name!r}; there are {there}.",
    "{where}Ein Format »{name}« gibt es nicht; es gibt {there}.",
)
_LINKED = Bilingual(
    "{where}The format {name} cannot be skipped: pages link to its files.",
    "{where}Das Format {name} lässt sich nicht auslassen: Seiten verweisen auf seine Dateien.",
)
_OURS = Bilingual(
    "The format {name} says what our own encoding says, and is not made of TEI of others.",
    "Das Format {name} gibt wieder, was unsere eigene Kodierung sagt, und wird aus TEI von anderen nicht erstellt.",
)
_FAILED = Bilingual(
    "The format {slug} could not be made: {why}", "Das Format {slug} ließ sich nicht erstellen: {why}"
)
_FAULT = Bilingual("a fault of this program: {what}.", "ein Fehler dieses Programms: {what}.")
_SETTING = Bilingual(f"skip below [exports] in {FILE}: ", f"skip unter [exports] in {FILE}: ")


class Outcome(Struct):
    """What became of the exports: filled while their files are taken."""

    listings: list[Listing] = field(default_factory=list)
    failures: list[Bilingual] = field(default_factory=list)
    faulty: bool = False  # whether one of them had a reason that the next build may not find


def named(name: str) -> Export:
    """The format of this name.

    Raises:
        UseError: there is none.
    """
    found = {row.slug: row for row in EXPORTS}.get(name)
    if found is None:
        raise _unknown(name, SILENT, UseError)
    return found


def skipped(config: Config, asked: Collection[str] = (), *, exports: bool = True) -> frozenset[str]:
    """The formats that are not made: those `asked` for and those of the settings, or all that no page links to.

    Raises:
        UseError: `asked` names what there is not, or what pages link to.
        InputError: the settings do.
    """
    rows = {row.slug: row for row in EXPORTS}
    for names, where, error in ((asked, SILENT, UseError), (config.skip, _SETTING, InputError)):
        for name in names:
            if name not in rows:
                raise _unknown(name, where, error)
            if rows[name].linked:
                raise error(
                    _LINKED.filled({"where": where, "name": name}),
                    Bilingual("Remove it there.", "Dort entfernen."),
                )
    left = (*asked, *config.skip) if exports else (row.slug for row in EXPORTS if not row.linked)
    return frozenset(left) | {row.slug for row in EXPORTS if row.ours and config.adopted}


def refuse(export: Export, config: Config) -> None:
    """Refuse a format that is not made of TEI of others.

    Raises:
        UseError: it is not.
    """
    if export.ours and config.adopted:
        raise UseError(
            _OURS.filled({"name": export.slug}), Bilingual("See export --list.", "Siehe export --list.")
        )


def unserved() -> tuple[str, ...]:
    """The formats that neither a page nor the server needs."""
    return tuple(row.slug for row in EXPORTS if not (row.linked or row.served))


def _unknown(name: str, where: Bilingual, error: type[EditionError]) -> EditionError:
    there = [row.slug for row in EXPORTS]
    close = get_close_matches(name, there, 1)
    hint = Bilingual(f"Did you mean {close[0]}?", f"War {close[0]} gemeint?") if close else None
    return error(
        _UNKNOWN.filled({"where": where, "name": name, "there": ", ".join(there)}),
        hint or Bilingual("See export --list.", "Siehe export --list."),
    )


def begun(
    root: Path, config: Config, edition: Edition, step: Step, skip: Collection[str] = ()
) -> Mapping[str, Begun]:
    """The formats that work outside Python, already at work; by their slugs what waits for their files."""
    found: dict[str, Begun] = {}
    for export in EXPORTS:
        if export.begin and export.slug not in skip:
            step(export.slug)
            found[export.slug] = _begun(export.begin, root, config, edition)
    return found


def _begun(begin: Begin, root: Path, config: Config, edition: Edition) -> Begun:
    """What waits for the files; what goes wrong before is said then, like all that goes wrong with a format."""
    try:
        return begin(root, config, edition)
    except Exception as error:
        failure = error

    def failing() -> Iterator[File]:
        raise failure

    return failing


def files(
    root: Path,
    config: Config,
    edition: Edition,
    outcome: Outcome,
    *,
    strict: bool,
    step: Step,
    skip: Collection[str] = (),
    waiting: Mapping[str, Begun] = MappingProxyType({}),
) -> Iterator[File]:
    """The files of every export that succeeds, without those to `skip`.

    What is `begun` is waited for after the others, and what is made of all the others comes last.

    Raises:
        ExportError: a format failed, and `strict` is set or pages link to its files.
    """
    order = {export.slug: number for number, export in enumerate(EXPORTS)}
    made: list[Made] = []
    for export in sorted(EXPORTS, key=lambda row: (row.of_all is not None, row.slug in waiting)):
        if export.slug not in skip:
            step(export.slug)
        others = sorted(made, key=lambda one: order[one.export.slug])
        row = _waiting(export, waiting)
        made.append(_attempt(row, root, config, edition, others, outcome, strict=strict, skip=skip))
        yield from made[-1].files
    outcome.listings.sort(key=lambda listing: order[listing.slug])


def _waiting(export: Export, begun: Mapping[str, Begun]) -> Export:
    """The row of a format that waits for what is begun instead of making it."""
    wait = begun.get(export.slug)
    return replace(export, function=lambda *_: wait()) if wait else export


def alone(export: Export, root: Path, config: Config, edition: Edition, outcome: Outcome) -> tuple[File, ...]:
    """The files of one format; one that is made of all the others has them made first, as a build does."""
    if export.of_all is None:
        return tuple(export.function(root, config, edition))
    others = [
        _attempt(one, root, config, edition, (), outcome, strict=False, skip=config.skip)
        for one in EXPORTS
        if one.of_all is None
    ]
    return tuple(export.of_all(root, config, edition, others))


def _attempt(
    export: Export,
    root: Path,
    config: Config,
    edition: Edition,
    others: Sequence[Made],
    outcome: Outcome,
    *,
    strict: bool,
    skip: Collection[str],
) -> Made:
    """A format with its files; without them if it is to be skipped, or fails and may."""
    if export.slug in skip:
        return Made(export, ())
    try:
        made = Made(export, _whole(export, root, config, edition, others))
    except ExportError as error:
        if strict or export.linked:
            raise
        outcome.failures.append(error.said)
        outcome.faulty |= error.__cause__ is not None
        return Made(export, ())
    outcome.listings.append(_listing(made))
    return made


def _whole(
    export: Export, root: Path, config: Config, edition: Edition, others: Sequence[Made]
) -> tuple[File, ...]:
    """All files of a format; whatever goes wrong is an error that names the format."""
    cause: Exception | None = None
    try:
        if export.of_all:
            return tuple(export.of_all(root, config, edition, others))
        return tuple(export.function(root, config, edition))
    except EditionError as error:
        why, hint = error.message, error.hint
    except Exception as error:  # one format must not take the others down with it
        why = _FAULT.filled({"what": f"{type(error).__name__}: {error}"})
        hint, cause = Bilingual("Please report it.", "Bitte melden."), error
    raise ExportError(_FAILED.filled({"slug": export.slug, "why": why}), hint) from cause


def _listing(made: Made) -> Listing:
    export = made.export
    return Listing(
        slug=export.slug,
        group=GROUPS[export.group],
        title=export.title,
        purpose=export.purpose,
        media_type=export.media_type,
        losses=export.losses,
        files=tuple((file.path, len(file.content)) for file in made.files),
    )
