"""What the edition says of a text: its notes with the passages they belong to, and the joined paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from edition import anchors
from edition.corpus import XML_ID, XML_LANG, every
from edition.model import Join, Note, Passage, Source
from edition.transcript import ANNOTATED, Flat, block_of, flatten

Block = tuple[Mapping[Any, str], Flat]  # the anchors of a block, and its text
AROUND = 40  # characters shown on each side of a join


def notes(source: Source) -> tuple[Note, ...]:
    """The notes of a file, in the order it has them."""
    root = source.tree.getroot()
    by_id = {node.get(XML_ID): node for node in every(root, "t:text//*[@xml:id]")}
    blocks: dict[Any, Block] = {}  # many notes stand in one
    return tuple(
        _note(source.id, node, by_id, blocks)
        for node in every(root, "t:standOff/t:listAnnotation/t:annotation")
    )


def _note(article: str, annotation: Any, by_id: dict[str, Any], blocks: dict[Any, Block]) -> Note:
    body = every(annotation, "t:note")[0]
    flat = flatten(body, ANNOTATED)
    targets = [by_id.get(pointer.lstrip("#")) for pointer in (annotation.get("target") or "").split()]
    return Note(
        id=annotation.get(XML_ID),
        article_id=article,
        type=body.get("type", ""),
        passages=tuple(_passage(node, blocks) for node in targets if node is not None),
        text=flat.text,
        sources=tuple((body.get("source") or "").split()),
        certainty=body.get("cert"),
        responsibility=body.get("resp"),
        foreign=tuple(_foreign(body, flat)),
    )


def _foreign(body: Any, flat: Flat) -> Iterator[tuple[int, int, str]]:
    """The outermost stretches of a note that state a language of their own, without spaces at their ends."""
    done = 0
    for node in every(body, ".//*[@xml:lang]"):
        begin, end = flat.spans.get(node, (0, 0))
        words = flat.text[begin:end]
        begin, end = end - len(words.lstrip()), begin + len(words.rstrip())
        if done <= begin < end:
            done = end
            yield begin, end, node.get(XML_LANG)


def _passage(element: Any, blocks: dict[Any, Block]) -> Passage:
    block = block_of(element)
    home = block if block is not None else element
    if home is element:  # a note on a whole paragraph is no note on each thing in it
        return Passage(home.get(XML_ID), element.get(XML_ID), "", end=len(flatten(home).text))
    if home not in blocks:
        blocks[home] = (anchors.of_block(home), flatten(home))
    places, flat = blocks[home]
    within = (places.get(node) or node.get(XML_ID) for node in every(element, ".//*"))
    begin, end = flat.spans[element]
    return Passage(
        block=home.get(XML_ID),
        anchor=places.get(element) or element.get(XML_ID),
        words=flat.form(element),
        inside=tuple(anchor for anchor in within if anchor),
        end=begin + len(flat.text[begin:end].rstrip()),
        start=flat.begin(element),
    )


def joins(article: str, block: Any, flat: Flat) -> Iterator[Join]:
    """The joined paragraphs of one block, with the words on both sides."""
    for node in every(block, ".//t:milestone[@unit='join']"):
        place = flat.spans.get(node, (0, 0))[0]
        yield Join(
            article_id=article,
            anchor=node.get(XML_ID),
            block=block.get(XML_ID),
            before=flat.text[max(0, place - AROUND) : place],
            after=flat.text[place : place + AROUND],
        )
