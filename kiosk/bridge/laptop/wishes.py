"""What a presenter's clicker, a keyboard and a mouse ask of a window that is somebody's own."""

from __future__ import annotations

import sys
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFileOpenEvent,
    QKeyEvent,
    QMouseEvent,
)

from kiosk.visit.keyboard import LAYOUTS, keys_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtQuick import QQuickWindow


class Wish(Enum):
    """What is wanted of the window, or of the show in it."""

    FULL = auto()
    TOGGLE_FULL = auto()
    NEXT_SCREEN = auto()
    MENU = auto()
    OPEN = auto()
    GUIDE = auto()
    RELOAD = auto()
    QUIT = auto()


_NOTHING = Qt.KeyboardModifier.NoModifier
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
KEYS: dict[tuple[int, Qt.KeyboardModifier], Wish] = {
    (Qt.Key.Key_F5, _NOTHING): Wish.FULL,
    (Qt.Key.Key_F5, _SHIFT): Wish.FULL,
    (Qt.Key.Key_F11, _NOTHING): Wish.TOGGLE_FULL,
    (Qt.Key.Key_F11, _SHIFT): Wish.NEXT_SCREEN,
    (Qt.Key.Key_F10, _NOTHING): Wish.MENU,
    (Qt.Key.Key_Menu, _NOTHING): Wish.MENU,
    (Qt.Key.Key_O, _CONTROL): Wish.OPEN,
    (Qt.Key.Key_F1, _NOTHING): Wish.GUIDE,
    (Qt.Key.Key_R, _CONTROL): Wish.RELOAD,
    (Qt.Key.Key_Q, _CONTROL): Wish.QUIT,
    (Qt.Key.Key_W, _CONTROL): Wish.QUIT,
}
"""F5 and Shift+F5 are what clickers send to begin; Escape ends, and B or a full stop blacks the screen."""
BLACKING = frozenset(sign for key in ("b", "B", ".") for layout in LAYOUTS for sign in (key, keys_for(key, layout)))
"""What these two keys write on the keyboards of our languages: a clicker is a keyboard, too."""


class Wishes(QObject):
    """Watches `window` before QML gets its events.

    `wished(Wish)`. `menuAsked(x, y)`: by the right button, there. `dropping(bool)`: a file is held over the window.
    `named(path)`: it was dropped there, or the system asks to open it. `may_black` tells whether letters are free to
    black the screen, `black` whether it is, `escape` leaves full screen and tells whether it did.
    """

    wished = Signal(object)
    menuAsked = Signal(float, float)
    dropping = Signal(bool)
    named = Signal(str)

    def __init__(
        self,
        window: QQuickWindow,
        may_black: Callable[[], bool],
        blacken: Callable[[bool], None],
        escape: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._may_black = may_black
        self._blacken = blacken
        self._escape = escape
        self._alt_alone = False
        self.black = False
        window.installEventFilter(self)
        self._system = _System(self.named.emit, self) if sys.platform == "darwin" else None

    def end(self) -> None:
        """Hear no more."""
        self._window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 (Qt's signature)
        if event.type() not in _WATCHED:
            return False
        if isinstance(event, QKeyEvent):
            return self._key(event)
        if isinstance(event, QMouseEvent):
            return self._button(event)
        if isinstance(event, QDropEvent | QDragEnterEvent | QDragMoveEvent):
            return self._drag(event)
        if event.type() == QEvent.Type.DragLeave:
            self.dropping.emit(False)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.KeyRelease:
            alone, self._alt_alone = self._alt_alone, False
            if alone and event.key() == Qt.Key.Key_Alt:
                self.wished.emit(Wish.MENU)
            return False
        if event.type() != QEvent.Type.KeyPress:
            return False
        self._alt_alone = event.key() == Qt.Key.Key_Alt and event.modifiers() in _ALT
        if event.key() in _HELPERS:
            return event.key() == Qt.Key.Key_Alt  # the show would take it for the first key of a visitor
        if self.black:
            self._blacken(False)
            return True
        if wish := KEYS.get((event.key(), event.modifiers() & ~_PAD)):
            if not event.isAutoRepeat():
                self.wished.emit(wish)
            return True
        if event.text() in BLACKING and event.modifiers() in _PLAIN and self._may_black():
            self._blacken(True)
            return True
        return event.key() == Qt.Key.Key_Escape and self._escape()

    def _button(self, event: QMouseEvent) -> bool:
        kind = event.type()
        self._alt_alone = False
        if self.black and kind == QEvent.Type.MouseButtonPress:
            self._blacken(False)
            return True
        if event.button() != Qt.MouseButton.RightButton or event.source() != _BY_MOUSE:
            return False
        if kind == QEvent.Type.MouseButtonPress:
            self.menuAsked.emit(event.position().x(), event.position().y())
        return True

    def _drag(self, event: QDropEvent) -> bool:
        path = _dropped(event.mimeData())
        if path is None:
            return False
        event.acceptProposedAction()
        self.dropping.emit(event.type() != QEvent.Type.Drop)
        if event.type() == QEvent.Type.Drop:
            self.named.emit(path)
        return True


class _System(QObject):
    """On macOS the system names a file that was double-clicked to the program, and not to a window."""

    def __init__(self, named: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._named = named
        application = QCoreApplication.instance()
        if application:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 (Qt's signature)
        if isinstance(event, QFileOpenEvent) and event.url().isLocalFile():
            self._named(event.url().toLocalFile())
            return True
        return False


_WATCHED = frozenset(
    {
        *(QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease),
        *(QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.DragLeave, QEvent.Type.Drop),
    }
)
_PAD = Qt.KeyboardModifier.KeypadModifier
_PLAIN = frozenset({Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier})
_ALT = frozenset({Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier})
_HELPERS = frozenset({Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Meta})
_BY_MOUSE = Qt.MouseEventSource.MouseEventNotSynthesized


def _dropped(data: QMimeData) -> str | None:
    """The first file that is dropped; one alone is shown."""
    files = (url.toLocalFile() for url in data.urls() if url.isLocalFile())
    return next(files, None)
