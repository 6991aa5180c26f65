"""The exports of the toy edition and of the edition itself, made once for all tests that read them back."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from edition import settings, validation
from edition.exports import EXPORTS
from edition.model import Edition
from tests.conftest import ROOT, TOY

BOTH = (TOY, ROOT)


@cache
def edition_of(root: Path) -> Edition:
    """The facts of an edition."""
    return validation.examine(root, settings.load(root)).edition


@cache
def made(slug: str, root: Path) -> dict[str, bytes]:
    """The files of a format by their path below its folder."""
    row = next(row for row in EXPORTS if row.slug == slug)
    facts = edition_of(root)
    return {
        file.path.removeprefix(f"data/{slug}/"): file.content
        for file in row.function(root, facts.config, facts)
    }


def rights(root: Path) -> tuple[str, ...]:
    """What every export must name: both licences, version and title."""
    config = edition_of(root).config
    return config.licence_text, config.licence_edition, config.version, config.title
