"""Where an edition is worked on: its own folder, or for TEI of others a folder with all its files adopted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from edition import corpus, engine, scratch, settings
from edition.engine import Engine
from edition.model import Config, Finding, Reading
from edition.remembering import ADOPTED, Memory


class Workspace(Struct, frozen=True):
    """What a build reads. `origin` is where the files of the edition really are: the same folder, or that of others."""

    root: Path
    origin: Path
    config: Config
    readings: tuple[Reading, ...] = ()  # of adopted files, whose facts are known when they are written
    findings: tuple[Finding, ...] = ()
    images: tuple[str, ...] = ()  # that texts show, below `origin`


@contextmanager
def opened(root: Path, work: Engine | None = None, memory: Memory | None = None) -> Iterator[Workspace]:
    """The edition in a folder, ready to be read; what is made for that vanishes with the block, or is kept in `memory`.

    Args:
        work: does what can be done for many files at once.
        memory: what a former build remembers.

    Raises:
        InputError: there is no edition, nor any TEI; or the settings are not in order.
    """
    if settings.is_ours(root):
        yield Workspace(root, root, settings.load(root))
        return
    from edition import adopting  # an edition of ours pays nothing for it

    with _folder(memory) as folder:
        corpus.tell_origin(folder, root)
        made = adopting.adopted(root, folder, work or engine.chosen(), memory or Memory())
        yield Workspace(folder, root, made.config, made.readings, made.findings, made.images)


@contextmanager
def _folder(memory: Memory | None) -> Iterator[Path]:
    """Where adopted files are written."""
    if memory and memory.made:
        folder = memory.made / ADOPTED
        folder.mkdir()
        yield folder
        return
    with scratch.folder() as temporary:
        yield temporary
