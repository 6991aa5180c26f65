"""Maps: projections, outlines, labels, the places a text names, the ways of persons."""

from edition.grouped import mentioned
from edition.model import Edition
from edition.pictures.maps import located, stays

__all__ = ["worth_drawing"]


def worth_drawing(edition: Edition) -> bool:
    """Whether the texts name a place with coordinates, or a person can be followed; every page asks."""
    return any(
        located.own(entity) and mentioned(edition, pointer)
        for pointer, entity in edition.entities.items()
        if entity.kind == located.PLACE
    ) or bool(stays.itineraries(edition))
