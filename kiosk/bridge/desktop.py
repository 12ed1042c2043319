"""Asking the desktop beside the show for less motion and more contrast: the first picture does not wait for it."""

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


def _ask_for_contrast() -> bool | None:
    from kiosk.staff.desktop import more_contrast  # noqa: PLC0415 - on the asking thread, after the first picture

    return more_contrast()


class DesktopWish(QObject):
    """Asks once, on a thread of its own. `told(reduced)` and `contrasted(more)` come on this object's, if at all."""

    told = Signal(bool)
    contrasted = Signal(bool)

    def __init__(
        self,
        ask: Callable[[], bool | None] = _ask_desktop,
        parent: QObject | None = None,
        ask_for_contrast: Callable[[], bool | None] = _ask_for_contrast,
    ) -> None:
        super().__init__(parent)
        self._questions = ((ask, self.told), (ask_for_contrast, self.contrasted))
        self._thread: threading.Thread | None = None

    def ask(self) -> None:
        """Begin to ask, the first time this is called."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._wait, name="desktop-wish", daemon=True)
            self._thread.start()

    def _wait(self) -> None:
        for question, answered in self._questions:
            answer = question()
            if answer is not None:
                with contextlib.suppress(RuntimeError):  # the show is over, and this object gone
                    answered.emit(answer)
