"""Pictures at rest on the page of problems in the staff panel, each with its reason."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kiosk.bridge.panel_rows import Row, heading, note
from kiosk.bridge.staff.words import END, ISOLATE
from kiosk.exhibition.text import is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.bridge.staff.desk import Desk
    from kiosk.bridge.staff.words import StaffWords

MOST_LISTED = 50


def resting_rows(desk: Desk, words: StaffWords) -> Iterator[Row]:
    """Nothing at all while none rests; of very many the last ones."""
    say, exhibition = words.say, desk.exhibition
    resting = desk.resting()
    if resting:
        yield heading(say("Resting for a day after two failures"))
    for work, case in resting[:MOST_LISTED]:
        shown = exhibition.works[work]
        until = datetime.fromtimestamp(case.until, UTC).astimezone()
        yield {
            "kind": "work",
            "name": shown.title.words(words.language, exhibition.languages) or shown.id,
            "note": say("Rests until %1", f"{until:%Y-%m-%d %H:%M}"),
            "value": f"{ISOLATE}{case.message}{END}" if is_right_to_left(words.language) else case.message,
            "actions": [{"name": say("Try again"), "act": "wake", "arg": str(work)}],
        }
    if len(resting) > MOST_LISTED:
        yield note(say("And %1 more", len(resting) - MOST_LISTED))
    if resting:
        yield heading(say("All problems"))
