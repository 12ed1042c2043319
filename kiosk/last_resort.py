"""The card where neither the show nor safe mode goes: staff get in, and nothing is read or prepared."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from kiosk.back_soon import BackSoon
from kiosk.bridge.revisions import Revisions
from kiosk.staff import exits, safe_mode
from kiosk.vital import LOOK_MS, Edits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kiosk.bridge.window.stand import Stand
    from kiosk.exhibition.config import Config
    from kiosk.exhibition.problems import Problem
    from kiosk.front import Front
    from kiosk.staff.revision import Asked


class LastResort(BackSoon):
    """The card for `rest_s` seconds, or until what is to be shown has changed or staff want it tried: then it is.

    Staff who are in are not shown out. What they open from there is shown at once, drawn as plainly as in safe mode.
    """

    def __init__(
        self,
        front: Front,
        place: Stand,
        problems: Iterable[Problem],
        asked: Asked,
        config: Config,
        now: Callable[[], float],
        rest_s: float,
    ) -> None:
        self._until = time.monotonic() + rest_s
        self._edits = Edits(safe_mode.files())
        super().__init__(front, place, problems, asked, config, now)

    def reload(self) -> None:
        """Try the usual way now."""
        self._application.exit(exits.AFRESH)

    def _begin(self) -> None:
        self._revisions = Revisions(self.asked, self)  # which may be what fails: it reads nothing
        self._edits.seen()
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self._see)
        self._looking.start()

    def _see(self) -> None:
        due = self._edits.seen() or time.monotonic() >= self._until
        if due and self.panel is None:
            self.reload()

    def end(self) -> None:
        """The card says no more: staff have had something else shown, in this process and until that ends."""
        self._looking.stop()
        super().end()
