"""The site while one works on it: served on this machine, rebuilt after every change, findings at their place."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from edition import resources, settings
from edition.model import Bilingual
from edition.serving import builder
from edition.serving.outcome import Outcome
from edition.serving.server import HOST, listening
from edition.serving.watch import changes

__all__ = ["Outcome", "run"]

_WAITING = Bilingual("The site is being built.", "Die Website wird erstellt.")


def run(
    root: Path,
    out: Path,
    port: int,
    *,
    strict: bool,
    exports: bool,
    language: str,
    ready: Callable[[str], None],
    built: Callable[[Outcome], None],
) -> None:
    """Serve until interrupted. `ready` gets the address, `built` the end of every build; pages are in
    `language`.

    The first build is always made: an older site may be whole, but its findings are known to nobody.

    Raises:
        InputError: there is no such folder; what is wrong in one can be mended while it is served.
        BuildError: the port cannot be used.
        KeyboardInterrupt: the user stopped it.
    """
    if not root.is_dir():
        settings.load(root)
    start = time.time_ns()
    waiting = Outcome(f"{start}.0", False, _WAITING, waiting=True)
    sources = (root / "tei", root / "xslt") if settings.is_ours(root) else (root,)
    folders = (*sources, *resources.sources_of_the_site())
    with listening(out, port, waiting, language) as server:
        ready(f"http://{HOST}:{server.server_port}/")
        for number, _ in enumerate(changes(folders, apart=out.resolve()), 1):
            server.building = True
            server.outcome = builder.in_child(root, out, f"{start}.{number}", strict=strict, exports=exports)
            server.building = False
            built(server.outcome)
