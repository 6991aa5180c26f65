"""What every export carries: title, citation, version, date and the rights of both layers."""

from __future__ import annotations

from collections.abc import Mapping

from edition import citation, rights, urls
from edition.model import Article, Bilingual, Config

NAME = "README.txt"


def facts(config: Config) -> Mapping[str, str]:
    """What must be known of the edition, by short names."""
    text, added = rights.layers(config)
    return {
        "title": config.title,
        "subtitle": config.subtitle,
        "publisher": config.publisher,
        "version": config.version,
        "date": config.date,
        "url": citation.address(config, urls.HOME),
        "citation": citation.edition(config, urls.HOME).text,
        "rights_text": f"{text.covers}: {text.terms}",
        "rights_text_uri": text.uri,
        "rights_edition": f"{added.covers}: {added.terms}",
        "rights_edition_uri": added.uri,
    }


def about(config: Config, losses: Bilingual) -> str:
    """Version, rights and what the format leaves out, for the place a format has for such words."""
    return f"Version {config.version}, {config.date}. {rights.terms(config)}. {losses.de}".strip()


def of_text(config: Config, article: Article, path: str = "") -> str:
    """How a text is cited, with the address of its reading page or of `path`."""
    return citation.text(config, article, path or urls.article(article.id)).text


def readme(config: Config, about: Bilingual, losses: Bilingual, cited: tuple[str, ...] = ()) -> bytes:
    """The file beside a format that has no place for it: German, then what matters in English."""
    known = facts(config)
    parts = (
        "\n".join(line for line in (known["title"], known["subtitle"]) if line),
        about.de,
        losses.de,
        "\n".join(("Zitieren:", known["citation"], *cited)),
        "\n".join(("Rechte:", *_rights(known))),
        "In English",
        about.en,
        losses.en,
    )
    return ("\n\n".join(part for part in parts if part) + "\n").encode("utf-8")


def _rights(known: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(f"{known[key]} <{known[f'{key}_uri']}>" for key in ("rights_text", "rights_edition"))
