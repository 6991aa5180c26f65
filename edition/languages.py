"""In which language the tool speaks: what the system is set to, as POSIX ranks its variables."""

from __future__ import annotations

from collections.abc import Mapping

from edition.model import LANGUAGES

_RANKED = ("LC_ALL", "LC_MESSAGES", "LANG")


def preferred(environment: Mapping[str, str]) -> str:
    """The language of messages: that of the first variable that is set, if we speak it, or English."""
    locale = next((environment[name] for name in _RANKED if environment.get(name)), "")
    spoken = locale.partition(".")[0].partition("_")[0].lower()
    return spoken if spoken in LANGUAGES else LANGUAGES[0]
