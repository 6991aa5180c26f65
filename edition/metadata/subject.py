"""What a page is about, and as what it is cited."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from edition import citation, cited, urls
from edition.cited import Item
from edition.model import Article, Edition, Entity, pickled

Thing = Edition | Article | Entity | None
PRINTED = (
    "newspaper-article"  # a print that reference managers can hold with the address of the edition's page
)
_TEXT = "article"


@pickled
class Subject(Struct, frozen=True):
    """A page of the site: what it calls itself, how it is cited, and what it is about, if that is one thing."""

    path: str
    title: str
    language: str
    citation: str
    thing: Thing = None
    folder: str = ""  # of the language in which the page speaks
    titled: str = ""  # the language of the title, where it is not the page's

    @property
    def published(self) -> str:
        """Where the page is in the site; `path` is where it is cited, in the language at the root."""
        return self.folder + self.path

    @property
    def text(self) -> Article | None:
        """The text of the edition that the page shows, in one of its layers."""
        return self.thing if isinstance(self.thing, Article) and self.thing.role == _TEXT else None

    @property
    def page(self) -> Article | None:
        """The page of the edition's own that this is."""
        return self.thing if isinstance(self.thing, Article) and self.thing.role != _TEXT else None

    @property
    def entry(self) -> Entity | None:
        """The entry of the lists that the page shows."""
        return self.thing if isinstance(self.thing, Entity) else None

    @property
    def whole(self) -> bool:
        """Whether this is the home page, which stands for the edition."""
        return isinstance(self.thing, Edition)


class Spoken(Struct, frozen=True):
    """A page in a language of the interface: the folder of the language, and the page's path in it."""

    language: str
    folder: str
    path: str


def in_languages(edition: Edition, subject: Subject) -> Iterator[Spoken]:
    """A page in every language of the interface, if there are several; of a translated page, its translation there."""
    spoken = edition.config.interface
    if len(spoken) > 1:
        others = {one.language: urls.page(one.id) for one in _translated(edition, subject.page)}
        for language, folder in zip(spoken, urls.folders(spoken), strict=True):
            yield Spoken(language, folder, others.get(language, subject.path))


def _translated(edition: Edition, page: Article | None) -> tuple[Article, ...]:
    return versions(edition, page) if page else ()


def versions(edition: Edition, article: Article) -> tuple[Article, ...]:
    """A page of the edition's own in other languages, as the settings pair them."""
    pairs = edition.config.translations
    wanted = {pairs.get(article.id), *(one for one, other in pairs.items() if other == article.id)}
    return tuple(page for page in edition.pages if page.id in wanted)


def item(edition: Edition, subject: Subject) -> Item:
    """What is cited with the page: the edition, a text (as printed, if that was in a newspaper), or a page of it."""
    config = edition.config
    if subject.whole:
        return replace(cited.whole(config), authors=())  # its publisher is an organisation: see `metas`
    if subject.text:
        return _text(edition, subject, subject.text)
    return Item(
        id=subject.path,
        form="page",
        title=subject.title,
        first=config.date,
        container=config.title,
        publisher=config.publisher,
        version=config.version,
        language=subject.language,
        url=citation.address(config, subject.path),
    )


def _text(edition: Edition, subject: Subject, article: Article) -> Item:
    given, printed = cited.text(edition, article), cited.printed_as(edition, article)
    url = citation.address(edition.config, subject.path)
    if printed is None or printed.form != PRINTED:
        return replace(given, title=subject.title, url=url)
    return replace(printed, title=subject.title, authors=given.authors, language=given.language, url=url)
