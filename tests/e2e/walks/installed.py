"""Nothing is installed; then bundles are, one after the other, and the last one is taken back: the show follows."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.exhibition.installed import GENERATIONS, current_generation
from kiosk.exhibition.places import content_folder
from kiosk.staff.bundles.installing import install, roll_back
from kiosk.staff.bundles.store import Store
from tests.e2e.hand import Hand, Wait, same, until
from tests.e2e.walks.mended import one_window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.bridge.gallery import Gallery


def walk(hand: Hand) -> Iterator[Wait]:
    folder = Path(sys.argv[2]).parent
    yield from hand.frame()
    assert hand.says("Back soon")
    yield until("the first install will be noticed", content_folder().is_dir)
    install(folder / "1.kiosk", Store())
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    yield until("the card is gone", one_window)
    hand.find_window()
    yield hand.at_rest("AttractView")
    assert hand.says("Generation 1")
    same(generations(), ["1"])
    yield from followed(hand, "Generation 2", lambda: install(folder / "2.kiosk", Store()))
    yield from followed(hand, "Generation 3", lambda: install(folder / "3.kiosk", Store()))
    Store().tidy()
    same(generations(), ["2", "3"])
    yield from followed(hand, "Generation 2", lambda: roll_back(Store()))
    hand.ask_to_leave()


def generations() -> list[str]:
    assert current_generation()
    return sorted(path.name[0] for path in (content_folder() / GENERATIONS).iterdir())


def followed(hand: Hand, title: str, change: Callable[[], object]) -> Iterator[Wait]:
    """What is installed is changed, and the show follows; until then every frame shows something."""
    gallery: Gallery = hand.gallery
    change()

    def follows() -> bool:
        image = hand.look()
        seen = {image.pixel(x, y) for x in range(0, image.width(), 40) for y in range(0, image.height(), 40)}
        assert len(seen) > 1, "a frame is empty"
        return hand.gallery is not gallery and hand.says(title)

    yield until(f"the show follows to {title}", follows)
    yield hand.at_rest("AttractView")
