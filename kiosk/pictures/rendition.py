"""Making a picture ready: decoded once, shrunk, turned, in sRGB, written as a screen and a preview."""

from __future__ import annotations

import contextlib
import os
import shutil
from typing import IO, TYPE_CHECKING, BinaryIO

from PIL import Image, ImageChops, ImageFile, PngImagePlugin

from kiosk.pictures import colour, deepzoom, guard
from kiosk.pictures.files import TEMPORARY_SUFFIX, content_of, find, look_up, preview_stem, remark, screen_stem
from kiosk.pictures.orders import PREVIEW_SIDE, Box, Header, Identity, Rendition, RenditionOrder, Stamp
from kiosk.pictures.refusal import Refused, display_name, unwritable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Measured against LANCZOS from the full size: on top of the decoder's own halving, BICUBIC comes as near to it (49 dB)
# in two thirds of the time. Sharpening afterwards only led away from it, by 4 to 8 dB.
_FILTER = Image.Resampling.BICUBIC
_REDUCING_GAP = 1.5

_SCREEN_QUALITY = 92
_PREVIEW_QUALITY = 88

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def make(order: RenditionOrder, alive: Callable[[], None] = lambda: None) -> Rendition:
    """The renditions of `order.source`, written to `order.cache` unless they are there. Raises `Refused`.

    `alive` is called now and then while a very large picture is decoded.
    """
    name = display_name(order.source, order.folder)
    with guard.open_picture(order.source, order.folder) as file, guard.door(name):
        image = guard.open_image(file, name)
        header = guard.header_of(image, name)
        identity = identity_of(file, order.known)
        missing = tuple(box for box in _boxes(order) if not find(order.cache, identity, box))
        ready = find(order.cache, identity, order.box)
        if ready and not missing:
            return ready
        screens, preview = _draw(image, (header.width, header.height), missing, alive)
        del image
        check_unchanged(file, identity, name)
        return _keep(order, identity, header, dict(zip(missing, screens, strict=True)), preview)


def identity_of(file: BinaryIO, known: Identity | None) -> Identity:
    """What is in `file`: read in full, unless it is `known` from the last time and has not changed since."""
    stamp = Stamp.of(os.fstat(file.fileno()))
    return known if known and known.stamp == stamp else Identity(stamp, content_of(file))


def check_unchanged(file: BinaryIO, identity: Identity, name: str) -> None:
    """Nothing is kept under the content of a file that was written to while it was read."""
    if Stamp.of(os.fstat(file.fileno())) != identity.stamp:
        raise Refused(
            "changing",
            f"{name} was changed while it was read.",
            "Wait until it is copied, or close the program that writes it.",
        )


def _boxes(order: RenditionOrder) -> tuple[Box, ...]:
    return tuple(dict.fromkeys((order.box, *order.more) if order.box else order.more))


def _keep(
    order: RenditionOrder, identity: Identity, header: Header, screens: dict[Box, Image.Image], preview: Image.Image
) -> Rendition:
    note = remark(header.width, header.height)
    content = identity.content
    stem = preview_stem(content)
    # A preview that is whole may be open in the show, where Windows lets nobody replace it.
    known = look_up(order.cache, stem)
    preview_path = known[0] if known else _write(preview, order.cache / stem, note, _PREVIEW_QUALITY)
    for box, screen in screens.items():
        _write(screen, order.cache / screen_stem(content, box), note, _SCREEN_QUALITY)
    made = look_up(order.cache, screen_stem(content, order.box)) if order.box else None
    return Rendition(made[0] if made else None, preview_path, header.width, header.height, identity)


def fit(size: Box, box: Box) -> Box:
    """The largest size of the shape of `size` that fits into `box` and is no larger than `size`; at least 1 x 1."""
    scale = min(1.0, box[0] / size[0], box[1] / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _draw(
    image: ImageFile.ImageFile, shown: Box, boxes: tuple[Box, ...], alive: Callable[[], None]
) -> tuple[list[Image.Image], Image.Image]:
    """The screens for `boxes` and the preview of a picture that is `shown` as large once it is turned."""
    turn = guard.turn_of(image)
    profile = image.info.get("icc_profile")
    preview = fit(shown, (PREVIEW_SIDE, PREVIEW_SIDE))
    sizes = [max(fit(shown, box), preview) for box in boxes] or [preview]
    pixels = decoded(image, _turned_size(max(sizes), turn), alive)

    def ready(size: Box) -> Image.Image:
        small = _shrunk(pixels, _turned_size(size, turn))
        made = _turned(colour.to_srgb(small, profile if isinstance(profile, bytes) else None), turn)
        # Where the picture was taken, and all else it brought, stays with the source.
        made.info.clear()
        return made

    drawn = {size: ready(size) for size in dict.fromkeys(sizes)}
    screens = [_shrunk(drawn[size], fit(shown, box)) for size, box in zip(sizes, boxes, strict=False)]
    return screens, _shrunk(drawn[min(sizes)], preview)


def _turned_size(size: Box, turn: int) -> Box:
    return (size[1], size[0]) if turn >= 5 else size


def _turned(image: Image.Image, turn: int) -> Image.Image:
    return image.transpose(_TURNS[turn]) if turn in _TURNS else image


def decoded(image: ImageFile.ImageFile, wanted: Box, alive: Callable[[], None] = lambda: None) -> Image.Image:
    """The pixels of `image`, no smaller than `wanted`, in a mode that can be resized."""
    if not guard.pillow_can_hold(image):
        turn = deepzoom.orientation_of(image)
        return colour.resizable(_turned(deepzoom.shrunk(image, _turned_size(wanted, turn), alive), turn))
    image.draft(None, wanted)
    image.load()
    if image.mode == "CMYK" and image.format == "JPEG" and "adobe" not in image.info:
        # Pillow takes every CMYK JPEG for one of Adobe's, whose inks are written inverted.
        return ImageChops.invert(image)
    return colour.resizable(image)


def _shrunk(image: Image.Image, size: Box) -> Image.Image:
    if image.size == size:
        return image
    # Pillow cannot reduce 16 bits, and says so.
    gap = None if image.mode.startswith("I;16") else _REDUCING_GAP
    return image.resize(size, _FILTER, reducing_gap=gap)


def _write(image: Image.Image, path: Path, note: str, quality: int) -> Path:
    """`image` as the file `path` and a suffix, there whole or not at all; an old one is replaced. Raises `Refused`."""
    if image.mode == "RGBA":
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Comment", note)
        target = path.with_name(path.name + ".png")
        _replace(target, lambda file: image.save(file, "PNG", compress_level=1, pnginfo=notes))
    else:
        target = path.with_name(path.name + ".jpg")
        _replace(target, lambda file: image.save(file, "JPEG", quality=quality, subsampling=0, comment=note))
    return target


def _replace(target: Path, save: Callable[[IO[bytes]], None]) -> None:
    temporary = target.with_name(f"{target.name}.{os.getpid()}{TEMPORARY_SUFFIX}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            save(file)
        if target.is_dir() and not target.is_symlink():
            shutil.rmtree(target)
        temporary.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise unwritable(target.parent, error) from error
