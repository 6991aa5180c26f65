"""What is to be cited, in no format yet: the edition, its texts and paragraphs, the printed texts, the works cited.

Names are divided only where the lists file them divided (»Serge, Victor«); any other name stays as it stands.
What the lists hold for uncertain (`cert="low"`) is not stated as a field, but in the note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from edition import citation, rights, urls, words
from edition.interface import N_, _
from edition.model import Article, Bilingual, Block, Config, Dating, Edition, Entity, Fact

ABOUT = Bilingual(
    "Three groups: edition (the edition, its texts, the printed texts), paragraphs (each paragraph at its address), "
    "works-cited (the works that the texts cite).",
    "Drei Gruppen: edition (die Edition, ihre Texte, die gedruckten Texte), paragraphs (jeder Absatz an seiner "
    "Adresse), works-cited (die Werke, die die Texte anführen).",
)
# »Jungle World 2007/46 Dossier«: a periodical, its issue, the part of it.
_ISSUE = re.compile(r"(?P<title>.+?) (?P<issue>\d+/\d+)(?: (?P<section>.+))?$")
_LANGUAGES = {"Deutsch": "de", "Englisch": "en", "Französisch": "fr", "Russisch": "ru", "Spanisch": "es"}


class Who(Struct, frozen=True):
    """A name, divided into family and given name, or (without given name) as it stands."""

    family: str
    given: str = ""

    def __str__(self) -> str:
        return f"{self.family}, {self.given}" if self.given else self.family


class Item(Struct, frozen=True):
    """Something to cite. `form` is a row of the tables of the formats."""

    id: str
    form: str
    title: str
    first: str = ""  # date, or the first of two (W3C)
    last: str = ""
    authors: tuple[Who, ...] = ()
    editors: tuple[Who, ...] = ()
    translators: tuple[Who, ...] = ()
    container: str = ""
    issue: str = ""
    section: str = ""
    number: str = ""
    places: tuple[str, ...] = ()
    publisher: str = ""
    version: str = ""
    language: str = ""
    isbn: str = ""
    issn: str = ""
    url: str = ""
    note: str = ""


class Part(Struct, frozen=True):
    """A passage of a text: what its place is called, and where it begins in the reading page."""

    id: str
    place: str  # »Absatz 12«
    number: str  # of the paragraph, or nothing
    fragment: str
    quote: str = ""  # the words that are meant, in quotation marks, if not all


PARAGRAPH = N_("Absatz {number}")


def paragraph(block: Block) -> Part:
    """A numbered paragraph."""
    number = block.number or ""
    return Part(block.id, _(PARAGRAPH).format(number=number), number, block.id)


def whole(config: Config) -> Item:
    """The edition itself, as CITATION.cff calls it: a data set by its publisher."""
    return Item(
        id=f"edition-{config.base_url.rstrip('/').rpartition('/')[2]}",
        form="edition",
        title=f"{config.title}. {config.subtitle}" if config.subtitle else config.title,
        first=config.date,
        authors=(Who(config.publisher or config.title),),
        publisher=config.publisher,
        version=config.version,
        language=config.languages[0] if config.languages else "",
        url=citation.address(config, ""),
        note=rights.terms(config),
    )


def texts(edition: Edition) -> Iterator[Item]:
    """Each text as the edition gives it."""
    return (text(edition, article) for article in edition.articles)


def paragraphs(edition: Edition) -> Iterator[Item]:
    """Each numbered paragraph, at its own address."""
    for article in edition.articles:
        yield from (part(edition, article, paragraph(block)) for block in article.blocks if block.number)


def printed(edition: Edition) -> Iterator[Item]:
    """Each text as it was printed, of those whose print is an entry of the lists."""
    layer = rights.layers(edition.config)[0]
    said = f"{layer.covers}: {layer.terms} ({layer.uri})"
    for item in (printed_as(edition, article) for article in edition.articles):
        if item:
            yield replace(item, note=f"{item.note} {said}".strip())


def printed_as(edition: Edition, article: Article) -> Item | None:
    """A text as it was printed, if the lists have an entry of that."""
    entity = edition.entities.get(article.work)
    return work(edition, entity) if entity else None


def works(edition: Edition) -> Iterator[Item]:
    """The works cited: those of the printed bibliography and those that words are quoted from."""
    listed = {
        pointer
        for pointer, found in edition.mentions.items()
        if pointer.startswith("work:") and any(words.lists(one.block) for one in found)
    }
    listed |= {one.source for one in edition.quotations if one.source}
    listed -= {article.work for article in edition.articles}
    return (work(edition, entity) for pointer, entity in edition.entities.items() if pointer in listed)


def text(edition: Edition, article: Article) -> Item:
    """A text as the edition gives it."""
    config = edition.config
    return Item(
        id=article.id,
        form="part",
        title=article.title,
        first=config.date,
        authors=_authors(edition, article),
        container=config.title,
        publisher=config.publisher,
        version=config.version,
        language=article.language,
        url=citation.address(config, urls.article(article.id)),
        note=rights.terms(config),
    )


def part(edition: Edition, article: Article, passage: Part) -> Item:
    """A passage of a text; words that are meant stand in the note, for no format has a field for them."""
    given = text(edition, article)
    return replace(
        given,
        id=f"{given.id}.{passage.id}",
        title=f"{given.title}, {passage.place}",
        number=passage.number,
        url=f"{given.url}#{passage.fragment}",
        note=f"{passage.quote}. {given.note}" if passage.quote else given.note,
    )


def _authors(edition: Edition, article: Article) -> tuple[Who, ...]:
    entity = edition.entities.get(article.work)
    divided = _people(edition, entity, "author") if entity else ()
    return divided or tuple(Who(name) for name in article.authors)


def work(edition: Edition, entity: Entity) -> Item:
    """An entry of the list of works."""
    container = next((fact.text for fact in _certain(entity, "container")), "")
    issue = _ISSUE.match(container)
    dated = next((fact.dating for fact in _certain(entity, "published") if fact.dating), Dating())
    known = {one.scheme: one.uri or one.value for one in entity.identifiers}
    return Item(
        id=entity.id,
        form=_form(entity, container),
        title=entity.name,
        first=dated.when or dated.begin or "",
        last=dated.end or "",
        authors=_people(edition, entity, "author"),
        editors=_people(edition, entity, "editor"),
        translators=_people(edition, entity, "translator"),
        container=issue["title"] if issue else container,
        issue=issue["issue"] if issue else "",
        section=(issue["section"] or "") if issue else "",
        places=tuple(fact.text for fact in _certain(entity, "place")),
        publisher=next((fact.text for fact in _certain(entity, "publisher")), ""),
        language=next((_LANGUAGES.get(fact.text, "") for fact in _certain(entity, "language")), ""),
        isbn=known.get("ISBN", ""),
        issn=_issn(edition, issue["title"]) if issue else "",
        url=known.get("URL", ""),
        note=" ".join((*(remark.text for remark in entity.remarks), *_doubts(entity))),
    )


def _form(entity: Entity, container: str) -> str:
    """An article in a periodical is one of a newspaper; other types stand in the tables or are documents."""
    return "newspaper-article" if entity.type == "article" and container else entity.type or ""


def _certain(entity: Entity, slug: str) -> Iterator[Fact]:
    return (fact for fact in entity.facts if fact.slug == slug and fact.certainty != "low")


def _doubts(entity: Entity) -> Iterator[str]:
    """What is held for uncertain, in words."""
    labels = {
        "translator": "Übersetzung",
        "editor": "Herausgabe",
        "publisher": "Verlag",
        "author": "Autorschaft",
    }
    for fact in entity.facts:
        if fact.certainty == "low" and fact.text:
            yield f"Unsicher: {labels.get(fact.slug, fact.slug)} {fact.text}."


def _people(edition: Edition, entity: Entity, slug: str) -> tuple[Who, ...]:
    return tuple(_who(edition, fact) for fact in _certain(entity, slug))


def _who(edition: Edition, fact: Fact) -> Who:
    named = edition.entities.get(fact.target or "")
    if named is None or named.kind != "person" or ", " not in named.name:
        return Who(fact.text)
    family, _comma, given = named.name.partition(", ")
    return Who(family, given)


def _issn(edition: Edition, title: str) -> str:
    """The ISSN of a periodical that is an entry of the lists."""
    named = (one for one in edition.entities.values() if one.name == title)
    return next((known.value for one in named for known in one.identifiers if known.scheme == "ISSN"), "")


def groups(config: Config, edition: Edition) -> Iterator[tuple[str, list[Item]]]:
    """What is published together, by the name of the file; empty groups are left out."""
    together = {
        "edition": [whole(config), *texts(edition), *printed(edition)],
        "paragraphs": [*paragraphs(edition)],
        "works-cited": [*works(edition)],
    }
    yield from ((name, items) for name, items in together.items() if items)
