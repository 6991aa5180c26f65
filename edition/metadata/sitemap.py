"""What search engines are told of the site: the list of its pages (sitemaps.org 0.9), and where that list is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from edition import citation, urls
from edition.metadata.subject import Subject
from edition.model import Config, File

ADDRESSES, BYTES = 50_000, 50_000_000  # of a file; the protocol allows 52 428 800
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(config: Config, subjects: Iterable[Subject]) -> Iterator[File]:
    """Every page once, by its published address, with the date of this version; where one file may not hold all of them
    (sitemaps.org: 50,000 addresses, 50 MB), an index of several."""
    parts = list(_parts([_entry("url", config, one.published) for one in subjects]))
    if len(parts) == 1:
        yield _file(urls.SITEMAP, "urlset", parts[0])
        return
    paths = [urls.sitemap(number) for number, _part in enumerate(parts, 1)]
    yield _file(urls.SITEMAP, "sitemapindex", [_entry("sitemap", config, path) for path in paths])
    for path, part in zip(paths, parts, strict=True):
        yield _file(path, "urlset", part)


def _entry(element: str, config: Config, path: str) -> str:
    address = escape(citation.address(config, path), quote=False)
    return f"<{element}><loc>{address}</loc><lastmod>{config.date}</lastmod></{element}>"


def _file(path: str, root: str, lines: Sequence[str]) -> File:
    head = ('<?xml version="1.0" encoding="UTF-8"?>', f'<{root} xmlns="{NAMESPACE}">')
    text = "\n".join((*head, *lines, f"</{root}>"))
    return File(path, f"{text}\n".encode())


def _parts(lines: Sequence[str]) -> Iterator[list[str]]:
    """As many entries at a time as a file may have; one at least."""
    part: list[str] = []
    size = 0
    for line in lines:
        length = len(line.encode()) + 1
        if part and (len(part) == ADDRESSES or size + length > BYTES):
            yield part
            part, size = [], 0
        part.append(line)
        size += length
    yield part


def robots(config: Config) -> File:
    """Everything may be fetched (RFC 9309); what may be mined, `tdm-reservation` says."""
    lines = (
        "# Crawlers look for this file at the root of a host only.",
        "User-agent: *",
        "Allow: /",
        "",
        f"Sitemap: {citation.address(config, urls.SITEMAP)}",
    )
    return File(urls.ROBOTS, ("\n".join(lines) + "\n").encode())
