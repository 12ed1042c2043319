"""Cutting a picture into tiles, a row of them at a time, and halving what is left for the next level."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from PIL import Image

from kiosk.pictures.drawing.resample import halved, loses_light
from kiosk.pictures.drawing.strips import Bands, Lie, Strips
from kiosk.pictures.pyramid import TILE_SIDE, Pyramid, Tile
from kiosk.pictures.storage.tiles import write_tile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_JUDGED_ROWS = 64
"""Of fewer rows there is too little to tell whether light is lost."""

_QUALITY = 85
_SAVERS = 2
"""Threads that compress tiles, which is half of the work."""


class Cutter:
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
