"""Safe mode: what was shown well is shown, drawn by the processor and without motion; staff are told, and it ends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtQuick import QSGRendererInterface

import kiosk.vital
from kiosk.exhibition.places import cache_folder, state_folder
from kiosk.staff import safe_mode
from kiosk.supervising import record
from tests.e2e.hand import Hand, Wait, same, until
from tests.e2e.staff import enter, gone, know_pin, turn_to

if TYPE_CHECKING:
    from collections.abc import Iterator

kiosk.vital.LOOK_MS = 100
record.keep(state_folder(), record.Record(7, 1, (("hang", 7),), "hang", "2026-11-28T23:10"))


def walk(hand: Hand) -> Iterator[Wait]:
    know_pin()
    yield hand.at_rest("AttractView")
    same(hand.gallery.title, "Shown well")
    same(hand.window.rendererInterface().graphicsApi(), QSGRendererInterface.GraphicsApi.Software)
    same(hand.gallery.sitting.session.reduced_motion, True)
    same(cache_folder().parent.name, "safe")
    yield until("its own cache is used", lambda: any(cache_folder().rglob("*.jpg")))
    yield from enter(hand)
    yield until("staff are told at once", lambda: hand.says("The program hung"))
    yield from turn_to(hand, "Health")
    yield until("it is counted", lambda: hand.says("7 (last: 2026-11-28 23:10). The program hung"))
    same(hand.desk.problems[0].problem.rule, "safe-mode")
    assert hand.desk.panel
    hand.desk.panel.close()
    yield gone(hand)
    (asked,) = [file for file in safe_mode.files() if file.name == "asked.yaml"]
    Path(asked).write_text("mended")  # the usual way is tried
