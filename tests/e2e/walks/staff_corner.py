"""The corner, on attract, stage, wall and closer, and with keys; and starting the program again."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

import kiosk.app
from tests.e2e.hand import Hand, Wait, same, until
from tests.e2e.staff import corner, enter, gone, hold_corner, is_open, know_pin, press, turn_to

if TYPE_CHECKING:
    from collections.abc import Iterator

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def walk(hand: Hand) -> Iterator[Wait]:
    know_pin()
    yield hand.at_rest("AttractView")
    yield from two_fingers(hand)
    yield from on(hand, "AttractView")
    yield from hand.tap(QPoint(300, 200))
    yield hand.at_rest("StageView")
    yield from on(hand, "StageView")
    hand.gallery.visit.showWall()
    yield hand.at_rest("WallView")
    yield from on(hand, "WallView")
    hand.gallery.open(1)
    yield hand.at_rest("StageView")
    yield from hand.tap(hand.item("IconButton", icon="closer"))
    yield hand.at_rest("CloserView")
    yield from on(hand, "CloserView")
    yield from by_keys(hand)
    kiosk.app._begin_again = lambda: sys.stdout.write("again") and 0
    yield from enter(hand)
    yield from turn_to(hand, "Program")
    yield from press(hand, "Restart")
    assert hand.desk.panel
    hand.desk.panel.answer(True)


def two_fingers(hand: Hand) -> Iterator[Wait]:
    """They do not open it, and the visitor they are of is one."""
    place = corner(hand)
    hand.touch((0, place), act="press")
    assert hand.desk._corner._due.isActive()
    hand.touch((1, QPoint(640, 360)), act="press")
    assert not hand.desk._corner._due.isActive()
    hand.touch((0, place), (1, QPoint(640, 360)), act="release")
    for _ in range(3):
        yield from hand.frame()
    hand.gallery.sitting.go_home()
    yield hand.at_rest("AttractView")
    hand.touch((0, place), act="press")
    yield from hand.frame()
    same(hand.gallery.sitting.session.screen, "attract")  # nobody visits yet
    hand.touch((0, place), act="release")
    yield hand.at_rest("StageView")
    hand.gallery.sitting.go_home()
    yield hand.at_rest("AttractView")


def on(hand: Hand, view: str) -> Iterator[Wait]:
    """What the visitor did stays as it was."""
    before = hand.gallery.sitting.session
    yield from hold_corner(hand)
    same(hand.gallery.sitting.session, before)
    hand.press(Qt.Key.Key_Escape)
    yield gone(hand)
    yield hand.at_rest(view)


def by_keys(hand: Hand) -> Iterator[Wait]:
    """Ctrl+Shift+S, held."""
    key(hand, QEvent.Type.KeyPress)
    key(hand, QEvent.Type.KeyRelease)
    assert not hand.desk._corner._due.isActive()
    key(hand, QEvent.Type.KeyPress)
    yield until("it opens", lambda: is_open(hand))
    key(hand, QEvent.Type.KeyRelease)
    yield from hand.key(Qt.Key.Key_Escape)
    yield gone(hand)


def key(hand: Hand, kind: QEvent.Type) -> None:
    QGuiApplication.sendEvent(hand.window, QKeyEvent(kind, Qt.Key.Key_S, BOTH, "\x13"))
