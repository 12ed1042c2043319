"""A visit by keyboard, in a window: everything can be done, and Escape leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.e2e.hand import Hand, Wait, same, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem

PRESSES = (
    (Qt.Key.Key_Right, 1),
    (Qt.Key.Key_Right, 2),
    (Qt.Key.Key_Left, 1),
    (Qt.Key.Key_End, 122),
    (Qt.Key.Key_PageDown, 0),
    (Qt.Key.Key_PageUp, 122),
    (Qt.Key.Key_Home, 0),
    (Qt.Key.Key_N, 1),
    (Qt.Key.Key_P, 0),
)


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    gallery = hand.gallery
    yield hand.at_rest("AttractView")
    yield from hand.key(Qt.Key.Key_Space)
    yield hand.at_rest("StageView")
    for key, work in PRESSES:
        yield from hand.key(key)
        yield until("the page has turned", lambda: not gallery.slideshow.waits)
        same(gallery.slideshow.current.work, work)
    yield hand.at_rest("StageView")
    assert hand.shows(hand.item("Picture"), 0)

    for playing in (True, False, True):
        yield from hand.key(Qt.Key.Key_Space)
        same(gallery.visit.playing, playing)

    yield from look_closer(hand)
    yield from tab_to_a_theme(hand)
    yield from scroll_the_wall(hand)

    hand.press(Qt.Key.Key_Escape)


def look_closer(hand: Hand) -> Iterator[Wait]:
    """Plus leads closer and further in, arrows along, zero back to the whole, Escape to the stage, not out of it."""
    closer = hand.gallery.closer
    yield from hand.key(Qt.Key.Key_Plus)
    yield hand.at_rest("CloserView")
    whole = closer.width
    yield from hand.key(Qt.Key.Key_Left)
    yield hand.at_rest("CloserView")
    same(hand.window.activeFocusItem().property("icon"), "label")
    yield from hand.key(Qt.Key.Key_Right)
    same(closer.width, whole)
    for key, grows in ((Qt.Key.Key_Plus, 1), (Qt.Key.Key_Plus, 1), (Qt.Key.Key_Minus, -1), (Qt.Key.Key_0, -1)):
        before = closer.width
        yield from hand.key(key)
        yield hand.at_rest("CloserView")
        assert (closer.width - before) * grows > 0, key
    same(closer.width, whole)
    for _ in range(3):
        yield from hand.key(Qt.Key.Key_Plus)
    yield hand.at_rest("CloserView")
    for key, across, down in (
        (Qt.Key.Key_Right, -1, 0),
        (Qt.Key.Key_Down, 0, -1),
        (Qt.Key.Key_Left, 1, 0),
        (Qt.Key.Key_Up, 0, 1),
    ):
        x, y = closer.x, closer.y
        yield from hand.key(key)
        yield hand.at_rest("CloserView")
        assert (closer.x - x) * across > 0 or not across, key
        assert (closer.y - y) * down > 0 or not down, key
    seen = []
    while "close" not in seen and len(seen) < 9:
        yield from hand.key(Qt.Key.Key_Tab)
        seen.append(hand.window.activeFocusItem().property("icon"))
    assert "close" in seen, seen
    yield from hand.key(Qt.Key.Key_Return)
    yield hand.at_rest("StageView")
    yield from hand.key(Qt.Key.Key_Plus)
    yield hand.at_rest("CloserView")
    yield from hand.key(Qt.Key.Key_Back)
    yield hand.at_rest("StageView")
    yield from hand.key(Qt.Key.Key_Plus)
    yield hand.at_rest("CloserView")
    yield from hand.key(Qt.Key.Key_Escape)
    yield hand.at_rest("StageView")


def tab_to_a_theme(hand: Hand) -> Iterator[Wait]:
    """The tabulator goes from control to control, and Return presses the one that is marked."""
    seen = set()
    for _ in range(40):
        yield from hand.key(Qt.Key.Key_Tab)
        control = hand.window.activeFocusItem()
        chosen = control.property("theme")
        if chosen == "theme-2":
            break
        seen.add(chosen or control.property("icon"))
    else:
        raise AssertionError(f"no way to the second theme, only to {seen}")
    assert any(ring.isVisible() for ring in control.childItems() if ring.property("control") is not None)
    yield from hand.key(Qt.Key.Key_Return)
    same(hand.gallery.sitting.session.themes, ("theme-2",))
    yield from hand.key(Qt.Key.Key_Return)
    same(hand.gallery.sitting.session.themes, ())
    work = hand.gallery.slideshow.current.work
    yield from hand.key(Qt.Key.Key_Right)
    same((hand.window.activeFocusItem().property("theme"), hand.gallery.slideshow.current.work), ("theme-3", work))
    yield from hand.key(Qt.Key.Key_Escape)
    yield from hand.key(Qt.Key.Key_Right)
    yield until("the page has turned", lambda: not hand.gallery.slideshow.waits)
    same(hand.gallery.slideshow.current.work, work + 1)
    yield hand.at_rest("StageView")


def scroll_the_wall(hand: Hand) -> Iterator[Wait]:
    """Down, Right and Return lead to the wall, keys scroll it, Escape leads back."""
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        yield from hand.key(key)
    yield hand.at_rest("WallView")
    (view,) = [item for item in hand.items("WallView")[0].childItems() if item.inherits("QQuickListView")]
    for key, moves in (
        (Qt.Key.Key_End, 1),
        (Qt.Key.Key_PageUp, -1),
        (Qt.Key.Key_Home, -1),
        (Qt.Key.Key_PageDown, 1),
    ):
        yield from scroll(hand, view, key, moves)
    yield from hand.key(Qt.Key.Key_Escape)
    yield hand.at_rest("StageView")


def scroll(hand: Hand, view: QQuickItem, key: Qt.Key, moves: int) -> Iterator[Wait]:
    """A key scrolls the wall, forwards (1) or back (-1)."""
    before = view.property("contentY")
    yield from hand.key(key)
    yield until(f"{key} scrolls the wall", lambda: (view.property("contentY") - before) * moves > 50)
    yield from hand.still(view, "contentY")
