"""From an open picture to the pixels that are shown: decoded once, shrunk, in sRGB, turned, crisp."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PIL import Image, ImageChops

from kiosk.pictures.drawing import colour
from kiosk.pictures.drawing.resample import LEFT_TO_RESAMPLE, loses_light, sharpened, shrunk
from kiosk.pictures.orders import PREVIEW_SIDE, Box
from kiosk.pictures.reading import deepzoom, guard

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL import ImageFile

    Opening = Callable[[], ImageFile.ImageFile]
    """Opens the picture anew, nothing of it decoded yet."""

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def draw(
    opening: Opening, shown: Box, boxes: tuple[Box, ...], screen: bytes = b"", alive: Callable[[], None] = lambda: None
) -> tuple[list[Image.Image], Image.Image]:
    """The screens for `boxes` and the preview of a picture that is `shown` as large once it is turned.

    Of mode RGBA where something is transparent, else YCbCr, RGB or L; in the colours of the `screen` with that ICC
    profile, empty for sRGB. `alive` is called now and then where it takes long.
    """
    turn = guard.turn_of(opening())
    preview = fit(shown, (PREVIEW_SIDE, PREVIEW_SIDE))
    screens = [fit(shown, box) for box in boxes]
    sizes = sorted({preview, *screens}, reverse=True)
    pixels, light = _to_shrink(opening, _turned_size(sizes[0], turn), alive, quick=not boxes)
    profile = opening().info.get("icc_profile")

    def finished(small: Image.Image, size: Box) -> Image.Image:
        made = _turned(colour.to_srgb(small, profile if isinstance(profile, bytes) else None, screen), turn)
        made = made if size == shown else sharpened(made)
        # Where the picture was taken, and all else it brought, stays with the source.
        made.info.clear()
        return made

    smaller = _all_shrunk(pixels, [_turned_size(size, turn) for size in sizes], light)
    del pixels
    ready = {size: finished(smaller[_turned_size(size, turn)], size) for size in sizes}
    return [ready[size] for size in screens], ready[preview]


def _all_shrunk(pixels: Image.Image, sizes: list[Box], light: bool) -> dict[Box, Image.Image]:
    """`pixels` at each of `sizes`, largest first; each of a larger one that is twice as large, or of all pixels."""
    made: dict[Box, Image.Image] = {}
    for size in sizes:
        larger = [each for each in made.values() if each.width >= 2 * size[0]]
        made[size] = shrunk(larger[-1] if larger else pixels, size, light=light)
    return made


def fit(size: Box, box: Box) -> Box:
    """The largest size of the shape of `size` that fits into `box` and is no larger than `size`; at least 1 x 1."""
    scale = min(1.0, box[0] / size[0], box[1] / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _turned_size(size: Box, turn: int) -> Box:
    return (size[1], size[0]) if turn >= 5 else size


def _turned(image: Image.Image, turn: int) -> Image.Image:
    return image.transpose(_TURNS[turn]) if turn in _TURNS else image


def _to_shrink(opening: Opening, wanted: Box, alive: Callable[[], None], *, quick: bool) -> tuple[Image.Image, bool]:
    """The pixels of a picture, no smaller than `wanted`, in a mode that can be resized; whether to mix their light.

    `quick`: a preview alone, which somebody waits for and nobody looks at closely; its light is not judged.

    Where light has to be mixed, a decoder that halves the numbers comes too late: the picture is then decoded anew,
    larger. That takes longer, and photographs hardly ever need it.
    """
    image = opening()
    whole = image.size
    enough = math.ceil(wanted[0] * LEFT_TO_RESAMPLE), math.ceil(wanted[1] * LEFT_TO_RESAMPLE)
    pixels = decoded(image, enough, alive, _quick_mode(image))
    light = not quick and wanted != whole and guard.pillow_can_hold(image) and loses_light(pixels)
    if light and pixels.size != whole:
        del pixels
        pixels = decoded(opening(), _largest(whole), alive)
    if light and pixels.mode == "YCbCr":
        pixels = pixels.convert("RGB")
    return pixels, light


def _largest(whole: Box) -> Box:
    """`whole`, halved until it can be held in memory."""
    width, height = whole
    while width * height > guard.MAX_PIXELS:
        width, height = width // 2, height // 2
    return width, height


def _quick_mode(image: ImageFile.ImageFile) -> str | None:
    """YCbCr for a JPEG that says it is stored so: a rendition is as well, and nothing is gained by way of RGB."""
    stored_so = "jfif" in image.info or image.info.get("adobe_transform") == 1
    return "YCbCr" if image.format == "JPEG" and image.mode == "RGB" and stored_so else None


def decoded(
    image: ImageFile.ImageFile, wanted: Box, alive: Callable[[], None] = lambda: None, mode: str | None = None
) -> Image.Image:
    """The pixels of `image`, no smaller than `wanted`, in a mode that can be resized; in `mode` if a JPEG has it."""
    if not guard.pillow_can_hold(image):
        turn = deepzoom.orientation_of(image)
        return colour.resizable(_turned(deepzoom.shrunk(image, _turned_size(wanted, turn), alive), turn))
    if image.format == "JPEG":
        # A HEIC's would be the thumbnail that came with it, whatever it shows.
        image.draft(mode, wanted)
    image.load()
    if image.mode == "CMYK" and image.format == "JPEG" and "adobe" not in image.info:
        # Pillow takes every CMYK JPEG for one of Adobe's, whose inks are written inverted.
        pixels = ImageChops.invert(image)
        pixels.info = image.info
        return pixels
    return colour.resizable(image)
