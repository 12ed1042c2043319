"""The card of the exhibition: offered when a visitor comes in, read to its end, closed, and undone for the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from tests.e2e.hand import Hand, Wait, same, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    yield hand.at_rest("AttractView")
    yield from hand.tap(QPoint(300, 200))
    yield hand.at_rest("StageView")
    yield from be_offered_it(hand)
    yield from read_it_by_touch(hand)
    yield from read_it_by_keys(hand)
    yield from read_it_on_the_wall(hand)
    yield from leave_it_open(hand)
    hand.ask_to_leave()


def be_offered_it(hand: Hand) -> Iterator[Wait]:
    """In words, beside the work that was touched, and on: here they take no theme its place."""
    same(hand.gallery.slideshow.current.work, 0)
    button = hand.item("AboutButton")
    assert hand.says("About the exhibition")
    assert button.width() > 2 * button.height()
    yield from hand.tap(hand.item("IconButton", icon="next"))
    yield hand.at_rest("StageView")
    same(hand.gallery.visit.offering, False)
    assert hand.says("About the exhibition")
    assert button.width() > 2 * button.height()


def read_it_by_touch(hand: Hand) -> Iterator[Wait]:
    """One tap opens it, a finger and its cue scroll it, one tap closes it, and nothing below it hears of any."""
    work = hand.gallery.slideshow.current.work
    yield from hand.tap(hand.item("AboutButton"))
    yield from opened(hand)
    assert hand.says("Drawn for a test")
    assert hand.says("123 works")
    view = scroller(hand)
    middle = hand.place(hand.item("AboutCard"), 0.7, 0.7)
    yield from hand.drag(middle, QPoint(0, -200))
    yield from hand.lift(middle + QPoint(0, -200))
    yield until("the intro follows the finger", lambda: view.property("contentY") > 150)
    yield from hand.still(view, "contentY")
    before = view.property("contentY")
    (cue,) = [
        cue for cue in hand.items("ScrollCue", more=True) if cue.property("before") is False and on_card(hand, cue)
    ]
    yield from hand.tap(cue)
    yield until("the cue leads on", lambda: view.property("contentY") > before + 100)
    yield from hand.still(view, "contentY")
    yield from hand.drag(middle, QPoint(-400, 0))
    yield from hand.lift(middle + QPoint(-400, 0))
    same((hand.gallery.visit.about, hand.gallery.slideshow.current.work), (True, work))
    yield from hand.tap(hand.place(hand.item("AboutCard"), 0.02, 0.5))
    yield from closed(hand, "StageView")
    same(hand.gallery.slideshow.current.work, work)


def read_it_by_keys(hand: Hand) -> Iterator[Wait]:
    """The tabulator leads to it, Return opens it, arrows scroll it, Escape closes it and not the program."""
    for _ in range(60):
        yield from hand.key(Qt.Key.Key_Tab)
        if hand.window.activeFocusItem() == hand.item("AboutButton"):
            break
    else:
        raise AssertionError("no way to the card by the tabulator")
    yield from hand.key(Qt.Key.Key_Return)
    yield from opened(hand)
    view = scroller(hand)
    for key, there in (
        (Qt.Key.Key_Down, lambda: view.property("contentY") > 50),
        (Qt.Key.Key_End, lambda: at_end(view)),
    ):
        yield from hand.key(key)
        yield until(f"{key} scrolls the intro", there)
        yield from hand.still(view, "contentY")
    yield from hand.key(Qt.Key.Key_Escape)
    yield from closed(hand, "StageView")
    yield until("the keys are back where they were", lambda: hand.window.activeFocusItem() == hand.item("AboutButton"))


def read_it_on_the_wall(hand: Hand) -> Iterator[Wait]:
    """It is there, too, and in Arabic as well; a short one is closed by whatever key."""
    yield from hand.tap(hand.item("IconButton", icon="wall"))
    yield hand.at_rest("WallView")
    hand.gallery.visit.speak("ar")
    yield from hand.tap(hand.item("AboutButton"))
    yield from opened(hand)
    assert hand.says("بدأ كل شيء بقاعدة.")
    (label,) = [label for label in hand.items("Label") if on_card(hand, label)]
    assert not label.property("clip")
    yield from hand.key(Qt.Key.Key_Down)
    yield from closed(hand, "WallView")


def leave_it_open(hand: Hand) -> Iterator[Wait]:
    """Who walks away from it leaves nothing of it to the next visitor, who is offered it again."""
    yield from hand.tap(hand.item("AboutButton"))
    yield from opened(hand)
    hand.pass_time(76)
    hand.pass_time(31)
    yield until("the card is gone", lambda: not hand.items("AboutCard"))
    yield hand.at_rest("AttractView")
    same(hand.gallery.visit.about, False)
    yield from hand.tap(QPoint(300, 200))
    yield hand.at_rest("StageView")
    assert hand.says("About the exhibition")
    assert not hand.items("AboutCard")


def opened(hand: Hand) -> Iterator[Wait]:
    yield until("the card is there", lambda: hand.gallery.visit.about and shown(hand) == 1)
    yield from hand.frame()


def closed(hand: Hand, view: str) -> Iterator[Wait]:
    yield until("the card is gone", lambda: not hand.gallery.visit.about and not hand.items("AboutCard"))
    yield hand.at_rest(view)


def shown(hand: Hand) -> float:
    """How opaque the card is."""
    cards = hand.items("AboutCard")
    return cards[0].parentItem().opacity() if cards else 0.0


def scroller(hand: Hand) -> QQuickItem:
    """What scrolls on the card."""
    (label,) = [label for label in hand.items("Label") if on_card(hand, label)]
    (view,) = [child for child in label.childItems() if child.inherits("QQuickFlickable")]
    return view


def at_end(view: QQuickItem) -> bool:
    return bool(view.property("atYEnd"))


def on_card(hand: Hand, item: QQuickItem) -> bool:
    """Whether an item belongs to the card."""
    return hand.item("AboutCard").isAncestorOf(item)
