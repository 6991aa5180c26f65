"""What an article says: its blocks, mentions, quotations, dates and corrections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from edition import anchors, commented, datings
from edition.corpus import XML_ID, XML_LANG, Locator, every
from edition.kinds import BY_SLUG
from edition.layers import ANNOTATED, UNIT, has_layers
from edition.model import Article, Block, Correction, DateRef, Dating, Join, Mention, Reading, Source
from edition.reading import commentary, genres, quotations
from edition.transcript import DIPLOMATIC, Flat, block_of, blocks, flatten, local

CONTEXT = 90  # characters kept on each side of a mention
Places = Mapping[Any, str]


def read(source: Source) -> Reading:
    """The facts of one article or page."""
    units: list[Block] = []
    quoted: list[quotations.Found] = []
    mentions: list[Mention] = []
    dates: list[DateRef] = []
    corrections: list[Correction] = []
    joins: list[Join] = []
    noted, locate = commented.targets(source.tree.getroot()), Locator(source)
    for block in _blocks(source):
        flat = flatten(block)
        places = {element: one for element, one in anchors.of_block(block).items() if element in flat.spans}
        printed = flatten(block, DIPLOMATIC) if has_layers(block) else flat
        units.append(Block(block.get(XML_ID), block.get("n"), flat.text, printed.text, local(block)))
        here = quotations.of_block(source.id, block, flat, places)
        quoted += here
        mentions += _mentions(source.id, block, flat, places, [element for element, _ in here])
        dates += (
            replace(
                _date(source.id, block, flat, element, anchor),
                noted=commented.is_noted(element, noted),
                line=locate(element).line,
                column=locate(element).column,
            )
            for element, anchor in _of_name(places, "date")
        )
        corrections += _corrections(source.id, block, places, printed, flat)
        joins += commentary.joins(source.id, block, flat)
    for note in _noted(source):
        unit, found = _of_note(source.id, note)
        units += [unit] if unit else []
        mentions += found
    return Reading(
        path=source.path,
        digest=source.digest,
        article=_article(source, tuple(units)),
        named=tuple(one for one in anchors.pointed(source.tree) if one.partition(":")[0] in BY_SLUG),
        mentions=tuple(mentions),
        quotations=quotations.joined(quoted),
        dates=tuple(dates),
        corrections=tuple(corrections),
        joins=tuple(joins),
        notes=commentary.notes(source),
    )


def _blocks(source: Source) -> Iterator[Any]:
    for text in every(source.tree.getroot(), "t:text"):
        yield from blocks(text)


def _noted(source: Source) -> Iterator[Any]:
    """The notes of a text that are cited by themselves, as those of others are."""
    return (node for node in every(source.tree.getroot(), "t:text//t:note") if node.get(UNIT))


def _of_note(article: str, note: Any) -> tuple[Block | None, list[Mention]]:
    """What a note names. It belongs to the unit it stands in, and is one itself if it stands in none."""
    flat, home = flatten(note, ANNOTATED), block_of(note.getparent())
    places = {element: one for element, one in anchors.of_block(note).items() if element in flat.spans}
    found = list(_mentions(article, note, flat, places, ()))
    if home is None:
        return Block(note.get(XML_ID), note.get("n"), flat.text, flat.text, "note"), found
    return None, [replace(one, block=home.get(XML_ID), start=0) for one in found]


def _article(source: Source, units: tuple[Block, ...]) -> Article:
    root = source.tree.getroot()

    def words(xpath: str) -> tuple[str, ...]:
        return tuple(flatten(node).text.strip() for node in every(root, "t:teiHeader/" + xpath))

    def first(xpath: str) -> str:
        return next((str(value) for value in every(root, "t:teiHeader/" + xpath)), "")

    created = every(root, "t:teiHeader/t:profileDesc/t:creation/t:date")
    return Article(
        id=source.id,
        role=source.role,
        path=source.path,
        title=genres.title(root) or source.id,
        authors=genres.authors(root),
        language=root.get(XML_LANG, "de"),
        source_citation=next(iter(words("t:fileDesc/t:sourceDesc//t:bibl")), ""),
        version=first("t:fileDesc/t:editionStmt/t:edition/@n"),
        date=first("t:fileDesc/t:editionStmt//t:date/@when"),
        published=datings.of_element(created[0]) if created else Dating(),
        blocks=units,
        work=_work(root),
        keywords=words("t:profileDesc/t:textClass/t:keywords/t:term"),
        dated=genres.dated(root),
        filed=genres.filed(root),
        letter=genres.letter(root),
        play=genres.play(root),
    )


def _work(root: Any) -> str:
    """The entry of the lists that the header calls the source of the text."""
    sources = every(root, "t:teiHeader/t:fileDesc/t:sourceDesc//t:biblStruct[@corresp]")
    named = (pointer for source in sources for pointer in source.get("corresp").split())
    return next((pointer for pointer in named if pointer.partition(":")[0] == "work"), "")


def _mentions(
    article: str, block: Any, flat: Flat, places: Places, quoted: Sequence[Any]
) -> Iterator[Mention]:
    for element, anchor in places.items():
        start, end = flat.spans[element]
        inside = next((one for one in (element, *element.iterancestors()) if one in quoted), None)
        for pointer in anchors.pointers(element):
            yield Mention(
                pointer=pointer,
                article_id=article,
                anchor=anchor,
                block=block.get(XML_ID),
                form=flat.text[start:end].strip(),
                before=flat.text[max(0, start - CONTEXT) : start],
                after=flat.text[end : end + CONTEXT],
                direct=local(element) not in ("rs", "date"),
                inside=inside.get(XML_ID) if inside is not None else None,
                start=flat.begin(element),
            )


def _of_name(places: Places, name: str) -> Iterable[tuple[Any, str]]:
    return ((element, anchor) for element, anchor in places.items() if local(element) == name)


def _date(article: str, block: Any, flat: Flat, element: Any, anchor: str) -> DateRef:
    start, end = flat.spans.get(element, (0, 0))
    offsets = every(element, ".//t:offset/@type")
    events = [pointer for pointer in anchors.pointers(element) if pointer.startswith("event:")]
    return DateRef(
        article_id=article,
        anchor=anchor,
        block=block.get(XML_ID),
        form=flat.form(element),
        dating=datings.of_element(element),
        certainty=element.get("cert"),
        event=events[0] if events else None,
        relative_to=element.get("datingPoint"),
        duration=element.get("dur"),
        offset=str(offsets[0]) if offsets else None,
        id=element.get(XML_ID),
        before=flat.text[max(0, start - CONTEXT) : start],
        after=flat.text[end : end + CONTEXT],
        start=flat.begin(element) if element in flat.spans else 0,
    )


def _corrections(
    article: str, block: Any, places: Places, printed: Flat, corrected: Flat
) -> Iterator[Correction]:
    for element, anchor in _of_name(places, "choice"):
        sics, corrs = every(element, "t:sic"), every(element, "t:corr")
        for sic, corr in zip(sics, corrs, strict=False):
            yield Correction(
                article_id=article,
                anchor=anchor,
                block=block.get(XML_ID),
                printed=printed.form(sic) if sic in printed.spans else "",
                corrected=corrected.form(corr) if corr in corrected.spans else "",
                responsibility=corr.get("resp"),
                certainty=corr.get("cert"),
            )
