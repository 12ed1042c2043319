"""The composition root: config → exhibition → bridge → engine, and the order of leaving.

What the show begins with is on the screen before most of the program is loaded: hence the imports inside functions.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk import __version__
from kiosk.exhibition.places import NAME, assets_folder, cache_folder
from kiosk.visit.opening import Beginning, Opening, recall

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQuick import QQuickWindow

    from kiosk.backstage import Backstage
    from kiosk.bridge.face import Face
    from kiosk.bridge.stand import Stand
    from kiosk.exhibition.config import Config
    from kiosk.exhibition.manifest import ManifestReading
    from kiosk.exhibition.problems import Problem
    from kiosk.exhibition.reader import ManifestReader
    from kiosk.pictures.process import WorkerProcess
    from kiosk.staff.renderer import Choice

TOUR_SIZES = ((1920, 1080), (1080, 1920), (3840, 2160), (1366, 768))
TOLD_ON_SCREEN = 4
"""The most problems that the "back soon" card names."""
PATIENCE_S = 0.1
"""The longest wait for the very first picture; after that the rest is loaded while it is being made."""


class RunOptions(NamedTuple):
    """What the command line asks for. `size` is (width, height) in pixels; None leaves it to the configuration."""

    exhibition: Path | None = None
    config: Path | None = None
    windowed: bool = False
    size: tuple[int, int] | None = None
    screen: str | None = None


class TourOptions(NamedTuple):
    """What to draw and where. No sizes: the usual four; no languages: the exhibition's first."""

    exhibition: Path | None = None
    config: Path | None = None
    folder: Path = Path("tour")
    sizes: tuple[tuple[int, int], ...] = ()
    languages: tuple[str, ...] = ()


def run(options: RunOptions) -> int:
    """Show an exhibition until somebody who may leaves. Returns the exit code."""
    if not _has_display():
        sys.stdout.write("There is no display here (DISPLAY and WAYLAND_DISPLAY are not set): drawing into ./tour.\n")
        return tour(TourOptions(exhibition=options.exhibition, config=options.config))
    gc.disable()  # nothing of what is loaded goes away again
    # Until `Leaving` is there: nothing has been begun that needs an end, and a worker leaves when its pipe closes.
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    opening = _opening(options)
    return _run_from(opening, options) if opening else _run_anew(options)


def _run_anew(options: RunOptions) -> int:
    """Find out what the show begins with, then show it."""
    from kiosk.pictures.process import WorkerProcess

    worker = WorkerProcess()
    worker.start()  # it is ready by the time it is known what the first picture is
    front = _Front(options)
    config, reading, backstage = _behind_the_scenes(options, worker, front.wait)
    front.build(str(config.display.renderer))
    place = _place(options, config)
    if backstage and not place.windowed and not front.window:
        beginning = backstage.beginning(_pixels(place), PATIENCE_S)
        front.window = _begin(front.face, place, beginning) if beginning else None
    return _left(_show(front, config, reading, backstage), front)


def _run_from(opening: Opening, options: RunOptions) -> int:
    """Show the picture the show began with last time, and load the rest while it is looked at."""
    front = _Front(options)
    front.build(opening.renderer)
    from kiosk.bridge.stand import Stand

    place = Stand(windowed=False, screen=options.screen or opening.screen)
    if _pixels(place) == opening.pixels:
        front.window = _begin(front.face, place, opening.beginning)
    return _left(_show(front, *_behind_the_scenes(options, read_large=front.wait)), front)


class _Front:
    """The application, QML's engine and the window of a show, each made when it is first needed."""

    application: QGuiApplication
    choice: Choice
    face: Face

    def __init__(self, options: RunOptions) -> None:
        self.options = options
        self.window: QQuickWindow | None = None
        self._built = False

    def build(self, renderer: str) -> None:
        """Have an application that draws as the configuration says, and an engine."""
        if not self._built:
            self._built = True
            self.choice = _choice(renderer)
            self.application = _application(self.choice)
            from kiosk.bridge.face import Face

            self.face = Face()

    def wait(self, config: Config, reader: ManifestReader) -> bytes | ManifestReading:
        """The answer of a reader; until it comes, its exhibition's name is on the screen, or a picture that was."""
        self.build(str(config.display.renderer))
        from kiosk.bridge import stand, waiting
        from kiosk.exhibition.manifest import read_heading
        from kiosk.exhibition.palette import Wall

        if self.window is None:
            place = _place(self.options, config)
            self.window = self.face.open_empty(kiosk=not place.windowed)
            waiting.show_heading(self.window, read_heading(reader.manifest), Wall(config.display.wall))
            stand.show(self.window, place)
        answer = waiting.beside(reader.answer, self.window)
        if answer is None:
            reader.end()
            os._exit(0)  # as when asked to leave so early
        return answer


def _left(code: int, front: _Front) -> int:
    """The exit code of a show that is over. One that the graphics card could not draw begins again without it."""
    face, choice = front.face, front.choice
    if not face.undrawable or not choice.detected:
        return code
    from PySide6.QtCore import qVersion

    from kiosk.staff.renderer import note_failure

    note_failure(cache_folder(), qVersion() or "", face.undrawable)
    again = [sys.executable, *sys.orig_argv[1:]]
    if sys.platform != "win32":
        os.execv(sys.executable, again)  # noqa: S606 - ourselves, and in the same process for whoever watches over it
    import subprocess

    return subprocess.call(again)  # noqa: S603 - ourselves


def _begin(face: Face, place: Stand, beginning: Beginning) -> QQuickWindow:
    from kiosk.bridge.stand import show

    window = face.open_empty(kiosk=True)
    face.begin(window, beginning)
    show(window, place)
    face.wait_for_beginning(window)
    return window


def _pixels(place: Stand) -> tuple[int, int]:
    """Width and height of the screen in its own pixels."""
    from kiosk.bridge.stand import find_screen

    screen = find_screen(place.screen)
    size = screen.size() * screen.devicePixelRatio()
    return size.width(), size.height()


def _place(options: RunOptions, config: Config) -> Stand:
    from kiosk.bridge.stand import Stand

    return Stand(
        windowed=options.windowed or options.size is not None or config.display.mode == "windowed",
        size=options.size,
        screen=options.screen or config.display.screen,
        diagonal_inches=config.display.diagonal_inches,
    )


def _opening(options: RunOptions) -> Opening | None:
    """What is sure to be the first thing to be seen; None when that has to be found out."""
    opening = recall(cache_folder())
    today = time.strftime("%Y-%m-%d")
    return opening if opening and opening.holds(__version__, _asked(options), today) else None


def _asked(options: RunOptions) -> str:
    """The command line's wishes as words that are the same for the same wishes."""
    paths = [str(path.absolute()) if path else "" for path in (options.exhibition, options.config)]
    return "\n".join((*paths, str(options.windowed), str(options.size), str(options.screen)))


def _behind_the_scenes(
    options: RunOptions,
    worker: WorkerProcess | None = None,
    read_large: Callable[[Config, ManifestReader], bytes | ManifestReading] = lambda _, reader: reader.answer(),
) -> tuple[Config, ManifestReading, Backstage | None]:
    """The configuration, the exhibition, and who prepares its pictures, the first one at once."""
    _set_up_log()
    from kiosk import backstage

    config = backstage.configured(options.config)
    reading = backstage.read(options.exhibition or config.exhibition, partial(read_large, config))
    if reading.exhibition is None:
        if worker:
            worker.rest()
        return config, reading, None
    behind = backstage.Backstage(reading.exhibition, config, worker)
    behind.prepare_beginning()
    return config, reading, behind


def _show(front: _Front, config: Config, reading: ManifestReading, backstage: Backstage | None) -> int:
    """Show the exhibition, in its window if it has one already, or say that we are back soon."""
    from PySide6.QtCore import QTimer

    from kiosk.bridge import messages, stand, window
    from kiosk.bridge.face import NO_RENDERER
    from kiosk.bridge.leaving import Leaving
    from kiosk.exhibition.manifest import manifest_file

    options, application, face = front.options, front.application, front.face
    messages.install()
    leaving = Leaving()
    # Queued, so that a signal that comes before the loop runs ends the loop as soon as it does.
    leaving.asked.connect(lambda: QTimer.singleShot(0, lambda: application.exit(0)))
    place = _place(options, config)
    manifest = manifest_file(options.exhibition or config.exhibition)
    try:
        if backstage is None:
            return _say_back_soon(front, place, reading.problems)
        from kiosk.house import House

        with contextlib.closing(House(application, backstage, face)) as house:
            shown = front.window or face.open_empty(kiosk=not place.windowed)
            standing = window.Standing(shown, house.gallery, place)
            house.open(shown)
            if not front.window:
                stand.show(shown, place)
            if not place.windowed:
                profile = Path(config.display.profile) if config.display.profile else None
                house.keep_opening(_asked(options), tuple(filter(None, (options.config, manifest, profile))))
            house.gallery.start()
            gc.freeze()  # what lives as long as the show is never collected, least of all on a thread of the workshop
            gc.enable()
            code = NO_RENDERER if face.undrawable else application.exec()
            standing.leave()
            return code
    finally:
        leaving.stop()
        messages.uninstall()


def _say_back_soon(front: _Front, place: Stand, problems: tuple[Problem, ...]) -> int:
    from PySide6.QtCore import QLocale

    from kiosk.bridge import fonts, stand
    from kiosk.bridge.attention import Attention
    from kiosk.bridge.words import Words

    application, face = front.application, front.face
    fonts.load_fonts()
    face.speak(Words(application, assets_folder() / "translations", (QLocale.system().name()[:2],)))
    told = [str(problem) for problem in problems[:TOLD_ON_SCREEN]]
    card = face.open("BackSoon.qml", {"kiosk": not place.windowed, "problems": told})
    attention = Attention(card, closable=place.windowed)
    stand.show(card, place)
    if front.window:
        front.window.close()
    code = application.exec()
    card.removeEventFilter(attention)
    face.close()
    return code or 2


def pixels_here(options: RunOptions) -> tuple[int, int] | None:
    """Width and height in pixels of what the show will have on this screen; None without a display."""
    if not _has_display():
        return None
    from PySide6.QtGui import QGuiApplication

    from kiosk.backstage import configured
    from kiosk.bridge.stand import USUAL_WINDOW, find_screen

    place = _place(options, configured(options.config))
    application = QGuiApplication([NAME])
    if not place.windowed:
        found = _pixels(place)
    else:
        screen = find_screen(place.screen)
        room, ratio = screen.availableSize(), screen.devicePixelRatio()
        wanted = place.size or USUAL_WINDOW
        found = round(min(wanted[0], room.width()) * ratio), round(min(wanted[1], room.height()) * ratio)
    del application
    return found


def tour(options: TourOptions) -> int:
    """Draw every screen as a PNG, without a display. Returns the exit code."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    config, reading, backstage = _behind_the_scenes(RunOptions(options.exhibition, options.config))
    if reading.exhibition is None or backstage is None:
        return 2
    spoken = reading.exhibition.languages
    unknown = [language for language in options.languages if language not in spoken]
    if unknown:
        sys.stderr.write(f"This exhibition does not speak {', '.join(unknown)}; it speaks {', '.join(spoken)}.\n")
        backstage.close()
        return 2
    from kiosk.staff.renderer import AUTO, SOFTWARE

    wish = str(config.display.renderer)
    application = _application(_choice(SOFTWARE if wish == AUTO else wish))  # a screen in memory has no graphics card
    from kiosk.bridge import messages
    from kiosk.bridge.face import Face
    from kiosk.bridge.tour import Tour
    from kiosk.house import House

    messages.install()
    try:
        face = Face()
        with contextlib.closing(House(application, backstage, face, still=True)) as house:
            window = face.open_empty(kiosk=True)
            house.open(window)
            guide = Tour(application, window, house.gallery, options.folder)
            for size in options.sizes or TOUR_SIZES:
                for language in options.languages or spoken[:1]:
                    for file in guide.walk(size, language):
                        sys.stdout.write(f"{file}\n")
            guide.end()
            del guide
    finally:
        messages.uninstall()
    return 0


def _choice(wish: str) -> Choice:
    """What draws."""
    from PySide6.QtCore import qVersion

    from kiosk.staff.renderer import choose

    return choose(wish, cache_folder(), qVersion() or "")


def _application(choice: Choice) -> QGuiApplication:
    """The one application object. The renderer has to be chosen before it."""
    from PySide6.QtGui import QGuiApplication

    from kiosk.bridge import renderer

    renderer.use(choice)
    running = QGuiApplication.instance()
    application = running if isinstance(running, QGuiApplication) else QGuiApplication([NAME])
    application.setApplicationName(NAME)
    application.setDesktopFileName(NAME)
    return application


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _set_up_log() -> None:
    import logging

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
