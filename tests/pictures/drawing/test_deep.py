"""More than 8 bits, and what is transparent: no bands but those of 8 bits, no fringe on any wall."""

from __future__ import annotations

import io
import itertools
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import tifffile
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms
from skimage.color import deltaE_ciede2000

from kiosk.exhibition.model import Brand
from kiosk.exhibition.palette import Wall, palette
from kiosk.pictures.drawing import deep
from kiosk.pictures.drawing.shaper import inverse, product, shaper
from kiosk.pictures.making import pyramids
from kiosk.pictures.making.cutter import Cutter
from kiosk.pictures.making.renditions import make
from kiosk.pictures.orders import RenditionOrder, TilesOrder
from kiosk.pictures.reading import deepzoom
from tests import drawn, profiles
from tests.pictures.drawing.test_colour import SPACES, can_be_shown, clipped, lab, lab_of_srgb, light_of, read_patches

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


STEPS = (0, 800, 3000, 8000, 16000, 30000, 45000, 58000, 65535)
COLOURS = np.array(list(itertools.product(STEPS, repeat=3)), np.uint16)
DARK = np.random.default_rng(4).integers(0, 6000, (729, 3)).astype(np.uint16)
FORMS = {
    "png": lambda pixels, profile: drawn.png(pixels, 2, (b"iCCP", b"x\0\0" + zlib.compress(profile))),
    "tif": lambda pixels, profile: tiff(pixels, photometric="rgb", iccprofile=profile),
    "tif, big-endian": lambda pixels, profile: tiff(pixels, photometric="rgb", byteorder=">", iccprofile=profile),
    "tif, packed": lambda pixels, profile: tiff(
        pixels, photometric="rgb", compression="zlib", predictor=True, iccprofile=profile
    ),
}


def expected(colours: Pixels, space: str) -> tuple[Pixels, Pixels]:
    """The CIE Lab of colours of 16 bits in a space, clipped to sRGB, and which of them are within sRGB."""
    primaries, gamma = SPACES[space]
    xyz = (colours / 65535.0) ** profiles.stored_gamma(gamma) @ np.array(primaries)
    return lab(clipped(xyz)), can_be_shown(xyz)


def deep_patches(colours: Pixels) -> Pixels:
    return colours.reshape(27, 27, 3).repeat(16, 0).repeat(16, 1)


def off(image: Image.Image, colours: Pixels, space: str) -> Pixels:
    wanted, inside = expected(colours, space)
    return deltaE_ciede2000(lab_of_srgb(read_patches(image, len(colours))), wanted)[inside]


@pytest.mark.parametrize("colours", [COLOURS, DARK], ids=["all", "dark"])
@pytest.mark.parametrize("space", SPACES)
@pytest.mark.parametrize("form", FORMS)
def test_colours_of_sixteen_bits_are_within_one(form: str, space: str, colours: Pixels, tmp_path: Path) -> None:
    data = FORMS[form](deep_patches(colours), profiles.rgb_profile(*SPACES[space]))
    image = rendered(tmp_path, data, (1920, 1080))
    assert off(image, colours, space).max() <= 1


@pytest.mark.parametrize("streamed", [True, False])
def test_tiles_of_sixteen_bits_are_within_one_until_they_are_stored(
    streamed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not streamed:
        monkeypatch.setattr(deepzoom, "installed", lambda: False)
    bands: list[Image.Image] = []
    monkeypatch.setattr(Cutter, "_save", lambda _, __, band: bands.append(band))
    source = tmp_path / "deep.tif"
    for space in SPACES:
        source.write_bytes(FORMS["tif"](deep_patches(DARK), profiles.rgb_profile(*SPACES[space])))
        pyramids.make(TilesOrder(source, tmp_path, tmp_path / "cache"), lambda _: None)
        assert off(bands.pop(), DARK, space).max() <= 1


def test_deep_colours_are_shrunk_in_light_without_bands(tmp_path: Path) -> None:
    """From a grid of single lines their light is left; from a ramp shrunk to a quarter no step but those of 8 bits."""
    grid = np.zeros((800, 800, 3), np.uint16)
    grid[:, ::2] = 65535
    made = np.asarray(rendered(tmp_path, drawn.png(grid, 2), (100, 100)).convert("RGB")).astype(float)
    assert made[20:80, 20:80].mean() == pytest.approx(188, abs=1)
    row = np.asarray(rendered(tmp_path, drawn.png(colour(), 2), (512, 60)).convert("RGB"))[30].astype(float)
    assert abs(row[:, 0] - np.linspace(0, 255, 512)).max() <= 1.5
    assert abs(np.diff(row[:, 0])).max() <= 1


def test_deep_colours_go_to_the_profile_of_the_screen(tmp_path: Path) -> None:
    screen = profiles.rgb_profile(*SPACES["Display P3"])
    source = tmp_path / "picture"
    source.write_bytes(FORMS["tif"](deep_patches(COLOURS), profiles.rgb_profile(*SPACES["Display P3"])))
    made = make(RenditionOrder(source, tmp_path, (1920, 1080), tmp_path / "cache", profile=screen)).rendition
    assert made.screen
    with Image.open(made.screen) as image:
        assert abs(read_patches(image, len(COLOURS)) - COLOURS / 257.0).max() <= 1.5


def test_what_is_too_large_for_two_halves_keeps_its_high_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deep, "MAX_PIXELS", 10)
    space = "ProPhoto RGB"
    data = FORMS["png"](deep_patches(DARK), profiles.rgb_profile(*SPACES[space]))
    assert 1 < off(rendered(tmp_path, data, (1920, 1080)), DARK, space).max() <= 3


@pytest.mark.parametrize(
    "profile",
    [b"", bytes(200), profiles.cmyk_profile(), profiles.rgb_profile(profiles.SRGB, 2.2)[:300]],
    ids=["none", "zeros", "of inks", "cut off"],
)
def test_a_profile_that_is_no_mixture_of_three_colours_is_left_to_littlecms(profile: bytes) -> None:
    assert shaper(profile) is None


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_a_spoilt_profile_is_understood_or_left(data: st.DataObject) -> None:
    whole = bytearray(profiles.rgb_profile(profiles.ADOBE_RGB, 2.2))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    found = shaper(bytes(whole))
    assert found is None or all(-0.01 <= curve(0.5) <= 1.01 for curve in found.curves)


def test_curves_are_those_of_the_standard() -> None:
    """sRGB's own as LittleCMS writes it, type 3 of the parametric ones, beside IEC 61966-2-1; and a table."""
    found = shaper(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    assert found
    for number in np.linspace(0, 1, 50):
        assert found.curves[1](float(number)) == pytest.approx(float(light_of(number)), abs=2e-5)
    assert pytest.approx(np.array(profiles.SRGB), abs=2e-4) == np.array(found.matrix).T
    back = np.array(product(inverse(found.matrix), found.matrix))
    assert back == pytest.approx(np.eye(3), abs=1e-9)
