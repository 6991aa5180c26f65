"""JSON as bytes."""

from __future__ import annotations

import json
from typing import Any


def as_json(value: Any) -> bytes:
    """JSON (RFC 8259) in UTF-8, keys in the order given, with a line end."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def filled(**fields: Any) -> dict[str, Any]:
    """A JSON object of the fields that say something, in the order given; `_` before `id` and `type` is `@`."""
    names = {"_context": "@context", "_id": "@id", "_type": "@type"}
    return {names.get(name, name): value for name, value in fields.items() if value not in (None, "", [], {})}
