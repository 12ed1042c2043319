"""Two works side by side: each is seen, read and looked at closer; filmstrip, wall, search and label lead to both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt

from tests.e2e.hand import Hand, Wait, same, until
from tests.e2e.paired import COLOURS, WARM
from tests.e2e.walks.every_stop import IDLE, every_way
from tests.e2e.walks.whole.eyes import marked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem

Key = Qt.Key
FIRST, MIDDLE, SECOND = range(3)
UPRIGHT = (720, 1280)


def walk(hand: Hand) -> Iterator[Wait]:
    yield hand.at_rest("AttractView")
    yield from hand.tap(QPoint(300, 200))
    yield hand.at_rest("StageView")
    hangs(hand, "First", "Second", counted="1 and 2 of 3")
    first, second = hand.items("StageWork")
    assert abs(picture(first).height() - 2 * picture(second).height()) <= 2, "as high as they are"
    told = hand.gallery.show._pace._places[FIRST, SECOND]
    slides = hand.item("Slides")
    same([QRectF(*place) for place in told], [slides.mapRectFromScene(in_window(each)) for each in (first, second)])
    yield from look_closer(hand)
    yield from come_from_the_wall(hand)
    yield from search_for_the_second(hand)
    yield from follow_the_second_label(hand)
    for language in ("en", "ar"):
        hand.gallery.visit.speak(language)
        yield hand.at_rest("StageView")
        yield from by_keys(
            hand, *((Key.Key_Right, Key.Key_Left) if language == "en" else (Key.Key_Left, Key.Key_Right))
        )
    yield from every_way(hand)
    yield from below_each_other(hand)
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


def in_window(work: QQuickItem) -> QRectF:
    """Where the picture of a work on the stage hangs."""
    return picture(work).mapRectToScene(picture(work).boundingRect())


def look_closer(hand: Hand) -> Iterator[Wait]:
    """Two taps and two fingers lead to the work they are on; so does the button below each label; all of them back."""
    _, second = hand.items("StageWork")
    for _ in range(2):
        yield from hand.tap(picture(second))
    yield from seen_and_back(hand, SECOND)
    middle = hand.place(picture(hand.items("StageWork")[1]))
    for act, half in (("press", 30), *(("move", 30 + 6 * step) for step in range(1, 13)), ("release", 102)):
        hand.touch((0, middle - QPoint(half, 0)), (1, middle + QPoint(half, 0)), act=act)
        yield from hand.frame()
    yield from seen_and_back(hand, SECOND)
    for work, button in zip((FIRST, SECOND), hand.items("IconButton", icon="closer"), strict=True):
        assert hand.gallery.title_of(work) in button.property("name")
        assert min(button.width(), button.height()) >= 12 * hand.gallery.look.unit
        yield from hand.tap(button)
        yield from seen_and_back(hand, work)


def seen_and_back(hand: Hand, work: int) -> Iterator[Wait]:
    """This work is looked at; then both hang as before."""
    yield hand.at_rest("CloserView")
    same(hand.gallery.closer.work, work)
    yield from hand.tap(hand.item("IconButton", icon="close"))
    yield hand.at_rest("StageView")
    hangs(hand, "First", "Second", counted="1 and 2 of 3")


def come_from_the_wall(hand: Hand) -> Iterator[Wait]:
    """Each work hangs on the wall by itself; the second one, too, opens the pair."""
    yield from hand.tap(hand.item("IconButton", icon="next"))
    yield hand.at_rest("StageView")
    hangs(hand, "Middle", counted="3 of 3")
    assert hand.item("IconButton", icon="closer").width() >= 20 * hand.gallery.look.unit - 1, "the one in the bar"
    yield from to_the_wall(hand)
    same([each.property("title") for each in hand.items("Thumbnail")], list(COLOURS))
    yield from hand.tap(hand.item("Thumbnail", title="Second"))
    yield hand.at_rest("StageView")
    hangs(hand, "First", "Second", counted="1 and 2 of 3")
    same(hand.gallery.slideshow.subject.work, SECOND)
    same([each.property("title") for each in hand.items("Thumbnail")], ["First", "Second", "Middle"])
    same([each.property("chosen") for each in hand.items("Thumbnail")], [True, True, False])


def to_the_wall(hand: Hand) -> Iterator[Wait]:
    yield from hand.tap(hand.item("IconButton", icon="wall"))
    yield hand.at_rest("WallView")


def search_for_the_second(hand: Hand) -> Iterator[Wait]:
    """Found alone, it stands alone; when the search is undone, beside its partner again."""
    yield from to_the_wall(hand)
    hand.gallery.search.open()
    for letter in "sec":
        hand.gallery.search.press(letter)
    yield hand.at_rest("WallView")
    yield from hand.tap(hand.item("Thumbnail", title="Second"))
    yield hand.at_rest("StageView")
    hangs(hand, "Second", counted="1 of 1")
    hand.gallery.choose("")
    yield hand.at_rest("StageView")
    hangs(hand, "First", "Second", counted="1 and 2 of 3")


def follow_the_second_label(hand: Hand) -> Iterator[Wait]:
    """Its creator and its theme are the second work's own: the first one has neither."""
    for name in ("Same creator", "Warm"):
        chip = next(chip for chip in hand.items("Chip", name=name) if chip.property("small"))
        second = hand.items("StageWork")[1]
        assert hand.place(chip).x() > hand.place(second, across=0).x(), "below its own label"
        yield from hand.tap(chip)
        yield hand.at_rest("WallView")
        same([each.property("title") for each in hand.items("Thumbnail")], list(WARM))
        yield from hand.tap(hand.item("Thumbnail", title="Second"))
        yield hand.at_rest("StageView")
        hangs(hand, "Second", counted="2 of 2")
        hand.gallery.choose("")
        hand.gallery.undo("creator")
        yield hand.at_rest("StageView")


def by_keys(hand: Hand, on: Qt.Key, back: Qt.Key) -> Iterator[Wait]:
    """From the first work on to the second, from there to the next page, and back; Enter opens what has the ring."""
    show = hand.gallery.slideshow
    show.goTo(FIRST)
    yield hand.at_rest("StageView")
    yield from hand.key(IDLE)
    yield from to_the_subject(hand, FIRST)
    yield from hand.key(on)
    yield from ringed(hand, SECOND)
    yield from hand.key(Key.Key_Return)
    yield hand.at_rest("CloserView")
    same(hand.gallery.closer.work, SECOND)
    yield from hand.key(Key.Key_Back)
    yield hand.at_rest("StageView")
    yield from ringed(hand, SECOND)
    yield from hand.key(back)
    yield from ringed(hand, FIRST)
    yield from hand.key(Key.Key_Return)
    yield hand.at_rest("CloserView")
    same(hand.gallery.closer.work, FIRST)
    yield from hand.key(Key.Key_Back)
    yield hand.at_rest("StageView")
    yield from hand.key(on)
    yield from hand.key(on)
    yield hand.at_rest("StageView")
    yield from ringed(hand, MIDDLE)
    yield from hand.key(back)
    yield hand.at_rest("StageView")
    yield from ringed(hand, FIRST)


def to_the_subject(hand: Hand, work: int) -> Iterator[Wait]:
    """Back leads from a control to the work."""
    yield from hand.key(Key.Key_Back)
    yield from ringed(hand, work)


def ringed(hand: Hand, work: int) -> Iterator[Wait]:
    """The ring is around this work, and around nothing else; it is what Enter would open."""
    yield from hand.frame()
    spot = marked(hand, "WorkSpot")
    same(spot.property("name"), hand.gallery.slideshow.subject.name)
    same(hand.gallery.slideshow.subject.work, work)
    same(len(hand.items("FocusRing")), 1)
    places = [in_window(each) for each in hand.items("StageWork")]
    assert spot.mapRectToScene(spot.boundingRect()) in places, "around the picture"


def below_each_other(hand: Hand) -> Iterator[Wait]:
    """On a high screen the second work is below the first, and down leads to it; left and right turn the page."""
    hand.window.resize(*UPRIGHT)
    yield until("the screen stands upright", lambda: hand.item("StageView").property("portrait"))
    yield hand.at_rest("StageView")
    yield from to_the_subject(hand, FIRST)
    yield from hand.key(Key.Key_Down)
    yield from ringed(hand, SECOND)
    yield from every_way(hand)
    hand.gallery.slideshow.attend(SECOND)
    yield from to_the_subject(hand, SECOND)
    yield from hand.key(Key.Key_Left)
    yield hand.at_rest("StageView")
    yield from ringed(hand, MIDDLE)
