"""How the edition, a text, or any other page of it is cited: German, with version, date and address."""

from __future__ import annotations

from dataclasses import dataclass

from edition.model import Article, Config, Dating
from edition.words import dating


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation: `words`, and the `url` that closes it."""

    words: str
    url: str

    @property
    def text(self) -> str:
        """The whole citation in one line, as one copies it."""
        return f"{self.words} {self.url}"


def address(config: Config, path: str) -> str:
    """The published address of a page, by its path in the site."""
    return f"{config.base_url.rstrip('/')}/{path}"


def _version(config: Config) -> str:
    return f"Version {config.version}, {dating(Dating(when=config.date))}"


def _host(config: Config) -> str:
    """Title and publisher; a publisher that is named after the edition says both."""
    if config.title in config.publisher or not config.publisher:
        return config.publisher or config.title
    return f"{config.title}. {config.publisher}"


def _ended(words: str) -> str:
    return words if words.endswith((".", "!", "?", "…", "!«", "?«")) else f"{words}."


def edition(config: Config, path: str) -> Citation:
    """The edition as a whole."""
    named = [config.title, config.subtitle, "" if config.publisher == config.title else config.publisher]
    return Citation(
        " ".join(_ended(part) for part in (*named, _version(config)) if part), address(config, path)
    )


def text(config: Config, article: Article, path: str) -> Citation:
    """A text of the edition, or one of its own pages (which then has no author but the edition)."""
    authors = f"{' / '.join(article.authors)}: " if article.authors else ""
    return Citation(f"{authors}{_ended(article.title)} In: {_in(config)}", address(config, path))


def footnote(config: Config, article: Article, place: str, quote: str, path: str) -> str:
    """A passage of a text in a note: its words, if they are quoted, then where they stand, in one sentence."""
    authors = " / ".join(article.authors)
    named = f"{authors}: {article.title}" if authors else article.title
    said = f"{named}, in: {_host(config)}, {_version(config)}, {place}, <{address(config, path)}>"
    return f"{quote} ({said})." if quote else f"{said}."


def part(config: Config, title: str, path: str) -> Citation:
    """Any other page: an entry, an index, a list."""
    return Citation(f"{_ended(title)} In: {_in(config)}", address(config, path))


def _in(config: Config) -> str:
    return f"{_ended(_host(config))} {_version(config)}."
