"""A visitor is asked, and answers: by touch, by keys, by doing anything at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent

from tests.e2e.hand import Hand, Wait, same, soon, until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtQuick import QQuickItem

LONG = 76
"""Longer than until the question; 31 more is longer than it waits."""


def walk(hand: Hand) -> Iterator[Wait]:
    yield hand.at_rest("AttractView")
    yield from hand.tap(QPoint(300, 200))
    yield hand.at_rest("StageView")
    yield from a_touch_anywhere_keeps(hand)
    yield from the_buttons_answer(hand)
    yield from keys_answer(hand)
    yield from the_wheel_answers(hand)
    yield from it_is_asked_everywhere(hand)
    yield from every_use_counts(hand)
    yield from a_pause_expires(hand)
    hand.ask_to_leave()


def asked(hand: Hand) -> Iterator[Wait]:
    """Nobody does anything until the question is on the screen."""
    hand.pass_time(LONG)
    yield until("the visitor is asked", lambda: hand.gallery.visit.asking)
    yield until("the question is seen", lambda: panel_opacity(hand) == 1)
    assert hand.item("StillTherePanel")
    assert hand.item("AnswerButton", leading=True).hasActiveFocus()


def answered(hand: Hand, view: str) -> Iterator[Wait]:
    """The question has gone and left everything as it was."""
    yield until("the question is gone", lambda: not hand.items("StillThere"))
    same(hand.gallery.visit.asking, False)
    yield hand.at_rest(view)


def panel_opacity(hand: Hand) -> float:
    found = hand.items("StillThere")
    return found[0].opacity() if found else 0.0


def a_touch_anywhere_keeps(hand: Hand) -> Iterator[Wait]:
    """On a button beneath, on a thumbnail, by a swipe, by a finger that rests: it keeps, and nothing else happens."""
    work = hand.gallery.slideshow.current.work
    places = [
        hand.place(hand.item("IconButton", icon="wall")),
        hand.place(hand.item("IconButton", icon="next")),
        hand.place(hand.item("Chip", theme="theme-2")),
        hand.place(hand.items("Thumbnail")[4]),
    ]
    for place in places:
        yield from asked(hand)
        yield from hand.tap(place)
        yield from answered(hand, "StageView")
        same((hand.gallery.slideshow.current.work, hand.gallery.sitting.session.themes), (work, ()))
    yield from asked(hand)
    start, way = hand.place(hand.item("StagePage"), 0.8, 0.1), QPoint(-600, 0)
    yield from hand.drag(start, way)
    hand.touch((0, start + way), (1, start), act="move")
    yield soon()
    same(hand.gallery.visit.asking, True)
    assert hand.says("Still there?"), "as long as the finger is down"
    hand.pass_time(100)
    yield soon()
    yield from hand.lift(start + way)
    yield from answered(hand, "StageView")
    same(hand.gallery.slideshow.current.work, work)


def the_buttons_answer(hand: Hand) -> Iterator[Wait]:
    """One keeps, by a press of any length; the other ends the visit, unless the finger slides off it."""
    yield from asked(hand)
    yield from hand.tap(hand.item("AnswerButton", words="Keep looking"))
    yield from answered(hand, "StageView")
    yield from asked(hand)
    again = hand.item("AnswerButton", words="Start again")
    start = hand.place(again)
    yield from hand.drag(start, QPoint(0, 200))
    yield from hand.lift(start + QPoint(0, 200))
    yield from answered(hand, "StageView")
    yield from asked(hand)
    again = hand.item("AnswerButton", words="Start again")
    hand.touch((0, hand.place(again)), act="press")
    for _ in range(40):
        yield from hand.frame()
    hand.touch((0, hand.place(again)), act="release")
    yield hand.at_rest("AttractView")
    yield from hand.tap(QPoint(300, 200))
    yield hand.at_rest("StageView")


def keys_answer(hand: Hand) -> Iterator[Wait]:
    """Return and Escape keep; arrows and the tabulator go to the other answer and give more time for it."""
    work = hand.gallery.slideshow.current.work
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_A):
        yield from asked(hand)
        yield from hand.key(key)
        yield from answered(hand, "StageView")
        same(hand.gallery.slideshow.current.work, work)
    yield from hand.key(Qt.Key.Key_Right)
    same(hand.gallery.slideshow.current.work, work + 1)
    yield hand.at_rest("StageView")
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Down):
        yield from asked(hand)
        for times in range(1, 13):
            hand.pass_time(20)
            yield from hand.key(key)
            on = "Start again" if times % 2 else "Keep looking"
            same([each.property("words") for each in hand.items("AnswerButton") if each.hasActiveFocus()], [on])
        yield from hand.key(Qt.Key.Key_Return)
        yield from answered(hand, "StageView")
    yield from asked(hand)
    yield from hand.key(Qt.Key.Key_Tab)
    yield from hand.key(Qt.Key.Key_Return)
    yield hand.at_rest("AttractView")
    yield from hand.key(Qt.Key.Key_Space)
    yield hand.at_rest("StageView")


def the_wheel_answers(hand: Hand) -> Iterator[Wait]:
    """It keeps, and scrolls nothing."""
    yield from hand.tap(hand.item("IconButton", icon="wall"))
    yield hand.at_rest("WallView")
    before = wall(hand).property("contentY")
    yield from asked(hand)
    roll(hand, hand.place(wall(hand)))
    yield from answered(hand, "WallView")
    same(wall(hand).property("contentY"), before)


def it_is_asked_everywhere(hand: Hand) -> Iterator[Wait]:
    """On the wall, over an open panel, while somebody looks closer; the answer changes none of it."""
    yield from asked(hand)
    yield from hand.tap(hand.place(hand.items("Thumbnail")[1]))
    yield from answered(hand, "WallView")
    yield from hand.key(Qt.Key.Key_Escape)
    yield hand.at_rest("StageView")
    yield from hand.tap(hand.item("IconButton", icon="language"))
    yield until("the panel is open", lambda: hand.says("العربية"))
    yield from asked(hand)
    yield from hand.tap(hand.place(hand.texts("العربية")[0]))
    yield from answered(hand, "StageView")
    same(hand.gallery.visit.language, "en")
    assert hand.says("العربية"), "the panel is still open"
    yield from hand.tap(QPoint(20, 360))
    yield until("the panel is closed", lambda: not hand.says("العربية"))
    yield from hand.tap(hand.item("IconButton", icon="closer"))
    yield hand.at_rest("CloserView")
    yield from asked(hand)
    yield from hand.tap(hand.place(hand.item("IconButton", icon="plus")))
    yield from answered(hand, "CloserView")
    same(hand.gallery.closer.canZoomOut, False)


def every_use_counts(hand: Hand) -> Iterator[Wait]:
    """Pinch, drag, wheel and key while looking closer; a swipe on the stage; scrolling on the wall: nobody is asked."""
    middle = QPoint(600, 360)
    yield from counts(hand, lambda: pinch(hand, middle, wider=120))
    yield hand.at_rest("CloserView")
    yield from counts(hand, lambda: swipe(hand, middle, QPoint(-200, -60)))
    yield from counts(hand, lambda: rolled(hand, middle))
    yield from counts(hand, lambda: hand.key(Qt.Key.Key_Left))
    yield from hand.tap(hand.item("IconButton", icon="close"))
    yield hand.at_rest("StageView")
    page = hand.item("StagePage")
    yield from counts(hand, lambda: swipe(hand, hand.place(page, 0.4, 0.3), QPoint(-60, 0)))
    yield hand.at_rest("StageView")
    yield from counts(hand, lambda: hand.key(Qt.Key.Key_X))
    yield from hand.tap(hand.item("IconButton", icon="wall"))
    yield hand.at_rest("WallView")
    yield from counts(hand, lambda: swipe(hand, hand.place(wall(hand), 0.5, 0.8), QPoint(0, -220)))
    yield from counts(hand, lambda: rolled(hand, hand.place(wall(hand))))
    yield from counts(hand, lambda: hand.key(Qt.Key.Key_Down))
    yield from hand.key(Qt.Key.Key_Escape)
    yield hand.at_rest("StageView")


def counts(hand: Hand, act: Callable[[], Iterator[Wait]]) -> Iterator[Wait]:
    """Shortly before the question this is done, and nobody is asked for as long as after any other use."""
    yield from hand.tap(QPoint(2, 2))
    hand.pass_time(70)
    yield soon()
    yield from act()
    hand.pass_time(70)
    for _ in range(4):
        yield from hand.frame()
    same(hand.gallery.visit.asking, False)


def a_pause_expires(hand: Hand) -> Iterator[Wait]:
    """Who pauses and leaves does not stop the show for those who look on."""
    yield from hand.tap(QPoint(2, 2))
    if not hand.gallery.visit.playing:
        yield from hand.tap(hand.item("IconButton", icon="play"))
    yield from hand.tap(hand.item("IconButton", icon="pause"))
    same(hand.gallery.sitting.session.paused, True)
    hand.pass_time(46)
    yield until("the slideshow goes on", lambda: hand.gallery.visit.playing)
    same(hand.gallery.sitting.session.paused, False)


def wall(hand: Hand) -> QQuickItem:
    (view,) = [item for item in hand.item("WallView").childItems() if item.inherits("QQuickListView")]
    return view


def swipe(hand: Hand, start: QPoint, way: QPoint) -> Iterator[Wait]:
    yield from hand.drag(start, way)
    yield from hand.frame()
    yield from hand.lift(start + way)


def pinch(hand: Hand, middle: QPoint, wider: int) -> Iterator[Wait]:
    for act, half in (
        ("press", 80),
        *(("move", 80 + wider * step / 8) for step in range(1, 9)),
        ("release", 80 + wider),
    ):
        way = QPoint(round(half), 0)
        hand.touch((0, middle - way), (1, middle + way), act=act)
        yield from hand.frame()


def rolled(hand: Hand, place: QPoint) -> Iterator[Wait]:
    roll(hand, place)
    yield soon()


def roll(hand: Hand, place: QPoint) -> None:
    """One notch of the wheel."""
    event = QWheelEvent(
        QPointF(place),
        QPointF(place),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QGuiApplication.sendEvent(hand.window, event)
