"""A picture from top to bottom, in strips: in sRGB, and flipped as it is shown.

A quarter turn is not among the flips: it would need the whole picture at once. What is left of a turn after the flips
is to change rows and columns, which whoever cuts the strips into tiles does tile by tile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from PIL import Image

from kiosk.pictures.drawing import colour
from kiosk.pictures.drawing.whole import decoded
from kiosk.pictures.pyramid import TILE_SIDE
from kiosk.pictures.reading import deepzoom, guard
from kiosk.pictures.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from kiosk.pictures.orders import Box

_CHUNK = 64
"""Rows whose colours are converted at once: a whole row of tiles would stand in memory twice."""


class Strips(Protocol):
    """The pixels of a picture as they are stored, `size` of them."""

    size: Box

    def rows(self, top: int, count: int) -> Image.Image:
        """`count` rows from `top` on, which may not begin above the last row that was asked for before."""


class WholeStrips:
    """The strips of a picture that stands in memory as a whole, decoded by Pillow at 1 / `shrink` of its size."""

    def __init__(self, file: BinaryIO, name: str, shrink: int) -> None:
        image = guard.open_image(file, name)
        width, height = image.size
        if width * height > guard.MAX_PIXELS * shrink * shrink:
            raise Refused(
                "too-large-to-look-closer",
                f"{name} is too large to look closer: {width} x {height} pixels; "
                f"more than {guard.MAX_PIXELS // 1_000_000} million need libvips.",
                deepzoom.remedy_for(image) or "Save the picture smaller, as a baseline JPEG.",
            )
        pixels = decoded(image, (width // shrink, height // shrink))
        # Where only the values tell what is white, strips would differ.
        self._pixels = colour.to_srgb(pixels, None) if pixels.mode in ("I", "F") else pixels
        self.size: Box = self._pixels.size

    def rows(self, top: int, count: int) -> Image.Image:
        """See `Strips`."""
        return self._pixels.crop((0, top, self.size[0], top + count))


class Lie(NamedTuple):
    """How a stored picture has to be moved to lie as it is shown: flipped, and then with rows and columns exchanged."""

    mirrored: bool
    upside_down: bool
    transposed: bool


LIES = {
    1: Lie(mirrored=False, upside_down=False, transposed=False),
    2: Lie(mirrored=True, upside_down=False, transposed=False),
    3: Lie(mirrored=True, upside_down=True, transposed=False),
    4: Lie(mirrored=False, upside_down=True, transposed=False),
    5: Lie(mirrored=False, upside_down=False, transposed=True),
    6: Lie(mirrored=False, upside_down=True, transposed=True),
    7: Lie(mirrored=True, upside_down=True, transposed=True),
    8: Lie(mirrored=True, upside_down=False, transposed=True),
}
"""By EXIF orientation."""


class Bands:
    """The rows of tiles of a picture, before rows and columns are exchanged: `size` is as large as that makes it.

    `strips` may be a pixel smaller than `size` either way: decoders disagree about what half a pixel is. `profile` is
    the ICC profile that the picture came with, `screen` that of the screen, empty for sRGB. `alive` is called often.
    """

    def __init__(
        self,
        strips: Strips,
        size: Box,
        lie: Lie,
        profile: bytes | None,
        alive: Callable[[], None],
        screen: bytes = b"",
    ) -> None:
        if any(not 0 <= want - have <= 1 for want, have in zip(size, strips.size, strict=True)):
            raise ValueError(f"{strips.size} pixels where {size} were expected")
        self._strips = strips
        self._size = size
        self._lie = lie
        self._profile = profile
        self._screen = screen
        self._alive = alive

    def wanted(self, wants: Callable[[int], bool]) -> Iterator[tuple[int, Image.Image]]:
        """The bands whose number, counted as shown, `wants` says yes to, in the order in which they are stored."""
        height = self._size[1]
        numbers = range(-(-height // TILE_SIDE))
        top = 0
        for number in reversed(numbers) if self._lie.upside_down else numbers:
            count = min(TILE_SIDE, height - number * TILE_SIDE)
            if wants(number):
                band = self._read(top, count)
                if self._lie.mirrored:
                    band = band.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
                if self._lie.upside_down:
                    band = band.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
                yield number, band
            top += count

    def _read(self, top: int, count: int) -> Image.Image:
        """The rows from `top` on, as they are stored; what the decoder left out at the edges is repeated."""
        width, height = self._strips.size
        first = min(top, height - 1)
        rows = min(count, height - first)
        parts = ((row, self._part(first + row, min(_CHUNK, rows - row))) for row in range(0, rows, _CHUNK))
        row, part = next(parts)
        band = Image.new(part.mode, (self._size[0], count), None)
        band.paste(part, (0, row))
        for row, part in parts:
            band.paste(part, (0, row))
        if width < self._size[0]:
            band.paste(band.crop((width - 1, 0, width, count)), (width, 0))
        if rows < count:
            band.paste(band.crop((0, rows - 1, self._size[0], rows)), (0, rows))
        return band

    def _part(self, top: int, count: int) -> Image.Image:
        part = colour.resizable(self._strips.rows(top, count))
        clear = part.mode in ("RGBA", "LA")
        part = colour.to_srgb(part, self._profile, self._screen)
        self._alive()
        # Some parts of a picture are transparent and some are not, but a band is of one kind.
        return part.convert("RGBA") if clear else part
