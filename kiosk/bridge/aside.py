"""Work on another thread for an object that lives on this one."""

from __future__ import annotations

import atexit
import contextlib
import threading
from itertools import count
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.exhibition.threads import begin

if TYPE_CHECKING:
    from collections.abc import Callable


TRY_AGAIN_MS = 5000
"""A system that has no thread left is asked again after so long."""


class _Held(QObject):
    """The objects for which other threads work. It lives as long as the program.

    A thread that works for an object refers to it, and the last reference that goes takes the object along: its timers
    and watchers, which only their own thread may stop. So it is held here until the thread has let go of it.
    """

    _over = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._numbers = count()
        self._objects: dict[int, QObject] = {}
        self._telling = threading.Lock()
        self._ended = False
        atexit.register(self.end)
        self._over.connect(self._let_go, Qt.ConnectionType.QueuedConnection)

    def hold(self, owner: QObject) -> Callable[[], None]:
        """Hold it; what is returned lets it go, from any thread."""
        number = next(self._numbers)
        self._objects[number] = owner

        def over() -> None:
            with self._telling, contextlib.suppress(RuntimeError):
                if not self._ended:
                    self._over.emit(number)

        return over

    def end(self) -> None:
        """The program ends: what a thread tells now would come when Qt is taken down, and crash it."""
        with self._telling:
            self._ended = True

    def _let_go(self, number: int) -> None:
        del self._objects[number]


_held: list[_Held] = []


def aside(owner: QObject, work: Callable[..., object], *arguments: Any, name: str) -> threading.Thread:
    """The daemon thread of that name, already begun, that does `work`, mostly a method of `owner`.

    Called on the thread that `owner` lives on; there it is also destroyed, however long the work takes. Where the
    system has no thread left it begins later.
    """
    if not _held:
        _held.append(_Held())
    over = _held[0].hold(owner)
    todo = [work]
    del work

    def do() -> None:
        try:
            todo.pop()(*arguments)
        finally:
            over()

    thread = threading.Thread(target=do, name=name, daemon=True)
    eventually(thread)
    return thread


def eventually(thread: threading.Thread) -> None:
    """Begin it; where the system has no thread left as soon as it has, on whose event loop this is called."""
    if not begin(thread):
        _begin_later(thread)


def _begin_later(thread: threading.Thread) -> None:
    """Not with a timer of the owner's: the thread refers to it."""
    QTimer.singleShot(TRY_AGAIN_MS, lambda: eventually(thread))
