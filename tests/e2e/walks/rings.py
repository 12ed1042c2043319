"""The focus ring of every control: seen on every wall, whole, alone, and of the control's own shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from kiosk.exhibition.palette import PART_CONTRAST, Wall, contrast
from tests.e2e.hand import Hand, Wait, alike, until
from tests.e2e.walks.every_stop import enter, in_a_list, in_sight, in_the_panel, name, over, panels, stops

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtGui import QImage
    from PySide6.QtQuick import QQuickItem

    Look = tuple[tuple[int, int], str, tuple[Wall, ...]]
    Seen = Callable[[Hand, QQuickItem, QImage, Wall, str], None]

Key = Qt.Key

LOOKS = (((1280, 720), "en", (Wall.LIGHT, Wall.HIGH_CONTRAST)), ((720, 1280), "ar", (Wall.DARK,)))
"""Sizes, languages and walls."""
PANELS = ("language", "comfort")
TOOLS = ("CloserTools", "CloserControls", "CloserScale", "CloserMap")
KEYS_OF_A_BOARD = 2
WORKS_OF_A_LIST = 3


def walk(hand: Hand, looks: Iterable[Look] = LOOKS, seen: Seen = lambda *_: None) -> Iterator[Wait]:
    """Every ring of every screen is measured, and `seen` by whoever wants to."""
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    yield hand.at_rest("AttractView")
    yield from hand.key(Key.Key_Return)
    yield hand.at_rest("StageView")
    for size, language, walls in looks:
        hand.window.resize(*size)
        hand.gallery.visit.speak(language)
        for screen in screens(hand):
            if isinstance(screen, Wait):
                yield screen
                continue
            for wall in walls:
                hand.gallery.painting.rehang(wall)
                yield until("the colours are there", lambda: bool(hand.window.property("settled")))
                yield from every_ring(hand, wall, screen, seen)
    hand.ask_to_leave()


def screens(hand: Hand) -> Iterator[Wait | str]:
    """One after the other, by name, when it is at rest."""
    visit, search = hand.gallery.visit, hand.gallery.search
    visit.showStage()
    yield hand.at_rest("StageView")
    yield "stage"
    for panel in PANELS:
        yield from enter(hand, panel)
        yield until("the panel is there", lambda: bool(panels(hand)) and panels(hand)[-1].parentItem().opacity() == 1)
        yield panel
        yield from hand.key(Key.Key_Escape)
        yield until("it has closed", lambda: not panels(hand))
    visit.showWall()
    yield hand.at_rest("WallView")
    yield "wall"
    search.open()
    yield until("the keyboard is there", lambda: bool(hand.items("Key")))
    yield from hand.still(hand.item("SearchPanel"), "y")
    yield "search"
    search.close()
    visit.showStage()
    yield hand.at_rest("StageView")
    yield from hand.key(Key.Key_Plus)
    yield hand.at_rest("CloserView")
    yield "closer"
    hand.gallery.nearer.companion.toggleDetails()
    yield hand.at_rest("CloserView")
    yield "details"
    hand.gallery.nearer.companion.toggleDetails()
    hand.gallery.nearer.step(2)
    yield hand.at_rest("CloserView")
    yield "closer-near"
    visit.showStage()
    yield hand.at_rest("StageView")
    hand.gallery.sitting.ask()
    yield until("the question is there", lambda: [item.opacity() for item in hand.items("StillThere")] == [1])
    yield "still-there"
    visit.keepLooking()
    yield hand.at_rest("StageView")


def every_ring(hand: Hand, wall: Wall, screen: str, seen: Seen) -> Iterator[Wait]:
    """Focus one control after the other, and look."""
    for about in hand.items("AboutButton"):  # it takes its words back
        yield from hand.still(about, "width")
    for stop in worth_a_look(hand, screen):
        stop.forceActiveFocus()
        hand.gallery.keys.use(True)
        yield from hand.frame()
        if not in_sight(stop):
            continue
        marked = hand.look()
        seen(hand, stop, marked, wall, screen)
        where = f"{screen}, {name(stop)}, {wall} wall, {hand.window.width()} pixels wide"
        whole_and_alone(hand, stop, marked, where)
        shown_at_all(hand, stop, marked, where)


def worth_a_look(hand: Hand, screen: str) -> list[QQuickItem]:
    """The controls of a screen, of long lists the first few."""
    if screen == "still-there":
        return hand.items("AnswerButton")
    panel = screen in PANELS
    here = [
        stop
        for stop in stops(hand)
        if in_sight(stop) and not under_a_cue(hand, stop) and panel in {False, in_the_panel(stop)}
    ]
    kinds: dict[str, int] = {}
    found = []
    for stop in here:
        kind = stop.metaObject().className().split("_")[0]
        kinds[kind] = kinds.get(kind, 0) + 1
        most = KEYS_OF_A_BOARD if kind == "Key" else WORKS_OF_A_LIST if in_a_list(stop) else len(here)
        if kinds[kind] <= most:
            found.append(stop)
    return found


def under_a_cue(hand: Hand, stop: QQuickItem) -> bool:
    """Whether a list shows there that it goes on; keys scroll on before they stop."""
    place = stop.mapRectToScene(stop.boundingRect())
    return any(
        cue.mapRectToScene(cue.boundingRect()).intersects(place)
        for cue in hand.items("ScrollCue")
        if over_it(cue, stop)
    )


def over_it(cue: QQuickItem, stop: QQuickItem) -> bool:
    """Whether a cue hangs in the list that a control stands in."""
    return cue.parentItem().parentItem() in set(over(stop))


def ring_of(stop: QQuickItem) -> QQuickItem:
    """What marks a control."""
    (ring,) = [child for child in stop.childItems() if child.metaObject().className().startswith("FocusRing")]
    return ring


def whole_and_alone(hand: Hand, stop: QQuickItem, image: QImage, where: str) -> None:
    """No other ring is to be seen; this one lies in the window, and each of its sides is there from end to end."""
    shown = [item for item in hand.everything() if item.metaObject().className().startswith("FocusRing")]
    assert shown == [ring_of(stop)], f"{where}: {len(shown)} rings"
    ink = QColor(hand.gallery.painting.property("ink"))
    under = tools_over(hand, stop)
    for point in line_of(stop):
        if any(plate.contains(point) for plate in under):
            continue
        assert image.rect().contains(point.toPoint()), f"{where}: it leaves the window"
        pixel = image.pixelColor(int(point.x()), int(point.y())).getRgb()[:3]
        assert alike(pixel, ink.getRgb()[:3]), f"{where}: at {point} it is {pixel} and not {ink.name()}"


def tools_over(hand: Hand, stop: QQuickItem) -> list[QRectF]:
    """Where a picture and its ring go on below what lies on it."""
    tools = [tool for kind in TOOLS for tool in hand.items(kind)] if stop in hand.items("WorkSpot") else []
    return [tool.mapRectToScene(tool.boundingRect()).adjusted(-1, -1, 1, 1) for tool in tools]


def line_of(stop: QQuickItem) -> list[QPointF]:
    """Points in the middle of the ring's line, along the straight parts of its four sides."""
    ring = ring_of(stop)
    line, radius = ring.property("line"), ring.property("radius")
    place = ring.mapRectToScene(QRectF(0, 0, ring.width(), ring.height()))
    inner = place.adjusted(line / 2, line / 2, -line / 2, -line / 2)
    points = []
    for share in (0.05, 0.275, 0.5, 0.725, 0.95):
        across = place.left() + radius + share * (place.width() - 2 * radius - 1)
        down = place.top() + radius + share * (place.height() - 2 * radius - 1)
        points += [QPointF(across, inner.top()), QPointF(across, inner.bottom() - 0.01)]
        points += [QPointF(inner.left(), down), QPointF(inner.right() - 0.01, down)]
    return points


def shown_at_all(hand: Hand, stop: QQuickItem, image: QImage, where: str) -> None:
    """Its line stands off what is next to it, outside and inside."""
    ring = ring_of(stop)
    place = ring.mapRectToScene(QRectF(0, 0, ring.width(), ring.height()))
    middle = place.center()
    line = ring.property("line")
    sides = (
        (QPointF(middle.x(), place.top()), QPointF(0, 1)),
        (QPointF(middle.x(), place.bottom()), QPointF(0, -1)),
        (QPointF(place.left(), middle.y()), QPointF(1, 0)),
        (QPointF(place.right(), middle.y()), QPointF(-1, 0)),
    )
    for edge, inwards in sides:
        ink = at(image, edge + inwards * (line / 2))
        for beside in (edge - inwards * 0.5, edge + inwards * (line + 0.5)):
            under = any(tool.contains(beside) for tool in tools_over(hand, stop))
            if image.rect().contains(beside.toPoint()) and not under:
                ratio = contrast(ink, at(image, beside))
                assert ratio >= PART_CONTRAST, f"{where}: {ratio:.2f}:1 at {beside}"


def at(image: QImage, point: QPointF) -> str:
    """The colour of a pixel."""
    return image.pixelColor(int(point.x()), int(point.y())).name()
