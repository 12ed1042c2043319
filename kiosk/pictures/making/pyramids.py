"""Making the tiles of a picture: decoded from top to bottom, a row of tiles at a time, halved on the way.

Of a whole picture no more than a few rows of tiles stand in memory where libvips can stream it. The small levels of a
JPEG come first, from a quick decoding at a fraction of its size, so that looking closer sharpens at once.
"""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from kiosk.pictures.drawing import deep
from kiosk.pictures.drawing.deep import DeepStrips
from kiosk.pictures.drawing.strips import LIES, WholeStrips
from kiosk.pictures.making.cutter import Cutter
from kiosk.pictures.making.renditions import check_unchanged, identity_of
from kiosk.pictures.orders import Alive, PyramidReady, TilesMade
from kiosk.pictures.pyramid import Pyramid, Tile
from kiosk.pictures.reading import deepzoom, guard
from kiosk.pictures.refusal import Refused, display_name, unwritable
from kiosk.pictures.storage.files import as_shown, tiles_name
from kiosk.pictures.storage.sweep import remove
from kiosk.pictures.storage.tiles import whole_tiles

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import BinaryIO

    from PIL import Image

    from kiosk.pictures.orders import TilesOrder
    from kiosk.pictures.storage.tiles import Tell

QUICK_SIDE = 2400
"""The quick first levels begin with the smallest one that is at least this long: more than a usual screen shows."""


def make(order: TilesOrder, tell: Tell) -> PyramidReady:
    """All tiles of `order.source`, written to `order.cache` unless they are there; `tell` hears of them as they come.

    Raises `Refused`, and whatever `tell` raises; what was made by then is kept.
    """
    name = display_name(order.source, order.folder)
    with guard.open_picture(order.source, order.folder) as file, guard.door(name):

        def alive() -> None:
            tell(Alive())

        header = guard.header_of(guard.open_image(file, name), name)
        pyramid = Pyramid(header.width, header.height)
        identity = identity_of(file, order.known, alive)
        folder = _opened(order.cache / tiles_name(as_shown(identity.content, order.profile)))

        def made(tiles: Iterable[Tile]) -> None:
            try:
                check_unchanged(file, identity, name)
            except Refused:
                remove(folder)
                raise
            tell(TilesMade(order.source, header.width, header.height, identity, tuple(tiles)))

        missing = {tile for level in range(pyramid.levels) for tile in pyramid.tiles(level)}
        ready = whole_tiles(folder) & missing
        missing -= ready
        if ready:
            made(sorted(ready, reverse=True))
        quick = quick_level(pyramid) if header.format == "JPEG" and order.awaited else 0
        for level in (quick, 0) if quick else (0,):
            if any(tile.level >= level for tile in missing):
                _cut_from(file, name, level, Cutter(pyramid, missing, folder, made, alive, order.profile))
    return PyramidReady(order.source, header.width, header.height)


def quick_level(pyramid: Pyramid) -> int:
    """The level that the quick decoding of a JPEG begins with; 0 where the picture is small enough without one."""
    level = 0
    while 1 << level < deepzoom.LARGEST_SHRINK and max(pyramid.size(level + 1)) >= QUICK_SIDE:
        level += 1
    return level


def _opened(folder: Path) -> Path:
    """The folder, there and marked as in use."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        os.utime(folder)
    except OSError as error:
        raise unwritable(folder, error) from error
    return folder


def _cut_from(file: BinaryIO, name: str, level: int, cutter: Cutter) -> None:
    """Make what is missing of the levels from `level` up: out of a stream, or in memory where that cannot be done."""
    image = guard.open_image(file, name)
    shrink = 1 << level
    conversion = deep.conversion(image, cutter.screen)
    if deepzoom.can_stream(image):
        # Pillow turns a TIFF by itself, libvips does not.
        lie = LIES[deepzoom.orientation_of(image) if image.format == "TIFF" else guard.turn_of(image)]
        try:
            streamed = deepzoom.StreamedStrips(file, image.format or "", shrink, deep=conversion is not None)
            if conversion:
                cutter.cut_as_shown(DeepStrips(streamed.size, streamed.halves, conversion), level, lie)
            else:
                cutter.cut(streamed, level, lie, _profile_of(image))
        except Refused:
            raise
        except Exception:
            # Pillow may know better, if it can have the whole picture in memory at all.
            if image.width * image.height > guard.MAX_PIXELS:
                raise
        else:
            return
    lie = LIES[guard.turn_of(image)]
    pixels = deep.decoded(partial(guard.open_image, file, name), cutter.alive) if conversion else None
    if conversion and pixels:
        cutter.cut_as_shown(DeepStrips.of(pixels, conversion), level, lie)
        return
    cutter.cut(WholeStrips(file, name, shrink), level, lie, _profile_of(image))


def _profile_of(image: Image.Image) -> bytes | None:
    profile = image.info.get("icc_profile")
    return profile if isinstance(profile, bytes) else None
