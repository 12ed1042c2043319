"""Pictures of every kind a museum may bring, sound and broken, drawn here so that a test knows every pixel."""

from __future__ import annotations

import importlib.util
import io
import random
import struct
import zlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image, ImageChops, ImageCms

from tests import profiles

if TYPE_CHECKING:
    from collections.abc import Callable

Colour = tuple[int, ...]
Corners = tuple[Colour, Colour, Colour, Colour]
"""The colours of the four quarters: top left, top right, bottom left, bottom right."""

WIDTH, HEIGHT = 240, 160
COLOURS: Corners = ((200, 40, 40), (40, 160, 60), (50, 70, 200), (230, 220, 60))
GREYS = (20, 90, 170, 250)
GREY_CORNERS: Corners = tuple((grey, grey, grey) for grey in GREYS)  # type: ignore[assignment]
CLEAR: Colour = (0, 0, 0, 0)
INKS: Corners = ((200, 0, 0, 0), (0, 200, 0, 0), (0, 0, 200, 0), (0, 0, 0, 200))
"""Cyan, magenta, yellow and black, each alone."""

ORIENTATION = 0x0112
HEIC = importlib.util.find_spec("pillow_heif") is not None
"""Whether the `heif` extra is here."""
_UNTURN = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@dataclass(frozen=True)
class Sound:
    """A picture that has to be shown: its bytes, and the colours of its quarters once it is ready.

    `tolerance` is how far a channel may be off, from compression and rounding.
    """

    data: Callable[[], bytes]
    format: str
    corners: Corners = COLOURS
    size: tuple[int, int] = (WIDTH, HEIGHT)
    tolerance: int = 5


@dataclass(frozen=True)
class Broken:
    """A file that has to be refused: its bytes, the rule it breaks, and a word that the message must hold."""

    data: Callable[[], bytes]
    rule: str
    word: str = ""


def quarters(
    colours: tuple[Any, ...] = COLOURS, mode: str = "RGB", size: tuple[int, int] = (WIDTH, HEIGHT)
) -> Image.Image:
    """A picture of four colours, one in each quarter."""
    image = Image.new(mode, size)
    width, height = size[0] // 2, size[1] // 2
    for place, colour in enumerate(colours):
        image.paste(Image.new(mode, (width, height), colour), (place % 2 * width, place // 2 * height))
    return image


def saved(image: Image.Image, form: str, **options: Any) -> bytes:
    """The bytes of `image` in the format `form`."""
    target = io.BytesIO()
    image.save(target, form, **options)
    return target.getvalue()


def jpeg(image: Image.Image | None = None, **options: Any) -> bytes:
    """A JPEG, of `quarters()` unless given; colours at full resolution."""
    return saved(image or quarters(), "JPEG", **{"quality": 95, "subsampling": 0, **options})


def turned(turn: int, form: str = "JPEG") -> bytes:
    """`quarters()` stored turned, with the EXIF orientation that puts it right."""
    exif = Image.Exif()
    exif[ORIENTATION] = turn
    image = quarters()
    image = image.transpose(_UNTURN[turn]) if turn in _UNTURN else image
    if form == "TIFF":
        return saved(image, "TIFF", tiffinfo={ORIENTATION: turn})
    return saved(image, form, exif=exif, **({"quality": 95} if form != "PNG" else {}))


def without_segment(data: bytes, marker: int) -> bytes:
    """A JPEG without its header segments of the kind 0xff `marker`."""
    kept, place = bytearray(data[:2]), 2
    while data[place + 1] != 0xDA:
        length = struct.unpack_from(">H", data, place + 2)[0] + 2
        if data[place + 1] != marker:
            kept += data[place : place + length]
        place += length
    return bytes(kept + data[place:])


def cmyk_jpeg(adobe: bool = True, **options: Any) -> bytes:
    """Four inks, written inverted with Adobe's marker or straight without it."""
    image = quarters(INKS, "CMYK")
    if adobe:
        return jpeg(image, **options)
    return without_segment(jpeg(ImageChops.invert(image), **options), 0xEE)


def ycck_jpeg() -> bytes:
    """Four inks as Photoshop writes them: three as luminance and colour difference, all inverted."""
    cyan, magenta, yellow, black = quarters(INKS, "CMYK").split()
    converted = Image.merge("RGB", (cyan, magenta, yellow)).convert("YCbCr")
    bands = [ImageChops.invert(band) for band in converted.split()]
    data = jpeg(Image.merge("CMYK", (*bands, black)))
    marker = data.index(b"\xff\xee\x00\x0eAdobe")
    return data[: marker + 15] + b"\2" + data[marker + 16 :]


def png(pixels: np.ndarray[Any, Any], colour_type: int, *chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG of 8 or 16 bits a channel, of an array of height x width (x channels)."""
    bits = pixels.dtype.itemsize * 8
    rows = pixels.astype(pixels.dtype.newbyteorder(">")).reshape(pixels.shape[0], -1)
    raw = b"".join(b"\0" + row.tobytes() for row in rows)
    header = struct.pack(">IIBBBBB", pixels.shape[1], pixels.shape[0], bits, colour_type, 0, 0, 0)
    parts = [(b"IHDR", header), *chunks, (b"IDAT", zlib.compress(raw)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def deep_grey() -> np.ndarray[Any, Any]:
    """`GREYS` in 16 bits."""
    return np.asarray(quarters(GREYS, "L")).astype(np.uint16) * 257


def deep_png() -> bytes:
    """`COLOURS` in 16 bits a channel."""
    return png(np.asarray(quarters()).astype(np.uint16) * 257, 2)


def deep_grey_tiff(order: str, *more: tuple[int, int, int, int]) -> bytes:
    """`GREYS` in 16 bits; byte order "<" or ">"; `more` are directory entries of tag, type, count and value."""
    pixels = deep_grey().astype(f"{order}u2").tobytes()
    entries = [
        (256, 3, 1, WIDTH), (257, 3, 1, HEIGHT), (258, 3, 1, 16), (259, 3, 1, 1), (262, 3, 1, 1),
        (273, 4, 1, 8), (277, 3, 1, 1), (278, 3, 1, HEIGHT), (279, 4, 1, len(pixels)),
        *more,
    ]  # fmt: skip
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8 + len(pixels))
    directory = struct.pack(f"{order}H", len(entries))
    for tag, kind, count, value in entries:
        packed = struct.pack(f"{order}HH", value, 0) if kind == 3 else struct.pack(f"{order}I", value)
        directory += struct.pack(f"{order}HHI", tag, kind, count) + packed
    return head + pixels + directory + bytes(4)


def palette(transparent: bool, form: str = "PNG") -> bytes:
    """`COLOURS` as a palette; the top left quarter is clear if `transparent`."""
    image = quarters((0, 1, 2, 3), "P")
    image.putpalette([channel for colour in COLOURS for channel in colour])
    return saved(image, form, **({"transparency": 0} if transparent else {}))


def see_through(mode: str = "RGBA", form: str = "PNG", **options: Any) -> bytes:
    """Four quarters, the top left one clear."""
    if mode == "LA":
        return saved(quarters(((0, 0), *((grey, 255) for grey in GREYS[1:])), "LA"), form, **options)
    return saved(quarters((CLEAR, *((*colour, 255) for colour in COLOURS[1:])), "RGBA"), form, **options)


def animated(form: str) -> bytes:
    """`quarters()` first, then two frames of something else."""
    others = [quarters(tuple((level,) * 3 for level in levels)) for levels in ((0,) * 4, (255,) * 4)]
    options: dict[str, Any] = {"lossless": True} if form == "WEBP" else {}
    return saved(quarters(), form, save_all=True, append_images=others, duration=100, loop=0, **options)


def lab_tiff() -> bytes:
    """`COLOURS` as CIE Lab."""
    transform = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
    return saved(transform.apply(quarters()), "TIFF")


def claiming(width: int, height: int) -> bytes:
    """A PNG whose header claims a size it does not have."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(bytes(100)))


def jpeg_claiming(width: int, height: int, **options: Any) -> bytes:
    """A JPEG whose header claims a size it does not have."""
    data = jpeg(**options)
    frame = data.index(b"\xff\xc2" if options.get("progressive") else b"\xff\xc0")
    return data[: frame + 5] + struct.pack(">HH", height, width) + data[frame + 9 :]


def half(data: bytes) -> bytes:
    """The first part of a file whose copy was cut off."""
    return data[: len(data) * 6 // 10]


def noise(seed: int = 1, size: int = 4000) -> bytes:
    """Bytes that mean nothing."""
    return random.Random(seed).randbytes(size)


def grainy(size: tuple[int, int] = (900, 600)) -> Image.Image:
    """A picture that does not compress to almost nothing."""
    chance = np.random.default_rng(3)
    return Image.fromarray(chance.integers(0, 256, (size[1], size[0], 3), dtype=np.uint8))


def with_profile(profile: bytes, form: str = "PNG") -> bytes:
    """`quarters()` that claim to be in `profile`."""
    return saved(quarters(), form, icc_profile=profile)


def heic(turn: int = 1, image: Image.Image | None = None, **options: Any) -> bytes:
    """A HEIC, of `quarters()` unless given; stored turned as its container says, and its EXIF as well."""
    import pillow_heif

    image = image or quarters()
    exif = Image.Exif()
    exif[ORIENTATION] = turn
    target = io.BytesIO()
    # The orientation in the EXIF becomes the container's; a mere copy of it stays.
    stored = pillow_heif.from_pillow(image.transpose(_UNTURN[turn]) if turn in _UNTURN else image)
    stored.save(target, quality=-1, chroma=444, exif=exif.tobytes(), **options)
    return target.getvalue()


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _managed(primaries: tuple[tuple[float, ...], ...], gamma: float) -> Corners:
    return tuple(profiles.srgb_from_rgb(colour, primaries, gamma) for colour in COLOURS)  # type: ignore[return-value]


def _printed(inks: Corners) -> Corners:
    """Inks of no known press, mixed like paint: what is left of the light after each of them."""
    return tuple(tuple(round((255 - ink) * (255 - k) / 255) for ink in (c, m, y)) for c, m, y, k in inks)  # type: ignore[return-value]


_FULL_INKS: Corners = ((255, 0, 0, 0), (0, 255, 0, 0), (0, 0, 255, 0), (0, 0, 0, 255))
_PRESSED: Corners = tuple(profiles.srgb_from_lab(ink) for ink in profiles.INKS)  # type: ignore[assignment]
_CLEAR_CORNERS: Corners = (CLEAR, *((*colour, 255) for colour in COLOURS[1:]))  # type: ignore[assignment]
_CLEAR_GREYS: Corners = (CLEAR, *((*colour, 255) for colour in GREY_CORNERS[1:]))  # type: ignore[assignment]
_LINEAR_GREYS: Corners = tuple((profiles._encoded(grey / 255),) * 3 for grey in GREYS)  # type: ignore[assignment]

SOUND: dict[str, Sound] = {
    "plain.jpg": Sound(jpeg, "JPEG"),
    "progressive.jpg": Sound(partial(jpeg, progressive=True), "JPEG"),
    "subsampled.jpg": Sound(partial(jpeg, subsampling=2), "JPEG"),
    "grey.jpg": Sound(lambda: jpeg(quarters(GREYS, "L")), "JPEG", GREY_CORNERS),
    "several.mpo.jpg": Sound(
        lambda: saved(quarters(), "MPO", save_all=True, append_images=[quarters(COLOURS[::-1])], quality=95), "JPEG"
    ),
    **{f"turned-{turn}.jpg": Sound(partial(turned, turn), "JPEG") for turn in range(1, 9)},
    **{f"turned-{turn}.png": Sound(partial(turned, turn, "PNG"), "PNG") for turn in range(1, 9)},
    **{f"turned-{turn}.webp": Sound(partial(turned, turn, "WEBP"), "WEBP", tolerance=12) for turn in range(1, 9)},
    **{f"turned-{turn}.tif": Sound(partial(turned, turn, "TIFF"), "TIFF") for turn in range(2, 9)},
    **{f"turned-{turn}.avif": Sound(partial(turned, turn, "AVIF"), "AVIF", tolerance=12) for turn in range(1, 9)},
    "exif-garbage.jpg": Sound(lambda: jpeg(exif=b"Exif\0\0" + noise(2, 60)), "JPEG"),
    "exif-cut.jpg": Sound(lambda: jpeg(exif=b"Exif\0\0II*\0\x08\0\0\0\xff\xff"), "JPEG"),
    "exif-turn-99.jpg": Sound(lambda: _with_turn(99), "JPEG"),
    "exif-turn-99.tif": Sound(lambda: saved(quarters(), "TIFF", tiffinfo={ORIENTATION: 99}), "TIFF"),
    "exif-lost.tif": Sound(lambda: deep_grey_tiff("<", (34665, 4, 1, 10**8)), "TIFF", GREY_CORNERS),
    "exif-garbage.png": Sound(lambda: png(np.asarray(quarters()), 2, (b"eXIf", noise(4, 50))), "PNG"),
    "wrong-ending.jpg": Sound(lambda: saved(quarters(), "PNG"), "PNG"),
    "cmyk-adobe.jpg": Sound(cmyk_jpeg, "JPEG", _printed(INKS)),
    "cmyk-straight.jpg": Sound(partial(cmyk_jpeg, adobe=False), "JPEG", _printed(INKS)),
    "ycck.jpg": Sound(ycck_jpeg, "JPEG", _printed(INKS), tolerance=8),
    "cmyk.tif": Sound(lambda: saved(quarters(INKS, "CMYK"), "TIFF"), "TIFF", _printed(INKS)),
    "cmyk-press.jpg": Sound(
        lambda: jpeg(quarters(_FULL_INKS, "CMYK"), icc_profile=profiles.cmyk_profile()), "JPEG", _PRESSED, tolerance=12
    ),
    "adobe-rgb.png": Sound(
        lambda: with_profile(profiles.rgb_profile(profiles.ADOBE_RGB, 2.2)), "PNG", _managed(profiles.ADOBE_RGB, 2.2)
    ),
    "display-p3.jpg": Sound(
        lambda: jpeg(icc_profile=profiles.rgb_profile(profiles.DISPLAY_P3, 2.2)),
        "JPEG",
        _managed(profiles.DISPLAY_P3, 2.2),
    ),
    "linear-grey.png": Sound(
        lambda: saved(quarters(GREYS, "L"), "PNG", icc_profile=profiles.grey_profile(1.0)), "PNG", _LINEAR_GREYS
    ),
    "srgb.jpg": Sound(lambda: jpeg(icc_profile=_srgb()), "JPEG"),
    "profile-garbage.jpg": Sound(lambda: jpeg(icc_profile=noise(5, 300)), "JPEG"),
    "profile-of-cmyk.jpg": Sound(lambda: jpeg(icc_profile=profiles.cmyk_profile()), "JPEG"),
    "profile-on-grey.jpg": Sound(lambda: jpeg(quarters(GREYS, "L"), icc_profile=_srgb()), "JPEG", GREY_CORNERS),
    "deep-grey.png": Sound(lambda: png(deep_grey(), 0), "PNG", GREY_CORNERS),
    "deep-grey-little.tif": Sound(partial(deep_grey_tiff, "<"), "TIFF", GREY_CORNERS),
    "deep-grey-big.tif": Sound(partial(deep_grey_tiff, ">"), "TIFF", GREY_CORNERS),
    "deep-colour.png": Sound(deep_png, "PNG"),
    "float.tif": Sound(
        lambda: saved(Image.fromarray(np.asarray(quarters(GREYS, "L")).astype(np.float32) / 255), "TIFF"),
        "TIFF",
        ((18,) * 3, (88,) * 3, (170,) * 3, (252,) * 3),
    ),
    "palette.png": Sound(partial(palette, False), "PNG"),
    "palette-clear.png": Sound(partial(palette, True), "PNG", _CLEAR_CORNERS),
    "palette.gif": Sound(partial(palette, False, "GIF"), "GIF"),
    "palette-clear.gif": Sound(partial(palette, True, "GIF"), "GIF", _CLEAR_CORNERS),
    "clear.png": Sound(see_through, "PNG", _CLEAR_CORNERS),
    "clear.webp": Sound(partial(see_through, form="WEBP", lossless=True), "WEBP", _CLEAR_CORNERS),
    "clear.tif": Sound(partial(see_through, form="TIFF"), "TIFF", _CLEAR_CORNERS),
    "clear.avif": Sound(partial(see_through, form="AVIF", quality=95, subsampling="4:4:4"), "AVIF", _CLEAR_CORNERS),
    "clear-grey.png": Sound(partial(see_through, "LA"), "PNG", _CLEAR_GREYS),
    "clear-colour.png": Sound(lambda: saved(quarters(), "PNG", transparency=COLOURS[0]), "PNG", _CLEAR_CORNERS),
    "opaque-alpha.png": Sound(
        lambda: saved(quarters(tuple((*colour, 255) for colour in COLOURS), "RGBA"), "PNG"), "PNG"
    ),
    "one-bit.png": Sound(
        lambda: saved(quarters((0, 255, 255, 0), "1"), "PNG"),
        "PNG",
        ((0, 0, 0), (255, 255, 255), (255, 255, 255), (0, 0, 0)),
    ),
    "lab.tif": Sound(lab_tiff, "TIFF", tolerance=10),
    "packed.tif": Sound(lambda: saved(quarters(), "TIFF", compression="tiff_lzw"), "TIFF"),
    "plain.bmp": Sound(lambda: saved(quarters(), "BMP"), "BMP"),
    "plain.webp": Sound(lambda: saved(quarters(), "WEBP", lossless=True), "WEBP"),
    "plain.avif": Sound(lambda: saved(quarters(), "AVIF", quality=95, subsampling="4:4:4"), "AVIF"),
    "other-brand.avif": Sound(lambda: _other_brand(saved(quarters(), "AVIF", quality=95, subsampling="4:4:4")), "AVIF"),
    "moving.gif": Sound(partial(animated, "GIF"), "GIF"),
    "moving.webp": Sound(partial(animated, "WEBP"), "WEBP"),
    "moving.png": Sound(partial(animated, "PNG"), "PNG"),
    "moving.avif": Sound(partial(animated, "AVIF"), "AVIF", tolerance=12),
}
if HEIC:
    SOUND |= {
        **{f"turned-{turn}.heic": Sound(partial(heic, turn), "HEIF") for turn in range(1, 9)},
        "display-p3.heic": Sound(
            lambda: heic(image=_tagged(profiles.rgb_profile(profiles.DISPLAY_P3, 2.2))),
            "HEIF",
            _managed(profiles.DISPLAY_P3, 2.2),
        ),
        "clear.heic": Sound(
            lambda: heic(image=quarters((CLEAR, *((*colour, 255) for colour in COLOURS[1:])), "RGBA")),
            "HEIF",
            _CLEAR_CORNERS,
        ),
        "grey.heic": Sound(lambda: heic(image=quarters(GREYS, "L")), "HEIF", GREY_CORNERS),
    }
"""Every sound kind, by the name its file gets."""

BROKEN: dict[str, Broken] = {
    "empty.jpg": Broken(bytes, "not-a-picture", "empty"),
    "page.jpg": Broken(lambda: b"<!DOCTYPE html>\n<html><body>404</body></html>", "not-a-picture", "web page"),
    "commented-page.jpg": Broken(lambda: b"<!-- hello -->\n<HTML lang=en>", "not-a-picture", "web page"),
    "pointer.png": Broken(
        lambda: b"version https://git-lfs.github.com/spec/v1\noid sha256:12\nsize 3\n", "not-a-picture", "LFS"
    ),
    "noise.jpg": Broken(noise, "not-a-picture"),
    "text.bmp": Broken(lambda: b"BMW built this car in 1972, red, one owner.", "not-a-picture"),
    "catalogue.pdf.jpg": Broken(lambda: b"%PDF-1.7\n" + noise(), "unsupported-format", "PDF"),
    "drawing.eps.jpg": Broken(
        lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "unsupported-format", "EPS"
    ),
    "drawing.svg": Broken(
        lambda: b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "unsupported-format", "SVG"
    ),
    "layers.psd": Broken(lambda: b"8BPS\0\1" + noise(), "unsupported-format", "Photoshop"),
    "spoilt.heic": Broken(
        lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + noise(),
        *(("damaged", "decoded") if HEIC else ("unsupported-format", "HEIC")),
    ),
    "new.jxl": Broken(lambda: b"\xff\x0a" + noise(), "unsupported-format", "JPEG XL"),
    "film.mp4.jpg": Broken(lambda: b"\0\0\0\x18ftypisom\0\0\0\0isomavc1" + noise(), "unsupported-format", "film"),
    "huge.png": Broken(partial(claiming, 60_000, 60_000), "too-large", "60000 x 60000"),
    "huge.jpg": Broken(partial(jpeg_claiming, 60_000, 60_000), "too-large", "60000 x 60000"),
    "huge-progressive.jpg": Broken(
        partial(jpeg_claiming, 15_000, 10_000, progressive=True), "too-large", "progressive"
    ),
    "no-pixels.png": Broken(partial(claiming, 0, 10), "damaged"),
    "half.jpg": Broken(lambda: half(jpeg(grainy())), "truncated", "incomplete"),
    "half-progressive.jpg": Broken(lambda: half(jpeg(grainy((200, 150)), progressive=True)), "truncated"),
    "half.png": Broken(lambda: half(saved(grainy(), "PNG")), "truncated"),
    "half.webp": Broken(lambda: half(saved(grainy(), "WEBP", quality=90)), "damaged"),
    "half.avif": Broken(lambda: half(saved(grainy(), "AVIF", quality=90)), "damaged"),
    "half.tif": Broken(lambda: half(saved(grainy(), "TIFF")), "truncated"),
    "half.gif": Broken(lambda: half(saved(grainy(), "GIF")), "truncated"),
    "half.bmp": Broken(lambda: half(saved(grainy(), "BMP")), "truncated"),
    "head-only.jpg": Broken(lambda: jpeg(grainy())[:20], "damaged"),
    "head-only.png": Broken(lambda: saved(grainy(), "PNG")[:12], "damaged"),
    "spoilt.png": Broken(lambda: _spoilt(saved(grainy(), "PNG")), "damaged"),
    "noise-after-head.tif": Broken(lambda: b"II*\0" + noise(), "damaged"),
    "noise-after-head.webp": Broken(lambda: b"RIFF\x10\x10\0\0WEBP" + noise(), "damaged"),
    "noise-after-head.gif": Broken(lambda: b"GIF89a" + noise(), "damaged"),
}
"""Every broken kind, by the name its file gets."""


def _with_turn(turn: object) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = turn
    return jpeg(exif=exif)


def _tagged(profile: bytes) -> Image.Image:
    image = quarters()
    image.info["icc_profile"] = profile
    return image


def _other_brand(avif: bytes) -> bytes:
    return avif.replace(b"ftypavif", b"ftypmif1", 1)


def _srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def _spoilt(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + noise(9, 64) + data[middle + 64 :]
