"""Every screen at rest, and two fades half-way, as PNGs in the folder that KIOSK_LOOKS names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtQuick import QSGRendererInterface

from tests.e2e.hand import Hand, Wait, same, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem

TEMPO = 1.0
HALF = 0.5


def walk(hand: Hand) -> Iterator[Wait]:
    folder = Path(os.environ["KIOSK_LOOKS"])
    yield hand.at_rest("AttractView")
    software = hand.window.rendererInterface().graphicsApi() is QSGRendererInterface.GraphicsApi.Software
    same(software, folder.name == "software")
    yield from keep(hand, folder / "attract.png")
    loop = hand.gallery.loop
    yield until("the next scene is loaded", lambda: bool(loop.scenes[1 - loop.front].works))
    yield hand.at_rest("AttractView")
    yield from half_faded(hand, hand.item("AttractScenery"), folder / "attract fade.png")
    yield from hand.tap(hand.place(hand.item("AttractView"), 0.2, 0.2))
    yield hand.at_rest("StageView")
    yield from keep(hand, folder / "stage.png")
    hand.gallery.slideshow.next()
    yield from hand.frame()
    yield hand.at_rest("StageView")
    yield from half_faded(hand, hand.item("Slides"), folder / "stage fade.png")
    yield from hand.tap(hand.item("IconButton", icon="wall"))
    yield hand.at_rest("WallView")
    yield until("all thumbnails are there", lambda: faded_in(hand.items("Thumbnail")))
    yield from keep(hand, folder / "wall.png")
    hand.ask_to_leave()


def faded_in(thumbnails: list[QQuickItem]) -> bool:
    images = [child for each in thumbnails for child in each.childItems() if child.inherits("QQuickImage")]
    return len(images) >= len(thumbnails) and all(image.opacity() == 1 for image in images)


def half_faded(hand: Hand, item: QQuickItem, file: Path) -> Iterator[Wait]:
    item.setProperty("faded", HALF)
    yield from keep(hand, file)
    item.setProperty("faded", 1.0)
    yield from hand.frame()


def keep(hand: Hand, file: Path) -> Iterator[Wait]:
    yield from hand.frame()
    hand.look().save(str(file))
