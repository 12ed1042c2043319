"""How large the work that is looked at closer really is, for QML: the scale bar, and life size."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Property, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.exhibition.lengths import length_words, size_words
from kiosk.visit.real_size import Companion, RealSize

if TYPE_CHECKING:
    from kiosk.bridge.labels import Labels
    from kiosk.visit.looking import Looking

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "Beside", "Sizes"]


class Beside(IntEnum):
    """What a work in life size is compared with, if with anything: beside it, or in a small drawing of both."""

    NOTHING = 0
    HAND = 1
    PERSON = 2


class _Told(NamedTuple):
    bar_length: float = 0.0
    bar_mm: float = 0.0
    life_size: bool = False
    fits: bool = True
    beside: bool = False
    seen_mm: tuple[float, float] = (0.0, 0.0)


@QmlElement
@made_in_python
class Sizes(QObject):
    """The real size of one work, or nothing: without `size_cm` there is neither scale bar nor life size.

    `barLength` pixels stand for `barWords`; 0 without a bar. In life size, `seenWords` tell what of `sizeWords` is in
    the room; `companion` is what the work is compared with. If it `isBeside`, it stands there as large as it is; else,
    if the work does not fit (`fits`), both are drawn small.
    """

    QEnum(Beside)

    changed = Signal()
    workChanged = Signal()

    def __init__(self, labels: Labels, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._real: RealSize | None = None
        self._pixels_per_mm: float | None = None
        self._longest = 0.0
        self._looking: Looking | None = None
        self._told = _Told()

    @property
    def life(self) -> float | None:
        """The scale of life size; None where that cannot be shown."""
        return self._real.life if self._real else None

    def fit(self, pixels_per_mm: float | None) -> None:
        """The window has so many of its pixels to a mm; None if that is not known for certain."""
        self._pixels_per_mm = pixels_per_mm
        if self._real:
            self._real = replace(self._real, pixels_per_mm=pixels_per_mm)
            self.workChanged.emit()

    def begin(self, size_cm: tuple[float, float] | None, picture: tuple[int, int]) -> None:
        """A work is looked at of which this is known."""
        height, width = size_cm or (0, 0)
        self._real = RealSize((10 * height, 10 * width), picture, self._pixels_per_mm) if size_cm else None
        self.workChanged.emit()

    def follow(self, looking: Looking) -> None:
        """The picture stands here now."""
        self._looking = looking
        told = self._tell(self._real, looking) if self._real else _Told()
        if told != self._told:
            self._told = told
            self.changed.emit()

    def retell(self) -> None:
        """The visitor's language is another."""
        self.changed.emit()
        self.workChanged.emit()

    def _tell(self, real: RealSize, looking: Looking) -> _Told:
        bar = real.bar(looking.view.scale, self._longest) if self._longest > 0 else None
        room = looking.room
        return _Told(
            bar_length=bar.pixels if bar else 0.0,
            bar_mm=bar.mm if bar else 0.0,
            life_size=looking.in_life_size,
            fits=real.share(room) <= 1,
            beside=looking.in_life_size and real.stands_beside(room),
            seen_mm=real.seen(room, looking.next),
        )

    @Property(float, notify=changed)
    def barLength(self) -> float:
        return self._told.bar_length

    @Property(str, notify=changed)
    def barWords(self) -> str:
        return length_words(self._told.bar_mm, self._labels.language) if self._told.bar_mm else ""

    @Property(bool, notify=workChanged)
    def lifeSizePossible(self) -> bool:
        return self.life is not None

    @Property(bool, notify=changed)
    def lifeSize(self) -> bool:
        return self._told.life_size

    @Property(bool, notify=changed)
    def fits(self) -> bool:
        return self._told.fits

    @Property(bool, notify=changed)
    def isBeside(self) -> bool:
        return self._told.beside

    @Property(str, notify=changed)
    def seenWords(self) -> str:
        height, width = (max(0.1, round(mm / 10, 0 if mm >= 100 else 1)) for mm in self._told.seen_mm)
        return size_words((height, width), self._labels.language)

    @Property(str, notify=workChanged)
    def sizeWords(self) -> str:
        if self._real is None:
            return ""
        height, width = self._real.size_mm
        return size_words((height / 10, width / 10), self._labels.language)

    @Property(int, notify=workChanged)
    def companion(self) -> int:
        if self._real is None:
            return Beside.NOTHING
        return Beside.HAND if self._real.companion is Companion.HAND else Beside.PERSON

    @Property(float, notify=workChanged)
    def companionMm(self) -> float:
        """How tall the companion is."""
        return self._real.companion.value.height if self._real else 0.0

    @Property(float, notify=workChanged)
    def heightMm(self) -> float:
        return self._real.size_mm[0] if self._real else 0.0

    @Property(float, notify=workChanged)
    def widthMm(self) -> float:
        return self._real.size_mm[1] if self._real else 0.0

    @Property(float, notify=workChanged)
    def pixelsPerMm(self) -> float:
        return self._pixels_per_mm or 0.0

    @Slot(float)
    def allowBar(self, longest: float) -> None:
        """The scale bar may be so many pixels long."""
        self._longest = longest
        if self._looking:
            self.follow(self._looking)
