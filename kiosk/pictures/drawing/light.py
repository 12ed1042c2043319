"""How bright the parts of a picture are, so that the show can tell what would flash."""

from __future__ import annotations

from array import array

from PIL import Image

from kiosk.pictures.orders import LIGHT_COLUMNS, LIGHT_ROWS
from kiosk.srgb import linear, luminance_of

_FINER = 4
"""Light is averaged as light over so many parts of a cell each way, within which it is averaged as sRGB."""
_LINEAR = tuple(linear(number / 255) for number in range(256))


def light_of(image: Image.Image) -> bytes:
    """The relative luminance (WCAG 2.2, 255 for white) of the cells of `image`, row by row; none if it lets through."""
    if image.mode == "RGBA":
        return b""
    size = LIGHT_COLUMNS * _FINER, LIGHT_ROWS * _FINER
    small = image.resize(size, Image.Resampling.BOX).convert("RGB").tobytes()
    channels = ([_LINEAR[number] for number in small[channel::3]] for channel in range(3))
    parts = array("f", map(luminance_of, *channels))
    cells = Image.frombytes("F", size, parts.tobytes()).resize((LIGHT_COLUMNS, LIGHT_ROWS), Image.Resampling.BOX)
    return bytes(round(255 * cell) for cell in array("f", cells.tobytes()))
