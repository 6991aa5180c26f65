"""What passes validation can be built: small changes of the toy edition, each validated and, if valid, built."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from edition import settings, site, validation
from edition.corpus import XML_ID
from tests.conftest import TOY

pytestmark = pytest.mark.usefixtures("rules_once")

ATTRIBUTE = re.compile(rb'\s+[\w:]+="[^"<]*"(?=[^<>?]*/?>)')
TAKEN = 15  # of each kind of change; about ten of all are valid and built
FOLDERS = ("articles", "authority", "pages")
PATHS = [path for folder in FOLDERS for path in sorted((TOY / "tei" / folder).glob("*.xml"))]


def without_attribute(data: bytes, chosen: random.Random) -> bytes:
    """The file without one of its attributes."""
    found = chosen.choice(list(ATTRIBUTE.finditer(data)))
    return data[: found.start()] + data[found.end() :]


def without_element(data: bytes, chosen: random.Random) -> bytes:
    """The file without one of its elements; what follows it stays."""
    root = etree.fromstring(data)
    element = chosen.choice(list(root.iter("{*}*"))[1:])
    parent, before = element.getparent(), element.getprevious()
    if before is None:
        parent.text = (parent.text or "") + (element.tail or "")
    else:
        before.tail = (before.tail or "") + (element.tail or "")
    parent.remove(element)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def with_element_twice(data: bytes, chosen: random.Random) -> bytes:
    """The file with one of its elements twice, the second time with other ids, or with none."""
    root = etree.fromstring(data)
    element = chosen.choice(list(root.iter("{*}*"))[1:])
    again, end = deepcopy(element), chosen.choice(["", "-zwei"])
    for node in again.iter("{*}*"):
        name = node.attrib.pop(XML_ID, None)
        if name and end:
            node.set(XML_ID, name + end)
    element.addnext(again)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


@pytest.mark.parametrize("change", [without_attribute, without_element, with_element_twice])
def test_what_is_valid_can_be_built(
    change: Callable[[bytes, random.Random], bytes], toy: Path, tmp_path: Path
) -> None:
    chosen = random.Random(20)
    for copytext in (toy / "tei/copytext").iterdir():
        copytext.unlink()  # the words may change here
    built = 0
    for _ in range(TAKEN):
        path = toy / chosen.choice(PATHS).relative_to(TOY)
        before = path.read_bytes()
        path.write_bytes(change(before, chosen))
        if not validation.examine(toy, settings.load(toy)).errors:
            site.build(toy, tmp_path / "site")
            built += 1
        path.write_bytes(before)
    assert built


def test_two_terms_in_one_paragraph_are_told_apart(toy: Path, tmp_path: Path) -> None:
    """Each has its own entry in the register of quotations; without identifiers the edition is not built."""
    path = toy / "tei/articles/zweiter.xml"
    (toy / "tei/copytext/zweiter.txt").unlink()
    terms = 'zurück; <soCalled xml:id="q-a">»heim«</soCalled> oder <soCalled xml:id="q-b">»fort«</soCalled>'
    text = path.read_text(encoding="utf-8").replace(" zurück", f" {terms}", 1)
    path.write_text(text, encoding="utf-8")
    site.build(toy, tmp_path / "site")
    register = (tmp_path / "site/quotations.html").read_text(encoding="utf-8")
    assert len(re.findall(r'id="zweiter\.q-[ab]"', register)) == 2
    path.write_text(re.sub(' xml:id="q-[ab]"', "", text), encoding="utf-8")
    found = validation.examine(toy, settings.load(toy)).errors
    assert [one.code for one in found] == ["Q009", "Q009"]
