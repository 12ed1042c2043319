"""The way with four arrows to something that one sees: towards it, and never the same way twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from tests.e2e.hand import until
from tests.e2e.walks.whole.eyes import ARROWS, focus, kind_of, place_of, ringed, scroller_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QRectF
    from PySide6.QtQuick import QQuickItem

    from tests.e2e.hand import Hand, Wait

LEFT, RIGHT, UP, DOWN = ARROWS
FAR = 90
"""More presses than any way needs."""
MOVES = {"WorkSpot": (LEFT, RIGHT), "JumpStrip": (UP, DOWN)}
"""The arrows that do something of their own there, and do not lead on."""


def lead(hand: Hand, to: QQuickItem) -> Iterator[Wait]:
    """Arrows lead to a control; wherever they come by, a ring tells it."""
    tried: dict[QQuickItem, set[Qt.Key]] = {}
    way = [called(focus(hand))]
    for _ in range(FAR):
        here = focus(hand)
        if here == to:
            return
        left = [arrow for arrow in towards(hand, here, to) if arrow not in tried.setdefault(here, set())]
        assert left, f"no way by arrows to {called(to)}: {way}"
        before = moved_by(hand, here)
        yield from hand.key(left[0])
        yield from settled(hand, here)
        if focus(hand) != here or moved_by(hand, here) == before:
            tried[here].add(left[0])
        if focus(hand) != here:
            way.append(called(focus(hand)))
        yield until(f"a ring is around {way[-1]}", lambda: ringed(hand, focus(hand)))
    raise AssertionError(f"no way by arrows to {called(to)}: {way}")


def settled(hand: Hand, here: QQuickItem) -> Iterator[Wait]:
    """What an arrow has moved is at rest."""
    yield from hand.frame()
    if kind_of(here) == "WorkSpot" and hand.items("CloserView"):
        yield hand.at_rest("CloserView")
    elif kind_of(here) == "Label":
        yield from hand.still(scroller_in(here), "contentY")


def towards(hand: Hand, here: QQuickItem, to: QQuickItem) -> list[Qt.Key]:
    """The arrows that may lead from one to the other, the likeliest first."""
    start, end = place_of(here), place_of(to)
    across, down = gap(start.left(), start.right(), end.left(), end.right()), gap(*edges(start), *edges(end))
    if not across and not down:
        way = end.center() - start.center()
        across, down = way.x(), way.y()
    sideways = (RIGHT, LEFT) if across > 0 else (LEFT, RIGHT)
    upright = (DOWN, UP) if down > 0 else (UP, DOWN)
    one, other = (sideways, upright) if abs(across) > abs(down) else (upright, sideways)
    own = MOVES.get(kind_of(here), ()) if not hand.items("CloserView") else ()
    return [arrow for arrow in (one[0], *other, one[1]) if arrow not in own]


def gap(start: float, end: float, other_start: float, other_end: float) -> float:
    """How far it is from one stretch to another, negative backwards; 0 if they lie beside each other."""
    return other_start - end if other_start >= end else min(0.0, other_end - start)


def edges(place: QRectF) -> tuple[float, float]:
    return place.top(), place.bottom()


def moved_by(hand: Hand, here: QQuickItem) -> object:
    """What an arrow may move instead of the focus: the picture, a text, or a wall."""
    if kind_of(here) == "WorkSpot" and hand.items("CloserView"):
        return place_of(hand.item("Picture"))
    return scroller_in(here).property("contentY") if kind_of(here) == "Label" else None


def ways_of(hand: Hand, across: float, down: float) -> Iterator[Wait]:
    """Arrows move the picture, until a part of it is where it is seen best or it goes no further."""
    middle = hand.window.contentItem().boundingRect().center()
    for sideways in (True, False):
        for _ in range(FAR):
            place = place_of(hand.item("Picture"))
            part = QPointF(place.left() + across * place.width(), place.top() + down * place.height()) - middle
            off = part.x() if sideways else part.y()
            if abs(off) < (240 if sideways else 160):
                break
            yield from hand.key((RIGHT if off > 0 else LEFT) if sideways else (DOWN if off > 0 else UP))
            yield hand.at_rest("CloserView")
            if place_of(hand.item("Picture")) == place or kind_of(focus(hand)) != "WorkSpot":
                break


def called(item: QQuickItem) -> str:
    """What a control is called here."""
    told = (item.property(each) for each in ("icon", "theme", "title", "name", "sign"))
    return f"{kind_of(item)} {next((value for value in told if isinstance(value, str) and value), '')}"
