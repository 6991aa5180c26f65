"""Names for files and anchors, made of names that others gave: safe in a path and in an address, and each only once."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 80  # characters; file systems allow 255 bytes, and a suffix follows
_TRANSLITERATED = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
    }
)
_OTHER = re.compile(r"[^A-Za-z0-9._-]+")
_DOTS = re.compile(r"\.{2,}")
# Names that Windows keeps for devices, with any extension (Microsoft, »Naming Files, Paths, and Namespaces«).
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
# Addresses of the site itself: further pages of an index (`persons/index-a.html`) and of an entry (`persons/x/2.html`).
_RESERVED = re.compile(r"index-.*|.*\.html", re.IGNORECASE)


def slug(name: str, fallback: str = "x") -> str:
    """A name of ASCII letters, digits, `.`, `_` and `-` that begins with a letter or `_`, as an xml:id must."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", name).translate(_TRANSLITERATED))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    plain = _DOTS.sub(".", _OTHER.sub("-", plain)).strip("-.")[:LONGEST].strip("-.")
    if not plain:
        return fallback
    if not (plain[0].isalpha() or plain[0] == "_"):
        plain = f"{fallback}-{plain}"
    return f"{plain}-" if _DEVICES.fullmatch(plain) else plain


class Slugs:
    """Gives each name a slug of its own; two that differ in case only would be one file on some disks."""

    def __init__(self) -> None:
        self._taken: set[str] = {"index"}  # the list of each folder of the site

    def take(self, name: str, fallback: str = "x") -> str:
        """A slug that nobody has yet: the plain one, or one with a number."""
        plain = slug(name, fallback)
        if _RESERVED.fullmatch(plain):
            plain = f"{fallback}-{plain.replace('.', '-')}"
        one, number = plain, 1
        while one.lower() in self._taken:
            number += 1
            one = f"{plain}-{number}"
        self._taken.add(one.lower())
        return one
