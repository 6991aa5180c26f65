"""The four endpoints: parameters in, answers out. The same for a request to a server and for a file that answers it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from edition.dts import navigation, parameters
from edition.dts.addresses import Addresses
from edition.dts.catalogue import Catalogue, Text, Unit
from edition.dts.documents import Document
from edition.dts.faults import missing, wrong
from edition.dts.navigation import Passage
from edition.dts.objects import ROOT, TEI, VERSION, Object, Objects
from edition.dts.parameters import Values

CONTEXT = "https://dtsapi.org/context/v1.0.json"
JSON = "application/ld+json"
PAGE = 100  # members of an answer; more come in pages


class Answer(Struct, frozen=True):
    """What is answered: the body, its media type, and of a document the address of its description."""

    body: bytes
    type: str
    collection: str = ""


class Service:
    """DTS for an edition.

    Args:
        site: address of the site whose files are offered for download, with a slash at its end.
        document: the TEI file of a text, as published.
        page: how many members come in one answer; files hold them all.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        addresses: Addresses,
        site: str,
        document: Callable[[Text], Document],
        page: int | None = None,
    ) -> None:
        self._texts = {text.id: text for text in catalogue.texts}
        self._objects = Objects(catalogue, addresses, site)
        self._addresses = addresses
        self._document = document
        self._page = page

    def entry(self) -> Answer:
        """Where the endpoints are."""
        return _json({"@id": self._addresses.entry, "@type": "EntryPoint", **self._addresses.templates})

    def collection(self, values: Values) -> Answer:
        """A collection or a text (`id`, without it all there is), with what is in it, or what it is in (`nav`).

        Raises:
            RequestError: there is no such collection or page; `nav` has another value.
        """
        identifier, nav = values.get("id") or ROOT, values.get("nav") or "children"
        if nav not in ("children", "parents"):
            raise wrong("nav is children or parents.", "nav ist children oder parents.")
        if identifier not in self._objects.listed:
            raise missing(
                f"There is no collection {identifier}.", f"Eine Sammlung {identifier} gibt es nicht."
            )
        near = self._objects.inside if nav == "children" else self._objects.around
        members = [self._objects.listed[name] for name in near.get(identifier, ())]
        return _json(self._objects.listed[identifier] | self._paged(members, "collection", values))

    def navigation(self, values: Values) -> Answer:
        """Citable units of a text.

        Raises:
            RequestError: the table in `edition.dts.navigation` refuses the parameters, or they name what there is not.
        """
        text, address = self._text(values), self._addresses.url("navigation", parameters.given(values))
        stated = {"@id": address, "@type": "Navigation", "resource": self._objects.resources[text.id]}
        if not text.declared:  # no citation tree: no units, whatever is asked, and never an error
            return _json({**stated, "member": []})
        _refuse_trees(values)
        named = navigation.passage(text.units, values)
        found = navigation.members(text.units, named, parameters.down(values))
        units = self._objects.units[text.id]
        stated |= {name: units[unit.identifier] for name, unit in _named(text, named).items()}
        if found is not None:
            stated |= self._paged([units[unit.identifier] for unit in found], "navigation", values)
        return _json(stated)

    def document(self, values: Values) -> Answer:
        """A text, or a passage of it, in TEI.

        Raises:
            RequestError: parameters that do not go together, or name what there is not.
        """
        text = self._text(values)
        if (values.get("mediaType") or TEI) != TEI:
            raise missing(f"There is only {TEI}.", f"Es gibt nur {TEI}.")
        named = navigation.passage(text.units, values)
        description = self._addresses.url("collection", {"id": text.id})
        if not named.named:
            return Answer(self._document(text).data, TEI, description)
        _refuse_trees(values)  # only here: for a whole text `tree` has no effect
        first, last = text.units[named.first].element, text.units[named.last].element
        paths = {name: f"//*[@xml:id='{unit.id}']" for name, unit in _named(text, named).items() if unit.id}
        return Answer(self._document(text).passage(first, last, paths), TEI, description)

    def _text(self, values: Values) -> Text:
        identifier = values.get("resource")
        if not identifier:
            raise wrong("resource is missing.", "resource fehlt.")
        if identifier not in self._texts:
            raise missing(f"There is no text {identifier}.", f"Einen Text {identifier} gibt es nicht.")
        return self._texts[identifier]

    def _paged(self, items: Sequence[Object], endpoint: str, values: Values) -> Object:
        """The members, or a page of them with the addresses of the others; null where there is none."""
        asked = parameters.page(values)
        number, size = asked or 1, self._page or max(len(items), 1)
        last = max(-(-len(items) // size), 1)
        if number > last:
            raise missing(
                f"There is no page {number} of {last}.", f"Seite {number} von {last} gibt es nicht."
            )
        members = {"member": list(items[(number - 1) * size : number * size])}
        if last == 1 and asked is None:
            return members
        given = parameters.given(values)
        pages = {"@id": number, "first": 1, "previous": number - 1, "next": number + 1, "last": last}
        view = {
            name: self._addresses.url(endpoint, given | {"page": str(one)}) if 1 <= one <= last else None
            for name, one in pages.items()
        }
        return members | {"view": {"@type": "Pagination", **view}}


def _named(text: Text, named: Passage) -> Mapping[str, Unit]:
    """The units that the parameters name, by the parameters."""
    if not named.named:
        return {}
    first, last = text.units[named.first], text.units[named.last]
    return {"ref": first} if named.single else {"start": first, "end": last}


def _refuse_trees(values: Values) -> None:
    """There is one citation tree, the default, and that one has no name."""
    tree = values.get("tree")
    if tree:
        raise missing(f"There is no citation tree {tree}.", f"Einen Zitierbaum {tree} gibt es nicht.")


def _json(stated: Object) -> Answer:
    """JSON-LD; what every answer says of itself comes first. A field is a line, and so is each object of a list."""
    whole = {"@context": CONTEXT, "dtsVersion": VERSION, **stated}
    fields = ",\n ".join(f"{_compact(name)}: {_value(value)}" for name, value in whole.items())
    return Answer(f"{{\n {fields}\n}}\n".encode(), JSON)


def _value(value: Any) -> str:
    if not (value and isinstance(value, list)):
        return _compact(value)
    return "[\n  " + ",\n  ".join(_compact(one) for one in value) + "\n ]"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
