"""Everything that was prepared is gone from the disk, again and again: it is made anew, and nobody notices."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_dir
from PySide6.QtCore import QPoint

from tests.e2e.hand import Hand, Wait, same, until

if TYPE_CHECKING:
    from collections.abc import Iterator


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    gallery = hand.gallery
    yield hand.at_rest("AttractView")
    yield from hand.tap(QPoint(300, 200))
    yield hand.at_rest("StageView")
    gallery.slideshow.goTo(40)
    for work in range(41, 45):
        yield hand.at_rest("StageView")
        lose_everything()
        gallery.slideshow.next()
        yield hand.at_rest("StageView")
        same(gallery.slideshow.current.work, work)
        yield until(
            "the picture is shown", lambda: hand.shows(hand.item("Picture"), gallery.slideshow.current.work % 8)
        )
    lose_everything()
    gallery.visit.showWall()
    yield hand.at_rest("WallView")
    yield until("every thumbnail is shown", lambda: all_shown(hand))
    hand.ask_to_leave()


def lose_everything() -> None:
    """What a careless cleaner of disks does."""
    for file in (Path(user_cache_dir("kiosk-gallery")) / "renditions").glob("*.jpg"):
        file.unlink()


def all_shown(hand: Hand) -> bool:
    """Whether the thumbnails that can be seen as a whole show their pictures."""
    image = hand.look()
    room = image.rect().adjusted(0, 100, 0, -20)
    seen = [
        item for item in hand.items("Thumbnail") if all(room.contains(hand.place(item, d, d)) for d in (0.02, 0.98))
    ]
    return len(seen) > 3 and all(
        hand.shows(item, (int(item.property("title").split()[1]) - 1) % 8, image) for item in seen
    )
