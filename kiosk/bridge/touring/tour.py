"""The tour: every screen of an exhibition as a PNG, drawn by the real program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QPainter

from kiosk.bridge.touring.own_stations import OwnStations
from kiosk.bridge.touring.sight import Sight
from kiosk.bridge.touring.staff_stations import StaffStations
from kiosk.bridge.touring.stations import Stations
from kiosk.bridge.window import curtain
from kiosk.supervising.dress import Dress

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from PySide6.QtCore import QCoreApplication
    from PySide6.QtQuick import QQuickWindow

    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.laptop.panel import OwnDoor
    from kiosk.bridge.staff.desk import StaffDoor


class Tour:
    """Walks through attract, stage, wall and closer look in one window and saves what it shows into `folder`.

    The screen has this diagonal; without one it counts as usual for its pixels. Behind the door `staff` is their panel,
    behind `own` what somebody's own window has besides.
    """

    def __init__(
        self,
        application: QCoreApplication,
        window: QQuickWindow,
        gallery: Gallery,
        folder: Path,
        diagonal_inches: float | None = None,
        staff: StaffDoor | None = None,
        own: OwnDoor | None = None,
    ) -> None:
        self.sight = sight = Sight(application, window, gallery, diagonal_inches)
        self._gallery = gallery
        self._folder = folder
        self._stations = [
            Stations(sight, gallery),
            *([StaffStations(sight, gallery, staff)] if staff else ()),
            *([OwnStations(sight, gallery, own)] if own else ()),
        ]

    def walk(self, size: tuple[int, int], language: str) -> Iterator[Path]:
        """Every screen at a size (width, height) in a language; yields each file written."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self.sight.fit(size)
        for name, image in self.screens(language):
            yield self._save(image, size, language, name)

    def draw_card(self, card: QQuickWindow, size: tuple[int, int], language: str) -> Path:
        """The card that takes the window's place when nothing can be shown; returns the file written."""
        before = QImage()

        def still() -> bool:
            nonlocal before
            now = card.grabWindow()
            same, before = now == before, now
            return same

        card.resize(*size)
        card.show()
        self.sight.until(still)
        card.hide()
        return self._save(before, size, language, "34-back-soon")

    def draw_curtain(self, size: tuple[int, int], language: str, languages: tuple[str, ...]) -> Path:
        """What is in front of the desktop while the program is started again; returns the file written."""
        image = QImage(*size, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        curtain.draw(painter, *size, Dress(self._gallery.ground, self._gallery.ink, languages))
        painter.end()
        return self._save(image, size, language, "37-curtain")

    def screens(self, language: str, only: Sequence[str] = ()) -> Iterator[tuple[str, QImage]]:
        """The name of every screen that this exhibition has, one after the other, at rest, and its picture.

        `only` those whose names have one of these in them, if any; the way leads over the others all the same.
        """
        for stations in self._stations:
            for name, go in stations.all(language):
                if go() and any(part in name for part in only or ("",)):
                    yield name, self.sight.still()

    def _save(self, image: QImage, size: tuple[int, int], language: str, name: str) -> Path:
        width, height = size
        file = self._folder / f"{width}x{height}-{language}-{name}.png"
        if not image.save(str(file)):
            raise OSError(f"{file} could not be written. Is the disk full?")
        return file
