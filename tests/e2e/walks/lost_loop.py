"""The attract loop goes on when everything that was prepared is gone from the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.hand import Hand, Wait, until
from tests.e2e.walks.lost import lose_everything

if TYPE_CHECKING:
    from collections.abc import Iterator


def walk(hand: Hand) -> Iterator[Wait]:
    yield hand.at_rest("AttractView")
    for _ in range(4):
        lose_everything()
        yield until("the loop goes on", hand.gallery.loop.advance)
    hand.ask_to_leave()
