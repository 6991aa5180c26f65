"""How to cite the edition, as a Citation File (CITATION.cff, Citation File Format 1.2.0).

Written as YAML 1.2, of which JSON is a part: every value is a JSON string, so that nothing in it is ever read as
anything but words. `edition export cff -o CITATION.cff` writes the file that lies in the repository.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from edition import cited, rights, urls
from edition.cited import Item, Who
from edition.exports.format import Export
from edition.exports.shared import notice
from edition.model import SILENT, Bilingual, Config, Edition, File

SLUG = "cff"
NAME = "CITATION.cff"
PATH = urls.exported(SLUG, NAME)
LOSSES = Bilingual(
    "Named are the edition and the printed texts; its texts, paragraphs and the works they cite are left out.",
    "Genannt sind die Edition und die gedruckten Texte; ihre Texte, Absätze und die zitierten Werke fehlen.",
)
_MESSAGE = "Please cite the edition as below; the printed texts it edits are its references."
_KEYWORDS = ("digital scholarly edition", "TEI")
_TYPES = {"newspaper-article": "newspaper-article", "book": "book", "website": "website"}

Value = str | Sequence["Fields"] | Sequence[str] | Mapping[str, str]
Fields = Mapping[str, Value]


def files(_root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """One file."""
    whole = cited.whole(config)
    keywords = (*_KEYWORDS, *(word for article in edition.articles for word in article.keywords))
    fields: Fields = {
        "cff-version": "1.2.0",
        "message": _MESSAGE,
        "type": "dataset",
        "title": whole.title,
        "authors": [_who(one) for one in whole.authors],
        "version": whole.version,
        "date-released": whole.first,
        "url": whole.url,
        **_licence(config.licence_edition),
        "abstract": notice.about(config, SILENT),
        "keywords": tuple(dict.fromkeys(keywords)),
        "references": [_reference(config, item) for item in cited.printed(edition)],
    }
    cited_as = " ".join(notice.facts(config)["citation"].split())
    lines = (f"# {cited_as}", f"# {LOSSES.de}", *_lines(fields))
    yield File(PATH, ("\n".join(lines) + "\n").encode("utf-8"))


def _who(who: Who) -> Fields:
    return {"family-names": who.family, "given-names": who.given} if who.given else {"name": who.family}


def _licence(uri: str) -> Fields:
    """By its identifier where SPDX has one; else, as for a rights statement, by its address."""
    known = rights.spdx(uri)
    return {"license": known} if known else {"license-url": uri}


def _reference(config: Config, item: Item) -> Fields:
    return {
        "type": _TYPES.get(item.form, "generic"),
        "title": item.title,
        "authors": [_who(one) for one in item.authors] or [{"name": item.publisher or item.container}],
        "journal": item.container,
        "issue": item.issue,
        "section": item.section,
        "publisher": {"name": item.publisher} if item.publisher else "",
        "date-published": item.first if len(item.first) == len("2007-11-15") else "",
        "year": item.first[:4],
        "languages": [item.language] if item.language else "",
        "issn": item.issn,
        "isbn": item.isbn,
        "url": item.url,
        **_licence(config.licence_text),
        "notes": item.note,
    }


def _lines(fields: Fields, indent: str = "") -> Iterator[str]:
    """YAML in block style; fields that say nothing are left out."""
    for name, value in fields.items():
        if not value:
            continue
        if isinstance(value, str):
            yield f"{indent}{name}: {_scalar(value)}"
            continue
        yield f"{indent}{name}:"
        if isinstance(value, Mapping):
            yield from _lines(value, f"{indent}  ")
            continue
        for one in value:
            first, *rest = [_scalar(one)] if isinstance(one, str) else _lines(one, f"{indent}    ")
            yield f"{indent}  - {first.lstrip()}"
            yield from rest


def _scalar(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


EXPORT = Export(
    SLUG,
    "citation",
    Bilingual("Citation: CITATION.cff", "Zitierangabe: CITATION.cff"),
    Bilingual(
        "For repositories of code and data, which show and take over how the edition is cited.",
        "Für Repositorien von Code und Daten, die daraus zeigen und übernehmen, wie die Edition zu zitieren ist.",
    ),
    "application/yaml",
    files,
    LOSSES,
    own=("*",),
)
