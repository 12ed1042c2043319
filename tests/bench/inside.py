"""The program with a stopwatch inside: `inside.py REPORT budget|filter`, with `./config.yaml`.

`budget` writes where the time of a start goes, until it is asked to leave; `filter` chooses every theme once and writes
how long the stage took to follow. Times are `perf_counter` seconds, which all processes of a Linux system share.
"""

from __future__ import annotations

import json
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BEGUN = time.perf_counter()

STEPS = {
    "config.yaml": ("kiosk.backstage", "configured"),
    "manifest": ("kiosk.backstage", "read"),
    "application and platform": ("kiosk.app", "_application"),
    "fonts": ("kiosk.bridge.fonts", "load_fonts"),
    "house: cache, models, gallery": ("kiosk.house", "House.__init__"),
    "QML: compile and create": ("kiosk.house", "House.open"),
    "window shown": ("kiosk.bridge.stand", "show"),
    "attract loop begun": ("kiosk.bridge.gallery", "Gallery.start"),
}
"""Where each step of a start happens; a step inside another counts for itself alone."""
FOLLOWS_AFTER_MS = 400


class Stopwatch:
    """Seconds spent in each step, and moments worth knowing."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self.moments: dict[str, float] = {}
        self._inner = [0.0]

    def watch(self, step: str, module: str, name: str) -> None:
        """Measure a function or method from now on."""
        holder: Any = import_module(module)
        *path, last = name.split(".")
        for part in path:
            holder = getattr(holder, part)
        setattr(holder, last, self._timed(step, getattr(holder, last)))

    def lap(self, step: str, since: float) -> float:
        """Note a step that began at `since` and is over."""
        now = time.perf_counter()
        self.spent[step] = self.spent.get(step, 0.0) + now - since
        return now

    def moment(self, name: str) -> None:
        """Note the first time that this happens."""
        self.moments.setdefault(name, time.perf_counter())

    def _timed(self, step: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any, **named: Any) -> Any:
            self._inner.append(0.0)
            begun = time.perf_counter()
            try:
                return function(*arguments, **named)
            finally:
                whole = time.perf_counter() - begun
                self.spent[step] = self.spent.get(step, 0.0) + whole - self._inner.pop()
                self._inner[-1] += whole

        return timed


def imports(watch: Stopwatch) -> None:
    """Import what the program imports, in three laps."""
    lap = time.perf_counter()
    for step, modules in {
        "imports: Qt": ("PySide6.QtQuick", "PySide6.QtQml", "PySide6.QtGui", "PySide6.QtNetwork"),
        "imports: libraries": ("msgspec", "yaml", "platformdirs"),
        "imports: kiosk": ("kiosk.app",),
    }.items():
        for module in modules:
            import_module(module)
        lap = watch.lap(step, lap)


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


def budget(watch: Stopwatch) -> dict[str, Any]:
    """Show the exhibition; what each step of the start cost."""
    imports(watch)
    for step, (module, name) in STEPS.items():
        watch.watch(step, module, name)

    def started(_gallery: Any) -> None:
        watch.moment("loop")
        main_window().frameSwapped.connect(lambda: watch.moment("frame"))

    when_started(started)
    show()
    return {"begun": BEGUN, "spent": watch.spent, "moments": watch.moments}


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
    told = budget(Stopwatch()) if what == "budget" else follow()
    Path(report).write_text(json.dumps(told), "utf-8")
