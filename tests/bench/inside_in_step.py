"""The program with a note of when its pictures change: `inside_in_step.py REPORT PPM AHEAD_S`, with `./config.yaml`.

Writes a line for every turn: what comes, and the moment of the first frame of its fade, of a clock that all processes
share. The clock that a follower compares with its leader's runs PPM millionths faster than that, and is AHEAD_S ahead.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.inside import main_window, show, when_started

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO


class Note:
    """Notes the first frame after each turn."""

    def __init__(self, gallery: Any, told: TextIO) -> None:
        self._gallery = gallery
        self._told = told
        self._turned = False
        gallery.loop.frontChanged.connect(self._turn)
        gallery.show.moved.connect(self._turn)
        main_window().frameSwapped.connect(self._frame)

    def _turn(self) -> None:
        self._turned = True

    def _frame(self) -> None:
        if self._turned:
            self._turned = False
            loop = self._gallery.loop.hung
            shown = loop.works if self._gallery.sitting.screen == 0 and loop else self._gallery.show.playlist.shown
            self._told.write(json.dumps([shown[0], time.monotonic()]) + "\n")
            self._told.flush()


def skewed(ppm: float, ahead_s: float) -> Callable[[], float]:
    """The clock that runs so."""
    began = time.monotonic()
    return lambda: ahead_s + began + (time.monotonic() - began) * (1 + ppm / 1e6)


def put_on(now: Callable[[], float]) -> None:
    """Have both ends of going in step go by this clock."""
    from kiosk.bridge.fleet.follower import Follower
    from kiosk.bridge.fleet.leader import Leader
    from kiosk.fleet.in_step import Hearing, Leading

    made: tuple[Any, ...] = (Follower, Leader, Leading, Hearing)
    for each in made:
        each.__init__.__defaults__ = tuple(
            now if default is time.monotonic else default for default in each.__init__.__defaults__
        )


if __name__ == "__main__":
    report, ppm, ahead_s = Path(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])
    notes = []
    if ppm or ahead_s:
        put_on(skewed(ppm, ahead_s))
    with report.open("w", encoding="utf-8") as told:
        when_started(lambda gallery: notes.append(Note(gallery, told)))
        show()
