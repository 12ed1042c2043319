"""Every screen of an exhibition whose words are hostile: shown as they stand, in their boxes, and nothing is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtQml import QQmlExpression, qmlContext

from tests.e2e.hand import Hand, Wait, same, until
from tests.e2e.walks.chaos.people import seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem

PLAIN = 0
"""Qt.PlainText."""
SCHEMES = ("file", "http", "https", "mailto", "shell", "javascript", "data", "smb", "irc", "ms-settings")


class Tripwire(QObject):
    """Hears of every address that is opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        for scheme in SCHEMES:
            QDesktopServices.setUrlHandler(scheme, self, "hear")

    @Slot(QUrl)
    def hear(self, address: QUrl) -> None:
        self.opened.append(address.toString())


def walk(hand: Hand) -> Iterator[Wait]:
    wire = Tripwire()
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    gallery, visit = hand.gallery, hand.gallery.visit
    yield hand.at_rest("AttractView")
    looked_at(hand)
    gallery.explore(0)
    for language in ("en", "ar"):
        visit.speak(language)
        for work in range(len(hand.desk.exhibition.works)):
            gallery.slideshow.goTo(work)
            yield until("the page has turned", lambda: not gallery.slideshow.waits)
            yield hand.at_rest("StageView")
            looked_at(hand)
            for text in [each for each in texts(hand) if each.property("text")][:8]:
                yield from hand.tap(hand.place(text))  # a link would open
            visit.showStage()
            yield hand.at_rest("StageView")
        visit.showWall()
        yield hand.at_rest("WallView")
        looked_at(hand)
        visit.showStage()
        yield hand.at_rest("StageView")
        gallery.slideshow.goTo(1)
        yield until("the page has turned", lambda: not gallery.slideshow.waits)
        gallery.lookCloser(0, 0, 600)
        yield hand.at_rest("CloserView")
        looked_at(hand)
        visit.showStage()
        yield hand.at_rest("StageView")
    same(wire.opened, [])
    hand.ask_to_leave()


def texts(hand: Hand) -> list[QQuickItem]:
    return [item for item in hand.everything() if item.inherits("QQuickText") and seen(item)]


def looked_at(hand: Hand) -> None:
    """Whatever can be read is plain, and has its place; a chip is as high as any other."""
    same(len({round(chip.height()) for chip in hand.items("Chip", wraps=False)} - {0}) <= 1, True)
    room = QRectF(0, 0, hand.window.width(), hand.window.height())
    for text in texts(hand):
        words = f"{text.property('text')!r:.80}"
        kind, _ = QQmlExpression(qmlContext(text), text, "textFormat").evaluate()
        same((kind, words), (PLAIN, words))
        if text.width() <= 0 or _is_cut(text):
            continue
        wide = text.property("contentWidth")
        assert wide <= text.width() + 1.5, f"{words} is {wide} wide and has {text.width()}"
        place = text.mapRectToScene(QRectF(0, 0, text.width(), text.height()))
        assert place.left() >= -1.5, f"{words} begins at {place.left()}"
        assert place.right() <= room.right() + 1.5, f"{words} ends at {place.right()}"


def _is_cut(item: QQuickItem | None) -> bool:
    """Whether something that it lies in cuts it off at its edge, or scrolls."""
    while item is not None:
        if item.property("clip") or item.inherits("QQuickFlickable"):
            return True
        item = item.parentItem()
    return False
