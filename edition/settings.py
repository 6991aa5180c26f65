"""What `tei/edition.toml` says of an edition, checked before anything is read.

Every setting has one line in the table: its type, and what a value must look like. Anything else in the file
is an error, for a setting that nothing reads is a mistake.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from edition import interface, stored, toml
from edition.errors import InputError
from edition.model import Bilingual, Config

FILE = "tei/edition.toml"
OTHERS = "edition.toml"  # of a folder with TEI of others: nothing in it is required
ROLES = ("authority", "article", "page")
BOOK = ("front", "back")
PASSAGES = ("units", "ranges")
IMPRINT = ("responsible", "address", "email", "host", "privacy")
EXPORTS = ("skip",)


def _day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _address(value: str) -> bool:
    return re.fullmatch(r"https?://[^\s/]+/\S*", value) is not None


def _contact(value: str) -> bool:
    return re.fullmatch(r"[^\s@/:]+@[^\s@/:]+", value) is not None or _address(value)


def _spoken(value: str) -> bool:
    return value in interface.languages()


def _language(value: str) -> bool:
    return re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", value) is not None


def _relative(value: str) -> bool:
    return bool(value) and not value.startswith("/") and ".." not in Path(value).parts


class _Setting(Struct, frozen=True):
    """One setting: `kind` is text, list or table; `good` judges each text in it."""

    kind: type
    meaning: Bilingual
    good: Callable[[str], bool] = bool
    required: bool = True
    keys: tuple[str, ...] = ()
    lists: bool = False  # the values of a table are lists


_SETTINGS: dict[str, _Setting] = {
    "title": _Setting(str, Bilingual("a text that is not empty", "ein Text, der nicht leer ist")),
    "subtitle": _Setting(str, Bilingual("a text", "ein Text"), good=lambda _: True),
    "publisher": _Setting(str, Bilingual("a text that is not empty", "ein Text, der nicht leer ist")),
    "base_url": _Setting(str, Bilingual("an address such as https://example.org/edition/", "eine Adresse wie https://example.org/edition/"), _address),
    "version": _Setting(str, Bilingual('a version such as "1.0.0", in quotation marks', 'eine Version wie "1.0.0", in Anführungszeichen')),
    "date": _Setting(str, Bilingual('a day such as "2026-11-22", in quotation marks', 'ein Tag wie "2026-11-22", in Anführungszeichen'), _day),
    "languages": _Setting(list, Bilingual('a list of language codes such as ["de"]', 'eine Liste von Sprachkürzeln wie ["de"]'), _language),
    "interface": _Setting(
        list,
        Bilingual(f"a list of some of the languages {', '.join(interface.languages())}, each once", f"eine Liste aus den Sprachen {', '.join(interface.languages())}, jede nur einmal"),
        _spoken,
        required=False,
    ),
    "subtitles": _Setting(
        dict,
        Bilingual('texts by language such as en = "…"', 'Texte nach Sprachen wie en = "…"'),
        required=False,
        keys=interface.languages(),
    ),
    "licence_text": _Setting(str, Bilingual("the address of a licence or rights statement", "die Adresse einer Lizenz oder Rechteangabe"), _address),
    "licence_edition": _Setting(str, Bilingual("the address of a licence", "die Adresse einer Lizenz"), _address),
    "patterns": _Setting(
        dict, Bilingual('lists of patterns such as ["tei/articles/*.xml"]', 'Listen von Mustern wie ["tei/articles/*.xml"]'), _relative, keys=ROLES, lists=True
    ),
    "contact": _Setting(str, Bilingual("an e-mail address or an address of the web", "eine E-Mail-Adresse oder eine Adresse im Netz"), _contact, required=False),
    "home": _Setting(str, Bilingual("the name of the page that introduces the edition", "der Name der Seite, die in die Edition einführt"), required=False),
    "translations": _Setting(dict, Bilingual('pairs of pages such as einleitung = "introduction"', 'Paare von Seiten wie einleitung = "introduction"'), required=False),
    "book": _Setting(
        dict, Bilingual('lists of pages such as front = ["einleitung"]', 'Listen von Seiten wie front = ["einleitung"]'), required=False, keys=BOOK, lists=True
    ),
    "certifier": _Setting(str, Bilingual("who has examined the accessibility of the book", "wer die Barrierefreiheit des Buches geprüft hat"), required=False),
    "dts": _Setting(str, Bilingual('"units" or "ranges"', '"units" oder "ranges"'), PASSAGES.__contains__, required=False),
    "imprint": _Setting(dict, Bilingual("texts", "Texte"), required=False, keys=IMPRINT),
    "exports": _Setting(
        dict, Bilingual('lists of formats such as skip = ["gexf"]', 'Listen von Formaten wie skip = ["gexf"]'), required=False, keys=EXPORTS, lists=True
    ),
}  # fmt: skip


def is_ours(root: Path) -> bool:
    """Whether a folder holds an edition by our rules: its settings, or the folders of one that has lost them. A folder that
    does not exist is judged like one."""
    folders = ("tei/articles", "tei/authority")
    return (root / FILE).exists() or not root.is_dir() or all((root / name).is_dir() for name in folders)


def load(root: Path) -> Config:
    """The settings of the edition in the folder `root`."""
    if not root.is_dir():
        raise InputError(
            Bilingual(f"There is no folder {root}.", f"Es gibt keinen Ordner {root}."),
            Bilingual(f"Give the folder that contains {FILE}.", f"Den Ordner angeben, der {FILE} enthält."),
        )
    raw = _parsed(root / FILE)
    _refuse_unknown(raw, _SETTINGS, FILE)
    for name, setting in _SETTINGS.items():
        _check(name, raw.get(name), setting)
    if not raw["patterns"].get("article"):
        raise InputError(
            Bilingual(f"{FILE} names no articles.", f"{FILE} nennt keine Artikel."),
            Bilingual(
                'Add article = ["tei/articles/*.xml"] below [patterns].',
                'Unter [patterns] article = ["tei/articles/*.xml"] ergänzen.',
            ),
        )
    return _config(raw)


def of_others(root: Path) -> Config:
    """What a folder with TEI of others says of itself: anything, or nothing; empty is what it does not say.

    Raises:
        InputError: a setting has another name or value than settings have.
    """
    raw = _parsed(root / OTHERS, OTHERS) if (root / OTHERS).exists() else {}
    _refuse_unknown(raw, _SETTINGS, OTHERS)
    for name, setting in _SETTINGS.items():
        if name in raw:
            _check(name, raw[name], setting)
    blank = {name: "" for name, setting in _SETTINGS.items() if setting.required and setting.kind is str}
    return replace(_config(blank | {"languages": [], "patterns": {}} | raw), adopted=True)


def _config(raw: dict[str, Any]) -> Config:
    return Config(
        **{name: raw[name] for name, setting in _SETTINGS.items() if setting.kind is str and name in raw}
        | {"base_url": raw["base_url"].rstrip("/") + "/"},
        languages=tuple(raw["languages"]),
        interface=tuple(raw.get("interface", (interface.HOUSE,))),
        subtitles=raw.get("subtitles", {}),
        patterns={role: tuple(raw["patterns"].get(role, ())) for role in ROLES},
        translations=raw.get("translations", {}),
        book={side: tuple(pages) for side, pages in raw.get("book", {}).items()},
        imprint=raw.get("imprint", {}),
        skip=tuple(raw.get("exports", {}).get("skip", ())),
    )


def check_pages(config: Config, pages: Collection[str]) -> None:
    """Refuse settings that name a page which is none of `pages`: nothing would be shown in its place.

    Raises:
        InputError: `home`, `translations` or `book` names it.
    """
    named = [("home", config.home)] if config.home else []
    named += [("[translations]", one) for pair in config.translations.items() for one in pair]
    named += [("[book]", one) for several in config.book.values() for one in several]
    for where, name in named:
        if name not in pages:
            close = get_close_matches(name, sorted(pages), 1)
            raise InputError(
                Bilingual(
                    f"{where} in {FILE} names the page '{name}', and there is none.",
                    f"{where} in {FILE} nennt die Seite »{name}«, und die gibt es nicht.",
                ),
                Bilingual(f"Did you mean {close[0]}?", f"War {close[0]} gemeint?")
                if close
                else Bilingual("Correct the name, or remove it.", "Den Namen berichtigen oder entfernen."),
            )


def _parsed(path: Path, name: str = FILE) -> dict[str, Any]:
    try:
        return toml.parsed(stored.read(path).decode("utf-8"), name)
    except FileNotFoundError:
        raise InputError(
            Bilingual(
                f"There is no file {FILE} in {path.parent.parent}.",
                f"Es gibt keine Datei {FILE} in {path.parent.parent}.",
            ),
            Bilingual(
                "Is this the folder of an edition? See --source.",
                "Ist das der Ordner einer Edition? Siehe --source.",
            ),
        ) from None
    except UnicodeDecodeError:
        raise InputError(
            Bilingual(f"{FILE} is not UTF-8.", f"{FILE} ist nicht UTF-8."),
            Bilingual("Save it as UTF-8.", "Die Datei als UTF-8 speichern."),
        ) from None
    except OSError as error:
        raise InputError(
            Bilingual(
                f"{FILE} cannot be read: {error.strerror}.",
                f"{FILE} lässt sich nicht lesen: {error.strerror}.",
            ),
            Bilingual("Check its permissions.", "Die Zugriffsrechte prüfen."),
        ) from None


def _refuse_unknown(table: dict[str, Any], known: Any, where: str) -> None:
    for name in table:
        if name not in known:
            close = get_close_matches(name, list(known), 1)
            raise InputError(
                Bilingual(
                    f"{where} has {name!r}, which nothing reads.",
                    f"{where} enthält »{name}«, das nirgends gelesen wird.",
                ),
                Bilingual(f"Did you mean {close[0]}?", f"War {close[0]} gemeint?")
                if close
                else Bilingual("Remove it, or correct its name.", "Entfernen oder den Namen berichtigen."),
            )


def _check(name: str, value: Any, setting: _Setting) -> None:
    if value is None and not setting.required:
        return
    if value is None:
        raise InputError(
            Bilingual(f"{FILE} does not say {name}.", f"{FILE} nennt {name} nicht."),
            Bilingual(
                f"Add {name} = …: {setting.meaning.en}.", f"{name} = … ergänzen: {setting.meaning.de}."
            ),
        )
    texts = [value]
    if isinstance(value, dict) and setting.kind is dict:
        if setting.keys:
            _refuse_unknown(value, setting.keys, f"[{name}] in {FILE}")
        if setting.lists and not all(isinstance(one, list) for one in value.values()):
            texts = [None]
        else:
            texts = [text for one in value.values() for text in (one if setting.lists else [one])]
    elif isinstance(value, list):
        texts = value
    fits = isinstance(value, setting.kind) and all(
        isinstance(text, str) and setting.good(text) for text in texts
    )
    if not fits:
        raise InputError(
            Bilingual(
                f"{name} in {FILE} must be {setting.meaning.en}.",
                f"{name} in {FILE} muss sein: {setting.meaning.de}.",
            ),
            Bilingual("Correct its value.", "Den Wert berichtigen."),
        )
