"""Who looks at which picture, and how urgently."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

Size = tuple[int, int]
Place = tuple[int, Size | None]
"""A work's index and the box its rendition fits, None for the preview alone."""


class Claims:
    """The places that each holder - a slideshow, a wall, a loop - looks at or will look at next."""

    def __init__(self) -> None:
        self._of_place: dict[Place, dict[object, int]] = {}
        self._of_holder: dict[object, set[Place]] = {}

    def __contains__(self, place: Place) -> bool:
        """Whether anybody looks at a place."""
        return place in self._of_place

    def claim(self, holder: object, place: Place, urgency: int) -> None:
        """Note that `holder` looks at a place from now on, that urgently."""
        self._of_place.setdefault(place, {})[holder] = urgency
        self._of_holder.setdefault(holder, set()).add(place)

    def keep(self, holder: object, places: Collection[Place]) -> set[Place]:
        """Note that `holder` looks at no other places any more: those that were given up."""
        held = self._of_holder.get(holder, set())
        given_up = held.difference(places)
        held -= given_up
        for place in given_up:
            holders = self._of_place[place]
            del holders[holder]
            if not holders:
                del self._of_place[place]
        return given_up

    def urgency(self, place: Place) -> int:
        """That of the holder who claims a place most urgently, -1 without any."""
        return max(self._of_place.get(place, {}).values(), default=-1)
