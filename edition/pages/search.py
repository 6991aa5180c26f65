"""The page of the search: a field that a script brings to life, and what can be asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from edition import urls
from edition.kinds import BY_SLUG
from edition.model import Edition, Page
from edition.pages.frame import Frame, frame

TITLE = "Suche"
# Blocks without a number, by their element.
BLOCKS = {
    "head": "Überschrift", "byline": "Verfasserzeile", "epigraph": "Motto", "p": "Vorspann", "item": "Listenpunkt",
    "bibl": "Literatur", "l": "Vers",
}  # fmt: skip
# What the script says; its names in braces are filled in.
SENTENCES = {
    "searching": "Wird gesucht …",
    "nothing": "Nichts gefunden.",
    "passage": "in 1 Abschnitt",
    "passages": "in {count} Abschnitten",
    "place": "1 Stelle",
    "places": "{count} Stellen",
    "more": "{count} weitere zeigen (von noch {left})",
    "text-label": "Absatz {label}",
    **{f"text-{element}": name for element, name in BLOCKS.items()},
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
    **{f"offer-{kind.slug}": f"{kind.singular}, in {{count}} Abs." for kind in BY_SLUG.values()},
}
ZONES = ("zitat", "erzählung", "text", "anmerkung", "eintrag", "seite")  # what can follow »in:«
# What can be asked: how it is written, and what it finds.
HELP = (
    ("exil paris", "Abschnitte mit beiden Wörtern, auch gebeugt und in Zusammensetzungen"),
    ("„der tote“", "genau diese Wörter in dieser Folge, über Satzzeichen, Verbesserungen und Anmerkungen hinweg"),
    ("stalin* · *partei · m?xiko", "* steht für beliebige Zeichen, ? für eines"),
    ("Mexiko ODER Mexico", "das eine oder das andere; OR geht auch"),
    ("Stalin NICHT Mexiko · -Mexiko", "ohne das zweite Wort"),
    ("(GPU ODER NKWD) Mord", "Klammern fassen zusammen"),
    ("Serge NAHE/5 Paris", "höchstens fünf Wörter dazwischen; ohne Zahl zehn"),
    ("person:serge ort:marseille", "Abschnitte, die jemanden oder etwas nennen, mit welchem Namen auch immer; auch org:, "
     "werk:, ereignis:"),
    ("sprecher:serge", "nur, was jemand sagt oder schreibt, den der Text zitiert"),
    ("in:zitat · in:erzählung · in:anmerkung · in:eintrag · in:seite", "nur dort"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Search:
    """The page's values; `root` leads from it to the site's root."""

    frame: Frame
    root: str
    words: str  # address of the list of words
    sentences: Mapping[str, str]
    zones: tuple[str, ...]
    help: tuple[tuple[str, str], ...]


def pages(edition: Edition) -> Iterator[Page]:
    """One page."""
    context = Search(
        frame=frame(
            edition,
            urls.SEARCH,
            TITLE,
            description="Suche in Text, Anmerkungen, Registern und Seiten der Edition.",
            script="search",
        ),
        root=urls.root(urls.SEARCH),
        words=urls.relative(urls.WORDS, urls.SEARCH),
        sentences=SENTENCES,
        zones=ZONES,
        help=HELP,
    )
    yield Page(urls.SEARCH, "search.html", context)
