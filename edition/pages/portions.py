"""The further places that name an entity, where they are too many for its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from edition import interface, urls, words
from edition.graph import PERSON
from edition.interface import N_, _
from edition.model import Article, Edition, Entity, Page
from edition.pages.concordance import Concordance, Portion, Text, portion
from edition.pages.frame import Frame, Link, frame

TITLE = N_("{name}: Stellen {first}–{last}")
EXTENT = N_("Stellen {first} bis {last} von {all}")
SAID = N_("Stellen {first} bis {last}: {texts}")
SHOWN = 150  # pages that the first one lists; each leads to the next
LONGEST = 48  # characters of a title


class Places(Struct, frozen=True):
    """The values of a page."""

    frame: Frame
    kind: str
    name: str
    named: str  # the language of the name, where it is not the page's
    extent: str
    concordance: Concordance
    before: Link
    entry: Link
    behind: Link | None


def links(several: Sequence[Portion], texts: Mapping[str, Text], pointer: str, path: str) -> tuple[Link, ...]:
    """Where each portion is and what it holds; nothing where there is one only."""
    if len(several) < 2:
        return ()
    return tuple(_link(one, texts, pointer, path) for one in several[:SHOWN])


def pages(
    edition: Edition, entity: Entity, several: Sequence[Portion], texts: Mapping[str, Text]
) -> Iterator[Page]:
    """All portions but the first, which the page of the entity has."""
    tag = "" if entity.kind == PERSON else interface.foreign(edition.config.content)
    for one in several[1:]:
        path = urls.places(entity.pointer, one.number)
        behind = several[one.number :][:1]
        context = Places(
            frame=frame(
                edition,
                path,
                _(TITLE).format(name=entity.name, first=one.first, last=one.last),
                section=urls.index(entity.kind),
                titled=tag,
            ),
            kind=entity.kind,
            name=entity.name,
            named=tag,
            extent=_(EXTENT).format(first=one.first, last=one.last, all=several[-1].last),
            concordance=portion(entity, path, texts, one),
            before=_link(several[one.number - 2], texts, entity.pointer, path),
            entry=Link(entity.name, urls.relative(urls.entity(entity.pointer), path), language=tag),
            behind=_link(behind[0], texts, entity.pointer, path) if behind else None,
        )
        yield Page(path, "places.html", context)


def _link(one: Portion, texts: Mapping[str, Text], pointer: str, path: str) -> Link:
    first, last = (texts[one.grouped[place][0]].article for place in (0, -1))
    said = _called(first) if first.id == last.id else f"{_called(first)} – {_called(last)}"
    label = _(SAID).format(first=one.first, last=one.last, texts=said)
    here = urls.places(pointer, one.number)
    return Link(label, urls.relative(here, path), "page" if here == path else "")


def _called(text: Article) -> str:
    """A text by its date, or by its title."""
    return words.dating(text.dated) or words.shorten(text.title, LONGEST)
