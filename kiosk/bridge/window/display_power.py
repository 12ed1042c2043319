"""The screen is switched off while it is closed, and on again when the doors open or somebody touches it."""

from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from kiosk.bridge.aside import aside
from kiosk.bridge.tempo import Timer

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from kiosk.bridge.doors import Doors

AWAKE_MS = 60_000
"""So long after closing, or after the last touch while it is closed, the screen is switched off."""
AGAIN_MS = 60_000
"""A screen that could not be switched on is tried again after so long."""
PATIENCE_S = 6.0
"""The longest that the end of the program waits for the screen to be on."""

_log = logging.getLogger("kiosk")


def _switch(on: bool) -> str:
    from kiosk.staff.display_power import switch  # noqa: PLC0415 - on the thread that switches

    return switch(on)


class DisplayPower(QObject):
    """Follows the `Doors` of what is shown. `switch(on)` returns why it could not; it is called on a thread.

    Whoever touches a screen that is off finds the card that says it is closed. What cannot be done is logged once; a
    screen that went off and does not come on is tried again and again.
    """

    settled = Signal(bool, str)
    """How it was to be, and why it could not; empty when it is so."""
    _switched = Signal(bool, str)

    def __init__(self, switch: Callable[[bool], str] = _switch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._switch = switch
        self._doors: Doors | None = None
        self._wanted = self._is = True
        self._known = False  # how it is: the program before this one may have left it off
        self._dark = False  # it was switched off, and not on since
        self._told = self._told_dark = False
        self._thread: threading.Thread | None = None
        self._rest = Timer(self, singleShot=True, interval=AWAKE_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._rest.timeout.connect(self._put_out)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._again.timeout.connect(self._try_again)
        self._switched.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    @property
    def dark(self) -> bool:
        """Whether the screen is to be off, or is just being switched: an X server or a compositor may show no frames.

        One that does not come on is not dark but broken.
        """
        return not self._wanted or self._thread is not None

    def follow(self, doors: Doors | None) -> None:
        """From now on these doors; None for none, and the screen stays on."""
        if self._doors is not None:
            self._doors.changed.disconnect(self._look)
        self._doors = doors
        if doors is not None:
            doors.changed.connect(self._look)
        self._look()

    @Slot()
    def used(self) -> None:
        """Somebody touched the screen, or a key."""
        if self._doors is not None and not self._doors.are_open:
            self._rest.start()
            if not self._wanted:
                self._doors.show_card(True)
                self._want(True)

    @property
    def is_off(self) -> bool:
        """Whether it was switched off, and not on since."""
        return self._dark

    @property
    def switching(self) -> bool:
        """Whether `settled` is about to come."""
        return self._thread is not None

    def put_out(self) -> None:
        """Switch it off now, while the doors are shut."""
        self._rest.stop()
        self._put_out()

    def end(self) -> None:
        """The program ends: the screen is on."""
        self.follow(None)
        if self._thread:
            self._thread.join(PATIENCE_S)
        if self._known and not self._is:
            self._switch(True)

    @Slot()
    def _look(self) -> None:
        if self._doors is None or self._doors.are_open:
            self._rest.stop()
            self._want(True)
        elif self._wanted and not self._rest.isActive():
            self._rest.start()

    @Slot()
    def _put_out(self) -> None:
        if self._doors is not None and not self._doors.are_open:
            self._want(False)
            self._doors.show_card(False)

    def _want(self, on: bool) -> None:
        self._wanted = on
        if self._thread is None and (self._is != on or not self._known):
            self._thread = aside(self, self._work, on, name="display-power")

    def _work(self, on: bool) -> None:
        why = self._switch(on)
        # At once: who ends the program waits for this thread, and hears nothing of it any more.
        self._is, self._known = on and not (why and self._dark), True
        with contextlib.suppress(RuntimeError):  # the show is over, and this object gone
            self._switched.emit(on, why)

    @Slot(bool, str)
    def _hear(self, on: bool, why: str) -> None:
        self._thread = None
        self._judge(on, why)
        self.settled.emit(on, why)

    def _judge(self, on: bool, why: str) -> None:
        """Tell what cannot be done, and try it again where that matters."""
        if self._dark and on and why:
            self._again.start()
            if not self._told_dark:
                self._told_dark = True
                _log.warning("the screen cannot be switched on: %s. That is tried again every minute.", why)
            return
        self._dark = not on and not why
        if why and not on and not self._told:
            self._told = True
            _log.warning("the screen cannot be switched off: %s. It stays as hours.screen says.", why)
        self._want(self._wanted)

    @Slot()
    def _try_again(self) -> None:
        self._want(self._wanted)
