"""Which identified elements enclose a place of a file: what a finding is about, as an id that pages know."""

from __future__ import annotations

from collections.abc import Sequence

from edition.events import Event, stream

Place = tuple[int, int]  # line and column, both from 1


def enclosing(data: bytes, path: str, places: Sequence[Place]) -> tuple[str, ...]:
    """For each place the xml:id of the innermost element with an id that encloses it; "" where there is none."""
    return tuple(chain[-1] if chain else "" for chain in chains(data, path, places))


def chains(data: bytes, path: str, places: Sequence[Place]) -> tuple[tuple[str, ...], ...]:
    """For each place the xml:ids of the elements that enclose it, the outermost first.

    An element reaches from the first character of its start tag to the last of its end tag.

    Raises:
        InputError: the file cannot be read as XML (see `events.stream`).
    """
    found: dict[Place, tuple[str, ...]] = {}
    waiting = sorted(set(places), reverse=True)
    above: list[str] = []
    for event in stream(data, path, text=False):
        bound = (event.position.line, event.position.column) if event.kind == "start" else _end(event, data)
        while waiting and waiting[-1] < bound:
            found[waiting.pop()] = tuple(filter(None, above))
        if event.kind == "start":
            above.append(event.id)
        else:
            above.pop()
    return tuple(found.get(place, ()) for place in places)


def _end(event: Event, data: bytes) -> Place:
    """The place behind an end tag; an empty element's end event stands there already."""
    line, column, byte = event.position.line, event.position.column, event.position.byte
    if not data.startswith(b"</", byte):
        return line, column
    tag = data[byte : data.index(b">", byte) + 1].decode("utf-8", "replace")
    last = tag.rpartition("\n")[2]
    return (line + tag.count("\n"), len(last) + 1) if "\n" in tag else (line, column + len(tag))
