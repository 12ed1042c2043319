"""The drive of the exhibition does not answer, then it is gone: visitors go on, and it comes back by itself."""

from __future__ import annotations

import io
import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.bridge import revisions
from kiosk.exhibition.places import state_folder
from kiosk.staff.report import read_report
from tests.e2e.hand import Hand, Wait, same, until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WORKS = 3
ANSWERS = threading.Event()
FOLDER = Path(sys.argv[1]).parent
touched: list[str] = []

revisions.SILENT_MS = 1000


def slow(call: Callable[..., Any]) -> Callable[..., Any]:
    """A call of the system that does not come back while the drive does not answer, as on a hung network drive."""

    def wait(path: Any, *arguments: Any, **more: Any) -> Any:
        if not ANSWERS.is_set() and isinstance(path, str | os.PathLike) and str(path).startswith(str(FOLDER)):
            touched.append(threading.current_thread().name)
            if threading.current_thread() is threading.main_thread():
                raise AssertionError(f"the thread that draws would wait for {path}")
            ANSWERS.wait()
        return call(path, *arguments, **more)

    return wait


def walk(hand: Hand) -> Iterator[Wait]:
    ANSWERS.set()
    for module, name in ((os, "stat"), (os, "lstat"), (os, "open"), (os, "scandir"), (os, "listdir"), (io, "open")):
        setattr(module, name, slow(getattr(module, name)))
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    gallery = hand.gallery
    yield hand.at_rest("AttractView")
    yield until("the files have been read", lambda: hand.desk._shows._shown is not None)
    yield from once_round(hand)
    ANSWERS.clear()
    hand.desk.reload()
    yield until("staff are told that it does not answer", lambda: rules() == ["drive-silent"])
    yield from once_round(hand)
    assert "revision" in touched
    ANSWERS.set()
    yield until("it answers again", lambda: rules() == [])
    pictures = FOLDER / "pictures"
    pictures.rename(FOLDER / "gone")
    yield until("staff are told that the pictures are gone", lambda: rules() == ["drive-away"])
    yield from once_round(hand)
    (FOLDER / "gone").rename(pictures)
    yield until("they are back", lambda: rules() == [])
    FOLDER.rename(FOLDER.with_name("away"))
    yield until("staff are told that all is gone", lambda: rules() == ["missing"])
    yield from once_round(hand)
    FOLDER.with_name("away").rename(FOLDER)
    yield until("it is back", lambda: rules() == [])
    assert hand.gallery is gallery, "what a visitor sees was never in question"
    hand.ask_to_leave()


def once_round(hand: Hand) -> Iterator[Wait]:
    """A visitor sees every work on the stage, one of them closely, and the wall."""
    hand.gallery.open(0)
    yield hand.at_rest("StageView")
    for work in range(WORKS):
        assert hand.shows(hand.item("Picture", visible=True), work)
        if work == 1:
            yield from hand.tap(hand.item("IconButton", icon="closer"))
            yield hand.at_rest("CloserView")
            hand.gallery.visit.showStage()
            yield hand.at_rest("StageView")
        hand.gallery.slideshow.next()
        yield hand.at_rest("StageView")
        same(hand.gallery.slideshow.current.work, (work + 1) % WORKS)
    hand.gallery.visit.showWall()
    yield hand.at_rest("WallView")
    hand.gallery.sitting.go_home()
    yield hand.at_rest("AttractView")


def rules() -> list[str]:
    """The faults that staff can read of."""
    return [entry.problem.rule for entry in read_report(state_folder())]
