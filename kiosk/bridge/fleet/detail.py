"""A kiosk that follows another shows a detail of its work: what is looked at closer there, else what curators chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kiosk.bridge.changes import SCREEN
from kiosk.visit.session import Screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.staff.desk import Desk
    from kiosk.exhibition.model import Box, Exhibition

LONGEST_MS = 3_600_000
ARRIVES_S = 1.2
"""A page has come on the stage before its picture is looked into."""
RETREATS_S = 0.7
"""So long before a turn that is known the picture goes back to its place on the stage."""


STEADY_S = 0.6
"""Where motion is reduced another part is not shown sooner after the last: each comes by a fade."""


class Detail(QObject):
    """On the stage: all of a work when it comes, then its detail, filling the window without anything around it.

    `again` is called when `show` is to be called again.
    """

    def __init__(self, again: Callable[[], None], now: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._work: int | None = None
        self._came_at = 0.0
        self._aim: Box | None = None
        self._aimed_at = 0.0
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(again)

    @staticmethod
    def part_of(exhibition: Exhibition, work: int) -> Box | None:
        """The first detail that curators chose of a work."""
        details = exhibition.works[work].details
        return details[0].at if details else None

    def show(self, desk: Desk, work: int, part: Box | None, turns_in: float | None) -> None:
        """The work is on the stage, and this part of it looked at closer at the leader; None: nobody does."""
        gallery, closer = desk.gallery, desk.gallery.nearer
        if work != self._work:
            self._work, self._came_at = work, self._now()
        aim = part or self.part_of(desk.exhibition, work)
        arrives_in = self._came_at + ARRIVES_S - self._now()
        retreats_in = None if turns_in is None else turns_in - RETREATS_S
        if aim is None or arrives_in > 0 or (retreats_in is not None and retreats_in <= 0):
            self._retreat(gallery)
            self._look_again(arrives_in)
            return
        steady_in = self._aimed_at + STEADY_S - self._now()
        if gallery.sitting.session.reduced_motion and aim != self._aim and steady_in > 0:
            self._look_again(steady_in if retreats_in is None else min(steady_in, retreats_in))
            return
        if aim != self._aim:
            self._aim, self._aimed_at = aim, self._now()
        closer.aim(aim)
        if gallery.sitting.session.screen is Screen.STAGE and closer.allows(work):
            lead(gallery, closer.asked.emit)
        self._look_again(retreats_in)

    def forget(self) -> None:
        """Another exhibition hangs, whose works have other numbers."""
        self._due.stop()
        self._work = None

    def leave(self, gallery: Gallery, *, visited: bool) -> None:
        """It is over: who visits finds the picture where it is, and all that belongs around it."""
        self.forget()
        if not visited:
            self._retreat(gallery)
        gallery.nearer.aim(None)

    def _look_again(self, seconds: float | None) -> None:
        if seconds is not None and seconds > 0:
            self._due.start(min(LONGEST_MS, round(1000 * seconds) + 1))

    @staticmethod
    def _retreat(gallery: Gallery) -> None:
        if gallery.sitting.session.screen is Screen.CLOSER:
            lead(gallery, gallery.sitting.showStage)


def lead(gallery: Gallery, act: Callable[[], object]) -> None:
    """Do it, and nobody has touched the screen for it; not if somebody does while it waits."""

    def go() -> None:
        if not gallery.sitting.visited:
            gallery.sitting.lead(act)

    gallery.changes.make(SCREEN, go)
