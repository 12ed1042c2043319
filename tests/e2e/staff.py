"""What staff's hand does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from kiosk.exhibition.places import state_folder
from kiosk.staff.pin_file import set_pin
from tests.e2e.hand import Hand, Wait, soon, until

if TYPE_CHECKING:
    from collections.abc import Iterator

PIN, WRONG = "481516", "481517"


def know_pin() -> None:
    """The PIN is set."""
    set_pin(PIN, state_folder())


def corner(hand: Hand) -> QPoint:
    return QPoint(hand.window.width() - 20, 20)


def hold_corner(hand: Hand) -> Iterator[Wait]:
    """Until the pad, or the panel, is there; then the finger goes up."""
    hand.touch((0, corner(hand)), act="press")
    yield until("staff are let in", lambda: is_open(hand))
    hand.touch((0, corner(hand)), act="release")
    yield soon()


def is_open(hand: Hand) -> bool:
    return [room.opacity() for room in hand.items("StaffRoom")] == [1.0]


def gone(hand: Hand) -> Wait:
    return until("the panel is gone", lambda: not hand.items("StaffRoom") and hand.desk.panel is None)


def type_pin(hand: Hand, pin: str) -> Iterator[Wait]:
    """On the pad, with a finger."""
    for digit in pin:
        yield from hand.tap(hand.item("Key", sign=digit))
    yield from hand.tap(hand.item("Key", icon="next"))
    assert hand.desk.panel
    pad = hand.desk.panel.pad
    yield until("the PIN has been compared", lambda: not pad.asking)


def enter(hand: Hand) -> Iterator[Wait]:
    """All the way in."""
    yield from hold_corner(hand)
    yield from type_pin(hand, PIN)
    yield until("the pages are open", lambda: bool(hand.items("StaffPages")))


def come_in(hand: Hand, page: str = "") -> Iterator[Wait]:
    """From the invitation all the way in, to the first of the pages or to this one."""
    know_pin()
    yield hand.at_rest("AttractView")
    yield from enter(hand)
    if page:
        yield from turn_to(hand, page)


def turn_to(hand: Hand, page: str) -> Iterator[Wait]:
    yield from hand.frame()  # nobody touches what has not been drawn
    yield from hand.tap(hand.item("Choice", name=page))
    yield from hand.frame()


def press(hand: Hand, words: str) -> Iterator[Wait]:
    """The first control of these words."""
    yield from hand.frame()  # see above
    (button, *_) = [*hand.items("WordButton", name=words), *hand.items("AnswerButton", words=words)]
    yield from hand.tap(button)
