"""The program with a stopwatch inside: `inside.py REPORT budget|filter`, with `./config.yaml`.

`budget` writes where the time of a start goes, and shows the exhibition until it is asked to leave; `filter` chooses
every theme once and writes how long the stage took to follow. Times are `perf_counter` seconds, which all processes of
a Linux system share.
"""

from __future__ import annotations

import json
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.stopwatch import Stopwatch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BEGUN = time.perf_counter()

STEPS = {
    "what was begun with last time": ("kiosk.app", "_opening"),
    "config.yaml": ("kiosk.backstage", "configured"),
    "manifest": ("kiosk.backstage", "read"),
    "renderer chosen": ("kiosk.front", "choice"),
    "application and platform": ("kiosk.front", "application"),
    "engine": ("kiosk.bridge.window.face", "Face.__init__"),
    "empty window": ("kiosk.bridge.window.face", "Face.open_empty"),
    "window shown": ("kiosk.bridge.window.stand", "show"),
    "first frame": ("kiosk.bridge.window.face", "Face.wait_for_beginning"),
    "fonts": ("kiosk.bridge.look.fonts", "load_fonts"),
    "house: cache, models, gallery": ("kiosk.house", "House.__init__"),
    "QML: compile and create": ("kiosk.house", "House.open"),
    "attract loop begun": ("kiosk.bridge.gallery", "Gallery.start"),
}
"""Where each step of a start happens."""
FIRST_FRAME, COMPLETE = "first frame", "attract loop begun"
FOLLOWS_AFTER_MS = 400


def when_started(do: Callable[[Any], None]) -> None:
    """Call `do` with the gallery when the event loop has begun."""
    from PySide6.QtCore import QTimer

    gallery_type: Any = import_module("kiosk.bridge.gallery").Gallery
    start = gallery_type.start

    def started(gallery: Any) -> None:
        start(gallery)
        QTimer.singleShot(0, lambda: do(gallery))

    gallery_type.start = started


def main_window() -> Any:
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.allWindows()[0]


def budget(report: Path) -> None:
    """Show the exhibition; tell what each step cost until the first frame with a picture and until all is there."""

    def tell(watch: Stopwatch) -> None:
        write(report, {"begun": BEGUN, "first": watch.moments[FIRST_FRAME], "complete": watch.moments[COMPLETE]})

    Stopwatch(STEPS, COMPLETE, tell)
    show()


def write(report: Path, told: dict[str, Any]) -> None:
    """Have the report there as a whole."""
    unfinished = report.with_suffix(".tmp")
    unfinished.write_text(json.dumps(told), "utf-8")
    unfinished.replace(report)


def follow() -> dict[str, Any]:
    """Choose every theme; milliseconds until slideshow and filmstrip have followed, and until that was drawn."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QGuiApplication

    known: list[float] = []
    drawn: list[float] = []

    def choices(gallery: Any) -> Iterator[None]:
        gallery.explore(0)
        yield
        for theme in gallery.theme_ids:
            before = gallery.strip.rowCount()
            begun = time.perf_counter()
            gallery.choose(theme)
            known.append(1000 * (time.perf_counter() - begun))
            main_window().frameSwapped.connect(seen := Once(drawn, begun))
            if not before > gallery.strip.rowCount() == gallery.slideshow.count:
                raise RuntimeError(f"{theme}: the filmstrip does not follow")
            yield
            main_window().frameSwapped.disconnect(seen)
            gallery.choose("")
            yield

    def walk(gallery: Any) -> None:
        steps = choices(gallery)
        timer = QTimer(gallery, interval=FOLLOWS_AFTER_MS)

        def go_on() -> None:
            if next(steps, steps) is steps:
                timer.stop()
                QGuiApplication.exit(0)

        timer.timeout.connect(go_on)
        timer.start()

    when_started(walk)
    show()
    return {"known": known, "drawn": drawn}


class Once:
    """Notes how many milliseconds after `begun` it is called first."""

    def __init__(self, into: list[float], begun: float) -> None:
        self._into = into
        self._begun: float | None = begun

    def __call__(self) -> None:
        if self._begun is not None:
            self._into.append(1000 * (time.perf_counter() - self._begun))
            self._begun = None


def show() -> None:
    from kiosk.app import RunOptions, run

    run(RunOptions(config=Path("config.yaml")))


if __name__ == "__main__":
    report, what = sys.argv[1:]
    if what == "budget":
        budget(Path(report))
    else:
        write(Path(report), follow())
