"""The loop goes on no more, though frames come: the same picture stays, and that is noticed from within."""

from __future__ import annotations

from typing import TYPE_CHECKING

import kiosk.vital
from kiosk.supervising import pulse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.e2e.hand import Hand, Wait

kiosk.vital.EVERY_S = 0.1


def walk(hand: Hand) -> Iterator[Wait]:
    yield hand.at_rest("AttractView")
    pulse.LEAST_S, pulse.DWELLS, pulse.WAITING_S = 1.0, 0.01, 1.0
    hand.gallery.loop._turn.stop()
