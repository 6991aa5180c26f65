"""A new edition: from a plain text, or a small example, to a folder that validates and builds as it is."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import count
from pathlib import Path
from string import Template

from msgspec import Struct

from edition import corpus, plaintext, resources, urls
from edition.errors import BuildError, InputError
from edition.model import Bilingual
from edition.plaintext import Plain
from edition.words.dates import MONTHS

SCHEMA = ("edition.odd", "edition.rng", "edition.sch", "guidelines.html")
OWN_PAGE = "ueber"
_TO_FILL_IN = Bilingual(
    "To be filled in: author, source, date and rights of the text in the header of tei/articles/{slug}.xml; "
    "publisher and address in tei/edition.toml.",
    "Noch einzutragen: Autor, Quelle, Datum und Rechte des Textes im Kopf von tei/articles/{slug}.xml; "
    "Herausgeber und Adresse in tei/edition.toml.",
)
_CHOOSE = Bilingual(
    "Choose a folder that does not exist yet.", "Einen Ordner wählen, den es noch nicht gibt."
)
_EXAMPLE_TEXT = "Ein Beispiel\n\nAnna Muster kam am 2. Januar 2026 nach Wien. Ihre Schwester schrieb ihr jede Woche.\n\nErsetzen Sie diesen Text durch Ihren eigenen.\n"
_EXAMPLE_FIRST = (
    '<persName ref="person:muster-anna">Anna Muster</persName> kam am '
    '<date when="2026-01-02">2. Januar 2026</date> nach <placeName ref="place:wien">Wien</placeName>. '
    "Ihre Schwester schrieb ihr jede Woche."
)
_ARTICLE = "tei/articles/article.xml"
_TABLE = "tei/copytext/table.toml"
_PLACES = "tei/authority/places.xml"


class _Author(Struct, frozen=True):
    """Who is named as author: id, form in the text, form in the register, and what is said of them."""

    id: str
    printed: str
    sorted: str
    note: str


_EXAMPLE_AUTHOR = _Author("muster-anna", "Anna Muster", "Muster, Anna", "Eine erfundene Person.")
_UNKNOWN_AUTHOR = _Author("verfasser", "N. N.", "N. N.", "Wer den Text verfasst hat, ist noch einzutragen.")


def create(folder: Path, source: Path | None, title: str, day: date) -> tuple[Bilingual, ...]:
    """Make an edition in `folder`; what comes back are sentences on what is left to do.

    Args:
        folder: does not exist yet, or is empty.
        source: a text file; without one the edition holds a small example.
        title: of the edition; without one it is that of the text.
        day: the day of the first version.

    Raises:
        InputError: the text or the title cannot be used.
        BuildError: the folder is taken, or cannot be written; nothing was left behind.
    """
    _refuse_taken(folder)
    text = plaintext.read(corpus.read(source), str(source)) if source else _example()
    edition = _title(title or text.title)
    slug = _free(plaintext.slug(text.title))
    values = _values(text, edition, slug, day, _UNKNOWN_AUTHOR if source else _EXAMPLE_AUTHOR)
    if not source:
        values["body"] = values["body"].replace(plaintext.plain(text.paragraphs[0]), _EXAMPLE_FIRST)
    files = dict(_files(values, slug, with_places=source is None))
    files[f"tei/copytext/{slug}.txt"] = text.copy.encode("utf-8")
    _put(files, folder)
    return (*text.remarks, *((_TO_FILL_IN.filled({"slug": slug}),) if source else ()))


def _example() -> Plain:
    return plaintext.read(_EXAMPLE_TEXT.encode("utf-8"), "the example")


def _title(title: str) -> str:
    """The title of the edition, checked like a text."""
    try:
        data = title.encode("utf-8")
    except UnicodeEncodeError:
        raise InputError(
            Bilingual("The title is not UTF-8.", "Der Titel ist kein UTF-8."),
            Bilingual("Give it with --title in UTF-8.", "Mit --title in UTF-8 angeben."),
        ) from None
    if not title.strip():
        raise InputError(
            Bilingual("The title is empty.", "Der Titel ist leer."),
            Bilingual("Give one with --title.", "Mit --title einen angeben."),
        )
    return plaintext.read(data + b"\n\n.", Bilingual("The title", "Der Titel")).title


def _free(slug: str) -> str:
    """A slug that is no page of the site already (pointers `page:<slug>`), nor an id in the text's own file."""
    article = dict(resources.skeleton())[_ARTICLE]
    taken = {*urls.named(), OWN_PAGE, *re.findall('xml:id="([^"]+)"', article)}
    return f"artikel-{slug}" if slug in taken or re.fullmatch(r"[pq]-\d+", slug) else slug


def _values(text: Plain, edition: str, slug: str, day: date, author: _Author) -> dict[str, str]:
    numbers = count(1)
    head = plaintext.tei(text.title, numbers)
    body = (
        f'        <p xml:id="p-{number}" n="{number}">{plaintext.tei(words, numbers)}</p>'
        for number, words in enumerate(text.paragraphs, 1)
    )
    return {
        "slug": slug, "day": day.isoformat(), "year": str(day.year),
        "printed_day": f"{day.day}. {MONTHS[day.month - 1]} {day.year}",
        "title": plaintext.plain(text.title), "head": head, "body": "\n".join(body),
        "edition": plaintext.plain(edition), "edition_as_toml": _toml(edition), "edition_as_text": edition,
        "author": author.id, "author_printed": author.printed, "author_sorted": author.sorted,
        "author_note": author.note,
    }  # fmt: skip


def _toml(text: str) -> str:
    """A basic string of TOML, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False)


def _files(values: Mapping[str, str], slug: str, *, with_places: bool) -> Iterator[tuple[str, bytes]]:
    names = {_ARTICLE: f"tei/articles/{slug}.xml", _TABLE: f"tei/copytext/{slug}.toml"}
    for path, content in resources.skeleton():
        if path != _PLACES or with_places:
            yield names.get(path, path), Template(content).substitute(values).encode("utf-8")
    for name in SCHEMA:
        yield f"tei/schema/{name}", corpus.read(resources.shipped_schema(name))


def _refuse_taken(folder: Path) -> None:
    if folder.is_dir() and any(folder.iterdir()):
        raise BuildError(
            Bilingual(
                f"{folder} is not empty; it is left alone.",
                f"{folder} ist nicht leer und bleibt, wie es ist.",
            ),
            _CHOOSE,
        )
    if folder.exists() and not folder.is_dir():
        raise BuildError(
            Bilingual(f"{folder} is a file, not a folder.", f"{folder} ist eine Datei, kein Ordner."), _CHOOSE
        )


def _put(files: Mapping[str, bytes], folder: Path) -> None:
    """Write everything beside the folder, then move it there in one step."""
    target = folder.resolve()
    staging: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
        for name, content in files.items():
            path = staging / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        staging.chmod(0o755)  # mkdtemp's folders are for their owner alone
        staging.rename(target)
    except OSError as error:
        raise BuildError(
            Bilingual(
                f"{folder} cannot be written: {error.strerror or error}.",
                f"{folder} kann nicht geschrieben werden: {error.strerror or error}.",
            ),
            Bilingual(
                "Check that there is space and that you may write there. Nothing was left behind.",
                "Prüfen, ob Platz ist und ob dort geschrieben werden darf. Nichts ist liegen geblieben.",
            ),
        ) from None
    finally:
        if staging is not None:
            shutil.rmtree(staging, ignore_errors=True)
