"""What search engines are told of the site: the list of its pages (sitemaps.org 0.9), and where that list is."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from edition import citation, urls
from edition.metadata.subject import Subject
from edition.model import Config, File

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(config: Config, subjects: Iterable[Subject]) -> File:
    """Every page once, by its published address, with the date of this version."""
    lines = (
        f"<url><loc>{escape(citation.address(config, one.published), quote=False)}</loc><lastmod>{config.date}</lastmod></url>"
        for one in subjects
    )
    text = "\n".join(
        ('<?xml version="1.0" encoding="UTF-8"?>', f'<urlset xmlns="{NAMESPACE}">', *lines, "</urlset>")
    )
    return File(urls.SITEMAP, f"{text}\n".encode())


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
