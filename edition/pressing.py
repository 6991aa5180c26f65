"""From what is known of an edition to its finished pages: each text, each entry and each computed page by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from edition import (
    anchors,
    codes,
    conservation,
    corpus,
    interface,
    metadata,
    pages,
    prose,
    rendering,
    searching,
    shown,
    urls,
    verify,
)
from edition.desk import Desk
from edition.findings import Verdict
from edition.model import Article, Edition, Entity, File, Finding, Listing, Page, Source
from edition.traces import Trace

_UNKNOWN = re.compile(r' data-tei="([^"]*)"')


class Press(Struct, frozen=True):
    """What every page is made from. `offered` are the exports that pages link to, `images` those that texts show."""

    edition: Edition
    offered: metadata.Files
    images: frozenset[str]
    guidelines: str = ""  # of an edition of ours, compiled
    parts: Sequence[searching.Part] = ()  # of the index of the search


class Tongue(Struct, frozen=True):
    """A language of the pages and the folder they stand in; the words of a text are compared in the first only."""

    language: str
    folder: str
    first: bool


class Pressed(Struct):
    """Finished pages: where their files are, what each is about, and what was found in the texts.

    A subject stands there without the thing itself, which is known where the edition is: only its name is sent.
    """

    paths: list[str] = field(default_factory=list)
    subjects: list[tuple[metadata.Subject, str]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    traces: dict[str, Trace] = field(default_factory=dict)


Job = tuple[str, str, Tongue]  # what is to be made: a row of MAKERS, its name there, in which language


def jobs(edition: Edition, tongues: Sequence[Tongue]) -> Iterator[Job]:
    """Everything that is made, for each language in the order in which the site lists it."""
    for sort, name in _things(edition):
        yield from ((sort, name, tongue) for tongue in tongues if tongue.first or sort != "search")


def _things(edition: Edition) -> Iterator[tuple[str, str]]:
    yield "search", ""
    for number, make in enumerate(pages.PAGES):
        yield ("words" if make is pages.WORDS else "computed"), str(number)
        if make is pages.INDEXES:
            yield from (("entity", pointer) for pointer in edition.entities)
    if not edition.config.adopted:
        yield "guidelines", ""
    yield from (("text", one.id) for one in (*edition.articles, *edition.pages))


def reads(edition: Edition, batch: tuple[Job, ...]) -> Iterator[str]:
    """The files that some jobs are made from, besides the facts of the edition."""
    texts = pages.texts_by_id(edition)
    return (texts[name].path for sort, name, _ in batch if sort == "text")


def part(_desk: Desk, edition: Edition, stretch: searching.Stretch) -> searching.Part:
    """A part of the index of the search, which some of the pages are made with."""
    return searching.part(edition, stretch)


def press(desk: Desk, given: Press, batch: tuple[Job, ...]) -> tuple[Pressed, ...]:
    """Do some jobs in one language: the pages are finished and written."""
    return tuple(_pressed(desk, given, job) for job in batch)


def _pressed(desk: Desk, given: Press, job: Job) -> Pressed:
    (sort, name, tongue), pressed = job, Pressed()
    with interface.speaking(tongue.language, tongue.folder):
        for made in MAKERS[sort](desk, given, name, pressed, tongue):
            _finish(desk, given, made, pressed)
    return pressed


def subjects(edition: Edition, pressed: Pressed) -> Iterator[metadata.Subject]:
    """What the pages are about, with the things themselves."""
    for subject, name in pressed.subjects:
        yield replace(subject, thing=_thing(edition, name)) if name else subject


_WHOLE = "edition"  # no text may be called so, for a text has its role before its id


def _thing(edition: Edition, name: str) -> Any:
    if name == _WHOLE:
        return edition
    role, _, known = name.partition(" ")
    return pages.texts_by_id(edition)[known] if known else edition.entities[role]


def _name(thing: Any) -> str:
    if thing is None:
        return ""
    if isinstance(thing, Article):
        return f"{thing.role} {thing.id}"
    return str(thing.pointer) if isinstance(thing, Entity) else _WHOLE


def last(desk: Desk, given: Press, tongue: Tongue, told: Verdict, listings: tuple[Listing, ...]) -> Pressed:
    """The pages on what was found and on what there is to download, which are known when all others are made."""
    pressed = Pressed()
    with interface.speaking(tongue.language, tongue.folder):
        _finish(desk, given, pages.validation_page(given.edition, told), pressed)
        _finish(desk, given, pages.downloads_page(given.edition, listings), pressed)
    return pressed


def _finish(desk: Desk, given: Press, made: Page | File, pressed: Pressed) -> None:
    """Write a file; a page becomes one first."""
    file = made if isinstance(made, File) else _rendered(given, made, pressed)
    pressed.paths.append(file.path)
    desk.write(file)


def _rendered(given: Press, page: Page, pressed: Pressed) -> File:
    subject = pages.subject(page)
    pressed.subjects.append((replace(subject, thing=None), _name(subject.thing)))
    file = rendering.render(page, metadata.head(given.edition, subject, given.offered))
    traced = verify.trace(file)
    if traced:
        pressed.traces[file.path] = traced
    return file


def _computed(_desk: Desk, given: Press, number: str, _pressed: Pressed, _tongue: Tongue) -> Iterator[Page]:
    return pages.PAGES[int(number)](given.edition)


def _words(_desk: Desk, given: Press, _number: str, _pressed: Pressed, _tongue: Tongue) -> Iterator[Page]:
    return pages.WORDS(given.edition, given.parts)


def _entity(_desk: Desk, given: Press, pointer: str, _pressed: Pressed, _tongue: Tongue) -> Iterator[Page]:
    return pages.entity_pages(given.edition, pointer)


def _guidelines(_desk: Desk, given: Press, _name: str, _pressed: Pressed, _tongue: Tongue) -> Iterator[Page]:
    yield pages.guidelines_page(given.edition, prose.trusted(given.guidelines))


def _text(desk: Desk, given: Press, name: str, pressed: Pressed, tongue: Tongue) -> Iterator[Page | File]:
    """The pages of one text, with the cards of its entries."""
    edition, article = given.edition, pages.texts_by_id(given.edition)[name]
    source = _source(desk.read(article.path), article.path, article.role, edition.config.adopted)
    for layer in shown.layers(edition.config, article):
        fragments = _fragments(given, article, source, layer)
        if edition.config.adopted and tongue.first:
            pressed.findings += _proved(edition, article, source, fragments, layer)
        yield pages.text_page(edition, article, fragments, layer=layer)
    if article.role == "article":
        yield pages.card(edition, article)


@lru_cache(maxsize=1)  # a text is asked for in one language after the other
def _source(data: bytes, path: str, role: str, adopted: bool) -> Source:
    return (corpus.written if adopted else corpus.again)(data, path, role)  # it was examined


def _search(_desk: Desk, given: Press, _name: str, _pressed: Pressed, _tongue: Tongue) -> Iterator[File]:
    """The index of the search, which has no page of its own."""
    yield from searching.files(given.edition, given.parts)


MAKERS: Mapping[str, Callable[[Desk, Press, str, Pressed, Tongue], Iterator[Page | File]]] = {
    "search": _search,
    "computed": _computed,
    "entity": _entity,
    "words": _words,
    "guidelines": _guidelines,
    "text": _text,
}


def _fragments(given: Press, article: Article, source: Source, layer: str) -> prose.Fragments:
    """At the root of the site the edition says its words inside a text in the language of that text; in the folder of
    another language of the interface, in that."""
    edition, path, used = given.edition, pages.path_of(article, layer), anchors.pointed(source.tree)
    labels = pages.labels(edition)
    return prose.fragments(
        source,
        {one: urls.relative(place, path) for one in used if (place := _place(given, one))},
        "render" if edition.config.adopted else "fail",
        labels={one: labels[one] for one in used if one in labels},
        reports=pages.reports(edition, article, path),
        layer=layer,
        language=interface.language() if interface.folder() else "",
    )


def _place(given: Press, pointer: str) -> str:
    """Where a pointer leads: to an entry, a source, a page, a text or a place in one, an image; or nowhere."""
    sort, _, name = pointer.partition(":")
    if sort == "page":
        slug, mark, fragment = name.partition("#")
        return _page(given.edition, slug) + mark + fragment if _page(given.edition, slug) else ""
    if sort == "image":
        return urls.image(name) if name in given.images else ""
    if pointer in given.edition.references:
        return urls.reference(pointer)
    return urls.entity(pointer) if pointer in given.edition.entities else ""


def _page(edition: Edition, slug: str) -> str:
    named = urls.named().get(slug, "")
    article = pages.texts_by_id(edition).get(slug)
    return pages.path_of(article) if article else named


def _proved(
    edition: Edition, article: Article, source: Source, fragments: prose.Fragments, layer: str
) -> Iterator[Finding]:
    """What the page of a text of others says otherwise than its TEI, and what it shows without knowing it."""
    path = edition.config.originals.get(article.path, article.path)
    root = source.tree.getroot()
    for text_of in root.iterchildren(f"{{{corpus.TEI}}}text"):
        for told in conservation.differences(text_of, fragments, layer):
            yield codes.finding(
                "Y003", path, 1, 1, told.place, before=told.before, tei=told.tei, page=told.page
            )
    unknown: Mapping[str, Any] = Counter(
        name
        for part in (fragments.front, fragments.body, fragments.back, fragments.notes)
        for name in _UNKNOWN.findall(str(part))
    )
    if layer == shown.READING:
        for name, count in sorted(unknown.items()):
            yield codes.finding("Y002", path, 1, 1, element=name, count=count)
