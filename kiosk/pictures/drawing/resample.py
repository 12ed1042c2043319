"""Making pictures smaller: as an eye sees them from farther away, without halos, and crisp.

Seen from a distance, light mixes, not the numbers that stand for it: fine black lines on white paper average to a
lighter grey than the middle of their numbers. Mixing light takes three times as long, so that is done where it shows.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, cast

from PIL import Image, ImageChops, ImageFilter

from kiosk.pictures.drawing.shaper import number_table
from kiosk.srgb import linear

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.pictures.orders import Box

    Area = tuple[int, int, int, int]
    """Left, top, right and bottom."""

LEFT_TO_RESAMPLE = 1.3
"""How much larger than wanted a decoder's own halving has to leave a picture; less looks like blocks."""

_FILTER = Image.Resampling.BICUBIC
_LIGHT_FILTER = Image.Resampling.LANCZOS
"""For light, which is only mixed where there are fine lines."""
_REACH = 4.5
"""How far that filter looks, in pixels of what it makes: 3, and as much again as is averaged first."""
_CALM_FILTER = Image.Resampling.HAMMING
"""Nearly as crisp, and never brighter or darker than what it mixes."""
_REDUCING_GAP = 1.5
"""What is averaged first stays so much larger than wanted, for the filter to do the rest."""

_SHARPENING = 0.03
"""Share of its difference from each of its four neighbours that a pixel is moved away from them."""
_SHARPEN = ImageFilter.Kernel(
    (3, 3), (0, -_SHARPENING, 0, -_SHARPENING, 1 + 4 * _SHARPENING, -_SHARPENING, 0, -_SHARPENING, 0), scale=1
)

_MIDDLE = 128
"""Stands for no difference where there is none below 0."""

_SAMPLES = 8
"""A picture is judged by so many samples in a row, in as many rows."""
_SAMPLE_SIDE = 64
_FINEST = 16
"""Steps to a level of 256 that a sample's loss is told in."""
_LOSS_THAT_SHOWS = 0.5

_WHITE = 65535
_ROWS = 128


def shrunk(image: Image.Image, size: Box, *, light: bool = False) -> Image.Image:
    """`image` at `size`, which is no larger; with `light` its light is mixed and not its numbers.

    Any mode that Pillow can resize; light is told from numbers in RGB and L, by sRGB's curve (IEC 61966-2-1).
    """
    if image.size == size:
        return image
    if light and image.mode in ("RGB", "L"):
        return _shrunk_in_light(image, size)
    # Pillow cannot reduce 16 bits, and says so. It weighs colours by their opacity itself.
    gap = None if image.mode.startswith("I;16") else _REDUCING_GAP
    # Opacity ends at 255, colours weighed by it would not: what overshoots there is a bright rim.
    kernel = _CALM_FILTER if image.mode in ("RGBA", "LA") else _FILTER
    return image.resize(size, kernel, reducing_gap=gap)


def sharpened(image: Image.Image) -> Image.Image:
    """`image`, of mode RGB, YCbCr, L or RGBA, a little crisper: what shrinking took.

    Only lightness is sharpened where there are colours, so that none of them gets a fringe.
    """
    if image.mode == "RGBA":
        return image.convert("RGBa").filter(_SHARPEN).convert("RGBA")
    if image.mode == "L":
        return image.filter(_SHARPEN)
    if image.mode == "YCbCr":
        luma, *chroma = image.split()
        return Image.merge("YCbCr", (luma.filter(_SHARPEN), *chroma))
    # By way of YCbCr, which has 8 bits as well, each colour would be rounded once more.
    luma = image.convert("L")
    crisper = ImageChops.subtract(luma.filter(_SHARPEN), luma, 1, _MIDDLE)
    return ImageChops.add(image, Image.merge("RGB", (crisper, crisper, crisper)), 1, -_MIDDLE)


def loses_light(image: Image.Image) -> bool:
    """Whether halving `image` by its numbers would show: one of its samples would be too dark by half a level of 256.

    Costs a look at a quarter of a million pixels, whatever the picture's size.
    """
    if image.mode not in ("RGB", "L", "YCbCr"):
        return False
    side = min(_SAMPLE_SIDE, *image.size) // 2 * 2
    if side == 0:
        return False
    sheet = Image.new("L", (side * _SAMPLES, side * _SAMPLES))
    for row in range(_SAMPLES):
        for column in range(_SAMPLES):
            left = (image.width - side) * column // (_SAMPLES - 1)
            top = (image.height - side) * row // (_SAMPLES - 1)
            sample = image.crop((left, top, left + side, top + side))
            lightness = sample.getchannel("Y") if sample.mode == "YCbCr" else sample.convert("L")
            sheet.paste(lightness, (column * side, row * side))
    by_numbers = sheet.reduce(2)
    by_light = _numbers(sheet.point(_light_table(), "F").reduce(2))
    lost = ImageChops.difference(by_light, by_numbers).point(lambda levels: min(255, levels * _FINEST))
    highest = cast("int", lost.reduce(side // 2).getextrema()[1])
    return highest > _LOSS_THAT_SHOWS * _FINEST


def halved(image: Image.Image) -> Image.Image:
    """`image` at half its size, rounded up, each pixel the mean of four: of their light where that shows."""
    if not loses_light(image) or image.mode not in ("RGB", "L"):
        return image.reduce(2)
    size = (image.width + 1) // 2, (image.height + 1) // 2
    light = [Image.new("F", size, None) for _ in image.getbands()]
    for top in range(0, image.height, _ROWS):
        strip = image.crop((0, top, image.width, min(top + _ROWS, image.height)))
        for small, band in zip(light, _light_of(strip), strict=True):
            small.paste(band.reduce(2), (0, top // 2))
    return _numbers_of(light)


def shrunk_light(whole: Box, size: Box, light_of: Callable[[Area], list[Image.Image]]) -> list[Image.Image]:
    """The light of each colour at `size`, of a picture that is as large as `whole`, mode F.

    In strips: `light_of` an area of it, four times as large as its numbers, is never there as a whole.
    """
    scale = whole[1] / size[1]
    margin = math.ceil(_REACH * scale)
    small: list[Image.Image] = []
    for top in range(0, size[1], _ROWS):
        bottom = min(size[1], top + _ROWS)
        first = max(0, math.floor(top * scale) - margin)
        last = min(whole[1], math.ceil(bottom * scale) + margin)
        box = (0.0, top * scale - first, float(whole[0]), min(bottom * scale, whole[1]) - first)
        light = light_of((0, first, whole[0], last))
        small = small or [Image.new("F", size, None) for _ in light]
        for band, part in zip(small, light, strict=True):
            band.paste(part.resize((size[0], bottom - top), _LIGHT_FILTER, box, _REDUCING_GAP), (0, top))
    return small


def _shrunk_in_light(image: Image.Image, size: Box) -> Image.Image:
    return _numbers_of(shrunk_light(image.size, size, lambda area: _light_of(image.crop(area))))


def _light_of(image: Image.Image) -> list[Image.Image]:
    return [band.point(_light_table(), "F") for band in image.split()]


def _numbers_of(light: list[Image.Image]) -> Image.Image:
    """All at once, for Pillow looks through the table each time."""
    bands = [_numbers(band) for band in light]
    return Image.merge("RGB", bands) if len(bands) > 1 else bands[0]


def _numbers(light: Image.Image) -> Image.Image:
    """The band of mode L for the light in `light`, mode F, half a step of 0 to 65,535 too high for rounding."""
    return light.convert("I").point(_number_table(), "L")


@cache
def _light_table() -> list[float]:
    return [_WHITE * linear(number / 255) + 0.5 for number in range(256)]


@cache
def _number_table() -> list[int]:
    return number_table(linear, _WHITE)
