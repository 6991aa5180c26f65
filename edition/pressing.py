"""From what is known of an edition to its finished pages: each text, each entry and each computed page by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from edition import (
    codes,
    conservation,
    corpus,
    interface,
    metadata,
    pages,
    prose,
    rendering,
    resources,
    searching,
    shown,
    urls,
    validation,
    verify,
)
from edition.model import Article, Edition, File, Finding, Listing, Page, Source
from edition.traces import Trace
from edition.validation import Examination
from edition.workspace import Workspace

_UNKNOWN = re.compile(r' data-tei="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Press:
    """What every page is made from. `offered` are the exports that pages link to; `write` puts a file in its place."""

    house: Workspace
    edition: Edition
    offered: metadata.Files
    write: Callable[[File], None]


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language of the pages and the folder they stand in; the words of a text are compared in the first only."""

    language: str
    folder: str
    first: bool


@dataclass(slots=True)
class Pressed:
    """Finished pages: where their files are, what each is about, and what was found in the texts."""

    paths: list[str] = field(default_factory=list)
    subjects: list[metadata.Subject] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    traces: dict[str, Trace] = field(default_factory=dict)


BATCH = 40  # texts or entries made one after the other
_HEAVY = frozenset({"computed", "search"})
Job = tuple[str, str, Tongue]  # what is to be made: a row of MAKERS, its name there, in which language


def batches(edition: Edition, tongue: Tongue) -> Iterator[tuple[Job, ...]]:
    """The same as pieces of work of like size: what looks at the whole edition by itself, texts and entries by the dozen."""
    for sort, several in groupby(jobs(edition, tongue), key=lambda job: job[0]):
        found = tuple(several)
        size = 1 if sort in _HEAVY else BATCH
        yield from (found[start : start + size] for start in range(0, len(found), size))


def jobs(edition: Edition, tongue: Tongue) -> Iterator[Job]:
    """Everything that is made in a language, in the order in which the site lists it."""
    if tongue.first:
        yield ("search", "", tongue)
    for number, make in enumerate(pages.PAGES):
        yield ("computed", str(number), tongue)
        if make is pages.INDEXES:
            yield from (("entity", pointer, tongue) for pointer in edition.entities)
    if not edition.config.adopted:
        yield ("guidelines", "", tongue)
    yield from (("text", one.id, tongue) for one in (*edition.articles, *edition.pages))


def press(given: Press, batch: tuple[Job, ...]) -> Pressed:
    """Do some jobs in one language: the pages are finished and written."""
    pressed = Pressed()
    for sort, name, tongue in batch:
        with interface.speaking(tongue.language, tongue.folder):
            for page in MAKERS[sort](given, name, pressed, tongue):
                _finish(given, page, pressed)
    return pressed


def last(given: Press, tongue: Tongue, examined: Examination, listings: tuple[Listing, ...]) -> Pressed:
    """The pages on what was found and on what there is to download, which are known when all others are made."""
    pressed = Pressed()
    with interface.speaking(tongue.language, tongue.folder):
        told = validation.verdict(given.house.origin, examined)
        _finish(given, pages.validation_page(given.edition, told), pressed)
        _finish(given, pages.downloads_page(given.edition, listings), pressed)
    return pressed


def _finish(given: Press, page: Page, pressed: Pressed) -> None:
    subject = pages.subject(page)
    pressed.subjects.append(subject)
    file = rendering.render(page, metadata.head(given.edition, subject, given.offered))
    pressed.paths.append(file.path)
    traced = verify.trace(file)
    if traced:
        pressed.traces[file.path] = traced
    given.write(file)


def _computed(given: Press, number: str, _pressed: Pressed, _tongue: Tongue) -> Iterator[Page]:
    return pages.PAGES[int(number)](given.edition)


def _entity(given: Press, pointer: str, _pressed: Pressed, _tongue: Tongue) -> Iterator[Page]:
    return pages.entity_pages(given.edition, pointer)


def _guidelines(given: Press, _name: str, _pressed: Pressed, _tongue: Tongue) -> Iterator[Page]:
    compiled = corpus.read(resources.schema("guidelines.html", given.house.root)).decode("utf-8")
    yield pages.guidelines_page(given.edition, prose.trusted(compiled))


def _text(given: Press, name: str, pressed: Pressed, tongue: Tongue) -> Iterator[Page]:
    """The pages of one text, with the cards of its entries."""
    edition, article = given.edition, pages.texts_by_id(given.edition)[name]
    parse = corpus.written if edition.config.adopted else corpus.parse
    source = parse(given.house.root / article.path, article.role, given.house.root)
    for layer in shown.layers(edition.config, article):
        fragments = _fragments(given, article, source, layer)
        if edition.config.adopted and tongue.first:
            pressed.findings += _proved(edition, article, source, fragments, layer)
        yield pages.text_page(edition, article, fragments, layer=layer)
    if article.role == "article":
        cards = pages.card(edition, article)
        pressed.paths.append(cards.path)
        given.write(cards)


def _search(given: Press, _name: str, pressed: Pressed, _tongue: Tongue) -> Iterator[Page]:
    """The index of the search, which has no page of its own."""
    for file in searching.files(given.edition):
        pressed.paths.append(file.path)
        given.write(file)
    return iter(())


MAKERS = {
    "search": _search,
    "computed": _computed,
    "entity": _entity,
    "guidelines": _guidelines,
    "text": _text,
}


def _fragments(given: Press, article: Article, source: Source, layer: str) -> prose.Fragments:
    """At the root of the site the edition says its words inside a text in the language of that text; in the folder of
    another language of the interface, in that."""
    edition, path, used = given.edition, pages.path_of(article, layer), _pointers(source)
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


def _pointers(source: Source) -> tuple[str, ...]:
    """Every word in an attribute that may point to what has a place in the site, each once."""
    values = (value for element in source.tree.getroot().iter("*") for value in element.attrib.values())
    return tuple(dict.fromkeys(word for value in values if ":" in value for word in value.split()))


def _place(given: Press, pointer: str) -> str:
    """Where a pointer leads: to an entry, a source, a page, a text or a place in one, an image; or nowhere."""
    sort, _, name = pointer.partition(":")
    if sort == "page":
        slug, mark, fragment = name.partition("#")
        return _page(given.edition, slug) + mark + fragment if _page(given.edition, slug) else ""
    if sort == "image":
        return urls.image(name) if name in given.house.images else ""
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
