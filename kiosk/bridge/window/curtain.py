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

from kiosk.bridge.look import fonts
from kiosk.bridge.window.stand import find_screen
from kiosk.exhibition.places import NAME, assets_folder
from kiosk.supervising.curtain import DRESS, HIDDEN, HIDE, SHOW, SHOWN
from kiosk.supervising.dress import Dress, read

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QCloseEvent, QPaintEvent

_CONTEXT, _WORDS = "BackSoon", "Back soon"
_SIZE, _GAP, _LESS = 0.075, 1.8, 0.35
"""Height of the letters as a share of the screen's shorter side, of a line in letters, and how both become less."""


def lines_of(dress: Dress) -> list[tuple[str, str]]:
    """What the curtain says, each language with its words once; the computer's own where none is told."""
    said: dict[str, str] = {}
    for language in dress.languages or (QLocale.system().name().partition("_")[0],):
        translator = QTranslator()
        translator.load(str(assets_folder() / "translations" / f"kiosk_{language}.qm"))
        said.setdefault(translator.translate(_CONTEXT, _WORDS) or _WORDS, language)
    return [(language, words) for words, language in said.items()]


def draw(painter: QPainter, width: int, height: int, dress: Dress) -> None:
    """The wall, and in its middle the words, those of each language below each other."""
    painter.fillRect(0, 0, width, height, QColor(dress.wall))
    painter.setPen(QColor(dress.ink))
    lines = lines_of(dress)
    letters = min(width, height) * _SIZE / len(lines) ** _LESS
    line = round(letters * _GAP)
    top = (height - len(lines) * line) // 2
    for number, (language, words) in enumerate(lines):
        font = QFont(fonts.family_for(language) or fonts.SERIF)
        font.setPixelSize(max(1, round(letters)))
        painter.setFont(font)
        painter.drawText(0, top + number * line, width, line, Qt.AlignmentFlag.AlignCenter, words)


class Window(QRasterWindow):
    """Covers a screen. Nothing that is done to it does anything."""

    def __init__(self) -> None:
        super().__init__()
        self.dress = Dress()
        self.setFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setTitle(_WORDS)

    def cover(self) -> None:
        """Be in front of the desktop: what is shown last comes in front, and there is no show."""
        screen = find_screen(self.dress.screen)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

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
        """The wall and its words."""
        painter = QPainter(self)
        draw(painter, self.width(), self.height(), self.dress)
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
