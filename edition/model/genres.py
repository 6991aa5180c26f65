"""What the genre of a document adds to its facts: letters have correspondents, plays have characters and scenes."""

from __future__ import annotations

from msgspec import Struct

from edition.model.entities import UNDATED, Dating
from edition.model.pickled import pickled

SENT, RECEIVED = "sent", "received"


@pickled
class Named(Struct, frozen=True):
    """Who or what a header names: its words, and the entry it points to, if the lists have one."""

    words: str
    pointer: str = ""
    kind: str = "person"  # Kind.slug, known also where there is no entry
    certainty: str = ""  # @cert
    evidence: str = ""  # @evidence: "conjecture" where it does not stand in the letter itself


@pickled
class Action(Struct, frozen=True):
    """A step on the way of a letter: TEI `correspAction`."""

    type: str  # "sent", "received", "transmitted" …, or nothing
    agents: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    dating: Dating = UNDATED
    dated: str = ""  # the date in the words of the header
    certainty: str = ""  # of the date
    evidence: str = ""


@pickled
class Letter(Struct, frozen=True):
    """A document with a description of its correspondence: TEI `correspDesc`."""

    actions: tuple[Action, ...]
    former: str = ""  # slug of the letter that the header names before this one
    following: str = ""

    def action(self, type_: str) -> Action:
        """The first step of this type, or an empty one."""
        return next((one for one in self.actions if one.type == type_), Action(type_))

    @property
    def correspondents(self) -> tuple[Named, ...]:
        """Who sent and who received it, each once, in this order."""
        both = (*self.action(SENT).agents, *self.action(RECEIVED).agents)
        return tuple({one.pointer or one.words: one for one in both}.values())


@pickled
class Character(Struct, frozen=True):
    """Somebody who speaks in a play, or is listed among its persons; `words` counts what they say."""

    id: str
    name: str
    speeches: int = 0
    words: int = 0
    description: str = ""  # of the list of persons: TEI `roleDesc`
    pointer: str = ""  # of the entry in the lists


@pickled
class Scene(Struct, frozen=True):
    """A division of a play that holds speeches, itself or in its parts."""

    anchor: str  # id of the first unit in it
    title: str
    depth: int  # 0 outermost
    type: str = ""
    number: str = ""  # div/@n
    speakers: tuple[
        tuple[str, int], ...
    ] = ()  # ids of characters with the number of their speeches, not in its parts


@pickled
class Play(Struct, frozen=True):
    """A document in which characters speak."""

    characters: tuple[Character, ...]
    scenes: tuple[Scene, ...]
    speeches: int  # those of several at once count once
