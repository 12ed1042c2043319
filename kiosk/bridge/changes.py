"""Changes of the whole screen go through the limit that pages are turned by: three flashes a second at most.

Another screen, another wall, other works on it: what a visitor asks for is made at once unless that would flash. What
is asked for meanwhile is made with it, in its order, as one change.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer

from kiosk.bridge.tempo import Timer

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bridge.pace import Pace

LOOK_S = 0.1
"""The longest until it is looked again whether what waits may be made: a move may have ended meanwhile."""


class Change(NamedTuple):
    """A change of which only this is known: how long it takes, and how often every part of the screen may change in it.

    What fades or flies may be dark on the way: that is one more.
    """

    lasts_s: float
    times: int


SCREEN: Final = Change(0.42, 2)
"""Another screen, or the card of the exhibition; a work may fly there (`Motion.grow`)."""
SELECTION: Final = Change(0.0, 2)
"""Other works on the wall: empty places first, perhaps, and then their pictures."""
COLOURS: Final = Change(0.0, 1)
"""Another wall, larger text, another language, which may mirror everything."""
EXCHANGE: Final = Change(0.6, 2)
"""The next exhibition in the place of this one, when files have changed (`Exchange.qml`)."""


class Changes(QObject):
    """Makes changes as soon as they do no harm. `on_stage` says whether the stage is what is seen.

    Without a `pace` everything is made at once, and so it is while nobody can see it (`free`).
    """

    def __init__(
        self,
        pace: Pace | None = None,
        on_stage: Callable[[], bool] = lambda: False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.free = pace is None
        self._pace = pace
        self._on_stage = on_stage
        self._waiting: list[tuple[Change, Callable[[], object]]] = []
        self._made: list[Callable[[], object]] = []
        self._making = False
        self._due = Timer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._due.timeout.connect(self._go)
        self._over = Timer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._same = QTimer(self, singleShot=True, interval=0)
        if pace:
            pace.gives_way = lambda: self.waiting
            self._over.timeout.connect(pace.end_change)

    @property
    def waiting(self) -> bool:
        """Whether something that was asked for has still to be made."""
        return bool(self._waiting)

    def admits(self, change: Change) -> bool:
        """Whether a change that nobody has asked for would do no harm now."""
        return self._pace is None or self._pace.admits(change.times)

    def succeed(self, before: Changes) -> None:
        """Take the place of `before` on the screen: what it showed in the last second counts, and so does this."""
        if self._pace and before._pace:
            self._pace.succeed(before._pace)
            self._count(EXCHANGE)

    def make(self, change: Change, act: Callable[[], object]) -> bool:
        """Make a change now, or when it does no harm any more; whether it was made now.

        What a change brings with it, or what is asked for in the same instant, is seen with it.
        """
        if self.free or self._making or (self._same.isActive() and not self._waiting):
            act()
            return True
        self._waiting.append((change, act))
        self._go()
        return not self._waiting

    def drop(self) -> None:
        """Forget what waits, or was to be made with what is being made: the visitor who asked for it has gone."""
        self._due.stop()
        self._waiting.clear()
        self._made.clear()

    def _go(self) -> None:
        if not self._waiting or self._pace is None:
            return
        change = Change(*map(max, *(change for change, _ in self._waiting), (0.0, 0)))
        if not self._pace.admits(change.times):
            self._due.start(max(1, ceil(1000 * min(LOOK_S, self._pace.until_next()))))
            return
        self._due.stop()
        self._made, self._waiting = [act for _, act in self._waiting], []
        self._making = True
        try:
            while self._made:
                self._made.pop(0)()
        finally:
            self._making = False
        self._count(change)
        self._same.start()

    def _count(self, change: Change) -> None:
        if self._pace:
            self._pace.count(change, stage=self._on_stage())
        if change.lasts_s:
            self._over.start(ceil(1000 * change.lasts_s))
