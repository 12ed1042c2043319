"""Staff's desk behind the show: it opens the staff panel when the corner was held, and does what staff ask for."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer

from kiosk.bridge.face import destroy
from kiosk.bridge.staff_desk import Health
from kiosk.exhibition.config_sections import Corner
from kiosk.exhibition.places import assets_folder, cache_folder, content_folder, state_folder
from kiosk.staff.exits import AGAIN, QUIT
from kiosk.staff.health import LastLines, bytes_in, free_bytes, resident_bytes
from kiosk.visit.opening import forget

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQuick import QQuickItem, QQuickWindow

    from kiosk.bridge.corner import Corner as Watched
    from kiosk.bridge.face import Face
    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.staff_panel import StaffPanel
    from kiosk.exhibition.config import Config
    from kiosk.exhibition.model import Exhibition
    from kiosk.exhibition.palette import Wall
    from kiosk.house import House
    from kiosk.staff.bundles.contents import Bundle
    from kiosk.staff.bundles.installing import Installed
    from kiosk.staff.bundles.watching import Offer, Watch
    from kiosk.staff.pin_file import PinLock
    from kiosk.staff.report import Entry
    from kiosk.staff.statistics.summary import Summary
    from kiosk.visit.session import Session


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


FADE_MS = 400
"""The panel is taken away when it has faded."""


class Desk(QObject):
    """Follows the `corner` of `frame`, in which `shows` has what is shown, as `Desk` of `kiosk.bridge.staff_desk`.

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
        self._state = state or state_folder()
        self._application = application
        self._face = face
        self._frame = frame
        self._shows = shows
        self._corner = corner
        self._now = now
        self._free = free
        self._started = now()
        self._before: tuple[Gallery, Session] | None = None
        self._lock: PinLock | None = None
        self._watch: Watch | None = None
        self._open: tuple[StaffPanel, QQuickItem] | None = None
        self._lines = LastLines()
        logging.getLogger().addHandler(self._lines)
        self._mark_corner()
        corner.begun.connect(self._remember)
        corner.held.connect(self.open)
        corner.used.connect(self._note_use)
        shows.hung.connect(self._follow)
        shows.heard.connect(self._tell_read)

    @property
    def panel(self) -> StaffPanel | None:
        """The panel while it is open."""
        return self._open[0] if self._open else None

    def open(self) -> None:
        """Let staff in, or ask for their PIN; what they did to get here no visitor has done."""
        if self._open:
            return
        from kiosk.bridge.staff_panel import StaffPanel  # noqa: PLC0415 - most days nobody wants it
        from kiosk.bridge.staff_words import StaffWords  # noqa: PLC0415 - see above

        if self._before and self._before[0] is self.gallery:
            self.gallery.sitting.take_back(self._before[1])
        panel = StaffPanel(self, StaffWords(assets_folder() / "translations"), self._pin(), self._now, free=self._free)
        panel.closed.connect(self._close, Qt.ConnectionType.QueuedConnection)
        self._corner.inside = True
        self._open = panel, self._face.hang_above(self._frame, "Staff/StaffRoom.qml", panel=panel)

    def close(self) -> None:
        """The show is over."""
        logging.getLogger().removeHandler(self._lines)
        if self._open:
            _, item = self._open
            self._open = None
            destroy(item)

    def _pin(self) -> PinLock:
        from kiosk.staff.pin_file import PinLock  # noqa: PLC0415 - see above

        self._lock = self._lock or PinLock(self._state, self._now, since=self._started)
        return self._lock

    def _remember(self) -> None:
        self._before = self.gallery, self.gallery.sitting.session

    def _mark_corner(self) -> None:
        """QML leaves to the corner whether a finger there is a visitor's."""
        self._frame.setProperty("staffCorner", list(Corner).index(self.config.staff.gesture.corner))

    def _note_use(self) -> None:
        if self._open:
            self._open[0].used()

    def _close(self) -> None:
        """The panel fades, and the keys are the visitor's again."""
        if not self._open:
            return
        panel, item = self._open
        self._open, self._corner.inside = None, False
        item.setProperty("leaving", True)
        face = self._frame.property("face")
        if face:
            face.forceActiveFocus()

        def take_away() -> None:
            destroy(item)
            panel.deleteLater()

        QTimer.singleShot(FADE_MS, self, take_away)

    def _follow(self) -> None:
        self._corner.configure(self.config.staff.gesture)
        self._mark_corner()
        self._before = None
        self._watch = None
        if self._open:
            self._open[0].renewed()

    def _tell_read(self) -> None:
        if self._open:
            self._open[0].reloaded()

    # What the panel asks and does

    @property
    def _house(self) -> House:
        return self._shows.house

    @property
    def exhibition(self) -> Exhibition:
        """What is shown."""
        return self._house.backstage.exhibition

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

    def reload(self) -> None:
        """Have the files read."""
        self._shows.look()

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
        behind = self._house.backstage
        cache = behind.cache
        return Health(
            resident_bytes(),
            bytes_in(cache.folder),
            cache.budget_bytes,
            free_bytes(cache.folder),
            behind.workshop.workers,
        )

    def shown_bundle(self) -> Bundle | None:
        """What is shown, if it was installed."""
        from kiosk.exhibition.installed import is_installed  # noqa: PLC0415 - see above
        from kiosk.staff.bundles.store import Store  # noqa: PLC0415 - see above

        return Store().current if is_installed(self.exhibition.folder, content_folder()) else None

    def visits(self) -> Summary:
        """The last days of this exhibition."""
        from kiosk.staff.hidden import name_of  # noqa: PLC0415 - see above
        from kiosk.staff.statistics.summary import summary  # noqa: PLC0415 - see above

        return summary(today=self.today(), exhibition=name_of(self.exhibition))

    def can_go_back(self) -> bool:
        """Whether something was installed before what is installed now."""
        from kiosk.staff.bundles.store import Store  # noqa: PLC0415 - see above

        store = Store()
        pointer = store.pointer
        return pointer is not None and store.bundle(pointer.previous) is not None

    def offers(self) -> tuple[Offer, ...]:
        """Newer bundles on sticks and in watched folders."""
        from kiosk.staff.bundles.store import Store  # noqa: PLC0415 - see above
        from kiosk.staff.bundles.watching import Watch  # noqa: PLC0415 - see above

        self._watch = self._watch or Watch(self.config.bundles, Store(), self._now)
        self._watch.scan()
        return self._watch.offers()

    def install(self, offer: Offer) -> Installed:
        """Install what is offered; the show follows by itself."""
        from kiosk.staff.bundles.installing import install  # noqa: PLC0415 - see above
        from kiosk.staff.bundles.store import Store  # noqa: PLC0415 - see above
        from kiosk.staff.bundles.watching import public_key  # noqa: PLC0415 - see above

        return install(offer.file, Store(), public_key(self.config.bundles))

    def roll_back(self) -> Installed:
        """Back to what was installed before."""
        from kiosk.staff.bundles.installing import roll_back  # noqa: PLC0415 - see above
        from kiosk.staff.bundles.store import Store  # noqa: PLC0415 - see above

        return roll_back(Store())

    def log(self) -> tuple[str, ...]:
        """The last lines."""
        return self._lines.lines
