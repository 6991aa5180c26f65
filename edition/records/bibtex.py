"""An entry for biblatex (»The biblatex Package«, 2.1 entry types, 2.2 fields; data in UTF-8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.cited import Item, Who

TYPES = {
    "edition": "dataset",
    "part": "incollection",
    "newspaper-article": "article",
    "book": "book",
    "website": "online",
}
SIGNS = {
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
_CONTAINERS = {"incollection": "booktitle", "article": "journaltitle"}
_TABLE = str.maketrans(SIGNS)
_VERBATIM = {"url", "date"}  # biblatex reads these as they stand


def entry(item: Item) -> str:
    """An entry, with a line end."""
    type_ = TYPES.get(item.form, "misc")
    lines = (
        f"  {name} = {{{value if name in _VERBATIM else written(value)}}},"
        for name, value in _fields(item, type_).items()
        if value
    )
    return "\n".join((f"@{type_}{{{item.id},", *_people(item), *lines, "}\n"))


def written(words: str) -> str:
    """Words as they stand in a field."""
    return words.translate(_TABLE)


def _people(item: Item) -> Iterator[str]:
    roles = {"author": item.authors, "editor": item.editors, "translator": item.translators}
    return (f"  {role} = {{{_names(people)}}}," for role, people in roles.items() if people)


def _names(people: Sequence[Who]) -> str:
    """Family and given name with a comma; a name that is not divided is protected by braces."""
    return " and ".join(
        written(f"{one.family}, {one.given}") if one.given else f"{{{written(one.family)}}}" for one in people
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
