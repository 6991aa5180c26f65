"""Nodes as Turtle. No library: the nodes hold few kinds of values, and rdflib alone takes longer to load than this to write.

Addresses of the edition are relative to its own (`@base`); terms have the prefixes of the context.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from edition import linked
from edition.linked import Node, addresses
from edition.model import Config

_ESCAPED = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t"}
_SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f]')


def turtle(config: Config, nodes: Iterable[Node]) -> bytes:
    """The nodes as a document, in their order."""
    writer = _Writer(config)
    parts = [writer.head(), *(writer.block(node) for node in nodes)]
    return ("\n\n".join(parts) + "\n").encode("utf-8")


class _Writer:
    """How one edition's addresses and terms are written."""

    def __init__(self, config: Config) -> None:
        self.base = addresses.edition(config)
        self.prefixes = {
            name: value for name, value in linked.context(config).items() if not name.startswith("@")
        }

    def head(self) -> str:
        """Base and prefixes."""
        lines = [f"@prefix {name}: <{value}> ." for name, value in sorted(self.prefixes.items())]
        return "\n".join([f"@base <{self.base}> .", *lines])

    def block(self, node: Node) -> str:
        """What is said of one subject."""
        said = [self._said(key, value) for key, value in node.items() if key != "@id"]
        return f"{self._iri(node['@id'])}\n    " + " ;\n    ".join(said) + " ."

    def _said(self, key: str, value: Any) -> str:
        values = value if isinstance(value, list) else [value]
        if key == "@type":
            return "a " + ", ".join(_term(one) for one in values)
        return f"{_term(key)} " + ", ".join(self._value(one) for one in values)

    def _value(self, value: Any) -> str:
        if isinstance(value, Mapping):
            return self._iri(value["@id"]) if "@id" in value else _literal(value)
        return str(value) if isinstance(value, int) else _quoted(value)

    def _iri(self, address: str) -> str:
        if address.partition(":")[0] in self.prefixes:
            return address
        return f"<{address.removeprefix(self.base)}>"


def _term(name: str) -> str:
    return name if ":" in name else f"schema:{name}"


def _literal(value: Mapping[str, str]) -> str:
    language, datatype = value.get("@language"), value.get("@type")
    mark = f"@{language}" if language else f"^^{datatype}" if datatype else ""
    return _quoted(value["@value"]) + mark


def _quoted(text: str) -> str:
    return '"' + _SPECIAL.sub(lambda sign: _ESCAPED.get(sign[0], f"\\u{ord(sign[0]):04X}"), text) + '"'
