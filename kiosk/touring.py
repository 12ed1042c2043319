"""Drawing every screen of an exhibition as a PNG, without a display."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk import __version__, front
from kiosk.backstage import open_backstage
from kiosk.staff.rooms import room

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQuick import QQuickWindow

    from kiosk.bridge.window.face import Face
    from kiosk.desk import Desk
    from kiosk.exhibition.palette import Wall
    from kiosk.house import House
    from kiosk.laptop import Laptop

PIN = "481516"
TOUR_SIZES = ((1920, 1080), (1080, 1920), (3840, 2160), (1366, 768))


class TourOptions(NamedTuple):
    """What to draw and where. No sizes: the usual four; no languages: the exhibition's first."""

    exhibition: Path | None = None
    config: Path | None = None
    folder: Path = Path("tour")
    sizes: tuple[tuple[int, int], ...] = ()
    languages: tuple[str, ...] = ()


def tour(options: TourOptions) -> int:
    """Draw every screen as a PNG, without a display. Returns the exit code."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    config, reading, backstage = open_backstage(options.config, options.exhibition)
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
    application = front.application(
        front.choice(SOFTWARE if wish == AUTO else wish)
    )  # a screen in memory has no graphics card
    from kiosk.bridge import messages
    from kiosk.bridge.touring.tour import Tour
    from kiosk.bridge.window.face import Face
    from kiosk.exhibition.manifest import read_manifest
    from kiosk.house import House

    messages.install()
    try:
        face = Face()
        with (
            contextlib.closing(House(application, backstage, face, still=True)) as house,
            contextlib.ExitStack() as stack,
        ):
            window = face.open_empty(kiosk=True)
            house.open(window)
            stack.enter_context(contextlib.closing(desk := still_desk(application, face, window, house, stack)))
            missing = read_manifest(options.folder / "manifest.yaml").problems
            card = face.open("BackSoon.qml", {"kiosk": True, "problems": list(map(str, missing))})
            inches = config.display.diagonal_inches
            own = stack.enter_context(still_own(face, window, desk))
            guide = Tour(application, window, house.gallery, options.folder, inches, staff=desk, own=own)
            for size in options.sizes or TOUR_SIZES:
                for language in options.languages or spoken[:1]:
                    for file in guide.walk(size, language):
                        sys.stdout.write(f"{file}\n")
                    sys.stdout.write(f"{guide.draw_card(card, size, language)}\n")
                    sys.stdout.write(f"{guide.draw_curtain(size, language, spoken)}\n")
            card.close()
            guide.sight.end()
            del guide
    finally:
        messages.uninstall()
    return 0


def still_desk(
    application: QGuiApplication, face: Face, window: QQuickWindow, house: House, stack: contextlib.ExitStack
) -> Desk:
    """Staff's desk behind a show for which no time passes, with a PIN that is forgotten with `stack`."""
    from PySide6.QtCore import QObject, Signal

    from kiosk.bridge.staff.corner import Corner
    from kiosk.desk import Desk
    from kiosk.staff.pin_file import set_pin

    class Still(QObject):
        """A house that stays as it is."""

        hung = Signal()
        heard = Signal()
        follows_installs = True

        def __init__(self) -> None:
            super().__init__()
            self.house = house
            self.wall: Wall | None = None

        def renew(self) -> None:
            """Nothing is decided here."""

        def look(self) -> None:
            """Nothing changes here."""

        def show_installed(self) -> None:
            """Nothing else comes here."""

        def show_other(self, named: Path) -> None:
            """Nor does this."""

    state = stack.enter_context(room("tour"))
    set_pin(PIN, state)
    _note_something(house.backstage.exhibition.source, stack)
    begun = time.monotonic()
    corner = Corner(house.backstage.config.staff.gesture, lambda: begun)
    return Desk(application, face, window, Still(), corner, lambda: begun, free=False, state=state)


@contextlib.contextmanager
def still_own(face: Face, window: QQuickWindow, desk: Desk) -> Iterator[Laptop]:
    """The menu and the guide of somebody's own window, and what was opened there; nothing of it is remembered."""
    from functools import partial

    import msgspec

    from kiosk.laptop import Laptop
    from kiosk.staff.laptop.settings import Recent, SettingsFile

    with room("own") as folder:
        settings = SettingsFile(folder)
        opened = (
            Recent("/media/kiosk/STICK/spring-2027.kiosk", "Spring 2027"),
            Recent("/home/kiosk/exhibitions/rule-and-chance", "Rule and Chance"),
        )
        settings.change(partial(msgspec.structs.replace, recent=opened, guided=True))
        laptop = Laptop(face, window, desk, settings=settings)
        try:
            yield laptop
        finally:
            laptop.end()


def _note_something(manifest: Path, stack: contextlib.ExitStack) -> None:
    """A log such as a kiosk has, for the page of staff that shows it; nothing else hears of it."""
    import logging

    from kiosk.staff.logbook.book import Logbook

    logbook = Logbook()
    logging.getLogger().addHandler(logbook)
    stack.callback(logging.getLogger().removeHandler, logbook)
    for age_s, level, words in (
        (88_000, logging.INFO, f"Kiosk Gallery {__version__} shows {manifest.name}"),
        (87_000, logging.ERROR, "unexpected error while bundles were looked for"),
        (7_200, logging.WARNING, "the log cannot be written: No space left on device. It is kept in memory."),
        (5_400, logging.INFO, "the log is written again, after 30 min and 31 failures"),
        (600, logging.INFO, f"shows what {manifest.name} says now"),
    ):
        record = logging.LogRecord("kiosk", level, "", 0, words, None, None)
        record.created -= age_s
        logbook.handle(record)
