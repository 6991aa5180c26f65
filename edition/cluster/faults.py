"""What can go wrong with a cluster, in sentences."""

from __future__ import annotations

from edition.errors import BuildError, UseError
from edition.model import Bilingual

_LOOK = Bilingual(
    "Look at what the workers say, start them again, and build again; or build on this machine, without --engine.",
    "Nachsehen, was die Worker melden, sie neu starten und erneut bauen; oder auf diesem Rechner, ohne --engine.",
)


def missing() -> UseError:
    """The library is not installed."""
    return UseError(
        Bilingual("The library distributed is missing.", "Die Bibliothek distributed fehlt."),
        Bilingual("Install it: pip install 'edition[dask]'", "Installieren: pip install 'edition[dask]'"),
    )


def nobody(address: str) -> BuildError:
    """No scheduler answers."""
    return BuildError(
        Bilingual(
            f"No scheduler of Dask answers at {address}.",
            f"Unter {address} antwortet kein Scheduler von Dask.",
        ),
        Bilingual(
            "Start one (dask scheduler) and correct the address; or build on this machine, without --engine.",
            "Einen starten (dask scheduler) und die Adresse prüfen; oder auf diesem Rechner bauen, ohne --engine.",
        ),
    )


def alone(seconds: float) -> BuildError:
    """There are no workers."""
    return BuildError(
        Bilingual(
            f"The cluster has had no worker for {seconds:.0f} seconds.",
            f"Der Cluster hat seit {seconds:.0f} Sekunden keinen Worker.",
        ),
        _LOOK,
    )


def killed(worker: str) -> BuildError:
    """Workers ended one after another while they did the same batch."""
    return BuildError(
        Bilingual(
            f"Several workers ended by themselves while they did the same, {worker} at last.",
            f"Mehrere Worker endeten von selbst, während sie dasselbe taten, zuletzt {worker}.",
        ),
        Bilingual("Is their memory full? " + _LOOK.en, "Ist ihr Speicher voll? " + _LOOK.de),
    )


def lost() -> BuildError:
    """The scheduler does not answer any more."""
    return BuildError(
        Bilingual(
            "The scheduler of the cluster does not answer any more.",
            "Der Scheduler des Clusters antwortet nicht mehr.",
        ),
        _LOOK,
    )
