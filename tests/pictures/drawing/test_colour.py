"""Colours beside what the standards say they are, in CIEDE2000: through a profile, and through a whole rendition."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image
from skimage.color import deltaE_ciede2000, xyz2lab

from kiosk.pictures.drawing.colour import to_srgb
from kiosk.pictures.making.pyramids import make as cut_tiles
from kiosk.pictures.making.renditions import make
from kiosk.pictures.orders import RenditionOrder, TilesOrder
from kiosk.pictures.storage.cache import Cache
from kiosk.pictures.storage.files import as_shown, preview_stem, tiles_name
from tests import drawn, profiles

if TYPE_CHECKING:
    from pathlib import Path

Colours = np.ndarray[Any, Any]

SPACES = {
    "Adobe RGB": (profiles.ADOBE_RGB, 563 / 256),
    "Display P3": (profiles.DISPLAY_P3, 2.2),
    "ProPhoto RGB": (profiles.PROPHOTO, 1.8),
    "sRGB's primaries": (profiles.SRGB, 1.8),
}
STEPS = (0, 6, 16, 40, 80, 128, 180, 220, 255)
GRID = np.array(list(itertools.product(STEPS, repeat=3)), np.uint8)
TO_SRGB = np.linalg.inv(np.array(profiles.SRGB).T)


def light_of(numbers: Colours) -> Colours:
    return np.where(numbers <= 0.04045, numbers / 12.92, ((numbers + 0.055) / 1.055) ** 2.4)


def xyz_of(numbers: Colours, primaries: Any, gamma: float) -> Colours:
    """XYZ under D50 of 8-bit colours in a space of the tests' own profiles."""
    return (numbers.astype(float) / 255) ** gamma @ np.array(primaries)


def lab(xyz: Colours) -> Colours:
    return xyz2lab(xyz[None], illuminant="D50")[0]


def lab_of_srgb(numbers: Colours) -> Colours:
    return lab(light_of(numbers.astype(float) / 255) @ np.array(profiles.SRGB))


def can_be_shown(xyz: Colours) -> Colours:
    """Which of the colours are within sRGB."""
    light = xyz @ TO_SRGB.T
    return ((light >= -1e-4) & (light <= 1 + 1e-4)).all(-1)


def clipped(xyz: Colours) -> Colours:
    """What relative colorimetric rendering does with the others: each channel is clipped by itself."""
    return (xyz @ TO_SRGB.T).clip(0, 1) @ np.array(profiles.SRGB)


def patches(colours: Colours, mode: str = "RGB") -> Image.Image:
    """Flat patches of 16 x 16 pixels, 27 in a row."""
    width = 27
    rows = -(-len(colours) // width)
    padded = np.concatenate([colours, np.repeat(colours[-1:], rows * width - len(colours), 0)])
    grid = padded.reshape(rows, width, *colours.shape[1:])
    return Image.fromarray(grid.repeat(16, 0).repeat(16, 1), mode)


def read_patches(image: Image.Image, count: int) -> Colours:
    """The mean of the middle of each patch."""
    pixels = np.asarray(image.convert("RGB")).astype(float)
    rows, columns = pixels.shape[0] // 16, pixels.shape[1] // 16
    middles = pixels.reshape(rows, 16, columns, 16, 3)[:, 5:11, :, 5:11].mean((1, 3))
    return middles.reshape(-1, 3)[:count]


@pytest.mark.parametrize("name", SPACES)
def test_every_colour_of_a_space_is_within_one(name: str) -> None:
    primaries, gamma = SPACES[name]
    ready = to_srgb(Image.fromarray(GRID[None]), profiles.rgb_profile(primaries, gamma))
    have = lab_of_srgb(np.asarray(ready.convert("RGB"))[0])
    xyz = xyz_of(GRID, primaries, profiles.stored_gamma(gamma))
    inside = can_be_shown(xyz)
    assert inside.sum() >= 50
    assert deltaE_ciede2000(have, lab(xyz))[inside].max() <= 1
    assert deltaE_ciede2000(have, lab(clipped(xyz))).max() <= 1, "clipped where it is outside"


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "WEBP"])
@pytest.mark.parametrize("name", SPACES)
def test_flat_colours_are_within_one_in_a_whole_rendition(name: str, form: str, tmp_path: Path) -> None:
    primaries, gamma = SPACES[name]
    options = {"JPEG": {"quality": 100, "subsampling": 0}, "WEBP": {"lossless": True}}.get(form, {})
    source = tmp_path / "patches"
    source.write_bytes(drawn.saved(patches(GRID), form, icc_profile=profiles.rgb_profile(primaries, gamma), **options))
    made = make(RenditionOrder(source, tmp_path, (1920, 1080), tmp_path / "cache")).rendition
    assert made.screen
    with Image.open(made.screen) as image:
        have = lab_of_srgb(read_patches(image, len(GRID)))
    xyz = xyz_of(GRID, primaries, profiles.stored_gamma(gamma))
    off = deltaE_ciede2000(have, lab(clipped(xyz)))[can_be_shown(xyz)]
    assert np.percentile(off, 98) <= 1
    # What is left over is luminance and colour difference of 8 bits in the picture itself.
    assert off.max() <= (1.6 if form == "JPEG" else 1)


@pytest.mark.parametrize("gamma", [1.0, 1.8, 2.2])
def test_greys_are_within_one(gamma: float) -> None:
    greys = np.arange(256, dtype=np.uint8)
    ready = to_srgb(Image.fromarray(greys[None]), profiles.grey_profile(gamma))
    have = lab_of_srgb(np.asarray(ready.convert("RGB"))[0])
    light = (greys / 255) ** profiles.stored_gamma(gamma)
    assert deltaE_ciede2000(have, lab(light[:, None] * np.array(profiles.D50))).max() <= 1


def test_inks_with_a_profile_are_within_one() -> None:
    inks = np.array(list(itertools.product((0, 255), repeat=4)), np.uint8)
    used = [[ink for ink, on in zip(profiles.INKS, row, strict=True) if on] for row in inks]
    wanted = np.array([min(each, default=profiles.PAPER) for each in used], float)
    middle = (wanted[:, 0] + 16) / 116
    roots = np.stack([middle + wanted[:, 1] / 500, middle, middle - wanted[:, 2] / 200], -1)
    xyz = np.where(roots > 6 / 29, roots**3, (roots - 4 / 29) * 108 / 841) * np.array(profiles.D50)
    ready = to_srgb(Image.fromarray(inks[None], "CMYK"), profiles.cmyk_profile())
    have = lab_of_srgb(np.asarray(ready)[0])
    # No black point compensation: this press does not say how colours get back onto paper, which that asks for.
    assert deltaE_ciede2000(have, lab(clipped(xyz))).max() <= 1


def test_inks_without_a_profile_mix_like_paint() -> None:
    inks = np.array(list(itertools.product((0, 60, 128, 255), repeat=4)), np.uint8)
    have = np.asarray(to_srgb(Image.fromarray(inks[None], "CMYK"), None))[0]
    straight = inks.astype(float)
    wanted = (255 - straight[:, :3]) * (255 - straight[:, 3:]) / 255
    assert deltaE_ciede2000(lab_of_srgb(have), lab_of_srgb(wanted)).max() <= 1


@pytest.mark.parametrize("source", [None, "Adobe RGB"])
def test_a_screen_gets_the_colours_that_its_profile_asks_for(source: str | None) -> None:
    primaries, gamma = profiles.DISPLAY_P3, 2.0
    screen = profiles.rgb_profile(primaries, gamma)
    profile = profiles.rgb_profile(*SPACES[source]) if source else None
    ready = to_srgb(Image.fromarray(GRID[None]), profile, screen)
    shown = xyz_of(np.asarray(ready)[0], primaries, profiles.stored_gamma(gamma))
    if source:
        wanted = xyz_of(GRID, SPACES[source][0], profiles.stored_gamma(SPACES[source][1]))
    else:
        wanted = light_of(GRID / 255) @ np.array(profiles.SRGB)
    inside = abs((wanted @ np.linalg.inv(np.array(primaries))).clip(0, 1) @ np.array(primaries) - wanted).max(-1) < 1e-4
    assert inside.sum() > 100
    assert deltaE_ciede2000(lab(shown), lab(wanted))[inside].max() <= 1


@pytest.mark.parametrize("mode", ["L", "CMYK", "YCbCr", "RGBA", "LA"])
def test_every_mode_reaches_the_screen_in_its_colours(mode: str) -> None:
    screen = profiles.rgb_profile(profiles.ADOBE_RGB, 1.8)
    image = Image.new("RGB", (4, 4), (180, 90, 60)).convert(mode)
    plain = to_srgb(image, None).convert("RGB").getpixel((0, 0))
    wanted = to_srgb(Image.new("RGB", (4, 4), plain), None, screen).getpixel((0, 0))
    have = to_srgb(image, None, screen).convert("RGB").getpixel((0, 0))
    assert max(abs(one - other) for one, other in zip(have, wanted, strict=True)) <= 1
    assert wanted != plain


def test_a_spoilt_profile_of_the_screen_means_srgb() -> None:
    image = Image.new("RGB", (4, 4), (180, 90, 60))
    assert to_srgb(image, None, drawn.noise(3, 400)).getpixel((0, 0)) == (180, 90, 60)
    adobe = profiles.rgb_profile(profiles.ADOBE_RGB, 2.2)
    assert to_srgb(image, adobe, drawn.noise(3, 400)) == to_srgb(image, adobe)


def test_another_profile_of_the_screen_is_another_rendition(tmp_path: Path) -> None:
    source = tmp_path / "a.jpg"
    source.write_bytes(drawn.jpeg())
    screens = [b"", profiles.rgb_profile(profiles.ADOBE_RGB, 1.8), profiles.rgb_profile(profiles.DISPLAY_P3, 2.2)]
    made = [
        make(RenditionOrder(source, tmp_path, (100, 100), tmp_path / "cache", profile=each)).rendition
        for each in screens
    ]
    assert len({each.preview for each in made}) == len({each.screen for each in made}) == 3
    pixels = {Image.open(each.preview).convert("RGB").getpixel((20, 20)) for each in made}
    assert len(pixels) == 3
    assert preview_stem(as_shown(made[0].identity.content, screens[1])) in made[1].preview.name


@pytest.mark.parametrize("gamma", [1.0, 2.2])
def test_deep_greys_are_as_fine_as_eight_bits_can_be(gamma: float) -> None:
    """In light, 8 bits have no more than 12 levels below the darkest tenth of sRGB; 16 bits have them all."""
    levels = np.arange(0, 65536, 16, dtype=np.uint16)
    ready = to_srgb(Image.fromarray(levels[None]), profiles.grey_profile(gamma))
    have = np.asarray(ready.convert("L"))[0].astype(int)
    assert set(have) == set(range(have.min(), 256))
    assert np.diff(have).max() == 1
    light = (levels / 65535) ** profiles.stored_gamma(gamma)
    off = deltaE_ciede2000(lab_of_srgb(np.stack([have] * 3, -1)), lab(light[:, None] * np.array(profiles.D50)))
    assert off.max() <= 0.5


def test_tiles_are_in_the_colours_of_the_screen_as_well(tmp_path: Path) -> None:
    source = tmp_path / "a.jpg"
    source.write_bytes(drawn.jpeg())
    screen = profiles.rgb_profile(profiles.ADOBE_RGB, 1.8)
    rendition = make(RenditionOrder(source, tmp_path, (240, 160), tmp_path / "cache", profile=screen)).rendition
    plain, shown = Cache(tmp_path / "cache", 10**9), Cache(tmp_path / "cache", 10**9, screen)
    found = []
    for cache in (plain, shown):
        told = cut_tiles(TilesOrder(source, tmp_path, cache.folder, profile=cache.profile), lambda _: None)
        assert (told.width, told.height) == drawn.quarters().size
        (tile,) = (cache.folder / tiles_name(as_shown(rendition.identity.content, cache.profile))).glob("0-*")
        with Image.open(tile) as image:
            found.append(image.convert("RGB").getpixel((40, 40)))
    assert rendition.screen
    with Image.open(rendition.screen) as image:
        wanted = image.convert("RGB").getpixel((40, 40))
    assert max(abs(one - other) for one, other in zip(found[1], wanted, strict=True)) <= 3
    assert max(abs(one - other) for one, other in zip(found[0], wanted, strict=True)) > 5
