"""One place of the slideshow's ring: a work with its picture and its label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.fonts import family_for
from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.bridge.shelf import PictureState, Shown
from kiosk.exhibition.text import is_right_to_left, primary

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.bridge.kin import Kin
    from kiosk.exhibition.label import LabelLine

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "Slide"]

UPRIGHT = frozenset({"ar", "fa", "he", "hi", "ja", "ko", "th", "ur", "yi", "zh"})
"""Languages whose scripts are not set in italics, and have no letters in our serif face."""
UNKNOWN_ASPECT = 4 / 3
"""The shape kept free for a picture whose size is not known yet."""


def url(file: Path | None) -> QUrl:
    """The address under which QML's own reader loads a file; empty for None."""
    return QUrl.fromLocalFile(str(file)) if file else QUrl()


def told(line: LabelLine) -> dict[str, str | bool]:
    """A line of a label for QML: its words, which way they run, and what they have to be set in.

    `family` is empty where the usual faces serve; `upright` says that the script has no italic.
    """
    return {
        "role": str(line.role),
        "words": line.words,
        "rightToLeft": is_right_to_left(line.language),
        "upright": primary(line.language) in UPRIGHT,
        "family": family_for(line.language),
    }


@QmlElement
@made_in_python
class Slide(QObject):
    """A work at one page of the slideshow. `page` counts without end in both directions; `label` is a list of lines."""

    QEnum(PictureState)

    changed = Signal()
    pictureChanged = Signal()

    def __init__(self, parent: QObject | None = None, kin: Kin | None = None) -> None:
        super().__init__(parent)
        self._kin = kin
        self._page = 0
        self._work = -1
        self._name = ""
        self._label: list[dict[str, str | bool]] = []
        self._state = PictureState.WAITING
        self._preview = QUrl()
        self._picture = QUrl()
        self._aspect = UNKNOWN_ASPECT

    @property
    def page_number(self) -> int:
        """The page as a plain number, for Python."""
        return self._page

    @property
    def work_number(self) -> int:
        """The work's index as a plain number, for Python; -1 before the first work hangs here."""
        return self._work

    def hang(self, page: int, work: int, name: str, lines: tuple[LabelLine, ...]) -> None:
        """Put a work at a page, with its accessible name and its label."""
        label = [told(line) for line in lines]
        if (page, work, name, label) != (self._page, self._work, self._name, self._label):
            self._page, self._work, self._name, self._label = page, work, name, label
            self.changed.emit()

    def show_picture(self, shown: Shown, size: tuple[int, int] | None) -> None:
        """What is known of the work's picture, and its size in pixels."""
        aspect = size[0] / size[1] if size else UNKNOWN_ASPECT
        news = (shown.state, url(shown.preview), url(shown.screen), aspect)
        if news != (self._state, self._preview, self._picture, self._aspect):
            self._state, self._preview, self._picture, self._aspect = news
            self.pictureChanged.emit()

    @Property(int, notify=changed)
    def page(self) -> int:
        return self._page

    @Property(int, notify=changed)
    def work(self) -> int:
        return self._work

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._name

    @Property(list, notify=changed)
    def label(self) -> list[dict[str, str | bool]]:
        return self._label

    @Property(list, notify=changed)
    def kin(self) -> list[dict[str, str | int]]:
        """What other works there are of its themes and its creator: see `Kin`."""
        return self._kin.of(self._work) if self._kin and self._work >= 0 else []

    @Slot(int)
    def wander(self, place: int) -> None:
        """To the wall of those of its kin that are told at this place."""
        if self._kin:
            self._kin.wander(self._work, place)

    @Property(bool, notify=pictureChanged)
    def card(self) -> bool:
        return self._state in {PictureState.NONE, PictureState.FAILED}

    @Property(bool, notify=pictureChanged)
    def broken(self) -> bool:
        return self._state == PictureState.FAILED

    @Property(QUrl, notify=pictureChanged)
    def preview(self) -> QUrl:
        return self._preview

    @Property(QUrl, notify=pictureChanged)
    def picture(self) -> QUrl:
        return self._picture

    @Property(float, notify=pictureChanged)
    def aspect(self) -> float:
        return self._aspect
