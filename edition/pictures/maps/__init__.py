"""Maps: projections, outlines, labels, the places a text names, the ways of persons."""

from edition.model import Edition
from edition.pictures.maps import places, stays

__all__ = ["worth_drawing"]


def worth_drawing(edition: Edition) -> bool:
    """Whether the texts name a place with coordinates, or a person can be followed."""
    return any(one.spot for one in places.named(edition)) or bool(stays.itineraries(edition))
