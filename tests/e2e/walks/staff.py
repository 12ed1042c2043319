"""A day of staff's: in vain, locked out, in; a work hidden and shown again; files read, a mistake seen; and home."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from tests.e2e.hand import Hand, Wait, same, until
from tests.e2e.staff import PIN, WRONG, corner, enter, gone, hold_corner, is_open, know_pin, press, turn_to, type_pin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.bridge.staff.panel import StaffPanel


def walk(hand: Hand) -> Iterator[Wait]:
    yield hand.at_rest("AttractView")
    yield from without_a_pin(hand)
    know_pin()
    yield from locked_out(hand)
    yield from a_work_goes_and_comes(hand)
    yield from files_are_read(hand)
    yield from another_language_and_wall(hand)
    yield from night(hand)
    yield from it_closes_by_itself(hand)
    yield from enter(hand)
    yield from turn_to(hand, "Program")
    yield from press(hand, "Quit")
    yield from press(hand, "No")
    same(panel(hand).question, "")
    yield from press(hand, "Quit")
    hand.desk.panel.answer(True)  # the program ends with it


def panel(hand: Hand) -> StaffPanel:
    assert hand.desk.panel
    return hand.desk.panel


def without_a_pin(hand: Hand) -> Iterator[Wait]:
    """It says how to set one, and lets nobody in; visitors have noticed nothing of it."""
    yield from hold_corner(hand)
    same(hand.gallery.sitting.session.screen, "attract")
    assert any("kiosk pin" in item.property("text") for item in hand.everything() if item.inherits("QQuickText"))
    same(hand.items("Key"), [])
    yield from hand.tap(hand.item("IconButton", icon="close", name="Close"))
    yield gone(hand)
    yield hand.at_rest("AttractView")


def locked_out(hand: Hand) -> Iterator[Wait]:
    yield from hold_corner(hand)
    keys = [(key.property("sign"), hand.place(key)) for key in hand.items("Key")]
    for _ in range(4):
        yield from type_pin(hand, WRONG)
        assert hand.says("This is not the PIN.")
        same([(key.property("sign"), hand.place(key)) for key in hand.items("Key")], keys)
    yield from type_pin(hand, "1")
    assert hand.says("Too many wrong PINs. Wait: 0:30")
    same([(key.property("sign"), hand.place(key)) for key in hand.items("Key")], keys)
    for sign in PIN:
        yield from hand.key(Qt.Key(ord(sign)))
    same(panel(hand).pad.typed, 0)
    hand.clock.ahead += 29
    panel(hand).used()
    yield until("a second is left", lambda: hand.says("Too many wrong PINs. Wait: 0:01"))
    yield until("it may be tried again", lambda: hand.says("Enter the PIN."))
    yield from hand.write(PIN)
    same(panel(hand).pad.typed, 6)
    texts = [item.property("text") for item in hand.everything() if item.inherits("QQuickText")]
    assert PIN not in texts
    yield from hand.key(Qt.Key.Key_Return)
    yield until("the pages are open", lambda: bool(hand.items("StaffPages")))
    assert hand.says("Drawn for a test")
    yield from hand.key(Qt.Key.Key_Escape)
    yield gone(hand)


def a_work_goes_and_comes(hand: Hand) -> Iterator[Wait]:
    """From the stage, the strip, the wall and the loop, and for the visitor who looks at it; then it is back."""
    yield from hand.tap(QPoint(300, 200))
    yield hand.at_rest("StageView")
    hand.gallery.open(2)
    yield hand.at_rest("StageView")
    yield from enter(hand)
    yield from turn_to(hand, "Works")
    gallery = hand.gallery
    yield from press(hand, "Hide for good")
    assert hand.says("Hidden now: Work 3")
    yield until("the show hangs without it", lambda: hand.desk.gallery is not gallery)
    now = hand.desk.gallery
    same(now.show.playlist.singly, (0, 1, 3, 4, 5))
    same(now.strip.works, (0, 1, 3, 4, 5))
    same(now.loop._programme.loop.works, (0, 1, 3, 4, 5))
    same(now.sitting.session.screen, "stage")
    assert hand.says("Hidden works")
    assert is_open(hand)
    yield from hand.tap(hand.item("IconButton", icon="close", name="Close"))
    yield gone(hand)
    now.visit.showWall()
    yield hand.at_rest("WallView")
    same(len(hand.items("Thumbnail")), 5)
    assert not hand.says("Work 3")
    yield from enter(hand)
    yield from turn_to(hand, "Works")
    yield from press(hand, "Show again")
    yield until("it is back", lambda: hand.desk.gallery is not now)
    same(hand.desk.gallery.show.playlist.works, (0, 1, 2, 3, 4, 5))


def files_are_read(hand: Hand) -> Iterator[Wait]:
    manifest = Path(sys.argv[1])
    good = manifest.read_text()
    yield from turn_to(hand, "Content")
    yield from press(hand, "Read the files again")
    yield until("they are", lambda: panel(hand).told == "The files have been read. Problems: 0")
    manifest.write_text(good[: len(good) // 2])
    yield from turn_to(hand, "Problems")
    yield until("the mistake is told", lambda: bool([row for row in panel(hand).rows.rows if row["kind"] == "problem"]))
    yield from hand.frame()
    (mistake,) = [row for row in panel(hand).rows.rows if row["kind"] == "problem"]
    assert f"{manifest.name}:" in mistake["value"]
    assert all(hand.says(mistake[words]) for words in ("name", "note", "value"))
    manifest.write_text(good)
    yield until("it is mended", lambda: hand.says("No problems."))
    yield from press(hand, "Try failed pictures again")
    same(panel(hand).told, "Pictures that are tried again: 0")


def another_language_and_wall(hand: Hand) -> Iterator[Wait]:
    yield from turn_to(hand, "Display")
    yield from hand.tap(hand.item("Choice", name="Русский"))
    yield until("it speaks Russian", lambda: hand.says("Для сотрудников"))
    yield from hand.tap(hand.item("Choice", name="English"))
    gallery = hand.desk.gallery
    yield from hand.tap(hand.item("Choice", name="Light"))
    yield until("the wall is light", lambda: hand.desk.gallery is not gallery and hand.gallery.ground > "#c")
    yield until("the choice says so", lambda: hand.item("Choice", name="Light").property("chosen"))


def night(hand: Hand) -> Iterator[Wait]:
    yield from press(hand, "Black screen now")
    yield gone(hand)
    image = hand.look()
    same({image.pixelColor(x, y).name() for x in range(5, 1280, 90) for y in range(5, 720, 90)}, {"#000000"})
    yield from hand.tap(QPoint(300, 200))
    same(hand.gallery.sitting.session.screen, "attract")
    yield from enter(hand)
    yield from hand.tap(hand.item("IconButton", icon="close", name="Close"))
    yield hand.at_rest("AttractView")


def it_closes_by_itself(hand: Hand) -> Iterator[Wait]:
    yield from hold_corner(hand)
    hand.clock.ahead += 14
    yield from hand.frame()
    assert is_open(hand)
    hand.clock.ahead += 1.5
    yield gone(hand)
    yield from enter(hand)
    hand.clock.ahead += 58
    yield from hand.tap(QPoint(5, 5))
    hand.clock.ahead += 58
    yield from hand.frame()
    assert is_open(hand)
    hand.clock.ahead += 3
    yield gone(hand)
    hand.touch((0, corner(hand)), act="press")
    hand.touch((0, corner(hand)), act="release")
    yield hand.at_rest("StageView")  # a visitor's tap there is one
    hand.gallery.sitting.go_home()
    yield hand.at_rest("AttractView")
