"""In which language the tool speaks: what the system is set to, as POSIX ranks its variables; and which way a language runs."""

from __future__ import annotations

from collections.abc import Mapping

from edition.model import LANGUAGES

# Scripts by ISO 15924, and languages that BCP 47 (RFC 5646) tags without a script because theirs goes without saying.
_LEFTWARD_SCRIPTS = frozenset("arab hebr mand nkoo samr syrc thaa".split())
_LEFTWARD = frozenset("ar arc ckb dv fa he iw nqo ps sam sd syr ug ur yi".split())
_RANKED = ("LC_ALL", "LC_MESSAGES", "LANG")


def preferred(environment: Mapping[str, str]) -> str:
    """The language of messages: that of the first variable that is set, if we speak it, or English."""
    locale = next((environment[name] for name in _RANKED if environment.get(name)), "")
    spoken = locale.partition(".")[0].partition("_")[0].lower()
    return spoken if spoken in LANGUAGES else LANGUAGES[0]


def runs_left(tag: str) -> bool:
    """Whether what is tagged with a language is written from right to left: as its script says, else its language."""
    language, *further = tag.lower().split("-")
    script = further[0] if further and len(further[0]) == 4 and further[0].isalpha() else ""
    return script in _LEFTWARD_SCRIPTS if script else language in _LEFTWARD
