"""How near `kiosk prepare` comes to what the processors can do, as ratios to a bare loop in the same run.

python -m tests.bench.bench_prepare [--megapixels 24] [--pictures 40] [--rounds 3] [--boxes stage|both]

The bare loop runs in as many processes as there are processors, at the workers' niceness, and does nothing but Pillow's
`draft` and `resize` to the sizes that `kiosk prepare` makes, with and without saving them as it does. Time on the clock
is what the goal is about; processor time is told beside it, because other work on the machine does not disturb that.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from kiosk.pictures.drawing.whole import fit
from kiosk.pictures.making import writing
from kiosk.pictures.orders import PREVIEW_SIDE
from kiosk.visit.boxes import show_boxes
from tests.bench.bench_renditions import draw_photograph

if TYPE_CHECKING:
    from collections.abc import Callable

SCREEN = (1920, 1080)
NICENESS = 10
PROCESSORS = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def bare(path: Path, in_loop: bool, resample: Image.Resampling, save: bool) -> None:
    """The least that one picture costs."""
    with Image.open(path) as image:
        sizes = [fit(image.size, box) for box in show_boxes(image.size, SCREEN, in_loop=in_loop)]
        preview = fit(image.size, (PREVIEW_SIDE, PREVIEW_SIDE))
        image.draft(None, max(sizes))
        made = [image.resize(size, resample, reducing_gap=1.5) for size in sizes]
        made.append(made[0].resize(preview, resample, reducing_gap=1.5))
        for each in made if save else ():
            each.save(io.BytesIO(), "JPEG", quality=writing._SCREEN_QUALITY, subsampling=0)


def bare_loop(paths: list[Path], in_loop: bool, resample: Image.Resampling, save: bool) -> None:
    """All pictures, each process taking the next one."""
    with get_context("spawn").Pool(PROCESSORS, os.nice, (NICENESS,)) as pool:
        for _ in pool.imap_unordered(partial(bare, in_loop=in_loop, resample=resample, save=save), paths):
            pass
        pool.close()
        pool.join()


def prepare(folder: Path, home: Path, expect: str) -> None:
    """The command itself, its own start included."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(home), "HOME": str(home), "LOCALAPPDATA": str(home)}
    size = f"{SCREEN[0]}x{SCREEN[1]}"
    command = [sys.executable, "-m", "kiosk", "prepare", str(folder), "--size", size, "--no-tiles", "--json"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    assert told[expect] == told["total"], told


def taken(run: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock, and of all child processes' processor time."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    run()
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def draw(folder: Path, count: int, megapixels: float, in_loop: bool) -> list[Path]:
    """An exhibition of `count` photographs, no two files alike; only three in the attract loop unless `in_loop`."""
    photograph = draw_photograph(megapixels)
    paths = [folder / f"{number:03}.jpg" for number in range(count)]
    for number, path in enumerate(paths):
        photograph.save(path, "JPEG", quality=90, comment=str(number))
    works = [
        {"id": path.stem, "picture": path.name, "alt": "drawn", "highlight": not in_loop and number < 3}
        for number, path in enumerate(paths)
    ]
    manifest = {"exhibition": {"title": "Drawn"}, "works": works}
    (folder / "manifest.yaml").write_text(json.dumps(manifest), encoding="utf-8")
    return paths


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megapixels", type=float, default=24)
    parser.add_argument("--pictures", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--boxes", choices=("stage", "both"), default="both", help="with or without the attract loop's")
    options = parser.parse_args()
    in_loop = options.boxes == "both"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = draw(folder, options.pictures, options.megapixels, in_loop)
        compared: dict[str, Callable[[int], object]] = {
            f"bare, {resample.name.lower()}, {'saved' if save else 'not saved'}": lambda _, r=resample, s=save: (  # type: ignore[misc]
                bare_loop(paths, in_loop, r, s)
            )
            for resample in (Image.Resampling.BILINEAR, Image.Resampling.BICUBIC)
            for save in (False, True)
        }
        compared["kiosk prepare"] = lambda turn: prepare(folder, folder / f"home-{turn}", "made")
        compared["kiosk prepare, all there"] = lambda turn: prepare(folder, folder / f"home-{turn}", "found")
        times: dict[str, list[tuple[float, float]]] = {way: [] for way in compared}
        for turn in range(options.rounds):
            for way, run in compared.items():
                times[way].append(taken(partial(run, turn)))
        report(times, options.pictures)


def report(times: dict[str, list[tuple[float, float]]], pictures: int) -> None:
    """Print pictures a second and how `kiosk prepare` compares."""
    medians = {way: tuple(map(statistics.median, zip(*each, strict=True))) for way, each in times.items()}
    wall, processor = medians["kiosk prepare"]
    print(f"{pictures} pictures, {PROCESSORS} processors")
    print(f"{'':28} {'a second':>9} {'kiosk is at':>12} {'CPU s each':>11} {'kiosk is at':>12}")
    for way, (clock, work) in medians.items():
        print(
            f"{way:28} {pictures / clock:9.2f} {clock / wall:11.0%}  {work / pictures:11.3f} {work / processor:11.0%}"
        )


if __name__ == "__main__":
    main()
