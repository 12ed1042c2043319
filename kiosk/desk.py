"""Staff's desk behind the show: it opens the staff panel when the corner was held, and does what staff ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from kiosk.bridge.staff.desk import Health
from kiosk.darkening import Darkening
from kiosk.door import Door
from kiosk.exhibition.config_sections import Corner
from kiosk.exhibition.places import cache_folder, state_folder
from kiosk.staff.exits import AGAIN, QUIT
from kiosk.staff.health import bytes_in, free_bytes, resident_bytes
from kiosk.staff.logbook.book import last_lines
from kiosk.visit.opening import forget

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQuick import QQuickWindow

    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.staff.corner import Corner as Watched
    from kiosk.bridge.staff.panel import StaffPanel
    from kiosk.bridge.window.face import Face
    from kiosk.exhibition.config import Config
    from kiosk.exhibition.model import Exhibition
    from kiosk.exhibition.palette import Wall
    from kiosk.house import House
    from kiosk.pictures.storage.quarantine import Case
    from kiosk.staff.bundles.at_hand import BundleDesk
    from kiosk.staff.logbook.line import Line
    from kiosk.staff.report import Entry
    from kiosk.staff.statistics.summary import Summary
    from kiosk.visit.session import Session


LONGEST_TAP_S = 3.0
"""Slow hands press so long, which is more than Qt's 0.8 s."""


class Shown(Protocol):
    """What shows a house: `kiosk.rehang`, or something that only stands still."""

    house: House
    wall: Wall | None
    hung: SignalInstance
    heard: SignalInstance

    def renew(self) -> None:
        """Hang what is shown once more."""

    def look(self) -> None:
        """Read the files; `heard` comes then."""

    def show_installed(self) -> None:
        """Show what is installed, whatever the configuration names."""

    def show_other(self, named: Path) -> None:
        """Show this exhibition, whatever was asked for before."""

    @property
    def follows_installs(self) -> bool:
        """Whether what is installed next is shown by itself."""


class Desk(QObject):
    """Follows the `corner` of `frame`, in which `shows` has what is shown, as `Desk` of `kiosk.bridge.staff.desk`.

    `now`: seconds of a clock that only runs on. `free`: without a PIN anybody may enter, since this is somebody's own
    window. `state`: where the PIN is kept. Nothing of the panel is loaded before staff want it.
    """

    def __init__(
        self,
        application: QGuiApplication,
        face: Face,
        frame: QQuickWindow,
        shows: Shown,
        corner: Watched,
        now: Callable[[], float],
        *,
        free: bool,
        state: Path | None = None,
    ) -> None:
        super().__init__()
        self._application = application
        self._frame = frame
        self._shows = shows
        self._corner = corner
        self._now = now
        self._free = free
        self._started = now()
        self._before: tuple[Gallery, Session] | None = None
        self._bundles: BundleDesk | None = None
        self._mark_corner()
        corner.begun.connect(self._remember)
        corner.held.connect(self._take_back)
        self._darkening = Darkening(lambda: self.gallery, lambda: self.config, corner.used, self, free=free)
        self._door = Door(face, frame, corner, self, now, free=free, state=state)
        shows.hung.connect(self._follow)
        shows.heard.connect(self._tell_read)

    @property
    def panel(self) -> StaffPanel | None:
        """The panel while it is open."""
        return self._door.panel

    @property
    def dark(self) -> bool:
        """Whether the screen is switched off, since it is closed."""
        return self._darkening.dark

    def open(self) -> None:
        """Let staff in, or ask for their PIN."""
        self._door.open()

    def close(self) -> None:
        """The show is over."""
        self._door.end()
        self._darkening.end()

    def turn_screen(self, on: bool, told: Callable[[bool, str], object]) -> bool:
        """Switch the screen off until it is switched on, or the next opening. Whether `told` hears what came of it."""
        return self._darkening.turn_screen(on, told)

    @property
    def lit(self) -> bool:
        """Whether the screen is on, as far as this has to do with it."""
        return self._darkening.lit

    def _remember(self) -> None:
        self._before = self.gallery, self.gallery.sitting.session

    def _take_back(self) -> None:
        """What staff did to get in no visitor has done."""
        if self._before and self._before[0] is self.gallery and not self._door.panel:
            self.gallery.sitting.take_back(self._before[1])

    def _mark_corner(self) -> None:
        """QML leaves to the corner whether a finger there is a visitor's."""
        gesture = self.config.staff.gesture
        self._frame.setProperty("staffCorner", list(Corner).index(gesture.corner))
        self._frame.setProperty("longestTap", min(LONGEST_TAP_S, 0.8 * gesture.hold_s))

    def _follow(self) -> None:
        self._corner.configure(self.config.staff.gesture)
        self._mark_corner()
        self._before = None
        self._darkening.follow()
        if self.panel:
            self.panel.renewed()

    def _tell_read(self) -> None:
        if self.panel:
            self.panel.reloaded()

    # What the panel asks and does

    @property
    def _house(self) -> House:
        return self._shows.house

    @property
    def hung(self) -> Desk:
        """This: there is something."""
        return self

    @property
    def manifest(self) -> Path:
        """What is shown."""
        return self.exhibition.source

    @property
    def follows_installs(self) -> bool:
        """Whether what is installed next is shown by itself."""
        return self._shows.follows_installs

    @property
    def exhibition(self) -> Exhibition:
        """What is shown."""
        return self._house.backstage.exhibition

    @property
    def counting(self) -> bool:
        """Whether visits count here."""
        return self.config.statistics.counts(windowed=self._free)

    @property
    def bundles(self) -> BundleDesk:
        """What can be done with them."""
        from kiosk.staff.bundles.at_hand import BundleDesk  # noqa: PLC0415 - most days nobody wants it

        self._bundles = self._bundles or BundleDesk(
            lambda: self.config.bundles, self._now, lambda: self.config.fleet.groups
        )
        return self._bundles

    def enter(self) -> None:
        """Staff have come in: it is day."""
        self.gallery.entrance.keep_shut(False)

    @property
    def config(self) -> Config:
        """As it is now."""
        return self._house.backstage.config

    @property
    def gallery(self) -> Gallery:
        """The one that is shown."""
        return self._house.gallery

    @property
    def problems(self) -> tuple[Entry, ...]:
        """The staff report."""
        return self._house.backstage.report.entries

    @property
    def uptime_s(self) -> float:
        """Since when it runs, in seconds."""
        return self._now() - self._started

    @property
    def wall(self) -> Wall:
        """The wall that every visitor finds."""
        return self.gallery.home_wall

    def today(self) -> date:
        """The day by the show's clock."""
        return self.gallery.today

    def hidden(self) -> dict[int, date | None]:
        """The works that are hidden today."""
        today = self.today()
        kept = self._house.backstage.hidden.of(self.exhibition)
        return {work: until for work, until in kept.items() if until is None or today < until}

    def hide(self, work: int, until: date | None) -> bool:
        """Hide a work everywhere."""
        done = self._house.backstage.hidden.hide(self.exhibition, work, until, self.today())
        if done:
            self._hang_again()
        return done

    def show(self, work: int) -> None:
        """Show a work again everywhere."""
        self._house.backstage.hidden.show(self.exhibition, work, self.today())
        self._hang_again()

    def _hang_again(self) -> None:
        forget(cache_folder())  # the next start does not begin with what was hidden
        self._shows.renew()

    def retry(self) -> int:
        """Try failed pictures again."""
        return self._house.retry()

    def resting(self) -> list[tuple[int, Case]]:
        """Works whose pictures rest."""
        return self._house.resting()

    def wake(self, work: int) -> None:
        """Try a picture that rests again."""
        self._house.wake(work)

    def reload(self) -> None:
        """Have the files read."""
        self._shows.look()

    def open_installed(self) -> None:
        """Show what is installed until the program ends."""
        self._shows.show_installed()

    def open_other(self, named: Path) -> None:
        """Show another exhibition until the program ends."""
        self._shows.show_other(named)

    def hang_on(self, wall: Wall) -> None:
        """Another wall until the program ends."""
        self._shows.wall = wall
        self._shows.renew()

    def make_night(self) -> None:
        """A black screen until the next opening, or until staff come back."""
        self.gallery.entrance.keep_shut(True)

    def leave(self, *, again: bool) -> None:
        """End the program, or start it again."""
        self._application.exit(AGAIN if again else 0 if self._free else QUIT)

    def health(self) -> Health:
        """How the program does now."""
        from kiosk.supervising.record import read  # noqa: PLC0415 - see above

        behind, record = self._house.backstage, read(state_folder())
        cache = behind.cache
        return Health(
            resident_bytes(),
            bytes_in(cache.folder),
            cache.budget_bytes,
            free_bytes(cache.folder),
            behind.workshop.workers,
            record.restarts,
            record.why,
            record.at,
        )

    def visits(self) -> Summary:
        """The last days of this exhibition."""
        from kiosk.staff.hidden import name_of  # noqa: PLC0415 - most days nobody wants it
        from kiosk.staff.statistics.summary import summary  # noqa: PLC0415 - see above

        return summary(today=self.today(), exhibition=name_of(self.exhibition))

    def log(self, most: int) -> list[Line]:
        """The last lines."""
        return last_lines(most)
