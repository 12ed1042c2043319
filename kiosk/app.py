"""The composition root: config → exhibition → bridge → engine, and the order of leaving."""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import platformdirs
from PySide6.QtCore import QLocale, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge import fonts, messages, window
from kiosk.bridge.attention import Attention
from kiosk.bridge.gallery import Gallery
from kiosk.bridge.leaving import Leaving
from kiosk.bridge.network import NoNetwork
from kiosk.bridge.shelf import Shelf
from kiosk.bridge.tour import Tour
from kiosk.bridge.words import Words
from kiosk.exhibition.config import Config, read_config
from kiosk.exhibition.config_sections import Mode, Motion, Renderer
from kiosk.exhibition.manifest import read_manifest
from kiosk.exhibition.places import assets_folder
from kiosk.exhibition.spelling import as_on_disk
from kiosk.pictures.cache import Cache
from kiosk.pictures.workshop import Workshop
from kiosk.staff.report import StaffReport

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.exhibition.manifest import ManifestReading
    from kiosk.exhibition.model import Exhibition
    from kiosk.exhibition.problems import Problem

NAME = "kiosk-gallery"
QML = Path(__file__).parent / "qml"
TOUR_SIZES = ((1920, 1080), (1080, 1920), (3840, 2160), (1366, 768))
TOLD_ON_SCREEN = 4
"""The most problems that the "back soon" card names."""

_log = logging.getLogger("kiosk")


class RunOptions(msgspec.Struct, frozen=True):
    """What the command line asks for. `size` is (width, height) in pixels; None leaves it to the configuration."""

    exhibition: Path | None = None
    config: Path | None = None
    windowed: bool = False
    size: tuple[int, int] | None = None
    screen: str | None = None


class TourOptions(msgspec.Struct, frozen=True):
    """What to draw and where. No sizes: the usual four; no languages: the exhibition's first."""

    exhibition: Path | None = None
    config: Path | None = None
    folder: Path = Path("tour")
    sizes: tuple[tuple[int, int], ...] = ()
    languages: tuple[str, ...] = ()


class Face:
    """QML's engine: it loads local files only, and it goes before the objects that it shows."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._no_network = NoNetwork()
        self._engine = QQmlApplicationEngine()
        self._engine.setNetworkAccessManagerFactory(self._no_network)
        self._engine.addImportPath(str(QML))
        words.spoken.connect(self._engine.retranslate)

    def open(self, file: str, properties: dict[str, Any]) -> QQuickWindow:
        """The window that a file of the module Kiosk describes; not shown yet."""
        self._engine.setInitialProperties(properties)
        self._engine.load(QUrl.fromLocalFile(str(QML / "Kiosk" / file)))
        roots = self._engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise RuntimeError(f"{QML / 'Kiosk' / file} could not be loaded; the log says why")
        return roots[0]

    def close(self) -> None:
        """Destroy the windows and everything in them."""
        self._words.spoken.disconnect(self._engine.retranslate)
        del self._engine


class House:
    """Everything alive while an exhibition is shown."""

    def __init__(
        self, application: QGuiApplication, exhibition: Exhibition, config: Config, *, still: bool = False
    ) -> None:
        self._cache = Cache(Path(platformdirs.user_cache_dir(NAME)) / "renditions", round(config.cache.size_gb * 1e9))
        self._workshop = Workshop(self._cache)
        self._report = StaffReport(Path(platformdirs.user_state_dir(NAME)))
        if self._cache.problem:
            _log.warning("%s %s", self._cache.problem.message, self._cache.problem.remedy)
        serif = fonts.load_fonts(exhibition.brand.fonts)
        words = Words(application, assets_folder() / "translations", exhibition.languages)
        self._shelf = Shelf(exhibition, self._cache, self._workshop, self._complain)
        self.gallery = Gallery(
            exhibition,
            config,
            self._shelf,
            words,
            time.monotonic,
            serif=serif,
            reduced_motion=still or config.display.reduced_motion is Motion.ON,
            seed=time.time_ns(),
        )
        self._face = Face(words)

    def open(self, kiosk: bool) -> QQuickWindow:
        """The exhibition's window; not shown yet."""
        return self._face.open("Main.qml", {"gallery": self.gallery, "kiosk": kiosk})

    def close(self) -> None:
        """QML first, since it reads the gallery; the workers last."""
        self._face.close()
        self._workshop.close()
        self._cache.close()

    def _complain(self, problem: Problem) -> None:
        if self._report.add(problem):
            _log.warning("%s", problem)


def run(options: RunOptions) -> int:
    """Show an exhibition until somebody who may leaves. Returns the exit code."""
    _set_up_log()
    if not _has_display():
        sys.stdout.write("There is no display here (DISPLAY and WAYLAND_DISPLAY are not set): drawing into ./tour.\n")
        return tour(TourOptions(exhibition=options.exhibition, config=options.config))
    config = _configured(options.config)
    reading = _read(options.exhibition or config.exhibition)
    application = _application(config)
    place = window.Stand(
        windowed=options.windowed or options.size is not None or config.display.mode is Mode.WINDOWED,
        size=options.size,
        screen=options.screen or config.display.screen,
        diagonal_inches=config.display.diagonal_inches,
    )
    leaving = Leaving()
    # Queued, so that a signal that comes before the loop runs ends the loop as soon as it does.
    leaving.asked.connect(lambda: QTimer.singleShot(0, lambda: application.exit(0)))
    try:
        if reading.exhibition is None:
            return _say_back_soon(application, place, reading.problems)
        return _show(application, House(application, reading.exhibition, config), place)
    finally:
        leaving.stop()
        messages.uninstall()


def _show(application: QGuiApplication, house: House, place: window.Stand) -> int:
    with contextlib.closing(house):
        main = house.open(kiosk=not place.windowed)
        standing = window.Standing(main, house.gallery, place)
        window.show(main, place)
        house.gallery.start()
        gc.freeze()  # what lives as long as the show is never collected, least of all on a thread of the workshop
        code = application.exec()
        standing.leave()
        return code


def _say_back_soon(application: QGuiApplication, place: window.Stand, problems: tuple[Problem, ...]) -> int:
    fonts.load_fonts()
    face = Face(Words(application, assets_folder() / "translations", (QLocale.system().name()[:2],)))
    told = [str(problem) for problem in problems[:TOLD_ON_SCREEN]]
    card = face.open("BackSoon.qml", {"kiosk": not place.windowed, "problems": told})
    attention = Attention(card, closable=place.windowed)
    window.show(card, place)
    code = application.exec()
    card.removeEventFilter(attention)
    face.close()
    return code or 2


def tour(options: TourOptions) -> int:
    """Draw every screen as a PNG, without a display. Returns the exit code."""
    _set_up_log()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    config = _configured(options.config)
    reading = _read(options.exhibition or config.exhibition)
    if reading.exhibition is None:
        return 2
    spoken = reading.exhibition.languages
    unknown = [language for language in options.languages if language not in spoken]
    if unknown:
        sys.stderr.write(f"This exhibition does not speak {', '.join(unknown)}; it speaks {', '.join(spoken)}.\n")
        return 2
    application = _application(config)
    try:
        with contextlib.closing(House(application, reading.exhibition, config, still=True)) as house:
            guide = Tour(application, house.open(kiosk=True), house.gallery, options.folder)
            for size in options.sizes or TOUR_SIZES:
                for language in options.languages or spoken[:1]:
                    for file in guide.walk(size, language):
                        sys.stdout.write(f"{file}\n")
            guide.end()
            del guide
    finally:
        messages.uninstall()
    return 0


def _application(config: Config) -> QGuiApplication:
    """The one application object. The renderer has to be chosen before it."""
    if config.display.renderer is Renderer.SOFTWARE or (config.display.renderer is Renderer.AUTO and not _has_gpu()):
        QQuickWindow.setSceneGraphBackend("software")
    running = QGuiApplication.instance()
    application = running if isinstance(running, QGuiApplication) else QGuiApplication([NAME])
    application.setApplicationName(NAME)
    application.setDesktopFileName(NAME)
    messages.install()
    return application


def _has_gpu() -> bool:
    """Whether the system offers a device to draw with; systems other than Linux always do."""
    return not sys.platform.startswith("linux") or any(Path("/dev/dri").glob("renderD*"))


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _configured(path: Path | None) -> Config:
    if path is None:
        return Config()
    reading = read_config(path)
    _tell(reading.problems)
    return reading.config


def _read(path: Path) -> ManifestReading:
    """The exhibition to show; None also for one without any work."""
    reading = read_manifest(path)
    _tell(reading.problems)
    found = reading.exhibition
    return msgspec.structs.replace(reading, exhibition=as_on_disk(found) if found and found.works else None)


def _tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        sys.stderr.write(f"{problem}\n")


def _set_up_log() -> None:
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
