"""Words for the closed values of the schema, and for numbers. A value without a row stands as it is."""

from __future__ import annotations

from edition.interface import _, ngettext
from edition.words.values import (
    BIBLIOGRAPHY,
    BLOCKS,
    CERTAINTY,
    LANGUAGES,
    NAMES,
    RELATIONS,
    REVERSED,
    SCRIPTS,
    TIES,
    TYPES,
)


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


def tie(group: str) -> str:
    """A group of relations: »Familie und Partnerschaft«."""
    return TIES.get(group, group)


def reverse(slug: str) -> str:
    """What a fact says about the entity it names: `birth` makes a place »Geburtsort von«; empty if nothing."""
    return REVERSED.get(slug, "")


def language(tag: str) -> str:
    """A language tag in words: »russisch«, »russisch in lateinischer Schrift«."""
    primary, *rest = tag.split("-")
    scripts = [SCRIPTS[part] for part in rest if part in SCRIPTS]
    return " ".join([LANGUAGES.get(primary, tag), *scripts])


def tag_of(name: str) -> str:
    """The tag of a language by its German name: `ru` for »Russisch« or »russisch«; empty for one without a row."""
    return next((tag for tag, adjective in LANGUAGES.written.items() if adjective == name.lower()), "")


def block(identifier: str, number: str | None) -> str:
    """What a block of a text is called in a list: its number, or »Vorspann«, »Literatur«."""
    if number:
        return number
    if lists(identifier):
        return capital(_("Literatur"))
    return capital(BLOCKS.get(identifier, _("Text")))


def lists(identifier: str) -> bool:
    """Whether a block is of the bibliography, by its id."""
    return identifier.startswith(BIBLIOGRAPHY)


def capital(words: str) -> str:
    """The words with a capital first letter; the rest stays."""
    return words[:1].upper() + words[1:]


def count(number: int, one: str, many: str) -> str:
    """A number with its noun: »1 Stelle«, »12 Stellen«; thousands are set off by a narrow space."""
    figure = f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}") if number >= 10_000 else str(number)
    return f"{figure} {ngettext(one, many, number)}"


def coordinates(text: str) -> str:
    """Latitude and longitude of a `geo`: »50,85° N, 4,35° O«; other text stays."""
    try:
        latitude, longitude = (float(part) for part in text.replace(",", " ").split())
    except ValueError:
        return text
    north = f"{_degrees(latitude)} {'N' if latitude >= 0 else 'S'}"
    return f"{north}, {_degrees(longitude)} {_('O') if longitude >= 0 else 'W'}"


def _degrees(value: float) -> str:
    return f"{abs(value):.4f}".rstrip("0").rstrip(".").replace(".", _(",")) + "°"
