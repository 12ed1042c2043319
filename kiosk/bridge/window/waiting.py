"""What is on the screen while a large exhibition is read for the first time, and the loop that keeps it alive."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal

from kiosk.bridge.look import fonts
from kiosk.exhibition.palette import Wall, palette

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtQuick import QQuickWindow

    from kiosk.exhibition.model import Exhibition
    from kiosk.staff.typefaces import Typeface

SIGNALS_EVERY_MS = 200
"""Python hears of a signal between two instructions of its own; Qt's loop has none."""

T = TypeVar("T")


def show_heading(window: QQuickWindow, heading: Exhibition | None, wall: Wall, own: Iterable[Typeface] = ()) -> None:
    """Have a window say what the exhibition is called, in its colours and its `own` fonts.

    The colours alone where that is not known.
    """
    serif = fonts.load_fonts(own)
    colours = palette(wall, heading.brand if heading else None)
    window.setColor(colours.wall)
    told = {"ink": colours.ink, "quiet": colours.quiet, "accent": colours.accent, "line": colours.line}
    told |= {"serif": serif, "sans": fonts.SANS}
    language = heading.languages[0] if heading else ""
    for name in ("title", "subtitle"):
        told[name] = getattr(heading, name).words(language) if heading else ""
    window.setProperty("waiting", told)


def show_title(window: QQuickWindow, title: str, wall: Wall) -> None:
    """The same of an exhibition of which nothing but its title is known."""
    show_heading(window, None, wall)
    window.setProperty("waiting", {**window.property("waiting"), "title": title})


class _Bell(QObject):
    rung = Signal()


def beside(task: Callable[[], T], window: QQuickWindow) -> T | None:
    """What `task` returns, which is done on a thread of its own meanwhile. None when the window is closed before."""
    loop, bell, look = QEventLoop(), _Bell(), QTimer(interval=SIGNALS_EVERY_MS)
    bell.rung.connect(loop.quit, Qt.ConnectionType.QueuedConnection)

    def look_at_the_window() -> None:
        if not window.isVisible():
            loop.quit()

    look.timeout.connect(look_at_the_window)
    look.start()
    worker = ThreadPoolExecutor(1)
    try:
        done = worker.submit(task)
    except RuntimeError:  # the system has no thread left
        return task()
    done.add_done_callback(lambda _: bell.rung.emit())
    loop.exec()
    look.stop()
    worker.shutdown(wait=False)
    return done.result() if done.done() else None
