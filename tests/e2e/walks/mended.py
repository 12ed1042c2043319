"""Nothing can be shown; then staff mend the manifest, and the show begins without anybody starting it again."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication

import kiosk.back_soon
import kiosk.backstage
from kiosk.exhibition.manifest import ManifestReading
from tests.e2e.hand import Hand, Wait, until

if TYPE_CHECKING:
    from collections.abc import Iterator


def walk(hand: Hand) -> Iterator[Wait]:
    manifest = Path(sys.argv[1])
    yield from hand.frame()
    assert hand.says("Back soon")
    manifest.write_text("exhibition: {title: 3")
    yield until("the card tells the next mistake", lambda: "not closed" in hand.window.property("problems")[0])
    vanish_again(times=3)
    manifest.write_text(manifest.with_name("good.yaml").read_text())
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    yield until("the card is gone", one_window)
    hand.find_window()
    yield hand.at_rest("AttractView")
    hand.ask_to_leave()


def vanish_again(times: int) -> None:
    """What could be read has gone when it is to be shown, so many times; then it is there."""
    read, card = kiosk.backstage.read, QGuiApplication.topLevelWindows()
    kiosk.back_soon.AGAIN_MS = 1
    left = [ManifestReading(None, ())] * times

    def vanishing(*given: Any) -> ManifestReading:
        assert QGuiApplication.topLevelWindows() == card, "one card, and always the same"
        return left.pop() if left else read(*given)

    kiosk.backstage.read = vanishing


def one_window() -> bool:
    shown = [window for window in QGuiApplication.topLevelWindows() if window.isVisible()]
    assert shown, "there is always something to see"
    return len(shown) == 1 and shown[0].title() != "Back soon"
