"""Outside the opening hours: a quiet screen that answers nobody, until staff have changed the hours."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from tests.e2e.hand import Hand, Wait, same, until

if TYPE_CHECKING:
    from collections.abc import Iterator

CLOSED = "The gallery is closed now."


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the doors are closed", lambda: bool(hand.items("ClosedView")))
    same((hand.says("Drawn for a test"), hand.says(CLOSED)), (True, True))
    yield from hand.tap(QPoint(640, 360))
    yield from hand.drag(QPoint(900, 360), QPoint(-500, 0))
    yield from hand.lift(QPoint(400, 360))
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Escape):
        yield from hand.key(key)
    same(hand.gallery.sitting.session.screen, "attract")
    image = hand.look()
    same(image.pixelColor(2, 2).name(), hand.gallery.look.wall)
    assert hand.says(CLOSED)
    config = Path(sys.argv[3])
    settings = json.loads(config.read_text("utf-8"))
    config.write_text(json.dumps(settings | {"hours": {}}), "utf-8")
    yield until("the doors are open", lambda: not hand.items("ClosedView") and bool(hand.items("AttractView")))
    hand.ask_to_leave()
