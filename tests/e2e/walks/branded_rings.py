"""The same as `rings`, on the wall that an exhibition brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibition.palette import Wall
from tests.e2e.walks import rings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.e2e.hand import Hand, Wait


def walk(hand: Hand) -> Iterator[Wait]:
    return rings.walk(hand, [((1280, 720), "en", (Wall.DARK,))])
