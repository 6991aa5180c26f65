"""The home page: what this is, the texts, the indexes."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from edition import citation, interface, urls, words
from edition.graph import mentioned
from edition.interface import _
from edition.kinds import KINDS
from edition.model import Article, Edition, Page
from edition.pages import documents, navigation, order
from edition.pages.frame import Frame, Link, frame, path_of

LEAD = "lead"  # the block that opens an article


class Opening(Struct, frozen=True):
    """A text as the home page introduces it."""

    title: str
    href: str
    language: str
    byline: str
    lead: str
    source: str
    extent: str


class Register(Struct, frozen=True):
    """An index as the home page lists it."""

    link: Link
    entries: str
    mentions: str


class Home(Struct, frozen=True):
    """The home page's values."""

    frame: Frame
    subtitle: str
    subtitled: str  # the language of the subtitle, where it is not the page's
    introduction: str
    introduced: str  # the language of the introduction, where it is not the page's
    more: Link | None
    texts: tuple[Opening, ...]  # nothing where they are too many to be named here
    extent: str  # how many they are, if they are too many
    lists: tuple[Link, ...]  # where these are
    heading: str
    indexes: tuple[Register, ...]
    registers: tuple[Link, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The home page."""
    config = edition.config
    about = navigation.introducing(edition) if config.home else None
    introduction = _introduction(about) if about else ""
    introduced = interface.foreign(about.language) if about else ""
    subtitle, spoken = config.subtitled(interface.language())
    many = len(edition.articles) > order.FEW
    context = Home(
        frame=frame(
            edition,
            urls.HOME,
            config.title,
            description=subtitle or introduction,
            titled=interface.foreign(config.content),
            described=interface.foreign(spoken) if subtitle else introduced,
            cited=citation.edition(config, urls.HOME),
            thing=edition,
        ),
        subtitle=subtitle,
        subtitled=interface.foreign(spoken),
        introduction=introduction,
        introduced=introduced,
        more=Link(about.title, path_of(about)) if about else None,
        texts=() if many else tuple(_opening(text) for text in edition.articles),
        extent=words.count(len(edition.articles), "Dokument", "Dokumente") if many else "",
        lists=tuple(documents.links(edition, urls.HOME)) if many else (),
        heading=_("Der Text") if len(edition.articles) == 1 else _("Die Texte"),
        indexes=tuple(_indexes(edition)),
        registers=navigation.registers(edition),
    )
    yield Page(urls.HOME, "home.html", context)


def _introduction(page: Article) -> str:
    """The first paragraph of the page that introduces the edition; headings do not end in a full stop."""
    return next((block.text for block in page.blocks if block.text.endswith(".")), "")


def _opening(text: Article) -> Opening:
    numbered = sum(1 for block in text.blocks if block.number)
    lead = next((block.text for block in text.blocks if block.id == LEAD), "")
    return Opening(
        title=text.title,
        href=path_of(text),
        language=text.language,
        byline=_("Von {authors}").format(authors=", ".join(text.authors)) if text.authors else "",
        lead=lead,
        source=text.source_citation,
        extent=words.count(numbered, "Absatz", "Absätze") if numbered else "",
    )


def _indexes(edition: Edition) -> Iterator[Register]:
    for kind in KINDS:
        pointers = [one for one, entity in edition.entities.items() if entity.kind == kind.slug]
        if pointers:
            places = sum(len(mentioned(edition, one)) for one in pointers)
            yield Register(
                Link(_(kind.title), urls.index(kind.slug)),
                words.count(len(pointers), "Eintrag", "Einträge"),
                words.count(places, "Stelle", "Stellen"),
            )
