"""Every key there is, in kiosk mode, with and without its helpers: none of them leads out."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.e2e.hand import Hand, Wait, same

if TYPE_CHECKING:
    from collections.abc import Iterator

HELPERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
)
LEADING_OUT = (
    (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
)


def walk(hand: Hand) -> Iterator[Wait]:
    yield hand.at_rest("AttractView")
    chance = Random(5)
    for key in Qt.Key:
        yield from hand.key(key, chance.choice(HELPERS))
    visit = hand.gallery.visit
    ways = {
        "StageView": (visit.showStage,),
        "WallView": (visit.showWall,),
        "CloserView": (visit.showStage, lambda: hand.gallery.lookCloser(0, 0, 600)),
    }
    for view, way in ways.items():
        for key, helper in LEADING_OUT:
            for step in way:
                step()
            yield hand.at_rest(view)
            yield from hand.key(key, helper)
            hand.window.close()
            same(hand.window.isVisible(), True)
    same(QGuiApplication.topLevelWindows(), [hand.window])
    same(hand.window.windowState(), Qt.WindowState.WindowFullScreen)
    hand.pass_time(200)
    yield hand.at_rest("AttractView")
    hand.ask_to_leave()
