"""Pictures read strip by strip through libvips, which never holds a whole one. The only place that imports pyvips.

libvips is the `deepzoom` extra; without it everything here says no. It is let near a file as Pillow is: by the loader
of the one format that was recognised, out of an open file. It reads through our own callbacks, because a descriptor
of its own it would map into memory, and a file that shrinks under a map ends the process.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
import logging
import sys
from typing import TYPE_CHECKING, Any, cast

from PIL import ExifTags, Image

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO

    from PIL import ImageFile

    from kiosk.pictures.orders import Box

MAX_PIXELS_STREAMED = 2_000_000_000
MAX_SIDE_STREAMED = 65_535
"""The longest side a JPEG can have. A row of tiles stands in memory: at this width 134 MB."""

MAX_PIXELS_PROGRESSIVE = 100_000_000
"""A progressive JPEG stands in memory as a whole, 3 to 6 bytes a pixel, whoever decodes it."""

LARGEST_SHRINK = 8
"""A JPEG can be decoded at 1/2, 1/4 and 1/8 of its size."""

_LOADERS = {"JPEG": "jpegload_source", "TIFF": "tiffload_source", "PNG": "pngload_source"}
_MODES = frozenset({"L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "I;16", "I;16L", "I;16B", "I;16N"})
_MODE_OF = {
    ("b-w", 1): "L",
    ("grey16", 1): "L",
    ("b-w", 2): "LA",
    ("grey16", 2): "LA",
    ("srgb", 3): "RGB",
    ("rgb16", 3): "RGB",
    ("srgb", 4): "RGBA",
    ("rgb16", 4): "RGBA",
    ("cmyk", 4): "CMYK",
}
_EXTRA_SAMPLES = 338
_ASSOCIATED = 1
_CHUNK = 8
"""Rows asked for at once: few, for libvips keeps several times as many, and is slower with more."""

_HALVES = ("RGB;16L", "RGB;16B")
"""What the high and the low byte are to Pillow's decoder, which takes one for the other when told the wrong order."""

_REDUCING_GAP = 1.5
"""What is shrunk by averaging stays so much larger than wanted, for a better filter to do the rest."""


@functools.cache
def installed() -> bool:
    """Whether libvips is here and works."""
    if importlib.util.find_spec("pyvips") is None:
        return False
    try:
        _vips()
    except Exception:  # noqa: BLE001 - whatever keeps a library from loading, it is as good as absent
        return False
    return True


def can_stream(image: ImageFile.ImageFile) -> bool:
    """Whether `image`, of which nothing has been decoded, can be read in strips here."""
    return _is_streamable(image) and installed()


def remedy_for(image: ImageFile.ImageFile) -> str:
    """What to do about `image`, which is too large for Pillow; nothing where libvips would be no help."""
    if not _is_streamable(image):
        return ""
    return 'Install libvips with "pip install kiosk-gallery[deepzoom]", or save the picture smaller.'


def _is_streamable(image: ImageFile.ImageFile) -> bool:
    """Whether libvips, if it is here, decodes `image` from top to bottom, and as Pillow would."""
    width, height = image.size
    pixels = width * height
    if image.format not in _LOADERS or image.mode not in _MODES:
        return False
    if pixels > MAX_PIXELS_STREAMED or max(width, height) > MAX_SIDE_STREAMED:
        return False
    if "progressive" in image.info and pixels > MAX_PIXELS_PROGRESSIVE:
        return False
    return not (image.info.get("interlace") or _has_associated_alpha(image) or _has_straight_inks(image))


def shrunk(image: ImageFile.ImageFile, wanted: Box, alive: Callable[[], None]) -> Image.Image:
    """The pixels of `image` as they are stored, little larger than `wanted`; `alive` is called now and then."""
    shrink = 1
    while image.format == "JPEG" and shrink < LARGEST_SHRINK and _is_larger(image.size, wanted, 2 * shrink):
        shrink *= 2
    strips = StreamedStrips(cast("IO[bytes]", image.fp), image.format or "", shrink)
    width, height = strips.size
    factor = max(1, int(min(width / wanted[0], height / wanted[1]) / _REDUCING_GAP))
    small = Image.new(strips.mode, (-(-width // factor), -(-height // factor)), None)
    chunk = factor * max(1, _CHUNK // factor)
    for top in range(0, height, chunk):
        rows = strips.rows(top, min(chunk, height - top))
        small.paste(rows.reduce(factor), (0, top // factor))
        alive()
    return small


def _is_larger(size: Box, wanted: Box, times: int) -> bool:
    return all(side // times >= want for side, want in zip(size, wanted, strict=True))


def orientation_of(image: ImageFile.ImageFile) -> int:
    """How the rows of a TIFF lie, which Pillow turns by itself and libvips does not: as an EXIF orientation."""
    tags = getattr(image, "tag_v2", {})
    turn = tags.get(ExifTags.Base.Orientation, 1)
    return turn if isinstance(turn, int) and turn in range(1, 9) else 1


class StreamedStrips:
    """The pixels of the picture in `file`, a `kind` that `can_stream` allowed, as they are stored, from top to bottom.

    `shrink`: 1, or 2, 4 or 8 for a JPEG, which is decoded at that fraction of its size. 16 bits become 8, unless
    `deep` says that `halves` are asked for, of a picture in 16 bits of red, green and blue.

    Raises what `guard.door` understands.
    """

    def __init__(self, file: IO[bytes], kind: str, shrink: int = 1, *, deep: bool = False) -> None:
        vips = _vips()
        self._failures: list[OSError] = []
        options = {"shrink": shrink} if shrink > 1 else {}
        file.seek(0)
        source = self._source_of(vips, file)
        picture = self._run(
            lambda: getattr(vips.Image, _LOADERS[kind])(source, access="sequential", fail_on="error", **options)
        )
        mode = _MODE_OF.get((picture.interpretation, picture.bands))
        if mode is None or picture.format not in ("uchar", "ushort"):
            raise ValueError(f"{picture.bands} bands of {picture.format}, {picture.interpretation}")
        self.mode = mode
        self.size: Box = (picture.width, picture.height)
        self._region = vips.Region.new(picture.msb() if picture.format == "ushort" and not deep else picture)
        # Its callbacks do not keep it alive; last, so that it outlives the region.
        self._source = source

    def rows(self, top: int, count: int) -> Image.Image:
        """`count` rows from `top` on, which may not begin above the last row that was asked for before."""
        (band,) = self._read(top, count, self.mode)
        return band

    def halves(self, top: int, count: int) -> tuple[Image.Image, Image.Image]:
        """The same in two: the high and the low bytes of the numbers, both of mode RGB."""
        high, low = self._read(top, count, *(_HALVES if sys.byteorder == "little" else reversed(_HALVES)))
        return high, low

    def _read(self, top: int, count: int, *raw_modes: str) -> list[Image.Image]:
        """Rows as often as they are to be understood in another way."""
        width = self.size[0]
        bands = [Image.new(self.mode, (width, count), None) for _ in raw_modes]
        for row in range(0, count, _CHUNK):
            size = width, min(_CHUNK, count - row)
            data = self._run(functools.partial(self._region.fetch, 0, top + row, *size))
            for band, raw_mode in zip(bands, raw_modes, strict=True):
                band.paste(Image.frombuffer(self.mode, size, data, "raw", raw_mode, 0, 1), (0, row))
        return bands

    def _source_of(self, vips: Any, file: IO[bytes]) -> Any:
        """What libvips reads from. It knows nothing of this object, which would wait for the garbage collector then.

        That counts Python's objects and not libvips' megabytes, and comes after some thirty pictures.
        """
        failures = self._failures

        def read(count: int) -> bytes:
            try:
                return file.read(count)
            except OSError as error:
                failures.append(error)
                return b""

        def seek(offset: int, whence: int) -> int:
            try:
                return file.seek(offset, whence)
            except (OSError, ValueError):
                return -1

        source = vips.SourceCustom()
        source.on_read(read)
        source.on_seek(seek)
        return source

    def _run(self, step: Any) -> Any:
        """The result of a call into libvips, its errors in the words of Python."""
        try:
            return step()
        except _vips().Error as error:
            if self._failures:
                raise self._failures[-1] from error
            words = str(error)
            if "out of memory" in words:
                raise MemoryError from error
            if "premature end" in words.lower() or "end of stream" in words.lower():
                raise EOFError(words) from error
            raise


@functools.cache
def _vips() -> Any:
    """The module, told to keep nothing and to load nothing but the formats that are asked for by name."""
    vips = importlib.import_module("pyvips")
    # What it has to say comes as exceptions, and is said in our own words.
    logging.getLogger("pyvips").disabled = True
    vips.concurrency_set(1)
    vips.cache_set_max(0)
    vips.block_untrusted_set(state=True)
    vips.operation_block_set("VipsForeignLoad", state=True)
    for name in ("VipsForeignLoadJpegSource", "VipsForeignLoadTiffSource", "VipsForeignLoadPngSource"):
        vips.operation_block_set(name, state=False)
    return vips


def _has_associated_alpha(image: ImageFile.ImageFile) -> bool:
    """Whether a TIFF's colours are multiplied by its transparency, which Pillow undoes and libvips does not."""
    return _ASSOCIATED in getattr(image, "tag_v2", {}).get(_EXTRA_SAMPLES, ())


def _has_straight_inks(image: ImageFile.ImageFile) -> bool:
    """Whether a JPEG's inks are not written inverted, as Adobe does and libvips expects."""
    return image.format == "JPEG" and image.mode == "CMYK" and "adobe" not in image.info
