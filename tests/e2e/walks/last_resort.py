"""Neither the show nor safe mode goes: staff get in at the card, and have the usual way tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtQuick import QSGRendererInterface

from tests.e2e.hand import Hand, Wait, same
from tests.e2e.staff import enter, gone, know_pin, turn_to

if TYPE_CHECKING:
    from collections.abc import Iterator


def walk(hand: Hand) -> Iterator[Wait]:
    yield from hand.frame()
    assert hand.says("Back soon")
    same(hand.window.rendererInterface().graphicsApi(), QSGRendererInterface.GraphicsApi.Software)
    know_pin()
    yield from enter(hand)
    assert any("also in safe mode" in row["name"] for row in hand.desk.panel.rows.rows)
    hand.desk._until = 0.0
    hand.desk._see()  # staff who are in are not shown out
    hand.desk._until = float("inf")
    hand.desk.panel.close()
    yield gone(hand)
    yield from enter(hand)
    yield from turn_to(hand, "Content")
    assert hand.items("WordButton", name="Read the files again")
    hand.desk.reload()  # as that does
