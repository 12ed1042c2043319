"""Nothing can be shown: a calm card for visitors, the reason for staff, and no way out but the system's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from tests.e2e.hand import Hand, Wait, same, soon

if TYPE_CHECKING:
    from collections.abc import Iterator


def walk(hand: Hand) -> Iterator[Wait]:
    yield from hand.frame()
    assert hand.says("Back soon")
    (told, *_) = hand.window.property("problems")
    assert hand.says(told), "what is wrong is on the screen"
    image = hand.look()
    same(image.pixelColor(0, 0), QColor(hand.window.property("color")))
    assert any(image.pixelColor(x, y).lightness() > 150 for x in range(400, 880, 2) for y in range(320, 400, 2))
    yield from hand.key(Qt.Key.Key_Escape)
    hand.window.close()
    yield soon()
    same(hand.window.isVisible(), True)
    hand.ask_to_leave()
