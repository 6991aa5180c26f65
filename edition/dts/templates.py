"""URI templates (RFC 6570), as far as DTS uses them: the operators / ; ? & and none, values that are strings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

_EXPRESSION = re.compile(r"\{([/;?&]?)([A-Za-z,]+)\}")
# What begins an expansion, what parts its values, whether they are named (RFC 6570, appendix A).
_OPERATORS = {
    "": ("", ",", False),
    "/": ("/", "/", False),
    ";": (";", ";", True),
    "?": ("?", "&", True),
    "&": ("&", "&", True),
}


def expanded(template: str, values: Mapping[str, str]) -> str:
    """The address for these values; a variable without one leaves no trace."""
    return _EXPRESSION.sub(lambda found: _expansion(found[1], found[2].split(","), values), template)


def filled(template: str, values: Mapping[str, str]) -> str:
    """A template of the other variables, with these values put in."""

    def part(found: re.Match[str]) -> str:
        operator, names = found[1], found[2].split(",")
        said = _expansion(operator, names, values)
        left = ",".join(name for name in names if name not in values)
        rest = "&" if operator == "?" and said else operator
        return said + (f"{{{rest}{left}}}" if left else "")

    return _EXPRESSION.sub(part, template)


def _expansion(operator: str, names: list[str], values: Mapping[str, str]) -> str:
    first, between, named = _OPERATORS[operator]
    given = [(name, quote(values[name], safe="")) for name in names if name in values]
    return (first if given else "") + between.join(
        f"{name}={said}" if named else said for name, said in given
    )
