"""What follows from the ODD: the grammar, the rules and the encoding guidelines that the site publishes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from edition import resources
from edition.errors import SchemaError, StylesheetError
from edition.model import Bilingual
from edition.saxon import Stylesheet

# Product → the stylesheet in xslt/schema that makes it.
PRODUCTS = {
    "edition.rng": "rng.xsl",
    "edition.sch": "sch.xsl",
    "guidelines.html": "guidelines.xsl",
}


def compile_odd(odd: bytes, name: str = "The ODD") -> Mapping[str, bytes]:
    """The files compiled from an ODD, by name; the same bytes for the same ODD.

    Raises:
        SchemaError: the ODD says something that the compiler does not understand; the sentence says where.
    """
    return {product: _compile(stylesheet, odd, name) for product, stylesheet in PRODUCTS.items()}


def _compile(stylesheet: str, odd: bytes, name: str) -> bytes:
    run = Stylesheet(resources.stylesheet(f"schema/{stylesheet}"))
    try:
        text = run(odd, name=name)
    except StylesheetError as error:
        sentence = error.message.en.removeprefix(f"The stylesheet {stylesheet} stopped at {name}: ")
        raise SchemaError(
            Bilingual(
                f"{name} cannot be compiled: {sentence}", f"{name} lässt sich nicht übersetzen: {sentence}"
            ),
            Bilingual("Correct it at the place named.", "An der genannten Stelle berichtigen."),
        ) from error
    return f"{text.strip()}\n{mark(odd)}\n".encode()


def mark(odd: bytes) -> str:
    """The line at the end of a compiled file that says which ODD it was compiled from."""
    return f"<!-- Compiled from an ODD with the SHA-256 {hashlib.sha256(odd).hexdigest()}. -->"
