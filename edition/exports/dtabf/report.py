"""The report beside a text in DTABf: what is lost, how often, and where, in German and English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from edition import rights
from edition.exports.shared import notice
from edition.model import Article, Bilingual, Config

# Key of the stylesheet → what is lost. A key without a row is said by its names.
WORDS = {
    "annotation/@motivation": Bilingual("whether a note comments on the text or on the editing", "ob eine Anmerkung den Text kommentiert oder die Edition"),
    "bibl": Bilingual("a reference inside a quotation or another reference; its words stay", "eine Angabe in einem Zitat oder einer anderen Angabe; die Wörter bleiben"),
    "biblScope": Bilingual("a part that is neither volume nor issue nor page; its words stay", "ein Teil, der nicht Band, Heft oder Seite ist; die Wörter bleiben"),
    "date/@cert": Bilingual("how certain a date is", "wie sicher ein Datum ist"),
    "date/@datingPoint": Bilingual("what a date is reckoned from", "wovon ein Datum ausgeht"),
    "date/@dur": Bilingual("the distance by which a date is reckoned", "der Abstand, mit dem ein Datum errechnet ist"),
    "date/@from": Bilingual("the beginning of a period", "der Anfang eines Zeitraums"),
    "date/@notAfter": Bilingual("the latest date of a span", "das späteste Datum einer Spanne"),
    "date/@notBefore": Bilingual("the earliest date of a span", "das früheste Datum einer Spanne"),
    "date/@ref": Bilingual("the event that a date tells of", "das Ereignis, von dem ein Datum erzählt"),
    "date/@to": Bilingual("the end of a period", "das Ende eines Zeitraums"),
    "emph": Bilingual("emphasis, which becomes italics", "Betonung, die zu Kursive wird"),
    "milestone": Bilingual("a place where the edition joins what the source divides", "eine Stelle, an der die Edition verbindet, was die Vorlage teilt"),
    "note/@cert": Bilingual("how certain a note is", "wie sicher eine Anmerkung ist"),
    "note/@source": Bilingual("what a note rests on", "worauf eine Anmerkung beruht"),
    "note/@type": Bilingual("the kind of a note: all are editorial", "die Art einer Anmerkung: Alle heißen editorisch"),
    "objectName": Bilingual("the name of an object, which becomes a name of no kind", "der Name eines Gegenstands, der zum Namen ohne Art wird"),
    "offset": Bilingual("the word that says whether a date lies before or after another; it stays", "das Wort, das ein Datum vor oder nach ein anderes setzt; es bleibt"),
    "p/@n": Bilingual("the number of a paragraph; its xml:id stays", "die Nummer eines Absatzes; die xml:id bleibt"),
    "quote/@cert": Bilingual("how certain the source of a quotation is", "wie sicher die Quelle eines Zitats ist"),
    "quote/@source": Bilingual("the work that a quotation is from", "das Werk, aus dem ein Zitat stammt"),
    "quote/@type": Bilingual("whether words are quoted from a work, from speech or as a motto", "ob aus einem Werk, aus Rede oder als Motto zitiert ist"),
    "rs": Bilingual("a paraphrase of a person, place, event …, and whom it means; its words stay", "eine Umschreibung einer Person, eines Ortes, eines Ereignisses …, und wen sie meint; die Wörter bleiben"),
    "said": Bilingual("whose words are given, where that is not the author of the source", "wessen Worte es sind, wo nicht die des Werkes"),
    "seg": Bilingual("the extent of words that a note belongs to; the note stands at their end", "der Umfang von Worten, zu denen eine Anmerkung gehört; sie steht an ihrem Ende"),
    "soCalled": Bilingual("words that the author puts at a distance; the quotation marks stay", "Wörter, von denen sich der Text distanziert; die Anführungszeichen bleiben"),
    "title": Bilingual("a title as such: it becomes the name of a work", "ein Titel als solcher: Er wird zum Namen eines Werkes"),
    "title/@level": Bilingual("whether a title is that of a book, an article, a journal …", "ob ein Titel der eines Buches, Artikels, Periodikums … ist"),
    "teiHeader/appInfo": Bilingual("the program that the text was made with", "das Programm, mit dem der Text gemacht ist"),
    "teiHeader/biblScope": Bilingual("the part of the issue that the text was printed in", "der Teil des Heftes, in dem der Text gedruckt ist"),
    "teiHeader/creation": Bilingual("when the text was written or published, as a date", "wann der Text entstanden oder erschienen ist, als Datum"),
    "teiHeader/schemaRef": Bilingual("the schema of the edition", "das Schema der Edition"),
    "teiHeader/classDecl": Bilingual("classification of the text", "Einordnung des Textes in Klassen"),
    "teiHeader/funder": Bilingual("funding", "Förderung"),
    "teiHeader/listPrefixDef": Bilingual("short pointers: addresses stand in their place", "Kurzformen der Verweise: An ihrer Stelle stehen Adressen"),
    "teiHeader/refsDecl": Bilingual("how the text is cited by its structure", "wie der Text nach seinem Aufbau zitiert wird"),
    "teiHeader/revisionDesc": Bilingual("history of versions", "Versionsgeschichte"),
    "teiHeader/textClass": Bilingual("keywords and classes", "Schlagwörter und Klassen"),
}  # fmt: skip
_ATTRIBUTES = {
    "cert": Bilingual("how certain it is", "wie sicher das ist"),
    "corresp": Bilingual("what it corresponds to", "wem es entspricht"),
    "n": Bilingual("its number", "die Nummer"),
    "ref": Bilingual("what it means", "was gemeint ist"),
    "resp": Bilingual("who answers for it", "wer es verantwortet"),
    "source": Bilingual("what it rests on", "worauf es beruht"),
    "type": Bilingual("its kind", "die Art"),
    "xml:id": Bilingual("its identifier", "die Kennung"),
    "xml:lang": Bilingual("its language", "die Sprache"),
}
_ELEMENT = Bilingual("the element; its words stay", "das Element; die Wörter bleiben")
_ATTRIBUTE = Bilingual("the attribute", "das Attribut")
_HEADER = Bilingual("a part of the header", "ein Teil des Kopfes")
_INTRODUCTION = Bilingual(
    "The DTA-Basisformat holds every word of the text, printed and corrected, and every note. It does not hold what "
    "is listed here: how often it stands in the text or its notes, and in which elements (xml:id). With an element "
    "its attributes are lost. The lists of persons, places and works are not in the file; addresses lead to them.",
    "Das DTA-Basisformat enthält jedes Wort des Textes, gedruckt und verbessert, und jede Anmerkung. Nicht enthalten "
    "ist, was hier steht: wie oft es im Text oder seinen Anmerkungen vorkommt, und in welchen Elementen (xml:id). Mit "
    "einem Element gehen seine Attribute verloren. Die Register der Personen, Orte und Werke sind nicht in der Datei; Adressen führen zu ihnen.",
)


def written(config: Config, article: Article, losses: Mapping[str, Sequence[str]]) -> str:
    """The report as Markdown: one list, each row in both languages."""
    parts = (
        f"# {article.title}: DTA-Basisformat",
        f"{notice.of_text(config, article)}\n\nRechte: {rights.terms(config)}.",
        _INTRODUCTION.de,
        _INTRODUCTION.en,
        "\n".join(_rows(losses)) or "Nichts geht verloren. / Nothing is lost.",
    )
    return "\n\n".join(parts) + "\n"


def _rows(losses: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for key, places in sorted(losses.items()):
        said, where = _said(key), ", ".join(_places(places))
        yield f"- `{key}` ({len(places)}): {said.de} / {said.en}" + (f"\n  {where}" if where else "")


def _said(key: str) -> Bilingual:
    element, mark, attribute = key.partition("/@")
    other = _ATTRIBUTES.get(attribute, _ATTRIBUTE) if mark else _ELEMENT
    return WORDS.get(key, _HEADER if element.startswith("teiHeader/") else other)


def _places(ids: Sequence[str]) -> Iterator[str]:
    for name, count in Counter(one for one in ids if one).items():
        yield f"{name} ×{count}" if count > 1 else name
