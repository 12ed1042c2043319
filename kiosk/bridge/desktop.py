"""Asking the desktop beside the show for less motion and more contrast: the first picture does not wait for it.

Asked again whenever the desktop says that one of them has changed.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QObject, Qt, QTimer, Signal, Slot

from kiosk.bridge.aside import aside

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

SOON_MS = 300
"""After the last change that was told."""


def _ask_desktop() -> bool | None:
    from kiosk.staff.desktop import reduced_motion  # noqa: PLC0415 - on the asking thread, after the first picture

    return reduced_motion()


def _ask_for_contrast() -> bool | None:
    from kiosk.staff.desktop import more_contrast  # noqa: PLC0415 - on the asking thread, after the first picture

    return more_contrast()


def _has_answering_bus() -> bool:
    """Whether there is a session's bus that answers: QtDBus waits for one that hangs, and the show with it."""
    from kiosk.staff.bus import Bus, NoAnswer, session_bus  # noqa: PLC0415 - on the asking thread, as above

    address = session_bus(os.environ)
    if address is None:
        return False
    try:
        Bus(address).close()
    except (NoAnswer, OSError):
        return False
    return True


def _listen_to_desktop(wish: DesktopWish) -> None:
    """Have `changed` called when the desktop's portal says that a setting is another. Its bus has just answered.

    Which one is not looked at: there are few, and they change seldom. (PySide 6.11 cannot filter them by their names.)
    """
    from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - after the first picture, and only with a bus

    from kiosk.staff.desktop import INTERFACE, PATH, SERVICE  # noqa: PLC0415 - see above

    slot: Any = SLOT("changed()")  # PySide's own stub asks for bytes, which it refuses
    QDBusConnection.sessionBus().connect(SERVICE, PATH, INTERFACE, "SettingChanged", wish, slot)


class DesktopWish(QObject):
    """Asks on a thread of its own. `told(reduced)` and `contrasted(more)` come on this object's, if at all.

    `listen` is called where `has_bus` says that it can be, which may take long.
    """

    told = Signal(bool)
    contrasted = Signal(bool)
    _reached = Signal()

    def __init__(
        self,
        ask: Callable[[], bool | None] = _ask_desktop,
        parent: QObject | None = None,
        ask_for_contrast: Callable[[], bool | None] = _ask_for_contrast,
        listen: Callable[[DesktopWish], None] = _listen_to_desktop,
        has_bus: Callable[[], bool] = _has_answering_bus,
    ) -> None:
        super().__init__(parent)
        self._questions = ((ask, self.told), (ask_for_contrast, self.contrasted))
        self._listen = listen
        self._has_bus = has_bus
        self._listening = False
        self._reached.connect(self._begin_to_listen, Qt.ConnectionType.QueuedConnection)
        self._thread: threading.Thread | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._begin)

    def ask(self) -> None:
        """Begin to ask, the first time this is called, and to listen for changes."""
        if self._thread is None:
            self._begin()

    @Slot()
    def changed(self) -> None:
        """The desktop has other settings; several may change at once."""
        self._soon.start()

    @Slot()
    def _begin(self) -> None:
        if self._thread and self._thread.is_alive():
            self._soon.start()
            return
        self._thread = aside(self, self._wait, name="desktop-wish")

    @Slot()
    def _begin_to_listen(self) -> None:
        if not self._listening:
            self._listening = True
            self._listen(self)

    def _wait(self) -> None:
        if not self._listening and self._has_bus():
            with contextlib.suppress(RuntimeError):  # the show is over, and this object gone
                self._reached.emit()
        for question, answered in self._questions:
            answer = question()
            if answer is not None:
                with contextlib.suppress(RuntimeError):  # the show is over, and this object gone
                    answered.emit(answer)
