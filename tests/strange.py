"""Further pictures that a museum may bring: odd ones that have to be shown, and files that must be refused by name."""

from __future__ import annotations

import io
import struct
import zipfile
from functools import partial

import numpy as np
from PIL import Image, ImageCms

from tests import drawn, profiles
from tests.drawn import Broken, Sound, animated, half, jpeg, noise, png, quarters, saved

MANY_PIXELS = (8400, 8220)
"""69 million: more than Pillow takes without a word, in a JPEG of less than 4 MB."""


def with_exif(exif: bytes) -> bytes:
    return jpeg(exif=b"Exif\0\0" + exif)


def circular_exif() -> bytes:
    """A directory whose next one is itself."""
    entry = struct.pack("<HHII", drawn.ORIENTATION, 3, 1, 1)
    return b"II*\0\x08\0\0\0" + struct.pack("<H", 1) + entry + struct.pack("<I", 8)


def top_down(bmp: bytes) -> bytes:
    """The same rows, the first one on top, told by a negative height."""
    start, width, height = (struct.unpack_from("<i", bmp, place)[0] for place in (10, 18, 22))
    stride = (width * 3 + 3) // 4 * 4
    rows = [bmp[start + stride * row :][:stride] for row in range(height)]
    return bmp[:22] + struct.pack("<i", -height) + bmp[26:start] + b"".join(reversed(rows))


def flat_jpeg(size: tuple[int, int], **options: bool) -> bytes:
    """Very many pixels in very few bytes."""
    return saved(Image.new("L", size, 90), "JPEG", quality=50, **options)


def bmp_of(width: int, height: int) -> bytes:
    return b"BM" + struct.pack("<IHHIIiiHHIIiiII", 54, 0, 0, 54, 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0) + bytes(64)


def gif_of(width: int, height: int) -> bytes:
    frame = b",\0\0\0\0" + struct.pack("<HH", width, height) + b"\0"
    return (
        b"GIF89a" + struct.pack("<HH", width, height) + b"\x80\0\0\0\0\0\xff\xff\xff" + frame + b"\x02\x02\x44\x01\0;"
    )


def tiff_of(width: int, height: int) -> bytes:
    """An uncompressed grey TIFF with no pixels to speak of."""
    entries = [(256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8), (279, 4, 64)]
    packed = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
    return b"II*\0" + struct.pack("<I", 8 + 64) + bytes(64) + struct.pack("<H", len(entries)) + packed + bytes(4)


def webp_of(width: int, height: int) -> bytes:
    """An extended WebP that claims a canvas and holds nothing."""
    sizes = struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    body = b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + sizes
    return b"RIFF" + struct.pack("<I", len(body)) + body


def archive() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr("picture.jpg", jpeg())
    return target.getvalue()


def hollow(data: bytes) -> bytes:
    """A copy that broke off after room was made for the whole of it."""
    kept = len(data) // 2
    return data[:kept] + bytes(len(data) - kept)


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


ODD: dict[str, Sound] = {
    "jpeg.png": Sound(jpeg, "JPEG"),
    "png.tif": Sound(lambda: saved(quarters(), "PNG"), "PNG"),
    "tiff.jpg": Sound(lambda: saved(quarters(), "TIFF"), "TIFF"),
    "webp.jpeg": Sound(lambda: saved(quarters(), "WEBP", lossless=True), "WEBP"),
    "avif.png": Sound(lambda: saved(quarters(), "AVIF", quality=95), "AVIF"),
    "gif.bmp": Sound(partial(drawn.palette, False, "GIF"), "GIF"),
    "bmp.jpg": Sound(lambda: saved(quarters(), "BMP"), "BMP"),
    "no-ending": Sound(jpeg, "JPEG"),
    "moving.avif": Sound(partial(animated, "AVIF"), "AVIF"),
    "one-pixel.png": Sound(lambda: png(np.zeros((1, 1, 3), np.uint8), 2), "PNG", size=(1, 1)),
    "line.png": Sound(lambda: png(np.zeros((1, 5000), np.uint8), 0), "PNG", size=(5000, 1)),
    "many-pixels.jpg": Sound(partial(flat_jpeg, MANY_PIXELS), "JPEG", size=MANY_PIXELS),
    "many-pixels-progressive.jpg": Sound(partial(flat_jpeg, MANY_PIXELS, progressive=True), "JPEG", size=MANY_PIXELS),
    "more-after-the-end.jpg": Sound(lambda: jpeg() + noise(), "JPEG"),
    "more-after-the-end.png": Sound(lambda: saved(quarters(), "PNG") + noise(), "PNG"),
    "exif-circle.jpg": Sound(lambda: with_exif(circular_exif()), "JPEG"),
    "exif-full-of-noise.jpg": Sound(lambda: with_exif(b"MM\0*\0\0\0\x08" + noise(7, 60_000)), "JPEG"),
    "profile-empty.jpg": Sound(lambda: jpeg(icc_profile=bytes(128)), "JPEG"),
    "profile-cut.jpg": Sound(lambda: jpeg(icc_profile=srgb()[:200]), "JPEG"),
    "profile-cut.tif": Sound(lambda: saved(quarters(), "TIFF", icc_profile=srgb()[:200]), "TIFF"),
    "profile-of-grey.jpg": Sound(lambda: jpeg(icc_profile=profiles.grey_profile(2.2)), "JPEG"),
    "profile-of-rgb-on-cmyk.jpg": Sound(lambda: drawn.cmyk_jpeg(icc_profile=srgb()), "JPEG"),
    "several-pages.tif": Sound(lambda: saved(quarters(), "TIFF", save_all=True, append_images=[quarters()]), "TIFF"),
    "big.tif": Sound(lambda: saved(quarters(), "TIFF", big_tiff=True), "TIFF"),
    "deflated.tif": Sound(lambda: saved(quarters(), "TIFF", compression="tiff_adobe_deflate"), "TIFF"),
    "jpeg-inside.tif": Sound(lambda: saved(quarters(), "TIFF", compression="jpeg"), "TIFF"),
    "fax.tif": Sound(lambda: saved(quarters((0, 1, 1, 0), "1"), "TIFF", compression="group4"), "TIFF"),
    "top-down.bmp": Sound(lambda: top_down(saved(quarters(), "BMP")), "BMP"),
    "four-bits.bmp": Sound(lambda: saved(quarters((0, 1, 2, 3), "P"), "BMP"), "BMP"),
}
"""Sound but odd: to be shown, by the name its file gets."""

WRONG: dict[str, Broken] = {
    "one-byte.jpg": Broken(lambda: b"\xff", "not-a-picture"),
    "zeros.jpg": Broken(partial(bytes, 5000), "not-a-picture"),
    "hollow.jpg": Broken(lambda: hollow(jpeg(drawn.grainy())), "truncated"),
    "hollow.png": Broken(lambda: hollow(saved(drawn.grainy(), "PNG")), "damaged"),
    "hollow.tif": Broken(lambda: hollow(saved(drawn.grainy(), "TIFF", compression="tiff_lzw")), "damaged"),
    "half-lossless.webp": Broken(lambda: half(saved(drawn.grainy(), "WEBP", lossless=True)), "damaged"),
    "half-moving.gif": Broken(lambda: saved(drawn.grainy(), "GIF", save_all=True)[:3000], "truncated"),
    "half-packed.tif": Broken(lambda: half(saved(drawn.grainy(), "TIFF", compression="tiff_lzw")), "damaged"),
    "no-pixels.jpg": Broken(partial(drawn.jpeg_claiming, 0, 10), "damaged"),
    "no-rows.jpg": Broken(partial(drawn.jpeg_claiming, 10, 0), "damaged"),
    "no-pixels.gif": Broken(partial(gif_of, 0, 0), "damaged"),
    "no-pixels.bmp": Broken(partial(bmp_of, 0, 0), "damaged"),
    "no-pixels.tif": Broken(partial(tiff_of, 0, 0), "damaged"),
    "huge.bmp": Broken(partial(bmp_of, 60_000, 60_000), "too-large", "60000 x 60000"),
    "huge.gif": Broken(partial(gif_of, 60_000, 60_000), "too-large", "60000 x 60000"),
    "huge.tif": Broken(partial(tiff_of, 60_000, 60_000), "too-large", "60000 x 60000"),
    "huge.webp": Broken(partial(webp_of, 60_000, 60_000), "damaged"),
    "large-progressive.jpg": Broken(partial(drawn.jpeg_claiming, 20_000, 15_000, progressive=True), "too-large"),
    "icon.ico": Broken(lambda: saved(quarters(), "ICO", sizes=[(32, 32)]), "unsupported-format", "icon"),
    "placeable.wmf": Broken(lambda: b"\xd7\xcd\xc6\x9a\0\0" + noise(), "unsupported-format", "metafile"),
    "plain.wmf": Broken(lambda: b"\x01\0\x09\0\0\x03" + noise(), "unsupported-format", "metafile"),
    "drawing.emf": Broken(lambda: b"\x01\0\0\0" + bytes(36) + b" EMF" + noise(), "unsupported-format", "metafile"),
    "stars.fits": Broken(lambda: b"SIMPLE  =                    T" + noise(), "unsupported-format", "FITS"),
    "dos.eps": Broken(lambda: b"\xc5\xd0\xd3\xc6" + noise(), "unsupported-format", "EPS"),
    "late.pdf": Broken(lambda: b"\r\n" * 20 + b"%PDF-1.4\n" + noise(), "unsupported-format", "PDF"),
    "plain.svg": Broken(lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", "unsupported-format", "SVG"),
    "boxed.jxl": Broken(lambda: b"\0\0\0\x0cJXL \r\n\x87\n" + noise(), "unsupported-format", "JPEG XL"),
    "boxed.jp2": Broken(lambda: saved(quarters(), "JPEG2000"), "unsupported-format", "JPEG 2000"),
    "bare.j2k": Broken(lambda: saved(quarters(), "JPEG2000", no_jp2=True), "unsupported-format", "JPEG 2000"),
    "clip.mov": Broken(lambda: b"\0\0\0\x14ftypqt  " + noise(), "unsupported-format", "film"),
    "clip.mkv": Broken(lambda: b"\x1a\x45\xdf\xa3" + noise(), "unsupported-format", "film"),
    "clip.avi": Broken(lambda: b"RIFF\0\0\1\0AVI LIST" + noise(), "unsupported-format", "film"),
    "all.zip": Broken(archive, "unsupported-format", "ZIP"),
    "targa.tga": Broken(lambda: saved(quarters(), "TGA"), "not-a-picture"),
    "unix.ppm": Broken(lambda: saved(quarters(), "PPM"), "not-a-picture"),
    "dds.dds": Broken(lambda: saved(quarters(), "DDS"), "not-a-picture"),
}
"""To be refused, by the name its file gets."""
