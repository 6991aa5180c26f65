"""Where the texts name an entity: every place in its words, leading to the very mention."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from edition import interface, urls, words
from edition.graph import mentioned
from edition.interface import N_, _
from edition.kinds import BY_SLUG
from edition.model import Article, Edition, Entity, Mention
from edition.pages import along
from edition.pages.along import Course, Strip
from edition.pages.facts import Piece, Row, Statement
from edition.pages.frame import path_of
from edition.pages.parts import chunks

FORMS, TIMES, UNNAMED = N_("Genannt als"), "({})", N_("ohne Namen")
MORE = N_("und {number} weitere Formen")
CONTEXT = 72  # characters on each side; fewer than a mention keeps, so that cuts fall between words
HEAVY = 120_000  # bytes of a page that places may make up
LINE, STRIP = (
    640,
    500,
)  # bytes of a place, besides its words and once more its anchor, and of the line of a text
COMMON, SPOTS = 40, 8  # forms of a divided concordance that are listed, and places of each
PHRASE = "rs"  # what names a kind that has no names of its own, events, is no paraphrase of one


class Line(Struct, frozen=True):
    """One place: where, and the words around the keyword."""

    place: str
    href: str
    before: str
    form: str
    after: str
    paraphrased: bool


class Passage(Struct, frozen=True):
    """The places of one text."""

    title: str
    language: str
    counted: str
    strip: Strip
    lines: tuple[Line, ...]


class Concordance(Struct, frozen=True):
    """All places; `several` when they stand in more than one text, `paraphrases` when some are none by name."""

    counted: str
    passages: tuple[Passage, ...]
    several: bool
    paraphrases: bool
    forms: tuple[Row, ...]


class Portion(Struct, frozen=True):
    """The places of an entity that one page has: the number of the first, and the places by their texts."""

    number: int  # of the page
    first: int
    last: int
    grouped: tuple[tuple[str, tuple[Mention, ...]], ...]


class Text(Struct, frozen=True):
    """A text as the concordance needs it: where it is, and what its blocks are called."""

    article: Article
    path: str
    labels: Mapping[str, str]
    course: Course


def texts(edition: Edition) -> Mapping[str, Text]:
    """Every edited text, by its id; made once for all entries."""
    return {
        text.id: Text(
            text,
            path_of(text),
            {block.id: words.block(block.id, block.number) for block in text.blocks},
            along.course(text),
        )
        for text in edition.articles
    }


def portions(edition: Edition, entity: Entity, texts: Mapping[str, Text]) -> tuple[Portion, ...]:
    """The places that name an entity, on as many pages as they need."""
    found = mentioned(edition, entity.pointer)
    if len(found) * LINE <= HEAVY // 2:  # most have few: no need to weigh them
        return (_portion(1, 1, found),) if found else ()
    weights = dict(zip(map(id, found), _weights(found, texts), strict=True))
    made, first = [], 1
    for number, chunk in enumerate(chunks(found, lambda one: weights[id(one)], HEAVY, len(found)), 1):
        made.append(_portion(number, first, chunk))
        first += len(chunk)
    return tuple(made)


def _portion(number: int, first: int, found: Sequence[Mention]) -> Portion:
    grouped = groupby(found, key=lambda mention: mention.article_id)
    return Portion(
        number, first, first + len(found) - 1, tuple((text, tuple(those)) for text, those in grouped)
    )


def _weights(found: Sequence[Mention], texts: Mapping[str, Text]) -> Iterator[int]:
    """How many bytes each place takes, about; the first of a text with the line of the text."""
    before = ""
    for mention in found:
        said = len(mention.form) + min(len(mention.before), CONTEXT) + min(len(mention.after), CONTEXT)
        address = len(texts[mention.article_id].path) + len(mention.anchor)
        line = STRIP + len(texts[mention.article_id].course.ground.ticks)
        yield LINE + 2 * said + 3 * address + (line if mention.article_id != before else 0)
        before = mention.article_id


def concordance(
    edition: Edition, entity: Entity, path: str, texts: Mapping[str, Text], several: Sequence[Portion]
) -> Concordance | None:
    """The concordance of an entity as its page shows it, with the first of its portions; None where no text names it."""
    if not several:
        return None
    shown = _shown(entity, path, texts, several[0])
    counted = words.count(several[-1].last, "Stelle", "Stellen")
    if len(several) == 1:
        return replace(shown, counted=counted, forms=tuple(_forms(_stated(shown.passages))))
    found = mentioned(edition, entity.pointer)
    return replace(shown, counted=counted, forms=tuple(_common(entity, found, path, texts)))


def portion(entity: Entity, path: str, texts: Mapping[str, Text], one: Portion) -> Concordance:
    """A further portion as its page shows it; always with the titles of the texts."""
    return replace(_shown(entity, path, texts, one), several=True)


def _shown(entity: Entity, path: str, texts: Mapping[str, Text], portion: Portion) -> Concordance:
    named = _named(entity)
    passages = tuple(_passage(texts[identifier], those, path, named) for identifier, those in portion.grouped)
    return Concordance(
        counted=words.count(portion.last - portion.first + 1, "Stelle", "Stellen"),
        passages=passages,
        several=len(passages) > 1,
        paraphrases=any(line.paraphrased for passage in passages for line in passage.lines),
        forms=(),
    )


def _named(entity: Entity) -> bool:
    return BY_SLUG[entity.kind].mention != PHRASE


def _passage(text: Text, places: tuple[Mention, ...], path: str, named: bool) -> Passage:
    lines = tuple(_line(mention, text, path, named) for mention in places)
    counted = words.count(len(lines), "Stelle", "Stellen")
    marks = tuple(
        along.mark(text.course, mention, line.href, line.place)
        for mention, line in zip(places, lines, strict=True)
    )
    return Passage(
        text.article.title,
        text.article.language,
        counted,
        Strip(text.course.ground, marks, interface.foreign(text.article.language)),
        lines,
    )


Spoken = tuple[Line, str]  # a place, and the language of its text
Forms = Mapping[tuple[str, bool], Sequence[Spoken]]  # by words, and whether they are a paraphrase


def _stated(passages: Iterable[Passage]) -> Forms:
    grouped: dict[tuple[str, bool], list[Spoken]] = defaultdict(list)
    for passage in passages:
        for line in passage.lines:
            grouped[line.form, line.paraphrased].append((line, passage.language))
    return grouped


def _forms(grouped: Forms) -> Iterator[Row]:
    """By which words the texts name an entity, the most frequent first; nothing where there is one form only."""
    if len(grouped) > 1:
        ranked = sorted(grouped.items(), key=lambda one: (-len(one[1]), words.sort_key(one[0][0])))
        yield Row(_(FORMS), tuple(_form(form, those, len(those)) for (form, _paraphrased), those in ranked))


def _common(entity: Entity, found: Iterable[Mention], path: str, texts: Mapping[str, Text]) -> Iterator[Row]:
    """Likewise of very many places: the most frequent forms, each with the first of its places."""
    named = _named(entity)
    counts: Counter[tuple[str, bool]] = Counter()
    firsts: dict[tuple[str, bool], list[Mention]] = defaultdict(list)
    for one in found:
        form = (one.form, named and not one.direct)
        counts[form] += 1
        if counts[form] <= SPOTS:
            firsts[form].append(one)
    ranked = sorted(counts, key=lambda form: (-counts[form], words.sort_key(form[0])))
    stated = []
    for form in ranked[:COMMON]:
        lines = [(_line(one, texts[one.article_id], path, named), one) for one in firsts[form]]
        spoken = [(line, texts[one.article_id].article.language) for line, one in lines]
        stated.append(_form(form[0], spoken, counts[form]))
    if len(ranked) > COMMON:
        stated.append(Statement((Piece(_(MORE).format(number=len(ranked) - COMMON)),)))
    if len(ranked) > 1:
        yield Row(_(FORMS), tuple(stated))


def _form(form: str, those: Sequence[Spoken], number: int) -> Statement:
    """One form with its number, and the paragraphs that have it, each leading to the first there."""
    first = {line.place: line.href for line, _language in reversed(those)}
    spots = {line.place: first[line.place] for line, _ in those}
    links = [piece for place, href in spots.items() for piece in (Piece(", "), Piece(place, href))]
    line, language = those[0]
    named = Piece(form, language=interface.foreign(language))
    counted = Piece(f" {TIMES.format(number)}: ")
    further = [Piece(" …")] if number > len(those) else []
    return Statement((named, counted, *links[1:], *further), note=_(UNNAMED) if line.paraphrased else "")


def _line(mention: Mention, text: Text, path: str, named: bool) -> Line:
    return Line(
        place=text.labels.get(mention.block, ""),
        href=urls.relative(f"{text.path}#{mention.anchor}", path),
        before=words.before(mention.before, CONTEXT).lstrip(),
        form=mention.form,
        after=words.after(mention.after, CONTEXT).rstrip(),
        paraphrased=named and not mention.direct,
    )
