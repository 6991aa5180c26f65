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
from functools import cached_property

from msgspec.structs import replace

from edition import interface, pages, searching
from edition.model import Article, Edition, Reading
from edition.pressing import Job, Press, Tongue
from edition.remembering import digest
from edition.searching import Stretch


class Keys:
    """The keys of the jobs of an edition, whose files are `readings`."""

    def __init__(self, edition: Edition, readings: Iterable[Reading], program: str) -> None:
        self.edition, self.program = edition, program
        self.readings = tuple(readings)

    def of(self, given: Press, jobs: Iterable[Job]) -> Mapping[Job, str]:
        """The digest of all that each job depends on."""
        files = (sorted(given.offered.items()), sorted(given.images), given.guidelines)
        common: dict[Tongue, str] = {}
        found: dict[Job, str] = {}
        for job in jobs:
            tongue = job[2]
            if tongue not in common:
                with interface.speaking(tongue.language, tongue.folder):
                    common[tongue] = digest(self._facts, files, tongue, pages.common(self.edition))
            found[job] = digest(common[tongue], self._besides(job))
        return found

    def _besides(self, job: Job) -> object:
        """What one job depends on and others of its language may not."""
        sort, name, _ = job
        if sort == "text":
            return self._digests[name]
        if sort == "entity":
            return [self._digests[text] for text in self._naming.get(name, ())]
        return self._everything

    def of_part(self, stretch: Stretch) -> tuple[str, str]:
        """Name and key of a part of the index: its things, what is known of them, and the lists."""
        zone, start, stop = stretch
        ids = self._ids[zone][start:stop]
        return f"part {zone} {ids[0]}", digest(self._facts, ids, self._known(zone, ids))

    def _known(self, zone: str, ids: Sequence[str]) -> object:
        if zone == searching.ENTRY:
            return None  # the lists, which all have in common
        return self._everything if zone == searching.NOTE else [self._digests[name] for name in ids]

    @cached_property
    def _ids(self) -> Mapping[str, Sequence[str]]:
        return searching.zones(self.edition)

    @cached_property
    def _facts(self) -> str:
        """What everything has in common."""
        edition = self.edition
        lists = [one.digest for one in self.readings if one.article is None]
        texts = [_head(text) for text in (*edition.articles, *edition.pages)]
        return digest(self.program, edition.config, lists, texts)

    @cached_property
    def _digests(self) -> Mapping[str, str]:
        return {one.article.id: one.digest for one in self.readings if one.article}

    @cached_property
    def _everything(self) -> str:
        return digest([one.digest for one in self.readings])

    @cached_property
    def _naming(self) -> Mapping[str, Iterable[str]]:
        """The texts that each entry depends on."""
        entities = self.edition.entities
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
