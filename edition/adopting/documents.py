"""One document of others in the shape that ours have: ids, units, pointers. Not a letter of its text is changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from lxml import etree
from msgspec import Struct, field

from edition.adopting import addresses, images, tongues, units
from edition.adopting.addresses import Prefixes
from edition.adopting.authority import Authority
from edition.adopting.scanning import pointed
from edition.adopting.slugs import slug
from edition.adopting.vocabulary import LISTS, is_name, kind_named, mentioning
from edition.checks.subject import Subject
from edition.corpus import TEI, XML_ID, XML_LANG, every
from edition.layers import ADOPTED, ENTRY, local
from edition.model import Finding
from edition.remembering import digest

_TEI = "{" + TEI + "}"
_DIVISIONS = frozenset(f"div{number}" for number in range(8))
_RUN = ("http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg")
_MOST = 100  # attributes of an element; no element of TEI has half as many
_REGISTERS = frozenset(LISTS) - {"listBibl"}


class Whole(Struct, frozen=True):
    """What is known of the whole folder while each of its documents is adopted."""

    authority: Authority
    slugs: Mapping[tuple[str, str], str]  # file and xml:id of a TEI ('' for the only one) → its slug
    ids: Mapping[str, frozenset[str]]  # in the texts of each file
    language: str
    images: frozenset[str]  # that are there, of those that documents name

    def digest(self) -> str:
        """Of all of it: a document is adopted in the same way as long as that is the same."""
        known = self.authority
        pointers = (known.by_file, known.by_id, known.by_uri, known.by_name, known.gathered)
        ids = [(path, sorted(names)) for path, names in self.ids.items()]
        return digest(pointers, self.slugs, ids, self.language, sorted(self.images))


class Adopted(Struct):
    """A document in our shape, as bytes; what was found on the way; the images it shows, below the edition's folder."""

    slug: str
    content: bytes
    root: Any  # the same as a tree
    findings: list[Finding] = field(default_factory=list)
    images: list[str] = field(default_factory=list)


def adopt(root: Any, name: str, subject: Subject, whole: Whole, known: Prefixes) -> Adopted:
    """Adopt one TEI element, which is changed; `subject` knows where its elements stood in the file."""
    adopted = Adopted(name, b"", root)
    path = subject.source.path
    _quiet(root)
    root.set(XML_ID, name)
    tongues.shorten(root)
    if not root.get(XML_LANG) and whole.language:
        root.set(XML_LANG, whole.language)
    for apart in every(root, "t:standOff"):
        _remove(apart)
    _remove_registers(root)
    for titled in every(root, "t:teiHeader//t:titleStmt//*[@xml:id]"):
        del titled.attrib[XML_ID]  # an id on the heading of a page says that it is from the text
    _speakers(root, path, whole, known)
    taken = _ids(root, adopted, subject)
    for element in list(root.iter(f"{_TEI}*")):
        if len(element.attrib) > _MOST:
            _spare(element)
        _element(element, adopted, path, subject, whole, known)
    counts: Counter[str] = Counter()
    for text in every(root, "t:text"):
        units.mark(text, taken, counts)
    for note in every(root, "t:text//t:note"):
        units.mark_note(note, counts, taken)
    # At the top once: thousands of declarations are more than a processor takes.
    etree.cleanup_namespaces(root, top_nsmap={"a": ADOPTED}, keep_ns_prefixes=["xml"])
    adopted.content = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return adopted


def _quiet(root: Any) -> None:
    """Elements of HTML and SVG, which a browser would run, become unknown elements of TEI that keep their words."""
    for element in root.iter(*(f"{{{namespace}}}*" for namespace in _RUN)):
        element.tag = _TEI + str(element.tag).rpartition("}")[2]
        for name in [name for name in element.attrib if not name.startswith("{http://www.w3.org/XML/")]:
            del element.attrib[name]


def _spare(element: Any) -> None:
    """Of very many attributes only those of XML stay: TEI knows none of the others, and Saxon's parser refuses them."""
    for name in list(element.attrib):
        if not name.startswith("{http://www.w3.org/XML/"):
            del element.attrib[name]


def _remove(element: Any) -> None:
    """Take an element out, and leave what stands behind it."""
    parent, before = element.getparent(), element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _remove_registers(root: Any) -> None:
    """Lists of entries at the end of a text are registers, which have pages of their own."""
    for back in every(root, "t:text//t:back"):
        for element in list(back.iter(*(f"{_TEI}{name}" for name in _REGISTERS))):
            if element.getparent() is not None and every(element, ".//*[@xml:id]"):
                _remove(element)


def plain_id(name: str) -> str:
    """An id without signs that an address cannot have."""
    return slug(name) if any(sign.isspace() or sign in "\"'<>&#%" for sign in name) else name


def _speakers(root: Any, path: str, whole: Whole, known: Prefixes) -> None:
    """Mark the characters of a play and each speech with the pointers of their entries, one for each id, `-` for none:
    that of another play may have the same id."""
    for character in every(root, "t:teiHeader//t:particDesc//*[@xml:id]"):
        pointer = whole.authority.by_file.get((path, character.get(XML_ID)))
        if pointer:
            character.set(ENTRY, pointer)
    for speech in every(root, "t:text//t:sp[@who]"):
        found = (addresses.of_pointer(token, path, known) for token in speech.get("who").split())
        speech.set(ENTRY, " ".join((whole.authority.listed(one) if one else "") or "-" for one in found))


def _ids(root: Any, adopted: Adopted, subject: Subject) -> set[str]:
    """The ids of a document, each once and without signs that an address cannot have; others make way."""
    taken: set[str] = set()
    for element in root.iter("{*}*"):
        name = element.get(XML_ID)
        if name is None or element is root:
            continue
        plain = plain_id(name)
        if plain in taken or not plain:
            adopted.findings.append(subject.find(element, "Y005", id=name))
            del element.attrib[XML_ID]
            continue
        element.set(XML_ID, plain)
        taken.add(plain)
    return taken


def _element(
    element: Any, adopted: Adopted, path: str, subject: Subject, whole: Whole, known: Prefixes
) -> None:
    name = local(element)
    if name in _DIVISIONS:
        element.tag = f"{_TEI}div"
    elif name in ("ref", "ptr"):
        _link(element, adopted, path, subject, whole, known)
    elif name == "graphic":
        _image(element, adopted, subject, whole)
    elif name == "quote":
        element.attrib.pop("type", None)  # ours has a closed list
    if is_name(element) and (element.get("ref") or element.get("key")):
        _mention(element, kind_named(element), path, subject, whole, known, adopted)


def _mention(
    element: Any, kind: str, path: str, subject: Subject, whole: Whole, known: Prefixes, adopted: Adopted
) -> None:
    """A name gets the pointers of what it means; one that leads nowhere keeps its words."""
    pointers: dict[str, None] = {}
    for address in pointed(element, path, known):
        pointer = whole.authority.pointer(kind, address)
        if pointer:
            pointers[pointer] = None
        else:
            adopted.findings.append(
                subject.find(element, "Y001", target=address.value, element=local(element))
            )
    element.attrib.pop("key", None)
    element.attrib.pop("ref", None)
    if pointers:
        element.set("ref", " ".join(pointers))
        element.tag = _TEI + mentioning(element, next(iter(pointers)).partition(":")[0])


def _link(element: Any, adopted: Adopted, path: str, subject: Subject, whole: Whole, known: Prefixes) -> None:
    """A link to another document becomes one to its page; the web stays; what leads nowhere is no link."""
    given = (element.get("target") or "").strip()
    if not given or given.startswith("mailto:"):
        return
    target = _target(given, path, whole, known)
    if target:
        element.set("target", target)
        return
    element.attrib.pop("target")
    adopted.findings.append(subject.find(element, "Y006", target=given, element=local(element)))


def _target(given: str, path: str, whole: Whole, known: Prefixes) -> str:
    """Where a link leads in the site: `page:slug#id`, `#id`, an entry's pointer, an address of the web; or ''."""
    found = addresses.of_pointer(given, path, known)
    if found is None:
        return ""
    entry = whole.authority.listed(found)
    if found.sort == "key":  # some name a document by its id alone
        return entry or (f"page:{given}" if given in whole.slugs.values() else "")
    if found.sort == "uri":
        return entry or (given if given.startswith("http") else found.value)
    if entry:
        return entry
    if found.file == path:
        return f"#{plain_id(found.value)}" if found.value in whole.ids.get(path, ()) else ""
    name = whole.slugs.get((found.file, "")) or whole.slugs.get((found.file, found.value), "")
    if not name:
        return ""
    place = found.value in whole.ids.get(found.file, ()) or not found.value
    return f"page:{name}" + (f"#{plain_id(found.value)}" if found.value and place else "")


def _image(element: Any, adopted: Adopted, subject: Subject, whole: Whole) -> None:
    """A local image is published with the site; an address of the web is at most linked."""
    place = images.place(element, subject.source.path)
    if not place:
        return
    if place in whole.images:
        element.set("url", f"image:{place}")
        adopted.images.append(place)
        return
    url, variant = element.attrib.pop("url").strip(), "" if images.is_image(place) else "format"
    adopted.findings.append(subject.find(element, "Y004", variant=variant, url=url))
