"""The page of the search: a field that a script brings to life, and what can be asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from edition import urls, words
from edition.interface import HOUSE, N_, Messages, _, foreign, language
from edition.kinds import KINDS, Kind
from edition.model import Edition, Page
from edition.pages.frame import Frame, frame, path_of

TITLE = N_("Suche")
# Blocks without a number, by their element.
BLOCKS = Messages({
    "head": "Überschrift", "byline": "Verfasserzeile", "epigraph": "Motto", "p": "Vorspann", "item": "Listenpunkt",
    "bibl": "Literatur", "l": "Vers",
})  # fmt: skip
# What the script says; its names in braces are filled in.
SENTENCES = Messages({
    "searching": "Wird gesucht …",
    "nothing": "Nichts gefunden.",
    "passage": "in 1 Abschnitt",
    "passages": "in {count} Abschnitten",
    "place": "1 Stelle",
    "places": "{count} Stellen",
    "more": "{count} weitere zeigen (von noch {left})",
    "text-label": "Absatz {label}",
    **{f"text-{element}": name for element, name in BLOCKS.written.items()},
    "note-": "Anmerkung",
    "note-label": "Anmerkung zu: {label}",
    "entry-label": "{document}",
    "page-label": "{document}",
    "bracket": "Zu der Klammer »{at}« fehlt die andere.",
    "quote": "Hier fehlt ein Anführungszeichen: {at}",
    "operand": "Neben »{at}« fehlt ein Wort.",
    "zone": "»in:{at}« gibt es nicht; möglich sind Zitat, Erzählung, Anmerkung, Eintrag und Seite.",
    "unreachable": "Das Verzeichnis der Suche ließ sich nicht laden. Die Liste aller Wörter am Ende der Seite führt auch "
    "zu den Stellen.",
    "zone-all": "Alle",
    "zone-text": "Text",
    "zone-note": "Anmerkungen",
    "zone-entry": "Register",
    "zone-page": "Seiten",
    "offer": "1 Vorschlag, mit den Pfeiltasten zu wählen",
    "offers": "{count} Vorschläge, mit den Pfeiltasten zu wählen",
    "offer-word": "{count}-mal",
})  # fmt: skip
OFFER = N_("{kind}, in {count} Abs.")  # of an entry
ZONES = (
    N_("zitat"),
    N_("erzählung"),
    N_("text"),
    N_("anmerkung"),
    N_("eintrag"),
    N_("seite"),
)  # what can follow »in:«
# The fields, as the script offers them in German, where that is not the kind.
FIELDS = Messages(
    {"place": "ort", "work": "werk", "event": "ereignis", "object": "gegenstand", "speaker": "sprecher"}
)
# What can be asked: how it is written, and what it finds.
HELP = (
    (N_("exil paris"), N_("Abschnitte mit beiden Wörtern, auch gebeugt und in Zusammensetzungen")),
    (N_("„der tote“"), N_("genau diese Wörter in dieser Folge, über Satzzeichen, Verbesserungen und Anmerkungen hinweg")),
    (N_("stalin* · *partei · m?xiko"), N_("* steht für beliebige Zeichen, ? für eines")),
    (N_("Mexiko ODER Mexico"), N_("das eine oder das andere; OR geht auch")),
    (N_("Stalin NICHT Mexiko · -Mexiko"), N_("ohne das zweite Wort")),
    (N_("(GPU ODER NKWD) Mord"), N_("Klammern fassen zusammen")),
    (N_("Serge NAHE/5 Paris"), N_("höchstens fünf Wörter dazwischen; ohne Zahl zehn")),
    (N_("person:serge ort:marseille"), N_("Abschnitte, die jemanden oder etwas nennen, mit welchem Namen auch immer; auch org:, werk:, ereignis:")),
    (N_("sprecher:serge"), N_("nur, was jemand sagt oder schreibt, den der Text zitiert")),
    (N_("in:zitat · in:erzählung · in:anmerkung · in:eintrag · in:seite"), N_("nur dort")),
)  # fmt: skip


class Search(Struct, frozen=True):
    """The page's values; `root` leads from it to the pages that it finds, `above` from there to the root of the site."""

    frame: Frame
    root: str
    above: str
    words: str  # address of the list of words
    said: Mapping[str, Any]  # for the script
    language: str  # of what can be found, where it is not the page's
    help: tuple[tuple[str, str], ...]


def pages(edition: Edition) -> Iterator[Page]:
    """One page."""
    context = Search(
        frame=frame(
            edition,
            urls.SEARCH,
            _(TITLE),
            description=_("Suche in Text, Anmerkungen, Registern und Seiten der Edition."),
            script="search",
        ),
        root=urls.root(urls.SEARCH),
        above=urls.above(),
        words=urls.relative(urls.WORDS, urls.SEARCH),
        said=_said(edition),
        language=foreign(edition.config.content),
        help=tuple((_(written), _(found)) for written, found in HELP),
    )
    yield Page(urls.SEARCH, "search.html", context)


def _said(edition: Edition) -> Mapping[str, Any]:
    """What the script says, in the language of the page; for other languages than that of the index, which all share,
    also how its words and the names of fields are said, and in which language pages are."""
    blocks = {f"text-{element}": words.capital(name) for element, name in BLOCKS.items()}
    offers = {f"offer-{kind.slug}": _offer(kind) for kind in KINDS}
    said = {"sentences": {**SENTENCES, **blocks, **offers}, "zones": [_(zone) for zone in ZONES]}
    if language() == HOUSE:
        return said
    kinds = {kind.singular: words.capital(_(kind.singular)) for kind in KINDS}
    texts = {path_of(one): foreign(one.language) for one in (*edition.articles, *edition.pages)}
    return {
        **said,
        "kinds": kinds,
        "fields": dict(FIELDS),
        "languages": {"": foreign(edition.config.content), **texts},
    }


def _offer(kind: Kind) -> str:
    return _(OFFER).replace("{kind}", words.capital(_(kind.singular)))
