"""The screens that somebody's own window has besides, and how each of them is reached."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kiosk.bridge.laptop.pages import OwnPage
from kiosk.bridge.laptop.words import STEPS
from kiosk.exhibition.places import assets_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.laptop.panel import OwnDoor
    from kiosk.bridge.touring.sight import Sight
    from kiosk.bridge.touring.stations import Station

OWN_PAGES = (
    (40, OwnPage.MENU),
    (41, OwnPage.SCREENS),
    (42, OwnPage.BROWSE),
    (43, OwnPage.RECENT),
    (44, OwnPage.CHECK),
    (45, OwnPage.ABOUT),
)
"""Those of the menu of somebody's own window."""


class OwnStations:
    """Menu, finding an exhibition, and the guide. Afterwards the window is what it was."""

    def __init__(self, sight: Sight, gallery: Gallery, door: OwnDoor) -> None:
        self._sight = sight
        self._gallery = gallery
        self._door = door

    def all(self, language: str) -> Iterator[Station]:
        """The pages of the menu and the steps of the guide, one after the other."""
        window, door = self._sight.window, self._door
        size, windowed = (window.width(), window.height()), self._sight.windowed
        self._sight.fit(size, windowed=True)
        for number, page in OWN_PAGES:
            yield f"{number}-menu-{page.name.lower()}", partial(self._open, page, language)
        door.show_guide()
        for step in range(len(STEPS)):
            yield f"{50 + step}-guide-{step + 1}", partial(self._turn_guide, step)
        door.close()
        self._sight.fit(size, windowed=windowed)

    def _open(self, page: OwnPage, language: str) -> bool:
        door = self._door
        if door.panel is None:
            self._gallery.sitting.go_home()
            self._gallery.sitting.showStage()
            self._sight.settle()
            door.speak(language)
        door.open_menu(page)
        if door.panel is not None and page is OwnPage.BROWSE:
            door.panel.act("go", str(assets_folder() / "exhibitions"))
        if page is OwnPage.CHECK:
            self._sight.until(lambda: door.panel is None or door.panel.checked.report is not None)
        return door.panel is not None

    def _turn_guide(self, step: int) -> bool:
        if self._door.guide:
            self._door.guide.turnTo(step)
        return self._door.guide is not None
