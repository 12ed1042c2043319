"""What a tile pyramid costs, beside libvips' own dzsave and plain Pillow in the same run.

python -m tests.bench.bench_pyramids [--rounds 3] [--pictures FOLDER] [--only "100 MP JPEG"]

Each is a process of its own at the same low priority as our workers. `first` is the time until the first tile is told
of, `sharp` until all tiles are there of the first level that is sharper than the rendition for 1920 x 1080. The
pictures are drawn (1.5 GB) and thrown away, unless a folder to keep them is named.
"""

from __future__ import annotations

import argparse
import json
import os
import queue
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pyvips
from PIL import Image

from kiosk.pictures.orders import Failed, PyramidReady, TilesMade
from kiosk.pictures.pyramid import TILE_SIDE, Pyramid
from kiosk.pictures.storage.cache import Cache
from kiosk.pictures.workers.workshop import Workshop
from tests.bench.large_pictures import LARGE, draw_large

if TYPE_CHECKING:
    from collections.abc import Callable

Figures = dict[str, float]

SCREEN = (1920, 1080)
QUALITY = 85
NICENESS = 10
YARDSTICK = "pyvips dzsave"


def ours(picture: Path, folder: Path) -> Figures:
    """A workshop as in the program, its cache in `folder`."""
    news: queue.Queue[TilesMade | PyramidReady | Failed] = queue.Queue()
    workshop = Workshop(Cache(folder, 10**12))
    start = time.perf_counter()
    workshop.order_tiles(picture, picture.parent, 10, news.put, news.put)
    told: dict[int, list[float]] = {}
    while isinstance(item := news.get(), TilesMade):
        for tile in item.tiles:
            told.setdefault(tile.level, []).append(time.perf_counter() - start)
    wall = time.perf_counter() - start
    workshop.close()
    if isinstance(item, Failed):
        sys.exit(item.message)
    pyramid = Pyramid(item.width, item.height)
    level = pyramid.level_for(min(SCREEN[0] / item.width, SCREEN[1] / item.height) * 1.01)
    return {"wall": wall, "first": min(min(times) for times in told.values()), "sharp": max(told[level])}


def with_dzsave(picture: Path, folder: Path) -> Figures:
    image = pyvips.Image.new_from_file(str(picture), access="sequential")
    image.dzsave(str(folder / "p"), tile_size=TILE_SIDE, overlap=0, suffix=f".jpg[Q={QUALITY}]", depth="onetile")
    return {}


def with_pillow(picture: Path, folder: Path) -> Figures:
    Image.MAX_IMAGE_PIXELS = None
    with Image.open(picture) as opened:
        level: Image.Image = opened.copy()
    pyramid = Pyramid(*level.size)
    for number in range(pyramid.levels):
        for tile in pyramid.tiles(number):
            left, top = tile.column * TILE_SIDE, tile.row * TILE_SIDE
            width, height = pyramid.tile_size(tile)
            part = level.crop((left, top, left + width, top + height))
            part.save(folder / f"{number}-{tile.column}-{tile.row}.jpg", quality=QUALITY)
        level = level.reduce(2)
    return {}


WAYS: dict[str, Callable[[Path, Path], Figures]] = {
    YARDSTICK: with_dzsave,
    "kiosk": ours,
    "Pillow, decoded whole": with_pillow,
}


def go(way: str, picture: Path) -> Figures:
    """The figures of one way: wall and CPU time in seconds, peak memory and tiles in MB."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    with tempfile.TemporaryDirectory() as name:
        start = time.perf_counter()
        figures = WAYS[way](picture, Path(name))
        figures.setdefault("wall", time.perf_counter() - start)
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        # Our worker is a child; the others decode in this process itself.
        figures["cpu"] = sum(each.ru_utime + each.ru_stime for each in (used[1:] if way == "kiosk" else used))
        figures["memory"] = used[way == "kiosk"].ru_maxrss / 1024
        files = [path for path in Path(name).rglob("*") if path.suffix == ".jpg"]
        figures["files"] = len(files)
        figures["disk"] = sum(path.stat().st_size for path in files) / 1e6
    return figures


def compare(name: str, picture: Path, rounds: int) -> None:
    taken: dict[str, list[Figures]] = {way: [] for way in WAYS}
    for _ in range(rounds):
        for way, figures in taken.items():
            command = [sys.executable, "-m", "tests.bench.bench_pyramids", "--way", way, "--picture", str(picture)]
            figures.append(json.loads(subprocess.run(command, check=True, capture_output=True).stdout))
    print(f"{name}, {picture.stat().st_size / 1e6:.0f} MB; medians of {rounds}, in brackets as ratios to {YARDSTICK}")
    medians = {
        way: {key: statistics.median(run[key] for run in runs) for key in runs[0]} for way, runs in taken.items()
    }
    beside = medians[YARDSTICK]
    for way, own in medians.items():
        ratios = {key: own[key] / beside[key] for key in ("wall", "cpu", "memory", "disk")}
        line = (
            f"  {way:22} {own['wall']:6.1f} s ({ratios['wall']:4.2f})  CPU {own['cpu']:5.1f} s ({ratios['cpu']:4.2f})"
            f"  {own['memory']:5.0f} MB ({ratios['memory']:4.2f})"
            f"  {own['files']:5.0f} files, {own['disk']:4.0f} MB ({ratios['disk']:4.2f})"
        )
        if "first" in own:
            line += f"  first {own['first']:.2f} s, sharp {own['sharp']:.2f} s"
        print(line, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    parser.add_argument("--picture", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.way:
        print(json.dumps(go(options.way, options.picture)))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = options.pictures or Path(name)
        for size, (width, height) in LARGE.items():
            for kind, suffix in (("JPEG", ".jpg"), ("TIFF", ".tif")):
                picture = folder / f"{width}x{height}{suffix}"
                if not f"{size} {kind}".startswith(options.only):
                    continue
                if not picture.exists():
                    draw_large(picture, width, height)
                compare(f"{size} {kind}", picture, options.rounds)


if __name__ == "__main__":
    main()
