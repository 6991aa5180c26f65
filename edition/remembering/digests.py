"""Whether two things are the same, asked of their digests."""

from __future__ import annotations

import hashlib

SIZE = 16  # bytes of a digest


def digest(*parts: object) -> str:
    """The digest of some values by the way they are written: no sets among them, whose order is not always the same."""
    found = hashlib.blake2b(digest_size=SIZE)
    for part in parts:
        written = part if isinstance(part, bytes) else repr(part).encode("utf-8", "surrogatepass")
        found.update(b"%d:" % len(written))
        found.update(written)
    return found.hexdigest()
