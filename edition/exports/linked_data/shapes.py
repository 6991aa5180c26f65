"""What the graph promises, as SHACL (W3C, Rec. 2017): `shapes.ttl` with the addresses and relations of an edition."""

from __future__ import annotations

from edition import citation, resources
from edition.linked import addresses, relations
from edition.model import Config, Edition

_RELATION = "shape:Entry sh:property [ sh:path {} ; sh:nodeKind sh:IRI ; sh:property shape:has-page ] ."


def shapes(config: Config, edition: Edition) -> bytes:
    """The shapes; each relation of the edition's own leads to an entry."""
    text = resources.shapes().replace("{shapes}", citation.address(config, addresses.SHAPES))
    text = text.replace("{terms}", addresses.term(config, ""))
    own = (_RELATION.format(name) for name in relations.own_terms(edition))
    return "\n".join([text.rstrip(), "", *own, ""]).encode("utf-8")
