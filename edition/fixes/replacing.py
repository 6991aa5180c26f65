"""A file replaced in one step."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from pathlib import Path

from edition.errors import InputError
from edition.model import Bilingual

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write(path: Path, data: bytes) -> None:
    """Put a file in place in one step, with the permissions it had; a link stays one.

    Another name of the same file (a hard link, as backups make them) keeps the old bytes.

    Raises:
        InputError: the file is write-protected.
    """
    target = path.resolve()
    if not target.stat().st_mode & _WRITABLE:
        raise InputError(
            Bilingual(f"{path} is write-protected.", f"{path} ist schreibgeschützt."),
            Bilingual(
                "Allow writing, or mend it by hand.", "Das Schreiben erlauben oder von Hand verbessern."
            ),
        )
    number, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(number, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        shutil.copymode(target, name)
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
