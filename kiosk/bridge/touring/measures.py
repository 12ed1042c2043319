"""What one screen of the running interface measures: controls and letters in millimetres, contrast from pixels."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt, QThread, QUrl
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtQml import QQmlComponent, QQmlEngine, qmlEngine
from PySide6.QtQuick import QQuickItem
from shiboken6 import isValid

from kiosk.bridge.touring.items import below, foremost, kind_of, of_type, place_of, seen, texts, told, whole
from kiosk.bridge.touring.lines import glyphs
from kiosk.bridge.touring.pixels import changed, ink_over, mark_on_ground
from kiosk.staff.access import Contrast, Control, Letters
from kiosk.visit.reach import above_floor_mm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QImage
    from PySide6.QtQuick import QQuickWindow

    from kiosk.bridge.touring.items import Told
    from kiosk.exhibition.palette import Wall

COVERS = {"a white picture": "#ffffff", "a black picture": "#000000"}
OVER_PICTURES = ("AttractTitle", "AttractInvitation")
SHOWS = "AttractScenery"
RING = "FocusRing"
FOR_FINGERS = frozenset({"ScrollCue", "Slider"})
"""Controls of which keys have no need: a list scrolls for them by itself, the buttons beside a slider step it."""
POINT = "CloserPoint"
"""It lies where its picture lies; buttons in reach lead from one to the next and bring it into view."""
PLATE = "keyCovers"
"""What says that a panel is open."""
PLATES = frozenset({"CloserCaption", "CloserControls", "CloserMap", "CloserPanel", "CloserTools", "IconButton"})
"""What lies on the picture of a closer look, and on its numbers."""
MOST_STOPS = 200
SCROLL_MS = 25
"""Longer than a step of an animation takes."""
WAYS = (Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up)
WORK = "WorkSpot"
"""There left and right turn pages, and lead nowhere."""
TURNS = (Qt.Key.Key_Right, Qt.Key.Key_Left)
SHORT = 24
"""Signs of a text that is named."""


class Panel(NamedTuple):
    """A panel and the button that opens and closes it. It closes when the focus goes elsewhere."""

    plate: QQuickItem
    opener: QQuickItem

    @property
    def open(self) -> bool:
        """Whether it is open now."""
        return bool(self.plate.property(PLATE))

    def enter(self, press: Callable[[Qt.Key], None]) -> None:
        """Come in as keys do: by the button, which closes it first if it is open."""
        self.opener.forceActiveFocus()
        if self.open:
            press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Return)


class Screen:
    """What is on a window now. `name` is the screen's, `density` pixels of a true millimetre."""

    def __init__(self, window: QQuickWindow, name: str, density: float, bottom_edge_mm: float | None) -> None:
        self._window = window
        self._name = name
        self._density = density
        self._edge_mm = bottom_edge_mm
        self._all = QRectF(0, 0, window.width(), window.height())
        self.told = told(window)

    def controls(self) -> Iterator[Control]:
        """Every control, with its hit area."""
        for each in self.told:
            if each.operable and each.place.width() > 0:
                yield self._control(each)

    def _control(self, each: Told) -> Control:
        low, high = (self._above(y) for y in (each.place.bottom(), each.place.top()))
        return Control(
            self._name,
            f"small {each.kind}" if each.item.property("small") else each.kind,
            each.name,
            each.place.width() / self._density,
            each.place.height() / self._density,
            low,
            high,
            scrolls=each.kind == POINT or _scrolls(each.item) or each.place.contains(self._all),
        )

    def _above(self, y: float) -> float | None:
        if self._edge_mm is None:
            return None
        return above_floor_mm(y, self._window.height(), self._density, self._edge_mm)

    def letters(self, *, large: bool) -> Iterator[Letters]:
        """Every piece of text, by the height of its capitals."""
        for item in texts(self._window):
            capital = QFontMetricsF(item.property("font")).capHeight() * _scale(item)
            yield Letters(self._name, _words(item), capital / self._density, large, *glyphs(item))

    def nameless(self) -> Iterator[str]:
        """Controls and pictures that a screen reader has no words for."""
        return (f"{self._name}: {each.kind}" for each in self.told if not each.name.strip())

    def contrasts(self, image: QImage, wall: Wall) -> Iterator[Contrast]:
        """Text and icons as they stand on this wall in its picture."""
        over = {id(item) for kind in OVER_PICTURES for view in of_type(self._window, kind) for item in below(view)}
        plates = self._plates()
        for item in texts(self._window):
            if id(item) not in over and _clear(item) and not _covered(item, plates):
                ratio = mark_on_ground(image, place_of(item))
                yield Contrast(self._name, "text", _words(item), f"the {wall} wall", ratio)
        for item in seen(foremost(self._window)):
            if kind_of(item) == "Icon" and _clear(item) and whole(item) and not _covered(item, plates):
                ratio = mark_on_ground(image, place_of(item))
                yield Contrast(self._name, "part", str(item.property("name")), f"the {wall} wall", ratio)

    def _plates(self) -> list[QQuickItem]:
        return [item for item in seen(foremost(self._window)) if item.property(PLATE) or kind_of(item) in PLATES]

    def rings(self, wall: Wall, known: set[tuple[str, Wall]]) -> Iterator[Contrast]:
        """The focus ring of each kind of control that the keyboard comes to, unless it is `known` on this wall.

        Keys come to nothing that lies under a panel: that closes first.
        """
        kinds: dict[str, Told] = {}
        plates = self._plates()
        for each in self.told:
            stop = each.operable and each.item.activeFocusOnTab() and whole(each.item)
            if stop and (each.kind, wall) not in known and not _covered(each.item, plates):
                kinds.setdefault(each.kind, each)
        before = self._window.activeFocusItem()
        for kind, each in kinds.items():
            each.item.setFocus(False)
            without = self._window.grabWindow()
            each.item.forceActiveFocus()
            around = each.place.adjusted(-12, -12, 12, 12)
            ratio = changed(without, self._window.grabWindow(), around, _half_a_ring(each.item))
            each.item.setFocus(False)
            known.add((kind, wall))
            yield Contrast(self._name, "ring", kind, f"the {wall} wall", ratio)
        if before is not None:
            before.forceActiveFocus()

    def over_pictures(self) -> Iterator[Contrast]:
        """Text of the attract loop over the picture that is shown, over a white one and over a black one."""
        views = [view for kind in OVER_PICTURES for view in of_type(self._window, kind) if view.isVisible()]
        shown = [item for view in views for item in texts(self._window) if item in set(below(view)) and _clear(item)]
        yield from self._over(views, shown, "its picture")
        sceneries = list(of_type(self._window, SHOWS))
        for name, colour in COVERS.items():
            covers = [_cover(scenery, colour) for scenery in sceneries]
            yield from self._over(views, shown, name)
            for cover in covers:
                cover.setVisible(False)

    def _over(self, views: list[QQuickItem], shown: list[QQuickItem], ground: str) -> Iterator[Contrast]:
        image = self._window.grabWindow()
        for view in views:
            view.setOpacity(0)
        without = self._window.grabWindow()
        for view in views:
            view.setOpacity(1)
        for item in shown:
            yield Contrast(self._name, "over-picture", _words(item), ground, ink_over(image, without, place_of(item)))

    def stops(self, *, patient: bool = False) -> tuple[int, list[str], list[str]]:
        """How many items the tabulator and the arrows come to, what they do not come to, and what they do not leave.

        `patient`: as a visitor, who waits until a list has scrolled before another key leads on from where it is then.
        (Asking an item for the next in the focus chain has PySide 6.11 delete it.)
        """
        before = self._window.activeFocusItem()
        reached: list[QQuickItem] = []
        operable = (each for each in self.told if each.operable and each.kind not in FOR_FINGERS)
        wanted = [(each, _view(each.item)) for each in operable]  # a list that scrolls makes its items anew
        panel = self._open_panel()
        if panel is not None:
            panel.enter(self._press)
        else:
            self._press(Qt.Key.Key_Tab)
        self._note(reached)
        left: set[QQuickItem] = set()
        views: list[QQuickItem] = []
        for item in reached:  # it grows meanwhile
            view = _view(item) if isValid(item) else None
            views += [view] if view is not None and view not in views else []
            for key in _ways(item) if isValid(item) else ():
                if not isValid(item):  # its list has scrolled away from it
                    break
                if panel is not None and _inside(item, [panel.plate]) and not panel.open:
                    panel.enter(self._press)
                item.forceActiveFocus()
                _reveal(item)
                self._press(key)
                if patient:
                    self._let_scroll()
                self._note(reached)
                if self._window.activeFocusItem() is not item:
                    left.add(item)
        if panel is not None and not panel.open:
            panel.enter(self._press)
        if before is not None:
            before.forceActiveFocus()
        there = [item for item in reached if isValid(item)]
        led_to = [*there, *views]
        missed = [each for each, view in wanted if view not in led_to and not _inside(each.item, led_to)]
        unreached = [f"{self._name}: {each.kind} “{each.name}”" for each in missed]
        return len(reached), unreached, [f"{self._name}: {kind_of(item)}" for item in there if item not in left]

    def _open_panel(self) -> Panel | None:
        """The panel that is open and what opens it."""
        plate = self._plate()
        openers = (each.item for each in self.told if each.kind == "IconButton" and each.item.property("chosen"))
        opener = next(openers, None)
        return Panel(plate, opener) if plate is not None and opener is not None else None

    def _plate(self) -> QQuickItem | None:
        return next((item for item in seen(foremost(self._window)) if item.property(PLATE)), None)

    def _press(self, key: Qt.Key) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(self._window, event)

    def _let_scroll(self) -> None:
        """Until the list that keys have come to stands still."""
        view, before = _scroller(self._window.activeFocusItem()), None
        while view is not None and (at := (view.property("contentX"), view.property("contentY"))) != before:
            before = at
            QThread.msleep(SCROLL_MS)
            QCoreApplication.processEvents()

    def _note(self, reached: list[QQuickItem]) -> None:
        item: Any = self._window.activeFocusItem()
        if item is not None and item not in reached and len(reached) < MOST_STOPS:
            reached.append(item)


def _ways(item: QQuickItem) -> tuple[Qt.Key, ...]:
    """The keys that lead on from an item, and do nothing else."""
    return tuple(key for key in WAYS if kind_of(item) != WORK or key not in TURNS)


def _reveal(item: QQuickItem) -> None:
    """Scroll the list that an item lies in, as it is when keys have come to the item."""
    view = _scroller(item)
    if view is None or not view.property("interactive"):
        return
    for content, start, end in (
        ("contentX", QRectF.left, QRectF.right),
        ("contentY", QRectF.top, QRectF.bottom),
    ):
        place, frame = place_of(item), place_of(view)
        beyond = max(0.0, end(place) - end(frame)) or min(0.0, start(place) - start(frame))
        if beyond:
            view.setProperty(content, view.property(content) + beyond)


def _scroller(item: Any) -> Any:
    """What scrolls with an item in it."""
    while item is not None and not item.inherits("QQuickFlickable"):
        item = item.parentItem()
    return item


def _covered(item: QQuickItem, plates: list[QQuickItem]) -> bool:
    """Whether a part of an item lies under a panel."""
    place = place_of(item)
    return any(place.intersects(place_of(plate)) and not _inside(item, [plate]) for plate in plates)


def _half_a_ring(item: QQuickItem) -> float:
    """Half of the pixels of the line that marks a control. (Round a circle it is shorter, and softened.)"""
    for ring in (child for child in item.childItems() if kind_of(child) == RING):
        return float((ring.width() + ring.height()) * ring.property("line"))
    return inf


def _inside(item: QQuickItem, reached: list[QQuickItem]) -> bool:
    """Whether the keyboard comes to an item, or to the list that it lies in, whose arrows lead on."""
    parent: Any = item
    while parent is not None:
        if parent in reached:
            return True
        parent = parent.parentItem()
    return False


def _view(item: Any) -> Any:
    """The list that an item lies in."""
    while item is not None and not item.inherits("QQuickItemView"):
        item = item.parentItem()
    return item


def _scrolls(item: QQuickItem) -> bool:
    parent = item.parentItem()
    while parent is not None:
        if parent.inherits("QQuickFlickable") and _length(parent) > parent.height() + 1:
            return bool(parent.property("interactive"))
        parent = parent.parentItem()
    return False


def _length(view: QQuickItem) -> float:
    return float(sum(view.property(part) for part in ("contentHeight", "topMargin", "bottomMargin")))


def _scale(item: QQuickItem) -> float:
    """How much larger an item is drawn than it is."""
    one, other = item.mapToScene(QPointF(0, 0)), item.mapToScene(QPointF(0, 1))
    return abs(other.y() - one.y())


def _clear(item: QQuickItem) -> bool:
    """Whether an item is neither fading nor disabled: what cannot be used need not be read (WCAG 2.2, 1.4.3)."""
    parent: Any = item
    while parent is not None:
        if parent.opacity() < 1 or not parent.isEnabled():
            return False
        parent = parent.parentItem()
    return True


def _cover(scenery: QQuickItem, colour: str) -> QQuickItem:
    engine = qmlEngine(scenery)
    component = QQmlComponent(engine)
    component.setData(b"import QtQuick\nRectangle { anchors.fill: parent; z: 1000 }", QUrl())
    cover = component.createWithInitialProperties({"parent": scenery, "color": colour})
    if not isinstance(cover, QQuickItem):
        raise TypeError(component.errorString())
    QQmlEngine.setObjectOwnership(cover, QQmlEngine.ObjectOwnership.CppOwnership)
    cover.setParent(scenery)
    return cover


def _words(item: QQuickItem) -> str:
    words = " ".join(str(item.property("text")).split()).strip("\u200e\u200f\u2066\u2067\u2068\u2069")
    return words if len(words) <= SHORT else f"{words[:SHORT]}…"
