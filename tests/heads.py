"""What the head of a page says to machines, read back from the HTML."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from edition import urls


@dataclass
class Head(HTMLParser):
    """The `meta` and `link` elements of a page in their order, its JSON-LD, and its bylines."""

    metas: list[tuple[str, str]] = field(default_factory=list)
    links: list[dict[str, str]] = field(default_factory=list)
    title: str = ""
    language: str = ""
    data: list[str] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    inside: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = given["lang"]
        elif tag == "meta" and "content" in given and ("name" in given or "property" in given):
            self.metas.append((given.get("name") or given["property"], given["content"]))
        elif tag == "link":
            self.links.append(given)
        elif tag == "script" and given.get("type") == "application/ld+json":
            self.data.append("")
            self.inside = tag
        elif tag == "title":
            self.inside = tag
        elif "byline" in given.get("class", "").split():
            self.bylines.append("")
            self.inside = "byline"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("title", "script", "p"):
            self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside == "title":
            self.title += data
        elif self.inside == "script":
            self.data[-1] += data
        elif self.inside == "byline":
            self.bylines[-1] += data

    def all(self, name: str) -> list[str]:
        """Every value of a `meta`."""
        return [content for found, content in self.metas if found == name]

    def one(self, name: str) -> str:
        """The value of a `meta` that occurs once."""
        (found,) = self.all(name)
        return found

    def rel(self, rel: str) -> list[dict[str, str]]:
        """Every link of this relation."""
        return [link for link in self.links if link["rel"] == rel]

    def described(self) -> Any:
        """The JSON-LD object."""
        (found,) = self.data
        return json.loads(found)


@cache
def heads(site: Path) -> dict[str, Head]:
    """The heads of all pages of a site, by path; what exports make of HTML below `data/` is no page of it."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if not name.startswith(urls.data("")):
            found[name] = head = Head()
            head.feed(path.read_text(encoding="utf-8"))
    return found
