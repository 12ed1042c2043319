"""One scene of the attract loop, for QML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QPointF, QRectF, QUrl, Signal
from PySide6.QtQml import QmlElement

from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python

if TYPE_CHECKING:
    from kiosk.exhibition.model import Point
    from kiosk.visit.attract import Scene
    from kiosk.visit.motion import Motion

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "AttractScene"]


@QmlElement
@made_in_python
class AttractScene(QObject):
    """One scene: a picture in slow motion, three pictures of a theme, or, without any picture, a work's words.

    `start` and `end` are parts of the picture in 0..1. `works`, `pictures` and `focuses` go together.
    """

    changed = Signal()
    steered = Signal()
    wordsChanged = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pictures: list[QUrl] = []
        self._preview = QUrl()
        self._focuses: list[QPointF] = []
        self._start = QRectF(0, 0, 1, 1)
        self._end = QRectF(0, 0, 1, 1)
        self._scene: Scene | None = None
        self._heading = ""
        self._words = ""

    def compose(self, scene: Scene, pictures: list[QUrl], focuses: list[Point], preview: QUrl | None = None) -> None:
        """Show a scene's pictures, each with the point that matters most in it; none for a scene of words.

        `preview` stands in for a picture that is not made yet, and stays until that is loaded over it.
        """
        self._scene, self._pictures = scene, pictures
        self._preview = preview or QUrl()
        self._focuses = [QPointF(*focus) for focus in focuses]
        self.changed.emit()

    def steer(self, course: Motion | None) -> None:
        """Move the picture from one part of itself to another; None keeps what was set."""
        if course is not None:
            self._start, self._end = QRectF(*course.start), QRectF(*course.end)
            self.steered.emit()

    def tell(self, heading: str, words: str) -> None:
        """The scene's words: a theme's name and teaser, or a work's title and creator."""
        if (heading, words) != (self._heading, self._words):
            self._heading, self._words = heading, words
            self.wordsChanged.emit()

    @property
    def scene(self) -> Scene | None:
        """What is shown; None before the first scene."""
        return self._scene

    @property
    def addresses(self) -> tuple[QUrl, ...]:
        """Where the renditions of the pictures are."""
        return tuple(self._pictures)

    @property
    def stand_in(self) -> QUrl:
        """Where the preview is that stands in for the picture; empty for none."""
        return self._preview

    @property
    def part(self) -> QRectF:
        """The part of the picture that is seen first."""
        return self._start

    @Property(list, notify=changed)
    def works(self) -> list[int]:
        return list(self._scene.works) if self._scene else []

    @Property(list, notify=changed)
    def pictures(self) -> list[QUrl]:
        return self._pictures

    @Property(QUrl, notify=changed)
    def preview(self) -> QUrl:
        return self._preview

    @Property(bool, notify=changed)
    def wordsOnly(self) -> bool:
        return not self._pictures and self._preview.isEmpty()

    @Property(bool, notify=changed)
    def teaser(self) -> bool:
        return self._scene is not None and self._scene.theme is not None

    @Property(list, notify=changed)
    def focuses(self) -> list[QPointF]:
        return self._focuses

    @Property(QRectF, notify=steered)
    def start(self) -> QRectF:
        return self._start

    @Property(QRectF, notify=steered)
    def end(self) -> QRectF:
        return self._end

    @Property(str, notify=wordsChanged)
    def heading(self) -> str:
        return self._heading

    @Property(str, notify=wordsChanged)
    def words(self) -> str:
        return self._words
