"""What every page carries around its content: head, navigation, version, licences, citation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from edition import citation, interface, rights, urls, words
from edition.kept import for_edition
from edition.metadata import Subject
from edition.metadata.subject import Thing, in_languages
from edition.model import Article, Config, Dating, Edition
from edition.pages import navigation
from edition.pages.navigation import Group, Link, path_of

__all__ = ["DESCRIPTION", "Frame", "Html", "Link", "frame", "path_of"]

_LANGUAGES = {"de": "Deutsch", "en": "English"}  # each as it calls itself
FILES = 40  # that a page names as its data; what is made of more is made of the whole edition
DESCRIPTION = 160  # characters of a meta description that search engines show


class Html(Protocol):
    """Finished HTML, made by `prose` only."""

    def __html__(self) -> str:
        """The markup."""


class Furniture(Struct, frozen=True):
    """The navigation as seen from a page: the same for most pages of a folder, and then the same object."""

    texts: tuple[Link, ...]  # in the head: the text and its indexes
    about: tuple[Link, ...]  # in the head: where all registers are listed, and what introduces the edition
    groups: tuple[Group, ...]  # in the foot: every page


class Frame(Struct, frozen=True):
    """The furniture of one page, finished."""

    site: str
    title: str  # of the page; of the site on the home page
    titled: str  # the language of the title, where it is not the page's
    content: str  # the language of what the edition itself says: its title, lists, notes
    description: str
    described: str  # the language of the description, where it is not the page's
    subject: Subject  # what `metadata` makes the rest of the head from
    style: str
    sheet: str  # a further style sheet, or nothing
    script: str  # what the page can do besides being read; or nothing
    home: str
    downloads: str
    language: str  # of the page's content; the furniture is in that of the interface
    versions: tuple[Link, ...]  # the page in other languages
    alternates: tuple[Link, ...]  # of these, the ones that no language of the interface has
    tongues: tuple[Link, ...]  # this page in the languages of the interface, if there are several
    around: Furniture
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
    titled: str = "",
    described: str = "",
    cited: citation.Citation | None = None,
    data: tuple[str, ...] = (),
    language: str = "",
    versions: tuple[Article, ...] = (),
    script: str = "",
    sheet: str = "",
    thing: Thing = None,
) -> Frame:
    """The furniture of the page at `path`; `section` is the page of the navigation it belongs to, `thing` what it shows;
    `titled` and `described` are the languages of title and description where those are not the page's."""
    config = edition.config
    language = language or interface.language()
    said = cited or citation.part(config, title, path, titled)
    subtitle, subtitled = config.subtitled(interface.language())
    subject = Subject(path, title, language, said.text, thing, interface.folder(), titled)
    spoken = config.interface if len(config.interface) > 1 else ()
    return Frame(
        site=config.title,
        title=title,
        titled=titled,
        content=config.content,
        description=words.shorten(description or f"{title}. {subtitle}", DESCRIPTION),
        described=described if description else interface.foreign(subtitled),
        subject=subject,
        style=urls.relative(urls.STYLE, path),
        sheet=urls.relative(sheet, path) if sheet else "",
        script=urls.relative(urls.script(script), path) if script else "",
        home=urls.relative(urls.HOME, path),
        downloads=urls.relative(urls.DOWNLOADS, path),
        language=language,
        versions=_links((_version(one) for one in versions), path, ""),
        alternates=_links((_version(one) for one in versions if one.language not in spoken), path, ""),
        tongues=tuple(_tongues(edition, subject)),
        around=_furniture(edition)(path, section),
        version=config.version,
        date=config.date,
        dated=words.dating(Dating(when=config.date)),
        licences=rights.layers(config),
        citation=said,
        data=tuple(Link(_file(one), urls.relative(urls.data(one), path)) for one in data)
        if len(data) <= FILES
        else (),
        contact=_contact(config),
    )


@for_edition
def _furniture(edition: Edition) -> Callable[[str, str], Furniture]:
    texts, about = navigation.head(edition)
    groups = [group for group in navigation.foot(edition) if group.links]
    named = {
        link.href.partition("#")[0]
        for links in (texts, about, *(group.links for group in groups))
        for link in links
    }

    @cache
    def seen(start: str, section: str) -> Furniture:
        return Furniture(
            _links(texts, start, section),
            _links(about, start, section),
            tuple(Group(group.label, _links(group.links, start, section)) for group in groups),
        )

    def furniture(path: str, section: str) -> Furniture:
        # From a page that is not named itself all is seen as from any other in its folder.
        return seen(path if path in named else path.rpartition("/")[0] + "/", section)

    return furniture


def _tongues(edition: Edition, subject: Subject) -> Iterator[Link]:
    for one in in_languages(edition, subject):
        current = "true" if one.folder == interface.folder() else ""
        path = subject.path if current else one.path
        yield Link(_LANGUAGES[one.language], urls.in_folder(path, one.folder), current, one.language)


def _version(page: Article) -> Link:
    language = _LANGUAGES.get(page.language, page.language)
    return Link(page.title, path_of(page), language=page.language, description=language)


def _links(links: Iterable[Link], path: str, section: str) -> tuple[Link, ...]:
    state = {section: "true"} | {path: "page"}
    return tuple(
        replace(link, href=urls.relative(link.href, path), current=state.get(link.href, "")) for link in links
    )


def _file(path: str) -> str:
    return path.rpartition("/")[2]


def _contact(config: Config) -> str:
    return f"mailto:{config.contact}" if "@" in config.contact else config.contact
