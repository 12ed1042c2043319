"""The same by keys: arrows and Enter reach what touch reaches, letters and digits are shorter ways, Back leads out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.e2e.hand import Hand, Wait, same, until
from tests.e2e.sized import GREEN, RED
from tests.e2e.walks.looking import in_the_middle

if TYPE_CHECKING:
    from collections.abc import Iterator

Key = Qt.Key


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    closer = hand.gallery.closer
    yield hand.at_rest("AttractView")
    yield from hand.key(Key.Key_Space)
    yield hand.at_rest("StageView")
    yield from hand.key(Key.Key_Plus)
    yield hand.at_rest("CloserView")
    yield from by_arrows(hand)
    for key, colour, words in ((Key.Key_1, GREEN, "green"), (Key.Key_N, RED, "red"), (Key.Key_P, GREEN, "green")):
        yield from hand.key(key)
        yield hand.at_rest("CloserView")
        in_the_middle(hand, colour)
        assert hand.says(f"The {words} square")
    for key, page in ((Key.Key_L, 1), (Key.Key_D, 2), (Key.Key_Back, 0)):
        yield from hand.key(key)
        yield hand.at_rest("CloserView")
        same(closer.guide.page, page)
    for large in (True, False):
        yield from hand.key(Key.Key_S)
        yield hand.at_rest("CloserView")
        same(closer.sizes.lifeSize, large)
    yield from hand.key(Key.Key_Back)
    yield hand.at_rest("StageView")
    yield from be_kept_from_it(hand)
    hand.press(Key.Key_Escape)


def by_arrows(hand: Hand) -> Iterator[Wait]:
    """From the picture to the button of the details, Enter, to a number, Enter."""
    closer = hand.gallery.closer
    yield from hand.key(Key.Key_Left)
    for _ in range(3):
        if hand.window.activeFocusItem().property("icon") == "details":
            break
        yield from hand.key(Key.Key_Down)
    same(hand.window.activeFocusItem().property("icon"), "details")
    yield from hand.key(Key.Key_Return)
    yield hand.at_rest("CloserView")
    seen = set()
    for _ in range(14):
        yield from hand.key(Key.Key_Tab)
        control = hand.window.activeFocusItem()
        seen.add(control.property("icon"))
        if control.metaObject().className().startswith("CloserPoint"):
            break
    assert control.metaObject().className().startswith("CloserPoint"), seen
    yield from hand.key(Key.Key_Return)
    yield hand.at_rest("CloserView")
    assert closer.guide.current >= 0
    yield from hand.key(Key.Key_Back)
    assert hand.window.activeFocusItem().metaObject().className().startswith("WorkSpot")
    yield from hand.key(Key.Key_Back)
    yield hand.at_rest("CloserView")
    same((closer.guide.page, hand.items("CloserPoint")), (0, []))


def be_kept_from_it(hand: Hand) -> Iterator[Wait]:
    """No key leads closer to a work that does not allow it, nor to its details."""
    yield from hand.key(Key.Key_End)
    yield hand.at_rest("StageView")
    for key in (Key.Key_Plus, Key.Key_1, Key.Key_S, Key.Key_Plus):
        yield from hand.key(key)
    yield hand.at_rest("StageView")
