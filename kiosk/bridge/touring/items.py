"""What stands in a window, item by item, as QML made it and as assistive technology is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible
from PySide6.QtQml import QQmlExpression, qmlContext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface
    from PySide6.QtQuick import QQuickItem, QQuickWindow

SEEN = 0.05
"""Opacity from which an item is there for the eye and for fingers."""
MODAL = "StaffRoom"
ABOVE = frozenset({MODAL, "OwnRoom", "FirstSteps"})
"""What lies over everything else while it is open: staff's panel, and in somebody's own window menu and guide."""
OPERABLE = frozenset(
    {
        QAccessible.Role.Button,
        QAccessible.Role.CheckBox,
        QAccessible.Role.RadioButton,
        QAccessible.Role.Slider,
        QAccessible.Role.EditableText,
        QAccessible.Role.Link,
        QAccessible.Role.MenuItem,
        QAccessible.Role.PageTab,
        QAccessible.Role.SpinBox,
        QAccessible.Role.ComboBox,
    }
)
NAMED = OPERABLE | {QAccessible.Role.Graphic}


class Told(NamedTuple):
    """An item of which assistive technology is told: its QML type, role, name and place in the window, in pixels."""

    item: QQuickItem
    kind: str
    role: QAccessible.Role
    name: str
    place: QRectF

    @property
    def operable(self) -> bool:
        """Whether it can be pressed or set."""
        return self.role in OPERABLE


def below(item: QQuickItem) -> Iterator[QQuickItem]:
    """All items below this one, those drawn first first."""
    for child in item.childItems():
        yield child
        yield from below(child)


def seen(item: QQuickItem) -> Iterator[QQuickItem]:
    """The items below this one that can be seen, should nothing lie on them."""
    for child in item.childItems():
        if child.isVisible() and child.opacity() > SEEN:
            yield child
            yield from seen(child)


def of_type(window: QQuickWindow, kind: str) -> Iterator[QQuickItem]:
    """The items of a QML type of ours, such as StageView."""
    return (item for item in below(window.contentItem()) if kind_of(item) == kind)


def foremost(window: QQuickWindow) -> QQuickItem:
    """Below this lies all that can be used: what is over everything else, or the window's whole."""
    above = [item for item in window.contentItem().childItems() if kind_of(item) in ABOVE and item.isVisible()]
    return above[-1] if above else window.contentItem()


def kind_of(item: QQuickItem) -> str:
    """The name of an item's QML type."""
    return item.metaObject().className().partition("_QML")[0].removeprefix("QQuick")


def asked(item: QQuickItem, enumeration: str) -> int:
    """A property whose type only QML can read, as a number."""
    context = qmlContext(item)
    told: Any = QQmlExpression(context, item, f"Number({enumeration})").evaluate() if context else 0
    return int(told[0] if isinstance(told, tuple) else told)


def place_of(item: QQuickItem) -> QRectF:
    """Where an item lies in its window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def told(window: QQuickWindow) -> list[Told]:
    """What can be seen on the screen, at least in part, and has a role for assistive technology."""
    found = []
    screen = QRectF(0, 0, window.width(), window.height())
    for item in seen(foremost(window)):
        access = cast("QAccessibleInterface | None", QAccessible.queryAccessibleInterface(item))
        if access is None or access.role() not in NAMED:
            continue
        place = place_of(item)
        if part_of(item, screen).width() > 0 and item.isEnabled():
            name = access.text(QAccessible.Text.Name)
            found.append(Told(item, kind_of(item), access.role(), name, place))
    return found


def part_of(item: QQuickItem, screen: QRectF) -> QRectF:
    """The part of an item's place that neither the screen nor a list or frame cuts off; empty where nothing is left."""
    return inside_frames(item, place_of(item).intersected(screen))


def inside_frames(item: QQuickItem, part: QRectF) -> QRectF:
    """What the lists and frames that an item lies in leave of a part of it."""
    parent: Any = item.parentItem()
    while parent is not None:
        if parent.clip():
            part = part.intersected(place_of(parent))
        parent = parent.parentItem()
    return part


def texts(window: QQuickWindow) -> list[QQuickItem]:
    """The pieces of text on the screen, whole ones only."""
    screen = QRectF(0, 0, window.width(), window.height())
    found = (item for item in seen(foremost(window)) if item.inherits("QQuickText"))
    return [
        item for item in found if str(item.property("text")).strip() and screen.contains(place_of(item)) and whole(item)
    ]


def whole(item: QQuickItem) -> bool:
    """Whether no list or frame cuts an item off, and no cue that a list goes on fades it."""
    place = place_of(item)
    parent: Any = item.parentItem()
    while parent is not None:
        if parent.clip() and not place_of(parent).adjusted(-1, -1, 1, 1).contains(place):
            return False
        if any(place_of(cue).intersects(place) for cue in _cues(parent)):
            return False
        parent = parent.parentItem()
    return True


def _cues(view: Any) -> list[QQuickItem]:
    cues = [each for each in view.childItems() if kind_of(each) == "ScrollCues"]
    return [cue for each in cues for cue in each.childItems() if cue.isVisible() and kind_of(cue) == "ScrollCue"]
