"""A visit to a kiosk that does not read aloud: nothing of it is offered, and nothing of it runs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tests.e2e.hand import Hand, Wait, same, until
from tests.e2e.walks.reading import come, open_comforts, own_sockets, reading_processes

if TYPE_CHECKING:
    from collections.abc import Iterator

TEMPO = 1.0


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    sockets = own_sockets()
    yield from come(hand)
    yield from open_comforts(hand)
    assert hand.items("SwitchRow", icon="contrast")
    same(hand.items("SwitchRow", icon="speech"), [])
    same((reading_processes(), own_sockets()), (0, sockets))
    same([name for name in sys.modules if name.startswith(("kiosk.fleet", "kiosk.bridge.fleet", "paho"))], [])
    hand.ask_to_leave()
