"""The names of all pages of the staff panel, on screens of many sizes: all are seen, and all can be touched."""

from __future__ import annotations

import os
from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF

from kiosk.bridge.look.look import LEAST_TOUCH_MM, true_density
from kiosk.bridge.staff.words import LANGUAGES
from kiosk.bridge.window import window
from kiosk.bridge.window.stand import MM_PER_INCH
from tests.e2e.hand import Hand, Wait, same, until
from tests.e2e.staff import come_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem

PAGES = 9
SCREENS = (
    *((1280, 720, inches) for inches in (14.7, 32)),
    *((1366, 768, inches) for inches in (15.6, 32)),
    *((1080, 1920, inches) for inches in (24, 43)),
)
"""Pixels across and down, and the diagonal."""


def walk(hand: Hand) -> Iterator[Wait]:
    yield from come_in(hand)
    for width, height, inches in SCREENS:
        density = hypot(width, height) / (inches * MM_PER_INCH)
        for name in ("density", "certain_density"):
            setattr(window, name, lambda *_, told=density: told)
        hand.window.showNormal()
        hand.window.resize(width, height)
        yield until("the window has its size", lambda size=(width, height): sizes(hand) == size)
        yield from hand.frame()
        hand.gallery.fit(width, height, 1.0, density, False, density)
        yield from hand.still(hand.item("StaffTabs"), "height")
        for language in LANGUAGES:
            hand.desk.panel.speak(language)
            yield from hand.frame()
            yield from hand.frame()
            where = f"{width}x{height} {inches} {language}"
            look(hand, true_density(min(width, height), density, False), where)
            if folder := os.environ.get("KIOSK_DRAWN"):
                hand.look().save(f"{folder}/{where.replace(' ', '-')}.png")
    hand.ask_to_leave()


def sizes(hand: Hand) -> tuple[float, float]:
    room = hand.item("StaffRoom")
    return room.width(), room.height()


def look(hand: Hand, density: float, where: str) -> None:
    view, choices = hand.item("StaffTabs"), hand.items("StaffTabs")
    seen = view.mapRectToScene(view.boundingRect())
    tabs = [item for item in hand.items("Choice") if is_below(item, choices[0])]
    same(len(tabs), PAGES)
    for tab in tabs:
        place = tab.mapRectToScene(tab.boundingRect())
        assert seen.contains(place), f"{where}: {tab.property('name')} is at {place}, and {seen} is seen"
        size = QSizeF(place.width() / density, place.height() / density)
        assert min(size.width(), size.height()) >= LEAST_TOUCH_MM - 0.01, f"{where}: {size} mm"
        (text,) = [each for each in tab.childItems() if each.inherits("QQuickText")]
        assert not text.property("truncated"), where
        assert text.property("contentWidth") <= text.width(), f"{where}: {tab.property('name')}"


def is_below(item: QQuickItem, other: QQuickItem) -> bool:
    above = item.parentItem()
    return above is not None and (above == other or is_below(above, other))
