"""What a visitor reads while looking closer, for QML: nothing, the label, or one of the work's details."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.bridge.stage.slide import told
from kiosk.exhibition.label import LabelLine, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bridge.labels import Labels
    from kiosk.exhibition.model import Detail

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "Guide", "Page"]

NONE = -1


class Page(IntEnum):
    """What is open beside the picture."""

    NOTHING = 0
    LABEL = 1
    DETAILS = 2


@QmlElement
@made_in_python
class Guide(QObject):
    """The words beside a picture that is looked at closer, and which detail they are about.

    `details` is a list of {x, y, width, height} in 0..1 and all that a line of a label has; `current` is the place of
    one in it, -1 while none has been chosen. `go` brings the picture to a part of it.
    """

    QEnum(Page)

    changed = Signal()
    detailsChanged = Signal()

    def __init__(
        self, labels: Labels, go: Callable[[tuple[float, float, float, float]], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._labels = labels
        self._go = go
        self._work: int | None = None
        self._boxes: tuple[tuple[float, float, float, float], ...] = ()
        self._details: list[dict[str, Any]] = []
        self._page = Page.NOTHING
        self._current = NONE

    @property
    def opened(self) -> Page:
        """`page` for Python."""
        return self._page

    @property
    def at(self) -> int | None:
        """The place of the detail that is shown."""
        return None if self._current == NONE else self._current

    @property
    def part(self) -> tuple[float, float, float, float] | None:
        """Where that detail is: left, top, width and height in 0..1."""
        return None if self._current == NONE else self._boxes[self._current]

    def begin(self, work: int) -> None:
        """A visitor begins to look at a work closely, and reads nothing."""
        self._work = work
        self.close()
        self.retell()

    def retell(self) -> None:
        """The visitor's language is another."""
        if self._work is not None:
            details = self._labels.details(self._work)
            self._boxes = tuple(detail.at for detail, _, _ in details)
            self._details = [_told(*each) for each in details]
            self.detailsChanged.emit()

    def _turn(self, page: Page, current: int = NONE) -> None:
        if (page, current) != (self._page, self._current):
            self._page, self._current = page, current
            self.changed.emit()

    @Property(int, notify=changed)
    def page(self) -> int:
        return self._page

    @Property(int, notify=changed)
    def current(self) -> int:
        return self._current

    @Property(list, notify=detailsChanged)
    def details(self) -> list[dict[str, Any]]:
        return self._details

    @Slot()
    def toggleLabel(self) -> None:
        """The label comes, or leaves."""
        self._turn(Page.NOTHING if self._page is Page.LABEL else Page.LABEL)

    @Slot()
    def toggleDetails(self) -> None:
        """The numbers in the picture come, or leave."""
        if self._page is Page.DETAILS or not self._boxes:
            self.close()
        else:
            self._turn(Page.DETAILS)

    @Slot()
    def close(self) -> None:
        """The picture alone."""
        self._turn(Page.NOTHING)

    @Slot(int)
    def show(self, place: int) -> None:
        """Go to a detail and read about it."""
        if 0 <= place < len(self._boxes):
            self._turn(Page.DETAILS, place)
            self._go(self._boxes[place])

    @Slot()
    def next(self) -> None:
        """The next detail; after the last one the first."""
        if self._boxes:
            self.show((self._current + 1) % len(self._boxes))

    @Slot()
    def previous(self) -> None:
        """The detail before; before the first one the last."""
        if self._boxes:
            self.show((max(self._current, 0) - 1) % len(self._boxes))


def _told(detail: Detail, words: str, language: str) -> dict[str, Any]:
    x, y, width, height = detail.at
    return {
        "x": x,
        "y": y,
        "width": width,
        "height": height,
        **told(LabelLine(Role.DESCRIPTION, words, language)),
    }
