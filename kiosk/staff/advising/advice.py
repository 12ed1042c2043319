"""Everything that could be better about an exhibition: its words, days, pictures and letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.staff.advising.days import note_days
from kiosk.staff.advising.letters import all_there, note_letters
from kiosk.staff.advising.sharpness import note_sharpness
from kiosk.staff.advising.texts import note_texts
from kiosk.staff.advising.twins import note_twins

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from kiosk.exhibition.findings import Findings
    from kiosk.exhibition.model import Exhibition
    from kiosk.pictures.orders import Box, Header
    from kiosk.staff.advising.letters import Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What advice is given by.

    `today` is the day, `screen` its pixels (width, height) if they are known; `missing` tells which letters no font can
    show.
    """

    today: dt.date
    screen: Box | None = None
    missing: Missing = all_there


def advise(
    exhibition: Exhibition,
    shown: Mapping[Path, Header],
    advice: Advice,
    findings: Findings,
    places: Mapping[str, int],
) -> None:
    """Note what could be better about `exhibition`, its files as they are on the disk.

    `shown` are the pictures that were looked at and can be shown, `places` each work's place in the manifest.
    """
    note_texts(exhibition, findings, places)
    note_letters(exhibition, advice.missing, findings, places)
    note_days(exhibition, advice.today, findings, places)
    note_twins(exhibition, shown, findings, places)
    if advice.screen:
        note_sharpness(exhibition, shown, advice.screen, findings, places)
