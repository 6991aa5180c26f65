"""From files to facts: Source → Reading, all Readings → Edition. XPath and walks, never HTML."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from edition.model import Config, Edition, Entity, Mention, Quotation, Reading, Source
from edition.reading import authority, text


def of_source(source: Source) -> Reading:
    """The facts of one file."""
    if source.role == "authority":
        return authority.read(source)
    return text.read(source)


def edition(config: Config, readings: Iterable[Reading]) -> Edition:
    """All facts, gathered; entities in the order of their files, mentions in the order of the texts."""
    files = tuple(readings)
    entities = {entity.pointer: entity for file in files for entity in file.entities}
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for file in files:
        for mention in file.mentions:
            mentions[mention.pointer].append(mention)
    texts = [file.article for file in files if file.article]
    return Edition(
        config=config,
        articles=tuple(one for one in texts if one.role == "article"),
        pages=tuple(one for one in texts if one.role == "page"),
        entities=entities,
        references={f"source:{one.id}": one for file in files for one in file.references},
        relations=tuple(one for file in files for one in file.relations),
        mentions={pointer: tuple(found) for pointer, found in mentions.items()},
        quotations=tuple(_with_speaker(one, entities) for file in files for one in file.quotations),
        dates=tuple(one for file in files for one in file.dates),
        corrections=tuple(one for file in files for one in file.corrections),
        joins=tuple(one for file in files for one in file.joins),
        notes=tuple(one for file in files for one in file.notes),
    )


def _with_speaker(quotation: Quotation, entities: Mapping[str, Entity]) -> Quotation:
    """A quotation without `said` around it is spoken by the author of its work."""
    work = entities.get(quotation.source or "")
    if quotation.speaker or work is None:
        return quotation
    authors = [fact.target for fact in work.facts if fact.slug == "author" and fact.target]
    return replace(quotation, speaker=authors[0] if len(authors) == 1 else None)
