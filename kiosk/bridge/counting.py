"""Counts what visitors do: hears it from the gallery, and has it written beside the show."""

from __future__ import annotations

import contextlib
import threading
import time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, Slot

from kiosk.bridge.closer.guide import Page
from kiosk.bridge.doors import wall_clock
from kiosk.bridge.tempo import Timer
from kiosk.exhibition.threads import begin
from kiosk.visit import counting
from kiosk.visit.counting import Counting, Sight, What

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from pathlib import Path

    from kiosk.bridge.gallery import Gallery
    from kiosk.exhibition.config_sections import Hours
    from kiosk.exhibition.model import Exhibition
    from kiosk.exhibition.problems import Problem
    from kiosk.staff.statistics.book import Book
    from kiosk.visit.counting import Count, Counted

WRITE_MS = 60_000
"""What was counted is written as long after, and when a visit ends; while nobody visits nothing wakes up."""
MOST_UNBOOKED = 10_000
PATIENCE_S = 2.0
"""The longest that leaving waits for the last numbers to be written."""


class Counter(QObject):
    """Counts in the file of `folder`. `tell` hears, on any thread, why nothing can be written.

    `visits` and `works_shown` are how many there were since it was made. `now` is a monotonic clock in seconds, `clock`
    the time of day. The file is opened for a moment, on a thread of its
    own: no more than a few rows a minute.
    """

    def __init__(
        self,
        folder: Path,
        tell: Callable[[Problem], object],
        now: Callable[[], float] = time.monotonic,
        clock: Callable[[], datetime] = wall_clock,
    ) -> None:
        super().__init__()
        self._folder = folder
        self._tell = tell
        self._now = now
        self._clock = clock
        self._zone: ZoneInfo | None = None
        self._counting = Counting()
        self._book: Book | None = None
        self._unbooked: tuple[Count, ...] = ()
        self._gallery: Gallery | None = None
        self._ids: tuple[str, ...] = ()
        self._title = ""
        self._language = ""
        self._writer: threading.Thread | None = None
        self.visits = self.works_shown = 0
        self._due = Timer(self, singleShot=True, interval=WRITE_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._due.timeout.connect(self._write_on)

    def follow(self, gallery: Gallery, exhibition: Exhibition, hours: Hours) -> None:
        """Count what is done in this gallery from now on, instead of the one before; a visit goes on in it."""
        self._let_go()
        self._take(counting.pause(self._counting, self._now()))
        self._gallery = gallery
        self._exhibition = exhibition
        self._title = counting.title_of(exhibition)
        self._language = exhibition.languages[0]
        self._zone = ZoneInfo(hours.timezone) if hours.timezone else None
        gallery.sitting.ended.connect(self._end)
        for signal in (gallery.sitting.changed, gallery.show.moved, gallery.nearer.viewChanged):
            signal.connect(self._see)
        gallery.show.readOn.connect(self._read_on)
        gallery.nearer.companion.changed.connect(self._turn)
        self._see()

    def close(self) -> None:
        """Nobody visits any more: write the rest."""
        self._let_go()
        self._take(counting.end(self._counting, What.CUT_SHORT, self._now()))
        self._due.stop()
        if self._writer:
            self._writer.join(PATIENCE_S)
        self._write()
        if self._writer:
            self._writer.join(PATIENCE_S)

    def _let_go(self) -> None:
        gallery, self._gallery = self._gallery, None
        if gallery is None:
            return
        gallery.sitting.ended.disconnect(self._end)
        for signal in (gallery.sitting.changed, gallery.show.moved, gallery.nearer.viewChanged):
            signal.disconnect(self._see)
        gallery.show.readOn.disconnect(self._read_on)
        gallery.nearer.companion.changed.disconnect(self._turn)

    def _today(self) -> date:
        return self._clock().astimezone(self._zone).date()

    @Slot()
    def _see(self) -> None:
        """Something that a visitor sees is another."""
        gallery = self._gallery
        if gallery is None or (self._counting.day is None and not gallery.sitting.visited):
            return
        sight = self._sight(gallery)
        today = self._counting.day or self._today().isoformat()
        self._take(counting.see(self._counting, sight, self._now(), today))

    def _sight(self, gallery: Gallery) -> Sight:
        closer, works = gallery.nearer.work, self._exhibition.works
        return Sight(
            gallery.sitting.session,
            self._title,
            tuple(works[work].id for work in gallery.show.playlist.shown),
            None if closer is None else works[closer].id,
            gallery.nearer.part,
            self._language,
        )

    @Slot(bool)
    def _end(self, ran_out: bool) -> None:
        """The visitor has gone, or their time has run out, or the doors have closed."""
        gallery = self._gallery
        closing = gallery is not None and not gallery.receiving
        ending = What.RAN_OUT if ran_out else What.CUT_SHORT if closing else What.WALKED_ON
        self._take(counting.end(self._counting, ending, self._now()))
        self._due.stop()
        self._write()

    @Slot(int, int)
    def _read_on(self, work: int, pages: int) -> None:
        shown = self._exhibition.works[work].id
        self._take((self._counting, counting.read_on(self._counting, self._title, shown, pages)))

    @Slot()
    def _turn(self) -> None:
        """Beside the picture there is a label, or the words of a detail."""
        gallery = self._gallery
        if gallery is None or gallery.nearer.work is None:
            return
        guide = gallery.nearer.companion
        if guide.opened is Page.LABEL or (guide.opened is Page.DETAILS and guide.at is not None):
            self._read_on(gallery.nearer.work, 1)

    def _take(self, counted: Counted) -> None:
        self._counting, counts = counted
        self.visits += sum(count.what is What.VISITS for count in counts)
        self.works_shown += sum(count.what is What.SHOWN for count in counts)
        self._unbooked = (*self._unbooked, *counts)[-MOST_UNBOOKED:]
        if self._unbooked:
            with contextlib.suppress(OSError):  # the book cannot be loaded where no file can be opened: it is later
                self._books.add(self._unbooked)
                self._unbooked = ()
        if self._counting.day is not None and not self._due.isActive():
            self._due.start()

    @property
    def _books(self) -> Book:
        if self._book is None:
            from kiosk.staff.statistics.book import Book  # noqa: PLC0415 - the first picture comes without a database

            self._book = Book(self._folder, self._tell)
        return self._book

    @Slot()
    def _write_on(self) -> None:
        """Write what has come together, and again while somebody visits."""
        self._take(counting.catch_up(self._counting, self._now()))
        self._write()

    def _write(self) -> None:
        """Beside the show; while that is going on, what is new waits for the next time."""
        if self._book is None:
            return
        if self._writer and self._writer.is_alive():
            self._due.start()
            return
        writer = threading.Thread(target=self._book.write, args=(self._today(),), name="statistics", daemon=True)
        if begin(writer):
            self._writer = writer
        else:
            self._due.start()
