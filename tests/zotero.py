"""What a reference manager takes from a page: the rules of »Embedded Metadata« of Zotero, told again for our vocabularies.

Source of the rules: the translators »Embedded Metadata« (13 June 2024) and »RDF« (8 September 2019) of Zotero, and the
fields of its schema, version 22, for the four types of item that pages of an edition are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from tests.heads import Head

# Prefixes that Zotero knows without being told.
PREFIXES = {
    "bib": "http://purl.org/net/biblio#",
    "bibo": "http://purl.org/ontology/bibo/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "prism": "http://prismstandard.org/namespaces/1.2/basic/",
    "z": "http://www.zotero.org/namespaces/export#",
    "og": "http://ogp.me/ns#",
    "article": "http://ogp.me/ns/article#",
    "book": "http://ogp.me/ns/book#",
}
HIGHWIRE = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_date": "date",
    "citation_journal_title": "publicationTitle",
    "citation_inbook_title": "publicationTitle",
    "citation_book_title": "bookTitle",
    "citation_issue": "issue",
    "citation_publisher": "publisher",
    "citation_public_url": "url",
    "citation_language": "language",
}
TYPED_BY = {"citation_journal_title": "journalArticle", "citation_inbook_title": "bookSection"}
# Field → properties in the order in which the first that says something counts.
RDF = {
    "title": ("dc:title", "dcterms:title", "og:title"),
    "publicationTitle": ("prism:publicationName", "dc:source", "dcterms:source", "og:site_name"),
    "rights": ("dc:rights", "dcterms:rights"),
    "section": ("article:section",),
    "issue": ("prism:number",),
    "publisher": ("dc:publisher", "dcterms:publisher"),
    "date": ("prism:publicationDate", "dcterms:issued", "dc:date", "dcterms:date"),
    "language": ("dc:language", "dcterms:language"),
    "url": ("og:url",),
}
COMMON = {"title", "date", "language", "url", "rights"}
FIELDS = {
    "dataset": COMMON | {"publisher"},
    "newspaperArticle": COMMON | {"publicationTitle", "section", "ISSN"},
    "journalArticle": COMMON | {"publicationTitle", "issue", "ISSN"},
    "bookSection": COMMON | {"publicationTitle", "publisher"},
    "webpage": COMMON | {"publicationTitle"},
}


@dataclass
class Taken:
    """An item of the library: its fields, and its creators as role, family name, given name."""

    type: str
    fields: dict[str, str] = field(default_factory=dict)
    creators: list[tuple[str, str, str]] = field(default_factory=list)


def taken(head: Head) -> Taken:
    """The item that is made of a page."""
    statements, kind = _statements(head)
    declared = statements["z:itemType"]
    kind = kind or (declared[0] if declared and declared[0] in FIELDS else "")
    if not kind:
        kind = "webpage" if statements["og:type"] == ["website"] else "journalArticle"
    values = {
        name: next((statements[one][0] for one in order if statements[one]), "")
        for name, order in RDF.items()
    }
    for name, target in HIGHWIRE.items():
        if head.all(name):
            values[target] = head.all(name)[0]
    values["ISSN"] = ", ".join(head.all("citation_issn"))
    if values["publicationTitle"]:
        tail = rf"\s*[-–—=_:|~#]\s*{re.escape(values['publicationTitle'])}\s*$"
        values["title"] = re.sub(tail, "", values["title"], flags=re.IGNORECASE)
    shown = {name: value for name, value in values.items() if value and name in FIELDS[kind]}
    return Taken(kind, shown, _creators(head, statements))


def _statements(head: Head) -> tuple[dict[str, list[str]], str]:
    """What is said with a known prefix, and the type that Highwire settles."""
    known = dict(PREFIXES)
    for link in head.links:
        if declared := re.match(r"schema\.([A-Za-z]+)", link["rel"]):
            known[declared[1].lower()] = link["href"]
    standard = {uri: prefix for prefix, uri in PREFIXES.items()}
    statements: dict[str, list[str]] = defaultdict(list)
    kind = ""
    for name, content in head.metas:
        parts = re.split(r"[.:_]", name)
        prefix = parts[1].lower() if len(parts) > 2 and parts[1].lower() in known else parts[0].lower()
        if prefix in known and known[prefix] in standard:
            end = name.lower().index(prefix) + len(prefix) + 1
            said = name[end:]
            statements[f"{standard[known[prefix]]}:{said[:1].lower()}{said[1:]}"].append(content)
        else:
            kind = TYPED_BY.get(name, kind)
    return statements, kind


def _creators(head: Head, statements: dict[str, list[str]]) -> list[tuple[str, str, str]]:
    """Authors of Highwire, else of Dublin Core, else whatever looks like a byline."""
    names = head.all("citation_author") or statements["dc:creator"] or head.all("author") or head.bylines[:1]
    return [("author", *_divided(name)) for name in names]


def _divided(name: str) -> tuple[str, str]:
    if "," in name:
        family, given = re.split(r", ?", name)[:2]
        return family, given
    given, _, family = name.rpartition(" ")
    return family, given
