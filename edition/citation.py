"""How the edition, a text, or any other page of it is cited: with version, date and address."""

from __future__ import annotations

from msgspec import Struct

from edition.interface import _, foreign, language
from edition.model import Article, Config, Dating
from edition.words import dating


class Citation(Struct, frozen=True):
    """A citation in pieces, each with its language where that is not the page's, and the `url` that closes it."""

    pieces: tuple[tuple[str, str], ...]
    url: str

    @property
    def words(self) -> str:
        """All but the address."""
        return "".join(said for said, _language in self.pieces)

    @property
    def text(self) -> str:
        """The whole citation in one line, as one copies it."""
        return f"{self.words} {self.url}"


def address(config: Config, path: str) -> str:
    """The published address of a page, by its path in the site."""
    return f"{config.base_url.rstrip('/')}/{path}"


def _version(config: Config) -> str:
    said = _("Version {version}, {date}")
    return said.format(version=config.version, date=dating(Dating(when=config.date)))


def _host(config: Config) -> str:
    """Title and publisher; a publisher that is named after the edition says both."""
    if config.title in config.publisher or not config.publisher:
        return config.publisher or config.title
    return f"{config.title}. {config.publisher}"


def _ended(words: str) -> str:
    return words if words.endswith((".", "!", "?", "…", "!«", "?«")) else f"{words}."


def edition(config: Config, path: str) -> Citation:
    """The edition as a whole."""
    subtitle, spoken = config.subtitled(language())
    publisher = "" if config.publisher == config.title else config.publisher
    named = ((config.title, foreign(config.content)), (subtitle, foreign(spoken)), (publisher, ""))
    pieces = (*((f"{_ended(part)} ", tag) for part, tag in named if part), (_ended(_version(config)), ""))
    return Citation(pieces, address(config, path))


def text(config: Config, article: Article, path: str) -> Citation:
    """A text of the edition, or one of its own pages (which then has no author but the edition)."""
    authors = f"{' / '.join(article.authors)}: " if article.authors else ""
    return _of(config, authors, article.title, foreign(article.language), path)


def footnote(config: Config, article: Article, place: str, quote: str, path: str) -> str:
    """A passage of a text in a note: its words, if they are quoted, then where they stand, in one sentence."""
    authors = " / ".join(article.authors)
    named = f"{authors}: {article.title}" if authors else article.title
    said = f"{named}, {_('in:')} {_host(config)}, {_version(config)}, {place}, <{address(config, path)}>"
    return f"{quote} ({said})." if quote else f"{said}."


def part(config: Config, title: str, path: str, tag: str = "") -> Citation:
    """Any other page: an entry, an index, a list; `tag` is the language of its title where that is not the page's."""
    return _of(config, "", title, tag, path)


def _of(config: Config, authors: str, title: str, tag: str, path: str) -> Citation:
    pieces = ((authors, ""), (_ended(title), tag), (f" {_('In:')} {_in(config)}", ""))
    return Citation(tuple(piece for piece in pieces if piece[0]), address(config, path))


def _in(config: Config) -> str:
    return f"{_ended(_host(config))} {_version(config)}."
