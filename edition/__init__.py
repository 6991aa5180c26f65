"""A scholarly edition in TEI: checks it, builds its reading edition, exports it."""

__version__ = "0.1.0"
