"""Making the tiles of a picture: decoded from top to bottom, a row of tiles at a time, halved on the way.

Of a whole picture no more than a few rows of tiles stand in memory where libvips can stream it. The small levels of a
JPEG come first, from a quick decoding at a fraction of its size, so that looking closer sharpens at once.
"""

from __future__ import annotations

import io
import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from PIL import Image

from kiosk.pictures.drawing import deep
from kiosk.pictures.drawing.deep import DeepStrips
from kiosk.pictures.drawing.resample import halved, loses_light
from kiosk.pictures.drawing.strips import LIES, Bands, Lie, Strips, WholeStrips
from kiosk.pictures.making.renditions import check_unchanged, identity_of
from kiosk.pictures.orders import Alive, PyramidReady, TilesMade
from kiosk.pictures.pyramid import TILE_SIDE, Pyramid, Tile
from kiosk.pictures.reading import deepzoom, guard
from kiosk.pictures.refusal import Refused, display_name, unwritable
from kiosk.pictures.storage.files import as_shown, tiles_name
from kiosk.pictures.storage.sweep import remove
from kiosk.pictures.storage.tiles import whole_tiles, write_tile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from typing import BinaryIO

    from kiosk.pictures.orders import TilesOrder
    from kiosk.pictures.storage.tiles import Tell

QUICK_SIDE = 2400
"""The quick first levels begin with the smallest one that is at least this long: more than a usual screen shows."""

_JUDGED_ROWS = 64
"""Of fewer rows there is too little to tell whether light is lost."""

_QUALITY = 85
_SAVERS = 2
"""Threads that compress tiles, which is half of the work."""


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
                _cut_from(file, name, level, _Cutter(pyramid, missing, folder, made, alive, order.profile))
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


def _cut_from(file: BinaryIO, name: str, level: int, cutter: _Cutter) -> None:
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


class _Cutter:
    """Cuts a picture into those tiles of `pyramid` that are `missing`, files in `folder`, and halves what is left."""

    def __init__(
        self,
        pyramid: Pyramid,
        missing: set[Tile],
        folder: Path,
        made: Callable[[Iterable[Tile]], None],
        alive: Callable[[], None],
        screen: bytes,
    ) -> None:
        self._shown = pyramid
        self.screen = screen
        self.alive = alive
        self._missing = missing
        self._folder = folder
        self._made = made
        self._halves: dict[tuple[int, int], Image.Image] = {}

    def cut(self, strips: Strips, level: int, lie: Lie, profile: bytes | None) -> None:
        """Make what is missing from `level` up out of `strips` of that level, in the colours of the ICC `profile`."""
        self._cut(strips, level, lie, profile, self.screen)

    def cut_as_shown(self, strips: Strips, level: int, lie: Lie) -> None:
        """The same out of strips that are in the screen's colours."""
        self._cut(strips, level, lie, None, b"")

    def _cut(self, strips: Strips, level: int, lie: Lie, profile: bytes | None, screen: bytes) -> None:
        shown = self._shown
        self._lying = Pyramid(shown.height, shown.width) if lie.transposed else shown
        self._transposed = lie.transposed
        self._halves.clear()
        bands = Bands(strips, self._lying.size(level), lie, profile, self.alive, screen)
        with ThreadPoolExecutor(_SAVERS) as self._savers:
            for row, band in bands.wanted(lambda row: self._wants(level, row)):
                if level and band.height >= _JUDGED_ROWS and loses_light(band):
                    # The decoder has halved numbers where light should be mixed. The levels below will do better.
                    return
                self._add(level, row, band)

    def _tiles(self, level: int, row: int) -> list[Tile]:
        """The missing tiles of a row, as they lie."""
        columns = self._lying.grid(level)[0]
        tiles = (Tile(level, column, row) for column in range(columns))
        return [tile for tile in tiles if self._as_shown(tile) in self._missing]

    def _as_shown(self, tile: Tile) -> Tile:
        return Tile(tile.level, tile.row, tile.column) if self._transposed else tile

    def _wants(self, level: int, row: int) -> bool:
        """Whether anything is missing that a row of a level is needed for."""
        return level < self._lying.levels and (bool(self._tiles(level, row)) or self._wants(level + 1, row // 2))

    def _add(self, level: int, row: int, band: Image.Image) -> None:
        """Save the missing tiles of a row, tell of them, and pass the row on at half its size."""
        tiles = self._tiles(level, row)
        saving = [self._savers.submit(self._save, tile, band) for tile in tiles]
        half = halved(band) if self._wants(level + 1, row // 2) else None
        made = []
        for tile, saved in zip(tiles, saving, strict=True):
            saved.result()
            made.append(self._as_shown(tile))
        self._missing.difference_update(made)
        if made:
            self._made(made)
        del band
        if half:
            self._join(level, row, half)

    def _join(self, level: int, row: int, half: Image.Image) -> None:
        """Put the two halved rows of a row of the next level together, once both are there."""
        sibling = row ^ 1
        if sibling >= self._lying.grid(level)[1]:
            self._add(level + 1, row // 2, half)
            return
        other = self._halves.pop((level, sibling), None)
        if other is None:
            self._halves[level, row] = half
            return
        upper, lower = (half, other) if row < sibling else (other, half)
        joined = Image.new(half.mode, (half.width, upper.height + lower.height), None)
        joined.paste(upper, (0, 0))
        joined.paste(lower, (0, upper.height))
        self._add(level + 1, row // 2, joined)

    def _save(self, tile: Tile, band: Image.Image) -> None:
        left = tile.column * TILE_SIDE
        image = band.crop((left, 0, min(left + TILE_SIDE, band.width), band.height))
        if self._transposed:
            image = image.transpose(Image.Transpose.TRANSPOSE)
        if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
            image = image.convert("RGB")
        clear = image.mode == "RGBA"
        file = io.BytesIO()
        if clear:
            image.save(file, "PNG", compress_level=1)
        else:
            image.save(file, "JPEG", quality=_QUALITY)
        write_tile(self._folder, self._as_shown(tile), ".png" if clear else ".jpg", file.getvalue())
