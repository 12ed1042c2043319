"""Tiles of every kind of picture: the right pixels in the right colours, the right way up, and all of them."""

from __future__ import annotations

import errno
import functools
import io
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import numpy as np
import pytest
from PIL import Image

from kiosk.pictures.drawing.strips import WholeStrips
from kiosk.pictures.making import pyramids
from kiosk.pictures.making.pyramids import make, quick_level
from kiosk.pictures.making.renditions import make as make_rendition
from kiosk.pictures.orders import Progress, PyramidReady, RenditionOrder, TilesMade, TilesOrder
from kiosk.pictures.pyramid import TILE_SIDE, Pyramid, Tile
from kiosk.pictures.reading import deepzoom, guard
from kiosk.pictures.refusal import Refused
from kiosk.pictures.storage.tiles import ToldToStop
from tests import drawn

if TYPE_CHECKING:
    from kiosk.pictures.storage.cache import Cache

Pixels = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

LARGE = (1700, 1301)
"""Four columns, three rows, and odd sides on the way to one tile."""


READ_ONLY_BY_PILLOW = {'"exif-turn-99.tif"'}
"""What libvips refuses, though it could be read in strips."""


class Heard:
    """What is told while tiles are made; tells to stop after the first `patience` tiles."""

    def __init__(self, cache: Cache, patience: int = 10**9) -> None:
        self.cache = cache
        self.tiles: list[Tile] = []
        self.signs_of_life = 0
        self._patience = patience

    def __call__(self, progress: Progress) -> None:
        if isinstance(progress, TilesMade):
            self.tiles += progress.tiles
            self.cache.learn([progress])
        else:
            self.signs_of_life += 1
        if len(self.tiles) >= self._patience:
            raise ToldToStop


@pytest.fixture(params=["libvips", "Pillow"])
def decoder(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Who decodes."""
    if request.param == "Pillow":
        monkeypatch.setattr(deepzoom, "installed", lambda: False)
    else:
        monkeypatch.setattr(pyramids, "WholeStrips", only_if_need_be)
    return str(request.param)


def only_if_need_be(file: BinaryIO, name: str, shrink: int) -> WholeStrips:
    image = guard.open_image(file, name)
    assert not deepzoom.can_stream(image) or name in READ_ONLY_BY_PILLOW
    return WholeStrips(file, name, shrink)


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / "exhibition" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


def cut(source: Path, cache: Cache, heard: Heard | None = None, *, awaited: bool = True) -> PyramidReady:
    return make(TilesOrder(source, source.parent, cache.folder, awaited=awaited), heard or Heard(cache))


@functools.cache
def meadow(size: tuple[int, int] = LARGE) -> Image.Image:
    """A picture no two places of which look alike, and that survives compression."""
    down, across = np.indices(size[::-1], np.float64)
    waves = 127 + 100 * np.sin(across / 17) * np.cos(down / 23)
    across, down = across / size[0] * 255, down / size[1] * 255
    return Image.fromarray(np.stack([across, down, waves], -1).astype(np.uint8))


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def turned(image: Image.Image, turn: int, form: str) -> bytes:
    """`image` stored so that it has to be turned by `turn` to be shown as it is."""
    exif = Image.Exif()
    exif[drawn.ORIENTATION] = turn
    stored = image.transpose(drawn._UNTURN[turn]) if turn > 1 else image
    return saved(stored, form, exif=exif, **({"quality": 95} if form == "JPEG" else {}))


def joined(cache: Cache, source: Path, ready: PyramidReady, level: int) -> Image.Image:
    """A level put together from its tiles."""
    pyramid = Pyramid(ready.width, ready.height)
    whole = Image.new("RGBA", pyramid.size(level))
    for tile in pyramid.tiles(level):
        path = cache.tile(source, tile)
        assert path
        with Image.open(path) as image:
            assert image.size == pyramid.tile_size(tile)
            whole.paste(image.convert("RGBA"), (tile.column * TILE_SIDE, tile.row * TILE_SIDE))
    return whole


def pixels(image: Image.Image) -> Pixels:
    return np.asarray(image.convert("RGBA"), np.float64)


def far(first: Image.Image, second: Image.Image) -> tuple[float, float]:
    """The mean difference of a channel, and the largest difference of the mean of 16 x 16 pixels."""
    assert first.size == second.size
    difference = pixels(first) - pixels(second)
    height, width = (side // 16 * 16 for side in difference.shape[:2])
    blocks = difference[:height, :width].reshape(height // 16, 16, width // 16, 16, 4).mean((1, 3))
    return float(np.abs(difference).mean()), float(np.abs(blocks).max(initial=0))


@pytest.mark.usefixtures("decoder")
@pytest.mark.parametrize(
    ("form", "turn"), [("PNG", 1), *((form, turn) for form in ("JPEG", "TIFF") for turn in range(1, 9))]
)
def test_every_level_shows_the_picture_at_its_size_and_the_right_way_up(
    form: str, turn: int, tmp_path: Path, cache: Cache
) -> None:
    source = written(tmp_path, "turned", turned(meadow(), turn, form))
    ready = cut(source, cache)
    assert (ready.width, ready.height) == LARGE
    expected = meadow()
    for level in range(Pyramid(*LARGE).levels):
        mean, worst = far(joined(cache, source, ready, level), expected)
        assert mean < 1.5, level
        assert worst < 4, level
        expected = expected.reduce(2)


@pytest.mark.usefixtures("decoder")
@pytest.mark.parametrize("size", [(1500, 1027), (1027, 1500), (1201, 75), (75, 2050)])
@pytest.mark.parametrize("turn", [1, 3, 6])
def test_a_large_jpeg_has_its_small_levels_first(
    size: tuple[int, int], turn: int, tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pyramids, "QUICK_SIDE", 600)
    source = written(tmp_path, "large.jpg", turned(meadow(size), turn, "JPEG"))
    heard = Heard(cache)
    ready = cut(source, cache, heard)
    pyramid = Pyramid(*size)
    quick = quick_level(pyramid)
    assert quick > 0
    small = {tile for level in range(quick, pyramid.levels) for tile in pyramid.tiles(level)}
    assert set(heard.tiles[: len(small)]) == small
    assert sorted(heard.tiles) == sorted(tile for level in range(pyramid.levels) for tile in pyramid.tiles(level))
    for level in (0, quick):
        mean, worst = far(joined(cache, source, ready, level), meadow(size).reduce(1 << level))
        assert mean < 2.5, level
        assert worst < 8, level


def test_a_large_jpeg_nobody_waits_for_is_decoded_once_from_top_to_bottom(
    tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pyramids, "QUICK_SIDE", 600)
    source = written(tmp_path, "large.jpg", saved(meadow(), "JPEG"))
    heard = Heard(cache)
    ready = cut(source, cache, heard, awaited=False)
    assert [tile for tile in heard.tiles if tile.level == 0] == list(Pyramid(*LARGE).tiles(0))
    assert heard.tiles[0] == Tile(0, 0, 0)
    assert far(joined(cache, source, ready, 1), meadow().reduce(2))[0] < 1.5


@pytest.mark.usefixtures("decoder")
def test_fine_lines_keep_their_light_in_every_level(
    tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pyramids, "QUICK_SIDE", 600)
    lines = np.zeros((1200, 1300), np.uint8)
    lines[:, ::2] = 255
    # Coarser lines as well, that a decoder's own halving leaves to be seen.
    lines[::16] = 0
    lines[8::16] = 255
    source = written(tmp_path, "engraving.jpg", saved(Image.fromarray(lines), "JPEG", quality=95))
    ready = cut(source, cache)
    light = [np.mean(lines) / 255]
    for level in range(1, Pyramid(ready.width, ready.height).levels):
        numbers = pixels(joined(cache, source, ready, level))[..., 0] / 255
        light.append(float(np.where(numbers <= 0.04045, numbers / 12.92, ((numbers + 0.055) / 1.055) ** 2.4).mean()))
    assert np.ptp(light) < 0.02


@pytest.mark.usefixtures("decoder")
@pytest.mark.parametrize("name", drawn.SOUND)
def test_a_tile_looks_like_the_rendition(name: str, tmp_path: Path, cache: Cache) -> None:
    source = written(tmp_path, name, drawn.SOUND[name].data())
    rendition = make_rendition(RenditionOrder(source, source.parent, (1920, 1080), cache.folder)).rendition
    ready = cut(source, cache)
    assert rendition.screen
    with Image.open(rendition.screen) as screen:
        mean, worst = far(joined(cache, source, ready, 0), screen)
    assert mean < 2
    assert worst < 6


@pytest.mark.usefixtures("decoder")
def test_what_is_missing_is_made_and_nothing_else(tmp_path: Path, cache: Cache) -> None:
    source = written(tmp_path, "a.png", saved(meadow(), "PNG"))
    first = Heard(cache, patience=5)
    with pytest.raises(ToldToStop):
        cut(source, cache, first)
    (folder,) = cache.folder.glob("*.tiles")
    kept = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert 5 <= len(kept) < sum(len(Pyramid(*LARGE).tiles(level)) for level in range(3))
    again = Heard(cache)
    ready = cut(source, cache, again)
    assert {name: (folder / name).stat().st_mtime_ns for name in kept} == kept
    assert set(again.tiles[: len(kept)]) == set(first.tiles)
    expected = meadow()
    for level in range(3):
        assert far(joined(cache, source, ready, level), expected)[0] < 1.5
        expected = expected.reduce(2)
    assert cut(source, cache, last := Heard(cache)) == ready
    assert (sorted(last.tiles), last.signs_of_life) == (sorted(again.tiles), 0)


def test_a_picture_too_large_for_pillow_gets_its_small_levels_and_then_a_reason(
    tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deepzoom, "installed", lambda: False)
    monkeypatch.setattr(pyramids, "QUICK_SIDE", 600)
    monkeypatch.setattr(guard, "MAX_PIXELS", 1_000_000)
    source = written(tmp_path, "large.jpg", saved(meadow(), "JPEG"))
    heard = Heard(cache)
    with pytest.raises(Refused) as refused:
        cut(source, cache, heard)
    assert refused.value.rule == "too-large-to-look-closer"
    assert '"large.jpg"' in refused.value.message
    assert "1700 x 1301" in refused.value.message
    assert "kiosk-gallery[deepzoom]" in refused.value.remedy
    assert {tile.level for tile in heard.tiles} == {1, 2}
    # And on the stage it is shown all the same.
    assert make_rendition(RenditionOrder(source, source.parent, (1920, 1080), cache.folder)).rendition.screen


@pytest.fixture
def no_help_from_pillow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every picture counts as too large for Pillow."""
    monkeypatch.setattr(guard, "MAX_PIXELS", 0)
    monkeypatch.setattr(guard, "MAX_PIXELS_SHRINKING", 0)


@pytest.mark.usefixtures("no_help_from_pillow")
@pytest.mark.parametrize("name", ["half.jpg", "half.png", "half.tif", "spoilt.png"])
@pytest.mark.parametrize("tiles", [True, False])
def test_a_broken_picture_that_is_too_large_for_pillow_is_refused(
    name: str, tiles: bool, tmp_path: Path, cache: Cache
) -> None:
    source = written(tmp_path, name, drawn.BROKEN[name].data())
    order = RenditionOrder(source, source.parent, (192, 108), cache.folder)
    with pytest.raises(Refused) as refused:
        cut(source, cache) if tiles else make_rendition(order)
    assert refused.value.rule in ("truncated", "damaged")
    assert f'"{name}"' in refused.value.message


@pytest.mark.usefixtures("no_help_from_pillow")
@pytest.mark.parametrize("turn", [1, 6, 7])
@pytest.mark.parametrize("form", ["JPEG", "TIFF"])
def test_the_rendition_of_what_is_too_large_for_pillow_looks_like_any_other(
    form: str, turn: int, tmp_path: Path, cache: Cache
) -> None:
    source = written(tmp_path, "large", turned(meadow(), turn, form))
    made = make_rendition(RenditionOrder(source, source.parent, (300, 300), cache.folder)).rendition
    assert (made.width, made.height) == LARGE
    assert made.screen
    with Image.open(made.screen) as screen:
        mean, worst = far(screen, meadow().resize(screen.size, Image.Resampling.BOX))
    assert mean < 2
    assert worst < 6


def test_a_picture_that_changes_while_it_is_cut_leaves_nothing(tmp_path: Path, cache: Cache) -> None:
    source = written(tmp_path, "a.png", saved(meadow(), "PNG"))

    class Meddler(Heard):
        def __call__(self, progress: Progress) -> None:
            super().__call__(progress)
            if len(self.tiles) > 4:
                with source.open("ab") as file:
                    file.write(b"more")

    with pytest.raises(Refused) as refused:
        cut(source, cache, Meddler(cache))
    assert refused.value.rule == "changing"
    assert not list(cache.folder.glob("*.tiles"))


def test_a_full_disk_is_named_and_leaves_no_half_tile(
    tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = written(tmp_path, "a.png", saved(meadow(), "PNG"))
    write = Path.write_bytes

    def half(path: Path, data: bytes) -> int:
        write(path, data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(Refused) as refused:
        cut(source, cache)
    assert refused.value.rule == "disk-full"
    (folder,) = cache.folder.glob("*.tiles")
    assert not list(folder.iterdir())
