"""The exhibition in its window, and the next one when the files that describe it have changed."""

from __future__ import annotations

import gc
import logging
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk import drives
from kiosk.backstage import Backstage
from kiosk.bridge.changes import EXCHANGE
from kiosk.bridge.revisions import Revisions
from kiosk.bridge.upkeep import allocator
from kiosk.bridge.window import window
from kiosk.exhibition.problems import Severity
from kiosk.house import House
from kiosk.staff.revision import left_for_later
from kiosk.visit.session import Screen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQuick import QQuickItem, QQuickWindow

    from kiosk.bridge.counting import Counter
    from kiosk.bridge.staff.corner import Corner
    from kiosk.bridge.window.face import Face
    from kiosk.bridge.window.stand import Stand
    from kiosk.exhibition.model import Exhibition
    from kiosk.exhibition.palette import Wall
    from kiosk.exhibition.problems import Problem
    from kiosk.staff.revision import Asked, Revision
    from kiosk.visit.clocks import Clocks

PATIENCE_MS = 2000
"""The longest that the next exhibition waits for its first picture to be loaded before it is shown without."""
SECOND_LOOK_MS = 500
"""What is wrong, or a picture that has changed, may be half saved: it is believed if it is the same so long after."""
LIFT_MS = 50
"""How often it is looked whether a finger is still on the screen."""
MOST_LIFTS = 600
"""How often at most, which is for half a minute: what is touched acts where it was touched, unless it is gum."""

_log = logging.getLogger("kiosk")


class Rehang(QObject):
    """Shows `house` in `frame`, and instead of it what the files say when they change.

    They are read beside the show. The next exhibition is hung out of sight and comes on when its first picture is
    loaded; who is visiting stays where they are, with all they did until then. With a new mistake in the files
    everything stays as it is, and staff are told. Who looks closely at a work is not disturbed: the change waits until
    they have looked. So it does for a finger that is on the screen, but not long. A rehearsal goes on by its `clocks`.
    """

    wrong = Signal(object)
    righted = Signal(object)
    """A problem that was noticed beside the show, on any thread."""
    hung = Signal()
    """`house` is another one now."""
    heard = Signal()
    """The files have been read; what they say is what is shown, or what will be, or what is wrong."""

    def __init__(
        self,
        application: QGuiApplication,
        face: Face,
        frame: QQuickWindow,
        house: House,
        place: Stand,
        asked: Asked,
        clocks: Clocks | None = None,
        corner: Corner | None = None,
    ) -> None:
        super().__init__()
        self.house = house
        self._corner = corner
        self._application = application
        self._face = face
        self._frame = frame
        self._place = place
        self._clocks = clocks
        self._standing = window.Standing(frame, house.gallery, place, corner)
        self._shown: Revision | None = None
        self._doubted: Revision | None = None
        self._next: tuple[House, QQuickItem, Revision] | None = None
        self._renewing = self._opening = False
        self._opening = False  # somebody wants this very one, mistakes and all
        self._lifts, self._decided = MOST_LIFTS, False
        self.wall: Wall | None = None  # instead of the configured one, until the program ends
        self._closed = False
        self._counter: Counter | None = None
        self._revisions = Revisions(asked, self)
        self._revisions.came.connect(self._hear)
        self._revisions.silent.connect(self._miss)
        self._second_look = QTimer(self, singleShot=True, interval=SECOND_LOOK_MS)
        self._second_look.timeout.connect(self._revisions.look)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._look_up)
        self._lifting = QTimer(self, singleShot=True, interval=LIFT_MS)
        self._lifting.timeout.connect(self._look_up)
        self.wrong.connect(self._complain, Qt.ConnectionType.QueuedConnection)
        self.righted.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        house.gallery.loop.opened.connect(self._revisions.look)
        if not house.gallery.entrance.are_open:
            QTimer.singleShot(0, self._revisions.look)  # no picture will come first
        for first in (house.gallery.loop.opened, house.gallery.sitting.changed):
            first.connect(self._begin_to_count, Qt.ConnectionType.SingleShotConnection)

    def close(self) -> None:
        """Let go of the window, and of everything that is shown in it."""
        self._closed = True
        self._revisions.end()
        self._standing.leave()
        if self._counter:
            self._counter.close()
        if self._next:
            self._next[0].empty()
        self.house.close()

    def _begin_to_count(self) -> None:
        """The first picture is on the screen, or a visitor has come before it."""
        if self._counter is None and not self._next:
            self._count(self.house)

    def _count(self, house: House) -> None:
        """Count the visits in a house from now on; in a rehearsal nobody visits."""
        if not (self._closed or (self._clocks and self._clocks.rehearsing)):
            self._counter = house.count(self._counter, self.wrong.emit, windowed=self._place.windowed)

    @property
    def counter(self) -> Counter | None:
        """What counts the visits; None where nothing does, or not yet."""
        return self._counter

    def renew(self) -> None:
        """Hang what is shown once more, by what staff have decided about it."""
        self._renewing = True
        if self.house.gallery.sitting.session.screen is Screen.CLOSER:
            self.house.gallery.sitting.enter(Screen.STAGE)
        if self._shown and self._shown.exhibition and not self._next and not self._closed:
            self._hang(self._shown, self._shown.exhibition)
        else:
            self._revisions.look()

    def look(self) -> None:
        """Read the files now; `heard` comes afterwards."""
        self._revisions.look()

    def show_installed(self) -> None:
        """Show what is installed from now on, whatever the configuration names."""
        self._revisions.ask(self._revisions.asked._replace(installed=True))

    def show_other(self, named: Path) -> None:
        """Show this exhibition from now on, which somebody has opened: it begins with its invitation."""
        self._opening = True
        self.house.gallery.sitting.go_home()
        self._revisions.ask(self._revisions.asked._replace(exhibition=named, installed=False))

    @property
    def follows_installs(self) -> bool:
        """Whether what is installed next is shown by itself."""
        return self._revisions.asked.follows_installs(self.house.backstage.config)

    def _miss(self) -> None:
        self.house.backstage.trouble(drives.silent(self.house.backstage.exhibition.source))

    def _hear(self, revision: Revision) -> None:
        if drives.note(self.house.backstage, revision):
            self.house.recover()
        self.house.note_room()
        if self._closed or self._next or self._looked_at_closely(self._revisions.look):
            return
        self._judge(revision)
        self.heard.emit()

    def _judge(self, revision: Revision) -> None:
        shown = self._shown = self._shown or self._as_opened(revision)
        doubted, self._doubted = self._doubted, None
        if self._renewing and shown.exhibition:
            self._hang(shown, shown.exhibition)
        elif revision.shows_as(shown):
            self._opening = False
            self._believe(revision)
        elif self._opening and revision.exhibition:
            self._hang(revision, revision.exhibition)
        elif revision.may_be_unfinished(shown) and revision != doubted:
            self._doubted = revision
            self._second_look.start()
        elif revision.exhibition is None or revision.faults - shown.faults:
            self._refuse(revision)
        else:
            self._hang(revision, revision.exhibition)

    def _looked_at_closely(self, then: Callable[[], None]) -> bool:
        """Whether somebody looks closely at a work; `then` follows when they have looked."""
        sitting = self.house.gallery.sitting
        if sitting.session.screen is not Screen.CLOSER:
            return False
        sitting.changed.connect(then, Qt.ConnectionType.SingleShotConnection)
        return True

    def _as_opened(self, revision: Revision) -> Revision:
        """What the files said when the show began."""
        behind = self.house.backstage
        return revision._replace(config=behind.config, exhibition=behind.exhibition, fonts=behind.fonts)

    def _believe(self, revision: Revision) -> None:
        self._shown = revision
        self.house.backstage.report.clear_files(self._revisions.files(revision))

    def _refuse(self, revision: Revision) -> None:
        """Keep what is shown, and tell staff why."""
        for problem in revision.problems:
            if problem.severity is Severity.ERROR:
                self.house.backstage.complain(problem)

    def _settle(self, problem: Problem) -> None:
        self.house.backstage.report.clear_fault(problem)

    def _complain(self, problem: Problem) -> None:
        self.house.backstage.complain(problem)

    def _hang(self, revision: Revision, exhibition: Exhibition) -> None:
        """Hang the next exhibition out of sight."""
        before = self.house
        config_file, *_ = self._revisions.files(revision)
        for problem in left_for_later(before.backstage.config, revision.config, config_file):
            before.backstage.complain(problem)
        if self._shown:
            before.backstage.cache.doubt(file.path for file in revision.pictures ^ self._shown.pictures)
        _collect()
        self._renewing = self._opening = False
        config = revision.config
        if self.wall:
            config = replace(config, display=replace(config.display, wall=self.wall))
        behind = Backstage(exhibition, config, before=before.backstage, fonts=revision.fonts)
        house = House(self._application, behind, self._face, self._clocks)
        window.fit(house.gallery, self._frame, self._place)
        house.gallery.succeed(before.gallery)
        coming = self._face.hang_next(self._frame, house.gallery, self._look_up)
        house.gallery.start()
        self._next = house, coming, revision
        self._lifts, self._decided = MOST_LIFTS, False
        self._patience.start()
        self._look_up()

    def _look_up(self) -> None:
        """Whether it can be shown now: it is loaded, or has had its time, and nothing is about to be done.

        Nor did so much change in the last second that this would flash.
        """
        if self._next is None or self._decided:
            return
        if self._next[1].property("presentable") or not self._patience.isActive():
            gallery = self.house.gallery
            waits = gallery.sitting.session.touching or gallery.changes.waiting or not gallery.changes.admits(EXCHANGE)
            if waits and self._lifts > 0:
                self._lifts -= 1
                self._lifting.start()
            else:
                self._decided = True
                self._exchange()

    def _exchange(self) -> None:
        """Show it, to a visitor who may have done something since it was hung."""
        self._patience.stop()
        if not self._next or self._closed or self._looked_at_closely(self._exchange):
            return
        house, coming, _ = self._next
        house.gallery.succeed(self.house.gallery)
        self._standing.leave()
        self._standing = window.Standing(self._frame, house.gallery, self._place, self._corner)
        self._count(house)
        self._face.exchange(self._frame, coming, self._clear_away)

    def _clear_away(self) -> None:
        """Let go of what was shown before."""
        if not self._next or self._closed:
            return
        before = self.house
        self.house, coming, revision = self._next
        self._next = None
        self._face.take_down(coming)
        before.empty()
        self._believe(revision)
        self.hung.emit()
        _log.info("shows what %s says now", revision.manifest)
        del before
        _collect()
        allocator.give_holes_back()
        self._revisions.look()  # what was saved meanwhile


def _collect() -> None:
    """Let go of what was shown before, here and now.

    Python objects of Qt that are found dead on another thread, or after others have taken their addresses, take those
    with them.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
