"""All that the book says, in the order in which it is set: values for the templates in `edition/typst`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from edition import citation, rights, urls, words
from edition.exports.pdf import runs, texts
from edition.exports.pdf.apparatus import Apparatus
from edition.exports.pdf.places import Places
from edition.exports.pdf.registers import registers
from edition.exports.pdf.sources import Sources
from edition.exports.shared import notice
from edition.model import Bilingual, Config, Dating, Edition

WORDS = {"contents": "Inhalt", "apparatus": "Apparat", "sources": "Quellen", "page": "S."}
_IMPRINT = {"responsible": "Verantwortlich", "address": "Anschrift", "email": "E-Mail"}
_APPARATUS = (
    f"Ein {texts.SIGN} im Text verweist auf den Apparat, eine hochgestellte Zahl auf die Anmerkung am Fuß."
)


def book(root: Path, config: Config, edition: Edition, losses: Bilingual) -> dict[str, Any]:
    """The whole book."""
    streams, sources = texts.streams(root, edition), Sources(edition)
    places = Places(edition, texts.names(streams))
    lists = registers(edition, places, sources)
    critical = Apparatus(edition, streams, places, sources).parts()
    wanted = frozenset(_named(lists, critical))
    day = date.fromisoformat(config.date)
    return {
        "title": config.title,
        "subtitle": config.subtitle,
        "authors": list(dict.fromkeys(name for one in edition.articles for name in one.authors)),
        "publisher": config.publisher if config.publisher != config.title else "",
        "issue": f"Version {config.version}, {words.dating(Dating(when=config.date))}",
        "description": notice.about(config, losses),
        "keywords": list(
            dict.fromkeys((config.publisher or config.title, *(one.title for one in edition.articles)))
        ),
        "date": [day.year, day.month, day.day],
        "language": runs.language(config.languages[0] if config.languages else "") or runs.language("de"),
        "words": WORDS,
        "referred": bool(wanted),
        "texts": [texts.text(one, edition, sources, wanted) for one in streams],
        "apparatus": critical,
        "registers": lists,
        "sources": sources.listed(),
        "imprint": list(_imprint(config, edition, losses)),
    }


def _named(lists: list[dict[str, Any]], critical: list[dict[str, Any]]) -> Iterator[str]:
    """The names of the places that registers and apparatus refer to."""
    for part in (*lists, *critical):
        for entry in part["entries"]:
            for text in entry["texts"]:
                for place in text["places"]:
                    yield from place["at"]


def _imprint(config: Config, edition: Edition, losses: Bilingual) -> Iterator[dict[str, Any]]:
    """Who published what, when and where; how to cite it; what may be done with it; what is not in it."""
    cited = citation.edition(config, urls.HOME)
    layers = rights.layers(config)
    yield _part("Zitieren", [(cited.words, ""), (cited.url, cited.url)])
    yield _part("Rechte", [(f"{one.covers}: {one.terms} ({one.uri})", one.uri) for one in layers])
    given = [(key, config.imprint.get(key, "").strip()) for key in _IMPRINT]
    for key, said in given:
        if said:
            yield _part(
                _IMPRINT[key],
                [(line, f"mailto:{line}" if key == "email" else "") for line in said.splitlines()],
            )
    signs = [(_APPARATUS, "")] if edition.corrections or edition.joins or edition.notes else []
    yield _part(
        "Zu dieser Ausgabe", [*signs, (losses.de, ""), ("Gesetzt mit Typst aus der Libertinus Serif.", "")]
    )


def _part(label: str, lines: list[tuple[str, str]]) -> dict[str, Any]:
    return {"label": label, "lines": [{"text": text, "address": address} for text, address in lines]}
