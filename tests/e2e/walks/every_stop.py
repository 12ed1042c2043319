"""From every control of every screen to every other with four arrows, whichever way the screen stands and reads."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.e2e.hand import Hand, Wait, same, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem

Key = Qt.Key
Ways = dict[str, dict[Qt.Key, str]]

ARROWS = (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down)
SIDEWAYS = (Key.Key_Left, Key.Key_Right)
SIZES = ((1280, 720), (720, 1280))


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    visit = hand.gallery.visit
    yield hand.at_rest("AttractView")
    yield from hand.key(Key.Key_Return)
    for width, height in SIZES:
        hand.window.resize(width, height)
        for language in ("en", "ar"):
            visit.speak(language)
            visit.showStage()
            yield hand.at_rest("StageView")
            yield from every_way(hand)
            visit.showWall()
            yield hand.at_rest("WallView")
            yield from hand.frame()
            yield from every_way(hand)
            visit.showStage()
            yield hand.at_rest("StageView")
            yield from hand.key(Key.Key_Plus)
            yield hand.at_rest("CloserView")
            yield from every_way(hand)
            for _ in range(2):
                yield from hand.key(Key.Key_Plus)
                yield hand.at_rest("CloserView")
            yield from out_of_the_picture(hand)
    hand.ask_to_leave()


def every_way(hand: Hand) -> Iterator[Wait]:
    """Press each arrow on each control, and see that they hang together."""
    yield from hand.key(Key.Key_F35)
    start = name(hand.window.activeFocusItem())
    ways: Ways = {}
    here = frozenset(name(stop) for stop in stops(hand) if in_sight(stop))
    assert start in here, start
    work = hand.gallery.slideshow.current.work
    todo = [start]
    while todo:
        one = todo.pop()
        ways[one] = {}
        for arrow in ARROWS:
            if one.startswith("WorkSpot") and hand.items("StageView") and arrow in SIDEWAYS:
                continue
            stand(hand, one)
            yield from hand.key(arrow)
            yield from hand.frame()
            other = name(hand.window.activeFocusItem())
            ways[one][arrow] = other
            if other not in ways and other not in todo:
                todo.append(other)
    same(hand.gallery.slideshow.current.work, work)
    missed = here - ways.keys()
    assert not missed, f"no arrow leads from {start} to {sorted(missed)}"
    for one in ways:
        assert reached(ways, one) == ways.keys(), f"from {one} no way to {sorted(ways.keys() - reached(ways, one))}"


def out_of_the_picture(hand: Hand) -> Iterator[Wait]:
    """A picture larger than the screen is moved by arrows, and left at its edge."""
    for arrow in SIDEWAYS:
        presses = 0
        while hand.window.activeFocusItem().metaObject().className().startswith("WorkSpot"):
            yield from hand.key(arrow)
            yield hand.at_rest("CloserView")
            presses += 1
            if presses > 12:
                assert arrow != away(hand), "no way out of the picture"
                break


def away(hand: Hand) -> Qt.Key:
    """The arrow towards the controls beside the picture."""
    plus = hand.item("IconButton", icon="plus")
    return Key.Key_Right if hand.place(plus).x() > hand.window.width() / 2 else Key.Key_Left


def reached(ways: Ways, start: str) -> set[str]:
    """All that arrows lead to from here."""
    seen, todo = {start}, deque([start])
    while todo:
        for other in ways[todo.popleft()].values():
            if other not in seen:
                seen.add(other)
                todo.append(other)
    return seen


def stand(hand: Hand, stop: str) -> None:
    """Give the focus to a control."""
    (item,) = [each for each in stops(hand) if name(each) == stop]
    item.forceActiveFocus()


def stops(hand: Hand) -> list[QQuickItem]:
    """All that takes the focus and can be used, seen or in a list that can be scrolled."""
    return [
        item
        for item in hand.everything()
        if (item.activeFocusOnTab() or item.property("keyStop"))
        and item.isEnabled()
        and item.width() > 0
        and not item.inherits("QQuickFlickable")
    ]


def in_sight(item: QQuickItem) -> bool:
    """Whether no list it stands in hides a part of it."""
    above = item.parentItem()
    while above is not None:
        if above.inherits("QQuickFlickable"):
            place = item.mapRectToItem(above, item.boundingRect())
            if not above.boundingRect().adjusted(-1, -1, 1, 1).contains(place):
                return False
        above = above.parentItem()
    return True


def name(item: QQuickItem) -> str:
    """What a control is called here."""
    kind = item.metaObject().className().split("_")[0]
    told = (item.property(each) for each in ("icon", "theme", "title", "name"))
    return f"{kind} {next((value for value in told if value is not None), '')}"
