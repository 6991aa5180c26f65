"""A ZIP archive that is the same bytes whenever and wherever it is made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

_READABLE = 0o100644 << 16  # a plain file that all may read
_UNIX = 3


def archive(
    files: Iterable[tuple[str, bytes]], date: str, stored: tuple[str, ...] = (), comment: str = ""
) -> bytes:
    """The files in the order given, all of one date (ISO, no earlier than 1980, which ZIP does not know).

    Args:
        stored: names of the files that are not compressed.
        comment: words about the archive as a whole, which stand in it uncompressed.
    """
    year, month, day = (int(part) for part in date.split("-"))
    moment = (year, month, day, 0, 0, 0) if year >= 1980 else (1980, 1, 1, 0, 0, 0)
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as written:
        written.comment = comment.encode("utf-8")
        for name, content in files:
            entry = zipfile.ZipInfo(name, moment)
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            written.writestr(entry, content)
    return into.getvalue()
