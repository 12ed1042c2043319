from __future__ import annotations

import io
import random
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kiosk.pictures.reading.embedded import tags
from kiosk.pictures.reading.embedded.blocks import Blocks, blocks_in, read_blocks
from kiosk.pictures.reading.embedded.finds import MOST_BYTES
from kiosk.pictures.refusal import Refused
from tests import notes
from tests.drawn import HEIC, saved

XMP = notes.packet(dc__title=notes.lang_alt(x_default="Harvest"))
IIM = notes.iim(notes.UTF8, (2, 5, b"Harvest"))
EXIF = notes.tiff([notes.ascii_tag(tags.ARTIST, b"Ada"), notes.xp_tag(tags.XP_TITLE, "Ernte")])
TITLE = "Ernte\0".encode("utf-16-le")


def read(content):
    return blocks_in(io.BytesIO(content))


def with_pillow(kind, **options):
    return saved(Image.new("RGB", (16, 16), "red"), kind, **options)


def split_photoshop(datasets):
    """Photoshop's resources in two segments, cut within the datasets."""
    resources = notes.photoshop(datasets)
    parts = resources[:30], resources[30:]
    return b"".join(notes.segment(0xED, b"Photoshop 3.0\0" + part) for part in parts)


@pytest.mark.parametrize(
    ("content", "has"),
    [
        (notes.noted_jpeg(EXIF, IIM, XMP), "tags iim xmp"),
        (notes.noted_jpeg(notes.tiff([notes.ascii_tag(tags.ARTIST, b"Ada")], ">")), "artist"),
        (notes.noted_jpeg(more=split_photoshop(IIM)), "iim"),
        (notes.noted_jpeg(xmp=XMP, more=b"\xff" * 7), "xmp"),
        (with_pillow("JPEG", exif=b"Exif\0\0" + EXIF, xmp=XMP), "tags xmp"),
        (with_pillow("WEBP", exif=b"Exif\0\0" + EXIF, xmp=XMP), "tags xmp"),
        (with_pillow("AVIF", exif=b"Exif\0\0" + EXIF, xmp=XMP), "tags xmp"),
        (with_pillow("PNG", exif=b"Exif\0\0" + EXIF), "tags"),
        (with_pillow("TIFF", tiffinfo={700: XMP, 33723: IIM, tags.ARTIST: "Ada"}), "artist iim xmp"),
        (with_pillow("TIFF", tiffinfo={34377: notes.photoshop(IIM)}), "iim"),
        (notes.noted_png(notes.chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)), "xmp"),
        (notes.noted_png(notes.chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0en\0x\0" + zlib.compress(XMP))), "xmp"),
        (notes.noted_png(b"", notes.chunk(b"eXIf", EXIF)), "tags"),
        (notes.noted_png(notes.raw_profile("iptc", notes.photoshop(IIM))), "iim"),
        (notes.noted_png(notes.raw_profile("iptc", IIM, packed=False), notes.raw_profile("xmp", XMP)), "iim xmp"),
        (notes.noted_png(notes.raw_profile("APP1", b"Exif\0\0" + EXIF)), "tags"),
        (notes.plain_jpeg(), ""),
        (b"GIF89a", ""),
        (b"", ""),
    ],
)
def test_blocks_are_found_where_each_format_has_them(content, has):
    blocks = read(content)
    assert blocks.iim.startswith(IIM) if "iim" in has else not blocks.iim
    assert blocks.xmp == ((XMP,) if "xmp" in has else ())
    if "tags" in has:
        assert blocks.tags == {tags.ARTIST: b"Ada\0", tags.XP_TITLE: TITLE}
    elif "artist" in has:
        assert blocks.tags == {tags.ARTIST: b"Ada\0"}
    else:
        assert not blocks.tags
    assert not blocks.incomplete


@pytest.mark.skipif(not HEIC, reason="needs the extra heif")
def test_phones_pictures_have_them_too():
    from pillow_heif import from_pillow

    file = io.BytesIO()
    from_pillow(Image.new("RGB", (16, 16), "red")).save(file, exif=b"Exif\0\0" + EXIF, xmp=XMP)
    blocks = read(file.getvalue())
    assert blocks.tags[tags.ARTIST] == b"Ada\0"
    assert [packet.rstrip(b"\0") for packet in blocks.xmp] == [XMP]


def test_where_a_picture_was_taken_is_never_read():
    gps = notes.tiff([(0x8825, 4, b"\0\0\0\x08"), notes.ascii_tag(tags.ARTIST, b"Ada")])
    assert read(notes.noted_jpeg(gps)).tags == {tags.ARTIST: b"Ada\0"}


GUID = b"0123456789ABCDEF0123456789ABCDEF"
LONG = notes.packet(dc__description=notes.lang_alt(x_default="long " * 30_000))
MAIN = notes.packet(xmpNote__HasExtendedXMP=GUID.decode())


def test_a_packet_in_many_segments_is_put_together():
    parts = notes.extended(LONG)
    assert read(notes.noted_jpeg(xmp=MAIN, more=parts)).xmp == (MAIN, LONG)
    first, rest = (
        parts[: 4 + len(notes.EXTENDED_HEAD) + 40 + 60_000],
        parts[4 + len(notes.EXTENDED_HEAD) + 40 + 60_000 :],
    )
    assert read(notes.noted_jpeg(xmp=MAIN, more=rest + first)).xmp == (MAIN, LONG), "in whatever order they come"


@pytest.mark.parametrize(
    "parts",
    [
        notes.extended(LONG)[70_000:],
        notes.extended(LONG)[:60_075],
        notes.segment(0xE1, notes.EXTENDED_HEAD + GUID + struct.pack(">II", 1 << 31, 0) + b"x"),
    ],
)
def test_of_a_packet_that_is_not_whole_the_main_one_is_read(parts):
    blocks = read(notes.noted_jpeg(xmp=MAIN, more=parts))
    assert blocks.xmp == (MAIN,)
    assert blocks.incomplete


def test_parts_of_another_picture_are_left_alone():
    other = notes.packet(xmpNote__HasExtendedXMP="F" * 32)
    assert read(notes.noted_jpeg(xmp=other, more=notes.extended(LONG))) == Blocks(xmp=(other,))


@pytest.mark.parametrize(
    "content",
    [
        # Promised: 4 GB; given: a few bytes.
        b"RIFF\xff\xff\xff\xffWEBPXMP \xff\xff\xff\x7f",
        b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffiTXt",
        b"II*\0\x08\0\0\0\x01\0\xbc\x02\x01\0\xff\xff\xff\xff\x1a\0\0\0\0\0\0\0",
        # A bomb: 64 MB in 64 kB.
        notes.noted_png(notes.chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(bytes(64 << 20)))),
        # More segments than anyone writes, and more bytes.
        b"\xff\xd8" + notes.segment(0xE2, b"") * 30_000 + notes.plain_jpeg()[2:],
        b"\xff\xd8\xff" + b"\xff" * 100_000,
        b"\xff\xd8" + notes.segment(0xED, bytes(65_000)) * 140 + notes.plain_jpeg()[2:],
        # A directory that leads to itself, and one beyond the end.
        b"II*\0\x08\0\0\0",
        b"MM\0*\xff\xff\xff\xff",
        # Boxes: longer than the file, of length 0 and 1, with offsets of 8 bytes beyond any disk.
        b"\0\0\0\x14ftypavif\0\0\0\0mif1\xff\xff\xff\xffmeta",
        b"\0\0\0\x14ftypavif\0\0\0\0mif1\0\0\0\0meta\0\0\0\0" + b"\0\0\0\x01iloc" + b"\xff" * 8,
    ],
)
def test_what_promises_more_than_may_be_read_is_left_out(content):
    blocks = read(content)
    assert sum(map(len, blocks.xmp)) + len(blocks.iim) <= MOST_BYTES
    assert not any(blocks.tags.values()) or blocks.incomplete


def test_locations_without_width_do_not_keep_anybody_busy():
    iloc = b"\0\0\0\0\0\0" + struct.pack(">H", 0xFFFF) + struct.pack(">HHH", 1, 0, 0xFFFF) * 0xFFFF
    exif_entry = b"\x02\0\0\0" + struct.pack(">HH", 1, 0) + b"Exif\0"
    iinf = b"\0\0\0\0\0\x01" + struct.pack(">I", 8 + len(exif_entry)) + b"infe" + exif_entry
    meta = bytes(4) + b"".join(
        struct.pack(">I", 8 + len(box)) + name + box for name, box in ((b"iinf", iinf), (b"iloc", iloc))
    )
    content = b"\0\0\0\x14ftypavif\0\0\0\0mif1" + struct.pack(">I", 8 + len(meta)) + b"meta" + meta
    assert read(content).incomplete


SEEDS = [
    notes.noted_jpeg(EXIF, IIM, MAIN, notes.extended(XMP)),
    notes.noted_png(
        notes.chunk(b"eXIf", EXIF),
        notes.raw_profile("iptc", IIM),
        notes.chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP),
    ),
    with_pillow("WEBP", exif=EXIF, xmp=XMP),
    with_pillow("TIFF", tiffinfo={700: XMP, 33723: IIM, tags.ARTIST: "Ada"}),
    with_pillow("AVIF", exif=EXIF, xmp=XMP),
]


@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 255)), max_size=8),
    st.integers(0, 6000),
    st.lists(st.tuples(st.integers(0, 4000), st.binary(max_size=8)), max_size=2),
)
def test_no_change_to_a_file_makes_its_reading_fail(seed, bytes_changed, length, inserted):
    content = bytearray(seed[: len(seed) - length % len(seed)] if length > 3000 else seed)
    for place, value in bytes_changed:
        if content:
            content[place % len(content)] = value
    for place, more in inserted:
        content[place % (len(content) + 1) : 0] = more
    blocks = read(bytes(content))
    assert sum(map(len, blocks.xmp)) + len(blocks.iim) <= MOST_BYTES


@given(st.sampled_from([seed[:24] for seed in SEEDS]), st.integers(0, 1 << 32))
def test_noise_behind_a_sound_beginning_is_read_as_nothing(head, seed):
    assert isinstance(read(head + random.Random(seed).randbytes(2000)), Blocks)


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "not-a-picture"),
        (b"<html>", "not-a-picture"),
        (b"%PDF-1.7", "unsupported-format"),
        (b"x" * 99, "not-a-picture"),
    ],
)
def test_what_is_no_picture_is_refused_by_name(tmp_path, content, rule):
    path = tmp_path / "page.jpg"
    path.write_bytes(content)
    with pytest.raises(Refused) as refusal:
        read_blocks(path, tmp_path)
    assert refusal.value.rule == rule
    assert "page.jpg" in refusal.value.message


def test_what_lies_outside_or_is_no_file_is_refused(tmp_path):
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "x.jpg").write_bytes(notes.plain_jpeg())
    (inside / "x.jpg").symlink_to(tmp_path / "x.jpg")
    for path in (inside / "x.jpg", inside / "none.jpg", inside):
        with pytest.raises(Refused):
            read_blocks(path, inside)
