"""What is said of the edition and of a text in Dublin Core Terms, and the catalogue made of it.

DTS allows literals, addresses, lists of them, and lists of `{lang, value}` (»MetadataObject Structure«).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import Any

from edition import citation, rights, urls
from edition.dts import citations
from edition.dts.catalogue import Catalogue, Metadata, Text
from edition.model import Article, Config, Dating, Edition

_OURS = "de"  # the language of what the edition says of itself


def catalogue(
    edition: Edition, published: Callable[[Article], bytes], downloads: Callable[[Article], Iterable[str]]
) -> Catalogue:
    """The edition as DTS shows it.

    Args:
        published: the TEI file of a text as it is published.
        downloads: paths of the forms in which a text can be had, the TEI first.

    Raises:
        StylesheetError, ExportError: a text does not declare its units well.
    """
    config = edition.config
    return Catalogue(
        title=config.title,
        language=_OURS,
        metadata=_of_edition(config),
        site=citation.address(config, ""),
        texts=tuple(_text(config, one, published(one), tuple(downloads(one))) for one in edition.articles),
    )


def _text(config: Config, article: Article, data: bytes, downloads: tuple[str, ...]) -> Text:
    cited = citations.read(data, article.path)
    return Text(
        id=article.id,
        title=article.title,
        language=article.language,
        metadata=_of_text(config, article),
        page=urls.article(article.id),
        document=urls.data(article.path),
        digest=hashlib.sha256(data).hexdigest(),
        downloads=downloads,
        declared=cited.declared,
        structure=cited.structure,
        units=cited.units,
    )


def _of_edition(config: Config) -> Metadata:
    title = f"{config.title}. {config.subtitle}" if config.subtitle else config.title
    return _stating(
        title=_said([title], _OURS),
        publisher=_said([config.publisher], _OURS),
        language=config.languages[0] if config.languages else "",
        **_version_and_rights(config),
        bibliographicCitation=_said([citation.edition(config, urls.HOME).text], _OURS),
    )


def _of_text(config: Config, article: Article) -> Metadata:
    page = urls.article(article.id)
    return _stating(
        title=_said([article.title], article.language),
        creator=_said(article.authors, article.language),
        created=_date(article.published),
        language=article.language,
        source=_said([article.source_citation], _OURS),
        publisher=_said([config.publisher], _OURS),
        **_version_and_rights(config),
        bibliographicCitation=_said([citation.text(config, article, page).text], _OURS),
        hasFormat=[citation.address(config, page)],
    )


def _version_and_rights(config: Config) -> Metadata:
    """Of both layers: words, and the addresses of the licences."""
    layers = rights.layers(config)
    return {
        "issued": config.date,
        "hasVersion": config.version,
        "rights": _said([f"{one.covers}: {one.terms}" for one in layers], _OURS),
        "license": [one.uri for one in layers],
    }


def _said(values: Iterable[str], language: str) -> list[dict[str, str]]:
    return [{"lang": language, "value": value} for value in values if value]


def _stating(**terms: Any) -> Metadata:
    """The terms that say something."""
    return {name: value for name, value in terms.items() if value}


def _date(dating: Dating) -> str:
    """A date, or an interval with a slash (ISO 8601-1, 5.5), as far as both ends are known."""
    first = dating.begin or dating.not_before
    last = dating.end or dating.not_after
    return dating.when or (f"{first}/{last}" if first and last else "")
