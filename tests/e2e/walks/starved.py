"""The system gives no further open file, then no further thread and process: the show goes on, and all comes back."""

from __future__ import annotations

import contextlib
import faulthandler
import os
import resource
import signal
from typing import TYPE_CHECKING

import psutil

from kiosk.bridge import watch
from tests.e2e.hand import Hand, Wait, until

if TYPE_CHECKING:
    from collections.abc import Iterator

WORKS = 10
PAGES = 4
FRAMES = 8
watch.LOOK_MS = 1000  # when the files are looked at, what failed is tried again


class Hog:
    """Somebody who takes every handle that there is room for, and those that become free."""

    def __init__(self) -> None:
        self._taken: list[int] = []
        self.greedy = False

    def take(self) -> None:
        """Take what is free."""
        with contextlib.suppress(OSError):
            while self.greedy:
                self._taken.append(os.open(os.devnull, os.O_RDONLY))

    def let_go(self) -> None:
        """Give all of it back."""
        self.greedy = False
        while self._taken:
            os.close(self._taken.pop())


HOG = Hog()


def walk(hand: Hand) -> Iterator[Wait]:
    faulthandler.dump_traceback_later = lambda *_, **__: None  # it takes a thread each time
    faulthandler.cancel_dump_traceback_later()
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    yield hand.at_rest("AttractView")
    yield from visited(hand, 2)
    for kind, most in ((resource.RLIMIT_NOFILE, 64), (resource.RLIMIT_NPROC, 1)):
        workers = [child.pid for child in psutil.Process().children()]
        usual = resource.getrlimit(kind)
        resource.setrlimit(kind, (most, usual[1]))
        HOG.greedy = kind == resource.RLIMIT_NOFILE
        for worker in workers:
            with contextlib.suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)
        yield from visited(hand, PAGES)
        resource.setrlimit(kind, usual)
        HOG.let_go()
        yield from all_seen(hand)
    hand.ask_to_leave()


def visited(hand: Hand, pages: int) -> Iterator[Wait]:
    """A visitor turns pages, sees the wall and goes; every turn is drawn."""
    hand.gallery.open(0)
    for _ in range(pages):
        before = hand.gallery.slideshow.current.work
        while hand.gallery.slideshow.current.work == before:
            hand.gallery.slideshow.next()
            yield from drawn(hand)
    hand.gallery.visit.showWall()
    yield from drawn(hand)
    hand.gallery.sitting.go_home()
    yield from drawn(hand)


def drawn(hand: Hand) -> Iterator[Wait]:
    for _ in range(FRAMES):
        HOG.take()
        yield from hand.frame()


def all_seen(hand: Hand) -> Iterator[Wait]:
    """Every picture is on the stage, and drawn."""
    hand.gallery.open(0)
    for work in range(WORKS):
        yield until(f"work {work} is shown", lambda work=work: shows(hand, work))
        hand.gallery.slideshow.next()
    hand.gallery.sitting.go_home()
    yield hand.at_rest("AttractView")


def shows(hand: Hand, work: int) -> bool:
    pictures = hand.items("Picture", visible=True)
    return len(pictures) == 1 and hand.shows(pictures[0], work)
