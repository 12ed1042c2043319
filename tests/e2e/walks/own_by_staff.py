"""A kiosk has nothing of what a window has; but staff open an exhibition there with a finger."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from tests.e2e.hand import Hand, Wait, same, soon, until
from tests.e2e.own import drop, hold_above, right_click
from tests.e2e.staff import enter, gone, know_pin, press, turn_to

if TYPE_CHECKING:
    from collections.abc import Iterator

SOMEWHERE = Path("somewhere")


def walk(hand: Hand) -> Iterator[Wait]:
    know_pin()
    yield hand.at_rest("AttractView")
    yield from nothing_of_a_window(hand)
    yield from enter(hand)
    yield from turn_to(hand, "Content")
    yield from press(hand, "Open an exhibition …")
    yield until("the places are there", lambda: bool(hand.items("EntryRow")))
    hand.desk.panel.act("go", str(SOMEWHERE.absolute()))
    yield from choose(hand, "\u2068broken.kiosk\u2069")
    yield from press(hand, "Yes")
    yield until("it is told why", lambda: "It is no bundle" in hand.desk.panel.told and not hand.desk.panel.busy)
    gallery = hand.gallery
    yield from choose(hand, "\u2068other\u2069")
    assert hand.says("Show “other” until the program ends?")
    yield from press(hand, "No")
    assert hand.gallery is gallery
    yield from choose(hand, "\u2068other\u2069")
    yield from press(hand, "Yes")
    yield until("it is shown", lambda: hand.desk.gallery is not gallery and hand.desk.gallery.title == "Another")
    same(hand.desk.panel.told, "“Another” is shown now.")
    assert not hand.desk.follows_installs
    yield from hand.tap(hand.item("IconButton", icon="close", name="Close"))
    yield gone(hand)
    yield hand.at_rest("AttractView")
    hand.ask_to_leave()


def choose(hand: Hand, name: str) -> Iterator[Wait]:
    yield until(f"{name} is listed", lambda: bool(hand.items("EntryRow", name=name)))
    yield from hand.frame()
    yield from hand.tap(hand.item("EntryRow", name=name))
    yield from hand.frame()


def nothing_of_a_window(hand: Hand) -> Iterator[Wait]:
    control, file = Qt.KeyboardModifier.ControlModifier, SOMEWHERE.absolute() / "other"
    for key in (Qt.Key.Key_F11, Qt.Key.Key_F10, Qt.Key.Key_F5, Qt.Key.Key_F1, Qt.Key.Key_Menu, Qt.Key.Key_Alt):
        hand.press(key)
        yield soon()
    for key in (Qt.Key.Key_O, Qt.Key.Key_Q, Qt.Key.Key_W, Qt.Key.Key_R):
        hand.press(key, control)
        yield soon()
    right_click(hand, QPoint(300, 300))
    assert not hold_above(hand, file)
    drop(hand, file)
    yield from hand.frame()
    assert hand.window.windowState() == Qt.WindowState.WindowFullScreen
    assert not hand.items("OwnLayer")
    assert not hand.items("OwnRoom")
