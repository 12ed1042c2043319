"""Writes this kiosk's figures into a file, again and again, for whoever collects those of many kiosks. No network."""

from __future__ import annotations

import platform
import time
from pathlib import Path
from shutil import disk_usage
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot, qVersion

from kiosk import __version__
from kiosk.bridge.aside import aside
from kiosk.bridge.fleet.state import generation_of, title_of, worse
from kiosk.bridge.relay import relayed
from kiosk.bridge.upkeep.frames import Frames
from kiosk.exhibition.places import cache_folder, state_folder
from kiosk.fleet.figure_file import FigureFile
from kiosk.fleet.figures import Figures, Hourly, Room, Visits, words_of
from kiosk.fleet.topics import name_from
from kiosk.staff.health import bytes_in
from kiosk.staff.soak.vitals import measure
from kiosk.supervising.record import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Thread

    from kiosk.bridge.staff.desk import Reception
    from kiosk.exhibition.config_fleet import Fleet as Settings

WRITE_MS = 15_000
"""Prometheus asks as often where nobody has told it otherwise, or less."""
LOOK_MS = 60_000
WALK_S = 900.0
"""The folder of prepared pictures may have very many files: it is measured no more often."""
FIRST_MS = 2000
"""The show begins undisturbed."""
PATIENCE_S = 2.0


class FleetFigures(QObject):
    """Follows what is shown from `follow` on, until `close`. Disks are waited for on threads of their own.

    `now`: seconds of a clock that only runs on; `clock`: seconds since 1970.
    """

    _measured = Signal(object)

    def __init__(
        self,
        file: Path,
        kiosk: str,
        now: Callable[[], float] = time.monotonic,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__()
        self._file = FigureFile(file)
        self._kiosk = kiosk
        self._now = now
        self._clock = clock
        self._frames = Frames(now, self)
        self._hourly = Hourly(now())
        self._began = now()
        self._reception: Reception | None = None
        self._counted: Callable[[], Visits | None] = lambda: None
        self._last: Figures | None = None
        self._room = Room()
        self._cache_at: float | None = None
        self._writer: Thread | None = None
        self._looker: Thread | None = None
        self._measured.connect(self._note_room, Qt.ConnectionType.QueuedConnection)
        self._write = QTimer(self, interval=WRITE_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._write.timeout.connect(self.write)
        self._look = QTimer(self, interval=LOOK_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._look.timeout.connect(self.look)

    def follow(self, reception: Reception, counted: Callable[[], Visits | None] = lambda: None) -> None:
        """Tell of this from now on, and of the visits that are `counted`."""
        self._reception, self._counted = reception, counted
        self._frames.find_window()
        if not self._write.isActive():
            self._write.start()
            self._look.start()
            QTimer.singleShot(FIRST_MS, self, self.look)

    def leave(self) -> None:
        """What was followed is over; what is known of it stays."""
        self._last = self._figures(ending=True)
        self._reception = None

    def close(self) -> None:
        """The show is over: write the last."""
        self._write.stop()
        self._look.stop()
        if self._last is None:
            return
        self._wait()
        self.write()
        self._wait()

    def _wait(self) -> None:
        """For what is just being written, but not for ever; a thread that the system had no room for never began."""
        if self._writer and self._writer.ident:
            self._writer.join(PATIENCE_S)

    @Slot()
    def write(self) -> None:
        """Write how it does now; while a disk keeps the last words waiting these are not said."""
        self._frames.find_window()
        if self._writer is None or not self._writer.is_alive():
            self._last = self._figures(ending=False)
            words = words_of(self._last, self._kiosk)
            self._writer = aside(self, self._file.write, words, name="figures")

    @Slot()
    def look(self) -> None:
        """Measure what takes a disk; what comes of it is written at once the first time."""
        if self._looker is None or not self._looker.is_alive():
            walks = self._cache_at is None or self._now() - self._cache_at >= WALK_S
            known = None if walks else self._room.cache
            self._cache_at = self._now() if walks else self._cache_at
            self._looker = aside(self, _measure, known, relayed(self._measured.emit), name="figures-room")

    @Slot(object)
    def _note_room(self, room: Room) -> None:
        first, self._room = self._room == Room(), room
        if first and self._reception:
            self.write()

    def _figures(self, *, ending: bool) -> Figures:
        """Once nothing is followed any more: the last ones, and nothing is shown."""
        reception, now = self._reception, self._now()
        if reception is None and self._last:
            return self._last._replace(written=self._clock(), uptime_s=now - self._began, showing=False)
        desk = reception.hung if reception else None
        problems = worse(reception.problems) if reception else ()
        visits = self._counted()
        return Figures(
            version=__version__,
            python=platform.python_version(),
            qt=qVersion() or "",
            written=self._clock(),
            uptime_s=now - self._began,
            gaps=self._frames.gaps.copy(),
            showing=desk is not None and desk.lit and desk.gallery.receiving,
            frames=self._frames.shown,
            resting=len(desk.resting()) if desk else None,
            exhibition=title_of(desk) if desk else "",
            generation=generation_of(reception.manifest) if reception else None,
            cache_limit=round(1e9 * reception.config.cache.size_gb) if reception else None,
            problems=len(problems),
            last_problem=max((entry.first_seen.timestamp() for entry in problems), default=None),
            visits=visits if visits is None or ending else self._hourly.told(visits, now),
            room=self._room,
        )


def figures_of(settings: Settings) -> FleetFigures | None:
    """What writes the figures where staff want that."""
    if settings.figures is None:
        return None
    return FleetFigures(Path(settings.figures), settings.name or name_from(platform.node()))


def _measure(cache: int | None, tell: Callable[[Room], None]) -> None:
    household, folder = measure(), cache_folder()
    try:
        disk = disk_usage(folder)
    except OSError:
        disk = None
    tell(
        Room(
            disk.free if disk else None,
            disk.total if disk else None,
            bytes_in(folder) if cache is None else cache,
            household.viewer.rss if household else None,
            household.helpers_rss if household else None,
            read(state_folder()).restarts,
        )
    )
