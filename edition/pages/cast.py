"""Who speaks in a play, how much, and in which scenes."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from edition import urls, words
from edition.interface import N_, Messages, _, foreign
from edition.kept import for_edition
from edition.model import Article, Character, Edition, Page, Play, Scene
from edition.pages import navigation
from edition.pages.facts import Piece
from edition.pages.frame import Frame, Link, frame, path_of

TITLE = N_("Personen und Szenen")
LIST = N_("Stücke")
DIVISIONS: Messages[str] = Messages(
    {
        "act": "Akt",
        "scene": "Szene",
        "prologue": "Prolog",
        "epilogue": "Epilog",
        "akt": "Akt",
        "szene": "Szene",
        "aufzug": "Aufzug",
        "auftritt": "Auftritt",
        "tableau": "Bild",
    }
)


class Row(Struct, frozen=True):
    """A character; `share` is the bar's length in hundredths of the longest."""

    id: str
    name: Piece
    description: str
    speeches: int
    words: int
    share: int


class Turn(Struct, frozen=True):
    """Somebody who speaks in a scene, with how often."""

    name: str
    href: str
    speeches: int


class Division(Struct, frozen=True):
    """An act or a scene."""

    title: str
    href: str
    depth: int
    turns: tuple[Turn, ...]
    speeches: int


class Cast(Struct, frozen=True):
    """The values of the page of a play."""

    frame: Frame
    language: str  # of the play
    text: Link
    extent: str
    rows: tuple[Row, ...]
    divisions: tuple[Division, ...]


class Listed(Struct, frozen=True):
    """A play in the list of plays."""

    title: str
    href: str
    language: str
    byline: str
    dated: str
    characters: int
    divisions: int
    speeches: int


class Plays(Struct, frozen=True):
    """The values of the list of plays."""

    frame: Frame
    extent: str
    rows: tuple[Listed, ...]


@for_edition
def plays(edition: Edition) -> tuple[tuple[Article, Play], ...]:
    """The texts that are plays."""
    return tuple((text, text.play) for text in edition.articles if text.play)


def several(edition: Edition) -> bool:
    """Whether there is a list of plays."""
    return navigation.offers(edition, urls.CAST)


def pages(edition: Edition) -> Iterator[Page]:
    """A page for each play, and a list of several."""
    if several(edition):
        yield Page(urls.CAST, "plays.html", _list(edition))
    for text, play in plays(edition):
        yield Page(urls.cast(text.id), "cast.html", _cast(edition, text, play))


def _list(edition: Edition) -> Plays:
    found = sorted(plays(edition), key=lambda one: words.sort_key(one[0].title))
    return Plays(
        frame=frame(edition, urls.CAST, _(LIST), sheet=urls.DOCUMENTS, section=urls.CAST),
        extent=words.count(len(found), "Stück", "Stücke"),
        rows=tuple(
            Listed(
                title=text.title,
                href=urls.relative(urls.cast(text.id), urls.CAST),
                language=foreign(text.language),
                byline=", ".join(text.authors),
                dated=words.years(text.dated),
                characters=len(play.characters),
                divisions=len(play.scenes),
                speeches=play.speeches,
            )
            for text, play in found
        ),
    )


def _cast(edition: Edition, text: Article, play: Play) -> Cast:
    path = urls.cast(text.id)
    most = max((one.words for one in play.characters), default=0) or 1
    speaking = sum(1 for one in play.characters if one.speeches)
    return Cast(
        frame=frame(
            edition,
            path,
            f"{text.title}: {_(TITLE)}",
            sheet=urls.DOCUMENTS,
            section=urls.CAST if several(edition) else path,
            data=(text.path,),
        ),
        language=text.language,
        text=Link(text.title, urls.relative(path_of(text), path), language=foreign(text.language)),
        extent=", ".join(
            (words.count(speaking, "Sprecher", "Sprecher"), words.count(play.speeches, "Rede", "Reden"))
        ),
        rows=tuple(
            Row(
                f"rolle-{place}",
                _name(edition, one, path),
                one.description,
                one.speeches,
                one.words,
                max(1, round(100 * one.words / most)) if one.words else 0,
            )
            for place, one in enumerate(play.characters, 1)
        ),
        divisions=tuple(_division(text, play, one, path) for one in play.scenes),
    )


def _name(edition: Edition, one: Character, path: str) -> Piece:
    """The name of a character, linked to the entry."""
    linked = one.pointer in edition.entities
    return Piece(one.name, urls.relative(urls.entity(one.pointer), path) if linked else "")


def _division(text: Article, play: Play, scene: Scene, path: str) -> Division:
    places = {one.id: (place, one.name) for place, one in enumerate(play.characters, 1)}
    return Division(
        title=scene.title or _untitled(scene),
        href=urls.relative(f"{path_of(text)}#{scene.anchor}", path),
        depth=min(scene.depth, 3),
        turns=tuple(
            Turn(places[name][1], f"#rolle-{places[name][0]}", number) for name, number in scene.speakers
        ),
        speeches=sum(number for _name, number in scene.speakers),
    )


def _untitled(scene: Scene) -> str:
    kind = DIVISIONS.get(scene.type, _("Abschnitt"))
    return f"{scene.number}. {kind}" if scene.number else kind
