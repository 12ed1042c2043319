"""On a real screen: all of it is covered, the picture is there, and no frame of a cross-fade is blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage

from tests.e2e.hand import Hand, Wait, same
from tests.exhibitions import colour_of

if TYPE_CHECKING:
    from collections.abc import Iterator

TEMPO = 1.0
DARKEST = 0.75
"""Of the darker picture's lightness: what may be lost in the middle of a fade."""


def walk(hand: Hand) -> Iterator[Wait]:
    yield hand.at_rest("AttractView")
    screen = QGuiApplication.primaryScreen()
    same(hand.window.windowState(), Qt.WindowState.WindowFullScreen)
    same(hand.window.geometry(), screen.geometry())
    assert hand.share(hand.item("AttractPicture"), colour_of(0), grab()) > 0.3
    yield from hand.tap(QPoint(300, 200))
    yield hand.at_rest("StageView")
    yield from hand.frame()
    picture = hand.item("Picture")
    assert hand.shows(picture, 0, grab()), "the picture is on the screen itself"
    yield from fade(hand, hand.place(picture, 0.1, 0.1))
    hand.ask_to_leave()


def fade(hand: Hand, place: QPoint) -> Iterator[Wait]:
    """From one picture to another of the same size, each frame looked at on the screen."""
    seen: list[QColor] = []
    connection = hand.window.frameSwapped.connect(lambda: seen.append(grab().pixelColor(place)))
    hand.gallery.slideshow.goTo(2)
    yield from hand.frame()
    yield hand.at_rest("StageView")
    yield from hand.frame()
    hand.window.disconnect(connection)
    assert hand.shows(hand.item("Picture"), 2, grab())
    before, after = (QColor(*colour_of(picture)) for picture in (0, 2))
    assert len(seen) > 4, f"{len(seen)} frames"
    between = [colour for colour in seen if colour.name() not in {seen[0].name(), seen[-1].name()}]
    assert len(between) > 2, f"it does not fade: {[colour.name() for colour in seen]}"
    least = DARKEST * min(before.lightnessF(), after.lightnessF())
    assert all(colour.lightnessF() > least for colour in seen), f"a frame is blank: {[c.name() for c in seen]}"


def grab() -> QImage:
    """What is on the screen, whoever drew it."""
    return QGuiApplication.primaryScreen().grabWindow(0).toImage()
