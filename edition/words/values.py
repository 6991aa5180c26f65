"""The closed values of the schema in words: tables only, of messages."""

from __future__ import annotations

from edition.interface import Messages

# What the schema calls a kind of place, organisation, work, event or object: the closed lists `ed.type.*`.
TYPES = Messages(
    {
        # places
        "settlement": "Stadt",
        "district": "Stadtteil",
        "country": "Land",
        "state": "historischer Staat",
        "region": "Region",
        "continent": "Kontinent",
        "building": "Gebäude",
        "fortress": "Festung",
        "mountains": "Gebirge",
        "wood": "Wald",
        # organisations
        "party": "Partei",
        "faction": "Fraktion",
        "movement": "Bewegung",
        "group": "Gruppe",
        "union": "Gewerkschaft",
        "government": "Regierung",
        "authority": "Behörde",
        "ministry": "Ministerium",
        "police": "Polizei",
        "army": "Streitkräfte",
        "organisation": "Organisation",
        "committee": "Komitee",
        "university": "Universität",
        "archive": "Archiv",
        "newspaper": "Zeitung",
        "publisher": "Verlag",
        # works
        "book": "Buch",
        "article": "Artikel",
        "obituary": "Nachruf",
        "website": "Website",
        "speech": "Rede",
        "utterance": "Äußerung",
        "telegram": "Telegramm",
        "message": "Botschaft",
        "letter": "Brief",
        "scripture": "heilige Schrift",
        "music": "Musik",
        "drawing": "Zeichnung",
        "collection": "mehrere Schriften",
        # events
        "birth": "Geburt",
        "death": "Tod",
        "murder": "Ermordung",
        "execution": "Hinrichtung",
        "anniversary": "Jahrestag",
        "funeral": "Begräbnis",
        "journey": "Reise",
        "crossing": "Überfahrt",
        "stay": "Aufenthalt",
        "flight": "Flucht",
        "exile": "Exil",
        "meeting": "Begegnung",
        "congress": "Kongress",
        "protest": "Protest",
        "strike": "Streik",
        "campaign": "Kampagne",
        "uprising": "Aufstand",
        "revolution": "Revolution",
        "policy": "Politik",
        "war": "Krieg",
        "attack": "Anschlag",
        "bombing": "Bombardierung",
        "surrender": "Kapitulation",
        "persecution": "Verfolgung",
        "arrest": "Verhaftung",
        "trial": "Prozess",
        "release": "Freilassung",
        "treaty": "Vertrag",
        "appointment": "Amtsantritt",
        "founding": "Gründung",
        "end": "Ende",
        # objects
        "ship": "Schiff",
        "picture": "Bild",
        "thing": "Ding",
    }
)

NAMES = Messages(
    {
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
)

CERTAINTY = Messages({"high": "", "medium": "wahrscheinlich", "low": "unsicher", "unknown": "ungeklärt"})

# name: what the active side is to the passive, and the passive to the active; mutual ones read the same
# from both. Verbs and abstract nouns, because the lists do not state anybody's sex.
RELATIONS = Messages(
    {
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
        "opponent": ("stellte sich gegen", "im Streit mit"),
        "defender": ("setzte sich ein für", "verteidigt von"),
        "rescuer": ("rettete", "gerettet von"),
        "supporter": ("unterstützte", "unterstützt von"),
        "employer": ("beschäftigte", "beschäftigt bei"),
        "translator": ("übersetzte", "übersetzt von"),
        "successor": ("folgte auf", "gefolgt von"),
    }
)

# Groups of relations, as `edition.graph.ties` has them, and nearness in the text.
TIES = Messages(
    {
        "family": "Familie und Partnerschaft",
        "friends": "Freundschaft, gemeinsame Wege",
        "politics": "Politik und Organisation",
        "help": "Hilfe und Fürsprache",
        "hostility": "Gegnerschaft und Gewalt",
        "other": "andere Beziehungen",
        "near": "oft im selben Absatz genannt",
        "doubt": "mit Ring: nicht sicher",
    }
)

# A fact seen from the entity it names: a place is the birthplace of somebody.
REVERSED = Messages(
    {
        "birth": "Geburtsort von",
        "death": "Sterbeort von",
        "residence": "Aufenthaltsort von",
        "located-in": "Hier liegen",
        "author": "Werke",
        "editor": "Gab heraus",
        "translator": "Übersetzte",
        "place": "Erscheinungsort von",
        "publisher": "Verlegte",
        "container": "Enthält",
        "founding": "Gründungsort von",
        "end": "Ort des Endes von",
        "where": "Ereignisse",
    }
)

LANGUAGES = Messages({
    "ca": "katalanisch", "cs": "tschechisch", "de": "deutsch", "el": "griechisch", "en": "englisch",
    "es": "spanisch", "fr": "französisch", "he": "hebräisch", "hu": "ungarisch", "it": "italienisch", "ka": "georgisch",
    "la": "lateinisch", "no": "norwegisch", "pl": "polnisch", "pt": "portugiesisch", "ru": "russisch",
    "sv": "schwedisch", "tr": "türkisch", "uk": "ukrainisch", "yi": "jiddisch",
})  # fmt: skip
SCRIPTS = Messages(
    {
        "Latn": "in lateinischer Schrift",
        "Cyrl": "in kyrillischer Schrift",
        "Hebr": "in hebräischer Schrift",
    }
)

# What the settings may say below [imprint].
IMPRINT = Messages(
    {
        "responsible": "Verantwortlich",
        "address": "Anschrift",
        "email": "E-Mail",
        "host": "Betrieb des Servers",
    }
)

# Blocks without a number, by their ids; entries of the bibliography are known by the prefix.
BLOCKS = Messages({"head": "Titel", "byline": "Autorzeile", "lead": "Vorspann", "epigraph": "Motto"})
BIBLIOGRAPHY = ("bibl-", "literatur")
