"""How long the gaps between frames are while the loop and a visitor go on, before and while the drive hangs."""

from __future__ import annotations

import json
import os
import signal
import time
from typing import TYPE_CHECKING

from tests.e2e.hand import Hand, Wait, until

if TYPE_CHECKING:
    from collections.abc import Iterator

TEMPO = 1.0
ROUNDS = int(os.environ.get("KIOSK_ROUNDS", "12"))


def walk(hand: Hand) -> Iterator[Wait]:
    drive = int(os.environ["KIOSK_DRIVE"])
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    yield hand.at_rest("AttractView")
    told: dict[str, object] = {}
    for _ in range(2):  # everything is prepared
        yield from measured(hand, [])
    for name, number in (("before", signal.SIGCONT), ("hung", signal.SIGSTOP), ("after", signal.SIGCONT)):
        os.kill(drive, number)
        hand.desk.reload()
        gaps: list[float] = []
        yield from measured(hand, gaps)
        gaps.sort()
        told[name] = {"frames": len(gaps), "p99": gaps[int(len(gaps) * 0.99)], "worst": gaps[-3:]}
    print(json.dumps(told))
    hand.ask_to_leave()


def measured(hand: Hand, gaps: list[float]) -> Iterator[Wait]:
    """Turn pages and note how long each turn of the loop and each frame takes, in ms."""
    hand.gallery.open(0)
    yield hand.at_rest("StageView")
    for _ in range(ROUNDS):
        hand.gallery.slideshow.next()
        for _ in range(20):
            begun = time.perf_counter()
            yield from hand.frame()
            gaps.append(round(1000 * (time.perf_counter() - begun), 1))
        yield hand.at_rest("StageView")
    hand.gallery.visit.showWall()
    yield hand.at_rest("WallView")
