"""Opening hours for QML."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.bridge.tempo import Timer
from kiosk.exhibition.config_sections import ClosedScreen
from kiosk.visit.hours import is_open, next_change

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.exhibition.config_sections import Hours

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "Doors"]

LOOK_AGAIN = timedelta(seconds=60)
"""The longest time until the clock on the wall is read again: it may have been set."""


@QmlElement
@made_in_python
class Doors(QObject):
    """Whether visitors are expected. `now` gives the time of day, with its zone. Without hours, nothing wakes up."""

    changed = Signal()

    def __init__(self, hours: Hours, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hours = hours
        self._now = now
        self._open = True
        self._night = False
        self._awake = False
        self._was_open = True
        self._look_again = Timer(self, singleShot=True, timerType=Qt.TimerType.CoarseTimer)
        self._look_again.timeout.connect(self.look)
        if hours.open or hours.closed:
            self.look()

    @property
    def are_open(self) -> bool:
        """`open` for Python."""
        return self._open

    @property
    def kept_shut(self) -> bool:
        """Whether staff have made it night."""
        return self._night

    def keep_shut(self, night: bool) -> None:
        """Have a black screen until the next opening, or until this is taken back."""
        if night != self._night:
            self._night = night
            self._open = not night and is_open(self._hours, self._now())
            self.changed.emit()

    def show_card(self, awake: bool) -> None:
        """Show the card instead of a black screen: somebody has switched it on by touching it."""
        if awake != self._awake:
            self._awake = awake
            self.changed.emit()

    @Slot()
    def look(self) -> None:
        """Read the clock, and again at the next change."""
        now = self._now()
        change = next_change(self._hours, now)
        wait = min(LOOK_AGAIN, change - now) if change else LOOK_AGAIN
        self._look_again.start(max(1, round(1000 * wait.total_seconds()) + 1))
        opened = is_open(self._hours, now)
        if opened and not self._was_open:
            self._night = False
        self._was_open = opened
        self.turn(opened and not self._night)

    def turn(self, opened: bool) -> None:
        """Open or close, until the clock is read again."""
        if opened != self._open:
            self._open = opened
            self.changed.emit()

    @Property(bool, notify=changed)
    def open(self) -> bool:
        return self._open

    @Property(bool, notify=changed)
    def black(self) -> bool:
        return not self._awake and (self._night or self._hours.screen is ClosedScreen.BLACK)


def wall_clock() -> datetime:
    """The time of day here."""
    return datetime.now().astimezone()
