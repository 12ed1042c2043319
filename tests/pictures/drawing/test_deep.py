"""More than 8 bits, and what is transparent: no bands but those of 8 bits, no fringe on any wall."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import tifffile
from PIL import Image

from kiosk.exhibition.model import Brand
from kiosk.exhibition.palette import Wall, palette
from kiosk.pictures.making.renditions import make
from kiosk.pictures.orders import RenditionOrder
from tests import drawn

if TYPE_CHECKING:
    from pathlib import Path

Pixels = np.ndarray[Any, Any]
RAMP = np.linspace(0, 65535, 2048).astype(np.uint16)


def grey() -> Pixels:
    return np.broadcast_to(RAMP, (240, len(RAMP))).copy()


def colour() -> Pixels:
    return np.stack([grey(), grey()[:, ::-1], grey() // 2], -1)


def clear() -> Pixels:
    return np.concatenate([colour(), np.full((240, len(RAMP), 1), 32896, np.uint16)], -1)


def tiff(pixels: Pixels, **options: Any) -> bytes:
    target = io.BytesIO()
    tifffile.imwrite(target, pixels, **options)
    return target.getvalue()


DEEP = {
    "grey.png": lambda: drawn.png(grey(), 0),
    "colour.png": lambda: drawn.png(colour(), 2),
    "clear.png": lambda: drawn.png(clear(), 6),
    "grey.tif": lambda: tiff(grey()),
    "grey-big.tif": lambda: tiff(grey(), byteorder=">"),
    "colour.tif": lambda: tiff(colour(), photometric="rgb"),
    "colour-big.tif": lambda: tiff(colour(), photometric="rgb", byteorder=">"),
    "clear.tif": lambda: tiff(clear(), photometric="rgb", extrasamples=["unassalpha"]),
    "float.tif": lambda: tiff((grey() / 65535).astype(np.float32)),
}


def rendered(folder: Path, data: bytes, box: tuple[int, int]) -> Image.Image:
    source = folder / "picture"
    source.write_bytes(data)
    made = make(RenditionOrder(source, folder, box, folder / "cache")).rendition
    assert made.screen
    image = Image.open(made.screen)
    image.load()
    return image


@pytest.mark.parametrize("width", [1024, 2048])
@pytest.mark.parametrize("name", DEEP)
def test_a_ramp_of_sixteen_bits_is_as_smooth_as_eight_can_be(name: str, width: int, tmp_path: Path) -> None:
    image = rendered(tmp_path, DEEP[name](), (width, 240))
    kind = name.partition(".")[0].partition("-")[0]
    assert (image.mode == "RGBA") == (kind == "clear")
    row = np.asarray(image.convert("RGBA"))[60].astype(float)
    assert set(row[:, 3]) == {128 if kind == "clear" else 255}
    # As seen: what is half transparent is seen by half.
    red = row[:, 0] * row[:, 3] / 255
    wanted = np.linspace(0, 255, width) * row[:, 3] / 255
    # A colour JPEG rounds luminance and colour difference, and so a single channel twice.
    most = 3 if kind == "colour" else 1.01
    assert abs(np.diff(red)).max() <= most
    assert abs(red - wanted).max() <= (3 if kind == "colour" else 2)
    if kind in ("grey", "float"):
        assert len(set(red)) >= 254


@pytest.mark.parametrize("wall", Wall)
def test_what_is_transparent_shows_the_wall_and_no_fringe(wall: Wall, tmp_path: Path) -> None:
    """A disc on clear ground, shrunk, on the wall: between disc and wall are only colours between the two."""
    pixels = np.zeros((900, 900, 4), np.uint8)
    pixels[..., :3] = (255, 0, 255)
    rows, columns = np.mgrid[:900, :900]
    disc = (200, 160, 40)
    pixels[(rows - 450) ** 2 + (columns - 450) ** 2 < 350**2] = (*disc, 255)
    image = rendered(tmp_path, drawn.saved(Image.fromarray(pixels), "PNG"), (600, 600))
    ground = Image.new("RGBA", image.size, palette(wall, Brand()).wall)
    shown = np.asarray(Image.alpha_composite(ground, image).convert("RGB")).astype(int)
    wall_colour = shown[0, 0]
    assert tuple(wall_colour) == ground.getpixel((0, 0))[:3]
    low, high = np.minimum(wall_colour, disc), np.maximum(wall_colour, disc)
    # Crisp, that is a twentieth of the step at most; a fringe of the clear pixels' magenta would be far more.
    overshoot = (high - low) / 20 + 3
    assert (shown >= low - overshoot).all()
    assert (shown <= high + overshoot).all()
