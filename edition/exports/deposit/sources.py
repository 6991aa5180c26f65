"""The folder of the edition as the program reads it: from it the whole edition is made again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from msgspec import Struct

from edition import corpus, resources, rights
from edition.exports.deposit import media
from edition.exports.deposit.part import Folder, Part
from edition.kinds import BY_SLUG
from edition.model import Bilingual, Config, Edition
from edition.rights import Licence

FOLDER = "source/"
_SCHEMA = ("edition.odd", "edition.rng", "edition.sch", "guidelines.html")
_LICENCE = re.compile(rb'<licence\b[^>]*\btarget="([^"]+)"')
TEXT, OWN, BOTH, SCHEMA = "text", "own", "both", "schema"


class _Rule(Struct, frozen=True):
    """What a file is, and whose work; the first rule whose pattern fits holds."""

    pattern: str  # of the role of a TEI file, or of the path
    layers: str
    about: Bilingual


_RULES = (
    _Rule("article", BOTH, Bilingual("An edited text with its markup, notes and apparatus (TEI).", "Ein edierter Text mit Auszeichnung, Anmerkungen und Apparat (TEI).")),
    _Rule("authority", OWN, Bilingual("A list of what the texts name, with sources (TEI).", "Ein Register dessen, was die Texte nennen, mit Belegen (TEI).")),
    _Rule("page", OWN, Bilingual("A page of the edition's own (TEI).", "Eine Seite der Edition (TEI).")),
    _Rule("tei/copytext/*.txt", TEXT, Bilingual("The copy text, against which the edited text is checked letter by letter.", "Die Vorlage, an der der edierte Text Zeichen für Zeichen geprüft wird.")),
    _Rule("tei/copytext/*", BOTH, Bilingual("What in the copy text does not belong to the text.", "Was in der Vorlage nicht zum Text gehört.")),
    _Rule("tei/schema/*.odd", SCHEMA, Bilingual("The source of the schema: elements, rules, examples (TEI ODD).", "Die Quelle des Schemas: Elemente, Regeln, Beispiele (TEI ODD).")),
    _Rule("tei/schema/*.rng", SCHEMA, Bilingual("The grammar (RELAX NG), compiled from the ODD.", "Die Grammatik (RELAX NG), aus dem ODD übersetzt.")),
    _Rule("tei/schema/*.sch", SCHEMA, Bilingual("The rules (Schematron), compiled from the ODD.", "Die Regeln (Schematron), aus dem ODD übersetzt.")),
    _Rule("tei/schema/*", SCHEMA, Bilingual("The encoding guidelines, compiled from the ODD.", "Die Kodierungsrichtlinien, aus dem ODD übersetzt.")),
    _Rule("tei/edition.toml", OWN, Bilingual("The settings of the edition: title, version, address, licences.", "Die Einstellungen der Edition: Titel, Version, Adresse, Lizenzen.")),
    _Rule("tei/suppressions.toml", BOTH, Bilingual("The warnings that the edition accepts, with reasons.", "Die Warnungen, die die Edition hinnimmt, mit Gründen.")),
    _Rule("LICEN[CS]E*", OWN, Bilingual("The licences as the repository of the sources states them.", "Die Lizenzen, wie sie das Repositorium der Quellen angibt.")),
    _Rule("*", BOTH, Bilingual("A further file of the edition.", "Eine weitere Datei der Edition.")),
)  # fmt: skip


def folder(root: Path, config: Config, edition: Edition) -> Folder:
    """The sources, with the schema even where it is the tool's own."""
    roles = dict(_roles(root, config))
    schema = {f"tei/schema/{name}": resources.schema(name, root) for name in _SCHEMA}
    found = {**{path: root / path for path in roles}, **dict(_others(root)), **schema}
    named = _names(edition)
    odd = corpus.read(schema["tei/schema/edition.odd"])
    layers = _layers(config, odd)
    return Folder(
        FOLDER,
        Bilingual("Sources", "Quellen"),
        Bilingual(
            "The folder of the edition: TEI, copy texts, schema, settings. All else is made from it.",
            "Der Ordner der Edition: TEI, Vorlagen, Schema, Einstellungen. Alles Übrige entsteht daraus.",
        ),
        tuple(_part(path, found[path], roles.get(path, path), named, layers) for path in sorted(found)),
    )


def _roles(root: Path, config: Config) -> Iterator[tuple[str, str]]:
    """Every TEI file with its role."""
    return ((path.relative_to(root).as_posix(), role) for path, role in corpus.files(root, config))


def _others(root: Path) -> Iterator[tuple[str, Path]]:
    """What else lies in `tei/` or states licences: no hidden file, and none of a kind that an edition does not have."""
    for path in (*(root / "tei").rglob("*"), *root.glob("LICEN[CS]E*")):
        shown = path.relative_to(root)
        hidden = any(step.startswith(".") for step in shown.parts)
        if path.is_file() and not hidden and (media.known(path.name) or path.parent == root):
            yield shown.as_posix(), path


def _names(edition: Edition) -> Mapping[str, str]:
    """What TEI files are called, by path."""
    titles = {text.path: text.title for text in (*edition.articles, *edition.pages)}
    return titles | {entity.path: BY_SLUG[entity.kind].title for entity in edition.entities.values()}


def _layers(config: Config, odd: bytes) -> Mapping[str, tuple[Licence, ...]]:
    """Whose work a file may hold; the schema says its licence itself, for it may be another edition's."""
    text, own = rights.layers(config)
    stated = _LICENCE.search(odd)
    address = stated[1].decode() if stated else own.uri
    schema = own if address == own.uri else Licence("Schema und Richtlinien", rights.named(address), address)
    return {TEXT: (text,), OWN: (own,), BOTH: (text, own), SCHEMA: (schema,)}


def _part(
    path: str, file: Path, what: str, named: Mapping[str, str], layers: Mapping[str, tuple[Licence, ...]]
) -> Part:
    rule = next(one for one in _RULES if fnmatchcase(what, one.pattern))
    media_type = media.TEI if path != what else media.of_file(path, "text/plain")
    name = named.get(path) or path.rpartition("/")[2]
    return Part(f"{FOLDER}{path}", corpus.read(file), name, rule.about, media_type, layers[rule.layers])
