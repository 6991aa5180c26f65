"""From a page's values to its HTML: the one place that knows Jinja."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache, lru_cache
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from pickle import UnpicklingError
from types import FunctionType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from edition import compiled, interface
from edition.kept import This
from edition.languages import runs_left
from edition.metadata import Head
from edition.model import File, Page

_TEMPLATES = Path(__file__).parent / "templates"
_ASSETS = Path(__file__).parent / "assets"  # a report that stands alone takes its styles in
_SETTINGS: dict[str, Any] = {
    "undefined": StrictUndefined,
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "extensions": ["jinja2.ext.i18n"],
}
_AT_ONCE = (FunctionType, Macro)
_SIGNS = re.compile("[&<>'\"]")  # what HTML would read as something else
_DAMAGED = (EOFError, TypeError, ValueError, UnpicklingError)


class Compiled(BytecodeCache):
    """Compiled templates by what they are compiled from: a template, the version of Jinja, and `settings`."""

    def __init__(self, settings: str) -> None:
        self._with = f"{version('jinja2')}\n{settings}\n"

    def get_source_checksum(self, source: str) -> str:
        """Jinja asks for it: what a template must have been compiled from to be used."""
        return super().get_source_checksum(self._with + source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Jinja calls it: fill the bucket if there is anything for it; whether that still fits is Jinja's to see."""
        with suppress(*_DAMAGED):
            bucket.load_bytecode(BytesIO(compiled.read(_called(bucket))))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Jinja calls it: keep what was compiled."""
        compiled.keep(_called(bucket), bucket.bytecode_to_string())


def _called(bucket: Bucket) -> str:
    return f"template-{bucket.key}.html"


class _Calls(Context):
    """Calls macros, and functions that do not ask for the context, at once: a page has a hundred such calls and more."""

    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Jinja calls it: for each call in a template."""
        if type(called) not in _AT_ONCE or hasattr(called, "jinja_pass_arg"):
            return super().call(called, *args, **kwargs)
        kwargs.pop("_block_vars", None)  # for those only that ask
        kwargs.pop("_loop_vars", None)
        return called(*args, **kwargs)


class _Code(CodeGenerator):
    """Has what a template shows escaped by `shown` of the environment."""

    shows = "environment.shown("

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(self.shows)


class _Pages(Environment):
    context_class = _Calls
    code_generator_class = _Code

    @staticmethod
    def shown(value: Any) -> str:
        """A value as HTML. Most have no sign to be escaped, and stay what they are: they need not be made `Markup`, of
        which a build would make a quarter of a million only to join them."""
        kind = type(value)
        if kind is Markup or (kind is str and not _SIGNS.search(value)):
            return value  # type: ignore[no-any-return]
        return escape(value)


@cache
def _environment() -> Environment:
    """One environment for all pages; an undefined value stops the build, every string is escaped."""
    made = _Pages(
        loader=FileSystemLoader((_TEMPLATES, _ASSETS)),
        auto_reload=False,
        bytecode_cache=Compiled(f"{_SETTINGS}{_Code.shows}"),
        **_SETTINGS,
    )
    made.install_gettext_callables(  # type: ignore[attr-defined]  # what the extension adds
        interface.gettext, interface.ngettext, newstyle=True
    )
    made.globals |= {
        "_": _message, "interface": interface.language, "foreign": interface.foreign, "navigation": _navigation, "runs_left": runs_left,
    }  # fmt: skip
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return made


def _message(message: str, **values: Any) -> Markup:
    """A message of a template with its values, which are escaped; as Jinja does it, without asking for the context."""
    said = Markup(interface.gettext(message))
    return said % values if "%" in said else said


def _navigation(part: str, around: Any) -> Any:
    """A part of the navigation as HTML: made once for the many pages that have the same."""
    return _part(part, This(around), interface.language())


@lru_cache(maxsize=1000)
def _part(part: str, around: This, _language: str) -> Any:
    return getattr(_environment().get_template("navigation.html").module, part)(around.held)


def render(page: Page, head: Head | None = None) -> File:
    """The finished file of a page: its template sees `page`, the context, and `head`, what is said to machines."""
    html = _environment().get_template(page.template).render(page=page.context, head=head or Head())
    return File(interface.folder() + page.path, html.encode("utf-8"))
