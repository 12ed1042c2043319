"""The composition root: config → exhibition → bridge → engine, and the order of leaving."""

from __future__ import annotations

import logging
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import platformdirs
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge import fonts, messages
from kiosk.bridge.gallery import Gallery
from kiosk.bridge.leaving import Leaving
from kiosk.bridge.network import NoNetwork
from kiosk.bridge.shelf import Shelf
from kiosk.bridge.tour import Tour
from kiosk.bridge.window import Stand, stand
from kiosk.bridge.words import Words
from kiosk.exhibition.config import Config, Mode, Switch, read_config
from kiosk.exhibition.manifest import read_manifest
from kiosk.exhibition.places import assets_folder, find_config
from kiosk.pictures.cache import Cache
from kiosk.pictures.workshop import Workshop
from kiosk.staff.report import StaffReport

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.exhibition.model import Exhibition
    from kiosk.exhibition.problems import Problem

NAME = "kiosk-gallery"
QML = Path(__file__).parent / "qml"
TOUR_SIZES = ((1920, 1080), (1080, 1920), (3840, 2160), (1366, 768))

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


class House:
    """Everything alive while an exhibition is shown; `close` ends it in the order that Qt and Python both survive."""

    def __init__(
        self, application: QGuiApplication, exhibition: Exhibition, config: Config, *, still: bool = False
    ) -> None:
        self._cache = Cache(Path(platformdirs.user_cache_dir(NAME)) / "renditions", round(config.cache.size_gb * 1e9))
        self._workshop = Workshop(self._cache)
        self._report = StaffReport(Path(platformdirs.user_state_dir(NAME)))
        if self._cache.problem:
            _log.warning("%s %s", self._cache.problem.message, self._cache.problem.remedy)
        fonts.load_fonts(exhibition.brand.fonts)
        self._words = Words(application, assets_folder() / "translations", exhibition.languages)
        self._shelf = Shelf(exhibition, self._cache, self._workshop, self._complain)
        self.gallery = Gallery(
            exhibition,
            config,
            self._shelf,
            self._words,
            time.monotonic,
            reduced_motion=still or config.display.reduced_motion is Switch.ON,
            seed=time.time_ns(),
        )
        self._no_network = NoNetwork()
        self.engine = QQmlApplicationEngine()
        self.engine.setNetworkAccessManagerFactory(self._no_network)
        self.engine.addImportPath(str(QML))
        self._words.spoken.connect(self.engine.retranslate)

    def open(self, kiosk: bool) -> QQuickWindow:
        """Load the face; the window is not shown yet. Raises RuntimeError when the QML cannot be loaded."""
        self.engine.setInitialProperties({"gallery": self.gallery, "kiosk": kiosk})
        self.engine.load(QUrl.fromLocalFile(str(QML / "Kiosk" / "Main.qml")))
        roots = self.engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise RuntimeError("kiosk/qml/Kiosk/Main.qml could not be loaded; the log says why")
        return roots[0]

    def close(self) -> None:
        """QML first, since it reads the gallery; the workers last."""
        self._words.spoken.disconnect(self.engine.retranslate)
        del self.engine
        self._workshop.close()
        self._cache.close()

    def _complain(self, problem: Problem) -> None:
        if self._report.add(problem):
            _log.warning("%s", problem)


def run(options: RunOptions) -> int:
    """Show an exhibition until somebody who may leaves. Returns the exit code."""
    _set_up_log()
    config = _configured(options.config)
    if not _has_display():
        print("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the screens are drawn instead.")
        return tour(TourOptions(exhibition=options.exhibition, config=options.config))
    exhibition = _exhibition(options.exhibition or config.exhibition)
    if exhibition is None:
        return 2
    application = _application(config)
    windowed = options.windowed or options.size is not None or config.display.mode is Mode.WINDOWED
    house = House(application, exhibition, config)
    window = house.open(kiosk=not windowed)
    place = Stand(
        windowed=windowed,
        size=options.size,
        screen=options.screen or config.display.screen,
        diagonal_inches=config.display.diagonal_inches,
    )
    standing = stand(window, house.gallery, place)
    leaving = Leaving()
    leaving.asked.connect(lambda: application.exit(0))
    house.gallery.start()
    code = application.exec()
    leaving.stop()
    standing.leave()
    del window
    house.close()
    return code


def tour(options: TourOptions) -> int:
    """Draw every screen as a PNG, without a display. Returns the exit code."""
    _set_up_log()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    config = _configured(options.config)
    exhibition = _exhibition(options.exhibition or config.exhibition)
    if exhibition is None:
        return 2
    application = _application(config)
    house = House(application, exhibition, config, still=True)
    window = house.open(kiosk=True)
    guide = Tour(application, window, house.gallery, options.folder)
    languages = options.languages or exhibition.languages[:1]
    for size in options.sizes or TOUR_SIZES:
        for language in languages:
            for file in guide.walk(size, language):
                print(file)
    window.close()
    del window, guide
    house.close()
    print(f"The screens of this exhibition are in {options.folder.resolve()}")
    return 0


def _application(config: Config) -> QGuiApplication:
    """The one application object. The renderer has to be chosen before it."""
    if config.display.renderer == "software" or (config.display.renderer == "auto" and not _has_gpu()):
        QQuickWindow.setSceneGraphBackend("software")
    application = QGuiApplication.instance() or QGuiApplication([NAME])
    assert isinstance(application, QGuiApplication)
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
    reading = read_config(path or find_config())
    _print(reading.problems)
    return reading.config


def _exhibition(path: Path) -> Exhibition | None:
    reading = read_manifest(path)
    _print(reading.problems)
    return reading.exhibition


def _print(problems: Iterable[Problem]) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)


def _set_up_log() -> None:
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
