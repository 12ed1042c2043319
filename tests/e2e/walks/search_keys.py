"""Sort and search by keys alone: with a keyboard that writes, and with four arrows and Return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.e2e.hand import Hand, Wait, same, until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtQuick import QQuickItem

MOST_PRESSES = 60


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    yield hand.at_rest("AttractView")
    yield from hand.key(Qt.Key.Key_Space)
    yield hand.at_rest("StageView")
    hand.gallery.visit.showWall()
    yield hand.at_rest("WallView")
    yield from write(hand)
    yield from lead(hand)
    hand.ask_to_leave()


def works(hand: Hand) -> list[int]:
    return list(hand.gallery._hanging.works)


def write(hand: Hand) -> Iterator[Wait]:
    """Letters search at once; Backspace takes one back, Escape puts the keyboard away and then leads on."""
    yield from hand.write("work 9")
    yield until("the keyboard is there", lambda: bool(hand.items("TouchKeyboard")))
    same(hand.gallery.search.typed, "work 9")
    yield from hand.write("9")
    same(hand.gallery.search.works, 1)  # told at once, however fast somebody writes
    yield hand.at_rest("WallView")
    same(works(hand), [98])
    yield from hand.key(Qt.Key.Key_Backspace)
    yield hand.at_rest("WallView")
    assert len(works(hand)) > 1
    yield from hand.write("9")
    yield from hand.key(Qt.Key.Key_Escape)
    same((hand.gallery.search.typing, hand.gallery.search.typed), (False, "work 99"))
    yield hand.at_rest("WallView")
    yield from hand.key(Qt.Key.Key_Escape)
    yield hand.at_rest("StageView")
    same((hand.gallery.show.playlist.current, hand.gallery.show.count), (98, 1))
    hand.gallery.visit.showWall()
    yield hand.at_rest("WallView")
    yield from in_vain(hand)
    hand.gallery.choose("")
    yield hand.at_rest("WallView")


def in_vain(hand: Hand) -> Iterator[Wait]:
    """On a wall where nothing hangs arrows lead to what there is: it is no trap."""
    yield from hand.write("xq")
    yield hand.at_rest("WallView")
    same(works(hand), [])
    yield from hand.key(Qt.Key.Key_Escape)
    yield until("the keyboard is away", lambda: not hand.items("TouchKeyboard"))
    yield from hand.key(Qt.Key.Key_Down)
    assert hand.items("FocusRing"), focused(hand)
    yield from go(hand, Qt.Key.Key_Down, lambda item: item.property("name") == "Take back the last letter")


def lead(hand: Hand) -> Iterator[Wait]:
    """Arrows lead to the orders, to the strip, to the search, and from letter to letter."""
    yield from go(hand, Qt.Key.Key_Up, lambda item: item.property("theme") is not None)
    yield from go(hand, Qt.Key.Key_Down, of_the_orders)
    yield from go(hand, Qt.Key.Key_Right, lambda item: item.property("name") == "By date")
    yield from hand.key(Qt.Key.Key_Return)
    yield hand.at_rest("WallView")
    same(hand.gallery.sorting.sort, "date")
    yield from hand.key(Qt.Key.Key_Down)
    yield from go(hand, Qt.Key.Key_Right, is_strip)
    strip, before = focused(hand), focused(hand).property("current")
    for _ in range(2):
        yield from hand.key(Qt.Key.Key_Down)
        yield hand.at_rest("WallView")
    same(strip.property("current"), before + 2)
    yield from hand.key(Qt.Key.Key_Left)
    assert not is_strip(focused(hand))
    yield from go(hand, Qt.Key.Key_Up, lambda item: item.property("theme") is not None or is_search(item))
    yield from go(hand, Qt.Key.Key_Right, is_search)
    yield from hand.key(Qt.Key.Key_Return)
    yield until("the keyboard is there", lambda: bool(hand.items("TouchKeyboard")))
    yield hand.at_rest("WallView")
    same(focused(hand).property("sign"), "q")
    yield from hand.key(Qt.Key.Key_Right)
    yield from hand.key(Qt.Key.Key_Return)
    same((hand.gallery.search.typed, focused(hand).property("sign")), ("w", "w"))
    yield from go(hand, Qt.Key.Key_Down, lambda item: item.property("sign") == " ")
    yield from go(hand, Qt.Key.Key_Right, lambda item: item.property("icon") == "backspace")
    yield from hand.key(Qt.Key.Key_Return)
    same(hand.gallery.search.typed, "")
    yield from hand.key(Qt.Key.Key_Escape)
    yield from hand.key(Qt.Key.Key_Escape)
    yield hand.at_rest("StageView")


def focused(hand: Hand) -> QQuickItem:
    return hand.window.activeFocusItem()


def of_the_orders(item: QQuickItem) -> bool:
    return item.property("framed") is False


def is_strip(item: QQuickItem) -> bool:
    return item.property("pointed") is not None


def is_search(item: QQuickItem) -> bool:
    return item.property("icon") == "search"


def go(hand: Hand, key: Qt.Key, there: Callable[[QQuickItem], bool]) -> Iterator[Wait]:
    """The same arrow until the focus is there."""
    seen = []
    for _ in range(MOST_PRESSES):
        if there(focused(hand)):
            return
        seen.append(focused(hand).property("name"))
        yield from hand.key(key)
        yield hand.at_rest("WallView")
    raise AssertionError(f"no way there, only by {seen}")
