"""The tour: every screen of an exhibition as a PNG, drawn by the real program."""

from __future__ import annotations

import contextlib
import logging
import time
from functools import partial
from math import hypot
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Q_ARG, QEventLoop, QMetaObject, QThread
from PySide6.QtGui import QImage, QPainter

from kiosk.bridge.laptop.pages import OwnPage
from kiosk.bridge.laptop.words import STEPS
from kiosk.bridge.look.look import unit_of
from kiosk.bridge.staff.pages import Page
from kiosk.bridge.staff.words import LANGUAGES
from kiosk.bridge.touring.items import MODAL, of_type
from kiosk.bridge.window import curtain
from kiosk.bridge.window.stand import MM_PER_INCH
from kiosk.exhibition.folding import fold
from kiosk.exhibition.places import assets_folder
from kiosk.supervising.dress import Dress
from kiosk.visit.keyboard import keys_for, layout_of
from kiosk.visit.seeking import Sort

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtCore import QCoreApplication
    from PySide6.QtQuick import QQuickWindow

    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.laptop.panel import OwnDoor
    from kiosk.bridge.staff.desk import StaffDoor
    from kiosk.exhibition.model import Work

PATIENCE_S = 60.0
"""The longest wait for a screen to be complete; it is drawn as it is then."""
LOOK_EVERY_MS = 16
"""A frame."""
HASTE = 4.0
"""Seconds of the show in one of a tour: nobody watches how it comes to be what is drawn of it."""
ALIKE = 3
"""Looks in a row that must be the same."""
MOST_SCENES = 16
MINUTES = 10
TYPED = 4
"""Letters of a title after which it is found."""
VAIN = "zxq"
"""Letters that are in no word."""
A_PAGE = 0.8
"""Of what is seen of a label at once, how far it scrolls."""
FAR = 0.6
"""Of the marks of a strip."""
LARGE_CM = 300
SMALL_CM = 20

OWN_PAGES = (
    (40, OwnPage.MENU),
    (41, OwnPage.SCREENS),
    (42, OwnPage.BROWSE),
    (43, OwnPage.RECENT),
    (44, OwnPage.CHECK),
    (45, OwnPage.ABOUT),
)
"""Those of the menu of somebody's own window."""

STAFF_PAGES = (
    (30, Page.NOW),
    (31, Page.WORKS),
    (32, Page.CONTENT),
    (33, Page.DISPLAY),
    (35, Page.PROBLEMS),
    (36, Page.LOG),
)
"""Those of the staff panel that are drawn, with the numbers of their files."""

_log = logging.getLogger(__name__)


class Tour:
    """Walks through attract, stage, wall and closer look in one window and saves what it shows into `folder`.

    The screen has this diagonal; without one it counts as usual for its pixels. Behind the door `staff` is their panel.
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
        self._staff = staff
        self._own = own
        self.application = application
        self.window = window
        self._gallery = gallery
        self._folder = folder
        self._diagonal_inches = diagonal_inches
        self._windowed = False
        gallery.changes.free = True  # nobody sees what comes in between
        gallery.painting.hasten(HASTE)

    def walk(self, size: tuple[int, int], language: str) -> Iterator[Path]:
        """Every screen at a size (width, height) in a language; yields each file written."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self.fit(size)
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
        self.until(still)
        card.hide()
        return self._save(before, size, language, "34-back-soon")

    def draw_curtain(self, size: tuple[int, int], language: str, languages: tuple[str, ...]) -> Path:
        """What is in front of the desktop while the program is started again; returns the file written."""
        image = QImage(*size, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        curtain.draw(painter, *size, Dress(self._gallery.ground, self._gallery.ink, languages))
        painter.end()
        return self._save(image, size, language, "37-curtain")

    def _save(self, image: QImage, size: tuple[int, int], language: str, name: str) -> Path:
        width, height = size
        file = self._folder / f"{width}x{height}-{language}-{name}.png"
        if not image.save(str(file)):
            raise OSError(f"{file} could not be written. Is the disk full?")
        return file

    def fit(self, size: tuple[int, int], *, windowed: bool = False) -> None:
        """Show the window at a size (width, height)."""
        width, height = size
        self._windowed = windowed
        self.window.resize(width, height)
        density = self._density(width, height)
        certain = density or unit_of(min(width, height), None, windowed)
        self._gallery.fit(width, height, 1.0, density, windowed, certain)
        self.window.show()

    def screens(self, language: str) -> Iterator[tuple[str, QImage]]:
        """The name of every screen that this exhibition has, one after the other, at rest, and its picture."""
        for name, go in self._stations(language):
            if go():
                yield name, self.still()

    def _density(self, width: int, height: int) -> float | None:
        return hypot(width, height) / (self._diagonal_inches * MM_PER_INCH) if self._diagonal_inches else None

    @contextlib.contextmanager
    def in_its_own_time(self) -> Iterator[None]:
        """The show's time runs as it does for a visitor, for what is measured in seconds."""
        self._gallery.painting.hasten(1)
        yield
        self._gallery.painting.hasten(HASTE)

    def end(self) -> None:
        """Let go of the window."""
        self._gallery.painting.hasten(1)
        self.window.close()

    def _stations(self, language: str) -> Iterator[tuple[str, Callable[[], bool]]]:
        gallery, sitting = self._gallery, self._gallery.sitting
        yield "1-attract", lambda: self._attract(language)
        yield "2-attract-theme", self._teaser
        yield "3-stage", lambda: self._explore(gallery.find(lambda shape: shape > 1.1))
        yield "4-stage-upright", lambda: self._explore(gallery.find(lambda shape: 0 < shape < 0.9))
        yield "27-languages", self._languages
        self.on_stage("closePanel")
        yield "5-stage-panorama", lambda: self._explore(gallery.find(lambda shape: shape > 2))
        yield "6-card", lambda: self._explore(gallery.find(lambda shape: shape == 0))
        yield "26-pair", lambda: self._explore(gallery.find_pair())
        yield "7-stage-theme", self._choose_theme
        yield "8-wall-theme", self._do(sitting.showWall)
        yield "9-wall", self._do(lambda: gallery.choose(""))
        yield "10-stage-large-text", self._do(sitting.showStage, sitting.nextTextSize)
        yield "11-stage-high-contrast", self._do(sitting.nextTextSize, sitting.nextTextSize, sitting.toggleContrast)
        yield "12-comfort", self._comfort
        yield "13-reading", self._read_aloud
        yield "28-label-largest", self._leaf
        yield "14-closer", self._look_closer
        yield "15-closer-near", self._nearer
        yield "16-about", self._tell_about
        yield "20-still-there", self._ask
        yield "46-notice", lambda: self._notify(visiting=True)
        yield "17-wall-sorted", self._sort
        for number, sort in ((38, Sort.DATE), (39, Sort.CREATOR)):
            yield f"{number}-wall-by-{sort}", partial(self._lead_along, sort)
        yield "18-search", self._search
        yield "19-nothing-found", self._search_in_vain
        yield "21-closer-label", self._closer_label
        yield "22-closer-details", self._details
        yield "23-closer-detail", self._detail
        yield "24-life-size-large", lambda: self._in_life_size(_is_large)
        yield "25-life-size-small", lambda: self._in_life_size(_is_small)
        yield "47-notice-invitation", lambda: self._attract(language) and self._notify(visiting=False)
        gallery.board.take_away()
        yield "29-closed", lambda: self._close(language)
        gallery.entrance.turn(True)
        yield from self._staff_stations(language)
        yield from self._own_stations(language)

    def _staff_stations(self, language: str) -> Iterator[tuple[str, Callable[[], bool]]]:
        if self._staff:
            yield "29-staff-pin", lambda: self._enter(language)
            for number, page in STAFF_PAGES:
                yield f"{number}-staff-{page.lower()}", partial(self._turn_to, page)
            if self._staff.panel:
                self._staff.panel.close()
                self.until(lambda: not any(of_type(self.window, MODAL)))

    def _own_stations(self, language: str) -> Iterator[tuple[str, Callable[[], bool]]]:
        """What somebody's own window has besides: menu, finding an exhibition, and the guide."""
        own = self._own
        if own is None:
            return
        size, windowed = (self.window.width(), self.window.height()), self._windowed
        self.fit(size, windowed=True)
        for number, page in OWN_PAGES:
            yield f"{number}-menu-{page.name.lower()}", partial(self._open_own, own, page, language)
        own.show_guide()
        for step in range(len(STEPS)):
            yield f"{50 + step}-guide-{step + 1}", partial(self._turn_guide, own, step)
        own.close()
        self.fit(size, windowed=windowed)

    def _open_own(self, own: OwnDoor, page: OwnPage, language: str) -> bool:
        if own.panel is None:
            self._gallery.sitting.go_home()
            self._gallery.sitting.showStage()
            self.until(lambda: bool(self.window.property("settled")))
            own.speak(language)
        own.open_menu(page)
        if own.panel is not None and page is OwnPage.BROWSE:
            own.panel.act("go", str(assets_folder() / "exhibitions"))
        if page is OwnPage.CHECK:
            self.until(lambda: own.panel is None or own.panel.checked.report is not None)
        return own.panel is not None

    def _turn_guide(self, own: OwnDoor, step: int) -> bool:
        if own.guide:
            own.guide.turnTo(step)
        return own.guide is not None

    def _enter(self, language: str) -> bool:
        """The pad, with some digits of a PIN."""
        self._gallery.sitting.go_home()
        self._gallery.sitting.speak(language)
        self._gallery.sitting.showStage()
        self.until(lambda: bool(self.window.property("settled")))
        if self._staff is None:
            return False
        self._staff.open()
        panel = self._staff.panel
        if panel is None:
            return False
        if language in LANGUAGES:
            panel.speak(language)
        for digit in "481":
            panel.keys.type(digit)
        return True

    def _turn_to(self, page: Page) -> bool:
        panel = self._staff.panel if self._staff else None
        if panel is None:
            return False
        if not panel.is_open:
            for digit in "516":
                panel.keys.type(digit)
            panel.keys.enter()
            self.until(lambda: panel.is_open)
        panel.turnTo(list(Page).index(page))
        return True

    def _attract(self, language: str) -> bool:
        self._gallery.sitting.go_home()
        self._gallery.sitting.speak(language)
        self._gallery.start()
        return self._until_scene(teaser=False)

    def _teaser(self) -> bool:
        return self._until_scene(teaser=True)

    def _until_scene(self, *, teaser: bool) -> bool:
        for _ in range(MOST_SCENES):
            if self._gallery.loop.front_is_teaser is teaser:
                return True
            self.until(self._gallery.loop.advance)
        return False

    def _explore(self, work: int | None) -> bool:
        if work is not None:
            self._gallery.explore(work)
        return work is not None

    def _comfort(self) -> bool:
        """The panel of reading and display, over the wall it was opened on and in the largest letters."""
        sitting = self._gallery.sitting
        for step in (sitting.toggleContrast, sitting.nextTextSize, sitting.nextTextSize):
            step()
        return self.on_stage("toggleComfort")

    def on_stage(self, act: str) -> bool:
        """Have QML's stage do something that only a visitor's finger does."""
        return any(QMetaObject.invokeMethod(stage, act) for stage in of_type(self.window, "StageView"))

    def _languages(self) -> bool:
        """The panel of languages, where there are several."""
        several: object = self._gallery.property("languages")
        return isinstance(several, list) and len(several) > 1 and self.on_stage("toggleLanguages")

    def _leaf(self) -> bool:
        """A label in the largest letters, and on from its first page where it has several."""
        if self._gallery.sitting.session.listening:
            self._gallery.reader.toggle()
        if not self._explore(self._gallery.find(lambda shape: shape > 1.1)):
            return False
        self.until(lambda: bool(self.window.property("settled")))
        for label in of_type(self.window, "Label"):
            if label.isVisible():
                QMetaObject.invokeMethod(label, "scroll", Q_ARG(float, A_PAGE))
        return True

    def _close(self, language: str) -> bool:
        """After hours, where a card tells of it."""
        self._gallery.sitting.go_home()
        self._gallery.entrance.turn(False)
        self._gallery.sitting.speak(language)
        return not self._gallery.entrance.property("black")

    def _read_aloud(self) -> bool:
        """A label that is being read, and what can be done about it."""
        self.on_stage("closePanel")
        self._gallery.reader.toggle()
        return self._gallery.sitting.session.reading

    def _look_closer(self) -> bool:
        self._gallery.sitting.nextTextSize()
        if not self._explore(self._gallery.find(lambda shape: shape > 1.1)):
            return False
        self.until(lambda: bool(self.window.property("settled")))
        self._gallery.lookCloser(0, 0, self.window.width())
        return self._gallery.nearer.work is not None

    def _nearer(self) -> bool:
        self._gallery.nearer.step(2)
        return self._gallery.nearer.work is not None

    def _sort(self) -> bool:
        """The wall in the last of the orders that there are, with its strip where it is long."""
        self._gallery.board.take_away()
        sorts = self._gallery.order.orders
        for go in (self._gallery.sitting.showStage, self._gallery.sitting.showWall):
            go()
            self.still()  # the wall is where it begins
        self._gallery.order.sortBy(sorts[-1])
        return len(sorts) > 1

    def _lead_along(self, sort: Sort) -> bool:
        """Far along a long wall in an order that has a strip, led there by it."""
        self._gallery.order.sortBy(sort)
        if not self._gallery.order.property("long"):
            return False
        self.still()
        strips = [strip for strip in of_type(self.window, "JumpStrip") if strip.isVisible()]
        for strip in strips:
            marks: Any = strip.property("marks")
            QMetaObject.invokeMethod(strip, "go", Q_ARG(int, round(FAR * len(marks))))
        return bool(strips)

    def _search(self) -> bool:
        """The keyboard, and the beginning of a title typed on it."""
        finding, shown = self._gallery.finding, self._gallery.show.playlist.current
        if finding.is_offered:
            finding.open()
            for key in fold(self._gallery.title_of(shown))[:TYPED]:
                finding.press(key)
        return finding.is_offered

    def _search_in_vain(self) -> bool:
        for key in keys_for(VAIN, layout_of("", self._gallery.sitting.session.language)):
            self._gallery.finding.press(key)
        return self._gallery.finding.is_offered

    def _ask(self) -> bool:
        self._gallery.sitting.showStage()
        self.until(lambda: bool(self.window.property("settled")))
        self._gallery.sitting.ask()
        return True

    def _notify(self, *, visiting: bool) -> bool:
        """A card that the house lays over the stage, or over the invitation."""
        if visiting:
            self._gallery.sitting.keepLooking()
        self._gallery.board.tell_closing(MINUTES, PATIENCE_S)
        return True

    def _look_at(self, work: int | None) -> bool:
        """From the stage closer to a work, all of it."""
        if not self._explore(work):
            return False
        self.until(lambda: bool(self.window.property("settled")) and not self._gallery.waiting_for_pictures)
        self._gallery.lookCloser(0, 0, self.window.width())
        self._gallery.nearer.showWhole()
        return self._gallery.nearer.work is not None

    def _closer_label(self) -> bool:
        self._gallery.finding.clear()
        looking = self._look_at(self._gallery.find(lambda shape: shape > 1.1))
        if looking:
            self._gallery.nearer.companion.toggleLabel()
        return looking

    def _details(self) -> bool:
        looking = self._look_at(self._gallery.find_work(lambda work: bool(work.details)))
        if looking:
            self._gallery.nearer.companion.toggleDetails()
        return looking

    def _detail(self) -> bool:
        self._gallery.nearer.companion.next()
        return self._gallery.nearer.companion.at is not None

    def _in_life_size(self, fits: Callable[[Work], bool]) -> bool:
        if not self._look_at(self._gallery.find_work(fits)) or self._gallery.nearer.measures.life is None:
            return False
        self._gallery.nearer.toggleLifeSize()
        return True

    def _choose_theme(self) -> bool:
        themes = self._gallery.theme_ids
        for theme in themes[:2]:
            self._gallery.choose(theme)
        return bool(themes)

    def _tell_about(self) -> bool:
        sitting = self._gallery.sitting
        sitting.showStage()
        sitting.tellAbout(self._gallery.introduced)
        return sitting.session.about

    def _do(self, *steps: Callable[[], object]) -> Callable[[], bool]:
        def go() -> bool:
            for step in steps:
                step()
            return True

        return go

    def still(self) -> QImage:
        """The window's picture, once everything is loaded and several looks at it are the same."""
        before, alike = QImage(), 0

        def still() -> bool:
            nonlocal before, alike
            if not self.window.property("settled") or self._gallery.waiting_for_pictures or self._loading():
                return False
            now = self.window.grabWindow()
            alike = alike + 1 if now == before else 0
            before = now
            return alike >= ALIKE

        if not self.until(still):
            _log.warning("a screen was not complete after %d seconds and is drawn as it was", PATIENCE_S)
        return self.window.grabWindow()

    def _loading(self) -> bool:
        """Whether a picture that is seen is still on its way from the disk, as many on a wall are."""
        return any(hung.isVisible() and hung.property("loading") for hung in of_type(self.window, "Thumbnail"))

    def until(self, done: Callable[[], bool], patience_s: float = PATIENCE_S) -> bool:
        """Let the program go on until this holds; whether it did in time."""
        limit = time.monotonic() + patience_s
        while time.monotonic() < limit:
            self.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, LOOK_EVERY_MS)
            if done():
                return True
            QThread.msleep(LOOK_EVERY_MS)
        return False


def _is_large(work: Work) -> bool:
    return work.size_cm is not None and max(work.size_cm) > LARGE_CM


def _is_small(work: Work) -> bool:
    return work.size_cm is not None and max(work.size_cm) < SMALL_CM
