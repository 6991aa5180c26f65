"""What a page is about as JSON-LD, short enough for a page: what it lists of others is left to the exports."""

from __future__ import annotations

import json
from typing import Any

from edition import linked
from edition.metadata.subject import Subject
from edition.model import Edition

# A text's parts and all it names would be longer than many a page; the exports have them, and so has the page itself.
MANY = 100  # texts; those of an edition that has more are listed on pages and in the exports
_LONG = ("mentions", "hasPart")


def described(edition: Edition, subject: Subject) -> dict[str, Any]:
    """The JSON-LD object of what the page is about; nothing for pages that are about no one thing.

    The diplomatic page is a format of the text, which the reading page is; it tells of the text under that name.
    """
    if subject.thing is None or subject.page:
        return {}
    long = not subject.text and not (subject.whole and len(edition.articles) > MANY)
    node = linked.description(edition.config, edition, subject.thing, long=long)
    shown = {name: value for name, value in node.items() if long or name not in _LONG}
    return shown | {"@context": _needed(shown)}


def classes(subject: Subject) -> tuple[str, ...]:
    """The classes of the text or the edition that the page is, as names of schema.org; of an entry its page is none."""
    return linked.WHOLE if subject.whole else linked.TEXT if subject.text else ()


def _needed(node: dict[str, Any]) -> dict[str, str]:
    """The context without the prefixes that the object does not use."""
    said = json.dumps({name: value for name, value in node.items() if name != "@context"}, ensure_ascii=False)
    context: dict[str, str] = node["@context"]
    return {name: uri for name, uri in context.items() if name[0] == "@" or f'"{name}:' in said}
