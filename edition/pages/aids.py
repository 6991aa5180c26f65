"""What the script of a reading page says, which keys it obeys, and where it finds what it loads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from edition import interface, urls
from edition.interface import N_, Messages, _
from edition.model import Edition

# What the script says; its names in braces are filled in.
WORDS = Messages(
    {
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
)
# What a key does, and the key with how the panel puts it: a language may choose letters that its words remember by.
# Letters go backwards with the shift key; what has no action is done by the browser or by what is open.
KEYS = (
    ("mention", N_("m: zur nächsten Nennung; die Eingabetaste zeigt, wer oder was gemeint ist")),
    ("note", N_("a: zur nächsten Anmerkung")),
    ("quotation", N_("z: zum nächsten Zitat")),
    ("paragraph", N_("p: zum nächsten Absatz")),
    ("cite", N_("c: markierte Wörter oder die aufgerufene Stelle zitieren")),
    ("layers", N_("e: Ebenen zeigen und verbergen")),
    ("version", N_("d: zwischen Lesetext und diplomatischem Text wechseln")),
    ("search", N_("/: zur Suche")),
    ("keys", N_("?: diese Liste")),
    ("", N_("Esc: schließt, was offen ist")),
)


def aids(edition: Edition, text: str, path: str, citing: bool) -> Mapping[str, Any]:
    """All of it for the page at `path`, which shows a text in one of its layers; put into the page as JSON.

    `citing` says whether its passages are cited; otherwise there is no key for that.
    `content` is the language of the entries that a card shows, where it is not the page's.
    """
    given = {
        "text": text,
        "cards": urls.relative(urls.cards(text), path).removesuffix(f"{text}.js"),
        "search": urls.relative(urls.SEARCH, path),
        "words": dict(WORDS),
        "keys": [(action, *_(said).split(": ", 1)) for action, said in KEYS if citing or action != "cite"],
    }
    content = interface.foreign(edition.config.content)
    return {**given, "content": content} if content else given
