"""German words for the reader: order of names, dates, labels, trimmed context."""

from edition.words.collation import initial, sort_key
from edition.words.context import after, before, shorten
from edition.words.dates import dating, lifespan, years
from edition.words.labels import (
    block,
    capital,
    certainty,
    coordinates,
    count,
    language,
    name_type,
    relation,
    reverse,
    type_of,
)

__all__ = [
    "after",
    "before",
    "block",
    "capital",
    "certainty",
    "coordinates",
    "count",
    "dating",
    "initial",
    "language",
    "lifespan",
    "name_type",
    "relation",
    "reverse",
    "shorten",
    "sort_key",
    "type_of",
    "years",
]
