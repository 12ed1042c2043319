"""A kiosk whose broker hangs, and then is away: the loop goes on by itself, and so does a visit."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.fleet.link import BROKER, Link
from tests.e2e.hand import Hand, Wait, until

if TYPE_CHECKING:
    from collections.abc import Iterator


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    yield hand.at_rest("AttractView")
    yield until("the kiosk tries to join", lambda: bool(_links()))
    (link,) = _links()
    attract, before = hand.gallery.attract, hand.gallery.attract.front
    yield until("another scene is shown", lambda: attract.front != before)
    hand.gallery.open(0)
    yield hand.at_rest("StageView")
    assert not link._episodes.standing, "it hangs"
    Path("enough").touch()
    yield until("the broker is away", lambda: link._episodes.standing == (BROKER,))
    hand.gallery.slideshow.next()
    yield hand.at_rest("StageView")
    hand.ask_to_leave()


def _links() -> list[Link]:
    return [each for each in threading.enumerate() if isinstance(each, Link)]
