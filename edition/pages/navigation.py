"""Which pages a reader is offered where: a slim choice in the head, every page of the edition in the foot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from msgspec import Struct

from edition import datings, graph, interface, shown, urls
from edition.interface import N_, _
from edition.kept import for_edition
from edition.kinds import KINDS
from edition.metadata.subject import versions
from edition.model import Article, Edition
from edition.pages import order
from edition.pictures import maps


class Link(Struct, frozen=True):
    """A link as seen from the page it stands on; `current` is the value of aria-current, or empty.

    `language` is that of the page it leads to, where it is not that of the interface; `description` says what is there.
    """

    label: str
    href: str
    current: str = ""
    language: str = ""
    description: str = ""


class Group(Struct, frozen=True):
    """Pages that belong together, under a heading of the foot."""

    label: str
    links: tuple[Link, ...]


class Register(Struct, frozen=True):
    """A computed page beside the indexes: where it is, and when an edition has it."""

    label: str
    path: str
    description: str
    exists: Callable[[Edition], bool]


def _days(edition: Edition) -> bool:
    """Whether at least two days have documents: an edition of books by their years needs no calendar."""
    return order.several(edition) and len(order.days(edition)) > 1


def _plays(edition: Edition) -> bool:
    return sum(1 for text in edition.articles if text.play) > 1


REGISTERS: tuple[Register, ...] = (
    Register(N_("Alle Texte"), urls.TEXTS, N_("das Verzeichnis aller Dokumente"), order.several),
    Register(N_("Kalender"), urls.CALENDAR, N_("die Texte nach Jahren, Monaten und Tagen"), _days),
    Register(
        N_("Briefe"), urls.LETTERS, N_("alle Briefe nach Daten, und wer mit wem korrespondiert"),
        lambda edition: any(text.letter for text in edition.articles),
    ),
    Register(N_("Stücke"), urls.CAST, N_("wer spricht, wie viel, und in welchen Szenen"), _plays),
    Register(
        N_("Zitate"), urls.QUOTATIONS, N_("alle Zitate: der Reihe nach, nach Sprechern, nach Werken"),
        lambda edition: _of_texts(edition, edition.quotations),
    ),
    Register(
        N_("Stimmen"), urls.VOICES, N_("wie viel des Textes wessen Worte sind"),
        lambda edition: _of_texts(edition, edition.quotations),
    ),
    Register(
        N_("Chronologie"), urls.CHRONOLOGY, N_("alle Zeitangaben und Ereignisse in historischer Folge"),
        lambda edition: _of_texts(edition, edition.dates)
        or any(entity.kind == "event" for entity in edition.entities.values()),
    ),
    Register(N_("Netz"), urls.NETWORK, N_("wer mit wem verbunden ist, und wer neben wem genannt wird"), graph.connected),
    Register(
        N_("Karte"), urls.MAP, N_("die Orte des Textes und die Wege seiner Personen"),
        maps.worth_drawing,
    ),
    Register(
        N_("Zeit"), urls.TIME, N_("zwei Bilder: wie der Text durch die Zeit geht, und die Leben der Genannten"),
        lambda edition: _of_texts(edition, (one for one in edition.dates if datings.span(one.dating))),
    ),
    Register(
        N_("Apparat"), urls.APPARATUS, N_("alle Eingriffe in den Text, und was stehen blieb"),
        lambda edition: _of_texts(edition, (*edition.corrections, *edition.joins))
        or _of_texts(edition, (note for note in edition.notes if note.type == "textual")),
    ),
)  # fmt: skip
HOUSE = interface.HOUSE


class _Placed(Protocol):
    @property
    def article_id(self) -> str: ...


def _of_texts(edition: Edition, found: Iterable[_Placed]) -> bool:
    """Whether any of these stands in an edited text and not in a page of the edition's own."""
    texts = {text.id for text in edition.articles}
    return any(one.article_id in texts for one in found)


def offers(edition: Edition, path: str) -> bool:
    """Whether an edition has a register."""
    return any(row.exists(edition) for row in REGISTERS if row.path == path)


def path_of(article: Article) -> str:
    """Where a text of the edition, or one of its own pages, stands in the site."""
    return urls.page(article.id) if article.role == "page" else urls.article(article.id)


@for_edition
def head(edition: Edition) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The links of the head, paths from the root of the site: the text with its indexes, and what is beside: the
    list of all indexes and registers, what introduces the edition, and the search."""
    texts = [Link(_("Text"), path_of(text)) for text in edition.articles]
    if len(texts) > 1:
        texts = [Link(_("Texte"), f"{urls.HOME}#texte" if len(texts) <= order.FEW else urls.TEXTS)]
    about = introducing(edition)
    listed = edition.entities or registers(edition)
    beside = [Link(_("Register"), f"{urls.HOME}#register")] if listed else []
    return (
        (*texts, *_indexes(edition)),
        (
            *beside,
            *([Link(_("Über die Edition"), path_of(about))] if about else []),
            Link(_("Suche"), urls.SEARCH),
        ),
    )


@for_edition
def foot(edition: Edition) -> tuple[Group, ...]:
    """All pages but those of single entries, grouped; paths from the root of the site."""
    listed = [Link(_("Quellen"), urls.SOURCES)] if edition.references else []
    figures = [Link(_("Stand der Normdaten"), urls.AUTHORITY_DATA)] if edition.entities else []
    return (
        Group(
            _("Text und Register"),
            (*_texts(edition), *_indexes(edition), *registers(edition), *_searching(edition)),
        ),
        Group(_("Die Edition"), (*_own(edition), Link(_("Impressum und Datenschutz"), urls.IMPRINT))),
        Group(
            _("Daten"),
            (
                *listed,
                *figures,
                Link(_("Stand der Prüfung"), urls.VALIDATION),
                *([] if edition.config.adopted else [Link(_("Richtlinien"), urls.GUIDELINES)]),
                Link(_("Downloads"), urls.DOWNLOADS),
            ),
        ),
    )


def _searching(edition: Edition) -> tuple[Link, ...]:
    words = [Link(_("Wörter"), urls.WORDS)] if any(text.blocks for text in edition.articles) else []
    return (Link(_("Suche"), urls.SEARCH), *words)


@for_edition
def registers(edition: Edition) -> tuple[Link, ...]:
    """The registers beside the indexes that this edition has."""
    found = tuple(
        Link(_(row.label), row.path, description=_(row.description))
        for row in REGISTERS
        if row.exists(edition)
    )
    return (*_only_play(edition), *found)


def _only_play(edition: Edition) -> Iterator[Link]:
    """The cast of the only play of an edition; several have a list."""
    found = [text for text in edition.articles if text.play]
    if len(found) == 1:
        described = _("wer spricht, wie viel, und in welchen Szenen")
        yield Link(_("Personen und Szenen"), urls.cast(found[0].id), description=described)


def introducing(edition: Edition) -> Article | None:
    """The page of the edition's own that says what it is: the one its settings name, or the first in German; in another
    language its translation, or else the first translation there is."""
    named = [page for page in edition.pages if page.id == edition.config.home]
    there = [one for page in named for one in versions(edition, page)]
    translated = [
        page for one in edition.config.translations.values() for page in edition.pages if page.id == one
    ]
    spoken = [page for page in (*named, *there, *translated) if page.language == interface.language()]
    german = [page for page in edition.pages if page.language == HOUSE]
    return next(iter((*spoken, *named, *german)), None)


def _texts(edition: Edition) -> Iterator[Link]:
    single = len(edition.articles) == 1
    for text in (
        edition.articles if len(edition.articles) <= order.FEW else ()
    ):  # of more, the list is a register
        tag = "" if single else interface.foreign(text.language)
        diplomatic = (
            _("Diplomatischer Text") if single else _("{title} (diplomatisch)").format(title=text.title)
        )
        yield Link(_("Lesetext") if single else text.title, path_of(text), language=tag)
        if shown.DIPLOMATIC in shown.layers(edition.config, text):
            yield Link(diplomatic, urls.diplomatic(text.id), language=tag)


def _indexes(edition: Edition) -> list[Link]:
    kinds = {entity.kind for entity in edition.entities.values()}
    return [Link(_(kind.title), urls.index(kind.slug)) for kind in KINDS if kind.slug in kinds]


def _own(edition: Edition) -> Iterator[Link]:
    """The edition's own pages: the introducing one, those with translations, each followed by its translations, the
    others; in another language than German, its pages before all."""
    about, pairs = introducing(edition), edition.config.translations
    first = [about.id, *(page.id for page in versions(edition, about))] if about else []
    order = {name: place for place, name in enumerate(dict.fromkeys([*first, *pairs]))}
    translated = set(pairs.values())
    pages = sorted(edition.pages, key=lambda page: order.get(page.id, len(order)))
    own = [page for page in pages if page.id not in translated]
    listed = [one for page in own for one in (page, *versions(edition, page))]
    if interface.language() != HOUSE:
        listed.sort(key=lambda one: one.language != interface.language())
    for one in listed:
        yield Link(one.title, path_of(one), language=interface.foreign(one.language))
