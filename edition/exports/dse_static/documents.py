"""The documents of the folder: their place in it, their header, the index files and the page about the edition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from xml.etree import ElementTree as ET

from edition import citation, rights, urls
from edition.exports.dse_static.entries import entry
from edition.exports.dse_static.parts import NS, add, file_of, list_of
from edition.exports.shared import notice
from edition.kinds import KINDS
from edition.model import Config, Edition, File

SLUG = "dse-static"


def path(folder: str, name: str) -> str:
    """Where a file of a folder is published: `data/dse-static/data/editions/erster.xml`."""
    return urls.exported(SLUG, f"data/{folder}/{name}")


def places(config: Config, folder: str, names: Iterable[str]) -> dict[str, Mapping[str, str]]:
    """For each file of a folder the attributes of its root: id, base, previous and next file, in order of name.

    That is what `add-attributes` of acdh-tei-pyutils writes; the id is the name of the file with its ending.
    """
    ordered = sorted(names)
    base = citation.address(config, path(folder, "")).rstrip("/")
    found: dict[str, Mapping[str, str]] = {}
    for number, name in enumerate(ordered):
        around = {
            "prev": ordered[number - 1] if number else "",
            "next": ordered[number + 1] if number + 1 < len(ordered) else "",
        }
        beside = {key: f"{base}/{other}" for key, other in around.items() if other}
        found[name] = {"xml:id": name, "xml:base": base} | beside
    return found


def indices(edition: Edition) -> Iterable[File]:
    """One file for each kind, even where there are no entries: the template reads each by its name."""
    placed = places(edition.config, "indices", (file_of(kind) for kind in KINDS))
    for kind in KINDS:
        name = file_of(kind)
        document, body = _document(edition.config, kind.title, placed[name])
        entities = [one for one in edition.entities.values() if one.kind == kind.slug]
        inner = add(body, "div")
        if entities:
            add(inner, list_of(kind)).extend(entry(edition, one, mentions=True) for one in entities)
        else:
            add(inner, "p", "Keine Einträge.")
        yield File(path("indices", name), written(document))


def lists(edition: Edition, entries: Mapping[str, ET.Element]) -> str:
    """Entries in their lists, to be copied into the `back` of a document."""
    root = ET.Element("lists", xmlns=NS)
    for kind in KINDS:
        found = [entries[pointer] for pointer in entries if edition.entities[pointer].kind == kind.slug]
        if found:
            add(root, list_of(kind)).extend(found)
    return ET.tostring(root, encoding="unicode")


def copies(edition: Edition) -> dict[str, ET.Element]:
    """Each entry without its mentions, by its pointer."""
    return {pointer: entry(edition, one, mentions=False) for pointer, one in edition.entities.items()}


def named(entries: Mapping[str, ET.Element], data: bytes) -> dict[str, ET.Element]:
    """The entries that a file may name: those whose pointer stands in it, all if it writes signs by number."""
    if b"&#" in data:
        return dict(entries)
    return {pointer: one for pointer, one in entries.items() if pointer.encode() in data}


def about(edition: Edition, attributes: Mapping[str, str]) -> bytes:
    """The page that the template takes for the start: title, citation, rights."""
    config = edition.config
    document, body = _document(config, config.title, attributes)
    inner = add(body, "div")
    for words in _about(edition):
        add(inner, "p", words)
    return written(document)


def _about(edition: Edition) -> Sequence[str]:
    config = edition.config
    said = (config.subtitle, notice.facts(config)["citation"], f"{rights.terms(config)}.")
    return tuple(words for words in said if words)


def _document(config: Config, title: str, attributes: Mapping[str, str]) -> tuple[ET.Element, ET.Element]:
    """A TEI document with a header, and its body."""
    root = ET.Element("TEI", {"xmlns": NS, **attributes, "xml:lang": "de"})
    described = add(add(root, "teiHeader"), "fileDesc")
    titles = add(described, "titleStmt")
    add(titles, "title", title, type="main")
    if title != config.title:
        add(titles, "title", config.title, type="sub")
    add(add(described, "editionStmt"), "edition", f"Version {config.version}", n=config.version)
    _published(add(described, "publicationStmt"), config)
    add(add(described, "sourceDesc"), "p", notice.facts(config)["citation"])
    return root, add(add(root, "text"), "body")


def _published(statement: ET.Element, config: Config) -> None:
    add(statement, "publisher", config.publisher)
    add(statement, "date", config.date, when=config.date)
    add(statement, "idno", citation.address(config, urls.HOME), type="URL")
    licence = rights.layers(config)[1]
    terms = add(add(statement, "availability"), "licence", target=licence.uri)
    add(terms, "p", f"{licence.covers}: {licence.terms}")


def written(document: ET.Element) -> bytes:
    """The document in UTF-8, indented."""
    ET.indent(document, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(document, encoding="unicode")}\n'.encode()
