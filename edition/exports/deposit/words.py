"""What the package says of itself to people: README.txt, LICENSE.txt, and the overview for browsers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import quote

from edition import rights
from edition.exports.deposit.contents import packed
from edition.exports.deposit.part import Package, Part
from edition.exports.format import Made
from edition.exports.shared import notice
from edition.model import SILENT, Bilingual, Config, Edition
from edition.rights import Licence

LICENCES = "LICENSE.txt"
_README = Bilingual(
    "What lies in this package, and how to cite it.", "Was in diesem Paket liegt und wie es zu zitieren ist."
)
_TERMS = Bilingual("Which terms each file is under.", "Unter welchen Bedingungen jede Datei steht.")
_CHECK = Bilingual(
    "The package is a BagIt bag (RFC 8493); data/ is an RO-Crate 1.2, whose ro-crate-metadata.json describes every "
    "file. Whether anything was changed is checked in the folder above data/:\n"
    "sha512sum --check manifest-sha512.txt",
    "Das Paket ist ein BagIt-Bag (RFC 8493); data/ ist ein RO-Crate 1.2, dessen ro-crate-metadata.json jede Datei "
    "beschreibt. Ob etwas verändert wurde, prüft im Ordner über data/:\n"
    "sha512sum --check manifest-sha512.txt",
)
_RIGHTS = Bilingual(
    f"Which terms each file is under: {LICENCES}.", f"Unter welchen Bedingungen jede Datei steht: {LICENCES}."
)
_MISSING = Bilingual("Not in the package: {names}.", "Nicht im Paket: {names}.")
_TOGETHER = "Beides in einer Datei, jedes für seinen Teil / both in one file, each for its part:"
_ENGLISH = {
    "Edierter Text": "edited text",
    "Auszeichnung, Register und Anmerkungen": "markup, lists and notes",
    "Schema und Richtlinien": "schema and guidelines",
}
_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.2rem .8rem .2rem 0;"
    "border-bottom:1px solid #ddd}td:first-child{overflow-wrap:anywhere}td.size{text-align:right;white-space:nowrap}"
)


def readme(
    config: Config, edition: Edition, package: Package, others: Sequence[Made], losses: Bilingual
) -> Part:
    """README.txt: German, then what matters in English."""
    missing = _missing(others)
    said = (_folders(package), _CHECK, missing, _RIGHTS)
    about = Bilingual(
        "\n\n".join(one.en for one in said if one.en), "\n\n".join(one.de for one in said if one.de)
    )
    cited = tuple(notice.of_text(config, article) for article in edition.articles)
    return _own(config, notice.NAME, _README, notice.readme(config, about, losses, cited), "text/plain")


def _folders(package: Package) -> Bilingual:
    """A paragraph for each folder."""
    english, german = (
        "\n\n".join(
            f"{folder.path}\n{folder.name.in_(language)}. {folder.about.in_(language)}"
            for folder in package.folders
        )
        for language in ("en", "de")
    )
    return Bilingual(english, german)


def _missing(others: Sequence[Made]) -> Bilingual:
    """The formats that are not there: skipped, failed, without content, or left out of the package."""
    there = {made.export.slug for made in packed(others)}
    missing = [made.export.title for made in others if made.export.slug not in there]
    if not missing:
        return SILENT
    names = Bilingual("; ".join(one.en for one in missing), "; ".join(one.de for one in missing))
    return _MISSING.filled({"names": names})


def licences(config: Config, package: Package, beside: Sequence[str]) -> Part:
    """LICENSE.txt: every file below the terms it is under; `beside` names those that describe the package."""
    _, own = rights.layers(config)
    grouped: dict[tuple[Licence, ...], list[str]] = {(own,): [LICENCES, *beside]}
    for part in package.parts:
        grouped.setdefault(part.licences, []).append(part.path)
    sections = (
        "\n".join((*_heading(found), "", *(f"  {path}" for path in sorted(paths))))
        for found, paths in sorted(grouped.items(), key=lambda row: -len(row[0]))
    )
    return _own(config, LICENCES, _TERMS, ("\n\n\n".join(sections) + "\n").encode("utf-8"), "text/plain")


def _heading(found: tuple[Licence, ...]) -> Iterator[str]:
    if len(found) > 1:
        yield _TOGETHER
    for one in found:
        english = _ENGLISH.get(one.covers, one.covers)
        yield f"{one.covers} / {english}: {one.terms} <{one.uri}>"


def preview(config: Config, package: Package) -> bytes:
    """`ro-crate-preview.html`: title, citation, rights, and a table of the files for each folder."""
    known = notice.facts(config)
    tables = [("Über das Paket", _README.de, package.above)]
    tables += [(folder.name.de, folder.about.de, folder.parts) for folder in package.folders]
    lines = (
        f'<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">\n<title>{escape(known["title"])}</title>',
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{escape(known['title'])}</h1>",
        *(f"<p>{escape(words)}</p>" for words in (known["subtitle"], known["citation"]) if words),
        *(f"<p>{_linked(one)}</p>" for one in rights.layers(config)),
        *(line for heading, about, parts in tables for line in _table(heading, about, parts)),
        "</main>\n</body>\n</html>",
    )
    return ("\n".join(lines) + "\n").encode("utf-8")


def _table(heading: str, about: str, parts: Sequence[Part]) -> Iterator[str]:
    yield f"<h2>{escape(heading)}</h2>\n<p>{escape(about)}</p>"
    yield "<table>\n<thead><tr><th>Datei</th><th>Inhalt</th><th>Rechte</th><th>Byte</th></tr></thead>\n<tbody>"
    for part in parts:
        called = part.about.de if part.path.endswith(part.name) else part.name
        terms = ", ".join(f'<a href="{escape(one.uri)}">{escape(one.terms)}</a>' for one in part.licences)
        yield (
            f'<tr><td><a href="{escape(quote(part.path))}">{escape(part.path)}</a></td><td>{escape(called)}</td>'
            f'<td>{terms}</td><td class="size">{len(part.content)}</td></tr>'
        )
    yield "</tbody>\n</table>"


def _linked(one: Licence) -> str:
    return f'{escape(one.covers)}: <a href="{escape(one.uri)}">{escape(one.terms)}</a>'


def _own(config: Config, path: str, about: Bilingual, content: bytes, media_type: str) -> Part:
    return Part(path, content, path, about, media_type, (rights.layers(config)[1],))
