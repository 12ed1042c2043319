"""The whole visit by touch alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.walks.whole.hands import Fingers
from tests.e2e.walks.whole.visit import visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.e2e.hand import Hand, Wait

TEMPO = 1.0


def walk(hand: Hand) -> Iterator[Wait]:
    yield from visit(Fingers(hand))
