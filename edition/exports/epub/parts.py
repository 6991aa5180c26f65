"""Which files a book has, in their order, and where in them each pointer leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from edition import citation, urls
from edition.kinds import KINDS
from edition.model import Article, Edition

NAV = "nav.xhtml"
STYLE = "book.css"
FRONT, BODY, BACK = "frontmatter", "bodymatter", "backmatter"


class Part(Struct, frozen=True):
    """A file of the book.

    `type` is a term of the EPUB Structural Semantics Vocabulary 1.1, `role` its counterpart in DPUB-ARIA 1.1,
    empty where there is none; `subject` says what the file is about: the id of a text, the slug of a kind.
    """

    name: str
    title: str
    matter: str
    type: str
    role: str = ""
    template: str = ""
    subject: str = ""
    language: str = "de"
    heads: tuple[tuple[str, str], ...] = ()  # headings inside: id and words

    @property
    def id(self) -> str:
        """What the package document calls the file."""
        return self.name.partition(".")[0]


_APPARATUS = Part(
    "apparatus.xhtml", "Textkritischer Apparat", BACK, "appendix", "doc-appendix", "apparatus.xhtml"
)


def parts(edition: Edition, *, apparatus: bool) -> tuple[Part, ...]:
    """Every file with text, in the order of reading."""
    front, back = _own(edition)
    return (
        Part("title.xhtml", edition.config.title, FRONT, "titlepage", template="title.xhtml"),
        Part(NAV, "Inhalt", FRONT, "toc", "doc-toc", "nav.xhtml"),
        *(_page(page, FRONT) for page in front),
        *(_text(text) for text in edition.articles),
        *(_page(page, BACK) for page in back),
        *([_APPARATUS] if apparatus else []),
        *_registers(edition),
        *_sources(edition),
        Part("imprint.xhtml", "Impressum", BACK, "copyright-page", template="imprint.xhtml"),
    )


def _own(edition: Edition) -> tuple[list[Article], list[Article]]:
    """The edition's own pages before and behind the texts: as its settings say, else what introduces it in front
    and the others behind, without those in other languages than its own."""
    pages = {page.id: page for page in edition.pages}
    config = edition.config
    if config.book:
        front, back = (list(dict.fromkeys(config.book.get(side, ()))) for side in ("front", "back"))
    else:
        own = [one.id for one in edition.pages if one.language in config.languages]
        front = [one for one in own if one == config.home]
        back = [one for one in own if one != config.home]
    return [pages[one] for one in front], [pages[one] for one in back if one not in front]


def _text(text: Article) -> Part:
    return Part(
        f"text-{text.id}.xhtml", text.title, BODY, "chapter", "doc-chapter", "text.xhtml", text.id,
        text.language, _heads(text),
    )  # fmt: skip


def _page(page: Article, matter: str) -> Part:
    kind, role = ("introduction", "doc-introduction") if matter == FRONT else ("appendix", "doc-appendix")
    return Part(
        f"page-{page.id}.xhtml", page.title, matter, kind, role, "text.xhtml", page.id, page.language,
        _heads(page),
    )  # fmt: skip


def _heads(text: Article) -> tuple[tuple[str, str], ...]:
    """The headings below the title."""
    heads = [block for block in text.blocks if block.element == "head" and block.text]
    return tuple((block.id, block.text.rstrip(":")) for block in heads if block.text != text.title)


def _registers(edition: Edition) -> Iterator[Part]:
    kinds = {entity.kind for entity in edition.entities.values()}
    for kind in KINDS:
        if kind.slug in kinds:
            name = f"{kind.plural}.xhtml"
            yield Part(name, kind.title, BACK, "index", "doc-index", "register.xhtml", kind.slug)


def _sources(edition: Edition) -> Iterator[Part]:
    if edition.references:
        yield Part("sources.xhtml", "Quellen", BACK, "bibliography", "doc-bibliography", "sources.xhtml")


def links(edition: Edition, book: tuple[Part, ...]) -> Mapping[str, str]:
    """Where each pointer leads, as seen from any file; what the book does not hold is on the web."""
    own = {part.subject: part.name for part in book if part.template == "text.xhtml"}
    registers = {part.subject: part.name for part in book if part.template == "register.xhtml"}
    plurals = {kind.slug: kind.plural for kind in KINDS}
    found = {f"page:{name}": citation.address(edition.config, path) for name, path in urls.named().items()}
    found |= {f"page:{plurals[kind]}": name for kind, name in registers.items()}
    found |= {f"page:{name}": part.name for part in book for name in _NAMED.get(part.name, ())}
    for one in edition.pages:
        found[f"page:{one.id}"] = own.get(one.id) or citation.address(edition.config, urls.page(one.id))
    found |= {f"page:{one.id}": own[one.id] for one in edition.articles}
    found |= {one: f"{registers[entity.kind]}#{entity.id}" for one, entity in edition.entities.items()}
    return found | {one: f"sources.xhtml#{reference.id}" for one, reference in edition.references.items()}


# Files that pointers of the edition's own pages call by the name of the page they are on the site.
_NAMED = {
    "title.xhtml": ("index",),
    "apparatus.xhtml": ("apparatus",),
    "sources.xhtml": ("sources",),
    "imprint.xhtml": ("impressum",),
}
