"""The program with a visitor inside who uses a large exhibition: `inside_scale.py REPORT FLICKS`, with `./config.yaml`.

Every theme is chosen on the stage and on the wall; the wall is flicked through. Writes milliseconds: until slideshow,
filmstrip and chips (on the wall: the wall too) have followed a choice, and between two frames while the wall moves;
and how much of it the GUI thread itself was busy, which other work on the machine disturbs less.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.bench.inside import main_window, show, when_started

if TYPE_CHECKING:
    from collections.abc import Iterator

STEP_MS = 500
SPEED = 4000.0
"""Pixels a second at which a flick begins."""
FLICK_MS = 1500
SETTLE_STEPS = 6
"""Half seconds in which the wall comes, and its thumbnails with it, before it is flicked."""


Moment = tuple[float, float]
"""Seconds of the clock, and of the GUI thread's processor time."""


class Told(NamedTuple):
    """Milliseconds that something took, and for how many of them the GUI thread was busy."""

    taken: list[float]
    busy: list[float]

    def add(self, since: Moment) -> Moment:
        """Something that began then is over now."""
        at = now()
        self.taken.append(1000 * (at[0] - since[0]))
        self.busy.append(1000 * (at[1] - since[1]))
        return at


def now() -> Moment:
    return time.perf_counter(), time.thread_time()


class Frames:
    """Tells of each frame drawn since the one before."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._last: Moment | None = None

    def note(self) -> None:
        self._last = self._told.add(self._last) if self._last else now()

    def rest(self) -> None:
        """The next frame follows none."""
        self._last = None


def visit(gallery: Any, told: dict[str, Told], flicks: int) -> Iterator[int]:
    """What the visitor does; yields the milliseconds until the next thing."""
    gallery.explore(0)
    yield STEP_MS
    yield from choices(gallery, told["stage"])
    gallery.sitting.showWall()
    for _ in range(SETTLE_STEPS):
        yield STEP_MS
    frames, wall = Frames(told["frames"]), wall_list()
    for _ in range(flicks):
        frames.rest()
        main_window().frameSwapped.connect(frames.note)
        flick(wall, -SPEED)
        yield FLICK_MS
        main_window().frameSwapped.disconnect(frames.note)
        flick(wall, 0)
        yield STEP_MS
    yield from choices(gallery, told["wall"])


def choices(gallery: Any, told: Told) -> Iterator[int]:
    for theme in gallery.theme_ids:
        for chosen in (theme, ""):
            begun = now()
            gallery.choose(chosen)
            told.add(begun)
            yield STEP_MS


def wall_list() -> Any:
    """The list view of the wall's rows: the taller of its two."""
    (wall,) = [item for item in _below(main_window().contentItem()) if _is_a(item, "WallView_QMLTYPE")]
    return max((item for item in _below(wall) if _is_a(item, "QQuickListView")), key=lambda item: item.height())


def _below(item: Any) -> Iterator[Any]:
    for child in item.childItems():
        yield child
        yield from _below(child)


def _is_a(item: Any, kind: str) -> bool:
    return str(item.metaObject().className()).startswith(kind)


def flick(view: Any, speed: float) -> None:
    from PySide6.QtCore import Q_ARG, QMetaObject

    if speed:
        QMetaObject.invokeMethod(view, "flick", Q_ARG("double", 0.0), Q_ARG("double", speed))
    else:
        QMetaObject.invokeMethod(view, "cancelFlick")


def use(flicks: int) -> dict[str, Told]:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QGuiApplication

    told = {name: Told([], []) for name in ("stage", "wall", "frames")}

    def walk(gallery: Any) -> None:
        steps = visit(gallery, told, flicks)

        def go_on() -> None:
            pause = None
            try:
                pause = next(steps, None)
            finally:
                if pause is None:
                    QGuiApplication.exit(0)
                else:
                    QTimer.singleShot(pause, go_on)

        QTimer.singleShot(STEP_MS, go_on)

    when_started(walk)
    show()
    return told


if __name__ == "__main__":
    report, count = sys.argv[1:]
    Path(report).write_text(json.dumps(use(int(count))), "utf-8")
