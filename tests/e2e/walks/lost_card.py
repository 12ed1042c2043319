"""A graphics card that is lost: twice for a moment, and then for good. The program that begins again does without it.

`tests/mortal_card.c` is preloaded; what it says of the card is in the file that KIOSK_CARD names.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication, QSurfaceFormat
from PySide6.QtQuick import QSGRendererInterface

import kiosk.staff.drivers
from kiosk.bridge.window import lost_card
from kiosk.exhibition.places import cache_folder
from kiosk.staff.graphics import Sight
from kiosk.staff.renderer import ask
from tests.e2e.hand import Hand, Wait, same, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage

kiosk.staff.drivers.NODES = re.compile("null")
lost_card.PATIENCE_MS = 20_000
CARD = Path(os.environ["KIOSK_CARD"])
FIRST = not CARD.exists()
WORKS = 3
TIMES, SETTLED = int(os.environ.get("KIOSK_TIMES", "6")), 2
MOST_MB = 12
if FIRST:
    ask(cache_folder(), qVersion() or "", lambda: Sight(api="OpenGL", device="A card"))


def walk(hand: Hand) -> Iterator[Wait]:
    yield hand.at_rest("AttractView")
    api = hand.window.rendererInterface().graphicsApi()
    if not FIRST:
        same(api, QSGRendererInterface.GraphicsApi.Software)
        yield from all_seen(hand)
        hand.ask_to_leave()
        return
    same(api, QSGRendererInterface.GraphicsApi.OpenGL)
    assert hand.window.requestedFormat().testOption(QSurfaceFormat.FormatOption.ResetNotification)
    hand.gallery.open(0)
    yield until("a picture is shown", lambda: shows(hand, hand.gallery.slideshow.current.work))
    yield from made_anew(hand)
    lost: list[None] = []
    hand.window.sceneGraphInvalidated.connect(lambda: lost.append(None))
    for times in (1, 2):
        CARD.write_text(f"{times}")
        yield until("the card is lost", lambda times=times: drawn(hand, lost, times))
        yield until("the picture is back", lambda: shows(hand, hand.gallery.slideshow.current.work))
    yield from all_seen(hand)
    lost_card.PATIENCE_MS = 500
    CARD.write_text("gone")
    while True:
        hand.window.update()
        yield until("the program leaves", lambda: len(lost) > 2)


def drawn(hand: Hand, lost: list[None], times: int) -> bool:
    hand.window.update()
    return len(lost) >= times


def made_anew(hand: Hand) -> Iterator[Wait]:
    """Hide and show the window again and again: all that it draws with is given back and made anew each time."""
    hand.window.setPersistentSceneGraph(False)
    hand.window.setPersistentGraphics(False)
    taken_mb = 0.0
    gone: list[None] = []
    hand.window.sceneGraphInvalidated.connect(lambda: gone.append(None))
    for times in range(1, TIMES + 1):
        hand.window.hide()
        yield until("nothing is drawn with", lambda times=times: len(gone) == times)
        hand.window.showFullScreen()
        yield until("the window is back", hand.window.isExposed)
        yield from hand.frame()
        if times == SETTLED:
            taken_mb = resident_mb()
    hand.gallery.open(0)
    grown = resident_mb() - taken_mb
    assert grown < MOST_MB, f"{grown:.1f} MB more than after {SETTLED} times"
    yield until("the picture is right", lambda: shows(hand, hand.gallery.slideshow.current.work))


def all_seen(hand: Hand) -> Iterator[Wait]:
    """Every picture is on the screen itself."""
    hand.gallery.open(0)
    for work in range(WORKS):
        yield until(f"work {work} is shown", lambda work=work: shows(hand, work))
        hand.gallery.slideshow.next()


def shows(hand: Hand, work: int) -> bool:
    pictures = hand.items("Picture", visible=True)
    return len(pictures) == 1 and hand.shows(pictures[0], work, grab())


def grab() -> QImage:
    """What is on the screen, whoever drew it."""
    return QGuiApplication.primaryScreen().grabWindow(0).toImage()


def resident_mb() -> float:
    return psutil.Process().memory_info().rss / 1e6
