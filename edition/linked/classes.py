"""Which class of schema.org a thing has: the class of its kind, and a narrower one where its type has one.

Narrower classes are given only where their definition covers every thing of that type.
"""

from __future__ import annotations

from edition.model import Edition, Entity

KINDS = {
    "person": "Person",
    "place": "Place",
    "org": "Organization",
    "work": "CreativeWork",
    "event": "Event",
    "object": "Thing",
}
NARROWER = {
    ("place", "settlement"): "City",
    ("place", "country"): "Country",
    ("place", "state"): "Country",
    ("place", "continent"): "Continent",
    ("place", "mountains"): "Landform",
    ("org", "union"): "WorkersUnion",
    ("org", "government"): "GovernmentOrganization",
    ("org", "authority"): "GovernmentOrganization",
    ("org", "ministry"): "GovernmentOrganization",
    ("org", "police"): "GovernmentOrganization",
    ("org", "university"): "CollegeOrUniversity",
    ("org", "archive"): "ArchiveOrganization",
    ("org", "newspaper"): "NewsMediaOrganization",
    ("work", "book"): "Book",
    ("work", "article"): "Article",
    ("work", "obituary"): "Article",
    ("work", "newspaper"): "Newspaper",
    ("work", "website"): "WebSite",
    ("work", "telegram"): "Message",
    ("work", "message"): "Message",
    ("work", "letter"): "Message",
    ("work", "music"): "MusicComposition",
    ("work", "drawing"): "Drawing",
    ("work", "collection"): "Collection",
    ("work", "archive"): "ArchiveComponent",
    ("object", "ship"): "Vehicle",
    ("object", "picture"): "VisualArtwork",
}
# Works that are published: their date is that of publication.
PUBLISHED = frozenset({"book", "article", "obituary", "website", "newspaper"})


def of(edition: Edition, entity: Entity) -> str | list[str]:
    """The classes of an entry, the wider first."""
    wide, narrow = KINDS.get(entity.kind, "Thing"), NARROWER.get((entity.kind, entity.type or ""), "")
    if narrow == "Article" and _in_newspaper(edition, entity):
        return [wide, narrow, "NewsArticle"]
    return [wide, narrow] if narrow else wide


def _in_newspaper(edition: Edition, entity: Entity) -> bool:
    """Whether an article appeared in a newspaper that is in the lists."""
    named = (edition.entities.get(fact.target or "") for fact in entity.facts if fact.slug == "publisher")
    return any(one.type == "newspaper" for one in named if one)
