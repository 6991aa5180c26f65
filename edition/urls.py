"""Every URL and output path of the site, in one place. docs/urls.md is the contract."""

from __future__ import annotations

from functools import cache
from posixpath import relpath

from edition import interface
from edition.kinds import BY_SLUG

HOME = "index.html"
DOWNLOADS = "downloads.html"
GUIDELINES = "guidelines.html"
SOURCES = "sources.html"
QUOTATIONS = "quotations.html"
VOICES = "voices.html"
CHRONOLOGY = "chronology.html"
MAP = "map.html"
NETWORK = "network.html"
TIME = "time.html"
APPARATUS = "apparatus.html"
APPARATUS_NOTES = ("emendation", "join", "textual")  # types of notes that stand there
AUTHORITY_DATA = "authority-data.html"
VALIDATION = "validation.html"
IMPRINT = "imprint.html"
STYLE = "assets/edition.css"
GENRES = "assets/genres.css"  # what texts have besides paragraphs
DOCUMENTS = "assets/documents.css"  # what documents are listed in, and what stands around them
SEARCH = "search.html"
WORDS = "words/index.html"
TEXTS = "texts/index.html"  # all texts by title
TEXTS_BY_DATE = "texts/date/index.html"
TEXTS_BY_AUTHOR = "texts/author/index.html"
CALENDAR = "calendar/index.html"
LETTERS = "letters/index.html"
CAST = "cast/index.html"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
LINKSET = "linkset.json"
RESERVATION = ".well-known/tdmrep.json"
# What the pages of all languages share; everything else a page links to, each language has for itself.
SHARED = ("assets/", "data/", "images/", "search/", SITEMAP, ROBOTS, LINKSET, RESERVATION)


def article(slug: str) -> str:
    """The reading page of an article: `texts/<slug>.html`."""
    return f"texts/{slug}.html"


def note(slug: str, name: str, kind: str) -> str:
    """A note on an article, by its id and type: beside the text, or in the apparatus if it is about the text as such."""
    return f"{APPARATUS}#{slug}.{name}" if kind in APPARATUS_NOTES else f"{article(slug)}#{name}"


def diplomatic(slug: str) -> str:
    """The diplomatic text of an article: `texts/<slug>.diplomatic.html`."""
    return f"texts/{slug}.diplomatic.html"


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


def places(pointer: str, number: int) -> str:
    """Further places that name an entity, where they are too many for its page: `persons/serge-victor/2.html`."""
    page = entity(pointer)
    return page if number == 1 else f"{page.removesuffix('.html')}/{number}.html"


_INDEXES = frozenset(index(kind) for kind in BY_SLUG)


def reference(pointer: str) -> str:
    """An entry of the list of sources: `sources.html#rocker`."""
    return f"{SOURCES}#{pointer.partition(':')[2]}"


def script(name: str) -> str:
    """The script of a kind of page: `assets/search.js`."""
    return f"assets/{name}.js"


def cards(slug: str) -> str:
    """What the cards of the entries in a text show: `cards/<slug>.js`."""
    return f"cards/{slug}.js"


def words(letter: str) -> str:
    """The words under a letter: `words/a.html`."""
    return f"words/{letter}.html"


def sitemap(number: int) -> str:
    """A part of the list of pages, where they are too many for one file: `sitemap-2.xml`."""
    return f"{SITEMAP.removesuffix('.xml')}-{number}.xml"


def searched(query: str) -> str:
    """The search with a query, which is escaped as in an address: `search.html#q=exil`."""
    return f"{SEARCH}#q={query}"


def part(index: str, name: str) -> str:
    """A further page of a list that is too long for one: `letters/years/1901.html`, `texts/date/1901.html`,
    `persons/index-a.html`, `chronology/1901.html`."""
    folder = index.rpartition("/")[0] or index.removesuffix(".html")
    if index in _INDEXES:
        return f"{folder}/index-{name}.html"
    below = {TEXTS: "title/", LETTERS: "years/"}.get(index, "")
    return f"{folder}/{below}{name}.html"


def year(name: str) -> str:
    """The calendar of a year: `calendar/1901.html`."""
    return f"calendar/{name}.html"


def letters(pointer: str, number: int = 1) -> str:
    """The letters from and to somebody: `letters/<id>.html` for a person; what follows if they are too many for one page."""
    kind, _, name = pointer.partition(":")
    folder = "letters/" if kind == "person" else f"letters/{BY_SLUG[kind].plural}/"
    return f"{folder}{name}.html" if number == 1 else f"{folder}more/{name}.{number}.html"


def cast(slug: str) -> str:
    """Who speaks in a play: `cast/<slug>.html`."""
    return f"cast/{slug}.html"


def named() -> dict[str, str]:
    """The computed pages by the slugs that a pointer `page:…` may name."""
    indexes = {kind.plural: index(kind.slug) for kind in BY_SLUG.values()}
    return indexes | {
        "index": HOME,
        "sources": SOURCES,
        "guidelines": GUIDELINES,
        "downloads": DOWNLOADS,
        "suche": SEARCH,
        "woerter": WORDS,
        "quotations": QUOTATIONS,
        "voices": VOICES,
        "chronology": CHRONOLOGY,
        "karte": MAP,
        "network": NETWORK,
        "zeit": TIME,
        "apparatus": APPARATUS,
        "normdaten": AUTHORITY_DATA,
        "validierung": VALIDATION,
        "impressum": IMPRINT,
    }


def data(path: str) -> str:
    """A published copy of a source file: `data/<path>`."""
    return f"data/{path}"


def image(path: str) -> str:
    """An image that a text shows, by its path in the edition: `images/<path>`."""
    return f"images/{path}"


def exported(slug: str, name: str) -> str:
    """A file of an export: `data/<format>/<name>`."""
    return f"data/{slug}/{name}"


def root(path: str) -> str:
    """What leads from a page to the site's root: "", "../"."""
    return "../" * path.count("/")


def above() -> str:
    """What leads from the root of the pages of a language to the root of the site: "", "../"."""
    return "../" * interface.folder().count("/")


def relative(target: str, start: str) -> str:
    """`target` as seen from the page `start`; addresses stay.

    Both are paths as in the language at the site's root: from a page in a folder of another language, pages of that
    language are as near, and only what all share is further away.
    """
    path, mark, fragment = target.partition("#")
    if "://" in target or target.startswith("mailto:"):
        return target
    if path == start:
        return mark + fragment if mark else path.rpartition("/")[2]
    shared = above() if path.startswith(SHARED) else ""
    return shared + _between(path, start.rpartition("/")[0] or ".") + mark + fragment


def folders(languages: tuple[str, ...]) -> tuple[str, ...]:
    """Where the pages in each language of the interface are: the first at the root, the others in folders."""
    return tuple(f"{one}/" if number else "" for number, one in enumerate(languages))


def in_folder(path: str, folder: str) -> str:
    """A page in the folder of another language, as seen from the same page where it is being made."""
    return "../" * (interface.folder() + path).count("/") + folder + path


def published(path: str) -> str:
    """Where a page being made is published: in the folder of its language."""
    return interface.folder() + path


@cache
def _between(path: str, folder: str) -> str:
    return relpath(path, folder)  # kept: a build asks thousands of times for the same few
