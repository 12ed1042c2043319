"""The program with a counter of frames inside: `inside_frames.py REPORT fade|attract|drag SCREEN_PID [busy]`.

With `./config.yaml`, on a screen whose server is the process SCREEN_PID. Writes, for each kind of movement, the seconds
between one frame and the next while it lasts, and the processor time that it took. `busy`: meanwhile all workers
prepare pictures. `drag` waits for a pointer that is moved from outside until the first file of the report is there.
"""

from __future__ import annotations

import functools
import itertools
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.inside import main_window, show, when_started
from tests.bench.program import processor_s

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtQuick import QQuickItem

FADES = 6
REST_MS = 700
DRAG_MS = 6000
LOOK_MS = 20
STAGE = {"fade": "stage, cross-fade", "drag": "stage, drag"}
ORDERS = 400
"""More pictures than the workers can make ready while anything is measured."""
LEAST_URGENT = 1


class Counter:
    """Gaps between frames, by the movement that the later one belongs to; `movement()` names it, "" for none."""

    def __init__(self, movement: Callable[[], str], screen: int) -> None:
        self.gaps: dict[str, list[float]] = {}
        self.used: dict[str, float] = {}
        self._movement = movement
        self._screen = screen
        self._last: tuple[str, float, float] | None = None

    def frame(self) -> None:
        """A frame is on its way to the screen."""
        name, now, used = self._movement(), time.perf_counter(), time.process_time() + processor_s(self._screen)
        if self._last and name:
            self.gaps.setdefault(name, []).append(now - self._last[1])
            self.used[name] = self.used.get(name, 0.0) + used - self._last[2]
        self._last = (name, now, used) if name else None


@functools.cache
def visible(kind: str) -> QQuickItem:
    """The visible item of a QML type; looked for once, since looking takes longer than drawing a frame."""
    return next(each for each in _below(main_window().contentItem()) if _is(each, kind))


def _below(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        if child.isVisible():
            yield child
            yield from _below(child)


def _is(item: QQuickItem, kind: str) -> bool:
    return item.metaObject().className().startswith(f"{kind}_QMLTYPE_")


def at_rest(gallery: Any) -> bool:
    return bool(main_window().property("settled")) and not gallery.waiting_for_pictures


def stage(gallery: Any) -> Iterator[Any]:
    """Steps to the stage, everything on it at rest. A step yields what it waits for: a condition, or milliseconds."""
    yield lambda: at_rest(gallery)
    yield REST_MS
    gallery.explore(0)
    yield REST_MS
    yield lambda: at_rest(gallery)
    yield REST_MS


def fades(gallery: Any) -> Iterator[Any]:
    """Cross-fades on the stage, with a rest after each."""
    for _ in range(FADES):
        gallery.slideshow.next()
        yield REST_MS
        yield lambda: not visible("Slides").property("moving")
        yield REST_MS


def drags(_gallery: Any) -> Iterator[Any]:
    """The pointer is moved from outside."""
    Path(f"{sys.argv[1]}.ready").touch()
    yield DRAG_MS


def loop(gallery: Any) -> Iterator[Any]:
    """The attract loop: a scene alone, and one fading into the next, three times."""
    for _ in range(3):
        front = gallery.loop.front
        yield lambda front=front: gallery.loop.front != front
        yield lambda: visible("AttractScenery").property("faded") == 1


def order_pictures(gallery: Any) -> None:
    """Have the workers prepare pictures that nobody needs, until the program ends."""
    shelf = gallery._shelf
    pictures = itertools.cycle(filter(None, (work.picture for work in shelf._exhibition.works)))
    width, height = main_window().width(), main_window().height()
    for number in range(ORDERS):
        box = (width - 1 - number, height)
        shelf._workshop.order(next(pictures), shelf._exhibition.folder, box, LEAST_URGENT, lambda _: None)


def go_through(steps: Iterator[Any], gallery: Any) -> None:
    """Take one step after the other, then end the program."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QGuiApplication

    timer = QTimer(gallery, interval=LOOK_MS)
    holds: list[Callable[[], bool]] = [lambda: True]

    def go_on() -> None:
        if not holds[0]():
            return
        step = next(steps, None)
        if step is None:
            timer.stop()
            QGuiApplication.exit(0)
        elif callable(step):
            holds[0] = step
        else:
            due = time.perf_counter() + step / 1000
            holds[0] = lambda: time.perf_counter() >= due

    timer.timeout.connect(go_on)
    timer.start()


def count(what: str, screen: int, *, busy: bool) -> dict[str, Any]:
    """Show the exhibition and count."""
    counters: list[Counter] = []

    def movement_of_loop() -> str:
        faded = visible("AttractScenery").property("faded")
        return "attract, pan and zoom" if faded == 1 else "attract, fade" if faded > 0 else ""

    def movement_of_stage() -> str:
        return STAGE[what] if visible("Slides").property("moving") else ""

    def walk(gallery: Any) -> Iterator[Any]:
        if what == "attract":
            yield lambda: at_rest(gallery)
        else:
            yield from stage(gallery)
        if busy:
            order_pictures(gallery)
            yield REST_MS
        counters.append(Counter(movement_of_loop if what == "attract" else movement_of_stage, screen))
        main_window().frameSwapped.connect(counters[0].frame)
        yield from {"attract": loop, "fade": fades, "drag": drags}[what](gallery)

    when_started(lambda gallery: go_through(walk(gallery), gallery))
    show()
    return {"gaps": counters[0].gaps, "used": counters[0].used}


if __name__ == "__main__":
    report, what, screen, *more = sys.argv[1:]
    told = count(what, int(screen), busy="busy" in more)
    Path(report).write_text(json.dumps(told), "utf-8")
