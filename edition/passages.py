"""How any passage of a text is cited: each way of citing with gaps, which the page fills with what a reader selects.

The page fills in and writes nothing itself: all it says besides stands here, from the same sources as the exports.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from msgspec import Struct, field
from msgspec.structs import replace

from edition import citation, cited, urls
from edition.cited import Part
from edition.interface import N_, _
from edition.kept import for_edition
from edition.model import Article, Dating, Edition
from edition.records import FORMATS, Format

# The gaps: signs of the private use area (Unicode 23.5), which no text of an edition has. `quote` has all words that
# are meant, `short` the first and last of many.
GAPS = {
    name: chr(0xE000 + place)
    for place, name in enumerate(("id", "place", "number", "fragment", "quote", "short"))
}
# Where title and id of a text go: all else is the same for many texts.
_TITLE, _TEXT = chr(0xE000 + len(GAPS)), chr(0xE001 + len(GAPS))
_NAMES = {sign: name for name, sign in GAPS.items()}
_GAP = re.compile(f"([{''.join(_NAMES)}])")
_KINDS = {"whole": False, "quoted": True}
_PLAIN = {"text": N_("Text"), "footnote": N_("Fußnote")}
_WHERE = {
    "id": "id",
    "fragment": "url",
}  # the field of an item that a gap stands in, if fields differ in signs

_WRITTEN = {one.slug: one.words for one in FORMATS}

Parts = tuple[str, ...]  # what stands there, and at every second place the name of a gap


class Template(Struct, frozen=True):
    """A way of citing: for passages in numbered paragraphs and for others, whole and by some of their words."""

    slug: str
    label: str
    numbered: Mapping[str, Parts]
    unnumbered: Mapping[str, Parts]
    signs: Mapping[str, str] = field(default_factory=dict)  # what is written for them in a gap
    verbatim: tuple[str, ...] = ()  # gaps in which every sign stands for itself


def templates(edition: Edition, article: Article) -> tuple[Template, ...]:
    """The ways of citing a passage: text, footnote, and the records of reference managers."""
    written = _of_texts(edition)(article.authors, article.work, article.language)
    return tuple(_named(one, article) for one in written)


@for_edition
def _of_texts(edition: Edition) -> Callable[[tuple[str, ...], str, str], tuple[Template, ...]]:
    """The same for texts of these authors, which are this work and in this language, whatever they are called."""

    @cache
    def written(authors: tuple[str, ...], work: str, language: str) -> tuple[Template, ...]:
        return of(
            edition, Article(_TEXT, "article", "", _TITLE, authors, language, "", "", "", Dating(), work=work)
        )

    return written


def of(edition: Edition, article: Article) -> tuple[Template, ...]:
    """The ways of citing a passage, written for this text alone."""
    plain = (_plain(edition, article, slug, _(label)) for slug, label in _PLAIN.items())
    return (*plain, *(_record(edition, article, one) for one in FORMATS))


def _named(template: Template, article: Article) -> Template:
    title = _WRITTEN.get(template.slug, str)(article.title)

    def filled(said: Mapping[str, Parts]) -> Mapping[str, Parts]:
        return {
            kind: tuple(one.replace(_TITLE, title).replace(_TEXT, article.id) for one in several)
            for kind, several in said.items()
        }

    numbered = filled(template.numbered)
    same = template.unnumbered is template.numbered
    return replace(template, numbered=numbered, unnumbered=numbered if same else filled(template.unnumbered))


def parts(text: str) -> Parts:
    """A text with gaps, taken apart at them."""
    return tuple(_NAMES.get(part, part) for part in _GAP.split(text))


def _plain(edition: Edition, article: Article, slug: str, label: str) -> Template:
    write = {"text": _text, "footnote": _footnote}[slug]
    said = {kind: parts(write(edition, article, quoted)) for kind, quoted in _KINDS.items()}
    return Template(slug, label, said, said)


def _text(edition: Edition, article: Article, quoted: bool) -> str:
    meant = f" ({GAPS['short']})" if quoted else ""
    named = replace(article, title=f"{article.title}, {GAPS['place']}{meant}")
    return citation.text(edition.config, named, _path(article)).text


def _footnote(edition: Edition, article: Article, quoted: bool) -> str:
    quote = GAPS["quote"] if quoted else ""
    return citation.footnote(edition.config, article, GAPS["place"], quote, _path(article))


def _path(article: Article) -> str:
    return f"{urls.article(article.id)}#{GAPS['fragment']}"


def _record(edition: Edition, article: Article, form: Format) -> Template:
    def written(number: str) -> Mapping[str, Parts]:
        return {kind: parts(form.write(_item(edition, article, number, kind))) for kind in _KINDS}

    verbatim = tuple(gap for gap, name in _WHERE.items() if name in form.verbatim)
    return Template(form.slug, form.label, written(GAPS["number"]), written(""), form.signs, verbatim)


def _item(edition: Edition, article: Article, number: str, kind: str) -> cited.Item:
    quote = GAPS["short"] if _KINDS[kind] else ""
    part = Part(GAPS["id"], GAPS["place"], number, GAPS["fragment"], quote)
    return cited.part(edition, article, part)
