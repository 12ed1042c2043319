"""The window of a large exhibition is closed while that is still being read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.hand import Hand, Wait, soon

if TYPE_CHECKING:
    from collections.abc import Iterator


def walk(hand: Hand) -> Iterator[Wait]:
    yield soon()
    assert hand.items("Waiting")
    hand.window.close()
