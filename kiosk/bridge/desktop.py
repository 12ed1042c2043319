"""Asking the desktop beside the show whether it wants less motion: the first picture does not wait for the answer."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable


def _ask_desktop() -> bool | None:
    from kiosk.staff.desktop import reduced_motion  # noqa: PLC0415 - on the asking thread, after the first picture

    return reduced_motion()


class DesktopWish(QObject):
    """Asks once, on a thread of its own. `told(reduced)` comes on this object's, if the desktop says anything."""

    told = Signal(bool)

    def __init__(self, ask: Callable[[], bool | None] = _ask_desktop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._question = ask
        self._thread: threading.Thread | None = None

    def ask(self) -> None:
        """Begin to ask, the first time this is called."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._wait, name="desktop-wish", daemon=True)
            self._thread.start()

    def _wait(self) -> None:
        answer = self._question()
        if answer is not None:
            with contextlib.suppress(RuntimeError):  # the show is over, and this object gone
                self.told.emit(answer)
