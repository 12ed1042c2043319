"""The heart: tells whoever watches that the show lives, for as long as its loop turns, its frames come and it goes on.

It is made only where somebody watches: then it wakes up every few seconds, and has one frame drawn in half a minute of
stillness.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.supervising import telling
from kiosk.supervising.pulse import EVERY_S, Pulse, Seen, Verdict, begin, look
from kiosk.visit.session import Screen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.bridge.gallery import Gallery
    from kiosk.supervising.telling import Teller


class Heart(QObject):
    """Beats every `every_s` seconds at most. `now`: seconds of a clock that only runs on.

    `gallery` tells what is shown, None while that is a card, `dark` whether the screen is switched off: then it owes no
    frames, and from then on again. `frozen`: no frames come any more; `stuck`: the picture
    does not change any more. Neither is followed by another beat.
    """

    began = Signal()
    """Something is on the screen."""
    frozen = Signal(str)
    stuck = Signal()

    def __init__(
        self,
        tellers: Sequence[Teller],
        now: Callable[[], float],
        every_s: float = EVERY_S,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.gallery: Callable[[], Gallery | None] = lambda: None
        self.dark: Callable[[], bool] = lambda: False
        self._tellers = tellers
        self._now = now
        self._pulse: Pulse | None = None
        self._window: QQuickWindow | None = None
        self._drawn = False
        self._timer = QTimer(self, interval=round(1000 * every_s), timerType=Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._beat)
        QTimer.singleShot(0, self, self._begin)

    def stop(self, code: int | None = None) -> None:
        """The show is over, in order, and the program is going to end with this exit code, if that is known."""
        self._timer.stop()
        tellers, self._tellers = self._tellers, ()
        for teller in tellers:
            if code is not None:
                teller.tell(f"{telling.LEAVES}{code}")
            teller.tell(telling.STOPPING)

    @Slot()
    def _begin(self) -> None:
        """The loop turns: the first frame that comes now is the beginning."""
        self._timer.start()
        self._find_window()
        if self._window:
            self._window.update()

    def _find_window(self) -> None:
        """The window that is shown now; it tells of its next frame."""
        shown = (each for each in QGuiApplication.topLevelWindows() if isinstance(each, QQuickWindow))
        window = next((each for each in shown if each.isVisible()), None)
        if window is not self._window or self._drawn:
            self._drawn = False
            self._window = window
            if window:
                # Heard on this thread, whichever shows the frame; one is enough until the next look.
                window.frameSwapped.connect(self._note_frame, Qt.ConnectionType.SingleShotConnection)

    @Slot()
    def _note_frame(self) -> None:
        self._drawn = True
        if self._pulse is None:
            self._start()

    def _start(self) -> None:
        self._pulse = begin(self._now())
        self._tell(telling.READY)
        self.began.emit()

    @Slot()
    def _beat(self) -> None:
        if self._pulse is None:  # the loop turns; whether frames come is seen from now on
            self._start()
        elif self._lives(self._pulse):
            self._tell(telling.BEAT)

    def _lives(self, pulse: Pulse) -> bool:
        seen = self._seen(pulse)
        self._find_window()
        self._pulse, verdict = look(pulse, seen, self._now())
        if verdict is Verdict.ASK and self._window:
            self._window.update()
        elif verdict is Verdict.FROZEN:
            self._timer.stop()
            self.frozen.emit("no frame was shown any more, though one was asked for.")
        elif verdict is Verdict.STUCK:
            self._timer.stop()
            self.stuck.emit()
        return verdict in {Verdict.BEAT, Verdict.ASK}

    def _seen(self, pulse: Pulse) -> Seen:
        exposed = self._window is not None and self._window.isExposed() and not self.dark()
        gallery = self.gallery()
        if gallery is None:
            return Seen(exposed, self._drawn, lively=False)
        on_loop = gallery.sitting.session.screen is Screen.ATTRACT
        picture, dwell = (gallery.loop if on_loop else gallery.show).standing
        shown = pulse.picture if picture is None else picture
        return Seen(exposed, self._drawn, dwell is not None, shown, dwell, gallery.waiting_for_pictures)

    def _tell(self, words: str) -> None:
        for teller in self._tellers:
            teller.tell(words)
