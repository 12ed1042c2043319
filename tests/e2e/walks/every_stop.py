"""From every control of every screen to every other with four arrows, whichever way the screen stands and reads.

The tabulator leads round each screen, too, and into each panel.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from shiboken6 import isValid

from tests.e2e.hand import Hand, Wait, same, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem

Key = Qt.Key
Ways = dict[str, dict[Qt.Key, str]]

ARROWS = (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down)
TABULATOR = (Key.Key_Tab, Key.Key_Backtab)
IDLE = Key.Key_Apostrophe
"""A key that a visitor may press anywhere and that does nothing but show where keys are."""
PANELS = ("language", "comfort")
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
            yield from round_and_back(hand)
            for panel in PANELS:
                yield from every_way_of_a_panel(hand, panel)
            visit.showWall()
            yield hand.at_rest("WallView")
            yield from hand.frame()
            yield from every_way(hand)
            yield from round_and_back(hand)
            hand.gallery.search.open()
            yield hand.at_rest("WallView")
            yield from hand.frame()
            yield from every_way(hand)
            yield from round_and_back(hand)
            hand.gallery.search.close()
            visit.showStage()
            yield hand.at_rest("StageView")
            yield from hand.key(Key.Key_Plus)
            yield hand.at_rest("CloserView")
            yield from every_way(hand)
            yield from round_and_back(hand)
            for _ in range(2):
                yield from hand.key(Key.Key_Plus)
                yield hand.at_rest("CloserView")
            yield from out_of_the_picture(hand)
    hand.ask_to_leave()


def every_way(hand: Hand) -> Iterator[Wait]:
    """Press each arrow on each control, and see that they hang together."""
    yield from hand.key(IDLE)
    start = name(hand.window.activeFocusItem())
    ways: Ways = {}
    known: dict[str, QQuickItem] = {}
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
            stand(hand, one, known)
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


def round_and_back(hand: Hand) -> Iterator[Wait]:
    """The tabulator comes to each control, and to one of each list, both ways round."""
    wanted = {name(stop) for stop in stops(hand) if stop.activeFocusOnTab() and in_sight(stop) and not in_a_list(stop)}
    for key in TABULATOR:
        come: list[QQuickItem] = []
        while not come or hand.window.activeFocusItem() not in come:
            come.append(hand.window.activeFocusItem())
            yield from hand.key(key)
            yield from hand.frame()
        missed = wanted - set(map(name, come))
        assert not missed, f"{key} does not lead to {sorted(missed)}"
        lists = {kind for kind in ("Filmstrip", "WallRow") if hand.items(kind)}
        assert not lists or any(each.property("keyStop") for each in come), f"{key} leads to no work"


def every_way_of_a_panel(hand: Hand, icon: str) -> Iterator[Wait]:
    """From each control of a panel to all of it and out of it, which closes it."""
    yield from enter(hand, icon)
    here = {name(stop) for stop in stops(hand) if in_the_panel(stop)}
    start = name(hand.window.activeFocusItem())
    assert start in here, start
    ways: dict[str, set[str]] = {}
    known: dict[str, QQuickItem] = {}
    out = set()
    todo = [start]
    while todo:
        one = todo.pop()
        ways[one] = set()
        for key in (*ARROWS, *TABULATOR):
            if not panels(hand):
                yield from enter(hand, icon)
            stand(hand, one, known)
            yield from hand.key(key)
            yield from hand.frame()
            other = hand.window.activeFocusItem()
            if in_the_panel(other):
                ways[one].add(name(other))
            else:
                out.add(key)
        todo += [other for other in ways[one] if other not in ways and other not in todo]
    assert here == ways.keys(), f"not reached: {sorted(here - ways.keys())}"
    assert out >= set(TABULATOR), f"only {out} lead out"
    if panels(hand):
        yield from hand.key(Key.Key_Escape)
    yield hand.at_rest("StageView")
    yield until("it has closed", lambda: not panels(hand))


def enter(hand: Hand, icon: str) -> Iterator[Wait]:
    """Open a panel with its button, as keys do."""
    yield until("no panel is open", lambda: not panels(hand))
    hand.item("IconButton", icon=icon).forceActiveFocus()
    yield from hand.key(Key.Key_Return)
    yield until("the panel has the focus", lambda: in_the_panel(hand.window.activeFocusItem()))


def panels(hand: Hand) -> list[QQuickItem]:
    """What is open."""
    return [item for item in hand.everything() if item.property("keyCovers")]


def in_the_panel(item: QQuickItem) -> bool:
    """Whether a control lies in an open panel."""
    return any(above.property("keyCovers") for above in over(item))


def in_a_list(item: QQuickItem) -> bool:
    """Whether it is one of those of which the tabulator comes to one."""
    return bool(item.property("keyStop"))


def over(item: QQuickItem) -> Iterator[QQuickItem]:
    """All that an item lies in."""
    above = item.parentItem()
    while above is not None:
        yield above
        above = above.parentItem()


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


def stand(hand: Hand, stop: str, known: dict[str, QQuickItem] | None = None) -> None:
    """Give the focus to a control; `known` are those that were there before, by their names."""
    known = {} if known is None else known
    item = known.get(stop)
    if item is None or not isValid(item) or not item.isVisible() or name(item) != stop:
        found = [(name(each), each) for each in stops(hand)]
        same([told for told, _ in found].count(stop), 1)
        known |= found
    known[stop].forceActiveFocus()


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
    for above in over(item):
        if above.inherits("QQuickFlickable"):
            place = item.mapRectToItem(above, item.boundingRect())
            if not above.boundingRect().adjusted(-1, -1, 1, 1).contains(place):
                return False
    return True


def name(item: QQuickItem) -> str:
    """What a control is called here."""
    kind = item.metaObject().className().split("_")[0]
    told = (item.property(each) for each in ("icon", "theme", "title", "name"))
    beside = [f" of the work at {above.x():.0f}, {above.y():.0f}" for above in over(item) if above.property("level")]
    return f"{kind} {next((value for value in told if value), '')}{''.join(beside)}"
