"""Where a cluster is, as one says it on the command line."""

from __future__ import annotations

import re

from edition.errors import UseError
from edition.model import Bilingual

_SAID = re.compile(r"dask://(\[[0-9A-Fa-f:.]+\]|[^\s:/@\[\]]+):([0-9]{1,5})/?")


def scheduler(engine: str) -> str:
    """The address of the scheduler as Dask writes it, from `dask://HOST:PORT`.

    Raises:
        UseError: it is none.
    """
    said = _SAID.fullmatch(engine)
    if not said or not 0 < int(said[2]) < 65536:
        raise UseError(
            Bilingual(f"--engine {engine} names no engine.", f"--engine {engine} benennt kein Rechenwerk."),
            Bilingual(
                "Give the scheduler of a Dask cluster: --engine dask://HOST:PORT. Without --engine this machine works.",
                "Den Scheduler eines Dask-Clusters angeben: --engine dask://HOST:PORT. Ohne --engine arbeitet dieser "
                "Rechner.",
            ),
        )
    return f"tcp://{said[1]}:{said[2]}"
