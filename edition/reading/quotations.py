"""Which words stand in quotation marks, what kind they are, and whose they are.

Marks are read from the text, so nothing between marks can be missing here; the element that holds the
opening mark says what they mean.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from edition.corpus import NS, XML_ID, XML_LANG
from edition.layers import UNIT
from edition.model import Quotation
from edition.transcript import Flat, local

# Element that holds the marks → what they mean; `quote` says it by its type.
_KINDS = {
    "soCalled": "term", "title": "title", "foreign": "foreign", "persName": "name", "placeName": "name",
    "orgName": "name", "objectName": "name", "name": "name",
}  # fmt: skip

Found = tuple[Any, Quotation]


def of_block(article: str, block: Any, flat: Flat, places: Mapping[Any, str]) -> list[Found]:
    """One value for each pair of marks in a block, with its element; interrupted ones part by part.

    In TEI of others no rule ties marks to elements: there, only what an element by itself holds is a quotation, and only if
    that element can be pointed to.
    """
    owners = [owner for _, _, owner in flat.marks]
    listed = owners
    if block.get(UNIT) is not None:
        counted = Counter(_anchor(owner, block, places) for owner in owners)
        listed = [one for one in owners if one is not block and counted[_anchor(one, block, places)] == 1]
    return [(owner, _quotation(article, block, owner, owners, flat, places)) for owner in listed]


def _anchor(owner: Any, block: Any, places: Mapping[Any, str]) -> str:
    return str(owner.get(XML_ID) or places.get(owner) or block.get(XML_ID))


def _quotation(
    article: str, block: Any, owner: Any, owners: Sequence[Any], flat: Flat, places: Mapping[Any, str]
) -> Quotation:
    above = [owner, *owner.iterancestors()]
    anchor = _anchor(owner, block, places)
    name = local(owner)
    return Quotation(
        id=anchor,
        article_id=article,
        block=block.get(XML_ID),
        parts=((anchor, flat.form(owner)),),
        kind=owner.get("type", "") if name == "quote" else _KINDS.get(name, ""),
        speaker=_first(above, "said", "who") or _author_beside(owner),
        source=owner.get("source") or _first(above, "quote", "source"),
        language=next((one.get(XML_LANG) for one in above if one.get(XML_LANG)), "und"),
        level=sum(1 for one in above if one in owners),
        places=((block.get(XML_ID), flat.begin(owner)),),
        certainty=next(
            (one.get("cert") for one in above if one.get("source") and local(one) == "quote"), None
        ),
        pages=_pages_beside(owner),
    )


def _first(elements: Sequence[Any], name: str, attribute: str) -> str | None:
    return next((one.get(attribute) for one in elements if local(one) == name), None)


def _author_beside(owner: Any) -> str | None:
    """Whose words an epigraph gives: the author named beside it in `cit`."""
    above = owner.getparent()
    names = above.xpath("t:bibl/t:author//@ref", namespaces=NS) if local(above) == "cit" else []
    return str(names[0]) if names else None


def _pages_beside(owner: Any) -> str | None:
    """The pages that the text gives for a quotation, in the `cit` around it."""
    cited = next((one for one in owner.iterancestors() if local(one) == "cit"), None)
    scopes = cited.xpath("t:bibl//t:biblScope", namespaces=NS) if cited is not None else []
    return "".join(scopes[0].itertext()).strip() if scopes else None


def joined(found: Sequence[Found]) -> tuple[Quotation, ...]:
    """Quotations with their later parts (@next) gathered under the first."""
    by_id = {value.id: value for _, value in found}
    following = {value.id: (element.get("next") or "").lstrip("#") for element, value in found}
    later = set(following.values())
    return tuple(_whole(value, by_id, following) for _, value in found if value.id not in later)


def _whole(first: Quotation, by_id: Mapping[str, Quotation], following: Mapping[str, str]) -> Quotation:
    parts, places, name = first.parts, first.places, following[first.id]
    while name in by_id and len(parts) <= len(by_id):
        part, name = by_id[name], following[name]
        parts, places = parts + part.parts, places + part.places
    return replace(first, parts=parts, places=places)
