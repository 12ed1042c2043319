"""A whole visit with the five keys of a keypad: nothing is touched, and no other key is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.e2e.hand import Hand, Wait, same, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem

UP, DOWN, LEFT, RIGHT, ENTER = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Return,
)
FAR = 40
"""More presses than any way needs."""


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    yield hand.at_rest("AttractView")
    yield from press(hand, ENTER)
    yield hand.at_rest("StageView")
    yield from turn_pages(hand)
    yield from choose_a_theme(hand)
    yield from open_a_work_on_the_wall(hand)
    yield from look_closer(hand)
    yield from read_arabic(hand)
    yield from make_it_comfortable(hand)
    yield from still_there(hand)
    hand.ask_to_leave()


def turn_pages(hand: Hand) -> Iterator[Wait]:
    """The work has the focus, and shows it; on it left and right turn pages."""
    show = hand.gallery.slideshow
    marked(hand, "WorkSpot")
    first = show.current.work
    yield from press(hand, RIGHT, RIGHT, LEFT)
    yield hand.at_rest("StageView")
    same(show.current.work, first + 1)
    marked(hand, "WorkSpot")


def choose_a_theme(hand: Hand) -> Iterator[Wait]:
    """Up leads to the themes, at what is chosen; Enter chooses another."""
    yield from press(hand, UP)
    same(marked(hand, "Chip").property("theme"), "")
    yield from press(hand, RIGHT, RIGHT, ENTER)
    same(hand.gallery.sitting.session.themes, ("theme-2",))
    yield from press(hand, DOWN)
    assert is_a(focus(hand), "WorkSpot"), focus(hand)
    yield hand.at_rest("StageView")
    marked(hand, "WorkSpot")


def open_a_work_on_the_wall(hand: Hand) -> Iterator[Wait]:
    """Arrows lead over the wall, which comes along; Enter brings the work to the stage."""
    yield from press(hand, DOWN)
    same(marked(hand, "IconButton").property("icon"), "closer")
    yield from to(hand, RIGHT, icon="wall")
    yield from press(hand, ENTER)
    yield hand.at_rest("WallView")
    current = hand.gallery.slideshow.current.work
    yield until("the work of the stage has the focus", lambda: f"Work {current + 1}" == focus(hand).property("title"))
    yield from press(hand, DOWN, DOWN, DOWN)
    yield from press(hand, RIGHT)
    title = marked(hand, "Thumbnail").property("title")
    assert title != f"Work {current + 1}"
    yield from press(hand, ENTER)
    yield hand.at_rest("StageView")
    same(f"Work {hand.gallery.slideshow.current.work + 1}", title)
    marked(hand, "WorkSpot")


def look_closer(hand: Hand) -> Iterator[Wait]:
    """Enter looks closer and enlarges, arrows move along and, at the edge, to the buttons; one of them leads back."""
    closer = hand.gallery.closer
    yield from press(hand, ENTER)
    yield hand.at_rest("CloserView")
    whole = closer.width
    for _ in range(2):
        yield from press(hand, ENTER)
        yield hand.at_rest("CloserView")
    assert closer.width > whole
    x = closer.x
    yield from press(hand, RIGHT)
    yield hand.at_rest("CloserView")
    assert closer.x < x
    for _ in range(FAR):
        if focus(hand).property("icon"):
            break
        yield from press(hand, RIGHT)
        yield hand.at_rest("CloserView")
    yield from to(hand, DOWN, icon="close")
    yield from press(hand, ENTER)
    yield hand.at_rest("StageView")
    marked(hand, "WorkSpot")


def read_arabic(hand: Hand) -> Iterator[Wait]:
    """The panel takes the keys and gives them back; from then on left is on."""
    yield from press(hand, DOWN)
    yield from to(hand, RIGHT, icon="language")
    yield from press(hand, ENTER)
    yield until("the language spoken has the focus", lambda: focus(hand).property("name") == "English")
    marked(hand, "Choice")
    yield from to(hand, DOWN, name="العربية")
    yield from press(hand, ENTER)
    yield until("the panel has closed", lambda: not hand.items("LanguagePanel"))
    yield hand.at_rest("StageView")
    same((hand.gallery.visit.language, focus(hand).property("icon")), ("ar", "language"))
    yield from press(hand, UP)
    for _ in range(FAR):  # past what its label leads to, which is on the left now
        if is_a(focus(hand), "WorkSpot"):
            break
        yield from press(hand, RIGHT)
    marked(hand, "WorkSpot")
    work = hand.gallery.slideshow.position
    yield from press(hand, LEFT)
    yield hand.at_rest("StageView")
    same(hand.gallery.slideshow.position, work + 1)


def make_it_comfortable(hand: Hand) -> Iterator[Wait]:
    """Text size and contrast are chosen in a panel that stays; an arrow out of it closes it."""
    visit = hand.gallery.visit
    yield from press(hand, DOWN)
    yield from to(hand, LEFT, icon="comfort")
    yield from press(hand, ENTER)
    yield until("the text size has the focus", lambda: is_a(focus(hand), "Choice"))
    size = visit.textSize
    yield from press(hand, LEFT, ENTER)
    same(visit.textSize, size + 1)
    yield from to(hand, DOWN, icon="contrast")
    yield from press(hand, ENTER)
    same(visit.highContrast, True)
    for _ in range(FAR):
        if not hand.item("StageView").property("panelOpen"):
            break
        yield from press(hand, DOWN)
    yield until("the panel has closed", lambda: not hand.items("ComfortPanel"))
    yield hand.at_rest("StageView")


def still_there(hand: Hand) -> Iterator[Wait]:
    """Who is asked and answers stays where they were; who does not comes home, and nothing is left."""
    visit = hand.gallery.visit
    hand.pass_time(76)
    yield until("the visitor is asked", lambda: hand.gallery.sitting.session.asking)
    yield from hand.frame()
    yield from press(hand, ENTER)
    same((hand.gallery.sitting.session.asking, visit.language), (False, "ar"))
    yield hand.at_rest("StageView")
    hand.pass_time(76)
    yield until("the visitor is asked again", lambda: hand.gallery.sitting.session.asking)
    hand.pass_time(31)
    yield hand.at_rest("AttractView")
    same(
        (visit.language, visit.textSize, visit.highContrast, hand.gallery.sitting.session.themes), ("en", 0, False, ())
    )
    assert not any(ring.isVisible() for ring in hand.items("FocusRing"))


def press(hand: Hand, *keys: Qt.Key) -> Iterator[Wait]:
    """Press some of the five."""
    for key in keys:
        yield from hand.key(key)


def to(hand: Hand, arrow: Qt.Key, **told: str) -> Iterator[Wait]:
    """Press an arrow until a control has the focus that is as told."""
    ((name, wanted),) = told.items()
    for _ in range(FAR):
        if focus(hand).property(name) == wanted:
            return
        yield from hand.key(arrow)
        yield from hand.frame()
    raise AssertionError(f"{arrow.name} does not lead to {wanted}, but to {focus(hand)}")


def focus(hand: Hand) -> QQuickItem:
    """What has the focus."""
    return hand.window.activeFocusItem()


def is_a(item: QQuickItem, kind: str) -> bool:
    return str(item.metaObject().className()).startswith(f"{kind}_")


def marked(hand: Hand, kind: str) -> QQuickItem:
    """What has the focus is of this kind, and a ring is around it."""
    item = focus(hand)
    assert is_a(item, kind), item
    assert [ring for ring in hand.items("FocusRing") if ring.property("control") == item], f"no ring around {item}"
    return item
