"""The screen is unplugged, turned, changed for a larger one, and another one beside it comes and goes."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from tests.e2e.hand import Hand, Wait, until

if TYPE_CHECKING:
    from collections.abc import Iterator

TIMES = int(os.environ.get("KIOSK_TIMES", "3"))
"""How often the screen goes off and on."""
WHOLE, UPRIGHT, BESIDE = QRect(0, 0, 1280, 720), QRect(0, 0, 480, 720), QRect(480, 0, 800, 720)


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    yield hand.at_rest("AttractView")
    hand.gallery.open(1)
    yield from fills(hand, WHOLE)
    randr("--setmonitor", "upright", "480/127x720/190+0+0", "screen")
    yield from fills(hand, UPRIGHT)
    randr("--setmonitor", "hall", "800/212x720/190+480+0", "none")
    yield from fills(hand, BESIDE)
    randr("--delmonitor", "hall")
    yield from fills(hand, UPRIGHT)
    randr("--delmonitor", "upright")
    yield from fills(hand, WHOLE)
    for _ in range(TIMES):
        randr("--fb", "1280x720", "--output", "screen", "--off")
        for _ in range(10):
            yield from hand.frame()
        randr("--output", "screen", "--auto")
        yield from fills(hand, WHOLE)
    hand.ask_to_leave()


def fills(hand: Hand, room: QRect) -> Iterator[Wait]:
    """The stage fills this room, with what was on it."""
    yield until(f"the window fills {room}", lambda: hand.window.geometry() == room)
    yield hand.at_rest("StageView")
    image = hand.look()
    assert image.size() == room.size()
    assert hand.shows(hand.item("Picture", visible=True), 1, image)


def randr(*arguments: str) -> None:
    """What somebody does to the screens."""
    subprocess.run(["xrandr", *arguments], check=True, stdout=subprocess.DEVNULL)
