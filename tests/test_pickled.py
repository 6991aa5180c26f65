"""What values of many repeat is held once when they are read again."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from msgspec import Struct

from edition.model import pickled
from tests.both import BOTH, edition_of
from tests.conftest import ROOT


@BOTH
def test_an_edition_is_the_same_when_it_is_read_again(root: Any) -> None:
    edition = edition_of(root)
    assert pickle.loads(pickle.dumps(edition.articles)) == edition.articles
    assert pickle.loads(pickle.dumps(edition)) == edition


def test_what_names_repeat_is_held_once() -> None:
    mentions = next(several for several in edition_of(ROOT).mentions.values() if len(several) > 1)
    one, other = (pickle.loads(pickle.dumps(each)) for each in mentions[:2])
    assert one.pointer is other.pointer
    assert one == mentions[0]


@pickled
class Alone(Struct, frozen=True):
    """A value with one field, which may be empty."""

    pointer: tuple[Any, ...] | None


@pytest.mark.parametrize("held", [None, (), ("a", ("b", 1))])
def test_a_single_field_and_what_is_no_word(held: Any) -> None:
    assert pickle.loads(pickle.dumps(Alone(held))) == Alone(held)
