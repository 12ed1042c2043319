"""From an open picture to the pixels that are shown: decoded once, shrunk, in sRGB, turned, crisp."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageChops

from kiosk.pictures.drawing import colour, deep
from kiosk.pictures.drawing.resample import LEFT_TO_RESAMPLE, loses_light, sharpened, shrunk
from kiosk.pictures.orders import PREVIEW_SIDE, Box
from kiosk.pictures.reading import deepzoom, guard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

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
    opening: Opening,
    shown: Box,
    boxes: Iterable[Box | None],
    screen: bytes = b"",
    alive: Callable[[], None] = lambda: None,
) -> Iterator[tuple[Box | None, Image.Image]]:
    """A picture that is `shown` as large once it is turned, for each of `boxes`: a screen, or for None the preview.

    Of mode RGBA where something is transparent, else YCbCr, RGB or L; in the colours of the `screen` with that ICC
    profile, empty for sRGB. `alive` is called now and then where it takes long. All are made of one decoding, and what
    is half as large as one before it is made of that, which costs next to nothing.
    """
    unread = opening()
    turn = guard.turn_of(unread)
    sizes = {box: fit(shown, box or (PREVIEW_SIDE, PREVIEW_SIDE)) for box in boxes}
    wanted, quick = _turned_size(max(sizes.values()), turn), set(sizes) == {None}
    source = _source(unread, opening, wanted, screen, alive, quick=quick)
    light = source.light
    smaller: dict[Box, Image.Image] = {}
    made: dict[Box, Image.Image] = {}
    for box, size in sizes.items():
        if size not in made:
            lying = _turned_size(size, turn)
            larger = _twice_as_large(smaller, lying)
            small = shrunk(larger, lying, light=light) if larger else source.shrunk(lying)
            smaller[lying] = small
            if all(_twice_as_large(smaller, _turned_size(each, turn)) for each in {*sizes.values()} - {*made, size}):
                # Memory that is given back is used again; other memory has to be cleared first.
                source = source._replace(shrunk=partial(shrunk, small))
            ready = _turned(colour.to_srgb(small, source.profile, source.screen), turn)
            made[size] = ready if size == shown else sharpened(ready)
            # Where the picture was taken, and all else it brought, stays with the source.
            made[size].info.clear()
        yield box, made[size]


def _twice_as_large(made: dict[Box, Image.Image], size: Box) -> Image.Image | None:
    """The smallest picture made that is at least twice as large as `size`."""
    return made[min(larger)] if (larger := [each for each in made if each[0] >= 2 * size[0]]) else None


class _Source(NamedTuple):
    """What a picture is drawn from: `shrunk` gives it at a size, its `light` mixed or not.

    It is then in the colours of the ICC `profile`, and still to be brought to those of the `screen`.
    """

    shrunk: Callable[[Box], Image.Image]
    light: bool
    profile: bytes | None = None
    screen: bytes = b""


def _source(
    unread: ImageFile.ImageFile, opening: Opening, wanted: Box, screen: bytes, alive: Callable[[], None], *, quick: bool
) -> _Source:
    """All of a picture whose colours have 16 bits, if they can be kept, else what is left of them in 8."""
    conversion = None if quick else deep.conversion(unread, screen)
    halves = deep.decoded(opening, alive) if conversion else None
    if conversion and halves:
        return _Source(partial(conversion.shrunk, halves, alive=alive), light=True)
    profile = unread.info.get("icc_profile")
    pixels, light = _to_shrink(opening, wanted, alive, quick=quick)
    return _Source(partial(shrunk, pixels, light=light), light, profile if isinstance(profile, bytes) else None, screen)


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
