"""Two works side by side: each is seen, read and looked at closer; the filmstrip and the wall lead to both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from tests.e2e.hand import Hand, Wait, same
from tests.e2e.paired import COLOURS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem


def walk(hand: Hand) -> Iterator[Wait]:
    yield hand.at_rest("AttractView")
    yield from hand.tap(QPoint(300, 200))
    yield hand.at_rest("StageView")
    hangs(hand, "First", "Second", counted="1\u20132 of 3")
    first, second = hand.items("StageWork")
    assert abs(picture(first).height() - 2 * picture(second).height()) <= 2, "as high as they are"
    yield from look_closer(hand)
    yield from come_from_the_wall(hand)
    hand.ask_to_leave()


def hangs(hand: Hand, *titles: str, counted: str) -> None:
    """These works and no others are on the stage, with their labels and their places in the exhibition."""
    image = hand.look()
    works = hand.items("StageWork")
    same(len(works), len(titles))
    for work, title in zip(works, titles, strict=True):
        assert hand.share(picture(work), COLOURS[title], image) > 0.98, title
        assert hand.says(title)
    assert hand.says(counted), counted


def picture(work: QQuickItem) -> QQuickItem:
    """The picture of a work on the stage."""
    return next(item for item in work.childItems() if item.metaObject().className().startswith("Picture_QMLTYPE_"))


def look_closer(hand: Hand) -> Iterator[Wait]:
    """Two taps lead to the work they are on, the button to the first one, and back to both."""
    _, second = hand.items("StageWork")
    for _ in range(2):
        yield from hand.tap(picture(second))
    yield hand.at_rest("CloserView")
    same(hand.gallery.closer.work, 2)
    yield from hand.tap(hand.item("IconButton", icon="close"))
    yield hand.at_rest("StageView")
    hangs(hand, "First", "Second", counted="1\u20132 of 3")
    yield from hand.tap(hand.item("IconButton", icon="closer"))
    yield hand.at_rest("CloserView")
    same(hand.gallery.closer.work, 0)
    yield from hand.tap(hand.item("IconButton", icon="close"))
    yield hand.at_rest("StageView")


def come_from_the_wall(hand: Hand) -> Iterator[Wait]:
    """Each work hangs on the wall by itself; the second one, too, opens the pair."""
    yield from hand.tap(hand.item("IconButton", icon="next"))
    yield hand.at_rest("StageView")
    hangs(hand, "Middle", counted="3 of 3")
    yield from hand.tap(hand.item("IconButton", icon="wall"))
    yield hand.at_rest("WallView")
    same([each.property("title") for each in hand.items("Thumbnail")], list(COLOURS))
    yield from hand.tap(hand.item("Thumbnail", title="Second"))
    yield hand.at_rest("StageView")
    hangs(hand, "First", "Second", counted="1\u20132 of 3")
    same([each.property("title") for each in hand.items("Thumbnail")], ["First", "Second", "Middle"])
    same([each.property("chosen") for each in hand.items("Thumbnail")], [True, True, False])
