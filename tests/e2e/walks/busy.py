"""A visitor, a curator who saves, and a disk that loses pictures, all at once and without end: to be killed."""

from __future__ import annotations

import json
import random
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from kiosk.exhibition.places import cache_folder, state_folder
from kiosk.staff.hidden import HiddenWorks
from kiosk.staff.pin_file import PinLock, set_pin
from kiosk.staff.safe_mode import note_shown_well
from tests.e2e.hand import Hand, Wait, until

if TYPE_CHECKING:
    from collections.abc import Iterator


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    chance, manifest = random.Random(), Path(sys.argv[1])
    works = len(hand.gallery._exhibition.works)
    for turn in range(10**6):
        deed = chance.randrange(6)
        if deed == 0:
            hand.gallery.sitting.go_home()
        elif deed == 1:
            hand.gallery.visit.showWall()
        elif deed == 2:
            said = yaml.safe_load(manifest.read_text())
            said["exhibition"]["title"] = f"Title {turn}"
            new = manifest.with_name("manifest.yaml.new")
            new.write_text(json.dumps(said))
            new.replace(manifest)
        elif deed == 3:
            for file in chance.sample([*(cache_folder() / "renditions").glob("*.jpg")] or [Path("none")], 1):
                file.unlink(missing_ok=True)
        elif deed == 4:
            keep_something(hand, turn)
        else:
            hand.gallery.open(chance.randrange(works))
        for _ in range(chance.randrange(1, 12)):
            yield from hand.frame()


def keep_something(hand: Hand, turn: int) -> None:
    """What staff do, and what the program notes, one after another."""
    exhibition, folder = hand.gallery._exhibition, state_folder()
    if turn % 3 == 0:
        set_pin("271828", folder)
    PinLock(folder, hand.clock).open("314159")  # a wrong one is counted before it is looked at
    note_shown_well(folder, exhibition.source, f"screen {turn % 5}")
    hidden, today = HiddenWorks(folder), date(2026, 11, 29)
    hidden.hide(exhibition, turn % 2, None, today)
    hidden.show(exhibition, turn % 2, today)
