"""`python -m tests.bench.import_beside`: 20,000 bad files are imported beside the show; how evenly are frames drawn?

The real program at its own pace, on a screen in memory, turns a page every second and a half and is asked for a frame
every 16 ms. Gaps between frames are counted alone, while `kiosk import` reads a folder of bad files beside it,
and while the show itself follows a manifest that names all of them. Leaves with 1 when a gap is longer than 500 ms or
one of a thousand is longer than 100 ms. An idle machine is needed: whatever else runs is in the figures.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.app import run
from kiosk.front import RunOptions
from kiosk.staff.soak import home
from kiosk.staff.soak.days import short_nights
from kiosk.staff.soak.gaps import Gaps
from kiosk.visit.clocks import Clocks
from tests.exhibitions import BROKEN, build_exhibition, draw_picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BEAT_MS = 16
TURN_MS = 1500
ALONE_S = 20.0
FOLLOWED_S = 40.0
"""How long the show is looked at from when the manifest with all bad files is saved."""
MOST_MS, MOST_OF_A_THOUSAND_MS = 500, 100
GOOD = 60


def spoil(folder: Path, files: int) -> list[Path]:
    """So many files called pictures that are none: cut off, empty, web pages, pointers, noise."""
    folder.mkdir()
    good = folder / "good.jpg"
    draw_picture(1, (300, 200)).save(good)
    whole = good.read_bytes()
    good.unlink()
    kinds = [spoilt for make in BROKEN.values() if (spoilt := make(whole)) is not None]
    kinds.append(b"\xff\xd8\xff\xe0" + os.urandom(2000))
    kinds.append(b"\x89PNG\r\n\x1a\n" + os.urandom(500))
    made = []
    for number in range(files):
        file = folder / f"{number:05}.jpg"
        file.write_bytes(kinds[number % len(kinds)])
        made.append(file)
    return made


class Watched:
    """The show, and the gaps between its frames by what goes on beside it."""

    def __init__(self, own: home.Home, bad: list[Path]) -> None:
        self.own, self.bad = own, bad
        self.gaps: dict[str, Gaps] = {}
        self.took: dict[str, float] = {}

    @contextlib.contextmanager
    def beside(self, window: Any, gallery: Callable[[], Any]) -> Iterator[None]:
        from PySide6.QtCore import Qt, QTimer
        from PySide6.QtGui import QGuiApplication

        now, last, name = time.perf_counter, [0.0], [""]

        def draw() -> None:
            at, before = now(), last[0]
            last[0] = at
            if name[0] and before:
                self.gaps.setdefault(name[0], Gaps()).add(at - before)

        def turn() -> None:
            shown = gallery()
            if shown.sitting.session.screen.name == "ATTRACT":
                shown.explore(0)
            else:
                shown.sitting.used()
                shown.show.next()

        steps = self.steps(name, last)

        def go_on() -> None:
            wait = next(steps, None)
            if wait is None:
                QGuiApplication.exit(0)
            else:
                step.start(wait)

        beat = QTimer(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        page = QTimer(interval=TURN_MS)
        step = QTimer(singleShot=True)
        beat.timeout.connect(window.update)
        page.timeout.connect(turn)
        step.timeout.connect(go_on)
        window.frameSwapped.connect(draw)
        beat.start()
        page.start()
        step.start(5000)
        yield
        for timer in (beat, page, step):
            timer.stop()

    def steps(self, name: list[str], last: list[float]) -> Iterator[int]:
        """What goes on, one after another; yields milliseconds to wait."""
        begun = time.monotonic()

        def begin(what: str) -> None:
            nonlocal begun
            name[0], last[0], begun = what, 0.0, time.monotonic()

        def end() -> None:
            self.took[name[0]] = round(time.monotonic() - begun, 1)
            name[0] = ""

        begin("alone")
        yield round(1000 * ALONE_S)
        end()
        begin("kiosk import")
        target = self.own.folder / "imported"
        words = [sys.executable, "-m", "kiosk", "import", str(self.bad[0].parent), "-o", str(target), "--link"]
        child = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while child.poll() is None:
            yield 100
        end()
        begin("followed by the show")
        said = dict(self.own.said)
        there = self.own.manifest.parent / "bad"
        self.bad[0].parent.rename(there)
        more = [{"id": f"bad-{file.stem}", "picture": f"bad/{file.name}", "title": file.stem} for file in self.bad]
        home.replace(self.own.manifest, json.dumps({**said, "works": [*said["works"], *more]}))
        yield round(1000 * FOLLOWED_S)
        end()


def main() -> None:
    """Show, import, count and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.import_beside", description=__doc__)
    parser.add_argument("--files", type=int, default=20_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kiosk-import-") as folder:
        place = Path(folder)
        for name in ("shown", "own"):
            (place / name).mkdir()
        shown = build_exhibition(place / "shown", works=GOOD)
        own = home.move_in(place / "own", shown, None, os.environ)
        os.environ["QT_QPA_PLATFORM"] = home.screens(own.folder, (1920, 1080))
        watched = Watched(own, spoil(place / "bad", asked.files))
        day = short_nights(time.monotonic, datetime.now(UTC).date())
        run(RunOptions(config=own.config, clocks=Clocks(time.monotonic, day), beside=watched.beside))
    met = True
    for name, gaps in watched.gaps.items():
        told = {f"p{100 * share:g}_ms": gaps.percentile(share) for share in (0.5, 0.99, 0.999)}
        told |= {"longest_ms": round(gaps.longest_ms), "over_500_ms": gaps.longer_than(MOST_MS), "frames": gaps.count}
        print(json.dumps({"beside": name, "seconds": watched.took[name], **told}))
        met = met and gaps.longest_ms <= MOST_MS and gaps.percentile(0.999) <= MOST_OF_A_THOUSAND_MS
    sys.exit(int(not met))


if __name__ == "__main__":
    main()
