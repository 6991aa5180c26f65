"""What every page carries around its content: head, navigation, version, licences, citation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from edition import citation, rights, urls, words
from edition.kinds import KINDS
from edition.model import Article, Config, Dating, Edition

DESCRIPTION = 160  # characters of a meta description that search engines show


class Html(Protocol):
    """Finished HTML, made by `prose` only."""

    def __html__(self) -> str:
        """The markup."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link as seen from the page it stands on; `current` is the value of aria-current, or empty."""

    label: str
    href: str
    current: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """The furniture of one page, finished."""

    site: str
    title: str  # of the page; of the site on the home page
    description: str
    canonical: str
    style: str
    home: str
    downloads: str
    texts: tuple[Link, ...]  # first group of the navigation: the text and its indexes
    about: tuple[Link, ...]  # second group: sources, guidelines, downloads, the edition's own pages
    version: str
    date: str  # ISO
    dated: str  # in words
    licences: tuple[rights.Licence, ...]
    citation: citation.Citation
    data: tuple[Link, ...]  # the files this page was made from
    contact: str


def frame(
    edition: Edition,
    path: str,
    title: str,
    *,
    section: str = "",
    description: str = "",
    cited: citation.Citation | None = None,
    data: tuple[str, ...] = (),
) -> Frame:
    """The furniture of the page at `path`; `section` is the page of the navigation it belongs to."""
    config = edition.config
    return Frame(
        site=config.title,
        title=title,
        description=words.shorten(description or f"{title}. {config.subtitle}", DESCRIPTION),
        canonical=citation.address(config, path),
        style=urls.relative(urls.STYLE, path),
        home=urls.relative(urls.HOME, path),
        downloads=urls.relative(urls.DOWNLOADS, path),
        texts=_links(_texts(edition), path, section),
        about=_links(_about(edition), path, section),
        version=config.version,
        date=config.date,
        dated=words.dating(Dating(when=config.date)),
        licences=rights.layers(config),
        citation=cited or citation.part(config, title, path),
        data=tuple(Link(_file(one), urls.relative(urls.data(one), path)) for one in data),
        contact=_contact(config),
    )


def path_of(article: Article) -> str:
    """Where a text of the edition, or one of its own pages, stands in the site."""
    return urls.page(article.id) if article.role == "page" else urls.article(article.id)


def _texts(edition: Edition) -> list[tuple[str, str]]:
    kinds = {entity.kind for entity in edition.entities.values()}
    first = [("Text", path_of(text)) for text in edition.articles]
    if len(first) > 1:
        first = [("Texte", f"{urls.HOME}#texte")]
    return first + [(kind.title, urls.index(kind.slug)) for kind in KINDS if kind.slug in kinds]


def _about(edition: Edition) -> list[tuple[str, str]]:
    own = [(page.title, path_of(page)) for page in edition.pages]
    listed = [("Quellen", urls.SOURCES)] if edition.references else []
    return own + listed + [("Richtlinien", urls.GUIDELINES), ("Downloads", urls.DOWNLOADS)]


def _links(targets: list[tuple[str, str]], path: str, section: str) -> tuple[Link, ...]:
    state = {path: "page", section: "true"} | {path: "page"}
    return tuple(Link(label, urls.relative(one, path), state.get(one, "")) for label, one in targets)


def _file(path: str) -> str:
    return path.rpartition("/")[2]


def _contact(config: Config) -> str:
    return f"mailto:{config.contact}" if "@" in config.contact else config.contact
