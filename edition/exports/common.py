"""What several exports need: JSON as bytes, the rights of both layers as words, the mentions of the texts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from edition import rights
from edition.model import Bilingual, Config, Edition, Mention


def as_json(value: Any) -> bytes:
    """JSON (RFC 8259) in UTF-8, keys in the order given, with a line end."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def filled(**fields: Any) -> dict[str, Any]:
    """A JSON object of the fields that say something, in the order given; `_` before `id` and `type` is `@`."""
    names = {"_context": "@context", "_id": "@id", "_type": "@type"}
    return {names.get(name, name): value for name, value in fields.items() if value not in (None, "", [], {})}


def terms(config: Config) -> str:
    """The rights of both layers in one line of German: »Edierter Text: … (address); Auszeichnung …«."""
    return "; ".join(f"{one.covers}: {one.terms} ({one.uri})" for one in rights.layers(config))


def about(config: Config, losses: Bilingual) -> str:
    """Version, rights and what the format leaves out, for the place a format has for such words."""
    return f"Version {config.version}, {config.date}. {terms(config)}. {losses.de}".strip()


def mentioned(edition: Edition, pointer: str) -> Sequence[Mention]:
    """The mentions of an entity in the articles; those on the edition's own pages are not counted."""
    texts = {article.id for article in edition.articles}
    return [one for one in edition.mentions.get(pointer, ()) if one.article_id in texts]
