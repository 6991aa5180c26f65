"""What the authority lists say: entities, relations, and the sources both rest on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edition import datings, identifiers
from edition.anchors import pointers
from edition.corpus import XML_ID, XML_LANG, Locator, every
from edition.kinds import KINDS, FactRule, Kind
from edition.model import (
    Dating,
    Entity,
    Fact,
    Identifier,
    Name,
    Reading,
    Reference,
    Relation,
    Remark,
    Source,
)
from edition.transcript import ANNOTATED, flatten, local

SOURCES = "sources"
_IN_LISTS = "//t:standOff//t:{}[@xml:id][not(ancestor::t:relatedItem)]"


def read(source: Source) -> Reading:
    """The entries of one authority file; `sources.xml` holds references, the others a kind each."""
    root, locate = source.tree.getroot(), Locator(source)
    kind = next((row for row in KINDS if row.plural == source.id), None)
    entries = every(root, _IN_LISTS.format(kind.element)) if kind else []
    return Reading(
        path=source.path,
        digest=source.digest,
        entities=tuple(_entity(entry, kind, source.path, locate) for entry in entries if kind),
        relations=tuple(_relation(node, locate) for node in every(root, "//t:listRelation/t:relation")),
        references=tuple(_references(root, locate)) if source.id == SOURCES else (),
    )


def _words(element: Any) -> str:
    return flatten(element).text.strip()


def _tokens(element: Any, name: str) -> tuple[str, ...]:
    return tuple((element.get(name) or "").split())


def _entity(entry: Any, kind: Kind, path: str, locate: Locator) -> Entity:
    names = [_name(node) for node in every(entry, kind.name)]
    preferred = next((name.text for name in names if name.type == "preferred"), "")
    notes = every(entry, "t:note[@type='description']")
    return Entity(
        id=entry.get(XML_ID),
        kind=kind.slug,
        name=preferred or (names[0].text if names else entry.get(XML_ID)),
        type=entry.get("type"),
        other_names=tuple(name for name in names if name.type != "preferred"),
        description=_words_of_note(notes[0]) if notes else "",
        grounds=_tokens(notes[0], "source") if notes else (),
        named=tuple(_named(entry, notes[:1], kind)),
        facts=tuple(_fact(node, rule) for rule in kind.facts for node in every(entry, rule.xpath)),
        identifiers=tuple(
            _identifier(node) for node in every(entry, ".//t:idno[not(ancestor::t:relatedItem)]")
        ),
        remarks=tuple(
            Remark(_words_of_note(note), _tokens(note, "source"))
            for note in every(entry, "t:note[not(@type='description')]")
        ),
        path=path,
        line=locate(entry).line,
        column=locate(entry).column,
    )


def _named(entry: Any, notes: list[Any], kind: Kind) -> Iterator[str]:
    """The entries that a description names, each once, in their order."""
    itself = f"{kind.slug}:{entry.get(XML_ID)}"
    found = (pointer for note in notes for node in every(note, ".//*[@ref]") for pointer in pointers(node))
    yield from (pointer for pointer in dict.fromkeys(found) if pointer != itself)


def _words_of_note(note: Any) -> str:
    return flatten(note, ANNOTATED).text.strip()


def _name(node: Any) -> Name:
    return Name(
        text=_words(node),
        type=node.get("type", ""),
        language=node.get(XML_LANG),
        dating=datings.of_element(node),
        sources=_tokens(node, "source"),
    )


def _fact(node: Any, rule: FactRule) -> Fact:
    """One fact; `rule.xpath` leads to an element of the entry or, with `self::`, to the entry itself."""
    if rule.slug == "where":  # event/@where says no more than the place
        return Fact(rule.slug, "", target=node.get("where"), sources=_tokens(node, "source"))
    itself = rule.xpath.startswith("self::")
    described = local(node) == "bibl"  # a description of another edition: words only
    targets = [] if itself or described else node.xpath(".//@ref | .//@target")
    notes = [] if itself else every(node, "t:note")
    return Fact(
        slug=rule.slug,
        text="" if itself else _fact_words(node),
        target=str(targets[0]) if targets else None,
        dating=Dating() if described else datings.of_element(_dated_part(node)),
        sources=_tokens(node, "source"),
        certainty=node.get("cert"),
        note=_words_of_note(notes[0]) if notes else "",
    )


def _dated_part(node: Any) -> Any:
    """The element that carries the date: itself, or the first `date` inside."""
    if datings.of_element(node):
        return node
    inner = every(node, ".//t:date")
    return inner[0] if inner else node


def _fact_words(node: Any) -> str:
    """The words of a fact; a date, and the label of a dated event, say what the dating says already."""
    if local(node) == "date" and datings.of_element(node):
        return ""
    if local(node) == "bibl":
        parts = (_part_of_bibl(child) for child in node if local(child) not in ("", "note"))
        return ", ".join(part for part in parts if part)
    return "" if local(node) == "event" else _words(node)


def _part_of_bibl(child: Any) -> str:
    words = _words(child)
    return f"{child.get('type')} {words}" if local(child) == "idno" else words


def _identifier(node: Any) -> Identifier:
    scheme = node.get("subtype") or node.get("type") or ""
    value, address = identifiers.split(scheme, _words(node))
    return Identifier(scheme, value, address, _tokens(node, "source"))


def _relation(node: Any, locate: Locator) -> Relation:
    place = locate(node)
    mutual = _tokens(node, "mutual")
    return Relation(
        name=node.get("name", ""),
        active=mutual or _tokens(node, "active"),
        passive=_tokens(node, "passive"),
        mutual=bool(mutual),
        sources=_tokens(node, "source"),
        certainty=node.get("cert"),
        dating=datings.of_element(node),
        line=place.line,
        column=place.column,
    )


def _references(root: Any, locate: Locator) -> list[Reference]:
    found = []
    for entry in every(root, "//t:standOff//t:bibl[@xml:id]"):
        place = locate(entry)
        titles, notes = every(entry, "t:title"), every(entry, "t:note")
        found.append(
            Reference(
                id=entry.get(XML_ID),
                title=_words(titles[0]) if titles else _words(entry),
                targets=tuple(str(target) for target in every(entry, ".//t:ref/@target")),
                note=" ".join(_words_of_note(note) for note in notes),
                line=place.line,
                column=place.column,
            )
        )
    return found
