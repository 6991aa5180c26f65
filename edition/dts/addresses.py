"""Where an interface stands: its templates, which are absolute, for clients resolve them against nothing.

Files have no parameters, so their templates are paths (DTS 1.0, »URI Templates examples for static website«): one part
behind the name of a text is `ref`, two are `start` and `end`, which exclude each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from msgspec import Struct

from edition.dts import templates


class Addresses(Struct, frozen=True):
    """The address of the entry, and the template of each endpoint by its name."""

    entry: str
    templates: Mapping[str, str]

    @classmethod
    def of_files(cls, base: str, *, ranges: bool) -> Self:
        """Files below `base`, which ends with a slash; without `ranges` no template has `start` and `end`."""
        passage = "{/ref,start,end}" if ranges else "{/ref}"
        return cls(
            f"{base}index.jsonld",
            {
                "collection": f"{base}collection{{/id}}{{;nav}}.jsonld",
                "navigation": f"{base}navigation/{{resource}}{{;tree}}{{;down}}{passage}.jsonld",
                "document": f"{base}document/{{resource}}{{;tree}}{passage}.xml",
            },
        )

    @classmethod
    def of_server(cls, base: str) -> Self:
        """Requests with parameters to a server at `base`, which ends with a slash."""
        return cls(
            base,
            {
                "collection": f"{base}collection/{{?id,page,nav}}",
                "navigation": f"{base}navigation/{{?resource,ref,start,end,down,tree,page}}",
                "document": f"{base}document/{{?resource,ref,start,end,tree,mediaType}}",
            },
        )

    def url(self, endpoint: str, values: Mapping[str, str]) -> str:
        """The address of a request."""
        return templates.expanded(self.templates[endpoint], values)

    def template(self, endpoint: str, **values: str) -> str:
        """The template of an endpoint with these values put in."""
        return templates.filled(self.templates[endpoint], values)
