"""A large exhibition: its name while it is read for the first time, then the loop. Tells which of them was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.hand import Hand, Wait, until

if TYPE_CHECKING:
    from collections.abc import Iterator


def walk(hand: Hand) -> Iterator[Wait]:
    named = bool(hand.items("Waiting")) and hand.says("Drawn for a test")
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    yield hand.at_rest("AttractView")
    assert not hand.items("Waiting")
    print("named" if named else "at once", hand.gallery.strip.rowCount())
    hand.ask_to_leave()
