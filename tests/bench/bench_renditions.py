"""How fast pictures are made ready, as ratios to Pillow's own ways in the same run.

python -m tests.bench.bench_renditions [--megapixels 24] [--rounds 7]
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from kiosk.pictures.making.renditions import make
from kiosk.pictures.orders import RenditionOrder
from kiosk.pictures.storage.cache import Cache

if TYPE_CHECKING:
    from collections.abc import Callable

BOX = (1920, 1080)
YARDSTICK = "Pillow: draft, then bilinear"


def draw_photograph(megapixels: float) -> Image.Image:
    """Something with the detail and the grain of a photograph, 3 : 2."""
    chance = np.random.default_rng(1)
    height = round((megapixels * 1e6 / 1.5) ** 0.5)
    width = round(height * 1.5)
    light = np.full((height, width, 3), 120, np.float32)
    for cells, contrast in ((8, 90), (32, 60), (128, 45), (512, 40), (2048, 28)):
        coarse = (chance.random((cells * 2 // 3 + 2, cells + 2, 3), np.float32) - 0.5) * contrast
        for channel in range(3):
            octave = Image.fromarray(coarse[..., channel]).resize((width, height), Image.Resampling.BICUBIC)
            light[..., channel] += np.asarray(octave)
    light += chance.standard_normal((height, width, 1), np.float32) * 3
    return Image.fromarray(light.clip(0, 255).astype(np.uint8))


def fitted(size: tuple[int, int]) -> tuple[int, int]:
    """`size` in `BOX`."""
    scale = min(BOX[0] / size[0], BOX[1] / size[1])
    return round(size[0] * scale), round(size[1] * scale)


def draft_and_bilinear(path: Path) -> None:
    with Image.open(path) as image:
        size = fitted(image.size)
        image.draft(None, size)
        image.resize(size, Image.Resampling.BILINEAR)


def thumbnail(path: Path, **options: object) -> None:
    with Image.open(path) as image:
        image.thumbnail(BOX, **options)  # type: ignore[arg-type]


def full_decode(path: Path) -> None:
    with Image.open(path) as image:
        image.load()


def make_anew(order: RenditionOrder) -> None:
    made = make(order).rendition
    for path in (made.screen, made.preview):
        if path:
            path.unlink()


def ways(path: Path, cache: Path) -> dict[str, Callable[[], object]]:
    """What is compared, by name."""
    known = Cache(cache, 10**9)
    make(RenditionOrder(path, path.parent, BOX, cache))
    return {
        YARDSTICK: partial(draft_and_bilinear, path),
        "Pillow: thumbnail()": partial(thumbnail, path),
        "Pillow: thumbnail(LANCZOS, reducing_gap=3)": partial(
            thumbnail, path, resample=Image.Resampling.LANCZOS, reducing_gap=3.0
        ),
        "Pillow: decode at full size": partial(full_decode, path),
        "kiosk: screen and preview, written": partial(make_anew, RenditionOrder(path, path.parent, BOX, cache / "a")),
        "kiosk: preview alone, written": partial(make_anew, RenditionOrder(path, path.parent, None, cache / "b")),
        "kiosk: found in the cache": partial(known.find, path, BOX),
    }


def measure(compared: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median of each in milliseconds; taken in turn, so that foreign load falls on all alike."""
    taken: dict[str, list[float]] = {name: [] for name in compared}
    for _ in range(rounds):
        for name, run in compared.items():
            start = time.perf_counter()
            run()
            taken[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(times) for name, times in taken.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megapixels", type=float, default=24)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        photograph = draw_photograph(options.megapixels)
        for kind, saving in (("baseline", {}), ("progressive", {"progressive": True})):
            path = folder / f"{kind}.jpg"
            photograph.save(path, quality=90, **saving)
            medians = measure(ways(path, folder / "cache"), options.rounds)
            print(f"{options.megapixels:g} megapixels, {kind} JPEG, {path.stat().st_size / 1e6:.1f} MB")
            for way, milliseconds in medians.items():
                print(f"  {way:45} {milliseconds:8.2f} ms   {milliseconds / medians[YARDSTICK]:6.3f} x")


if __name__ == "__main__":
    main()
