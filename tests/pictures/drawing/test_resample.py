"""Renditions beside an ideal resample: as like as structural similarity can tell, bright enough, without halos."""

from __future__ import annotations

import io
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image, ImageDraw
from skimage.metrics import structural_similarity

from kiosk.pictures.drawing.resample import loses_light, sharpened, shrunk
from kiosk.pictures.drawing.whole import draw, fit
from kiosk.pictures.making.renditions import make
from kiosk.pictures.orders import RenditionOrder
from kiosk.pictures.reading import guard
from tests import drawn

if TYPE_CHECKING:
    from pathlib import Path

Pixels = np.ndarray[Any, Any]

PAPER, INK = (250, 246, 238), (30, 25, 20)
RATIOS = (1.3, 1.85, 2.0, 2.7, 3.7, 5.0, 8.0)
SIZE = (1500, 1000)


def engraving(size: tuple[int, int] = SIZE) -> Image.Image:
    """Fine dark lines on paper, fine bright ones on a dark ground, coloured ones, hatching."""
    chance = np.random.default_rng(2)
    width, height = size
    image = Image.new("RGB", size, PAPER)
    pen = ImageDraw.Draw(image)
    for _ in range(30):
        x, y, radius, line = (int(chance.integers(*ends)) for ends in ((0, width), (0, height), (30, 400), (2, 7)))
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), outline=INK, width=line)
    for _ in range(60):
        ends = [tuple(map(int, chance.integers(0, size))) for _ in range(2)]
        colour = INK if chance.random() < 0.6 else tuple(map(int, chance.integers(0, 256, 3)))
        pen.line(ends, fill=colour, width=int(chance.integers(2, 7)))
    for x in range(0, width // 2, 9):
        pen.line((x, height // 2, x + 300, height), fill=INK, width=3)
    pen.rectangle((width // 2, 0, width, height // 4), fill=(12, 14, 20))
    for x in range(width // 2, width, 14):
        pen.line((x, 0, x - 200, height // 4), fill=(240, 240, 230), width=3)
    return image


def photograph(size: tuple[int, int] = SIZE) -> Image.Image:
    """Light at every scale, colours at the coarser ones, a lens that is not sharp to the pixel, and grain."""
    chance = np.random.default_rng(1)
    pixels = np.full((size[1], size[0], 3), 120, np.float32)
    for cells, contrast in ((6, 90), (24, 60), (90, 45), (250, 40), (700, 30)):
        coarse = (chance.random((cells * 2 // 3 + 2, cells + 2, 3), np.float32) - 0.5) * contrast
        grey = coarse.mean(-1, keepdims=True) * 1.7
        coarse = coarse if cells < 100 else np.broadcast_to(grey, coarse.shape)
        octave = [
            np.asarray(Image.fromarray(coarse[..., band]).resize(size, Image.Resampling.BICUBIC)) for band in range(3)
        ]
        pixels += np.stack(octave, -1)
    pixels += chance.standard_normal((size[1], size[0], 1), np.float32) * 1.5
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def branches() -> Image.Image:
    """A photograph with dark branches before the sky."""
    chance = np.random.default_rng(7)
    image = photograph()
    pen = ImageDraw.Draw(image)
    for _ in range(200):
        x, y = (int(chance.integers(0, end)) for end in (image.width, image.height // 2))
        along, down = (int(step) for step in chance.integers(-150, 150, 2))
        pen.line((x, y, x + along, y + down), fill=(20, 18, 15), width=int(chance.integers(1, 8)))
    return image


PICTURES = {"photograph": photograph, "branches": branches, "engraving": engraving}
FORMS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 92},
    "PNG": {"compress_level": 1},
    "progressive": {"quality": 92, "progressive": True},
}


@cache
def stored(name: str, form: str) -> bytes:
    return drawn.saved(PICTURES[name](), "JPEG" if form == "progressive" else form, **FORMS[form])


def light_of(pixels: Pixels) -> Pixels:
    numbers = pixels.astype(np.float64) / 255
    return np.where(numbers <= 0.04045, numbers / 12.92, ((numbers + 0.055) / 1.055) ** 2.4)


def ideal(data: bytes, size: tuple[int, int]) -> Pixels:
    """The picture at full size, its light mixed by a Lanczos window in floating point."""
    with Image.open(io.BytesIO(data)) as image:
        light = light_of(np.asarray(image)).astype(np.float32)
    bands = [Image.fromarray(light[..., band]).resize(size, Image.Resampling.LANCZOS) for band in range(3)]
    mixed = np.stack([np.asarray(band) for band in bands], -1).clip(0, 1)
    return np.where(mixed <= 0.0031308, 12.92 * mixed, 1.055 * mixed ** (1 / 2.4) - 0.055) * 255


def rendered(folder: Path, data: bytes, ratio: float) -> Pixels:
    """A picture made ready for a box that it is so much larger than."""
    with Image.open(io.BytesIO(data)) as image:
        box = round(image.width / ratio), round(image.height / ratio)
    source = folder / "picture"
    source.write_bytes(data)
    made = make(RenditionOrder(source, folder, box, folder / "cache")).rendition
    assert made.screen
    with Image.open(made.screen) as image:
        assert max(abs(have - want) for have, want in zip(image.size, box, strict=True)) <= 1
        return values(image)


def values(image: Image.Image) -> Pixels:
    return np.asarray(image.convert("RGB")).astype(np.float64)


def alike(one: Pixels, other: Pixels) -> float:
    return float(structural_similarity(one, other, channel_axis=2, data_range=255))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", PICTURES)
def test_what_is_drawn_is_like_an_ideal_resample(name: str, form: str) -> None:
    data = stored(name, form)
    sizes = tuple(fit(SIZE, (round(SIZE[0] / ratio), SIZE[1])) for ratio in (RATIOS if form == "JPEG" else RATIOS[::3]))
    for size in sizes:
        ((_, drawn_),) = draw(partial(guard.open_image, io.BytesIO(data), name), SIZE, (size,))
        assert alike(values(drawn_), ideal(data, size)) >= 0.99, size


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
@pytest.mark.parametrize("ratio", [1.3, 1.85, 3.7, 5.0, 8.0])
@pytest.mark.parametrize("name", PICTURES)
def test_a_rendition_is_like_an_ideal_resample(name: str, ratio: float, form: str, tmp_path: Path) -> None:
    data = stored(name, form)
    made = rendered(tmp_path, data, ratio)
    assert alike(made, ideal(data, (made.shape[1], made.shape[0]))) >= 0.99


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
@pytest.mark.parametrize("ratio", [2.0, 3.7, 8.0])
def test_fine_lines_keep_their_light(ratio: float, form: str, tmp_path: Path) -> None:
    data = stored("engraving", form)
    with Image.open(io.BytesIO(data)) as image:
        whole = light_of(np.asarray(image)).mean((0, 1))
    assert light_of(rendered(tmp_path, data, ratio)).mean((0, 1)) == pytest.approx(whole, rel=0.03)


def test_a_grid_of_single_lines_is_half_the_light_and_not_half_the_number(tmp_path: Path) -> None:
    pixels = np.zeros((800, 800, 3), np.uint8)
    pixels[:, ::2] = 255
    data = drawn.saved(Image.fromarray(pixels), "PNG")
    made = rendered(tmp_path, data, 8)
    assert made[20:80, 20:80].mean() == pytest.approx(188, abs=2)


@pytest.mark.parametrize("ratio", [1.3, 2.6, 4.0, 8.0])
@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_an_edge_has_no_halo(ratio: float, form: str, tmp_path: Path) -> None:
    pixels = np.full((800, 1600, 3), 60, np.uint8)
    pixels[:, 805:] = 190
    data = drawn.saved(Image.fromarray(pixels), form, **({"quality": 100, "subsampling": 0} if form == "JPEG" else {}))
    row = rendered(tmp_path, data, ratio)[20].mean(-1)
    assert row.min() >= 60 - 0.1 * 130
    assert row.max() <= 190 + 0.1 * 130
    off = np.flatnonzero((abs(row - 60) > 2.5) & (abs(row - 190) > 2.5))
    assert np.ptp(off) <= 5, "the edge and what rings around it"


def test_sharpening_is_light_and_leaves_what_is_flat() -> None:
    pixels = np.full((20, 20, 3), 100, np.uint8)
    pixels[:, 10:] = 200
    made = np.asarray(sharpened(Image.fromarray(pixels)).convert("L")).astype(int)
    assert (made[10, :9] == 100).all()
    assert (made[10, 11:] == 200).all()
    assert 97 <= made[10, 9] < 100
    assert 200 < made[10, 10] <= 203


def test_a_picture_that_is_not_shrunk_is_not_sharpened(tmp_path: Path) -> None:
    pixels = np.full((600, 600, 3), 100, np.uint8)
    pixels[:, 300:] = 200
    made = rendered(tmp_path, drawn.saved(Image.fromarray(pixels), "PNG"), 1)
    assert abs(made - pixels).max() <= 1


@pytest.mark.parametrize("mode", ["RGB", "L", "YCbCr"])
def test_only_what_would_lose_light_is_mixed_by_light(mode: str) -> None:
    assert loses_light(engraving().convert(mode))
    assert loses_light(branches().convert(mode))
    assert not loses_light(photograph().convert(mode))
    assert not loses_light(Image.new(mode, (3, 1)))


@pytest.mark.parametrize("size", [(311, 843), (93, 253), (200, 530)])
def test_light_is_mixed_in_strips_that_do_not_show(size: tuple[int, int]) -> None:
    image = engraving((700, 1900))
    whole = np.asarray(shrunk(image, size, light=True)).astype(float)
    wanted = ideal(drawn.saved(image, "PNG"), size)
    by_row = abs(whole - wanted).mean((1, 2))
    assert by_row[120:136].mean() <= by_row.mean() * 1.5


def test_light_parts_with_no_edge_around_what_is_transparent(tmp_path: Path) -> None:
    """The colour that clear pixels happen to have, here green, is not mixed into those beside them."""
    pixels = np.zeros((800, 800, 4), np.uint8)
    pixels[..., 1] = 255
    yy, xx = np.mgrid[:800, :800]
    pixels[(yy - 400) ** 2 + (xx - 400) ** 2 < 300**2] = (200, 30, 30, 255)
    source = tmp_path / "clear.png"
    source.write_bytes(drawn.saved(Image.fromarray(pixels), "PNG"))
    made = make(RenditionOrder(source, tmp_path, (270, 270), tmp_path / "cache")).rendition
    assert made.screen
    for path in (made.screen, made.preview):
        with Image.open(path) as image:
            small = np.asarray(image.convert("RGBA")).astype(int)
        half_clear = small[(small[..., 3] > 40) & (small[..., 3] < 255)]
        assert len(half_clear) > 100
        assert abs(half_clear[:, :3] - (200, 30, 30)).max() <= 12
