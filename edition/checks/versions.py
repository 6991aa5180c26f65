"""Do the files speak of the version that the edition says it is?"""

from __future__ import annotations

from collections.abc import Iterator

from edition import codes
from edition.model import Edition, Finding, Reading


def across(edition: Edition, readings: tuple[Reading, ...]) -> Iterator[Finding]:
    """H020 an article's header names another version or day than edition.toml."""
    wanted = (edition.config.version, edition.config.date)
    for reading in readings:
        article = reading.article
        if article and article.role == "article" and (article.version, article.date) != wanted:
            yield codes.finding(
                "H020", reading.path, 1, 1, version=article.version, date=article.date,
                wanted=wanted[0], wanted_date=wanted[1],
            )  # fmt: skip
