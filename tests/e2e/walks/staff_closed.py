"""The corner while the doors are closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.e2e.hand import Hand, Wait, until
from tests.e2e.staff import enter, gone, know_pin

if TYPE_CHECKING:
    from collections.abc import Iterator


def walk(hand: Hand) -> Iterator[Wait]:
    know_pin()
    yield until("the doors are closed", lambda: bool(hand.items("ClosedView")))
    yield from enter(hand)
    assert hand.says("Closed")
    yield from hand.key(Qt.Key.Key_Escape)
    yield gone(hand)
    hand.ask_to_leave()
