"""What facts rest on: the entries of the list of sources. Not every one is a document (»Allgemeines Wissen«)."""

from __future__ import annotations

from edition import urls
from edition.linked import addresses
from edition.linked.claims import Node, filled, ref
from edition.model import Config, Reference

_WEB = ("https://", "http://")


def named(config: Config, pointer: str) -> str:
    """A source is named by its entry in the list."""
    return addresses.at(config, urls.reference(pointer))


def node(config: Config, one: Reference) -> Node:
    """A source with its title, its addresses and what is noted of it."""
    return filled(
        **{"@id": named(config, f"source:{one.id}"), "@type": "prov:Entity"},
        name=one.title,
        url=[ref(target) for target in one.targets if target.startswith(_WEB)],
        **{"skos:note": one.note},
    )
