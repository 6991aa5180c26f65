"""What each piece of work depends on, as a digest. Coarse on purpose: what is not surely apart belongs together.

| work | depends on |
|---|---|
| every page | program, settings, lists, all that is known of the texts but their words, the navigation, addresses in registers |
| page of a text | besides, its file |
| page of an entry | besides, the files that name it: in any attribute, or through a work that they name and that names it |
| part of the index of the search | its texts, the settings and the lists; of notes, entries and own pages: everything |
| what is computed of all | everything |
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from edition import interface, pages, searching
from edition.model import Article, Reading
from edition.pressing import Job, Press
from edition.remembering import digest
from edition.searching import Stretch


class Keys:
    """The keys of the jobs of an edition, whose files are `readings`."""

    def __init__(self, given: Press, readings: Iterable[Reading], program: str) -> None:
        self.given, self.program = given, program
        self.readings = tuple(readings)
        self._common: dict[tuple[str, str], str] = {}

    def of(self, job: Job) -> str:
        """The digest of all that a job depends on."""
        sort, name, tongue = job
        if (tongue.language, tongue.folder) not in self._common:
            with interface.speaking(tongue.language, tongue.folder):
                self._common[tongue.language, tongue.folder] = digest(
                    self._settled, tongue, pages.common(self.given.edition)
                )
        common = self._common[tongue.language, tongue.folder]
        if sort == "text":
            return digest(common, self._digests[name])
        if sort == "entity":
            return digest(common, [self._digests[text] for text in self._naming.get(name, ())])
        return digest(common, self._everything)

    def of_part(self, stretch: Stretch) -> tuple[str, str]:
        """Name and key of a part of the index: its things, what is known of them, and the lists."""
        zone, start, stop = stretch
        ids = self._ids[zone][start:stop]
        return f"part {zone} {ids[0]}", digest(self._settled, ids, self._known(zone, ids))

    def _known(self, zone: str, ids: Sequence[str]) -> object:
        if zone == searching.ENTRY:
            return None  # the lists, which all have in common
        return self._everything if zone == searching.NOTE else [self._digests[name] for name in ids]

    @cached_property
    def _ids(self) -> Mapping[str, Sequence[str]]:
        return searching.zones(self.given.edition)

    @cached_property
    def _settled(self) -> str:
        """What all pages have in common in every language."""
        given, edition = self.given, self.given.edition
        lists = [one.digest for one in self.readings if one.article is None]
        texts = [_head(text) for text in (*edition.articles, *edition.pages)]
        files = (sorted(given.offered.items()), sorted(given.images), given.guidelines)
        return digest(self.program, edition.config, lists, texts, files)

    @cached_property
    def _digests(self) -> Mapping[str, str]:
        return {one.article.id: one.digest for one in self.readings if one.article}

    @cached_property
    def _everything(self) -> str:
        return digest([one.digest for one in self.readings])

    @cached_property
    def _naming(self) -> Mapping[str, Iterable[str]]:
        """The texts that each entry depends on."""
        entities = self.given.edition.entities
        behind = {
            pointer: {fact.target for fact in entity.facts if fact.target}
            for pointer, entity in entities.items()
        }
        found: dict[str, list[str]] = defaultdict(list)
        for one in self.readings:
            if one.article:
                named = {*one.named, one.article.work}
                for pointer in sorted(named.union(*(behind.get(pointer, ()) for pointer in named))):
                    found[pointer].append(one.article.id)
        return found


def _head(text: Article) -> Article:
    """All that is known of a text but what it says."""
    return replace(text, blocks=())
