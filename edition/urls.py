"""Every URL and output path of the site, in one place. docs/urls.md is the contract."""

from __future__ import annotations

from posixpath import dirname, relpath

from edition.kinds import BY_SLUG

HOME = "index.html"
DOWNLOADS = "downloads.html"
GUIDELINES = "guidelines.html"
SOURCES = "sources.html"
STYLE = "assets/edition.css"


def article(slug: str) -> str:
    """The reading page of an article: `texts/<slug>.html`."""
    return f"texts/{slug}.html"


def page(slug: str) -> str:
    """One of the edition's own pages: `pages/<slug>.html`."""
    return f"pages/{slug}.html"


def index(kind: str) -> str:
    """The index of a kind, by its slug: `persons/index.html`."""
    return f"{BY_SLUG[kind].plural}/index.html"


def entity(pointer: str) -> str:
    """The page of an entity, by its pointer: `persons/serge-victor.html`."""
    kind, _, name = pointer.partition(":")
    return f"{BY_SLUG[kind].plural}/{name}.html"


def reference(pointer: str) -> str:
    """An entry of the list of sources: `sources.html#rocker`."""
    return f"{SOURCES}#{pointer.partition(':')[2]}"


def data(path: str) -> str:
    """A published copy of a source file: `data/<path>`."""
    return f"data/{path}"


def relative(target: str, start: str) -> str:
    """`target` as seen from the page `start`, both paths from the site's root; addresses stay."""
    path, mark, fragment = target.partition("#")
    if "://" in target or target.startswith("mailto:"):
        return target
    if path == start:
        return mark + fragment if mark else path.rpartition("/")[2]
    return relpath(path, dirname(start) or ".") + mark + fragment
