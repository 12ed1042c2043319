"""The time of day jumps while visitors come and go: the show goes on, and who is locked out is so for as long."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.places import state_folder
from kiosk.staff.pin import Count
from kiosk.staff.pin_file import TRIES, PinLock
from tests.e2e.hand import Hand, Wait, until

if TYPE_CHECKING:
    from collections.abc import Iterator

TEMPO = 1.0
CLOCK = Path(os.environ["KIOSK_CLOCK"])
DAY_S = 86_400
JUMPS_S = (DAY_S, -DAY_S, 3 * 365 * DAY_S, 3600)
"""Against the time that it is, each instead of the one before; an hour is what summer begins and ends with."""


def walk(hand: Hand) -> Iterator[Wait]:
    yield hand.at_rest("AttractView")
    state_folder().mkdir(parents=True, exist_ok=True)
    (state_folder() / TRIES).write_bytes(msgspec.json.encode(Count(wrong=9, served=False)))
    lock, begun = PinLock(state_folder(), time.monotonic), time.monotonic()
    wait = lock.wait_s() + begun
    for ahead in JUMPS_S:
        now = time.time()
        CLOCK.write_text(f"{ahead}")
        yield from a_visit(hand)
        assert abs(time.time() - now) > 1800, "the clock has jumped"
        assert abs(lock.wait_s() + time.monotonic() - wait) < 1, "the wait for a PIN has not"
        yield from the_loop_goes_on(hand)
    hand.ask_to_leave()


def a_visit(hand: Hand) -> Iterator[Wait]:
    """In the middle of it the clock of the computer is another; its own time goes on."""
    hand.gallery.open(0)
    yield hand.at_rest("StageView")
    hand.pass_time(8)
    hand.gallery.sitting.go_home()
    yield hand.at_rest("AttractView")


def the_loop_goes_on(hand: Hand) -> Iterator[Wait]:
    """One scene more."""
    loop = hand.gallery.loop
    before = loop.front_scene
    loop._turn.start(100)  # its own timer, only sooner
    yield until("another scene is in front", lambda: loop.front_scene is not before)
    yield hand.at_rest("AttractView")
