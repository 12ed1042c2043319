"""Which tiles of a picture are shown so that it is sharp where it is seen, and which stay until others are there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.pictures.pyramid import TILE_SIDE, Pyramid, Tile, View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

ENOUGH = 1.02
"""A rendition shown so little larger than it is looks as sharp as it can."""


@dataclass(frozen=True, slots=True)
class Sharpening:
    """A picture and its tiles.

    `sharp_until`: the scale, in pixels of the screen for one of the picture, up to which its rendition is enough.
    `most`: how many tiles may be shown at once. A part of the picture is seen as left, top, right and bottom in its
    fractions.
    """

    pyramid: Pyramid
    sharp_until: float
    most: int

    def wanted(self, seen: View, scale: float) -> tuple[Tile, ...]:
        """The tiles that make sharp what is seen, nearest to its middle first; none where the rendition is enough."""
        if scale <= self.sharp_until * ENOUGH:
            return ()
        return self.pyramid.visible(self.pyramid.level_for(scale), seen)[: self.most]

    def margin(self, seen: View, wanted: Sequence[Tile]) -> Iterator[Tile]:
        """The tiles around those that are wanted, nearest first."""
        if wanted:
            level = wanted[0].level
            across, down = (TILE_SIDE * 2**level / side for side in (self.pyramid.width, self.pyramid.height))
            around = seen[0] - across, seen[1] - down, seen[2] + across, seen[3] + down
            have = set(wanted)
            yield from (tile for tile in self.pyramid.visible(level, around) if tile not in have)

    def shown(
        self,
        wanted: Sequence[Tile],
        seen: View,
        made: Callable[[Tile], bool],
        before: Sequence[Tile],
        loaded: AbstractSet[Tile],
        leaving: View | None = None,
    ) -> tuple[Tile, ...]:
        """The tiles to be shown now, at most `most`, the most needed first, none twice.

        What is wanted and made; for what is not made yet the next coarser tile that is sharper than the rendition;
        of those shown `before` and loaded, what covers a place that is not loaded, or is still seen while the picture
        is on its way from the part `leaving`; and once everything wanted is loaded, the margin.
        """
        best = [self._best(tile, made) for tile in wanted]
        chosen = dict.fromkeys(tile for tile in best if tile)
        missing = [tile for tile, shown in zip(wanted, best, strict=True) if shown not in loaded]
        for tile in before:
            if tile in loaded and (any(overlap(tile, other) for other in missing) or self._meets(tile, leaving)):
                chosen[tile] = None
        if loaded >= set(wanted):
            chosen.update(dict.fromkeys(tile for tile in self.margin(seen, wanted) if made(tile)))
        return tuple(chosen)[: self.most]

    def _best(self, tile: Tile, made: Callable[[Tile], bool]) -> Tile | None:
        """The tile, or else the finest one made that shows its place and is sharper than the rendition."""
        for level in range(tile.level, self.pyramid.levels):
            stand_in = above(tile, level)
            if made(stand_in):
                return stand_in
            if 2.0**-level < self.sharp_until:
                break
        return None

    def _meets(self, tile: Tile, part: View | None) -> bool:
        if part is None:
            return False
        left, top, width, height = self.pyramid.part(tile)
        return left < part[2] and top < part[3] and left + width > part[0] and top + height > part[1]


def above(tile: Tile, level: int) -> Tile:
    """The tile of a level, no finer than the tile's own, that shows its place."""
    by = level - tile.level
    return Tile(level, tile.column >> by, tile.row >> by)


def overlap(one: Tile, other: Tile) -> bool:
    """Whether two tiles of one picture show something of the same place."""
    fine, coarse = sorted((one, other))
    return above(fine, coarse.level) == coarse
