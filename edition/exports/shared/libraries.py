"""Libraries that only one format needs: installed as an extra, asked for when the format is made."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from edition.errors import ExportError
from edition.model import Bilingual


def library(name: str, extra: str) -> Any:
    """The module `name`.

    Raises:
        ExportError: it is not installed; the hint names the extra that brings it.
    """
    try:
        return import_module(name)
    except ImportError:
        package = name.partition(".")[0]
        raise ExportError(
            Bilingual(f"the library {package} is missing.", f"die Bibliothek {package} fehlt."),
            Bilingual(
                f"Install it: pip install 'edition[{extra}]'", f"Installieren: pip install 'edition[{extra}]'"
            ),
        ) from None
