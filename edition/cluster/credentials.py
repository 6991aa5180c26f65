"""What a process must have in common with that of the build to make the same bytes: program, Python, libraries."""

from __future__ import annotations

from edition import identity
from edition.errors import BuildError
from edition.model import Bilingual

LIBRARY = "distributed"  # brings things to workers and back
Credentials = dict[str, str]
_SAME = Bilingual(
    "Install the same there, and start it anew: pip install -c constraints.txt 'edition[dask]'",
    "Dort dasselbe installieren und ihn neu starten: pip install -c constraints.txt 'edition[dask]'",
)


def credentials() -> Credentials:
    """The versions of all that pages depend on, by name; for the program also a digest of its files."""
    return {**identity.known(), LIBRARY: identity.installed(LIBRARY)}


def compare(who: str, theirs: Credentials) -> None:
    """Refuse a process that is not as this one; `who` is what it is called.

    Raises:
        BuildError: it would make other pages.
    """
    mine = credentials()
    for name in (*mine, *sorted(theirs.keys() - mine.keys())):
        if mine.get(name) != theirs.get(name):
            raise BuildError(_differing(who, name, mine.get(name, ""), theirs.get(name, "")), _SAME)


def single(who: str, threads: int) -> None:
    """Refuse a worker that does several things at once.

    Raises:
        BuildError: it has more than one thread.
    """
    if threads != 1:
        raise BuildError(
            Bilingual(
                f"The {who} has {threads} threads; stylesheets run in one.",
                f"Der {who} hat {threads} Threads; Stylesheets laufen in einem.",
            ),
            Bilingual(
                "Start it with --nthreads 1; --nworkers says how many processes there are to be.",
                "Ihn mit --nthreads 1 starten; --nworkers sagt, wie viele Prozesse es sein sollen.",
            ),
        )


def none(who: str, error: Exception) -> BuildError:
    """What to say of a process that cannot introduce itself."""
    return BuildError(
        Bilingual(
            f"The {who} cannot use this program: {error}.",
            f"Der {who} kann dieses Programm nicht verwenden: {error}.",
        ),
        _SAME,
    )


def _differing(who: str, name: str, mine: str, theirs: str) -> Bilingual:
    if name == identity.CODE:
        return Bilingual(
            f"The {who} has other files of this program ({theirs[:12]}) than this machine ({mine[:12]}).",
            f"Der {who} hat andere Dateien dieses Programms ({theirs[:12]}) als dieser Rechner ({mine[:12]}).",
        )
    return Bilingual(
        f"The {who} has {name} {theirs or 'none'}, this machine {mine or 'none'}.",
        f"Der {who} hat {name} {theirs or 'nicht'}, dieser Rechner {mine or 'nicht'}.",
    )
