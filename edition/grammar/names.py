"""Names and name classes: which names an element or attribute pattern stands for.

A name is one string, a *key*: namespace, separator, local name – just as expat delivers it, so that a tag
is looked up without being taken apart. Names in no namespace are their local name.
"""

from __future__ import annotations

from msgspec import Struct

SEPARATOR = "\x0c"  # no XML document can contain it
XML = "http://www.w3.org/XML/1998/namespace"


def key(namespace: str, local: str) -> str:
    """The key of a name."""
    return f"{namespace}{SEPARATOR}{local}" if namespace else local


def split(name: str) -> tuple[str, str]:
    """Namespace and local name of a key."""
    namespace, _, local = name.rpartition(SEPARATOR)
    return namespace, local


class Name(Struct, frozen=True):
    """Exactly one name."""

    key: str

    def __contains__(self, name: str) -> bool:
        return name == self.key


class AnyName(Struct, frozen=True):
    """Every name, but for the exceptions."""

    exceptions: NameClass | None = None

    def __contains__(self, name: str) -> bool:
        return self.exceptions is None or name not in self.exceptions


class NamespaceName(Struct, frozen=True):
    """Every name of a namespace, but for the exceptions."""

    namespace: str
    exceptions: NameClass | None = None

    def __contains__(self, name: str) -> bool:
        if split(name)[0] != self.namespace:
            return False
        return self.exceptions is None or name not in self.exceptions


class NameChoice(Struct, frozen=True):
    """The names of any of the members."""

    members: tuple[NameClass, ...]

    def __contains__(self, name: str) -> bool:
        return any(name in member for member in self.members)


NameClass = Name | AnyName | NamespaceName | NameChoice


def literals(names: NameClass) -> tuple[str, ...]:
    """The keys a name class spells out; wildcards spell out none."""
    match names:
        case Name(name):
            return (name,)
        case NameChoice(members):
            return tuple(found for member in members for found in literals(member))
    return ()


def wildcards(names: NameClass) -> tuple[AnyName | NamespaceName, ...]:
    """The parts of a name class that stand for names they do not spell out."""
    match names:
        case Name():
            return ()
        case NameChoice(members):
            return tuple(found for member in members for found in wildcards(member))
    return (names,)
