"""The geometry of a tile pyramid: which tiles a picture has, and which of them a view needs. Plain arithmetic.

The layout is that of the Deep Zoom format, counted the other way round: level 0 is the full size here, for there the
number of the full size depends on the picture. Tiles do not overlap.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from kiosk.pictures.orders import Box

TILE_SIDE = 512
"""Pixels of a tile's side; fewer at the right and at the bottom. Made twice as fast as tiles of 256 pixels."""

Part = tuple[float, float, float, float]
"""Left, top, width and height of a part of a picture, as fractions of the whole."""

View = tuple[float, float, float, float]
"""Left, top, right and bottom of what is seen, as fractions of the whole picture; it may reach beyond it."""


class Tile(msgspec.Struct, frozen=True, order=True):
    """One tile: `level` 0 is the full size, `column` and `row` count from the top left of the picture as shown."""

    level: int
    column: int
    row: int


class Pyramid(msgspec.Struct, frozen=True):
    """The tiles of a picture that is shown at `width` x `height` pixels, both at least 1.

    A pixel of level n stands for 2**n x 2**n pixels of the full size, counted from the top left, so a tile covers
    exactly four of the level below it, or what the picture has of them. The last level is one tile.
    """

    width: int
    height: int

    @property
    def levels(self) -> int:
        """How many levels there are, at least one."""
        return max(0, math.ceil(max(self.width, self.height) / TILE_SIDE) - 1).bit_length() + 1

    def size(self, level: int) -> Box:
        """Width and height of a level in pixels: the full size, halved `level` times and rounded up."""
        return -(-self.width >> level), -(-self.height >> level)

    def grid(self, level: int) -> Box:
        """How many columns and rows of tiles a level has."""
        width, height = self.size(level)
        return -(-width // TILE_SIDE), -(-height // TILE_SIDE)

    def tile_size(self, tile: Tile) -> Box:
        """Width and height of a tile in pixels."""
        width, height = self.size(tile.level)
        return min(TILE_SIDE, width - tile.column * TILE_SIDE), min(TILE_SIDE, height - tile.row * TILE_SIDE)

    def tiles(self, level: int) -> tuple[Tile, ...]:
        """All tiles of a level, row by row."""
        columns, rows = self.grid(level)
        return tuple(Tile(level, column, row) for row in range(rows) for column in range(columns))

    def level_for(self, scale: float) -> int:
        """The smallest level that is still sharp where one pixel of the full size takes `scale` pixels of the screen.

        The full size where nothing is sharp enough, the last level where `scale` is not above 0.
        """
        if not scale > 0:
            return self.levels - 1
        mantissa, exponent = math.frexp(scale)
        level = 1 - exponent if mantissa == 0.5 else -exponent
        return min(max(level, 0), self.levels - 1)

    def part(self, tile: Tile) -> Part:
        """The part of the picture that a tile shows."""
        side = TILE_SIDE << tile.level
        left, top = tile.column * side, tile.row * side
        right, bottom = min(left + side, self.width), min(top + side, self.height)
        return left / self.width, top / self.height, (right - left) / self.width, (bottom - top) / self.height

    def visible(self, level: int, view: View) -> tuple[Tile, ...]:
        """The tiles of a level that `view` shows something of, those nearest to its centre first."""
        left, top, right, bottom = view
        side = TILE_SIDE << level
        columns, rows = self.grid(level)
        centre_x = (left + right) / 2 * self.width / side - 0.5
        centre_y = (top + bottom) / 2 * self.height / side - 0.5
        seen = (
            Tile(level, column, row)
            for row in _touched(top, bottom, self.height / side, rows)
            for column in _touched(left, right, self.width / side, columns)
        )
        return tuple(sorted(seen, key=lambda tile: math.hypot(tile.column - centre_x, tile.row - centre_y)))


def _touched(begin: float, end: float, length: float, count: int) -> range:
    """The tiles between `begin` and `end`, fractions of a side that is `length` tiles long and cut into `count`."""
    if not begin < end or end <= 0 or begin >= 1:
        return range(0)
    return range(math.floor(max(0.0, begin) * length), min(count, math.ceil(min(1.0, end) * length)))
