"""Who speaks in a play, how much, and in which of its scenes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from edition.corpus import XML_ID, every
from edition.layers import ENTRY
from edition.model import Character, Play, Scene
from edition.transcript import blocks, flatten, local

DIVISIONS = frozenset({"div", "prologue", "epilogue", "performance"})
_ACTS = frozenset({"act", "scene", "prologue", "epilogue", "akt", "szene", "aufzug", "auftritt", "tableau"})
_WORD = re.compile(r"[^\W_]+(?:['’ʼ‐‑-][^\W_]+)*")
_ENDS = " .:,;–—-"


def play(root: Any) -> Play | None:
    """The play that a document is; nothing where nobody speaks. What is counted is the reading text."""
    speeches = every(root, "t:text//t:sp")
    if not speeches:
        return None
    company = _Company(root)
    turns: Counter[str] = Counter()
    words: Counter[str] = Counter()
    scenes: dict[Any, Counter[str]] = {}
    for speech in speeches:
        who, count = company.speaking(speech), len(_WORD.findall(_spoken(speech)))
        turns.update(who)
        words.update(dict.fromkeys(who, count))
        scenes.setdefault(_division(speech), Counter()).update(who)
    return Play(
        characters=tuple(
            replace(one, speeches=turns[one.id], words=words[one.id], pointer=company.entries.get(one.id, ""))
            for one in company.characters.values()
        ),
        scenes=tuple(_scenes(root, scenes)),
        speeches=len(speeches),
    )


def _division(speech: Any) -> Any | None:
    return next((above for above in speech.iterancestors() if local(above) in DIVISIONS), None)


def _spoken(speech: Any) -> str:
    """What is said in a speech: neither who says it nor what is done meanwhile."""
    return " ".join(_without_stage(unit) for unit in blocks(speech) if not _beside(unit, speech))


def _beside(unit: Any, speech: Any) -> bool:
    for one in (unit, *unit.iterancestors()):
        if one is speech:
            return False
        if local(one) in ("speaker", "stage"):
            return True
    return False


def _without_stage(unit: Any) -> str:
    flat = flatten(unit)
    spans = sorted(flat.spans[one] for one in every(unit, ".//t:stage") if one in flat.spans)
    parts, done = [], 0
    for start, end in spans:
        parts.append(flat.text[done:start])
        done = max(done, end)
    return " ".join((*parts, flat.text[done:]))


def _scenes(root: Any, speaking: Mapping[Any, Counter[str]]) -> Iterator[Scene]:
    """The divisions with speeches in them, in the order of the text, and those that are called acts or scenes."""
    holding = {
        above for one in speaking for above in (one, *(one.iterancestors() if one is not None else ()))
    }
    for text in every(root, "t:text"):
        for division in text.iter("{*}*"):
            if local(division) in DIVISIONS and (
                division in holding or division.get("type", "").lower() in _ACTS
            ):
                first = next(blocks(division), None)
                if first is not None:
                    yield Scene(
                        anchor=first.get(XML_ID),
                        title=" ".join(flatten(head).text.strip(_ENDS) for head in every(division, "t:head")),
                        depth=sum(1 for above in division.iterancestors() if local(above) in DIVISIONS),
                        type=(division.get("type") or local(division)).lower(),
                        number=division.get("n") or "",
                        speakers=tuple(speaking.get(division, Counter()).items()),
                    )


class _Company:
    """The characters by their ids: from the header, else from the list of persons, else as they first speak."""

    def __init__(self, root: Any) -> None:
        self.characters: dict[str, Character] = {}
        self.called: dict[str, str] = {}  # plain name → id
        self.entries: dict[str, str] = {}  # id → pointer
        for person in every(
            root, "t:teiHeader//t:particDesc//*[self::t:person or self::t:personGrp][@xml:id]"
        ):
            names = [flatten(name).text.strip() for name in every(person, "t:persName | t:name")]
            self.add(person.get(XML_ID), *names)
            self.entries[person.get(XML_ID)] = person.get(ENTRY) or ""
        for item in every(root, "t:text//t:castItem"):
            self.cast(item)

    def add(self, name: str, *names: str) -> str:
        """A character, unless it is known; its first name is the one it is shown by."""
        said = next((one for one in names if one), name)
        self.characters.setdefault(name, Character(name, said))
        for one in names:
            self.called.setdefault(_plain(one), name)
        return name

    def cast(self, item: Any) -> None:
        roles = every(item, ".//t:role")
        for role in roles or [item]:
            words = flatten(role).text.strip(_ENDS)
            pointed = _ids(role.get("corresp") or item.get("corresp") or "")
            known = role.get(XML_ID) or next(iter(pointed), "") or self.called.get(_plain(words), "")
            if not words or (not roles and not known):
                continue
            name = self.add(
                known if known and not _made(known) else self.called.get(_plain(words), _plain(words)), words
            )
            said = " ".join(flatten(one).text.strip(_ENDS) for one in every(item, ".//t:roleDesc"))
            self.characters[name] = replace(self.characters[name], description=said)

    def speaking(self, speech: Any) -> tuple[str, ...]:
        """Who speaks: those @who points to, else whoever is called like the speaker."""
        words = " ".join(flatten(one).text.strip(_ENDS) for one in every(speech, "t:speaker"))
        who = _ids(speech.get("who") or "")
        pointers = (speech.get(ENTRY) or "").split()
        for token, pointer in zip((speech.get("who") or "").split(), pointers, strict=False):
            for one in _ids(token):
                self.entries.setdefault(one, "" if pointer == "-" else pointer)
        if not who:
            known = self.called.get(_plain(words))
            return (known or self.add(_plain(words), words),) if words else ()
        for one in who:
            self.add(one, *((words,) if len(who) == 1 and one not in self.characters else ()))
        return who


def _made(name: str) -> bool:
    """Whether an id was made by the tool that adopted the file and is no name of anybody."""
    return re.fullmatch(r"(?:role|castItem|item)-\d+", name) is not None


def _ids(value: str) -> tuple[str, ...]:
    """The ids that pointers end in: `#jost`, `cast.xml#jost`, `c:jost`."""
    return tuple(dict.fromkeys(filter(None, (re.split(r"[#:]", token)[-1] for token in value.split()))))


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).strip(_ENDS)
