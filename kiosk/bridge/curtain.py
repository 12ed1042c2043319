"""The curtain: a window in the house's colours that says we are back soon. A small process of its own, with no QML.

It is told on stdin what to do, a line each (see `kiosk.supervising.curtain`), says on stdout when that is done, and
ends with stdin.
"""

from __future__ import annotations

import os
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QRasterWindow

from kiosk.bridge import fonts
from kiosk.bridge.stand import find_screen
from kiosk.exhibition.places import NAME, assets_folder
from kiosk.supervising.curtain import DRESS, HIDDEN, HIDE, SHOW, SHOWN
from kiosk.supervising.dress import Dress, read

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QCloseEvent, QPaintEvent

_CONTEXT, _WORDS = "BackSoon", "Back soon"
_SIZE, _GAP = 0.075, 1.6
"""Height of the letters as a share of the screen's shorter side, and of a line in letters."""


def lines_of(dress: Dress) -> list[tuple[str, str]]:
    """What the curtain says, each language with its words once; the computer's own where none is told."""
    said: dict[str, str] = {}
    for language in dress.languages or (QLocale.system().name().partition("_")[0],):
        translator = QTranslator()
        translator.load(str(assets_folder() / "translations" / f"kiosk_{language}.qm"))
        said.setdefault(translator.translate(_CONTEXT, _WORDS) or _WORDS, language)
    return [(language, words) for words, language in said.items()]


class Window(QRasterWindow):
    """Covers a screen. Nothing that is done to it does anything."""

    def __init__(self) -> None:
        super().__init__()
        self.dress = Dress()
        self.setFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setTitle(_WORDS)

    def cover(self) -> None:
        """Be in front of everything."""
        screen = find_screen(self.dress.screen)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.raise_()
        self.requestActivate()

    def event(self, event: QEvent) -> bool:
        """Whatever comes; a window manager's wish to close it comes here first."""
        if event.type() == event.Type.Close:
            event.ignore()
            return True
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's
        """The wall, and the words in its middle, those of each language below each other."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), self.height(), QColor(self.dress.wall))
        painter.setPen(QColor(self.dress.ink))
        lines = lines_of(self.dress)
        letters = min(self.width(), self.height()) * _SIZE / max(1.0, len(lines) ** 0.5)
        top = (self.height() - len(lines) * letters * _GAP) / 2
        for number, (language, words) in enumerate(lines):
            font = QFont(fonts.family_for(language) or fonts.SERIF)
            font.setPixelSize(max(1, round(letters)))
            painter.setFont(font)
            place = 0, round(top + number * letters * _GAP), self.width(), round(letters * _GAP)
            painter.drawText(*place, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()


class Told(QObject):
    """Lines of stdin, as they come, on the loop's thread; an empty one when there are no more."""

    said = Signal(str)

    def listen(self) -> None:
        """Read until the end, which is the supervisor's end, too."""
        for line in sys.stdin:
            self.said.emit(line.rstrip("\n") or " ")
        os._exit(0)


def main() -> None:
    """Be the curtain."""
    application = QGuiApplication([NAME])
    application.setApplicationName(NAME)
    application.setDesktopFileName(NAME)
    application.setQuitOnLastWindowClosed(False)
    fonts.load_fonts()
    window, told = Window(), Told()

    def hear(words: str) -> None:
        if words.startswith(DRESS):
            window.dress = read(words.removeprefix(DRESS))
            window.update()
        elif words == SHOW:
            window.cover()
            _say(SHOWN)
        elif words == HIDE:
            window.hide()
            _say(HIDDEN)

    told.said.connect(hear, Qt.ConnectionType.QueuedConnection)
    threading.Thread(target=told.listen, daemon=True).start()
    sys.exit(application.exec())


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
