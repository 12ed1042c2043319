"""Measuring every screen of the running interface, one after the other, as the tour goes through them."""

from __future__ import annotations

import time
from functools import partial
from itertools import cycle
from typing import TYPE_CHECKING, Any

from kiosk.bridge.touring.measures import Screen
from kiosk.bridge.touring.rush import SECONDS, record
from kiosk.exhibition.palette import Wall
from kiosk.staff.access import GOALS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.touring.sight import Sight
    from kiosk.staff.access import Contrast, Control, Letters

ATTRACT = "attract"
ENDED_BY_ANY_KEY = (ATTRACT, "notice")
"""In the names of screens on which keys lead nowhere else."""
BRIEF_S = 1.7
"""Of a rush in which what waits is seen to wait after a second."""
AT_REST_S = 0.5
"""Longer than any colour takes."""


class Survey:
    """Collects what is measured. `density` is pixels of a true millimetre."""

    def __init__(self, sight: Sight, gallery: Gallery, density: float, bottom_edge_mm: float | None) -> None:
        self._sight = sight
        self._gallery = gallery
        self._density = density
        self._edge_mm = bottom_edge_mm
        self._screens: list[str] = []
        self._controls: list[Control] = []
        self._letters: list[Letters] = []
        self._contrasts: list[Contrast] = []
        self._nameless: list[str] = []
        self._unreached: list[str] = []
        self._traps: list[str] = []
        self._stops = 0
        self._flashes: dict[str, int] = {}
        self._ringed: set[tuple[str, Wall]] = set()

    def look(self, name: str, *, large: bool, sizes_only: bool) -> None:
        """Measure a screen that is at rest; its sizes only, without keys and colours, that is quick."""
        self._screens.append(name)
        screen = self._screen(name)
        self._controls += screen.controls()
        self._letters += screen.letters(large=large)
        self._nameless += screen.nameless()
        if sizes_only:
            return
        if not any(each in name for each in ENDED_BY_ANY_KEY):
            stops, unreached, traps = screen.stops()
            if unreached:  # in haste: lists were still on their way when the next key came
                self._gallery.keys.use(False)
                _, still_unreached, _ = self._screen(name).stops(patient=True)
                unreached = [each for each in unreached if each in still_unreached]
            self._gallery.keys.use(False)
            self._stops += stops
            self._unreached += unreached
            self._traps += traps
        if ATTRACT in name:
            self._contrasts += screen.over_pictures()
        elif self._gallery.sitting.session.high_contrast:
            self._contrasts += screen.contrasts(self._sight.still(), Wall.HIGH_CONTRAST)  # keys have scrolled its label
        else:
            self._look_on_every_wall(name)

    def _screen(self, name: str) -> Screen:
        return Screen(self._sight.window, name, self._density, self._edge_mm)

    def _look_on_every_wall(self, name: str) -> None:
        """Colours change in place; the screen is the same."""
        for wall in Wall:
            self._gallery.painting.rehang(wall)
            self._contrasts += self._contrasts_at_rest(name, wall)
            screen = self._screen(name)
            self._gallery.keys.use(True)
            self._contrasts += screen.rings(wall, self._ringed)
            self._gallery.keys.use(False)
        self._gallery.painting.rehang(self._gallery.home_wall)
        self._sight.still()

    def _contrasts_at_rest(self, name: str, wall: Wall) -> list[Contrast]:
        """What is too faint is looked at again once no colour can be on its way to another."""
        found = list(self._screen(name).contrasts(self._sight.still(), wall))
        if all(each.ratio >= GOALS[each.of] for each in found):
            return found
        begun = time.monotonic()
        self._sight.until(lambda: time.monotonic() - begun > AT_REST_S)
        return list(self._screen(name).contrasts(self._sight.still(), wall))

    def hurry(self) -> None:
        """Count flashes while somebody presses one thing, or several, as fast as can be."""
        sitting, show = self._gallery.sitting, self._gallery.show
        sitting.go_home()
        self._gallery.explore(show.playlist.current)
        self._sight.still()
        self._gallery.changes.free = False
        for moving in (False, True):
            if sitting.session.reduced_motion is moving:
                sitting.toggleMotion()
            kind = "" if moving else " with less motion"
            self._flashes[f"turning pages{kind}"] = self._record(show.next)
        for name, press in self._rushes():
            self._flashes[name] = self._record(press, BRIEF_S)
        self._gallery.changes.drop()
        self._gallery.changes.free = True
        sitting.go_home()

    def _rushes(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """What changes more than a page; the last is all of it by turns."""
        sitting, show, choose = self._gallery.sitting, self._gallery.show, self._gallery.choose
        ways = (sitting.showWall, self._gallery.leaveWall, self._look_closer, sitting.showStage)
        yield "changing the contrast", sitting.toggleContrast
        yield "changing screens", _by_turns(ways)
        self._gallery.leaveWall()
        yield "opening panels", partial(self._sight.on_stage, "toggleComfort")
        self._sight.on_stage("closePanel")
        sitting.showWall()
        yield "choosing themes", _by_turns([partial(choose, theme) for theme in self._gallery.theme_ids or ("",)])
        yield "everything at once", _by_turns((show.next, sitting.toggleContrast, sitting.nextTextSize, *ways))

    def _look_closer(self) -> None:
        self._gallery.lookCloser(0, 0, self._sight.window.width())

    def _record(self, press: Callable[[], object], seconds: float = SECONDS) -> int:
        return record(self._sight.application, self._sight.window, press, seconds)

    def found(self) -> dict[str, Any]:
        """What was measured, for `kiosk.staff.access.Measured`."""
        return {
            "screens": tuple(self._screens),
            "controls": tuple(self._controls),
            "letters": tuple(self._letters),
            "contrasts": tuple(self._contrasts),
            "nameless": tuple(dict.fromkeys(self._nameless)),
            "stops": self._stops,
            "unreached": tuple(dict.fromkeys(self._unreached)),
            "traps": tuple(dict.fromkeys(self._traps)),
            "flashes": self._flashes,
        }


def _by_turns(acts: Iterable[Callable[[], object]]) -> Callable[[], object]:
    following = cycle(acts)

    def press() -> object:
        return next(following)()

    return press
