"""The system has no thread left when the program begins; some time later it has."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from kiosk.bridge import aside
from tests.e2e.hand import Hand, Wait, until
from tests.e2e.walks.mended import one_window

if TYPE_CHECKING:
    from collections.abc import Iterator

aside.TRY_AGAIN_MS = 50
NEEDED = {"tidy", "bundles", "pictures", "survey"}
"""Without these the show would go on, and get poorer."""
start = threading.Thread.start
refused: set[str] = set()
begun: set[str] = set()


def refuse(thread: threading.Thread) -> None:
    refused.add(thread.name)
    raise RuntimeError("can't start new thread")


def note(thread: threading.Thread) -> None:
    begun.add(thread.name)
    start(thread)


threading.Thread.start = refuse  # type: ignore[method-assign]


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("it has begun as far as it can", lambda: {"tidy", "bundles"} <= refused)
    threading.Thread.start = note  # type: ignore[method-assign]
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    yield until("the card is gone, if one had to be shown", one_window)
    hand.find_window()
    yield hand.at_rest("AttractView")
    yield until("all that was refused has begun", lambda: begun >= NEEDED)
    hand.ask_to_leave()
