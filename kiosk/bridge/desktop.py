"""Asking the desktop beside the show for less motion and more contrast: the first picture does not wait for it.

Asked again whenever the desktop says that one of them has changed.
"""

from __future__ import annotations

import contextlib
import os
import threading
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

SOON_MS = 300
"""After the last change that was told."""


def _ask_desktop() -> bool | None:
    from kiosk.staff.desktop import reduced_motion  # noqa: PLC0415 - on the asking thread, after the first picture

    return reduced_motion()


def _ask_for_contrast() -> bool | None:
    from kiosk.staff.desktop import more_contrast  # noqa: PLC0415 - on the asking thread, after the first picture

    return more_contrast()


def _listen_to_desktop(wish: DesktopWish) -> None:
    """Have `changed` called when the desktop's portal says that a setting is another, where a session's bus is there.

    Which one is not looked at: there are few, and they change seldom. (PySide 6.11 cannot filter them by their names.)
    """
    from kiosk.staff.desktop import INTERFACE, PATH, SERVICE, has_bus  # noqa: PLC0415 - after the first picture

    if has_bus(os.environ):
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - after the first picture, and only with a bus

        slot: Any = SLOT("changed()")  # PySide's own stub asks for bytes, which it refuses
        QDBusConnection.sessionBus().connect(SERVICE, PATH, INTERFACE, "SettingChanged", wish, slot)


class DesktopWish(QObject):
    """Asks on a thread of its own. `told(reduced)` and `contrasted(more)` come on this object's, if at all."""

    told = Signal(bool)
    contrasted = Signal(bool)

    def __init__(
        self,
        ask: Callable[[], bool | None] = _ask_desktop,
        parent: QObject | None = None,
        ask_for_contrast: Callable[[], bool | None] = _ask_for_contrast,
        listen: Callable[[DesktopWish], None] = _listen_to_desktop,
    ) -> None:
        super().__init__(parent)
        self._questions = ((ask, self.told), (ask_for_contrast, self.contrasted))
        self._listen = listen
        self._thread: threading.Thread | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._begin)

    def ask(self) -> None:
        """Begin to ask, the first time this is called, and to listen for changes."""
        if self._thread is None:
            self._listen(self)
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
        self._thread = threading.Thread(target=self._wait, name="desktop-wish", daemon=True)
        self._thread.start()

    def _wait(self) -> None:
        for question, answered in self._questions:
            answer = question()
            if answer is not None:
                with contextlib.suppress(RuntimeError):  # the show is over, and this object gone
                    answered.emit(answer)
