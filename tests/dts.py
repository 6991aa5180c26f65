"""A client of Distributed Text Services that knows only the specification: for files and for a server alike.

The templates are expanded by rules of our own here (RFC 6570, 3.2), and trees are walked from `parent`, so that the
engine is not measured by itself.
"""

from __future__ import annotations

import http.client
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import quote, unquote, urlsplit

import jsonschema
from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
WRAPPER = "{https://w3id.org/api/dts#}wrapper"
Unit = dict[str, Any]


@dataclass(frozen=True)
class Response:
    status: int
    body: bytes
    headers: Mapping[str, str]

    @property
    def json(self) -> Any:
        assert self.status == 200, (self.status, self.body[:300])
        return json.loads(self.body)


class Client(Protocol):
    """Where answers come from; `entry` is the address of the entry."""

    entry: str

    def fetch(self, url: str) -> Response: ...


@dataclass(frozen=True)
class Files:
    """The files of the export as a host of files would give them."""

    base_url: str
    files: Mapping[str, bytes]

    @property
    def entry(self) -> str:
        return f"{self.base_url}data/dts/index.jsonld"

    def fetch(self, url: str) -> Response:
        assert url.startswith(self.base_url), url
        body = self.files.get(unquote(url.removeprefix(self.base_url)))
        return Response(404, b"", {}) if body is None else Response(200, body, {})


@dataclass(frozen=True)
class Server:
    """A server on this machine."""

    port: int

    @property
    def entry(self) -> str:
        return f"http://127.0.0.1:{self.port}/dts/"

    def fetch(self, url: str, method: str = "GET") -> Response:
        parts = urlsplit(url)
        assert parts.netloc == f"127.0.0.1:{self.port}", url
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, url.partition(parts.netloc)[2])
            answer = connection.getresponse()
            return Response(answer.status, answer.read(), dict(answer.getheaders()))
        finally:
            connection.close()


def expand(template: str, **values: Any) -> str:
    """A template as RFC 6570 has it expanded, for values that are strings or numbers; None is undefined."""

    def one(found: re.Match[str]) -> str:
        sign = found[1][0] if found[1][0] in "/;?&" else ""
        words = []
        for name in found[1].removeprefix(sign).split(","):
            if values.get(name) is not None:
                value = quote(str(values[name]), safe="")
                words.append(f"{name}={value}" if sign in (";", "?", "&") and sign else value)
        joint = {"": ",", "?": "&"}.get(sign, sign)
        return (sign + joint.join(words)) if words else ""

    return re.sub(r"\{([^}]+)\}", one, template)


def names(template: str) -> set[str]:
    """The variables of a template."""
    return {name for found in re.findall(r"\{[/;?&]?([^}]+)\}", template) for name in found.split(",")}


@dataclass(frozen=True)
class Dts:
    """What a client does, by the names the specification gives it."""

    client: Client

    @property
    def entry(self) -> Any:
        return self.client.fetch(self.client.entry).json

    def collection(self, **values: Any) -> Any:
        return self.client.fetch(expand(self.entry["collection"], **values)).json

    def resource(self, identifier: str) -> Any:
        return self.collection(id=identifier)

    def navigation(self, resource: Mapping[str, Any], **values: Any) -> Response:
        return self.client.fetch(expand(resource["navigation"], resource=resource["@id"], **values))

    def document(self, resource: Mapping[str, Any], **values: Any) -> Response:
        return self.client.fetch(expand(resource["document"], resource=resource["@id"], **values))

    def resources(self) -> list[Any]:
        """Every text, found from the root: as the official client does, one collection below it."""
        members = self.collection()["member"]
        assert all(one["@type"] == "Collection" for one in members), "clients expect no text in the root"
        found = [self.collection(id=one["@id"])["member"] for one in members]
        return [one for listed in found for one in listed if one["@type"] == "Resource"]

    def units(self, resource: Mapping[str, Any]) -> list[Unit]:
        found: list[Unit] = self.navigation(resource, down=-1).json["member"]
        return found


def expected(
    units: Sequence[Unit], down: int, ref: str | None = None, start: str | None = None, end: str | None = None
) -> list[str]:
    """Identifiers of the members that the table of the specification wants (»Usage of down, ref, start and end«)."""
    inside: dict[str | None, list[str]] = {}
    level = {one["identifier"]: one["level"] for one in units}
    parent = {one["identifier"]: one["parent"] for one in units}
    for one in units:
        inside.setdefault(one["parent"], []).append(one["identifier"])

    def tree(top: str | None, depth: int) -> list[str]:
        below = [] if depth == 0 else [name for one in inside.get(top, ()) for name in tree(one, depth - 1)]
        return ([top] if top is not None else []) + below

    if start and end:
        order = tree(None, -1)
        last = tree(end, -1)[-1]
        part = order[order.index(start) : order.index(last) + 1]
        deepest = max(level[start], level[end]) + down
        return [one for one in part if down == -1 or level[one] <= deepest]
    if down == 0:
        return inside[parent[str(ref)]]
    return tree(ref, down)


def wrapped(document: bytes) -> Any:
    """The wrapper of a passage, of which there is one, in a document whose root is TEI."""
    root = etree.fromstring(document)
    assert root.tag == f"{TEI}TEI"
    found = root.findall(f".//{WRAPPER}")
    assert len(found) == 1
    return found[0]


def _object(required: Mapping[str, Any], **optional: Any) -> dict[str, Any]:
    return {
        "type": "object", "properties": {**required, **optional}, "required": list(required),
        "additionalProperties": False,
    }  # fmt: skip


_TEXT = {"type": "string", "minLength": 1}
_URI = {"type": "string", "pattern": "^https?://[^ {}]+$"}
_TEMPLATE = {"type": "string", "pattern": "^https?://"}  # absolute: clients resolve against nothing
_LIST = {"type": "array", "minItems": 1}
_SAID = _object({"lang": {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"}, "value": _TEXT})
# Literals that have no language: dates, versions, codes.
_METADATA = {
    "type": "object",
    "additionalProperties": {
        "oneOf": [
            {"type": "string", "pattern": "^[^ ]+$"},
            {**_LIST, "items": _SAID},
            {**_LIST, "items": _URI},
        ]
    },
}
_CITE = _object(
    {"@type": {"const": "CiteStructure"}, "citeType": _TEXT},
    citeStructure={**_LIST, "items": {"$ref": "#/$defs/cite"}},
)
_TREE = _object(
    {"@type": {"const": "CitationTree"}}, citeStructure={"type": "array", "items": {"$ref": "#/$defs/cite"}}
)
_TREES = {"type": "array", "items": _TREE}
_HEAD = {"@context": {"const": "https://dtsapi.org/context/v1.0.json"}, "dtsVersion": {"const": "1.0"}}
_UNIT = _object(
    {
        "identifier": _TEXT, "@type": {"const": "CitableUnit"}, "level": {"type": "integer", "minimum": 1},
        "parent": {"type": ["string", "null"]}, "citeType": _TEXT,
    },
    **{"@id": _URI, "dublinCore": _METADATA},
)  # fmt: skip
_PAGE = {"oneOf": [_URI, {"type": "null"}]}
_VIEW = _object(
    {
        "@id": _URI, "@type": {"const": "Pagination"}, "first": _URI, "previous": _PAGE, "next": _PAGE, "last": _URI,
    }
)  # fmt: skip
_DESCRIBED = {
    "@id": _TEXT, "dtsVersion": {"const": "1.0"}, "title": _TEXT, "totalParents": {"type": "integer"},
    "totalChildren": {"type": "integer"}, "collection": _TEMPLATE,
}  # fmt: skip
_READABLE = {
    "@type": {"const": "Resource"}, "navigation": _TEMPLATE, "document": _TEMPLATE, "citationTrees": _TREES,
    "mediaTypes": {**_LIST, "items": _TEXT}, "download": {**_LIST, "items": _URI},
}  # fmt: skip
_NODE = {
    "oneOf": [
        _object({**_DESCRIBED, "@type": {"const": "Collection"}}, dublinCore=_METADATA),
        _object({**_DESCRIBED, **_READABLE}, dublinCore=_METADATA),
    ]
}
_MEMBER = {"type": "array", "items": {"$ref": "#/$defs/node"}}
_RESOURCE = _object(
    {
        "@id": _TEXT, "collection": _TEMPLATE,
        **{key: value for key, value in _READABLE.items() if key != "download"},
    }
)  # fmt: skip
_SCHEMAS: dict[str, Any] = {
    "entry": _object(
        {**_HEAD, "@id": _URI, "@type": {"const": "EntryPoint"}, "collection": _TEMPLATE, "navigation": _TEMPLATE,
         "document": _TEMPLATE}
    ),
    "collection": {
        "oneOf": [
            _object({**_HEAD, **_DESCRIBED, "@type": {"const": "Collection"}, "member": _MEMBER}, dublinCore=_METADATA, view=_VIEW),
            _object({**_HEAD, **_DESCRIBED, **_READABLE, "member": _MEMBER}, dublinCore=_METADATA, view=_VIEW),
        ]
    },
    "navigation": _object(
        {**_HEAD, "@id": _URI, "@type": {"const": "Navigation"}, "resource": _RESOURCE},
        member={"type": "array", "items": _UNIT}, ref=_UNIT, start=_UNIT, end=_UNIT, view=_VIEW,
    ),
}  # fmt: skip


_VALIDATORS = {
    name: jsonschema.Draft202012Validator(schema | {"$defs": {"cite": _CITE, "node": _NODE}})
    for name, schema in _SCHEMAS.items()
}


def conforms(answer: Any, schema: str) -> Any:
    """The answer, if it has the fields of the specification and no others."""
    _VALIDATORS[schema].validate(answer)
    return answer
