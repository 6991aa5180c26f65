"""Do the files speak of the version that the edition says it is?"""

from __future__ import annotations

from collections.abc import Iterator

from edition.model import Edition, Finding, Reading


def across(edition: Edition, readings: tuple[Reading, ...]) -> Iterator[Finding]:
    """H020 an article's header names another version or day than edition.toml."""
    wanted = (edition.config.version, edition.config.date)
    for reading in readings:
        article = reading.article
        if article and article.role == "article" and (article.version, article.date) != wanted:
            yield Finding(
                "H020", "error", reading.path, 1, 1,
                f"The header speaks of version {article.version} of {article.date}, edition.toml of "
                f"{wanted[0]} of {wanted[1]}.",
                "Make editionStmt and edition.toml the same; both are printed on every page.",
            )  # fmt: skip
