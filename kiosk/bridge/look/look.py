"""The look for QML: colours of the wall and the size of a millimetre."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.bridge.changes import COLOURS, Changes
from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.bridge.tempo import hasten, tempo
from kiosk.exhibition.palette import Wall, palette
from kiosk.visit.reach import Band
from kiosk.visit.real_size import is_plausible

if TYPE_CHECKING:
    from kiosk.exhibition.model import Brand

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "Look", "true_density", "unit_of"]

SMALLEST_SCREEN_MM = 400.0
"""A kiosk's screen counts as at least this high across its short side: a larger one is seen from further away."""
WINDOW_MM = 330.0
"""The short side of a window on a laptop, in the millimetres its controls are drawn for: arm's length, a pointer."""
SMALLEST_UNIT = 2.1
"""Below this many pixels a millimetre cannot carry letters."""
SMALLEST_WINDOW_UNIT = 2.3
"""Makes controls 46 pixels large: 12 mm of 1/96 inch each, and more than the 44 of WCAG 2.2, 2.5.5 (AAA)."""
REFERENCE_MM = 25.4 / 96
"""What a device-independent pixel of a window on a desk counts as, at arm's length (CSS Values 4, reference pixel)."""
LEAST_TOUCH_MM = 12.0
"""Nothing that is touched is smaller; 20 mm are the rule (Colle & Hiszem 2004, Ergonomics 47(13))."""


def unit_of(short_side: float, pixels_per_mm: float | None, windowed: bool) -> float:
    """Pixels of one millimetre as the visitor sees it, from the shorter side in pixels and the screen's density."""
    if windowed:
        return max(short_side / WINDOW_MM, SMALLEST_WINDOW_UNIT)
    by_size = max(short_side / SMALLEST_SCREEN_MM, SMALLEST_UNIT)
    if pixels_per_mm is None or not is_plausible(pixels_per_mm):
        return by_size
    return max(pixels_per_mm, by_size)


def true_density(short_side: float, pixels_per_mm: float | None, windowed: bool) -> float:
    """Pixels of a true millimetre of the screen: by its own word where that is plausible, else by its usual size."""
    if windowed:
        return 1 / REFERENCE_MM
    if pixels_per_mm is None or not is_plausible(pixels_per_mm):
        return short_side / SMALLEST_SCREEN_MM
    return pixels_per_mm


@QmlElement
@made_in_python
class Look(QObject):
    """Colours, as "#rrggbb", the unit of all sizes, in pixels, what is out of reach, and the family of titles.

    `changes`: walls never change so fast that they flash.
    """

    changed = Signal()
    unitChanged = Signal()
    bandChanged = Signal()
    tempoChanged = Signal()

    def __init__(
        self,
        wall: Wall,
        brand: Brand,
        serif: str,
        fade_ms: int,
        parent: QObject | None = None,
        changes: Changes | None = None,
    ) -> None:
        super().__init__(parent)
        self._changes = changes or Changes()
        self._home = wall
        self._brand = brand
        self._serif = serif
        self._fade_ms = fade_ms
        self._palette = self._wanted = palette(wall, brand)
        self._unit = 2.7
        self._least = ceil(LEAST_TOUCH_MM * self._unit)
        self._band = Band()

    def hang_on(self, high_contrast: bool) -> None:
        """Choose the high-contrast wall, or the exhibition's; one that changes soon after another comes in its time."""
        self._wanted = palette(Wall.HIGH_CONTRAST if high_contrast else self._home, self._brand)
        if self._wanted != self._palette:
            self._changes.make(COLOURS, self._paint)

    def _paint(self) -> None:
        if self._wanted != self._palette:
            self._palette = self._wanted
            self.changed.emit()

    def rehang(self, wall: Wall) -> None:
        """Another wall than the configured one, for whoever looks at all of them."""
        self._home = wall
        self._wanted = palette(wall, self._brand)
        self._paint()

    def set_unit(self, unit: float, true_millimetre: float | None = None) -> None:
        """Set the pixels of one millimetre as the visitor sees it, and of a true one where that is another."""
        least = ceil(LEAST_TOUCH_MM * (true_millimetre or unit))
        if (unit, least) != (self._unit, self._least):
            self._unit, self._least = unit, least
            self.unitChanged.emit()

    def set_band(self, band: Band) -> None:
        """Set what is out of reach at the window's top and bottom, in its pixels."""
        if band != self._band:
            self._band = band
            self.bandChanged.emit()

    def hasten(self, speed: float) -> None:
        """Have so many seconds of the show in one of the world from now on."""
        hasten(speed)
        self.tempoChanged.emit()

    @property
    def pixels_per_mm(self) -> float:
        """`unit` for Python."""
        return self._unit

    @Property(float, notify=bandChanged)
    def beyondTop(self) -> float:
        return self._band.top

    @Property(float, notify=bandChanged)
    def beyondBottom(self) -> float:
        return self._band.bottom

    @Property(float, notify=unitChanged)
    def unit(self) -> float:
        return self._unit

    @Property(int, notify=unitChanged)
    def leastTouch(self) -> int:
        """Pixels that anything that is touched is at least wide and high."""
        return self._least

    @Property(str, constant=True)
    def serif(self) -> str:
        return self._serif

    @Property(float, notify=tempoChanged)
    def tempo(self) -> float:
        return tempo()

    @Property(int, constant=True)
    def fadeMs(self) -> int:
        return self._fade_ms

    @Property(str, notify=changed)
    def wall(self) -> str:
        return self._palette.wall

    @Property(str, notify=changed)
    def ink(self) -> str:
        return self._palette.ink

    @Property(str, notify=changed)
    def quiet(self) -> str:
        return self._palette.quiet

    @Property(str, notify=changed)
    def accent(self) -> str:
        return self._palette.accent

    @Property(str, notify=changed)
    def accentInk(self) -> str:
        return self._palette.on_accent

    @Property(str, notify=changed)
    def line(self) -> str:
        return self._palette.line

    @Property(str, notify=changed)
    def raised(self) -> str:
        return self._palette.raised

    @Property(str, notify=changed)
    def paper(self) -> str:
        return self._palette.paper

    @Property(str, notify=changed)
    def paperInk(self) -> str:
        return self._palette.paper_ink

    @Property(str, notify=changed)
    def paperQuiet(self) -> str:
        return self._palette.paper_quiet
