"""A laptop without a PIN: the pages at once, all of them within a small window, and by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from tests.e2e.hand import Hand, Wait, same, until
from tests.e2e.staff import hold_corner

if TYPE_CHECKING:
    from collections.abc import Iterator


def walk(hand: Hand) -> Iterator[Wait]:
    yield hand.at_rest("AttractView")
    yield from hold_corner(hand)
    yield until("the pages are open", lambda: bool(hand.items("StaffPages")))
    assert hand.desk.panel
    window = QRectF(0, 0, hand.window.width(), hand.window.height())
    for page in range(len(hand.desk.panel.pages)):
        hand.desk.panel.turnTo(page)
        yield from hand.frame()
        for item in (*hand.items("StaffHead"), *hand.items("StaffBar"), *hand.items("StaffTabs")):
            assert window.contains(QRectF(item.mapToScene(QPointF(0, 0)), item.size()))
    hand.desk.panel.turnTo(0)
    yield from hand.key(Qt.Key.Key_Down)
    seen: list[str] = []
    for _ in range(len(hand.desk.panel.pages)):
        focused = hand.window.activeFocusItem()
        seen.append(str(focused.property("name")))
        if seen[-1] == "Program":
            break
        yield from hand.key(Qt.Key.Key_Down)
    same(seen[-1], "Program")
    yield from hand.key(Qt.Key.Key_Return)
    yield until("the page is turned", lambda: bool(hand.items("WordButton", name="Restart")))
    hand.ask_to_leave()
