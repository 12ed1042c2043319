"""One place of the slideshow's ring: a work, or two beside each other, with picture and label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.look.fonts import family_for
from kiosk.bridge.pictures.shelf import PictureState, Shown
from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.exhibition.binding import bind
from kiosk.exhibition.text import is_right_to_left, is_upright
from kiosk.visit.real_size import RealSize

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.bridge.wall.kin import Kin
    from kiosk.exhibition.label import LabelLine

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "HungWork", "Slide"]

UNKNOWN_ASPECT = 4 / 3
"""The shape kept free for a picture whose size is not known yet."""
MM_PER_CM = 10


def url(file: Path | None) -> QUrl:
    """The address under which QML's own reader loads a file; empty for None."""
    return QUrl.fromLocalFile(str(file)) if file else QUrl()


def told(line: LabelLine) -> dict[str, str | bool]:
    """A line of a label for QML: its words, which way they run, and what they have to be set in.

    `bound` are the words with no-break spaces, as they are drawn; `family` is empty where the usual faces serve;
    `upright` says that the script has no italic.
    """
    return {
        "role": str(line.role),
        "words": line.words,
        "bound": bind(line.words, line.language),
        "rightToLeft": is_right_to_left(line.language),
        "upright": is_upright(line.language),
        "family": family_for(line.language),
    }


@QmlElement
@made_in_python
class HungWork(QObject):
    """A work as it hangs on the stage; `label` is a list of lines, `work` -1 as long as nothing hangs here."""

    QEnum(PictureState)

    changed = Signal()
    pictureChanged = Signal()
    readFurther = Signal(int, int)
    """So many further pages of the label of a work have been turned to."""

    def __init__(self, parent: QObject | None = None, kin: Kin | None = None) -> None:
        super().__init__(parent)
        self._kin = kin
        self._work = -1
        self._name = ""
        self._label: list[dict[str, str | bool]] = []
        self._size_cm: tuple[float, float] | None = None
        self._state = PictureState.WAITING
        self._preview = QUrl()
        self._picture = QUrl()
        self._aspect = UNKNOWN_ASPECT
        self._height_cm = 0.0
        self._zoomable = True

    @property
    def work_number(self) -> int:
        """The work's index as a plain number, for Python; -1 before the first work hangs here."""
        return self._work

    def hang(
        self,
        work: int,
        name: str,
        lines: tuple[LabelLine, ...],
        size_cm: tuple[float, float] | None = None,
        *,
        zoomable: bool = True,
    ) -> None:
        """Hang a work with its accessible name, its label and its size (height, width)."""
        label = [told(line) for line in lines]
        if (work, name, label) != (self._work, self._name, self._label):
            self._work, self._name, self._label, self._size_cm = work, name, label, size_cm
            self._zoomable = zoomable
            self.changed.emit()

    def show_picture(self, shown: Shown, size: tuple[int, int] | None) -> None:
        """What is known of the work's picture, and its size in pixels."""
        aspect = size[0] / size[1] if size else UNKNOWN_ASPECT
        height_cm = _height_cm(self._size_cm, size)
        news = (shown.state, url(shown.preview), url(shown.screen), aspect, height_cm)
        if news != (self._state, self._preview, self._picture, self._aspect, self._height_cm):
            self._state, self._preview, self._picture, self._aspect, self._height_cm = news
            self.pictureChanged.emit()

    @Property(int, notify=changed)
    def work(self) -> int:
        return self._work

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._name

    @Property(list, notify=changed)
    def label(self) -> list[dict[str, str | bool]]:
        return self._label

    @Property(bool, notify=changed)
    def zoomable(self) -> bool:
        """Whether the curator lets visitors look at it closer."""
        return self._zoomable

    @Property(list, notify=changed)
    def kin(self) -> list[dict[str, str | int]]:
        """What other works there are of its themes and its creator: see `Kin`."""
        return self._kin.of(self._work) if self._kin and self._work >= 0 else []

    @Slot(int)
    def wander(self, place: int) -> None:
        """To the wall of those of its kin that are told at this place."""
        if self._kin:
            self._kin.wander(self._work, place)

    @Slot(int)
    def readOn(self, pages: int) -> None:
        """A visitor has turned to so many further pages of its label."""
        self.readFurther.emit(self._work, pages)

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

    @Property(float, notify=pictureChanged)
    def heightCm(self) -> float:
        """How high the work is, if its picture shows it and nothing else; else 0."""
        return self._height_cm


@QmlElement
@made_in_python
class Slide(HungWork):
    """A work at one page of the slideshow, and `second` beside it if `paired`. `page` counts without end both ways."""

    turned = Signal()
    presented = Signal()

    def __init__(self, parent: QObject | None = None, kin: Kin | None = None) -> None:
        super().__init__(parent, kin)
        self._page = 0
        self._second = HungWork(self, kin)
        self._second.readFurther.connect(self.readFurther)
        self._paired = False
        self._presentable = True

    @property
    def is_presentable(self) -> bool:
        """Whether its pictures are loaded, as far as QML has told."""
        return self._presentable

    @property
    def page_number(self) -> int:
        """The page as a plain number, for Python."""
        return self._page

    @property
    def parts(self) -> tuple[HungWork, ...]:
        """What hangs here."""
        return (self, self._second) if self._paired else (self,)

    @property
    def works(self) -> tuple[int, ...]:
        """The works that hang here, as plain numbers."""
        return tuple(part.work_number for part in self.parts)

    def turn_to(self, page: int, *, paired: bool) -> None:
        """Be at a page, with one work or with two."""
        if (page, paired) != (self._page, self._paired):
            self._page, self._paired = page, paired
            self.turned.emit()

    @Slot(bool)
    def present(self, presentable: bool) -> None:
        """QML has loaded its pictures, or loads others."""
        self._presentable = presentable
        if presentable:
            self.presented.emit()

    @Property(int, notify=turned)
    def page(self) -> int:
        return self._page

    @Property(bool, notify=turned)
    def paired(self) -> bool:
        return self._paired

    @Property(HungWork, constant=True)
    def second(self) -> HungWork:
        return self._second


def _height_cm(size_cm: tuple[float, float] | None, picture: tuple[int, int] | None) -> float:
    if size_cm is None or picture is None or min(size_cm) <= 0:
        return 0.0
    real = RealSize((size_cm[0] * MM_PER_CM, size_cm[1] * MM_PER_CM), picture)
    return size_cm[0] if real.fits_picture else 0.0
