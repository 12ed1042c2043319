"""`python -m tests.bench.hang_again [--times 50]`: save the manifest while it is shown, 50 times, and see what stays.

The real program on a screen in memory. After each hanging, when everything rests: memory, handles, threads, items of Qt
Quick, blocks of Python, and which of our own objects there are more of than before. Prints a line for every fifth and
the slopes from the tenth on; leaves with 1 when memory, handles or threads grow by more than 0.1 MB or 0.02 a hanging.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import json
import os
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from kiosk.app import run
from kiosk.front import RunOptions
from kiosk.staff.soak import home, vitals
from kiosk.staff.soak.days import short_nights
from kiosk.staff.soak.edits import edited
from kiosk.staff.soak.trend import slope
from kiosk.visit.clocks import Clocks
from tests.exhibitions import build_exhibition

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

REST_MS = 700
MOST_MB, MOST_COUNT = 0.1, 0.02
WARM = 10


def ours() -> Counter[str]:
    """Python objects of our own classes, by class."""
    gc.unfreeze()
    gc.collect()
    found = Counter(
        type(each).__qualname__ for each in gc.get_objects() if str(type(each).__module__).startswith("kiosk")
    )
    gc.freeze()
    return found


class Hanging:
    """Saves, waits until that is shown, measures, and saves again."""

    def __init__(self, own: home.Home, times: int) -> None:
        self.own, self.times = own, times
        self.points: list[tuple[float, float, int, int, int, int]] = []
        self.counts: list[Counter[str]] = []
        self.chance = Random(1)

    @contextlib.contextmanager
    def beside(self, window: Any, gallery: Callable[[], Any]) -> Iterator[None]:
        from PySide6.QtCore import QTimer
        from PySide6.QtGui import QGuiApplication

        from kiosk.bridge.soaking.census import items_in

        shown: list[int] = []
        step = QTimer(singleShot=True, interval=REST_MS)

        def look() -> None:
            if not self.counts or (id(gallery()) != shown[0] and not window.property("coming")):
                self.measure(items_in(window))
                if len(self.points) > self.times:
                    QGuiApplication.exit(0)
                    return
                shown[:] = [id(gallery())]
                said = json.loads(edited(self.own.said, self.chance)[1])
                said["exhibition"]["subtitle"] = f"Hung {len(self.points)} times"
                home.replace(self.own.manifest, json.dumps(said))
            step.start()

        step.timeout.connect(look)
        step.start()
        yield
        step.stop()

    def measure(self, items: int) -> None:
        house = vitals.measure()
        if house is None:
            sys.exit("this system tells nothing of memory")
        self.counts.append(ours())
        viewer = house.viewer
        self.points.append(
            (time.monotonic(), viewer.rss / 1e6, viewer.handles, viewer.threads, items, sys.getallocatedblocks())
        )
        number = len(self.points) - 1
        if number % 5 == 0:
            _, *told = self.points[-1]
            print(
                f"{number:3}: {told[0]:.1f} MB, {told[1]} handles, {told[2]} threads, {told[3]} items, {told[4]} blocks"
            )


def main() -> None:
    """Hang, look and judge."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.hang_again", description=__doc__)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--exhibition", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kiosk-hang-") as folder:
        place = Path(folder)
        (place / "shown").mkdir()
        shown = asked.exhibition or build_exhibition(place / "shown", works=60, languages=("en", "ar"))
        (place / "own").mkdir()
        own = home.move_in(place / "own", shown, None, os.environ)
        os.environ["QT_QPA_PLATFORM"] = home.screens(own.folder, (1920, 1080))
        hanging = Hanging(own, asked.times)
        day = short_nights(time.monotonic, datetime.now(UTC).date())
        run(RunOptions(config=own.config, clocks=Clocks(time.monotonic, day), beside=hanging.beside))
    warm = list(enumerate(hanging.points))[WARM:]
    slopes = [slope([(number, point[place]) for number, point in warm]) for place in range(1, 6)]
    names = ("MB", "handles", "threads", "items", "blocks")
    print("each hanging: " + ", ".join(f"{value:+.3f} {name}" for value, name in zip(slopes, names, strict=True)))
    more = hanging.counts[-1] - hanging.counts[min(WARM, len(hanging.counts) - 1)]
    print(f"more of ours than after {WARM}: {dict(more.most_common(12))}")
    sys.exit(int(slopes[0] > MOST_MB or max(slopes[1:3]) > MOST_COUNT))


if __name__ == "__main__":
    main()
