"""Neither the show nor safe mode goes: what staff open at the card is shown, until the usual way is tried again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtQuick import QSGRendererInterface

import kiosk.vital
from kiosk.last_resort import LastResort
from kiosk.staff import safe_mode
from tests.e2e.hand import Hand, Wait, same, until
from tests.e2e.staff import enter, know_pin, press, turn_to
from tests.e2e.walks.mended import one_window

if TYPE_CHECKING:
    from collections.abc import Iterator

SOMEWHERE = Path("somewhere")
kiosk.vital.LOOK_MS = 100


def walk(hand: Hand) -> Iterator[Wait]:
    yield from hand.frame()
    assert hand.says("Back soon")
    know_pin()
    yield from enter(hand)
    card = hand.desk
    assert isinstance(card, LastResort)
    yield from turn_to(hand, "Content")
    yield from press(hand, "Open an exhibition …")
    yield until("the places are there", lambda: bool(hand.items("EntryRow")))
    card.panel.act("go", str(SOMEWHERE.absolute()))
    yield until("it is listed", lambda: bool(hand.items("EntryRow", name="\u2068other\u2069")))
    yield from hand.frame()
    yield from hand.tap(hand.item("EntryRow", name="\u2068other\u2069"))
    yield from hand.frame()
    yield from press(hand, "Yes")
    yield until("it is shown", lambda: hand.desk is not card and hand.gallery.title == "Another")
    yield until("the card is gone", one_window)
    hand.find_window()
    assert not card._looking.isActive(), "the card has nothing more to say"
    yield hand.at_rest("AttractView")
    same(hand.window.rendererInterface().graphicsApi(), QSGRendererInterface.GraphicsApi.Software)
    same(hand.gallery.sitting.session.reduced_motion, True)
    (asked,) = [file for file in safe_mode.files() if file.name == "asked.yaml"]
    Path(asked).write_text("mended")  # the usual way is tried
