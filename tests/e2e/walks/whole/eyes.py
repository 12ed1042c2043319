"""What a visitor sees: works, their labels, rows of them, how large letters are, and what is offered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtQml import QQmlExpression, qmlContext

from tests.e2e.hand import Hand, Wait, alike, same, until
from tests.e2e.sized import GROUND
from tests.e2e.whole import SIZED, WORKS
from tests.exhibitions import WORK_WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage
    from PySide6.QtQuick import QQuickItem

PICTURES = 8
ROWS = "Array.from({length: count}, (_, place) => itemAtIndex(place)).filter(row => row)"
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
DIGITS = re.compile(r"\d+")


def kind_of(item: QQuickItem) -> str:
    """Its QML type."""
    return str(item.metaObject().className()).split("_QML")[0]


def place_of(item: QQuickItem) -> QRectF:
    """Where it is in the window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def inside(hand: Hand, kind: str, group: QQuickItem, **told: object) -> list[QQuickItem]:
    """The visible items of a type that lie in another."""
    return [item for item in hand.items(kind, **told) if group.isAncestorOf(item)]


def scroller_in(group: QQuickItem) -> QQuickItem:
    """What scrolls in it."""
    (found,) = [child for child in group.childItems() if child.inherits("QQuickFlickable")]
    return found


def focus(hand: Hand) -> QQuickItem:
    """What has the focus."""
    return hand.window.activeFocusItem()


def arabic(hand: Hand) -> bool:
    """Whether the screen is read from the right: what is chosen first among the themes is there."""
    return place_of(hand.items("Chip")[0]).center().x() > hand.window.width() / 2


def title(hand: Hand, work: int) -> str:
    """What a work is called in the language of the screen."""
    return f"{WORK_WORD['ar' if arabic(hand) else 'en']} {work + 1}"


def work_of(thumbnail: QQuickItem) -> int:
    """The work of a thumbnail, by its title."""
    return int(DIGITS.search(thumbnail.property("title"))[0]) - 1  # type: ignore[index]


def on_stage(hand: Hand, *works: int, at: int | None = None, of: int = WORKS) -> None:
    """These works are on the stage: pictures, labels, and their place among so many."""
    image = hand.look()
    shown = [item for item in hand.items("StageWork") if hand.window.contentItem().contains(place_of(item).center())]
    same(len(shown), len(works))
    for work, item in zip(works, shown, strict=True):
        (picture,) = [child for child in item.childItems() if kind_of(child) == "Picture"]
        assert pictured(hand, picture, work, image), f"the picture of {work}"
        assert [text for text in hand.texts(title(hand, work)) if item.isAncestorOf(text)], f"the label of {work}"
    first = works[0] if at is None else at
    counted(hand, *dict.fromkeys((first + 1, first + len(works))), of)


def pictured(hand: Hand, picture: QQuickItem, work: int, image: QImage | None = None) -> bool:
    """Whether a place shows the picture of a work."""
    if work == SIZED:
        return hand.share(picture, GROUND, image) > 0.6
    return hand.shows(picture, work % PICTURES, image)


def counted(hand: Hand, *numbers: int) -> None:
    """These numbers, and no others, are said to be the place among all."""
    bar = hand.item("ControlBar")
    told = [text.property("text") for text in hand.everything() if text.inherits("QQuickText")]
    assert bar
    assert list(map(str, numbers)) in [DIGITS.findall(words) for words in told], numbers


def work_here(hand: Hand) -> int:
    """The work on the stage, by the title on its label."""
    (page,) = [each for each in hand.items("StagePage") if place_of(each).intersects(place_of(hand.item("StageView")))]
    (line,) = inside(hand, "LabelLine", page, role="title")
    return int(DIGITS.search(line.property("words"))[0]) - 1  # type: ignore[index]


def hanging(hand: Hand) -> list[int]:
    """The works that are seen on the wall, as they are read: row by row, from where reading begins."""
    view = place_of(scroller_in(hand.item("WallView")))
    seen = [(place_of(item), work_of(item)) for item in wall_of(hand) if place_of(item).intersects(view)]
    step = -1 if arabic(hand) else 1
    return [work for _, work in sorted(seen, key=lambda each: (round(each[0].top()), step * each[0].left()))]


def wall_of(hand: Hand) -> list[QQuickItem]:
    """The thumbnails of the wall, without those that the list keeps for later and does not draw."""
    view = scroller_in(hand.item("WallView"))
    rows, _ = QQmlExpression(qmlContext(view), view, ROWS).evaluate()
    drawn = [rows.property(place).toQObject() for place in range(rows.property("length").toInt())]
    found = inside(hand, "Thumbnail", view)
    return [item for item in found if item.width() > 0 and any(row.isAncestorOf(item) for row in drawn)]


def letters(hand: Hand) -> int:
    """How large the largest letters of the labels are, in pixels."""
    return max(line.property("font").pixelSize() for line in hand.items("LabelLine"))


def ground(hand: Hand) -> str:
    """The colour of the wall."""
    return hand.look().pixelColor(2, 2).name()


def shown_fully(hand: Hand, what: str, kind: str) -> Wait:
    """For a walk to yield: the one item of a type is there, all of it."""
    return until(what, lambda: bool(hand.items(kind)) and all(opacity(each) == 1 for each in hand.items(kind)))


def opacity(item: QQuickItem) -> float:
    """How much of it is seen, with all that it lies in."""
    shown, above = 1.0, item
    while above is not None:
        shown, above = shown * above.opacity(), above.parentItem()
    return shown


def themed(hand: Hand, theme: str) -> list[int]:
    """The works of a theme."""
    return [work for work, each in enumerate(hand.gallery._exhibition.works) if theme in each.themes]


def pixel(image: QImage, place: QRectF, across: float, down: float) -> tuple[int, ...]:
    """A colour of what lies at a place, at a share of its width and height."""
    x, y = place.left() + across * place.width(), place.top() + down * place.height()
    return image.pixelColor(round(x), round(y)).getRgb()[:3]


def run_of(image: QImage, colour: tuple[int, int, int], y: int) -> range:
    """From where to where a colour is seen in a row."""
    reach = [x for x in range(image.width()) if alike(image.pixelColor(x, y).getRgb()[:3], colour)]
    return range(reach[0], reach[-1] + 1) if reach else range(0)


def longest_run(image: QImage, colour: tuple[int, int, int], y: int) -> int:
    """How many pixels of a colour stand side by side in a row."""
    best = here = 0
    for x in range(image.width()):
        here = here + 1 if alike(image.pixelColor(x, y).getRgb()[:3], colour) else 0
        best = max(best, here)
    return best


def asked(hand: Hand) -> Iterator[Wait]:
    """Nobody does anything, until the question is on the screen."""
    hand.pass_time(76)
    yield shown_fully(hand, "the visitor is asked", "StillTherePanel")


def marked(hand: Hand, kind: str) -> QQuickItem:
    """What has the focus is of this kind, and a ring is around it."""
    item = focus(hand)
    assert kind_of(item) == kind, item
    assert ringed(hand, item), f"no ring around {item}"
    return item


def ringed(hand: Hand, item: QQuickItem) -> bool:
    """Whether a ring is seen around what has the focus, on the screen."""
    rings = [ring for ring in hand.items("FocusRing") if ring.property("control") == item and ring.opacity() == 1]
    return bool(rings) and hand.window.contentItem().boundingRect().intersects(place_of(item))
