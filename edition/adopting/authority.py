"""Who is meant by a name: every entry of all lists under a pointer of its own, and what names point to besides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from edition import identifiers
from edition.adopting.addresses import Address
from edition.adopting.scanning import Entry, Scan
from edition.adopting.slugs import Slugs
from edition.adopting.vocabulary import ENTRIES

KINDS = tuple(dict.fromkeys(ENTRIES.values()))


class Gathered(Struct, frozen=True):
    """An entity that no list describes: known by what points to it, called as it is called most often."""

    pointer: str
    address: Address
    name: str


class Authority(Struct):
    """Resolves addresses to pointers (`kind:id`). Small enough to be handed to every process of a build."""

    by_file: dict[tuple[str, str], str] = field(default_factory=dict)  # file and id → pointer
    by_id: dict[str, str] = field(default_factory=dict)
    by_uri: dict[str, str] = field(default_factory=dict)
    by_name: dict[str, str] = field(default_factory=dict)
    gathered: dict[tuple[str, Address], str] = field(default_factory=dict)

    def pointer(self, kind: str, address: Address) -> str:
        """The pointer that a name of this kind means; '' where it leads nowhere."""
        return self.listed(address) or self.gathered.get((kind, _anywhere(address)), "")

    def listed(self, address: Address) -> str:
        """The pointer of the entry at an address, if a list has one."""
        if address.sort == "uri":
            return self.by_uri.get(address.value, "")
        if address.sort == "key":
            return self.by_id.get(address.value) or self.by_name.get(address.value, "")
        return self.by_file.get((address.file, address.value)) or self.by_id.get(address.value, "")


def _anywhere(address: Address) -> Address:
    """An id without its file: editions point to `#id` wherever it may be defined."""
    return address._replace(file="")


def collect(scans: Iterable[Scan]) -> tuple[Authority, dict[str, Entry], tuple[Gathered, ...]]:
    """The authority of an edition, its entries by pointer, and the entities that only names know."""
    files = sorted(scans, key=lambda one: (one.role != "authority", one.path))
    lists = {one.path for one in files if one.role == "authority"}
    authority, slugs = Authority(), {kind: Slugs() for kind in KINDS}
    entries: dict[str, Entry] = {}
    for entry in (entry for file in files for entry in file.entries):
        pointer = (
            _same(entry, authority, entries, lists) or f"{entry.kind}:{slugs[entry.kind].take(entry.id)}"
        )
        entries.setdefault(pointer, entry)
        authority.by_file[entry.path, entry.id] = pointer
        authority.by_id.setdefault(entry.id, pointer)
        for uri in entry.uris:
            authority.by_uri.setdefault(uri, pointer)
        for name in entry.names:
            authority.by_name.setdefault(name, pointer)
    listed = {entry.kind for entry in entries.values()}
    return authority, entries, tuple(_gather(files, authority, listed, slugs))


def _same(entry: Entry, authority: Authority, entries: dict[str, Entry], lists: set[str]) -> str:
    """The pointer of an entry that is a copy of a former one: the same id, and one of them in a list of the edition, or a
    name or address in common. Two texts may call two persons `p1`."""
    pointer = authority.by_id.get(entry.id, "")
    former = entries.get(pointer)
    if former is None or former.kind != entry.kind or former.path == entry.path:
        return ""
    if former.path in lists and entry.path not in lists:
        return pointer
    alike = set(former.names) & set(entry.names) or set(former.uris) & set(entry.uris)
    return pointer if alike or not entry.names else ""


def _gather(
    files: Iterable[Scan], authority: Authority, listed: set[str], slugs: dict[str, Slugs]
) -> Iterator[Gathered]:
    """What names point to without an entry: addresses of the web always; ids and keys only where the edition has no
    list of that kind, for else they are mistakes."""
    forms: dict[tuple[str, Address], Counter[str]] = defaultdict(Counter)
    for file in files:
        for (kind, address, words), count in file.named:
            if (
                not authority.listed(address)
                and (address.sort == "uri" or kind not in listed)
                and address.value
            ):
                forms[kind, _anywhere(address)][words] += count
    for (kind, address), found in sorted(
        forms.items(), key=lambda one: (one[0][0], one[0][1].value, one[0][1].sort)
    ):
        pointer = f"{kind}:{slugs[kind].take(_called(address))}"
        authority.gathered[kind, address] = pointer
        best = min(found.items(), key=lambda one: (-one[1], one[0]))[0]
        yield Gathered(pointer, address, best or address.value)


def _called(address: Address) -> str:
    """What an entity without an entry is called in its address: the authority file and its number, or the key."""
    if address.sort != "uri":
        return address.value
    scheme = identifiers.recognise(address.value)
    if scheme:
        return f"{scheme.lower()}-{identifiers.split(scheme, address.value)[0]}"
    return address.value.partition("://")[2].rstrip("/").rpartition("/")[2]
