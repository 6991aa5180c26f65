"""The files that are made when all pages are known."""

from __future__ import annotations

from collections.abc import Iterator

from edition.metadata import offered, reservation
from edition.metadata.linkset import linkset
from edition.metadata.sitemap import robots, sitemap
from edition.metadata.subject import Subject
from edition.model import Edition, File


def files(edition: Edition, subjects: tuple[Subject, ...], exports: offered.Files) -> Iterator[File]:
    """Sitemap, robots.txt, the link set, and the reservation of rights where there is one."""
    yield from sitemap(edition.config, subjects)
    yield robots(edition.config)
    first = tuple(one for one in subjects if not one.folder)  # the others say the same of the same things
    yield from linkset(edition, first, exports)
    yield from reservation.rules(edition, subjects, exports)
