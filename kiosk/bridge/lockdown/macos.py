"""What macOS lets the program in front switch off: the Dock, the menu bar, and the ways out that its keys are.

By the C functions of the Objective-C runtime, since three messages are all that is sent (docs/decisions/0040).
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

DEFAULT = 0
AUTO_HIDE_DOCK, HIDE_DOCK = 1 << 0, 1 << 1
AUTO_HIDE_MENU_BAR, HIDE_MENU_BAR = 1 << 2, 1 << 3
DISABLE_PROCESS_SWITCHING, DISABLE_FORCE_QUIT = 1 << 5, 1 << 6
DISABLE_SESSION_TERMINATION, DISABLE_HIDE_APPLICATION = 1 << 7, 1 << 8
FULL_SCREEN = 1 << 10
"""NSApplicationPresentationOptions, as AppKit names them."""

KIOSK = (
    HIDE_DOCK
    | HIDE_MENU_BAR
    | DISABLE_PROCESS_SWITCHING
    | DISABLE_FORCE_QUIT
    | DISABLE_SESSION_TERMINATION
    | DISABLE_HIDE_APPLICATION
)
"""AppKit ends a program that asks for what contradicts itself: without HIDE_DOCK it grants none of the others."""
SYSTEMS = AUTO_HIDE_DOCK | AUTO_HIDE_MENU_BAR | FULL_SCREEN
"""What macOS has set for any window in full screen. DEFAULT in its place would leave a menu bar above the window."""

_LIBRARY = "/usr/lib/libobjc.A.dylib"


class Application(Protocol):
    """The program as AppKit knows it. The options are in force while the program is in front."""

    def options(self) -> int:
        """Those that are set."""

    def set_options(self, options: int) -> None:
        """Set them."""


class AppKit:
    """NSApplication. Raises OSError and AttributeError where there is no such thing. For the GUI thread."""

    def __init__(self, library: ctypes.CDLL | None = None) -> None:
        self._library = library or ctypes.CDLL(_LIBRARY)
        get_class = self._library.objc_getClass
        get_class.restype, get_class.argtypes = ctypes.c_void_p, [ctypes.c_char_p]
        self._selector = self._library.sel_registerName
        self._selector.restype, self._selector.argtypes = ctypes.c_void_p, [ctypes.c_char_p]
        reference = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
        number = ctypes.CFUNCTYPE(ctypes.c_ulong, ctypes.c_void_p, ctypes.c_void_p)
        nothing = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)
        # One function for all messages, which is called as the method that gets the message would be.
        send = ctypes.cast(self._library.objc_msgSend, ctypes.c_void_p).value or 0
        self._get, self._set = number(send), nothing(send)
        self._application = reference(send)(get_class(b"NSApplication"), self._selector(b"sharedApplication"))

    def options(self) -> int:
        """Those that are set."""
        return int(self._get(self._application, self._selector(b"presentationOptions")))

    def set_options(self, options: int) -> None:
        """Set them."""
        self._set(self._application, self._selector(b"setPresentationOptions:"), options)


class Presentation(QObject):
    """Has macOS show nothing but `window`, a kiosk's, while that fills the screen: again whenever it comes back."""

    def __init__(self, window: QWindow, application: Application | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._application = application or AppKit()
        for signal in (window.activeChanged, window.windowStateChanged):
            signal.connect(self.look)

    def look(self) -> None:
        """Something has changed: macOS sets its own when a window begins to fill the screen."""
        fills = self._window.windowState() == Qt.WindowState.WindowFullScreen
        if fills and self._window.isActive() and self._application.options() != KIOSK:
            self._application.set_options(KIOSK)

    def let_go(self) -> None:
        """Let macOS show what it has."""
        for signal in (self._window.activeChanged, self._window.windowStateChanged):
            signal.disconnect(self.look)
        fills = self._window.windowState() == Qt.WindowState.WindowFullScreen
        self._application.set_options(SYSTEMS if fills else DEFAULT)
