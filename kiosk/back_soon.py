"""The card that is shown while nothing can be: it waits until the files can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from kiosk.bridge import fonts, stand
from kiosk.bridge.attention import Attention
from kiosk.bridge.revisions import Revisions
from kiosk.bridge.words import Words
from kiosk.exhibition.places import assets_folder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.bridge.stand import Stand
    from kiosk.exhibition.problems import Problem
    from kiosk.front import Front
    from kiosk.staff.revision import Asked, Revision

TOLD_ON_SCREEN = 4
"""The most problems that the card names."""
READABLE = -1
"""What `wait` returns when there is something to show."""


class BackSoon(QObject):
    """Tells visitors that we are back soon, and staff what is wrong. It takes the place of the front's window."""

    def __init__(self, front: Front, place: Stand, problems: Iterable[Problem], asked: Asked) -> None:
        super().__init__()
        self._application = front.application
        fonts.load_fonts()
        words = Words(front.application, assets_folder() / "translations", (QLocale.system().name()[:2],))
        front.face.speak(words)
        told = _told(problems)
        self._card = front.face.open("BackSoon.qml", {"kiosk": not place.windowed, "problems": told})
        self._attention = Attention(self._card, closable=place.windowed)
        stand.show(self._card, place)
        if front.window:
            front.window.close()
            front.window = None
        self._revisions = Revisions(asked, self)
        self._revisions.came.connect(self._hear)
        self._revisions.look()

    def wait(self) -> int:
        """Run until the files can be shown, which is `READABLE`, or until the program is asked to leave."""
        return self._application.exec()

    def close(self) -> None:
        """Take the card away."""
        self._revisions.end()
        self._card.removeEventFilter(self._attention)
        self._card.close()

    def _hear(self, revision: Revision) -> None:
        self._card.setProperty("problems", _told(revision.problems))
        if revision.exhibition is not None:
            self._revisions.end()
            self._application.exit(READABLE)


def _told(problems: Iterable[Problem]) -> list[str]:
    return [str(problem) for problem in problems][:TOLD_ON_SCREEN]
