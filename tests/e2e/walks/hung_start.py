"""A drive does not answer from before the program starts: we are back soon, and the show comes when it answers."""

from __future__ import annotations

import io
import os
import threading
from typing import TYPE_CHECKING, Any

from kiosk.staff import reach
from tests.e2e.hand import Hand, Wait, until
from tests.e2e.walks.mended import one_window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HANGS = tuple(os.environ["KIOSK_TEST_HANGS"].split(os.pathsep))
"""Folders and files on the drive."""
ANSWERS = threading.Event()
waited: set[str] = set()

reach.WAIT_S = 0.5


def slow(call: Callable[..., Any]) -> Callable[..., Any]:
    """A call of the system that does not come back while the drive does not answer."""

    def wait(path: Any, *arguments: Any, **more: Any) -> Any:
        if not ANSWERS.is_set() and isinstance(path, str | os.PathLike) and str(path).startswith(HANGS):
            if threading.current_thread() is threading.main_thread():
                raise AssertionError(f"the thread that draws would wait for {path}")
            waited.add(threading.current_thread().name)
            ANSWERS.wait()
        return call(path, *arguments, **more)

    return wait


for module, name in ((os, "stat"), (os, "lstat"), (os, "open"), (os, "scandir"), (os, "listdir"), (io, "open")):
    setattr(module, name, slow(getattr(module, name)))


def walk(hand: Hand) -> Iterator[Wait]:
    yield from hand.frame()
    assert hand.says("Back soon")
    assert not hasattr(hand, "gallery")
    (told, *_) = hand.window.property("problems")
    assert "does not answer" in told
    yield from hand.frame()
    ANSWERS.set()
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    yield until("the card is gone", one_window)
    hand.find_window()
    yield hand.at_rest("AttractView")
    assert "patience" in waited
    hand.ask_to_leave()
