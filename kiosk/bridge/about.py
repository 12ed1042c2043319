"""What the exhibition says of itself, for QML: the card that a visit may begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.bridge.stage.slide import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.exhibition.label import LabelLine

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "About"]


@QmlElement
@made_in_python
class About(QObject):
    """The exhibition's own label: title, subtitle, when and where, how many works, the intro.

    `lines_of()` tells its lines in the visitor's language; it is asked when the card is opened. An exhibition without
    an intro has no card (`available` False).
    """

    changed = Signal()

    def __init__(
        self, available: bool, lines_of: Callable[[], tuple[LabelLine, ...]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._available = available
        self._lines_of = lines_of

    def retell(self) -> None:
        """It is told in another language now, or of other works."""
        self.changed.emit()

    @Property(bool, constant=True)
    def available(self) -> bool:
        return self._available

    @Property(list, notify=changed)
    def lines(self) -> list[dict[str, str | bool]]:
        return [told(line) for line in self._lines_of()]
