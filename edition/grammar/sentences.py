"""SAID: what a finding about the grammar may say, in English and German; `{name}` stands for a value.

A message is one sentence: what is wrong, where it stands, what was expected. A hint has up to three:
what to do or what was meant, what else is allowed, what the guidelines say.
"""

from __future__ import annotations

from edition.grammar.documentation import first_sentence
from edition.model import LANGUAGES, SILENT, Bilingual

SAID: dict[str, Bilingual] = {
    # G001
    "element": Bilingual(
        "{element} is not allowed {place}; {expected}.", "{element} ist {place} nicht zugelassen; {expected}."
    ),
    "as root": Bilingual("as the root", "als Wurzelelement"),
    "in": Bilingual("in {parent}", "in {parent}"),
    "at this place": Bilingual("at this place in {parent}", "an dieser Stelle in {parent}"),
    "expected": Bilingual("expected here: {list}", "erwartet wird hier: {list}"),
    "expected end": Bilingual(
        "expected here: the end of {parent}", "erwartet wird hier: das Ende von {parent}"
    ),
    # G002
    "attribute": Bilingual(
        "{attribute} is not allowed on {element}; allowed: {list}.",
        "{attribute} ist an {element} nicht zugelassen; erlaubt: {list}.",
    ),
    "no attribute": Bilingual(
        "{attribute} is not allowed on {element}, nor any other attribute.",
        "{attribute} ist an {element} nicht zugelassen, auch kein anderes Attribut.",
    ),
    "together": Bilingual(
        "{attribute} is not allowed on {element} together with {others}.",
        "{attribute} ist an {element} zusammen mit {others} nicht zugelassen.",
    ),
    # G003
    "too early": Bilingual(
        "In {parent}, {wanted} is missing before {element}.", "In {parent} fehlt {wanted} vor {element}."
    ),
    "incomplete": Bilingual(
        "{element} ends too early: {wanted} is missing.", "{element} endet zu früh: Es fehlt {wanted}."
    ),
    # G004
    "value": Bilingual(
        '{attribute} of {element} is "{text}"; expected: {values}.',
        "{attribute} an {element} lautet »{text}«; erwartet: {values}.",
    ),
    "content": Bilingual(
        'The content of {element} is "{text}"; expected: {values}.',
        "Der Inhalt von {element} lautet »{text}«; erwartet: {values}.",
    ),
    # G005
    "missing": Bilingual("{element} lacks {wanted}.", "An {element} fehlt {wanted}."),
    "missing several": Bilingual("{element} lacks {wanted}.", "An {element} fehlen {wanted}."),
    # G006
    "text": Bilingual(
        "Text is not allowed here in {parent}; {expected}.",
        "Text ist hier in {parent} nicht zugelassen; {expected}.",
    ),
    "text beside": Bilingual(
        "Text is not allowed in {parent} beside elements.",
        "Text ist in {parent} neben Elementen nicht zugelassen.",
    ),
    # hints
    "meant": Bilingual("Did you mean {name}?", "War {name} gemeint?"),
    "meant in namespace": Bilingual(
        'Did you mean the element of the namespace "{namespace}"? Check the xmlns of the document.',
        "War das Element aus dem Namensraum »{namespace}« gemeint? Das xmlns des Dokuments prüfen.",
    ),
    "meant without namespace": Bilingual(
        "Did you mean the element without a namespace? Check the xmlns of the document.",
        "War das Element ohne Namensraum gemeint? Das xmlns des Dokuments prüfen.",
    ),
    "allowed": Bilingual("Allowed: {list}.", "Erlaubt: {list}."),
    "allowed here": Bilingual("Allowed here: {list}.", "Hier erlaubt: {list}."),
    "remove one": Bilingual("Remove one of them.", "Eines davon entfernen."),
    "add before": Bilingual("Add {wanted} before {element}.", "{wanted} vor {element} einfügen."),
    "add at end": Bilingual(
        "Add {wanted} before the end of {element}.", "{wanted} vor dem Ende von {element} einfügen."
    ),
    "add attribute": Bilingual("Add {wanted} to the start tag.", "{wanted} im Start-Tag ergänzen."),
    "guidelines": Bilingual(
        'The guidelines on {name}: "{sentence}"', "Die Richtlinien zu {name}: »{sentence}«"
    ),
}


def say(key: str, **values: object) -> Bilingual:
    """A sentence of the table, filled."""
    return SAID[key].filled(values)


def hint(*sentences: Bilingual) -> Bilingual:
    """Sentences one after the other, without those that have no words."""
    spoken = [sentence for sentence in sentences if sentence]
    return Bilingual(*(" ".join(sentence.in_(language) for sentence in spoken) for language in LANGUAGES))


def guidelines(name: str, documentation: Bilingual) -> Bilingual:
    """What the guidelines say about something, if they say anything."""
    return say("guidelines", name=name, sentence=first_sentence(documentation)) if documentation else SILENT
