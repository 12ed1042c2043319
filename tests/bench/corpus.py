"""What is shown while measuring: exhibitions of pictures that cost as much to decode as photographs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from tests.exhibitions import build_exhibition, draw_picture

if TYPE_CHECKING:
    from pathlib import Path

PICTURES = 8
TILE = 768
FINE, COARSE = 7.0, 9.0
"""Standard deviations of the grain, and of grain five times as large that a rendition still has."""


@dataclass(frozen=True)
class Corpus:
    """An exhibition of `works` works: its manifest. `pictures` picture files, one after the other, each many times."""

    works: int
    manifest: Path
    pictures: int = PICTURES


def build(folder: Path, works: int, size: tuple[int, int]) -> Corpus:
    """The exhibition in `folder`, its pictures `size` pixels large before their shapes differ."""
    manifest = build_exhibition(folder, works=works, pictures=PICTURES, size=(60, 40), languages=("en", "de"))
    for number, file in enumerate(sorted((folder / "drawn").glob("*.jpg"))):
        _grainy(draw_picture(number, size), number).save(file, "JPEG", quality=90)
    return Corpus(works, manifest)


def screen_sized(corpus: Corpus, size: tuple[int, int], target: Path, number: int = 0) -> Path:
    """A picture, large enough to cover a screen of this size, as the program's own renditions are."""
    with Image.open(corpus.manifest.parent / "drawn" / f"{number:03}.jpg") as picture:
        scale = max(size[0] / picture.width, size[1] / picture.height)
        picture.draft("RGB", (round(picture.width * scale), round(picture.height * scale)))
        picture.resize((round(picture.width * scale), round(picture.height * scale))).save(
            target, "JPEG", quality=92, subsampling=0
        )
    return target


def _grainy(picture: Image.Image, seed: int) -> Image.Image:
    """The picture with grain, repeated in tiles."""
    chance = np.random.default_rng(seed)
    coarse = chance.normal(0, COARSE, (TILE // 5 + 1, TILE // 5 + 1)).repeat(5, 0).repeat(5, 1)[:TILE, :TILE]
    tile = (chance.normal(0, FINE, (TILE, TILE)) + coarse).astype(np.int16)[..., None]
    pixels = np.asarray(picture).copy()
    for top in range(0, pixels.shape[0], TILE):
        for left in range(0, pixels.shape[1], TILE):
            part = pixels[top : top + TILE, left : left + TILE]
            part[:] = np.clip(part + tile[: part.shape[0], : part.shape[1]], 0, 255)
    return Image.fromarray(pixels)
