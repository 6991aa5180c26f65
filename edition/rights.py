"""Who may do what with a page: the licence of the text and the licence of the edition, as printed words."""

from __future__ import annotations

from msgspec import Struct

from edition.interface import Messages, _
from edition.model import Config

# Licences by their address without scheme; other addresses are printed as they stand.
_NAMES: Messages[str] = Messages({
    "rightsstatements.org/vocab/InC/1.0/": "urheberrechtlich geschützt (In Copyright)",
    "rightsstatements.org/vocab/CNE/1.0/": "Rechtsstand nicht geklärt (Copyright Not Evaluated)",
    "rightsstatements.org/vocab/NoC-OKLR/1.0/": "gemeinfrei",
    "creativecommons.org/publicdomain/mark/1.0/": "gemeinfrei (Public Domain Mark 1.0)",
    "creativecommons.org/publicdomain/zero/1.0/": "freigegeben (CC0 1.0)",
    "creativecommons.org/licenses/by/4.0/": "CC BY 4.0",
    "creativecommons.org/licenses/by-sa/4.0/": "CC BY-SA 4.0",
    "creativecommons.org/licenses/by-nc/4.0/": "CC BY-NC 4.0",
    "creativecommons.org/licenses/by-nc-sa/4.0/": "CC BY-NC-SA 4.0",
})  # fmt: skip
# Terms under which nobody can reserve the mining of a text.
_FREE = (
    "creativecommons.org/publicdomain/",
    "creativecommons.org/licenses/by/",
    "creativecommons.org/licenses/by-sa/",
)
_UNPROTECTED = ("rightsstatements.org/vocab/NoC-OKLR/",)

# Their identifiers in the list of SPDX, which a CITATION.cff asks for.
_SPDX = {
    "creativecommons.org/publicdomain/zero/1.0/": "CC0-1.0",
    "creativecommons.org/licenses/by/4.0/": "CC-BY-4.0",
    "creativecommons.org/licenses/by-sa/4.0/": "CC-BY-SA-4.0",
    "creativecommons.org/licenses/by-nc/4.0/": "CC-BY-NC-4.0",
    "creativecommons.org/licenses/by-nc-sa/4.0/": "CC-BY-NC-SA-4.0",
}


class Licence(Struct, frozen=True):
    """One layer: what it covers, under which terms, and the address of the terms."""

    covers: str
    terms: str
    uri: str


def named(uri: str) -> str:
    """What a licence is called; an address that the table does not know stays as it is."""
    return _NAMES.get(uri.partition("://")[2], uri)


def spdx(uri: str) -> str:
    """The SPDX identifier of a licence, or nothing: a rights statement is no licence."""
    return _SPDX.get(uri.partition("://")[2], "")


def layers(config: Config) -> tuple[Licence, Licence]:
    """The text as it was printed, and what the edition adds to it."""
    return (
        Licence(_("Edierter Text"), named(config.licence_text), config.licence_text),
        Licence(
            _("Auszeichnung, Register und Anmerkungen"), named(config.licence_edition), config.licence_edition
        ),
    )


def terms(config: Config) -> str:
    """The rights of both layers in one line: »Edierter Text: … (address); Auszeichnung …«."""
    return "; ".join(f"{one.covers}: {one.terms} ({one.uri})" for one in layers(config))


def free(uri: str) -> bool:
    """Whether what stands under these terms may be copied by everybody for every purpose."""
    return uri.partition("://")[2].startswith((*_FREE, *_UNPROTECTED))
