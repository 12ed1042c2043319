"""The disk becomes full, then takes nothing at all, and is mended: pictures are made elsewhere meanwhile."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from kiosk.exhibition.places import cache_folder, state_folder
from kiosk.staff.report import read_report
from tests.e2e.hand import Hand, Wait, same, until

if TYPE_CHECKING:
    from collections.abc import Iterator

WORKS = 6


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    gallery, home = hand.gallery, cache_folder() / "renditions"
    yield hand.at_rest("AttractView")
    hand.gallery.open(0)
    yield hand.at_rest("StageView")
    kept = home.with_name("kept")
    shutil.move(home, kept)
    home.write_bytes(b"")  # no folder can be made there, whoever asks
    for work in range(1, WORKS):
        hand.gallery.slideshow.next()
        yield hand.at_rest("StageView")
        same(hand.gallery.slideshow.current.work, work)
        assert hand.shows(hand.item("Picture", visible=True), work)
    yield until("staff are told", lambda: rules() == ["no-room"])
    home.unlink()
    shutil.move(kept, home)
    cache = hand.desk._house.backstage.cache
    cache._tried -= 60
    hand.desk.reload()
    yield until("there is room again", lambda: cache.folder == home)
    hand.desk.reload()
    yield until("staff are told no more", lambda: rules() == [])
    hand.gallery.visit.showWall()
    yield hand.at_rest("WallView")
    assert hand.gallery is gallery
    hand.ask_to_leave()


def rules() -> list[str]:
    """The faults that staff can read of."""
    return [entry.problem.rule for entry in read_report(state_folder())]
