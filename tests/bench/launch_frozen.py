"""`python -m tests.bench.launch_frozen TREE`: the frozen program beside the same from this environment, as ratios.

TREE is what `packaging/freeze` has made. Both are started in turn, each with a home of its own, so that what else the
computer does falls on both alike. Needs Xvfb and libXtst. Memory is PSS, which is less for a library that somebody else
has loaded, too: let no other program run from the same environment, or measure with a copy of it.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from tests.bench import corpus
from tests.bench.measures import Bench, Manner
from tests.bench.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES = "kiosk-gallery", "kiosk-gallery.exe"
WORKS, PICTURE = 24, (3000, 2000)
SETTLE_S = 4.0


class Start(NamedTuple):
    """Milliseconds to the first picture, processor milliseconds until it is at rest, and megabytes then.

    The processor's are the steadier ones on a busy computer. Megabytes: the program alone, and with its workers.
    """

    launch_ms: float
    busy_ms: float
    alone_mb: float
    all_mb: float


def start(bench: Bench) -> Start:
    """Start it and end it."""
    with bench.running(Manner()) as program:
        launch = bench.first_picture(program)
        time.sleep(bench.settle_s)
        return Start(launch, 1000 * program.processor_s(), *program.memory())


def compare(frozen: Sequence[Start], usual: Sequence[Start]) -> list[str]:
    """A line for each figure: both medians, and the median of the ratios of the starts that were next to each other."""
    lines = []
    for name, one, other in zip(Start._fields, zip(*frozen, strict=True), zip(*usual, strict=True), strict=True):
        ratios = sorted(first / second for first, second in zip(one, other, strict=True))
        spread = f"{ratios[0]:.2f} to {ratios[-1]:.2f}"
        lines.append(f"  {name:10} {median(one):7.0f} : {median(other):7.0f}   {median(ratios):.2f} ({spread})")
    return lines


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.launch_frozen", description=__doc__)
    parser.add_argument("tree", type=Path)
    parser.add_argument("--rounds", type=int, default=9, help="how often each is started")
    asked = parser.parse_args()
    frozen = next(file for name in NAMES if (file := asked.tree.resolve() / name).is_file())
    before = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder, Screen() as screen:
        shown = corpus.build(Path(folder, "works"), WORKS, PICTURE)
        benches = [
            Bench(screen, shown, Path(folder, "home of the frozen"), SETTLE_S, frozen),
            Bench(screen, shown, Path(folder, "home of the usual"), SETTLE_S),
        ]
        first = [start(bench) for bench in benches]
        again = [[start(bench) for bench in benches[:: -1 if number % 2 else 1]] for number in range(asked.rounds)]
        pairs = [pair[:: -1 if number % 2 else 1] for number, pair in enumerate(again)]
    print(f"frozen : usual, ratio (least to most); load {before:.1f} and {os.getloadavg()[0]:.1f}")
    print("the very first start, once", *compare(first[:1], first[1:]), sep="\n")
    print(f"again, {asked.rounds} times", *compare(*zip(*pairs, strict=True)), sep="\n")


if __name__ == "__main__":
    main()
