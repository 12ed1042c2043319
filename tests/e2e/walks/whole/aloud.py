"""Labels are read aloud, where this computer can: asked for among the comforts, louder, stopped, and gone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e.hand import same, until
from tests.e2e.walks.reading import LOG
from tests.e2e.walks.whole.comfort import open_comforts, shut
from tests.e2e.walks.whole.eyes import inside, kind_of, work_here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem

    from tests.e2e.hand import Hand, Wait
    from tests.e2e.walks.whole.hands import Means

USUAL = 3


def speaks() -> bool:
    """Whether there is a speech service for this walk."""
    return LOG in os.environ


def ordered(words: str) -> int:
    """How often the speech service has been told to read these words."""
    return Path(os.environ[LOG]).read_text(encoding="utf-8", errors="replace").count(f"{words}</speak>")


def have_it_read(means: Means) -> Iterator[Wait]:
    """The label that is looked at is read; so is the next one."""
    hand = means.hand
    work = work_here(hand)
    yield until("the voices are known", lambda: hand.gallery.speech.offered)
    yield from open_comforts(means)
    yield from hand.still(hand.item("SwitchRow", icon="speech"), "y")
    yield from means.use(hand.item("SwitchRow", icon="speech"))
    yield until("the title has reached the speech service", lambda: ordered(f"Work {work + 1}") > 0)
    yield from shut(means, "ComfortPanel", "comfort")
    same(loudness(hand), USUAL)
    yield from means.use(button(hand, "louder"))
    same(loudness(hand), USUAL + 1)
    yield from means.turn(1)
    yield hand.at_rest("StageView")
    yield until("the next title is read", lambda: ordered(f"Work {work + 2}") > 0)
    if hand.items("IconButton", icon="stop"):
        yield from means.use(button(hand, "stop"))
    yield until("it is silent", lambda: not hand.items("IconButton", icon="stop"))


def button(hand: Hand, icon: str) -> QQuickItem:
    """One of the controls of reading."""
    (found,) = inside(hand, "IconButton", hand.item("ReadingControls"), icon=icon)
    return found


def loudness(hand: Hand) -> int:
    """The bars that are filled."""
    row = hand.item("ReadingControls")
    return sum(
        bool(each.property("filled"))
        for each in hand.everything()
        if row.isAncestorOf(each) and kind_of(each) != "Icon"
    )
