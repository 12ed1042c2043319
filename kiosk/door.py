"""The hidden door to the staff panel: it opens when the corner of a window was held, and closes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from kiosk.bridge.window.face import destroy
from kiosk.exhibition.places import assets_folder, state_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtQuick import QQuickItem, QQuickWindow

    from kiosk.bridge.staff.corner import Corner
    from kiosk.bridge.staff.desk import Reception
    from kiosk.bridge.staff.panel import StaffPanel
    from kiosk.bridge.window.face import Face
    from kiosk.staff.pin_file import PinLock

FADE_MS = 400
"""The panel is taken away when it has faded."""


class Door(QObject):
    """Follows the `corner` of `frame`; behind it is `desk`. Nothing of the panel is loaded before staff want it.

    `now`: seconds of a clock that only runs on. `free`: without a PIN anybody may enter, since this is somebody's own
    window. `state`: where the PIN is kept.
    """

    def __init__(
        self,
        face: Face,
        frame: QQuickWindow,
        corner: Corner,
        desk: Reception,
        now: Callable[[], float],
        *,
        free: bool,
        state: Path | None = None,
    ) -> None:
        super().__init__()
        self._face = face
        self._frame = frame
        self._corner = corner
        self._desk = desk
        self._now = now
        self._free = free
        self._state = state or state_folder()
        self._since = now()
        self._over = False
        self._lock: PinLock | None = None
        self._open: tuple[StaffPanel, QQuickItem] | None = None
        corner.held.connect(self.open)
        corner.used.connect(self._note_use)

    @property
    def panel(self) -> StaffPanel | None:
        """The panel while it is open."""
        return self._open[0] if self._open else None

    def open(self) -> None:
        """Let staff in, or ask for their PIN."""
        if self._open:
            return
        from kiosk.bridge.staff.panel import StaffPanel  # noqa: PLC0415 - most days nobody wants it
        from kiosk.bridge.staff.words import StaffWords  # noqa: PLC0415 - see above

        words = StaffWords(assets_folder() / "translations")
        panel = StaffPanel(self._desk, words, self._pin(), self._now, free=self._free)
        panel.closed.connect(self._close, Qt.ConnectionType.QueuedConnection)
        self._corner.inside = True
        self._open = panel, self._face.hang_above(self._frame, "Staff/StaffRoom.qml", panel=panel)

    def end(self) -> None:
        """Let nobody in any more; who is in is shown out."""
        if self._over:
            return
        self._over = True
        self._corner.held.disconnect(self.open)
        self._corner.used.disconnect(self._note_use)
        if self._open:
            panel, item = self._open
            self._open, self._corner.inside = None, False
            panel.close()
            destroy(item)
            destroy(panel)

    def _pin(self) -> PinLock:
        from kiosk.staff.pin_file import PinLock  # noqa: PLC0415 - see above

        self._lock = self._lock or PinLock(self._state, self._now, since=self._since)
        return self._lock

    def _note_use(self) -> None:
        if self._open:
            self._open[0].used()

    def _close(self) -> None:
        """The panel fades, and the keys are the visitor's again."""
        if not self._open:
            return
        panel, item = self._open
        self._open, self._corner.inside = None, False
        item.setProperty("leaving", True)
        face = self._frame.property("face")
        if face:
            face.forceActiveFocus()

        def take_away() -> None:
            destroy(item)
            panel.deleteLater()

        QTimer.singleShot(FADE_MS, self, take_away)
