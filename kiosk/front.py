"""What stands before the house: what was asked for, the application, and the window with its first picture.

On the screen before most of the program is loaded: hence the imports inside functions.
"""

from __future__ import annotations

import logging
import os
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibition.places import NAME, cache_folder, state_folder, toolkits_cache
from kiosk.exhibition.regular_files import clear_folder
from kiosk.staff.environment import shut_out_developers
from kiosk.staff.exits import QUIT
from kiosk.staff.reach import Reach, touch

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQuick import QQuickWindow

    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.window.face import Face
    from kiosk.bridge.window.stand import Stand
    from kiosk.exhibition.config import Config
    from kiosk.exhibition.manifest import ManifestReading
    from kiosk.exhibition.reader import ManifestReader
    from kiosk.staff.renderer import Choice
    from kiosk.staff.seat import Seat
    from kiosk.visit.clocks import Clocks
    from kiosk.visit.opening import Beginning

    Beside = Callable[[QQuickWindow, Callable[[], Gallery]], AbstractContextManager[object]]

OWN_VARIABLES = ("QT_QPA_UPDATE_IDLE_TIME", "QML_DISABLE_DISK_CACHE")
"""What the program tells Qt by itself; from outside it is not listened to."""

_log = logging.getLogger(__name__)


class RunOptions(NamedTuple):
    """What the command line asks for. `size` is (width, height) in pixels; None leaves it to the configuration.

    `rehearse`: the time of day that it is to be when the show begins; one without a zone is that of the opening hours.
    `clocks`: others than the computer's own. `beside`: what goes on beside the show in its window until it
    ends, told which gallery is shown. `guide`: the guide for staff is open, in a window.
    """

    exhibition: Path | None = None
    config: Path | None = None
    windowed: bool = False
    size: tuple[int, int] | None = None
    screen: str | None = None
    rehearse: datetime | None = None
    clocks: Clocks | None = None
    beside: Beside | None = None
    guide: bool = False

    def words(self) -> str:
        """What is asked for as words that are the same for the same wishes."""
        paths = [str(path.absolute()) if path else "" for path in (self.exhibition, self.config)]
        return "\n".join((*paths, str(self.windowed), str(self.size), str(self.screen)))


class Front:
    """The application, QML's engine and the window of a show, each made when it is first needed.

    `reach` asks whether drives answer. `seat`: a kiosk's place on its screen. `unheard`: the variables that a kiosk
    does not listen to.
    """

    application: QGuiApplication
    choice: Choice
    face: Face

    def __init__(self, options: RunOptions, reach: Reach | None = None) -> None:
        self.options = options
        self.reach = reach or Reach()
        self.window: QQuickWindow | None = None
        self.seat: Seat | None = None
        self.unheard: tuple[str, ...] = ()
        self._built = False

    def build(self, renderer: str, screen: str | None) -> None:
        """Have an application that draws as the configuration says, and an engine.

        A kiosk, which is all over a `screen`, hears no developers and is alone there: a second one ends here, with 0.
        """
        if not self._built:
            self._built = True
            self.unheard = shut_out_developers(os.environ) if screen else ()
            ours = self.reach.ask(_look_at_our_folders, otherwise=False)
            self.choice = choice(renderer) if ours else _guessed(renderer)
            self.application = application(self.choice)
            if screen and ours:
                self.seat = _seat(screen)
            if not ours:
                os.environ["QML_DISABLE_DISK_CACHE"] = "1"  # Qt would wait for it
            from kiosk.bridge.window.face import Face

            self.face = Face()

    def show(self, window: QQuickWindow, place: Stand) -> None:
        """Show a window where it is wanted; a kiosk's is locked down from then on."""
        from kiosk.bridge.window import stand

        if place.windowed:
            self._come_up(window, place)
            return
        from kiosk.bridge.lockdown.lockdown import Lockdown

        Lockdown(window, self._shares_keys)
        stand.show(window, place)

    def _come_up(self, window: QQuickWindow, place: Stand) -> None:
        """Somebody's own window is where it was; a second one does not hide the first."""
        from kiosk.bridge.laptop.window import come_up
        from kiosk.bridge.window.icon import program_icon
        from kiosk.staff.laptop.settings import SettingsFile
        from kiosk.staff.seat import Seat, Taken

        taken = False
        if self.seat is None:
            try:
                self.seat = Seat(state_folder() / "windows", "window")
            except Taken:
                taken = True
        self.application.setWindowIcon(program_icon())
        come_up(window, place, SettingsFile().read(), taken=taken)

    def begin(self, place: Stand, beginning: Beginning) -> None:
        """Have a window on the screen, with what the show begins with drawn in it."""
        self.window = self.face.open_empty(kiosk=True)
        self.face.begin(self.window, beginning)
        self.show(self.window, place)
        self.face.wait_for_beginning(self.window)

    def take_messages(self) -> None:
        """From now on Qt's messages are log records; the first of ours are what was not listened to."""
        from kiosk.bridge import messages

        messages.install()
        if self.unheard:
            names = ", ".join(self.unheard)
            _log.warning("not listened to in full screen: %s. Unset them, or use a window: kiosk --windowed", names)

    def _shares_keys(self) -> bool:
        """Whether kiosks on other screens have as much right to the keys."""
        return self.seat is not None and self.seat.has_neighbours()

    def going(self, code: int) -> None:
        """The show ends with this code, as soon as it is taken down."""
        if self.seat and code == QUIT:
            self.seat.note_quit()

    def leave(self) -> None:
        """Let another have the screen."""
        if self.seat:
            self.seat.leave()

    def unpack(self, config: Config, bundle: Path) -> Path:
        """The exhibition in a bundle, in the cache; until then its title is on the screen. Raises BundleRefused."""
        from kiosk.staff.bundles.archive import open_bundle
        from kiosk.staff.bundles.viewing import is_unpacked, unpacked

        if is_unpacked(bundle):
            return unpacked(bundle)
        self.build(str(config.display.renderer), kiosk_screen(self.options, config))
        from kiosk.bridge.window import waiting
        from kiosk.exhibition.palette import Wall

        if self.window is None:
            place = place_of(self.options, config)
            self.window = self.face.open_empty(kiosk=not place.windowed)
            self.face.shut_off()
            with open_bundle(bundle) as archive:
                waiting.show_title(self.window, archive.bundle.title, Wall(config.display.wall))
            self.show(self.window, place)
        folder = waiting.beside(lambda: unpacked(bundle), self.window)
        if folder is None:
            os._exit(0)  # as when asked to leave so early
        return folder

    def wait(self, config: Config, reader: ManifestReader) -> bytes | ManifestReading:
        """The answer of a reader; until it comes, its exhibition's name is on the screen, or a picture that was."""
        self.build(str(config.display.renderer), kiosk_screen(self.options, config))
        from kiosk.backstage import fonts_folder
        from kiosk.bridge.window import waiting
        from kiosk.exhibition.manifest import read_heading
        from kiosk.exhibition.palette import Wall
        from kiosk.staff.typefaces import remembered

        if self.window is None:
            place = place_of(self.options, config)
            self.window = self.face.open_empty(kiosk=not place.windowed)
            self.face.shut_off()
            heading = read_heading(reader.manifest)
            own = remembered(heading.brand.fonts, fonts_folder()) if heading else ()
            waiting.show_heading(self.window, heading, Wall(config.display.wall), own)
            self.show(self.window, place)
        answer = waiting.beside(reader.answer, self.window)
        if answer is None:
            reader.end()
            os._exit(0)  # as when asked to leave so early
        return answer


def pixels(place: Stand) -> tuple[int, int]:
    """Width and height of the screen in its own pixels."""
    from kiosk.bridge.window.stand import find_screen

    screen = find_screen(place.screen)
    size = screen.size() * screen.devicePixelRatio()
    return size.width(), size.height()


def kiosk_screen(options: RunOptions, config: Config) -> str | None:
    """Which screen a kiosk is wanted on; None for a window."""
    windowed = options.windowed or options.size is not None or config.display.mode == "windowed"
    return None if windowed else options.screen or config.display.screen


def _seat(wanted: str) -> Seat:
    """The one place on a screen. Where that is taken the program ends, as early as when it is asked to.

    A supervisor hears whose going it has to wait for, and says so itself.
    """
    from kiosk.bridge.window.stand import find_screen
    from kiosk.staff.exits import ALREADY, FINE
    from kiosk.staff.seat import Seat, Taken
    from kiosk.supervising import telling
    from kiosk.supervising.watched import order

    screen = find_screen(wanted).name()
    session = [os.environ.get(name, "") for name in ("DISPLAY", "WAYLAND_DISPLAY")]
    try:
        return Seat(state_folder(), "\n".join((*session, screen)))
    except Taken as taken:
        if ordered := order():
            telling.Pipe(ordered.beats).tell(f"{telling.TAKEN}{taken}")
            os._exit(ALREADY)
        told = f"Kiosk Gallery is on the screen {screen or 'of this computer'} already."
        sys.stdout.write(f"{told} To see it in a window besides: kiosk --windowed\n")
        sys.stdout.flush()
        os._exit(FINE)


def place_of(options: RunOptions, config: Config) -> Stand:
    """Where the window is wanted: as asked for, else as configured."""
    from kiosk.bridge.window.stand import Stand

    return Stand(
        windowed=kiosk_screen(options, config) is None,
        size=options.size,
        screen=options.screen or config.display.screen,
        diagonal_inches=config.display.diagonal_inches,
    )


def clocks_of(options: RunOptions, config: Config) -> Clocks:
    """Those asked for; else the computer's, put on for a rehearsal."""
    from kiosk.bridge.doors import wall_clock
    from kiosk.visit.clocks import Clocks
    from kiosk.visit.rehearsal import rehearsed

    if options.clocks:
        return options.clocks
    if options.rehearse:
        day = rehearsed(options.rehearse, config.hours.timezone, time.monotonic)
        return Clocks(time.monotonic, day, rehearsing=True)
    return Clocks(time.monotonic, wall_clock)


def pixels_here(options: RunOptions) -> tuple[int, int] | None:
    """Width and height in pixels of what the show will have on this screen; None without a display."""
    if not has_display():
        return None
    from PySide6.QtGui import QGuiApplication

    from kiosk.backstage import configured
    from kiosk.bridge.window.stand import USUAL_WINDOW, find_screen

    place = place_of(options, configured(options.config))
    application = QGuiApplication([NAME])
    if not place.windowed:
        found = pixels(place)
    else:
        screen = find_screen(place.screen)
        room, ratio = screen.availableSize(), screen.devicePixelRatio()
        wanted = place.size or USUAL_WINDOW
        found = round(min(wanted[0], room.width()) * ratio), round(min(wanted[1], room.height()) * ratio)
    del application
    return found


def choice(wish: str) -> Choice:
    """What draws."""
    from PySide6.QtCore import qVersion

    from kiosk.staff.renderer import Choice, choose
    from kiosk.supervising.watched import order

    ordered = order()
    if ordered and ordered.software:
        return Choice(wish=wish, software=True, reason="the show has failed before anything was on the screen")
    return choose(wish, cache_folder(), qVersion() or "")


def _guessed(wish: str) -> Choice:
    """What draws where the folder does not answer in which it is kept what can."""
    from kiosk.staff.renderer import AUTO, SOFTWARE, Choice

    return Choice(wish=SOFTWARE if wish == AUTO else wish, software=wish != "opengl", reason="the disk does not answer")


def _look_at_our_folders() -> bool:
    """Whether the program's own folders answer, at all. What would keep Qt waiting in them is removed."""
    clear_folder(toolkits_cache())
    return touch(cache_folder(), state_folder())


def application(choice: Choice) -> QGuiApplication:
    """The one application object. The renderer has to be chosen before it."""
    from PySide6.QtGui import QGuiApplication

    from kiosk.bridge.window import renderer

    renderer.use(choice)
    os.environ["QT_QPA_UPDATE_IDLE_TIME"] = "0"  # draw what has changed at once; Qt would wait 5 ms for more to change
    running = QGuiApplication.instance()
    application = running if isinstance(running, QGuiApplication) else QGuiApplication([NAME])
    application.setApplicationName(NAME)
    application.setDesktopFileName(NAME)
    return application


def has_display() -> bool:
    """Whether there is a screen to show anything on."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
