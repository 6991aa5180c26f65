"""What `tei/edition.toml` says of an edition, checked before anything is read.

Every setting has one line in the table: its type, and what a value must look like. Anything else in the file
is an error, for a setting that nothing reads is a mistake.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from edition.errors import InputError
from edition.model import Config

FILE = "tei/edition.toml"
ROLES = ("authority", "article", "page")
IMPRINT = ("responsible", "address", "email", "host", "privacy")


def _day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _address(value: str) -> bool:
    return re.fullmatch(r"https?://[^\s/]+/\S*", value) is not None


def _relative(value: str) -> bool:
    return bool(value) and not value.startswith("/") and ".." not in Path(value).parts


@dataclass(frozen=True, slots=True)
class _Setting:
    """One setting: `kind` is text, list or table; `good` judges each text in it."""

    kind: type
    meaning: str
    good: Callable[[str], bool] = bool
    required: bool = True
    keys: tuple[str, ...] = ()


_SETTINGS: dict[str, _Setting] = {
    "title": _Setting(str, "a text that is not empty"),
    "subtitle": _Setting(str, "a text", good=lambda _: True),
    "publisher": _Setting(str, "a text that is not empty"),
    "base_url": _Setting(str, "an address such as https://example.org/edition/", _address),
    "version": _Setting(str, 'a version such as "1.0.0", in quotation marks'),
    "date": _Setting(str, 'a day such as "2026-11-22", in quotation marks', _day),
    "languages": _Setting(list, 'a list of language codes such as ["de"]'),
    "licence_text": _Setting(str, "the address of a licence or rights statement", _address),
    "licence_edition": _Setting(str, "the address of a licence", _address),
    "patterns": _Setting(
        dict, 'lists of patterns such as ["tei/articles/*.xml"]', _relative, keys=ROLES
    ),
    "contact": _Setting(str, "an e-mail address or an address of the web", required=False),
    "home": _Setting(str, "the name of the page that introduces the edition", required=False),
    "translations": _Setting(dict, 'pairs of pages such as einleitung = "introduction"', required=False),
    "imprint": _Setting(dict, "texts", required=False, keys=IMPRINT),
}  # fmt: skip


def load(root: Path) -> Config:
    """The settings of the edition in the folder `root`."""
    if not root.is_dir():
        raise InputError(f"There is no folder {root}.", f"Give the folder that contains {FILE}.")
    raw = _parsed(root / FILE)
    _refuse_unknown(raw, _SETTINGS, FILE)
    for name, setting in _SETTINGS.items():
        _check(name, raw.get(name), setting)
    if not raw["patterns"].get("article"):
        raise InputError(
            f"{FILE} names no articles.", 'Add article = ["tei/articles/*.xml"] below [patterns].'
        )
    return Config(
        **{name: raw[name] for name, setting in _SETTINGS.items() if setting.kind is str and name in raw}
        | {"base_url": raw["base_url"].rstrip("/") + "/"},
        languages=tuple(raw["languages"]),
        patterns={role: tuple(raw["patterns"].get(role, ())) for role in ROLES},
        translations=raw.get("translations", {}),
        imprint=raw.get("imprint", {}),
    )


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except FileNotFoundError:
        raise InputError(
            f"There is no file {FILE} in {path.parent.parent}.",
            "Is this the folder of an edition? See --source.",
        ) from None
    except UnicodeDecodeError:
        raise InputError(f"{FILE} is not UTF-8.", "Save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{FILE} is not valid TOML: {error}.", "Mend the line it names.") from None
    except OSError as error:
        raise InputError(f"{FILE} cannot be read: {error.strerror}.", "Check its permissions.") from None


def _refuse_unknown(table: dict[str, Any], known: Any, where: str) -> None:
    for name in table:
        if name not in known:
            close = get_close_matches(name, list(known), 1)
            raise InputError(
                f"{where} has {name!r}, which nothing reads.",
                f"Did you mean {close[0]}?" if close else "Remove it, or correct its name.",
            )


def _check(name: str, value: Any, setting: _Setting) -> None:
    if value is None and not setting.required:
        return
    if value is None:
        raise InputError(f"{FILE} does not say {name}.", f"Add {name} = …: {setting.meaning}.")
    texts = [value]
    if isinstance(value, dict) and setting.kind is dict:
        if setting.keys:
            _refuse_unknown(value, setting.keys, f"[{name}] in {FILE}")
        texts = [text for one in value.values() for text in (one if name == "patterns" else [one])]
        if name == "patterns" and not all(isinstance(one, list) for one in value.values()):
            texts = [None]
    elif isinstance(value, list):
        texts = value
    fits = isinstance(value, setting.kind) and all(
        isinstance(text, str) and setting.good(text) for text in texts
    )
    if not fits:
        raise InputError(f"{name} in {FILE} must be {setting.meaning}.", "Correct its value.")
