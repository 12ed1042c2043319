"""Text in the largest size and set wider, as WCAG 2.2, 1.4.12 asks for: what is cut off, or lies on other text."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtQml import QQmlProperty

from kiosk.bridge.touring.items import asked, below, inside_frames, kind_of, part_of, place_of, seen
from kiosk.visit.session import TextSize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtQuick import QQuickItem

    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.touring.sight import Sight

LETTER_EM, WORD_EM = 0.12, 0.16
LINE = 1.5
"""Of the font's size; labels have it already."""
PARAGRAPH_EM = 2.0
JOINED = frozenset({"ar", "fa", "ur", "ps", "ug", "ckb", "sd"})
"""Languages whose letters are joined: there is no space between them to be set (the exception of 1.4.12)."""
RIGHT, CENTRED = 2, 4
"""Of `Text.HAlignment`."""
PANELS = frozenset({"comfort", "languages", "about", "still there"})
PANEL_S = 0.4
BORDER_EM = 0.3
"""Above and below a line, where there are no letters but marks and tails."""
ROUNDING_PX = 2.0
SHARE = 0.15
"""Of the smaller of two pieces of text, below which they only touch with their empty borders."""


class Spacing:
    """Sets the text of every screen that reads, in the largest size, and looks whether all of it is still there."""

    def __init__(self, sight: Sight, gallery: Gallery) -> None:
        self._sight = sight
        self._gallery = gallery

    def lost(self, language: str) -> Iterator[str]:
        """What of the text in a language is lost, as "screen: words"."""
        for name, go in self._screens(language):
            if not go():
                continue
            self._rest(name)
            for wider in (False, True):
                if wider:
                    self._widen(language)
                    self._rest(name)
                how = f"{name}, {language}, {'wider' if wider else 'largest'}"
                yield from (f"{how}: {words}" for words in self._missing())

    def _rest(self, name: str) -> None:
        """Until panels have come to rest, too."""
        begun = time.monotonic()
        if name in PANELS:
            self._sight.until(lambda: time.monotonic() - begun > PANEL_S)
        self._sight.still()

    def _screens(self, language: str) -> Iterator[tuple[str, Callable[[], bool]]]:
        gallery, sitting = self._gallery, self._gallery.sitting
        sizes = list(TextSize)

        def stage(work: int | None) -> bool:
            if work is None:
                return False
            gallery.explore(work)
            sitting.speak(language)
            sitting.setTextSize(sizes.index(TextSize.LARGEST))
            return True

        yield "stage", lambda: stage(gallery.find(lambda shape: shape > 1.1))
        yield "pair", lambda: stage(gallery.find_pair())
        yield "card", lambda: stage(gallery.find(lambda shape: shape == 0))
        yield "comfort", lambda: self._sight.on_stage("toggleComfort")
        yield "languages", lambda: self._sight.on_stage("toggleLanguages")
        yield "about", self._about
        yield "still there", self._ask
        yield "wall", self._wall

    def _about(self) -> bool:
        self._sight.on_stage("closePanel")
        self._gallery.sitting.tellAbout(self._gallery.introduced)
        return self._gallery.sitting.session.about

    def _ask(self) -> bool:
        self._gallery.sitting.tellAbout(False)
        self._gallery.sitting.ask()
        return True

    def _wall(self) -> bool:
        self._gallery.sitting.keepLooking()
        self._gallery.sitting.showWall()
        return True

    def _texts(self) -> list[QQuickItem]:
        found = (item for item in seen(self._sight.window.contentItem()) if item.inherits("QQuickText"))
        shown = (item for item in found if str(item.property("text")).strip())
        return [item for item in shown if part_of(item, self._screen()).width() > 0]

    def _widen(self, language: str) -> None:
        joined = language.partition("-")[0] in JOINED
        everything = below(self._sight.window.contentItem())  # also what is only measured
        for item in (item for item in everything if item.inherits("QQuickText")):
            em = item.property("font").pixelSize()
            QQmlProperty(item, "font.letterSpacing").write(0.0 if joined else LETTER_EM * em)
            QQmlProperty(item, "font.wordSpacing").write(WORD_EM * em)
            if kind_of(item) != "LabelLine":
                QQmlProperty(item, "lineHeightMode").write(1)  # Text.FixedHeight
                QQmlProperty(item, "lineHeight").write(max(LINE * em, item.property("lineHeight")))
            elif item.property("role") == "description" and item.property("before") == "description":
                QQmlProperty(item, "topPadding").write(PARAGRAPH_EM * em)

    def _missing(self) -> Iterator[str]:
        """Words that are cut off, and words under others."""
        placed: list[tuple[QRectF, QQuickItem]] = []
        for item in self._texts():
            place = _inked(item)
            if item.property("truncated") or not _whole(item, place, self._screen()):
                yield f"cut off: {_short(item)}"
            place = inside_frames(item, place)
            for other, item_below in placed:
                shared, least = other.intersected(place), min(_area(other), _area(place))
                if _area(shared) > SHARE * least and _together(item, item_below):
                    yield f"on each other: {_short(item)} and {_short(item_below)}"
            placed.append((place, item))

    def _screen(self) -> QRectF:
        return QRectF(0, 0, self._sight.window.width(), self._sight.window.height())


def _inked(item: QQuickItem) -> QRectF:
    """Where a text's lines are."""
    place = place_of(item)
    scale = place.width() / item.width() if item.width() else 1.0
    wide, high = (scale * float(item.property(side)) for side in ("contentWidth", "contentHeight"))
    left = place.left()
    told = asked(item, "effectiveHorizontalAlignment")
    if told == RIGHT:
        left = place.right() - wide
    elif told == CENTRED:
        left = place.center().x() - wide / 2
    size = scale * item.property("font").pixelSize()
    high = place.height() if kind_of(item) == "LabelLine" else high  # its lines are placed by hand
    inked = QRectF(left, place.top() + BORDER_EM * size, wide, max(1.0, high - 2 * BORDER_EM * size))
    if item.property("lineCount") == 1 and kind_of(item) != "LabelLine":  # a line may be far higher than its letters
        letters = scale * QFontMetricsF(item.property("font")).tightBoundingRect(str(item.property("text"))).height()
        spare = max(0.0, inked.height() - letters) / 2
        inked.adjust(0, spare, 0, -spare)
    return inked


def _whole(item: QQuickItem, place: QRectF, screen: QRectF) -> bool:
    """Whether neither the screen nor a frame cuts a text off; what a list can bring into view is there."""
    parent: Any = item.parentItem()
    while parent is not None:
        if parent.inherits("QQuickFlickable") and parent.property("interactive"):
            return _wide_enough(place, place_of(parent)) or parent.property("contentWidth") > parent.width()
        if parent.clip() and not _around(place_of(parent)).contains(place):
            return False
        parent = parent.parentItem()
    return _around(screen).contains(place)


def _wide_enough(place: QRectF, frame: QRectF) -> bool:
    return place.left() >= frame.left() - ROUNDING_PX and place.right() <= frame.right() + ROUNDING_PX


def _around(place: QRectF) -> QRectF:
    return place.adjusted(-ROUNDING_PX, -ROUNDING_PX, ROUNDING_PX, ROUNDING_PX)


def _together(one: QQuickItem, other: QQuickItem) -> bool:
    """Whether two texts lie on the same layer: what is opened over others covers them on purpose."""
    return bool(_layer(one) == _layer(other))


def _layer(item: QQuickItem) -> Any:
    parent: Any = item.parentItem()
    while parent is not None:
        if parent.property("keyCovers") or parent.property("keyModal") or kind_of(parent) in LAYERS:
            return parent
        parent = parent.parentItem()
    return None


LAYERS = frozenset({"StillThere", "AboutCard", "ComfortPanel", "LanguagePanel", "StageView", "WallView", "Flickable"})


def _area(place: QRectF) -> float:
    return max(0.0, place.width()) * max(0.0, place.height())


def _short(item: QQuickItem) -> str:
    words = " ".join(str(item.property("text")).split())
    return words if len(words) <= 24 else f"{words[:24]}…"
