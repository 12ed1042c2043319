"""Renditions of every kind of picture: right colours, right side up, right size, and nothing else in the file."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kiosk.pictures.drawing.whole import fit
from kiosk.pictures.making.renditions import make
from kiosk.pictures.orders import Rendition, RenditionOrder
from kiosk.pictures.refusal import Refused
from kiosk.pictures.storage.files import find
from tests import drawn, profiles

if TYPE_CHECKING:
    from tests.drawn import Broken, Corners, Sound

BOX = (1920, 1080)


def prepare(tmp_path: Path, name: str, data: bytes, box: tuple[int, int] | None = BOX) -> Rendition:
    source = tmp_path / "exhibition" / name
    source.parent.mkdir(exist_ok=True)
    source.write_bytes(data)
    os.utime(source, (1e9, 1e9))
    return make(RenditionOrder(source, source.parent, box, tmp_path / "cache")).rendition


def corners(path: Path) -> Corners:
    """The colours in the middle of each quarter of a file."""
    with Image.open(path) as image:
        ready = image.convert("RGBA" if image.mode == "RGBA" else "RGB")
        places = [(ready.width * x // 4, ready.height * y // 4) for y in (1, 3) for x in (1, 3)]
        return tuple(ready.getpixel(place) for place in places)  # type: ignore[return-value]


def far(found: Corners, wanted: Corners) -> int:
    """The largest difference of a channel; a clear corner only has to be clear."""
    worst = 0
    for have, want in zip(found, wanted, strict=True):
        assert len(have) == len(want), f"{have} where {want} was expected"
        channels = slice(3, 4) if want == drawn.CLEAR else slice(None)
        worst = max(worst, *(abs(a - b) for a, b in zip(have[channels], want[channels], strict=True)))
    return worst


@pytest.mark.parametrize("name", drawn.SOUND)
def test_every_sound_picture_is_shown_in_its_colours(name: str, tmp_path: Path) -> None:
    picture: Sound = drawn.SOUND[name]
    rendition = prepare(tmp_path, name, picture.data())
    assert (rendition.width, rendition.height) == picture.size
    assert rendition.screen
    for path in (rendition.screen, rendition.preview):
        with Image.open(path) as image:
            assert image.size == picture.size
        found = corners(path)
        assert far(found, picture.corners) <= picture.tolerance, f"{path.suffix} {found}, not {picture.corners}"


@pytest.mark.parametrize("name", drawn.SOUND)
def test_every_sound_picture_keeps_its_colours_when_shrunk(name: str, tmp_path: Path) -> None:
    picture = drawn.SOUND[name]
    rendition = prepare(tmp_path, name, picture.data(), (1000, 40))
    assert rendition.screen
    with Image.open(rendition.screen) as image:
        assert image.size == (60, 40)
    assert far(corners(rendition.screen), picture.corners) <= picture.tolerance


@pytest.mark.parametrize("name", drawn.BROKEN)
def test_every_broken_picture_is_refused_by_name(name: str, tmp_path: Path) -> None:
    picture: Broken = drawn.BROKEN[name]
    with pytest.raises(Refused) as refused:
        prepare(tmp_path, name, picture.data())
    assert refused.value.rule == picture.rule, refused.value.message
    assert name in refused.value.message
    assert picture.word in refused.value.message
    assert refused.value.remedy.endswith(".")
    assert not list((tmp_path / "cache").glob("*"))


def test_one_decoding_serves_several_boxes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, cache = tmp_path / "turned.jpg", tmp_path / "cache"
    source.write_bytes(drawn.turned(6))
    decoded = []
    decoder = Image._getdecoder
    monkeypatch.setattr(Image, "_getdecoder", lambda *which: decoded.append(which[1]) or decoder(*which))
    boxes = {(120, 100): (120, 80), (60, 1000): (60, 40), (1000, 30): (45, 30)}
    first, *more = boxes
    rendition = make(RenditionOrder(source, tmp_path, first, cache, (*more, first))).rendition
    assert decoded.count("jpeg") == 1
    for box, size in boxes.items():
        made = find(cache, rendition.identity, box)
        assert made
        assert made.preview == rendition.preview
        assert made.screen
        with Image.open(made.screen) as image:
            assert image.size == size
        assert far(corners(made.screen), drawn.COLOURS) <= 6
    assert find(cache, rendition.identity, first) == rendition


def test_of_several_boxes_only_the_missing_ones_are_made(tmp_path: Path) -> None:
    source, cache = tmp_path / "plain.jpg", tmp_path / "cache"
    source.write_bytes(drawn.jpeg())
    boxes = ((120, 100), (60, 50), (30, 20))
    first = make(RenditionOrder(source, tmp_path, boxes[0], cache)).rendition
    kept = find(cache, first.identity, boxes[0])
    assert first.screen
    inode = first.screen.stat().st_ino
    assert make(RenditionOrder(source, tmp_path, boxes[0], cache, boxes[1:])).rendition == first == kept
    assert first.screen.stat().st_ino == inode
    assert all(find(cache, first.identity, box) for box in boxes)


@pytest.mark.parametrize(
    ("size", "box", "expected"),
    [
        ((6000, 4000), (1920, 1080), (1620, 1080)),
        ((4000, 6000), (1920, 1080), (720, 1080)),
        ((300, 200), (1920, 1080), (300, 200)),
        ((20000, 100), (480, 480), (480, 2)),
        ((1000, 1), (10, 10), (10, 1)),
        ((1920, 1080), (1920, 1080), (1920, 1080)),
    ],
)
def test_a_picture_fits_its_box_and_is_never_enlarged(
    size: tuple[int, int], box: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert fit(size, box) == expected


@given(st.tuples(st.integers(1, 70_000), st.integers(1, 70_000)), st.tuples(st.integers(1, 8000), st.integers(1, 8000)))
def test_any_picture_fits_any_box(size: tuple[int, int], box: tuple[int, int]) -> None:
    width, height = fit(size, box)
    assert 1 <= width <= min(size[0], box[0])
    assert 1 <= height <= min(size[1], box[1])


def test_a_preview_alone_has_no_screen_and_480_pixels_on_its_long_side(tmp_path: Path) -> None:
    rendition = prepare(tmp_path, "tall.jpg", drawn.jpeg(drawn.quarters(size=(1200, 2000))), box=None)
    assert rendition.screen is None
    with Image.open(rendition.preview) as preview:
        assert preview.size == (288, 480)


def test_a_preview_is_no_smaller_for_a_small_box(tmp_path: Path) -> None:
    rendition = prepare(tmp_path, "wide.jpg", drawn.jpeg(drawn.quarters(size=(2000, 1200))), box=(100, 100))
    assert rendition.screen
    with Image.open(rendition.screen) as screen, Image.open(rendition.preview) as preview:
        assert screen.size == (100, 60)
        assert preview.size == (480, 288)


@pytest.mark.parametrize("turn", [5, 6, 7, 8])
def test_a_turned_picture_fits_the_box_as_it_is_shown(turn: int, tmp_path: Path) -> None:
    rendition = prepare(tmp_path, "turned.jpg", drawn.turned(turn), box=(60, 1000))
    assert rendition.screen
    with Image.open(rendition.screen) as screen:
        assert screen.size == (60, 40)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("clear", [False, True])
def test_nothing_about_place_time_or_profile_leaves_with_a_rendition(form: str, clear: bool, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Secret camera"
    if form != "TIFF":
        exif[0x8825] = {1: "N", 2: (48.0, 8.0, 1.0)}
    image = (
        drawn.quarters() if not clear or form == "JPEG" else drawn.quarters(drawn.SOUND["clear.png"].corners, "RGBA")
    )
    profile = profiles.rgb_profile(profiles.ADOBE_RGB, 2.2)
    options = {} if form == "TIFF" else {"xmp": b"<x:xmpmeta>Secret</x:xmpmeta>"}
    data = drawn.saved(image, form, exif=exif, icc_profile=profile, dpi=(300, 300), **options)
    rendition = prepare(tmp_path, f"secret.{form}", data)
    for path in (rendition.screen, rendition.preview):
        assert path
        with Image.open(path) as ready:
            ready.load()
            assert not ready.getexif()
            assert not {"exif", "icc_profile", "xmp"} & ready.info.keys()
        assert b"Secret" not in path.read_bytes()


def test_a_transparent_picture_becomes_a_png_and_an_opaque_one_a_jpeg(tmp_path: Path) -> None:
    for name, suffix in (("clear.png", ".png"), ("opaque-alpha.png", ".jpg")):
        rendition = prepare(tmp_path, name, drawn.SOUND[name].data())
        assert rendition.screen
        assert {rendition.screen.suffix, rendition.preview.suffix} == {suffix}


def test_a_changed_picture_gets_a_rendition_of_its_own(tmp_path: Path) -> None:
    first = prepare(tmp_path, "same.jpg", drawn.jpeg())
    second = prepare(tmp_path, "same.jpg", drawn.jpeg(drawn.quarters(drawn.COLOURS[::-1]), quality=80))
    assert first.screen != second.screen
    assert first.preview != second.preview


def test_a_rendition_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = drawn.jpeg()

    def full(_image: Image.Image, file: IO[bytes], *_: object, **__: object) -> None:
        file.write(b"some of it")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Image.Image, "save", full)
    with pytest.raises(Refused) as refused:
        prepare(tmp_path, "a.jpg", data)
    assert refused.value.rule == "disk-full"
    assert str(tmp_path / "cache") in refused.value.message
    assert not list((tmp_path / "cache").iterdir())


def test_a_cache_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"a file where the folder should be")
    with pytest.raises(Refused) as refused:
        prepare(tmp_path, "a.jpg", drawn.jpeg())
    assert refused.value.rule == "cache-unwritable"
    assert str(tmp_path / "cache") in refused.value.message


def test_a_folder_in_the_place_of_a_rendition_makes_way(tmp_path: Path) -> None:
    rendition = prepare(tmp_path, "a.jpg", drawn.jpeg())
    assert rendition.screen
    rendition.screen.unlink()
    (rendition.screen / "inside").mkdir(parents=True)
    assert prepare(tmp_path, "a.jpg", drawn.jpeg()) == rendition
    assert rendition.screen.is_file()


def test_a_cache_folder_that_was_removed_is_made_again(tmp_path: Path) -> None:
    rendition = prepare(tmp_path, "a.jpg", drawn.jpeg())
    shutil.rmtree(tmp_path / "cache")
    assert prepare(tmp_path, "a.jpg", drawn.jpeg()).preview == rendition.preview
    assert rendition.preview.is_file()


@pytest.mark.parametrize(
    "name", ["plain.jpg", "clear.png", "cmyk-press.jpg", "moving.gif", "lab.tif", "plain.avif", "plain.webp"]
)
@given(place=st.floats(0, 1, exclude_max=True), damage=st.binary(min_size=1, max_size=40), cut=st.booleans())
@settings(max_examples=25)
def test_a_damaged_picture_is_shown_or_refused_and_nothing_else(
    name: str, place: float, damage: bytes, cut: bool
) -> None:
    data = drawn.SOUND[name].data()
    start = int(place * len(data))
    data = data[:start] + damage + (b"" if cut else data[start + len(damage) :])
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(Refused):
        rendition = prepare(Path(folder), name, data)
        for file in (rendition.screen, rendition.preview):
            with Image.open(file) as image:
                image.load()


def test_what_is_ready_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendition = prepare(tmp_path, "a.jpg", drawn.jpeg())
    monkeypatch.setattr("kiosk.pictures.making.renditions.draw", lambda *_: pytest.fail("made again"))
    assert prepare(tmp_path, "a.jpg", drawn.jpeg()) == rendition


def test_a_preview_that_may_be_on_the_screen_is_left_alone_when_a_screen_is_made(tmp_path: Path) -> None:
    data = drawn.jpeg()
    preview = prepare(tmp_path, "a.jpg", data, box=None).preview
    os.utime(preview, (1, 1))
    assert prepare(tmp_path, "a.jpg", data).preview == preview
    assert preview.stat().st_mtime == 1
