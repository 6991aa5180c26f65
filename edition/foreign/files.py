"""Which files are meant: names, folders with everything below them, patterns that the shell left alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from msgspec import Struct

from edition.errors import InputError
from edition.model import Bilingual

SUFFIX = "*.xml"


class Expanded(Struct, frozen=True):
    """The files, each once and in the order given, and a sentence for every argument that means none."""

    paths: tuple[Path, ...]
    errors: tuple[InputError, ...]


def expanded(arguments: Iterable[str]) -> Expanded:
    """What the arguments mean; a folder means every `*.xml` below it."""
    paths: dict[Path, None] = {}
    errors: list[InputError] = []
    for argument in arguments:
        try:
            paths.update(dict.fromkeys(_meant(argument)))
        except InputError as error:
            errors.append(error)
    return Expanded(tuple(paths), tuple(errors))


def _meant(argument: str) -> Iterator[Path]:
    path = Path(argument)
    if path.is_dir():
        found = sorted(one for one in path.rglob(SUFFIX) if one.is_file())
        if not found:
            raise _nothing(
                Bilingual(f"There is no {SUFFIX} in {argument}.", f"In {argument} gibt es kein {SUFFIX}.")
            )
        yield from found
    elif path.exists() or not has_magic(argument):
        if not path.exists():
            raise _nothing(Bilingual(f"There is no file {argument}.", f"Es gibt keine Datei {argument}."))
        yield path
    else:
        found = sorted(Path(one) for one in glob(argument, recursive=True) if Path(one).is_file())
        if not found:
            raise _nothing(Bilingual(f"Nothing matches {argument}.", f"Zu {argument} passt keine Datei."))
        yield from found


def _nothing(sentence: Bilingual) -> InputError:
    return InputError(sentence, Bilingual("Check the path.", "Den Pfad prüfen."))
