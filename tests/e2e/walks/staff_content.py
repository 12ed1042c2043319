"""A stick with bundles, in staff's hands: one that is damaged, one that is signed, one of another show; and back.

Then half of a pair is hidden.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from tests.e2e.hand import Hand, Wait, same, until
from tests.e2e.staff import come_in, enter, gone, press, turn_to

if TYPE_CHECKING:
    from collections.abc import Iterator

SETTLED_S = 2.0


def walk(hand: Hand) -> Iterator[Wait]:
    yield from come_in(hand, "Content")
    yield from it_is_offered(hand, "4.kiosk")
    assert any("Not signed" in words for words in texts(hand))
    assert any(row.get("value") == "Shown now" for row in hand.desk.panel.rows.rows)
    yield from a_damaged_one(hand)
    yield from it_is_offered(hand, "3.kiosk")
    assert any("Signed with this kiosk’s key" in words for words in texts(hand))
    yield from followed(hand, press_install(hand, "3.kiosk"), "Generation 3")
    yield from it_is_offered(hand, "other.kiosk")
    yield from followed(hand, press_install(hand, "other.kiosk"), "Another exhibition")
    yield from scroll_down(hand)
    yield from followed(hand, press(hand, "Back to the exhibition before"), "Generation 3")
    yield from half_of_a_pair(hand)
    hand.ask_to_leave()


def texts(hand: Hand) -> list[str]:
    return [item.property("text") for item in hand.everything() if item.inherits("QQuickText")]


def it_is_offered(hand: Hand, name: str) -> Iterator[Wait]:
    """And what cannot be installed is named, with the reason and what to do."""
    hand.clock.ahead += SETTLED_S
    yield until(f"{name} is offered", lambda: any(name in words for words in texts(hand)))
    hand.desk.panel.used()
    yield until("the broken one is told of", lambda: hand.says("broken.kiosk"))
    assert hand.says("Bundles that cannot be installed")
    assert hand.says("Copy the bundle again from where it was made, or have it packed again.")


def a_damaged_one(hand: Hand) -> Iterator[Wait]:
    """It looks whole until it is read: file, reason and remedy are told, and nothing has changed."""
    gallery = hand.gallery
    yield from press_install(hand, "4.kiosk")
    yield from press(hand, "No")
    same(hand.desk.panel.told, "")
    yield from press_install(hand, "4.kiosk")
    yield from press(hand, "Yes")
    yield until("it is refused", lambda: hand.desk.panel.told.startswith("4.kiosk: ") and not hand.desk.panel.busy)
    yield from hand.frame()
    assert hand.says(hand.desk.panel.told)
    assert "damaged" in hand.desk.panel.told
    assert "Copy the bundle again" in hand.desk.panel.told
    assert hand.gallery is gallery


def scroll_down(hand: Hand) -> Iterator[Wait]:
    """To the end of the page."""
    (pages,) = hand.items("StaffPages")
    (view,) = [item for item in hand.everything() if item.inherits("QQuickListView") and item.parentItem() is pages]
    start, way = hand.place(view), QPoint(0, -view.height() // 2)
    yield from hand.drag(start, way)
    yield from hand.lift(start + way)
    yield from hand.still(view, "contentY")
    assert view.property("atYEnd")


def press_install(hand: Hand, name: str) -> Iterator[Wait]:
    (row,) = [row for row in hand.items("WorkRow") if row.property("row")["value"] == name]
    place = hand.place(row)
    (button,) = [each for each in hand.items("WordButton", name="Install") if abs(hand.place(each).y() - place.y()) < 9]
    yield from hand.tap(button)


def followed(hand: Hand, pressing: Iterator[Wait], title: str) -> Iterator[Wait]:
    """Staff press it and say yes; what is shown is another, and the panel says which."""
    before = hand.desk.gallery
    yield from pressing
    yield from press(hand, "Yes")
    yield until(f"{title} is shown", lambda: hand.desk.gallery is not before and hand.desk.gallery.title == title)
    assert hand.desk.panel.told.startswith("Installed: Spring" if "Gen" in title else "Installed: Autumn")
    assert "not shown" not in hand.desk.panel.told


def half_of_a_pair(hand: Hand) -> Iterator[Wait]:
    """The other half has the stage to itself, with its label; then both are there again."""
    yield from hand.tap(hand.item("IconButton", icon="close", name="Close"))
    yield gone(hand)
    yield hand.at_rest("AttractView")
    yield from hand.tap(QPoint(300, 200))
    yield hand.at_rest("StageView")
    hand.gallery.open(1)
    yield hand.at_rest("StageView")
    same(len(hand.items("StageWork")), 2)
    yield from enter(hand)
    yield from turn_to(hand, "Works")
    gallery = hand.desk.gallery
    yield from press(hand, "Hide until tomorrow")  # the first of the two
    yield until("it is hung without it", lambda: hand.desk.gallery is not gallery)
    yield from hand.tap(hand.item("IconButton", icon="close", name="Close"))
    yield gone(hand)
    yield hand.at_rest("StageView")
    same(len(hand.items("StageWork")), 1)
    assert hand.shows(hand.item("Picture", visible=True), 1)
    same((hand.says("Work 1"), hand.says("Work 2")), (False, True))
    assert hand.says("1 of 2")
    yield from enter(hand)
    yield from turn_to(hand, "Works")
    gallery = hand.desk.gallery
    yield from press(hand, "Show again")
    yield until("it is back", lambda: hand.desk.gallery is not gallery)
    yield from hand.tap(hand.item("IconButton", icon="close", name="Close"))
    yield gone(hand)
    yield hand.at_rest("StageView")
    same(len(hand.items("StageWork")), 2)
