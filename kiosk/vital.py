"""What the show has where somebody watches over it: its heart, the curtain's colours, and the way out of safe mode.

Loaded only then.
"""

from __future__ import annotations

import faulthandler
import os
import threading
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kiosk.bridge.upkeep.heart import Heart
from kiosk.exhibition.file_state import FileState
from kiosk.exhibition.places import state_folder
from kiosk.exhibition.threads import begin
from kiosk.staff import exits, safe_mode
from kiosk.supervising import telling, watched
from kiosk.supervising.dress import Dress
from kiosk.supervising.pulse import EVERY_S
from kiosk.visit.session import Screen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kiosk.front import Front
    from kiosk.rehang import Rehang
    from kiosk.supervising.telling import Teller

WELL_S = 600.0
"""An exhibition that was shown for so long was shown well."""
LOOK_MS = 10_000
"""How often it is looked whether safe mode may be left."""


class Vital(QObject):
    """Watched over from when it is made until `stop`."""

    def __init__(self, front: Front, tellers: Sequence[Teller], every_s: float) -> None:
        super().__init__()
        self._front = front
        self._tellers = tellers
        self._heart = Heart(tellers, time.monotonic, every_s, self)
        self._heart.frozen.connect(front.face.cannot_draw)
        self._heart.stuck.connect(lambda: front.application.exit(exits.STUCK))
        self._heart.began.connect(watched.end_with_parent)
        if watched.order():
            faulthandler.enable()  # where it hangs is told when the supervisor ends it

    def follow(self, rehang: Rehang, dark: Callable[[], bool]) -> None:
        """An exhibition is shown; `dark` tells whether the screen is switched off."""
        self._heart.dark = dark
        self._heart.gallery = lambda: rehang.house.gallery
        for told in (self._heart.began, rehang.hung):
            told.connect(lambda: self._dress(rehang))
        order = watched.order()
        if safe_mode.why():
            self._leave_safe_mode(rehang, order.rest if order else 0.0)
        elif not self._front.options.rehearse:
            self._note_what_is_shown_well(rehang)

    def stop(self, code: int | None = None) -> None:
        """The show is over, and the program is going to end with this exit code, if that is known."""
        self._heart.stop(code)

    def _dress(self, rehang: Rehang) -> None:
        behind, gallery = rehang.house.backstage, rehang.house.gallery
        dress = Dress(gallery.ground, gallery.ink, behind.exhibition.languages, self._screen(rehang))
        for teller in self._tellers:
            teller.tell(f"{telling.HOUSE}{dress.words()}")

    def _screen(self, rehang: Rehang) -> str:
        return self._front.options.screen or rehang.house.backstage.config.display.screen

    def _note_what_is_shown_well(self, rehang: Rehang) -> None:
        """Whatever is shown: what was hung last has to be shown for as long again."""

        def note() -> None:
            safe_mode.note_shown_well(state_folder(), rehang.house.backstage.exhibition.source, self._screen(rehang))

        well = QTimer(self, singleShot=True, interval=round(1000 * WELL_S))
        well.timeout.connect(note)
        rehang.hung.connect(well.start)
        well.start()

    def _leave_safe_mode(self, rehang: Rehang, rest_s: float) -> None:
        """Try the usual way again after `rest_s`, or when what is to be shown has changed; in nobody's visit."""
        rehang.house.backstage.complain(safe_mode.problem())
        edits, until = Edits(safe_mode.files()), time.monotonic() + rest_s

        def look() -> None:
            changed = edits.seen()
            nobody = rehang.house.gallery.sitting.session.screen is Screen.ATTRACT
            if nobody and (changed or time.monotonic() >= until):
                self._front.application.exit(exits.AFRESH)

        edits.seen()
        timer = QTimer(self, interval=LOOK_MS)
        timer.timeout.connect(look)
        timer.start()


class Edits:
    """Whether any of some files is another one than when it was looked first. They may lie on a drive that hangs.

    One that cannot be reached has not changed: it is back some time.
    """

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = files
        self._before: list[FileState | None] | None = None
        self._seen = False
        self._thread: threading.Thread | None = None

    def seen(self) -> bool:
        """What the last look has found; the next one begins, on a thread of its own."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self.look, name="safe-mode", daemon=True)
            begin(self._thread)
        return self._seen

    def look(self) -> None:
        """Takes as long as their drive takes to answer."""
        now = _states(self._files)
        self._before = self._before or now
        self._seen = any(there and there != before for there, before in zip(now, self._before, strict=True))


def vital_of(front: Front) -> Vital | None:
    """What makes the show tell how it does; None where nobody wants to know."""
    order, systemd = watched.order(), telling.systemd(os.environ)
    tellers: list[Teller] = [telling.Pipe(order.beats)] if order else []
    if systemd and not order:
        tellers.append(systemd)
    limit = telling.watchdog_s(os.environ, os.getpid())
    every_s = min(EVERY_S, limit / 2) if limit and not order else EVERY_S
    return Vital(front, tellers, every_s) if tellers else None


def _states(files: Sequence[Path]) -> list[FileState | None]:
    return [_state(file) for file in files]


def _state(file: Path) -> FileState | None:
    try:
        return FileState.of(file)
    except (OSError, ValueError):
        return None
