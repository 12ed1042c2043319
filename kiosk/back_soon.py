"""The card that is shown while nothing can be: it waits until the files can be read, and lets staff in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer

from kiosk.bridge.lockdown.lockdown import let_go
from kiosk.bridge.look import fonts
from kiosk.bridge.look.look import Look, true_density, unit_of
from kiosk.bridge.look.typography import Typography
from kiosk.bridge.revisions import Revisions
from kiosk.bridge.staff.corner import Corner
from kiosk.bridge.window import stand
from kiosk.bridge.window.attention import Attention
from kiosk.bridge.window.screens import OnScreen
from kiosk.bridge.words import Words
from kiosk.door import Door
from kiosk.exhibition import portable
from kiosk.exhibition.model import Brand
from kiosk.exhibition.palette import Wall
from kiosk.exhibition.places import assets_folder
from kiosk.staff.exits import AGAIN, QUIT
from kiosk.staff.logbook.book import last_lines
from kiosk.staff.report import Entry
from kiosk.visit.reach import band

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from kiosk.bridge.staff.panel import StaffPanel
    from kiosk.bridge.window.stand import Stand
    from kiosk.exhibition.config import Config
    from kiosk.exhibition.problems import Problem
    from kiosk.front import Front
    from kiosk.laptop import Laptop
    from kiosk.staff.bundles.at_hand import BundleDesk
    from kiosk.staff.logbook.line import Line
    from kiosk.staff.revision import Asked, Revision

TOLD_ON_SCREEN = 4
"""The most problems that the card names."""
AGAIN_MS = 2000
"""What could be read but not shown is read again after so long."""
READABLE = -1
"""What `wait` returns when there is something to show."""


class BackSoon(QObject):
    """Tells visitors that we are back soon, and staff what is wrong. It takes the place of the front's window.

    It is what the staff panel asks here: `Reception` of `kiosk.bridge.staff.desk`. `asked` is what was asked for, or
    what staff have wished instead. `now`: seconds of a clock that only runs on.
    """

    hung = None

    def __init__(
        self,
        front: Front,
        place: Stand,
        problems: Iterable[Problem],
        asked: Asked,
        config: Config,
        now: Callable[[], float],
    ) -> None:
        super().__init__()
        self.asked = asked
        self.config = config
        self._application = front.application
        self._place = place
        self._now = now
        self._started = now()
        self._open = True
        self._problems: dict[Problem, datetime] = {}
        self._bundles: BundleDesk | None = None
        serif = fonts.load_fonts()
        words = Words(front.application, assets_folder() / "translations", (QLocale.system().name()[:2],))
        front.face.speak(words)
        self._look = Look(Wall(config.display.wall), Brand(), serif, 0, self)
        self._type = Typography(serif, self)
        self._card = front.face.open(
            "BackSoon.qml",
            {"kiosk": not place.windowed, "problems": [], "look": self._look, "typography": self._type},
        )
        self._note(problems)
        self._corner = Corner(config.staff.gesture, now, self)
        self._attention = Attention(self._card, place.windowed, self._corner)
        self._attention.keyed.connect(self._mark)
        for signal in (self._card.widthChanged, self._card.heightChanged, self._card.screenChanged):
            signal.connect(self._fit)
        self._laptop: Laptop | None = None
        self._door = Door(front.face, self._card, self._corner, self, now, free=place.windowed)
        front.show(self._card, place)
        self._on_screen = OnScreen(self._card, place)
        self._fit()
        if front.window:
            let_go(front.window)
            front.window.close()
            front.window = None
        if place.windowed:
            from kiosk.laptop import Laptop  # noqa: PLC0415 - no kiosk has that

            self._laptop = Laptop(front.face, self._card, self, beside=portable.home())
        self._begin()

    @property
    def panel(self) -> StaffPanel | None:
        """The panel while it is open."""
        return self._door.panel

    def wait(self) -> int:
        """Run until the files can be shown, which is `READABLE`, or until the program is asked to leave."""
        return self._application.exec()

    def go_on(self, config: Config, problems: Iterable[Problem]) -> None:
        """What could be read cannot be shown after all: the card stays, and staff with it. It is tried again soon."""
        self.config = config
        self._note(problems)
        self._revisions.deleteLater()
        self._follow()
        QTimer.singleShot(AGAIN_MS, self._revisions, self._revisions.look)

    def close(self) -> None:
        """Take the card away."""
        if self._open:
            self._open = False
            self.end()
            for signal in (self._card.widthChanged, self._card.heightChanged, self._card.screenChanged):
                signal.disconnect(self._fit)
            self._card.removeEventFilter(self._attention)
            self._on_screen.end()
            let_go(self._card)
            self._card.close()

    def end(self) -> None:
        """The card says no more. Staff go on at the show, if there is one now."""
        self._revisions.end()
        self._door.end()
        if self._laptop:
            self._laptop.end()

    def _begin(self) -> None:
        self._follow()
        self._revisions.look()

    def _follow(self) -> None:
        """Hear what the files say, as they are asked for now."""
        self._revisions = Revisions(self.asked, self)
        self._revisions.came.connect(self._hear)

    def _hear(self, revision: Revision) -> None:
        self.config = revision.config
        self._note(revision.problems)
        self._corner.configure(self.config.staff.gesture)
        if revision.exhibition is not None:
            self._show()
        elif self._door.panel:
            self._door.panel.reloaded()
            self._door.panel.renewed()

    def _show(self) -> None:
        self._revisions.end()
        self._application.exit(READABLE)

    def _note(self, problems: Iterable[Problem]) -> None:
        now = datetime.now(UTC)
        self._problems = {problem: self._problems.get(problem, now) for problem in problems}
        self._card.setProperty("problems", [str(problem) for problem in self._problems][:TOLD_ON_SCREEN])

    def _fit(self) -> None:
        """Staff's panel is as large, and as much in reach, as it would be above a show."""
        window, display = self._card, self.config.display
        side, windowed = min(window.width(), window.height()), self._place.windowed
        density = stand.density(window.screen(), self._place.diagonal_inches)
        unit, true = unit_of(side, density, windowed), true_density(side, density, windowed)
        self._look.set_unit(unit, true)
        self._look.set_band(band(window.height(), true, None if windowed else display.bottom_edge_mm, unit))
        self._attention.pixels_per_mm = unit

    def _mark(self, by_keys: bool) -> None:
        self._card.setProperty("keyed", by_keys)

    # What the panel asks and does

    @property
    def manifest(self) -> Path:
        """What would be shown."""
        return self.asked.manifest(self.config)

    @property
    def follows_installs(self) -> bool:
        """Whether what is installed next is shown by itself."""
        return self.asked.follows_installs(self.config)

    @property
    def problems(self) -> tuple[Entry, ...]:
        """Why nothing is shown."""
        return tuple(Entry(since, problem) for problem, since in self._problems.items())

    @property
    def uptime_s(self) -> float:
        """Since when the card is there, in seconds."""
        return self._now() - self._started

    @property
    def bundles(self) -> BundleDesk:
        """What can be done with them."""
        from kiosk.staff.bundles.at_hand import BundleDesk  # noqa: PLC0415 - when staff are there

        self._bundles = self._bundles or BundleDesk(
            lambda: self.config.bundles, self._now, lambda: self.config.fleet.groups
        )
        return self._bundles

    def enter(self) -> None:
        """Staff have come in."""

    def reload(self) -> None:
        """Have the files read."""
        self._revisions.look()

    def open_installed(self) -> None:
        """Show what is installed until the program ends."""
        self.asked = self.asked._replace(installed=True)
        self._show()

    def open_other(self, named: Path) -> None:
        """Show another exhibition until the program ends."""
        self.asked = self.asked._replace(exhibition=named, installed=False)
        self._show()

    def leave(self, *, again: bool) -> None:
        """End the program, or start it again."""
        self._application.exit(AGAIN if again else QUIT)

    def log(self, most: int) -> list[Line]:
        """The last lines."""
        return last_lines(most)
