"""What pictures may cost while they are shown: pages, pixels and bytes, all in one place.

A picture that is shown takes 4 bytes a pixel, in the program with the software renderer and on the graphics
card with one. One screenful is 8 MB at 1080p and 33 MB at 4K. At most there are at once:

- on the stage, the current page and one on either side (`SHARP_REACH`): three screenfuls, and previews further away;
  two works beside each other are each made for `PAIR_SHARE` of the screen, which is less than one screenful together;
- in the attract loop, a scene and the next one, each cut to `LOOP_PIXELS`: two 4K screenfuls;
- looking closer, what is on the stage and `tiles(screen)` tiles: eight screenfuls more at 1080p, 5.6 at 4K.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from kiosk.pictures.pyramid import TILE_SIDE

if TYPE_CHECKING:
    from kiosk.pictures.orders import Box

REACH = 2
"""Pages of the slideshow kept ready on either side of the current one, the outer ones only as previews."""
SHARP_REACH = 1
"""Pages on either side of the current one that have their rendition for the screen."""

PAIR_SHARE = (0.7, 0.6)
"""Of a screen's width and height: the room for each of two works that are shown beside each other."""

LOOP_PIXELS = 8_300_000
"""The largest rendition made for the attract loop, one 4K screen."""


def tiles(screen: Box) -> int:
    """The most tiles in memory for a screen of so many pixels, (width, height): 63 at 1080p, 66 MB, and 176 at 4K.

    A level is used until its pixels are half as large as the screen's: so many tiles can be in view then. One more row
    of them is for coarser tiles that stay until the finer ones are there, and for a margin all round that a finger
    finds sharp; mostly tiles are larger on the screen, fewer are in view, and the margin is whole.
    """
    columns, rows = (ceil(side / (TILE_SIDE / 2)) + 1 for side in screen)
    return columns * (rows + 1)
