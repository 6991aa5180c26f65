"""What a text says: its blocks, and what is mentioned, quoted, dated and corrected in it."""

from __future__ import annotations

from msgspec import Struct

from edition.model.entities import UNDATED, Dating
from edition.model.genres import Letter, Play
from edition.model.pickled import pickled


@pickled
class Mention(Struct, frozen=True):
    """A place in a text that names an entity, with the words around it (reading text)."""

    pointer: str
    article_id: str
    anchor: str
    block: str  # xml:id of the paragraph, heading or entry it stands in
    form: str
    before: str
    after: str
    direct: bool  # a name, not a paraphrase (rs) or a dated event
    inside: str | None = None  # id of the innermost quotation around it
    start: int = 0  # where in the text of its block it begins


@pickled
class Quotation(Struct, frozen=True):
    """Words in quotation marks; an interrupted quotation is one value with several parts."""

    id: str
    article_id: str
    block: str
    parts: tuple[tuple[str, str], ...]  # (anchor, text)
    kind: str  # source, speech, epigraph, term, title, name, foreign
    speaker: str | None
    source: str | None
    language: str
    level: int  # 1 outermost
    places: tuple[tuple[str, int], ...] = ()  # of each part: its block, and where in its text it begins
    certainty: str | None = None  # how certain the source is
    pages: str | None = None  # the pages that the text itself gives for it


@pickled
class DateRef(Struct, frozen=True):
    """A temporal expression in a text."""

    article_id: str
    anchor: str
    block: str
    form: str
    dating: Dating
    certainty: str | None = None
    event: str | None = None  # pointer of the event told with this date
    relative_to: str | None = None  # @datingPoint
    duration: str | None = None  # @dur
    offset: str | None = None  # "before", "after" or "same"
    id: str | None = None  # what a datingPoint names
    before: str = ""  # the words around it
    after: str = ""
    noted: bool = False  # whether a factual or explanatory note stands at it
    line: int = 0
    column: int = 0
    start: int = 0  # where in the text of its block it begins


@pickled
class Correction(Struct, frozen=True):
    """An emendation, visible in the text."""

    article_id: str
    anchor: str
    block: str
    printed: str
    corrected: str
    responsibility: str | None
    certainty: str | None


@pickled
class Passage(Struct, frozen=True):
    """Words of a text that a note belongs to; `anchor` is where they stand in the reading page."""

    block: str
    anchor: str
    words: str
    inside: tuple[str, ...] = ()  # anchors of what stands within it: names, dates, quotations, corrections
    end: int = 0  # where in the reading text of the block it ends
    start: int = 0  # where in the text of its block it begins


@pickled
class Note(Struct, frozen=True):
    """A note of the commentary or the apparatus, with the passages it holds for."""

    id: str
    article_id: str
    type: str  # factual, explanation, quotation, textual, emendation, join
    passages: tuple[Passage, ...]
    text: str
    sources: tuple[str, ...]
    certainty: str | None
    responsibility: str | None
    foreign: tuple[tuple[int, int, str], ...] = ()  # stretches of the text in another language


@pickled
class Join(Struct, frozen=True):
    """A place where the edition joins what the copy text cuts in mid-sentence."""

    article_id: str
    anchor: str
    block: str
    before: str
    after: str


@pickled
class Block(Struct, frozen=True):
    """A citable unit of a text: a paragraph, a heading, an entry of the bibliography."""

    id: str
    number: str | None  # p/@n
    text: str  # reading text, white space collapsed
    printed: str = ""  # diplomatic text, white space collapsed
    element: str = "p"  # of the TEI: head, byline, p, epigraph, item, bibl


@pickled
class Article(Struct, frozen=True):
    """A text of the edition, or one of the edition's own pages: facts only."""

    id: str
    role: str
    path: str
    title: str
    authors: tuple[str, ...]
    language: str
    source_citation: str  # how the source cites itself, ready to print
    version: str
    date: str
    published: Dating
    blocks: tuple[Block, ...] = ()
    work: str = ""  # pointer of the work that this text is, if it is in the lists
    keywords: tuple[str, ...] = ()  # what the header says the text is about
    dated: Dating = UNDATED  # of the document, wherever its file says it
    filed: tuple[str, ...] = ()  # the authors as an index files them: "Serge, Victor"
    letter: Letter | None = None
    play: Play | None = None


@pickled
class Naming(Struct, frozen=True):
    """A tagged name (not a paraphrase), and where its tag stands in the file."""

    pointer: str
    words: str
    block: str
    line: int
    column: int


@pickled
class Piece(Struct, frozen=True):
    """Part of a stretch: where it begins, in it and in the file, and what is tagged around it.

    `byte` is -1 where the file does not have these very signs, but a reference to one.
    """

    offset: int
    line: int
    column: int
    byte: int
    within: tuple[str, ...] = ()  # pointers of the paraphrases and dates around it
    whole: str = ""  # the words of the innermost paraphrase, date or passage with a note


@pickled
class Stretch(Struct, frozen=True):
    """Words of a block that no name covers, as the file has them; a name or a new block ends a stretch."""

    block: str
    text: str
    pieces: tuple[Piece, ...]
    prefix: str = ""  # of the TEI elements there: "tei:" or nothing
