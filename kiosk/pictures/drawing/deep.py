"""Colours of 16 bits, as two pictures of 8: shrunk in light, and rounded once, to the colours that are shown."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, cast

from PIL import Image, ImageCms, ImageMath

from kiosk.pictures.drawing.resample import shrunk_light
from kiosk.pictures.drawing.shaper import Curve, Matrix, Shaper, inverse, number_table, product, shaper
from kiosk.pictures.reading import low_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL import ImageFile

    from kiosk.pictures.orders import Box

MAX_PIXELS = 60_000_000
"""Both halves of a picture stand in memory, 8 bytes a pixel; of a larger one only the high bytes are shown."""

_WHITE = 65535

Tables = tuple[list[float], list[float]]


class Deep(NamedTuple):
    """The `high` and the `low` bytes of a picture, or of a strip of one, both of mode RGB."""

    high: Image.Image
    low: Image.Image

    def crop(self, area: tuple[int, int, int, int]) -> Deep:
        """A part of it."""
        return Deep(self.high.crop(area), self.low.crop(area))


class Conversion:
    """From colours of 16 bits in the space `source` to colours of 8 in the space `target`."""

    def __init__(self, source: Shaper, target: Shaper) -> None:
        self._tables = [_light_tables(curve) for curve in source.curves]
        self._matrix: Matrix | None = product(inverse(target.matrix), source.matrix)
        if source.matrix == target.matrix:
            self._matrix = None
        self._numbers = [number_table(curve, _WHITE) for curve in target.curves]

    def light(self, deep: Deep) -> list[Image.Image]:
        """The light of red, green and blue, each of mode F."""
        halves = zip(deep.high.split(), deep.low.split(), self._tables, strict=True)
        return [_light(high, low, tables) for high, low, tables in halves]

    def numbers(self, light: list[Image.Image]) -> Image.Image:
        """The picture of mode RGB that shows `light`."""
        bands = [_mixed(light, row) for row in self._matrix] if self._matrix else light
        rounded = [ImageMath.lambda_eval(lambda known: known["band"] + 0.5, band=band) for band in bands]
        levels = [band.convert("I").point(table, "L") for band, table in zip(rounded, self._numbers, strict=True)]
        return Image.merge("RGB", levels)

    def shown(self, deep: Deep) -> Image.Image:
        """A picture at its own size."""
        return self.numbers(self.light(deep))

    def shrunk(self, deep: Deep, size: Box, alive: Callable[[], None] = lambda: None) -> Image.Image:
        """A picture at `size`, its light mixed; `alive` is called now and then."""

        def light_of(area: tuple[int, int, int, int]) -> list[Image.Image]:
            alive()
            return self.light(deep.crop(area))

        return self.numbers(shrunk_light(deep.high.size, size, light_of))


class DeepStrips:
    """The strips of a picture as they are shown, of its `halves`: the high and the low bytes of rows from `top` on."""

    def __init__(
        self, size: Box, halves: Callable[[int, int], tuple[Image.Image, Image.Image]], conversion: Conversion
    ) -> None:
        self.size = size
        self._halves = halves
        self._conversion = conversion

    @classmethod
    def of(cls, deep: Deep, conversion: Conversion) -> DeepStrips:
        """Those of a picture that stands in memory as a whole."""
        width, height = deep.high.size
        return cls((width, height), lambda top, count: deep.crop((0, top, width, top + count)), conversion)

    def rows(self, top: int, count: int) -> Image.Image:
        """See `kiosk.pictures.drawing.strips.Strips`."""
        return self._conversion.shown(Deep(*self._halves(top, count)))


def conversion(image: ImageFile.ImageFile, screen: bytes) -> Conversion | None:
    """How to show `image`, of which nothing has been decoded; `screen` is the screen's ICC profile, empty for sRGB.

    None where Pillow and LittleCMS lose nothing, or where they alone understand one of the profiles.
    """
    if not low_bytes.are_there(image):
        return None
    profile = image.info.get("icc_profile")
    return _conversion(profile if isinstance(profile, bytes) else b"", screen)


@lru_cache(maxsize=4)
def _conversion(profile: bytes, screen: bytes) -> Conversion | None:
    source, target = shaper(profile or _srgb()), shaper(screen or _srgb())
    return Conversion(source, target) if source and target else None


def decoded(opening: Callable[[], ImageFile.ImageFile], alive: Callable[[], None] = lambda: None) -> Deep | None:
    """All pixels of a picture for which there is a conversion; None where they do not fit into memory."""
    image = opening()
    if image.width * image.height > MAX_PIXELS:
        return None
    image.load()
    alive()
    low = low_bytes.wanted_of(opening())
    low.load()
    return Deep(image, low)


@lru_cache(maxsize=1)
def _srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def _light_tables(curve: Curve) -> Tables:
    """For each high byte its light, and what a step of the low byte adds to it; on the chord, which no eye can tell."""
    begins = [_WHITE * curve(min(1.0, high * 256 / _WHITE)) for high in range(257)]
    return begins[:256], [(end - begin) / 256 for begin, end in pairwise(begins)]


def _light(high: Image.Image, low: Image.Image, tables: Tables) -> Image.Image:
    begins, steps = tables
    light = ImageMath.lambda_eval(
        lambda known: known["begin"] + known["step"] * known["low"],
        begin=high.point(begins, "F"),
        step=high.point(steps, "F"),
        low=low.convert("F"),
    )
    return cast("Image.Image", light)


def _mixed(light: list[Image.Image], row: tuple[float, float, float]) -> Image.Image:
    red, green, blue = light
    mixed = ImageMath.lambda_eval(
        lambda known: known["red"] * row[0] + known["green"] * row[1] + known["blue"] * row[2],
        red=red,
        green=green,
        blue=blue,
    )
    return cast("Image.Image", mixed)
