"""Every screen twice in the same words, read from the left and from the right: one is the other in a mirror."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaObject, QRectF

from tests.e2e.hand import Hand, Wait, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem

SIZES = ((1280, 720), (720, 1280))
LANGUAGES = ("en", "en-Arab")
"""The same words and letters; those of the second are read from the right."""
PARTS = (
    "Chip",
    "Thumbnail",
    "ScrollCue",
    "IconButton",
    "KinRow",
    "Choice",
    "SwitchRow",
    "Icon",
    "Picture",
    "WorkSpot",
    "Label",
    "ProgressLine",
    "ThemeBar",
    "Filmstrip",
    "ControlBar",
    "Plate",
    "QQuickText",
    "WordButton",
    "JumpStrip",
    "AboutButton",
)
"""What has a place of its own on a screen. What lies within them is compared, too, but for letters and icons' lines."""
CLOSED = ("Label", "Thumbnail", "Icon")
TURNED = {"previous", "next"}
"""The icons that mean on or back: they point where one reads."""
STILL_FRAMES = 30
SLACK = 1
"""Pixels by which rounding may differ."""


Part = tuple[str, tuple[int, ...]]
Parts = set[Part]


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    visit = hand.gallery.visit
    yield hand.at_rest("AttractView")
    for width, height in SIZES:
        hand.window.resize(width, height)
        visit.go_home()
        yield from both_ways(hand, "AttractView", f"loop {width}")
        visit.showStage()
        hand.gallery.slideshow.goTo(0)
        yield hand.at_rest("StageView")
        yield from both_ways(hand, "StageView", f"stage {width}")
        for panel in ("toggleLanguages", "toggleComfort"):
            yield from both_ways(hand, "StageView", f"{panel} {width}", panel)
        visit.tellAbout(True)
        yield from both_ways(hand, "StageView", f"card {width}")
        visit.tellAbout(False)
        visit.showWall()
        yield hand.at_rest("WallView")
        yield from both_ways(hand, "WallView", f"wall {width}")
        visit.showStage()
        yield hand.at_rest("StageView")
        hand.gallery.lookCloser(0, 0, width)
        yield hand.at_rest("CloserView")
        yield from both_ways(hand, "CloserView", f"closer {width}")
        visit.showStage()
        yield hand.at_rest("StageView")
    hand.ask_to_leave()


def both_ways(hand: Hand, view: str, screen: str, panel: str = "") -> Iterator[Wait]:
    """Look at a screen read from the left, then from the right, and compare."""
    looks = []
    for language in LANGUAGES:
        hand.gallery.visit.speak(language)
        hand.gallery._type.speak(hand.gallery._labels.sample()[0], "en")  # lines as long as in English
        yield hand.at_rest(view)
        if panel:
            QMetaObject.invokeMethod(hand.item(view), panel)
        yield from settled(hand)
        looks.append(seen(hand))
        if folder := os.environ.get("KIOSK_LOOKS"):
            hand.look().save(f"{folder}/{screen}-{language}.png")
        if panel:
            QMetaObject.invokeMethod(hand.item(view), panel)
            yield from settled(hand)
    hand.gallery.visit.speak(LANGUAGES[0])
    left, right = looks
    assert len(left) > 1, f"{screen}: {left}"
    wrong = unlike(left, right), unlike(right, left)
    assert not any(wrong), f"{screen}: in the mirror it is {wrong[0]} and not {wrong[1]}"


def unlike(some: Parts, others: Parts) -> Parts:
    """Those parts that have no like among the others."""
    return {one for one in some if not any(alike(one, other) for other in others)}


def alike(one: Part, other: Part) -> bool:
    return one[0] == other[0] and all(abs(a - b) <= SLACK for a, b in zip(one[1], other[1], strict=True))


def settled(hand: Hand) -> Iterator[Wait]:
    """Nothing has moved for some frames."""
    looks = [seen(hand)]
    while len(looks) < STILL_FRAMES or looks[-1] != looks[-STILL_FRAMES]:
        yield from hand.frame()
        looks.append(seen(hand))


def seen(hand: Hand) -> Parts:
    """All parts that are wholly seen: what they are called, their place from where reading begins, and their size."""
    width = hand.window.width()
    window = QRectF(0, 0, width, hand.window.height()).adjusted(-1, -1, 1, 1)
    mirrored = hand.gallery.sitting.session.language == LANGUAGES[1]
    found = set()
    for item in parts(hand.window.contentItem()):
        place = item.mapRectToScene(item.boundingRect())
        if window.contains(place):
            start = width - place.right() if mirrored else place.x()
            there = start, place.y(), place.width(), place.height(), 100 * shown(item)
            found.add((called(item, mirrored), tuple(map(round, there))))
    return found


def shown(item: QQuickItem) -> float:
    """How opaque it is, with all that it stands in."""
    opacity, above = 1.0, item
    while above is not None:
        opacity, above = opacity * above.opacity(), above.parentItem()
    return opacity


def called(item: QQuickItem, mirrored: bool) -> str:
    """Its type, and what it says or shows."""
    kind = kind_of(item)
    if kind == "Icon" and item.property("name") in TURNED:
        to_the_right = (item.property("name") == "next") is not item.property("mirrored")
        return f"Icon {'on' if to_the_right is not mirrored else 'back'}"
    told = (item.property(each) for each in ("title", "icon", "text", "name"))
    return f"{kind} {next((value for value in told if isinstance(value, str)), '')}"


def parts(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        if child.isVisible() and child.opacity() > 0:
            if kind_of(child) in PARTS and child.width() > 0:
                yield child
            if kind_of(child) not in CLOSED:
                yield from parts(child)


def kind_of(item: QQuickItem) -> str:
    return str(item.metaObject().className()).split("_QML")[0]
