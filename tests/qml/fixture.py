"""What the QML tests are given in place of a museum: `import Kiosk.Test`, then `Fixture`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QObject, QTemporaryDir, QTimer, QUrl, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.bridge.gallery import Gallery
from kiosk.bridge.pictures.shelf import Shelf
from kiosk.bridge.speech.mute import Mute
from kiosk.bridge.words import Words
from kiosk.exhibition.config import Config
from kiosk.exhibition.model import Detail
from kiosk.exhibition.places import assets_folder
from kiosk.exhibition.text import Text, plain
from kiosk.pictures.orders import Ready, Rendition, TilesMade
from kiosk.pictures.pyramid import Pyramid
from tests.bridge.fakes import IDENTITY, Clock, FakeCache, FakeWorkshop, exhibition, source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.bridge.speech.speech import Service
    from kiosk.exhibition.model import Exhibition
    from kiosk.exhibition.problems import Problem

QML_IMPORT_NAME = "Kiosk.Test"
QML_IMPORT_MAJOR_VERSION = 1

NOON = datetime(2026, 9, 9, 12, tzinfo=UTC)
BOX = (900, 600)
INTRO = "Every picture here began as a rule short enough to write on the back of your hand. What is left open?"
COLOURS = ("firebrick", "seagreen", "royalblue", "goldenrod", "orchid", "slategray", "chocolate")


@QmlElement
@QmlSingleton
class Fixture(QObject):
    """Galleries of any size whose pictures are drawn when the test says so. Time stands still unless it is let pass."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = QTemporaryDir()
        self._cache = FakeCache()
        self._workshop = FakeWorkshop()
        self._clock = Clock()
        self._words: Words | None = None
        self._complaints: list[Problem] = []

    @Slot(int, int, result=QObject)
    def gallery(self, works: int, themes: int) -> Gallery:
        """A new gallery of `tests.bridge.fakes.exhibition`, in English and Arabic, paused on the stage.

        None of its pictures is made yet.
        """
        return self._gallery(exhibition(works, themes))

    @Slot(result=QObject)
    def forbidding(self) -> Gallery:
        """The same with one work, which may not be looked at closer."""
        shown = exhibition(1, 0)
        return self._gallery(replace(shown, works=(replace(shown.works[0], allow_zoom=False),)))

    @Slot(int, result=QObject)
    def speaking(self, works: int) -> Gallery:
        """The same where labels can be read aloud, by a voice that makes no sound and comes to no end."""
        shown = exhibition(works, 2)
        return self._gallery(shown, Mute(shown.languages))

    @Slot(int, result=QObject)
    def introduced(self, paragraphs: int) -> Gallery:
        """The same with five works, two themes and an intro of so many paragraphs."""
        intro = "\n".join([INTRO] * paragraphs)
        return self._gallery(exhibition(5, 2, intro=Text((("en", intro), ("ar", "بدأ كل شيء بقاعدة.")))))

    @Slot(float, float, float, result=QObject)
    def detailed(self, height: float, width: float, pixels_per_mm: float) -> Gallery:
        """The same with one work of this size in cm and two details, on a screen of this density."""
        shown = exhibition(1, 0)
        details = (Detail((0, 0, 0.2, 0.2), plain("The corner")), Detail((0.8, 0.8, 0.2, 0.2), plain("The other one")))
        work = replace(shown.works[0], size_cm=(height, width), details=details)
        gallery = self._gallery(replace(shown, works=(work,)))
        gallery.fit(*BOX, 1.0, None, False, pixels_per_mm)
        return gallery

    @Slot(int, float, float, result=QObject)
    def paired(self, second: int, first_cm: float, second_cm: float) -> Gallery:
        """The same with nine works, the first shown beside `second`, so high if not 0; 1.5 times as wide."""
        shown = exhibition(9, 2)
        works = list(shown.works)
        for place, height in ((0, first_cm), (second, second_cm)):
            works[place] = replace(works[place], size_cm=(height, 1.5 * height) if height else None)
        works[0] = replace(works[0], pair_with=works[second].id)
        return self._gallery(replace(shown, works=tuple(works)))

    def _gallery(self, shown: Exhibition, voice: Service | None = None) -> Gallery:
        self._cache, self._workshop = FakeCache(), FakeWorkshop()
        shelf = Shelf(shown, self._cache, self._workshop, self._complaints.append)  # type: ignore[arg-type]
        application = QCoreApplication.instance()
        assert application is not None
        self._words = Words(application, assets_folder() / "translations", shown.languages)
        gallery = Gallery(shown, Config(), shelf, self._words, self._clock, lambda: NOON, seed=7, voice=voice)
        shelf.setParent(gallery)
        gallery.setParent(self)
        gallery.fit(*BOX, 1.0, None, False)
        gallery.sitting.showStage()
        gallery.sitting.togglePlaying()
        return gallery

    @Slot(QObject, int)
    def tellClosing(self, gallery: Gallery, minutes: int) -> None:
        """The house lays out a card."""
        gallery.board.tell_closing(minutes, 60)

    @Slot(QObject, int)
    def keepWaiting(self, gallery: Gallery, milliseconds: int) -> None:
        """What is asked for has to wait so long, as in a rush that would flash."""
        gallery._changes.make = lambda _, act: QTimer.singleShot(milliseconds, gallery, act)  # type: ignore[method-assign, assignment, return-value]

    @Slot(float)
    def pass_(self, seconds: float) -> None:
        """Let so much time pass for whoever looks at the clock."""
        self._clock.now += seconds

    @Slot(QObject)
    def invite(self, gallery: Gallery) -> None:
        """Nobody is there: the attract loop begins."""
        gallery.sitting.go_home()
        gallery.start()

    @Slot(QObject)
    def due(self, gallery: Gallery) -> None:
        """Let the visit do what has fallen due."""
        gallery.sitting.findChild(QTimer).timeout.emit()

    @Slot(int, int)
    @Slot(int, int, list)
    def make(self, width: int, height: int, works: Iterable[int] = ()) -> None:
        """Make the pictures that are waited for, of these works or of all; each is `width` by `height` pixels."""
        wanted = {source(int(work)) for work in works}
        orders = [order for order in self._workshop.orders if not wanted or order.source in wanted]
        for order in orders:
            self._workshop.orders.remove(order)
            file = self._draw(width, height, COLOURS[int(order.source.stem) % len(COLOURS)])
            order.done(Ready(order.source, Rendition(file, file, width, height, IDENTITY)))
        if self._workshop.orders and orders and not wanted:
            self.make(width, height)

    @Slot(result=int)
    def ordered(self) -> int:
        """How many pictures wait to be made."""
        return len({order.source for order in self._workshop.orders})

    @Slot(int, int, int, str)
    def cut(self, width: int, height: int, level: int, colour: str) -> None:
        """Make the tiles of a level of pictures of this size that are being cut, in one colour."""
        pyramid = Pyramid(width, height)
        for order in self._workshop.tiling:
            files = {tile: self._draw(*pyramid.tile_size(tile), colour) for tile in pyramid.tiles(level)}
            self._cache.tiles.update({(order.source, tile): file for tile, file in files.items()})
            order.tiles_made(TilesMade(order.source, width, height, IDENTITY, tuple(files)))

    @Slot(result=int)
    def tiling(self) -> int:
        """How many pictures are being cut into tiles."""
        return len(self._workshop.tiling)

    @Slot(int, int, str, result=QUrl)
    def picture(self, width: int, height: int, colour: str) -> QUrl:
        """A picture of one colour."""
        return QUrl.fromLocalFile(str(self._draw(width, height, colour)))

    @Slot(result=QUrl)
    def missing(self) -> QUrl:
        """A picture that is not there."""
        return QUrl.fromLocalFile(self._folder.filePath("missing.jpg"))

    def _draw(self, width: int, height: int, colour: str) -> Path:
        file = Path(self._folder.filePath(f"{colour}-{width}x{height}.jpg"))
        if not file.exists():
            image = QImage(width, height, QImage.Format.Format_RGB32)
            image.fill(colour)
            assert image.save(str(file), quality=95)
        return file
