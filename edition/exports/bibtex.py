"""Citations for biblatex (»The biblatex Package«, 2.1 entry types, 2.2 fields; data in UTF-8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from edition import cited, urls
from edition.cited import Item, Who
from edition.exports import csl
from edition.exports.format import Export
from edition.exports.shared.notice import about
from edition.model import Bilingual, Config, Edition, File

SLUG = "bibtex"
LOSSES = Bilingual(
    csl.LOSSES.en + " The language is written as a tag, without `langid`.",
    csl.LOSSES.de + " Die Sprache steht als Kürzel, ohne `langid`.",
)
TYPES = {
    "edition": "dataset",
    "part": "incollection",
    "newspaper-article": "article",
    "book": "book",
    "website": "online",
}
_CONTAINERS = {"incollection": "booktitle", "article": "journaltitle"}
_SIGNS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "$": r"\$",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_VERBATIM = {"url", "date"}  # biblatex reads these as they stand


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """One file for each group; what stands before the first entry is a comment."""
    for name, items in cited.groups(config, edition):
        head = f"@comment{{{config.title}. {about(config, LOSSES)}}}\n"
        entries = "\n".join(_entry(item) for item in items)
        yield File(urls.exported(SLUG, f"{name}.bib"), f"{head}\n{entries}".encode())


def _entry(item: Item) -> str:
    type_ = TYPES.get(item.form, "misc")
    lines = (
        f"  {name} = {{{value if name in _VERBATIM else value.translate(_SIGNS)}}},"
        for name, value in _fields(item, type_).items()
        if value
    )
    return "\n".join((f"@{type_}{{{item.id},", *_people(item), *lines, "}\n"))


def _people(item: Item) -> Iterator[str]:
    roles = {"author": item.authors, "editor": item.editors, "translator": item.translators}
    return (f"  {role} = {{{_names(people)}}}," for role, people in roles.items() if people)


def _names(people: Sequence[Who]) -> str:
    """Family and given name with a comma; a name that is not divided is protected by braces."""
    return " and ".join(
        f"{one.family}, {one.given}".translate(_SIGNS) if one.given else f"{{{one.family.translate(_SIGNS)}}}"
        for one in people
    )


def _fields(item: Item, type_: str) -> dict[str, str]:
    return {
        "title": item.title,
        "entrysubtype": "newspaper" if item.form == "newspaper-article" else "",
        _CONTAINERS.get(type_, "maintitle"): item.container,
        "issue": item.issue,
        "titleaddon": item.section,
        "number": item.number,
        "date": "/".join(day for day in (item.first, item.last) if day),
        "publisher": item.publisher,
        "location": " and ".join(item.places),
        "version": item.version,
        "language": item.language,
        "isbn": item.isbn,
        "issn": item.issn,
        "url": item.url,
        "note": item.note,
    }


EXPORT = Export(
    SLUG,
    "citation",
    Bilingual("Citations: BibTeX (biblatex)", "Zitierangaben: BibTeX (biblatex)"),
    Bilingual("For LaTeX.", "Für LaTeX."),
    "application/x-bibtex",
    files,
    LOSSES,
    own=("*",),
)
