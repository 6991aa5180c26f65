"""German words for the closed values of the schema. A value without a row here is shown as it stands."""

from __future__ import annotations

# What the schema calls a kind of place, organisation, work, event or object.
TYPES = {
    "settlement": "Stadt oder Ort",
    "country": "Land",
    "region": "Region",
    "state": "historischer Staat",
    "continent": "Kontinent",
    "building": "Gebäude",
    "mountains": "Gebirge",
    "wood": "Wald",
    "fortress": "Festung",
    "party": "Partei",
    "faction": "Fraktion",
    "union": "Gewerkschaft",
    "government": "Regierung",
    "regime": "Regime",
    "authority": "Behörde",
    "ministry": "Ministerium",
    "police": "Polizei",
    "secret-police": "Geheimpolizei",
    "army": "Streitkräfte",
    "military": "Streitkräfte",
    "international": "internationale Organisation",
    "committee": "Komitee",
    "movement": "Bewegung",
    "group": "Gruppe",
    "university": "Universität",
    "archive": "Archiv",
    "institution": "Einrichtung",
    "publisher": "Verlag",
    "book": "Buch",
    "autobiography": "Autobiografie",
    "biography": "Biografie",
    "memoir": "Erinnerungen",
    "memoirs": "Erinnerungen",
    "newspaper": "Zeitung",
    "journal": "Zeitschrift",
    "article": "Artikel",
    "articles": "Artikel",
    "obituary": "Nachruf",
    "bibliography": "Bibliografie",
    "novel": "Roman",
    "novels": "Romane",
    "report": "Bericht",
    "speech": "Rede",
    "telegram": "Telegramm",
    "radio": "Funkspruch",
    "message": "Botschaft",
    "threat": "Drohung",
    "papers": "Nachlass",
    "archival": "Archivbestand",
    "music": "Musikwerk",
    "musical-work": "Musikwerk",
    "bible": "Bibel",
    "caricature": "Karikatur",
    "letter": "Brief",
    "birth": "Geburt",
    "death": "Tod",
    "funeral": "Begräbnis",
    "murder": "Mord",
    "attack": "Anschlag",
    "arrest": "Verhaftung",
    "trial": "Prozess",
    "exile": "Exil",
    "flight": "Flucht",
    "voyage": "Überfahrt",
    "war": "Krieg",
    "battle": "Schlacht",
    "revolution": "Revolution",
    "uprising": "Aufstand",
    "strike": "Streik",
    "protest": "Protest",
    "persecution": "Verfolgung",
    "congress": "Kongress",
    "meeting": "Versammlung",
    "treaty": "Vertrag",
    "policy": "Politik",
    "period": "Zeitabschnitt",
    "ship": "Schiff",
    "picture": "Bild",
    "thing": "Ding",
}

NAMES = {
    "birth": "Geburtsname",
    "pseudonym": "Pseudonym",
    "variant": "auch",
    "transliteration": "Umschrift",
    "original": "im Original",
    "printed": "gedruckt",
    "full": "vollständig",
    "abbreviation": "Abkürzung",
    "historical": "historisch",
}

CERTAINTY = {"high": "", "medium": "wahrscheinlich", "low": "ungesichert", "unknown": "ungeklärt"}

# name: what the active side is to the passive, and the passive to the active; mutual ones read the same
# from both. Verbs and abstract nouns, because the lists do not state anybody's sex.
RELATIONS = {
    "spouse": ("verheiratet mit", "verheiratet mit"),
    "partner": ("lebte mit", "lebte mit"),
    "friend": ("befreundet mit", "befreundet mit"),
    "sibling": ("Geschwister von", "Geschwister von"),
    "comrade": ("politisch verbunden mit", "politisch verbunden mit"),
    "co-author": ("schrieb gemeinsam mit", "schrieb gemeinsam mit"),
    "fellow-passenger": ("reiste gemeinsam mit", "reiste gemeinsam mit"),
    "parent": ("Elternteil von", "Kind von"),
    "founder": ("beteiligt an der Gründung von", "gegründet unter anderem von"),
    "member": ("Mitglied von", "Mitglieder"),
    "murderer": ("Mörder von", "ermordet von"),
    "attacker": ("griff an", "angegriffen von"),
    "opponent": ("stellte sich gegen", "gegen sich hatte"),
    "defender": ("setzte sich ein für", "verteidigt von"),
    "rescuer": ("rettete", "gerettet von"),
    "supporter": ("unterstützte", "unterstützt von"),
    "employer": ("beschäftigte", "beschäftigt bei"),
    "translator": ("übersetzte", "übersetzt von"),
    "successor": ("folgte auf", "gefolgt von"),
}

# A fact seen from the entity it names: a place is the birthplace of somebody.
REVERSED = {
    "birth": "Geburtsort von",
    "death": "Sterbeort von",
    "residence": "Aufenthaltsort von",
    "located-in": "Hier liegen",
    "author": "Werke",
    "editor": "Herausgabe oder Übersetzung von",
    "place": "Erscheinungsort von",
    "publisher": "Verlegte",
    "container": "Enthält",
    "founding": "Gründungsort von",
    "end": "Ort des Endes von",
    "where": "Ereignisse",
}

LANGUAGES = {
    "cs": "tschechisch", "de": "deutsch", "el": "griechisch", "en": "englisch", "es": "spanisch",
    "fr": "französisch", "he": "hebräisch", "hu": "ungarisch", "it": "italienisch", "ka": "georgisch",
    "la": "lateinisch", "no": "norwegisch", "pl": "polnisch", "pt": "portugiesisch", "ru": "russisch",
    "sv": "schwedisch", "tr": "türkisch", "uk": "ukrainisch", "yi": "jiddisch",
}  # fmt: skip
_SCRIPTS = {
    "Latn": "in lateinischer Schrift",
    "Cyrl": "in kyrillischer Schrift",
    "Hebr": "in hebräischer Schrift",
}

# Blocks without a number, by their ids; entries of the bibliography are known by the prefix.
_BLOCKS = {"head": "Titel", "byline": "Autorzeile", "lead": "Vorspann", "epigraph": "Motto"}
_BIBLIOGRAPHY = ("bibl-", "literatur")


def type_of(value: str | None) -> str:
    """What an entity is: »Land«, »Partei«, »Schiff«; empty for none."""
    return TYPES.get(value, value) if value else ""


def name_type(value: str) -> str:
    """What a name is beside the preferred one: »Geburtsname«, »Pseudonym«."""
    return NAMES.get(value, value)


def certainty(value: str | None) -> str:
    """How far a statement is certain, as a word; empty where there is no doubt."""
    return CERTAINTY.get(value, value) if value else ""


def relation(name: str, active: bool) -> str:
    """A relation from one side: `murderer` is »Mörder von« for the active, »ermordet von« for the passive."""
    return RELATIONS.get(name, (name, name))[0 if active else 1]


def reverse(slug: str) -> str:
    """What a fact says about the entity it names: `birth` makes a place »Geburtsort von«; empty if nothing."""
    return REVERSED.get(slug, "")


def language(tag: str) -> str:
    """A language tag in words: »russisch«, »russisch in lateinischer Schrift«."""
    primary, *rest = tag.split("-")
    scripts = [_SCRIPTS[part] for part in rest if part in _SCRIPTS]
    return " ".join([LANGUAGES.get(primary, tag), *scripts])


def block(identifier: str, number: str | None) -> str:
    """What a block of a text is called in a list: its number, or »Vorspann«, »Literatur«."""
    if number:
        return number
    if identifier.startswith(_BIBLIOGRAPHY):
        return "Literatur"
    return _BLOCKS.get(identifier, "Text")


def capital(words: str) -> str:
    """The words with a capital first letter; the rest stays."""
    return words[:1].upper() + words[1:]


def count(number: int, one: str, many: str) -> str:
    """A number with its noun: »1 Stelle«, »12 Stellen«; thousands are set off by a narrow space."""
    figure = f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}") if number >= 10_000 else str(number)
    return f"{figure} {one if number == 1 else many}"


def coordinates(text: str) -> str:
    """Latitude and longitude of a `geo`, German: »50,85° N, 4,35° O«; other text stays."""
    try:
        latitude, longitude = (float(part) for part in text.replace(",", " ").split())
    except ValueError:
        return text
    north = f"{_degrees(latitude)} {'N' if latitude >= 0 else 'S'}"
    return f"{north}, {_degrees(longitude)} {'O' if longitude >= 0 else 'W'}"


def _degrees(value: float) -> str:
    return f"{abs(value):.4f}".rstrip("0").rstrip(".").replace(".", ",") + "°"
