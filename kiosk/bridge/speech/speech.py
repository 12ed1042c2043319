"""Reading labels aloud for QML: whether it can be had, what is being read, and what a visitor can do about it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.speech.voices import voice_for
from kiosk.visit import reading as readings
from kiosk.visit.reading import VOLUMES, Phase, Reading
from kiosk.visit.session import Screen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kiosk.bridge.visit import Visit
    from kiosk.exhibition.spoken import Passage
    from kiosk.speech.voices import Voice

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "Speech"]

SETTLE_MS = 700
"""From the arrival of a work to the first word about it, so that nothing is begun for a visitor who hurries on."""
RETRY_S = 60.0
"""A speech service that failed is looked for again by a later visitor, but not sooner than this."""
SOFTEST, LOUDEST = -60, 100
"""The volumes of the first and the last step, as SSIP counts (-100..100). Loudness goes evenly between them."""

_log = logging.getLogger(__name__)


class Service(Protocol):
    """Reads words aloud, and never lets anybody wait."""

    def listen(
        self,
        found: Callable[[Mapping[str, Voice]], None],
        said: Callable[[], None],
        failed: Callable[[str], None],
    ) -> None: ...
    def look(self) -> None: ...
    def say(self, words: str, voice: Voice, volume: int) -> None: ...
    def hush(self) -> None: ...
    def rest(self) -> None: ...


@QmlElement
@made_in_python
class Speech(QObject):
    """The voice of the labels. Without a `service` nothing is ever offered, and nothing is asked of the machine.

    `passages_of(work)` gives what there is to read of a work to the visitor. The service is looked for when a visit
    begins, since reading is only offered in languages that it has a voice for; after that its process ends, and starts
    again when a visitor wants to be read to. The choices, to be read to and how loud, are the session's.
    """

    changed = Signal()

    def __init__(
        self,
        service: Service | None,
        visit: Visit,
        passages_of: Callable[[int], tuple[Passage, ...]],
        now: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._visit = visit
        self._passages_of = passages_of
        self._now = now
        self._voices: Mapping[str, Voice] = {}
        self._failed_at: float | None = None
        self._visiting = False
        self._place: tuple[object, ...] = ()
        self._work = -1
        self._reading = Reading()
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settling.timeout.connect(self._say)
        if service is not None:
            service.listen(self._find, self._hear, self._fail)

    def follow(self, work: int) -> None:
        """Bring reading in line with the session, whose stage shows `work`."""
        session = self._visit.session
        place = (session.screen, session.language, session.themes, session.seeking, session.about)
        if self._service is None:
            return
        if session.screen is Screen.ATTRACT:
            self._leave()
        elif not self._visiting:
            self._visiting = True
            self._look()
        if not session.listening:
            self._become(readings.stop(self._reading))
        elif place != self._place or (self._reading.phase is Phase.READING and not session.reading):
            self._become(readings.interrupt(self._reading))
        told_anew = self._place[1:2] != (session.language,)
        self._place = place
        if session.screen is Screen.STAGE and (work != self._work or told_anew):
            by_visitor = work != self._work and not session.advancing
            self._work = work
            self._become(readings.arrive(self._reading, self._readable(), by_visitor), settling=True)
        self.changed.emit()

    def _leave(self) -> None:
        """The visit is over."""
        if self._visiting:
            self._visiting = False
            self._settling.stop()
            self._work = -1
            self._reading = Reading()
            if self._service is not None:
                self._service.rest()

    def _look(self) -> None:
        waiting = self._failed_at is not None and self._now() < self._failed_at + RETRY_S
        if self._service is not None and not self._voices and not waiting:
            self._service.look()

    def _find(self, voices: Mapping[str, Voice]) -> None:
        if voices and self._failed_at is not None:
            _log.info("labels can be read aloud again")
        if voices:
            self._failed_at = None
        elif self._failed_at is None:
            _log.warning("labels cannot be read aloud: the speech service has no voice. Install one, as espeak-ng.")
        if not voices:
            self._failed_at = self._now()
        self._voices = voices
        if self._service is not None and self._reading.phase is Phase.SILENT:
            self._service.rest()
        self._reading = Reading(self._readable())
        self.changed.emit()

    def _fail(self, reason: str) -> None:
        if self._failed_at is None:
            _log.warning("labels cannot be read aloud for now: %s. The speech service is asked again later.", reason)
        self._failed_at = self._now()
        self._voices = {}
        self._become(Reading())
        if self._visit.session.listening:  # else nobody has done anything
            self._visit.listen(False)
        self.changed.emit()

    def _possible(self) -> bool:
        return voice_for(self._voices, self._visit.session.language) is not None

    def _on_stage(self) -> bool:
        return self._visit.session.screen is Screen.STAGE

    def _wanted(self) -> bool:
        """Whether the visitor wants to be read to, and a label is there."""
        return self._visit.session.listening and self._on_stage()

    def _readable(self) -> tuple[Passage, ...]:
        """What there is to read of the work on the stage, without what is in a language that has no voice."""
        if self._work < 0:
            return ()
        return tuple(passage for passage in self._passages_of(self._work) if voice_for(self._voices, passage.language))

    def _become(self, reading: Reading, *, again: bool = False, settling: bool = False, over: bool = False) -> None:
        before, self._reading = self._reading, reading
        if self._service is None or (reading == before and not again):
            return
        if reading.phase is Phase.READING:
            if settling and before.phase is Phase.READING:
                self._service.hush()
            self._settling.start() if settling else self._say()
        elif before.phase is Phase.READING:
            self._settling.stop()
            self._service.hush()
        if (reading.phase is Phase.READING) is not (before.phase is Phase.READING):
            self._visit.read(reading.phase is Phase.READING, over)
        self.changed.emit()

    @Slot()
    def _say(self) -> None:
        self._settling.stop()
        passage = self._reading.passage
        voice = voice_for(self._voices, passage.language) if passage else None
        if self._service is not None and passage and voice:
            self._service.say(passage.words, voice, _loudness(self._visit.session.volume))

    def _hear(self) -> None:
        """A passage has been read."""
        self._become(readings.heard(self._reading), over=True)

    @Property(bool, notify=changed)
    def offered(self) -> bool:
        """Whether labels can be read aloud in the visitor's language."""
        return self._possible()

    @Property(bool, notify=changed)
    def on(self) -> bool:
        """Whether the visitor wants to be read to."""
        return self._visit.session.listening

    @Property(bool, notify=changed)
    def readable(self) -> bool:
        """Whether there is anything to read of the work on the stage."""
        return bool(self._reading.passages)

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        return self._reading.phase is Phase.READING

    @Property(bool, notify=changed)
    def paused(self) -> bool:
        return self._reading.phase is Phase.PAUSED

    @Property(int, notify=changed)
    def volume(self) -> int:
        return self._visit.session.volume

    @Property(int, constant=True)
    def volumes(self) -> int:
        return VOLUMES

    @Slot()
    def toggle(self) -> None:
        """Read labels to this visitor, this one first; or no longer."""
        on = self._possible() and self._on_stage() and not self._visit.session.listening
        self._visit.listen(on)
        self._become(readings.begin(self._readable()) if on else readings.stop(self._reading))

    @Slot()
    def read(self) -> None:
        """Read this label; stop when it is being read."""
        if self._reading.phase is not Phase.SILENT:
            self._become(readings.stop(self._reading))
        elif self._wanted():
            self._become(readings.begin(self._readable()))

    @Slot()
    def togglePause(self) -> None:
        if self._reading.phase is Phase.PAUSED and self._wanted():
            self._become(readings.resume(self._reading))
        else:
            self._become(readings.pause(self._reading))

    @Slot()
    def repeat(self) -> None:
        """Read this label from its beginning."""
        if self._wanted():
            self._become(readings.begin(self._readable()), again=True)

    @Slot()
    def hush(self) -> None:
        """Something else has opened over the label."""
        self._become(readings.interrupt(self._reading))

    @Slot(int)
    def change(self, steps: int) -> None:
        """Louder, or softer (negative); what is being read is begun again, so that the difference is heard at once."""
        before = self._visit.session.volume
        self._visit.set_volume(before + steps)
        if self._visit.session.volume != before:
            if self._reading.phase is Phase.READING and not self._settling.isActive():
                self._say()
            self.changed.emit()


def _loudness(step: int) -> int:
    return round(SOFTEST + (LOUDEST - SOFTEST) * (step - 1) / (VOLUMES - 1))
