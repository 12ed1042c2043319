"""Five to six on Christmas Eve, rehearsed: open, with a badge that says when it is meant to be; then it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.hand import Hand, Wait, until

if TYPE_CHECKING:
    from collections.abc import Iterator


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    yield hand.at_rest("AttractView")
    (badge,) = hand.items("RehearsalBadge")
    told = badge.childItems()[0].property("text")
    assert "December 24, 2026" in told, told
    assert "5:5" in told, told
    assert not hand.items("ClosedView")
    hand.clock.ahead += 600
    hand.gallery.doors.look()
    yield until("it is closed", lambda: bool(hand.items("ClosedView")))
    yield until("the badge goes on", lambda: "6:0" in badge.childItems()[0].property("text"))
    hand.ask_to_leave()
