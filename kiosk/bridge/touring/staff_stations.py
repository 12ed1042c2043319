"""The screens of the staff panel, and how each of them is reached."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kiosk.bridge.staff.pages import Page
from kiosk.bridge.staff.words import LANGUAGES
from kiosk.bridge.touring.items import MODAL, of_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.staff.desk import StaffDoor
    from kiosk.bridge.touring.sight import Sight
    from kiosk.bridge.touring.stations import Station

STAFF_PAGES = (
    (30, Page.NOW),
    (31, Page.WORKS),
    (32, Page.CONTENT),
    (33, Page.DISPLAY),
    (35, Page.PROBLEMS),
    (36, Page.LOG),
)
"""Those of the staff panel that are drawn, with the numbers of their files."""


class StaffStations:
    """Those behind the `door` of a gallery. The panel is closed when all have been gone to."""

    def __init__(self, sight: Sight, gallery: Gallery, door: StaffDoor) -> None:
        self._sight = sight
        self._gallery = gallery
        self._door = door

    def all(self, language: str) -> Iterator[Station]:
        """The pad and the pages, one after the other."""
        yield "29-staff-pin", lambda: self._enter(language)
        for number, page in STAFF_PAGES:
            yield f"{number}-staff-{page.lower()}", partial(self._turn_to, page)
        if self._door.panel:
            self._door.panel.close()
            self._sight.until(lambda: not any(of_type(self._sight.window, MODAL)))

    def _enter(self, language: str) -> bool:
        """The pad, with some digits of a PIN."""
        self._gallery.sitting.go_home()
        self._gallery.sitting.speak(language)
        self._gallery.sitting.showStage()
        self._sight.settle()
        self._door.open()
        panel = self._door.panel
        if panel is None:
            return False
        if language in LANGUAGES:
            panel.speak(language)
        for digit in "481":
            panel.keys.type(digit)
        return True

    def _turn_to(self, page: Page) -> bool:
        panel = self._door.panel
        if panel is None:
            return False
        if not panel.is_open:
            for digit in "516":
                panel.keys.type(digit)
            panel.keys.enter()
            self._sight.until(lambda: panel.is_open)
        panel.turnTo(list(Page).index(page))
        return True
