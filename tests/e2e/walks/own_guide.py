"""The first start in a window: the guide by keys and by touch, in two languages; it is not shown a second time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from tests.e2e.hand import Hand, Wait, same, until
from tests.e2e.own import gone, has_menu, opened, own, remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem


def walk(hand: Hand) -> Iterator[Wait]:
    yield has_menu(hand)
    yield opened(hand, "FirstSteps")
    guide = own(hand).guide
    assert guide
    for step in range(5):
        same(guide.step, step)
        yield from hand.frame()
        assert hand.says(guide.title)
        assert hand.says(guide.text)
        nothing_lies_on_anything_else(hand)
        yield from hand.key((Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Return)[step % 4])
        if step == 0:
            yield from hand.key(Qt.Key.Key_Left)
            same(guide.step, 0)
            yield from hand.key(Qt.Key.Key_Right)
    yield gone(hand, "FirstSteps")
    yield hand.at_rest("AttractView")
    yield until("it is written down", lambda: remembered().get("guided") is True)
    yield from hand.key(Qt.Key.Key_F1)
    yield opened(hand, "FirstSteps")
    yield from hand.tap(hand.item("WordButton", name="العربية"))
    yield from hand.frame()
    guide = own(hand).guide
    assert guide
    assert guide.rightToLeft
    yield from hand.tap(hand.item("AnswerButton", words="التالي"))
    same(guide.step, 1)
    yield from hand.frame()
    nothing_lies_on_anything_else(hand)
    (picture,) = hand.items("StepPicture")
    assert hand.place(picture).x() > hand.window.width() / 2
    yield until("the language is written down", lambda: remembered().get("language") == "ar")
    yield from hand.key(Qt.Key.Key_Escape)
    yield gone(hand, "FirstSteps")
    own(hand).welcome()
    yield from hand.frame()
    assert not hand.items("FirstSteps")
    hand.ask_to_leave()


def nothing_lies_on_anything_else(hand: Hand) -> None:
    """And all of it lies in the window."""
    window = QRectF(0, 0, hand.window.width(), hand.window.height())
    guide = hand.item("FirstSteps")
    kinds = ("StepPicture", "AnswerButton", "IconButton", "WordButton")
    parts = [place(item) for kind in kinds for item in hand.items(kind) if below(guide, item)]
    parts += [place(item) for item in hand.everything() if item.inherits("QQuickFlickable") and below(guide, item)]
    assert all(window.contains(part) for part in parts)
    for at, part in enumerate(parts):
        assert not any(part.intersects(other) for other in parts[at + 1 :])


def below(above: QQuickItem, item: QQuickItem | None) -> bool:
    while item is not None and item is not above:
        item = item.parentItem()
    return item is above


def place(item: QQuickItem) -> QRectF:
    return QRectF(item.mapToScene(QPointF(0, 0)), item.size())
