"""Threads beside the show, where the system may have none left to give."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threading import Thread


def begin(thread: Thread) -> bool:
    """Start a thread. False where the system has none left; the same one may be started later."""
    try:
        thread.start()
    except RuntimeError:
        return False
    return True
