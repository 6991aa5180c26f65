"""What the script of a reading page says, which keys it obeys, and where it finds what it loads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from edition import urls

# What the script says; its names in braces are filled in.
WORDS = {
    "close": "Schließen",
    "entry": "Zum Eintrag",
    "mention": "Nennung {number} von {count}",
    "only-mention": "Einzige Nennung",
    "mentions": "{count} Nennungen",
    "previous": "vorige",
    "next": "nächste",
    "previous-mention": "Vorige Nennung",
    "next-mention": "Nächste Nennung",
    "identifiers": "Kennungen",
    "layers": "Ebenen",
    "show": "Zeigen:",
    "all": "alle",
    "none": "keine",
    "keys": "Tasten",
    "keys-on": "Diese Tasten gelten",
    "keys-remark": "Diese Wahl merkt sich der Browser auf diesem Gerät.",
    "backwards": "Die ersten vier gehen mit der Umschalttaste rückwärts.",
}
# What a key does, the key, and how the panel puts it. Letters go backwards with the shift key; what has no action is
# done by the browser or by what is open.
KEYS = (
    ("mention", "m", "zur nächsten Nennung; die Eingabetaste zeigt, wer oder was gemeint ist"),
    ("note", "a", "zur nächsten Anmerkung"),
    ("quotation", "z", "zum nächsten Zitat"),
    ("paragraph", "p", "zum nächsten Absatz"),
    ("cite", "c", "markierte Wörter oder die aufgerufene Stelle zitieren"),
    ("layers", "e", "Ebenen zeigen und verbergen"),
    ("version", "d", "zwischen Lesetext und diplomatischem Text wechseln"),
    ("search", "/", "zur Suche"),
    ("keys", "?", "diese Liste"),
    ("", "Esc", "schließt, was offen ist"),
)


def aids(text: str, path: str, citing: bool) -> Mapping[str, Any]:
    """All of it for the page at `path`, which shows a text in one of its layers; put into the page as JSON.

    `citing` says whether its passages are cited; otherwise there is no key for that.
    """
    return {
        "text": text,
        "cards": urls.relative(urls.cards(text), path).removesuffix(f"{text}.js"),
        "search": urls.relative(urls.SEARCH, path),
        "words": WORDS,
        "keys": [row for row in KEYS if citing or row[0] != "cite"],
    }
