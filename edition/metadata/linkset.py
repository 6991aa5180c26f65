"""The link set of the site (RFC 9264, JSON): the typed links of every page that is about one thing, and back.

Files that are no HTML can say where they belong in a link set only: what a landing page calls its item names that page
as its collection, what describes it says so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from edition import urls
from edition.metadata.offered import Files
from edition.metadata.signposts import HTML, Signpost, absolute, signposts
from edition.metadata.subject import Subject
from edition.model import Edition, File

Anchors = dict[str, dict[str, list[dict[str, str]]]]  # path → relation → targets
MOST = 2000  # texts and entries that a link set is made for
_BACK = {"item": "collection", "describedby": "describes"}


def is_made(edition: Edition) -> bool:
    """Whether the site has a link set: of very many things it would be a file that no program wants to load, and says no
    more than the heads of the pages."""
    return len(edition.articles) + len(edition.entities) <= MOST


def linkset(edition: Edition, subjects: Iterable[Subject], files: Files) -> Iterator[File]:
    """The file; an edition without texts and entries has one with the home page."""
    if not is_made(edition):
        return
    anchors: Anchors = {}
    for subject in subjects:
        if subject.thing is not None:
            for link in signposts(edition, subject, files):
                _add(edition, anchors, subject.path, link)
                if link.rel in _BACK and link.target in files:
                    _add(edition, anchors, link.target, Signpost(_BACK[link.rel], subject.path, HTML))
    lines = (
        json.dumps({"anchor": absolute(edition, anchor), **links}, ensure_ascii=False, separators=(",", ":"))
        for anchor, links in anchors.items()
    )
    yield File(urls.LINKSET, ('{"linkset": [\n' + ",\n".join(lines) + "\n]}\n").encode())


def _add(edition: Edition, anchors: Anchors, anchor: str, link: Signpost) -> None:
    fields = {"href": absolute(edition, link.target), "type": link.type, "title": link.title}
    target = {name: value for name, value in fields.items() if value}
    found = anchors.setdefault(anchor, {}).setdefault(link.rel, [])
    if target not in found:
        found.append(target)
