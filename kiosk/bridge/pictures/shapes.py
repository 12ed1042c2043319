"""How large the works' pictures are, and the shapes of their thumbnails; made for many works."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.bridge.pictures.claims import Size

CARD_ASPECT = 1.25
"""Width over height of the small typographic card that stands for a work without a picture."""


class Shapes:
    """Sizes in pixels and aspects (width over height) of so many works, given by their index.

    A work is a card until the size of its picture is known, and again while that is `broken`.
    """

    def __init__(self, works: int) -> None:
        self._sizes = array("I", bytes(8 * works))
        self._aspects = array("d", [CARD_ASPECT]) * works

    def size(self, work: int) -> Size | None:
        """The size of a work's picture, as soon as it is known."""
        width, height = self._sizes[2 * work : 2 * work + 2]
        return (width, height) if width else None

    def aspect(self, work: int) -> float:
        """Width over height of the work's thumbnail."""
        return self._aspects[work]

    def aspects(self, works: Iterable[int]) -> array[float]:
        """`aspect` of each work."""
        return array("d", map(self._aspects.__getitem__, works))

    def learn(self, work: int, size: Size, *, broken: bool) -> bool:
        """Note a size; whether it is news."""
        place = slice(2 * work, 2 * work + 2)
        before, self._sizes[place] = self._sizes[place], array("I", size)
        self.reshape(work, broken=broken)
        return before != self._sizes[place]

    def reshape(self, work: int, *, broken: bool) -> None:
        """Note that a picture turned out to be broken, or whole after all."""
        size = self.size(work)
        self._aspects[work] = size[0] / size[1] if size and not broken else CARD_ASPECT
