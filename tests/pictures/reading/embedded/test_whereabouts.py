"""Where a picture was taken is taken out of a copy, and nothing else of it."""

from __future__ import annotations

import io
import random
import struct

import pytest
from PIL import Image

from kiosk.pictures.reading.embedded.blocks import blocks_in
from kiosk.pictures.reading.embedded.whereabouts import take_out
from tests import notes
from tests.drawn import saved

ARTIST, GPS, ORIENTATION = 0x013B, 0x8825, 0x0112
LATITUDE = (51.0, 3.0, 14.25)
XMP = notes.packet(
    attributes='exif:GPSLatitude="51,3.2375N" tiff:Make="x"'.replace("tiff:Make", "exif:Model"),
    exif__GPSLongitude="3,43.5E",
    dc__title=notes.lang_alt(x_default="Harvest"),
)


def exif():
    block = Image.Exif()
    block[ARTIST], block[ORIENTATION] = "Ada", 6
    block[GPS] = {1: "N", 2: LATITUDE, 3: "E", 4: (3.0, 43.0, 30.0), 29: "2026:11:28"}
    read_again = Image.Exif()
    read_again.load(block.tobytes())
    return read_again


def picture(kind, **options):
    return saved(Image.radial_gradient("L").convert("RGB").resize((48, 32)), kind, exif=exif(), **options)


def cleared(content):
    changed = bytearray(content)
    take_out(changed, io.BytesIO(content))
    return bytes(changed)


def two_in_one():
    """A telephone's picture, behind which another one of the same moment lies."""
    return picture("JPEG") + picture("JPEG", quality=50)


@pytest.mark.parametrize(
    "content",
    [
        picture("JPEG"),
        picture("JPEG", xmp=XMP),
        two_in_one(),
        picture("PNG"),
        picture("WEBP", xmp=XMP),
        picture("AVIF", xmp=XMP),
        picture("TIFF"),
        notes.noted_png(notes.chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)),
        notes.noted_jpeg(xmp=XMP),
    ],
    ids=["jpeg", "jpeg+xmp", "jpeg+jpeg", "png", "webp", "avif", "tiff", "png+xmp", "xmp"],
)
def test_a_copy_says_nothing_of_where_and_everything_else_as_before(content):
    after = cleared(content)
    assert (blocks_in(io.BytesIO(content)).placed, blocks_in(io.BytesIO(after)).placed) == (True, False)
    assert len(after) == len(content)
    assert b"2026:11:28" not in after
    assert b"51,3" not in after
    assert b"3,43" not in after
    assert struct.pack("<II", 57, 4) not in after
    before, now = (Image.open(io.BytesIO(each)) for each in (content, after))
    assert now.tobytes() == before.tobytes()
    assert not now.getexif().get_ifd(GPS)
    assert {tag: value for tag, value in now.getexif().items() if tag != GPS} == {
        tag: value for tag, value in before.getexif().items() if tag != GPS
    }
    assert (b"Harvest" in after) == (b"Harvest" in content)
    assert cleared(after) == after


@pytest.mark.parametrize("order", "<>")
def test_a_directory_of_nothing_else_is_not_left_without_any_entry(order):
    """TIFF wants one at least, and `check` tells of what a camera noted wrongly."""
    block = notes.tiff([(GPS, 4, struct.pack(f"{order}I", 26))], order) + struct.pack(
        f"{order}HHHI4sI", 1, 1, 2, 2, b"N", 0
    )
    now = Image.open(io.BytesIO(cleared(notes.noted_jpeg(block)))).getexif()
    assert dict(now) == {ORIENTATION: 1}


@pytest.mark.parametrize("content", [notes.plain_jpeg(), notes.noted_jpeg(xmp=notes.packet()), b"GIF89a", b""])
def test_what_says_nothing_of_it_stays_as_it_is(content):
    assert cleared(content) == content
    assert not blocks_in(io.BytesIO(content)).placed


def test_what_is_packed_is_left_and_known_to_be():
    packed = notes.noted_png(notes.raw_profile("APP1", b"Exif\0\0" + exif().tobytes().removeprefix(b"Exif\0\0")))
    assert blocks_in(io.BytesIO(cleared(packed))).placed


def test_no_change_to_a_file_makes_it_fail():
    chance = random.Random(7)
    for content in (picture("JPEG", xmp=XMP), picture("PNG"), picture("TIFF"), picture("AVIF")):
        for _ in range(150):
            spoilt = bytearray(content)
            for _ in range(chance.randint(1, 12)):
                spoilt[chance.randrange(min(len(spoilt), 900))] = chance.randrange(256)
            assert len(cleared(bytes(spoilt[: chance.randint(8, len(spoilt))]))) <= len(content)
