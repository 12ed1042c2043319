"""What lies above a show in somebody's own window, for QML: the way to the menu, what is told, a black screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.exhibition.text import is_right_to_left

if TYPE_CHECKING:
    from kiosk.bridge.laptop.words import OwnWords

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "OwnLayer"]

TOLD_MS = 5000
"""So long something that is told can be read."""


@QmlElement
@made_in_python
class OwnLayer(QObject):
    """`told`: what has just been done, for a moment. `dropping`: a file is held over the window.

    `black`: nothing else is seen. `busy`: the menu or the guide is open. `menuAsked` comes when somebody presses the
    way to the menu.
    """

    changed = Signal()
    menuAsked = Signal()

    def __init__(self, words: OwnWords) -> None:
        super().__init__()
        self._words = words
        self._told = ""
        self._dropping = self._black = self._busy = False
        self._fading = QTimer(self, singleShot=True, interval=TOLD_MS)
        self._fading.timeout.connect(self._hush)

    @Slot()
    def askForMenu(self) -> None:
        self.menuAsked.emit()

    def tell(self, words: str, *, lasting: bool = False) -> None:
        """Say something for a moment; what is `lasting` stays until something else is said."""
        self._told = words
        if lasting:
            self._fading.stop()
        else:
            self._fading.start()
        self.changed.emit()

    @Slot()
    def _hush(self) -> None:
        self._told = ""
        self.changed.emit()

    @Slot(bool)
    def hold(self, dropping: bool) -> None:
        """A file is held over the window, or no more."""
        self._dropping = dropping
        self.changed.emit()

    def blacken(self, black: bool) -> None:
        """Show nothing, or the show again."""
        self._black = black
        self.changed.emit()

    def cover(self, busy: bool) -> None:
        """Something of its own is open above the show, or no more."""
        self._busy = busy
        self.changed.emit()

    @Property(str, notify=changed)
    def told(self) -> str:
        return self._told

    @Property(bool, notify=changed)
    def dropping(self) -> bool:
        return self._dropping

    @Property(bool, notify=changed)
    def black(self) -> bool:
        return self._black

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._busy

    @Property(str, notify=changed)
    def menuWord(self) -> str:
        return self._words.say("Menu")

    @Property(str, notify=changed)
    def dropWord(self) -> str:
        return self._words.say("Let go to open it.")

    @Property(bool, notify=changed)
    def rightToLeft(self) -> bool:
        return is_right_to_left(self._words.language)
