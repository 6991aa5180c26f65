"""CMIF 1.1: who wrote to whom, when and where from, for directories of letters such as correspSearch.

Rules: TEI Correspondence SIG, »Correspondence Metadata Interchange Format (CMIF) – Documentation« and »CMIF v1.1 –
Proposal« (github.com/TEI-Correspondence-SIG/CMIF). A `correspDesc` has exactly a step `sent` and a step `received`; who is
unknown is »Unknown«; a date is a day, month or year and has no words; `bibl/@xml:id` is a UUID that stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from msgspec import Struct

from edition import citation, urls
from edition.datings import ATTRIBUTES
from edition.exports.format import Export
from edition.exports.shared import notice
from edition.model import RECEIVED, SENT, Action, Article, Bilingual, Config, Dating, Edition, File, Named
from edition.rights import layers

TEI = "http://www.tei-c.org/ns/1.0"
SLUG = "cmif"
PATH = urls.exported(SLUG, "letters.xml")
UNKNOWN = "Unknown"
NOBODY = frozenset(
    {"", "?", "unbekannt", "unbekannte person", "unknown", "inconnu", "sconosciuto", "n. n.", "n.n.", "nn"}
)
# The authority files that a directory of letters asks for, the first known one first; for places another order.
AGENTS = ("GND", "VIAF", "BnF", "LCCN", "Wikidata", "ISNI", "ULAN")
PLACES = ("GeoNames", "GND", "Wikidata")
ELEMENTS = {"person": "persName", "org": "orgName", "place": "placeName"}
# What CMIF 1.1 can say of how sure a statement is.
SURE = {"cert": ("certainty", "low"), "evidence": ("evidence", "conjecture")}
LOSSES = Bilingual(
    "Only sending and receiving, with names, places and dates: the text, other steps such as forwarding, the letters before "
    "and behind, the words of a date and a certainty that is neither low nor a conjecture are left out. correspSearch takes "
    "only files under CC BY 4.0; this one names the licence of the edition.",
    "Nur Absenden und Empfang mit Namen, Orten und Daten: Es fehlen der Text, andere Schritte wie das Weiterleiten, die "
    "Nachbarbriefe, der Wortlaut eines Datums und jede Gewissheit außer »gering« und »erschlossen«. correspSearch nimmt nur "
    "Dateien unter CC BY 4.0; diese nennt die Lizenz der Edition.",
)

_ABOUT = Bilingual(
    "The letters of the edition in the Correspondence Metadata Interchange Format (CMIF 1.1).",
    "Die Briefe der Edition im Austauschformat für Korrespondenzen (CMIF 1.1).",
)


class _Known(Struct, frozen=True):
    """The edition, and by kind the entries that an authority file identifies with their address there."""

    edition: Edition
    addresses: Mapping[str, Mapping[str, str]]


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """One file, and what it leaves out; none if the edition has no letters."""
    letters = [text for text in edition.articles if text.letter]
    if letters:
        document = ET.Element("TEI", xmlns=TEI)
        header = ET.SubElement(document, "teiHeader")
        _about(ET.SubElement(header, "fileDesc"), config)
        profile = ET.SubElement(header, "profileDesc")
        agents = _addresses(edition, AGENTS)
        known = _Known(edition, {"person": agents, "org": agents, "place": _addresses(edition, PLACES)})
        for text in letters:
            _letter(profile, config, text, known)
        ET.SubElement(ET.SubElement(ET.SubElement(document, "text"), "body"), "p")
        ET.indent(document, " ")
        data = ET.tostring(document, encoding="unicode")
        yield File(PATH, f'<?xml version="1.0" encoding="UTF-8"?>\n{data}\n'.encode())
        yield File(urls.exported(SLUG, notice.NAME), notice.readme(config, _ABOUT, LOSSES))


def identifier(config: Config) -> str:
    """The id of the edition in the file: a UUID made of its address, so that it stays; a letter must begin it."""
    return f"uuid-{uuid5(NAMESPACE_URL, config.base_url)}"


def _about(parent: ET.Element, config: Config) -> None:
    """What the file is, who answers for it, and the edition it speaks of."""
    titles = ET.SubElement(parent, "titleStmt")
    ET.SubElement(titles, "title").text = f"{config.title}: Briefe"
    editor = ET.SubElement(titles, "editor")
    editor.text = config.imprint.get("responsible") or config.publisher or config.title
    if "@" in config.contact:
        ET.SubElement(editor, "email").text = config.contact
    published = ET.SubElement(parent, "publicationStmt")
    publisher = ET.SubElement(ET.SubElement(published, "publisher"), "ref", target=config.base_url)
    publisher.text = config.publisher or config.title
    ET.SubElement(published, "idno", type="url").text = citation.address(config, PATH)
    ET.SubElement(published, "date", when=f"{config.date}T00:00:00Z")
    licence = ET.SubElement(
        ET.SubElement(published, "availability"), "licence", target=config.licence_edition
    )
    _text, added = layers(config)  # what is said of letters is the edition's own work
    licence.text = f"{added.covers}: {added.terms}"
    source = ET.SubElement(
        ET.SubElement(parent, "sourceDesc"), "bibl", {"type": "online", "xml:id": identifier(config)}
    )
    source.text = citation.edition(config, urls.HOME).text


def _letter(parent: ET.Element, config: Config, text: Article, known: _Known) -> None:
    assert text.letter is not None
    described = ET.SubElement(
        parent,
        "correspDesc",
        key=text.id,
        ref=citation.address(config, urls.article(text.id)),
        source=f"#{identifier(config)}",
    )
    for type_, dating in ((SENT, text.dated), (RECEIVED, Dating())):
        step = text.letter.action(type_)
        _action(ET.SubElement(described, "correspAction", type=type_), step, step.dating or dating, known)


def _action(element: ET.Element, step: Action, dating: Dating, known: _Known) -> None:
    for one in step.agents or (Named(UNKNOWN),):
        _named(element, one, known)
    for one in step.places:
        _named(element, one, known)
    found = {name: getattr(dating, field) for field, name in ATTRIBUTES.items() if getattr(dating, field)}
    if found:
        ET.SubElement(element, "date", found | _sure(step))


def _named(parent: ET.Element, one: Named, known: _Known) -> None:
    """A name as the header has it, or else as its entry has it, with its address in an authority file if the entry has one."""
    uri = known.addresses.get(one.kind, {}).get(one.pointer, "")
    element = ET.SubElement(
        parent, ELEMENTS.get(one.kind, "persName"), ({"ref": uri} if uri else {}) | _sure(one)
    )
    entity = known.edition.entities.get(one.pointer)
    said = one.words or (entity.name if entity else "")
    element.text = UNKNOWN if said.strip("[]() ").casefold() in NOBODY else said


def _sure(stated: Named | Action) -> dict[str, str]:
    return {name: value for name, (field, value) in SURE.items() if getattr(stated, field) == value}


def _addresses(edition: Edition, preferred: tuple[str, ...]) -> dict[str, str]:
    """The entries that an authority file identifies, with their address there: the preferred one, else the first."""
    found = {}
    for pointer, entity in edition.entities.items():
        uris = {
            one.scheme: one.uri or one.value
            for one in reversed(entity.identifiers)
            if "://" in (one.uri or one.value)
        }
        best = next((uris[scheme] for scheme in preferred if scheme in uris), None)
        uri = best or next(reversed(uris.values()), "")
        if uri:
            found[pointer] = uri
    return found


EXPORT = Export(
    SLUG,
    "citation",
    Bilingual("Letters: CMIF 1.1", "Briefe: CMIF 1.1"),
    Bilingual(
        "For directories of letters such as correspSearch: who wrote to whom, when and where from.",
        "Für Briefverzeichnisse wie correspSearch: wer wem schrieb, wann und von wo.",
    ),
    "application/tei+xml",
    files,
    LOSSES,
    own=("*",),
)
