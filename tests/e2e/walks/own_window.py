"""A laptop with a projector: the menu by every way to it, full screen on either, a clicker, other exhibitions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication

from kiosk.exhibition.installed import current_exhibition
from tests.e2e.hand import Hand, Wait, same, until
from tests.e2e.own import choose, drop, gone, has_menu, hold_above, opened, own, remembered, right_click

if TYPE_CHECKING:
    from collections.abc import Iterator

HOME = Path("somewhere")  # beside the configuration
LAPTOP, PROJECTOR = QRect(0, 0, 1280, 720), QRect(1280, 0, 1024, 768)


def walk(hand: Hand) -> Iterator[Wait]:
    yield hand.at_rest("AttractView")
    yield has_menu(hand)
    assert not hand.items("FirstSteps"), "who opens a file wants to see that"
    yield from the_menu(hand)
    yield from screens(hand)
    yield from a_clicker(hand)
    yield from by_hand(hand)
    yield from dropped(hand)
    yield from opened_before(hand)
    hand.window.setFramePosition(QPoint(200, 60))
    hand.window.resize(800, 600)
    hand.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


def the_menu(hand: Hand) -> Iterator[Wait]:
    for ask in (
        lambda: hand.press(Qt.Key.Key_F10),
        lambda: hand.press(Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier),
        lambda: right_click(hand, QPoint(hand.window.width() - 30, hand.window.height() - 30)),
    ):
        ask()
        yield opened(hand, "OwnRoom")
        window = QRect(0, 0, hand.window.width(), hand.window.height())
        (board,) = [item for item in hand.item("OwnRoom").childItems() if item.property("inset")]
        yield until("the board has its height", lambda board=board: board.height() > 200)
        assert window.contains(QRect(int(board.x()), int(board.y()), int(board.width()), int(board.height())))
        yield from hand.key(Qt.Key.Key_Escape)
        yield gone(hand, "OwnRoom")
    yield from hand.key(Qt.Key.Key_F10)
    yield opened(hand, "OwnRoom")
    yield from hand.key(Qt.Key.Key_Down)
    same(hand.window.activeFocusItem().property("name"), "Open an exhibition …")
    for _ in range(5):
        yield from hand.key(Qt.Key.Key_Down)
    yield from hand.key(Qt.Key.Key_Return)
    yield until("it is checked", lambda: hand.says("6") and hand.says("Works"))
    yield from hand.key(Qt.Key.Key_Escape)
    yield until("the menu is back", lambda: hand.says("Menu"))
    yield from hand.tap(QPoint(20, hand.window.height() - 20))  # beside it
    yield gone(hand, "OwnRoom")
    same(hand.gallery.sitting.session.screen.name, "ATTRACT")


def screens(hand: Hand) -> Iterator[Wait]:
    window, before = hand.window, hand.window.geometry()
    yield from hand.key(Qt.Key.Key_F11)
    yield until("it fills its screen", lambda: window.geometry() == LAPTOP)
    assert own(hand).full
    yield from hand.key(Qt.Key.Key_Escape)
    yield until("it is a window again", lambda: window.geometry() == before and not own(hand).full)
    yield from hand.key(Qt.Key.Key_F10)
    yield opened(hand, "OwnRoom")
    yield from choose(hand, "Screen")
    yield from choose(hand, "wall")
    yield until("it fills the projector", lambda: window.geometry() == PROJECTOR)
    projector = window.screen()
    own(hand)._own.screen_went(projector)
    yield until("the show is in its window", lambda: window.geometry() == before and not own(hand).full)
    own(hand)._own.screen_came(projector)
    yield until("the show is on the projector", lambda: window.geometry() == PROJECTOR)
    yield from hand.key(Qt.Key.Key_F11, Qt.KeyboardModifier.ShiftModifier)
    yield until("it fills the other screen", lambda: window.geometry() == LAPTOP)
    same([each.chosen for each in own(hand).screens()], [True, False])
    yield from hand.key(Qt.Key.Key_F11)
    yield until("it is a window again", lambda: window.geometry() == before)
    yield until("the screen is written down", lambda: remembered().get("show_on") == "desk")
    same(len(QGuiApplication.screens()), 2)


def a_clicker(hand: Hand) -> Iterator[Wait]:
    """What common ones send: F5, page down and up, B or a full stop, Escape."""
    yield from hand.key(Qt.Key.Key_F5)
    yield until("it fills the screen", lambda: own(hand).full)
    yield from hand.key(Qt.Key.Key_PageDown)
    yield hand.at_rest("StageView")
    yield from hand.key(Qt.Key.Key_PageDown)
    yield hand.at_rest("StageView")
    first = hand.gallery.show.playlist.current
    yield from hand.key(Qt.Key.Key_PageUp)
    yield hand.at_rest("StageView")
    assert hand.gallery.show.playlist.current != first
    for sign in ("b", ".", "и"):
        hand.type(sign)
        yield until("the screen is black", lambda: hand.look().pixelColor(600, 300).lightness() < 3 and black(hand))
        hand.press(Qt.Key.Key_PageDown)
        yield until("the show is back", lambda: not black(hand))
        yield hand.at_rest("StageView")
    same(hand.gallery.show.playlist.current, first - 1)
    yield from hand.key(Qt.Key.Key_Escape)
    yield until("it is a window again", lambda: not own(hand).full)


def texts(hand: Hand) -> list[str]:
    return [item.property("text") for item in hand.everything() if item.inherits("QQuickText")]


def black(hand: Hand) -> bool:
    return own(hand)._wishes.black


def by_hand(hand: Hand) -> Iterator[Wait]:
    """A folder without an exhibition is no use; one with one is shown; what cannot be read says why."""
    hand.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    yield opened(hand, "OwnRoom")
    panel = own(hand).panel
    assert panel
    yield until("the places are there", lambda: hand.says("This computer"))
    same([row["note"] for row in panel.rows.rows if row["name"] == "\u2068stick\u2069"], ["Beside the program"])
    panel.act("go", str(HOME.absolute()))
    gallery = hand.gallery
    yield until("the broken one is listed", lambda: hand.says("broken.kiosk"))
    yield from choose(hand, "\u2068broken.kiosk\u2069")
    yield until("it is told why", lambda: any("It is no bundle" in words for words in texts(hand)))
    assert hand.gallery is gallery
    yield from hand.key(Qt.Key.Key_Escape)
    yield from choose(hand, "\u2068other\u2069")
    yield gone(hand, "OwnRoom")
    yield until("it is shown", lambda: hand.gallery is not gallery and hand.gallery.title == "Another")
    yield hand.at_rest("AttractView")


def dropped(hand: Hand) -> Iterator[Wait]:
    bundle = HOME.absolute() / "third.kiosk"
    assert hold_above(hand, bundle)
    yield until("it is told what to do", lambda: hand.says("Let go to open it."))
    drop(hand, bundle)
    yield until("it is shown", lambda: hand.gallery.title == "Third")
    yield hand.at_rest("AttractView")
    assert hand.says("“Third” is shown now.") or hand.says("Third")
    same(current_exhibition(), None)


def opened_before(hand: Hand) -> Iterator[Wait]:
    yield until("it is written down", lambda: len(remembered()["recent"]) == 3)
    yield from hand.key(Qt.Key.Key_F10)
    yield opened(hand, "OwnRoom")
    yield from choose(hand, "Opened before")
    yield from choose(hand, "Another")
    yield until("it is shown again", lambda: hand.gallery.title == "Another")
    yield gone(hand, "OwnRoom")
