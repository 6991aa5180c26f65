"""Words for the reader: order of names, dates, labels, trimmed context."""

from edition.words.collation import initial, sort_key
from edition.words.context import after, before, shorten
from edition.words.dates import dating, lifespan, years
from edition.words.entries import SPANS, labels, stated, summary
from edition.words.labels import (
    block,
    capital,
    certainty,
    coordinates,
    count,
    language,
    lists,
    name_type,
    relation,
    reverse,
    tag_of,
    tie,
    type_of,
)
from edition.words.scholarship import (
    confidence,
    degrees,
    duration,
    gist,
    length,
    quotation,
    responsible,
    share,
    starts,
)
from edition.words.sentences import sentences
from edition.words.values import IMPRINT

__all__ = [
    "IMPRINT",
    "SPANS",
    "after",
    "before",
    "block",
    "capital",
    "certainty",
    "confidence",
    "coordinates",
    "count",
    "dating",
    "degrees",
    "duration",
    "gist",
    "initial",
    "labels",
    "language",
    "length",
    "lifespan",
    "lists",
    "name_type",
    "quotation",
    "relation",
    "responsible",
    "reverse",
    "sentences",
    "share",
    "shorten",
    "sort_key",
    "starts",
    "stated",
    "summary",
    "tag_of",
    "tie",
    "type_of",
    "years",
]
