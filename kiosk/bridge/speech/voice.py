"""The process that reads aloud, started when it is needed and ended when it is not. Nothing here ever waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QProcess, QTimer

from kiosk.speech.orders import Alive, Failed, Found, Hush, Look, Said, Say, decode_answer, encode
from kiosk.speech.start import voice_command

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kiosk.speech.orders import Order
    from kiosk.speech.voices import Voice

SILENCE_MS = 8000
"""The longest time without any answer while one is due: starting a speech service takes a second or two."""
PATIENCE_MS = 10_000
PATIENCE_PER_CHARACTER_MS = 250
"""The longest time that words may take, and more for each character: three times what a slow voice needs."""
END_MS = 500


class VoiceProcess(QObject):
    """One process that reads aloud. After it has failed, the next order starts another.

    `command` is what to start and its arguments, the program itself unless told otherwise.
    """

    def __init__(self, command: tuple[str, ...] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = command or voice_command()
        self._process: QProcess | None = None
        self._number = 0
        self._said: Callable[[], None] = _nothing
        self._found: Callable[[Mapping[str, Voice]], None] = _nothing
        self._failed: Callable[[str], None] = _nothing
        self._due = QTimer(self, singleShot=True, interval=SILENCE_MS)
        self._due.timeout.connect(lambda: self._fail("the speech service does not answer"))
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(lambda: self._fail("the speech service does not come to an end"))

    def listen(
        self,
        found: Callable[[Mapping[str, Voice]], None],
        said: Callable[[], None],
        failed: Callable[[str], None],
    ) -> None:
        """Who is told of the voices, that words have been read, and why nothing can be."""
        self._found, self._said, self._failed = found, said, failed

    def look(self) -> None:
        """Find out which voices there are."""
        self._due.start()
        self._order(Look())

    def say(self, words: str, voice: Voice, volume: int) -> None:
        """Read words, in place of what is being read. `volume` is -100..100."""
        self._number += 1
        self._due.start()
        self._patience.start(PATIENCE_MS + PATIENCE_PER_CHARACTER_MS * len(words))
        self._order(Say(self._number, words, voice, volume))

    def hush(self) -> None:
        """Be silent."""
        self._number += 1
        self._expect_nothing()
        if self._process is not None:
            self._order(Hush())

    def rest(self) -> None:
        """Be silent and end the process; the next order starts it again."""
        self._expect_nothing()
        process, self._process = self._process, None
        if process is not None:
            process.readyReadStandardOutput.disconnect()
            process.finished.disconnect()
            process.errorOccurred.disconnect()
            process.finished.connect(process.deleteLater)
            if process.state() is QProcess.ProcessState.NotRunning:  # it says no more that it is finished
                process.deleteLater()
                return
            QTimer.singleShot(END_MS, process, process.kill)
            process.closeWriteChannel()

    def close(self) -> None:
        """End everything that was started."""
        self.rest()
        for process in self.findChildren(QProcess):
            if process.state() is not QProcess.ProcessState.NotRunning and not process.waitForFinished(END_MS):
                process.kill()
                process.waitForFinished(END_MS)

    def _order(self, order: Order) -> None:
        process = self._process or self._start()
        if process.state() is not QProcess.ProcessState.NotRunning:
            process.write(encode(order))

    def _start(self) -> QProcess:
        self._process = process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._hear)
        process.finished.connect(lambda: self._fail("the process that reads aloud ended"))
        process.errorOccurred.connect(lambda: self._stumble(process))
        process.start(self._command[0], list(self._command[1:]))
        return process

    def _stumble(self, process: QProcess) -> None:
        """One that cannot be started may say so before `start` returns; nobody is told of it in the middle of that."""
        reason = process.errorString()
        if process.error() is QProcess.ProcessError.FailedToStart:
            reason = f"{process.program()} could not be started"
        QTimer.singleShot(0, process, lambda: self._fail(reason) if process is self._process else None)

    def _hear(self) -> None:
        while self._process is not None and self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            try:
                answer = decode_answer(line)
            except msgspec.MsgspecError:
                self._fail("the process that reads aloud cannot be understood")
                return
            match answer:
                case Alive():
                    self._due.start()
                case Found(voices):
                    self._expect_nothing()
                    self._found(voices)
                case Said(number):
                    if number == self._number:
                        self._expect_nothing()
                        self._said()
                case Failed(reason):
                    self._fail(reason)

    def _expect_nothing(self) -> None:
        self._due.stop()
        self._patience.stop()

    def _fail(self, reason: str) -> None:
        process = self._process
        if process is not None:
            self.rest()
            process.kill()
            self._failed(reason)


def _nothing(*_: object) -> None:
    """Nobody listens yet."""
