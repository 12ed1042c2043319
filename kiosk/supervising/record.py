"""How often the show had to be started again, kept in a small file. A disk that refuses costs the count."""

from __future__ import annotations

import contextlib
import json
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibition import regular_files
from kiosk.exhibition.disk import replace_file

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

FILE_NAME = "restarts.json"
LATELY = timedelta(minutes=15)
_MOST_BYTES = 4096


class Record(NamedTuple):
    """`restarts`: since the file began. `safe`: how often into safe mode. `by`: restarts by their reason.

    `why` and `at`: the last one, its reason and the time of day as YYYY-MM-DDTHH:MM.
    """

    restarts: int = 0
    safe: int = 0
    by: tuple[tuple[str, int], ...] = ()
    why: str = ""
    at: str = ""

    def add(self, why: str, at: str, *, safe: bool) -> Record:
        """The record with one more restart; `safe`: into safe mode."""
        by = dict(self.by)
        by[why] = by.get(why, 0) + 1
        return Record(self.restarts + 1, self.safe + safe, tuple(sorted(by.items())), why, at)


def read(folder: Path) -> Record:
    """The record kept in `folder`; an empty one where there is none that can be read."""
    try:
        told = json.loads(regular_files.read(folder / FILE_NAME, _MOST_BYTES))
        by = tuple((str(why), int(count)) for why, count in told["by"].items())
        return Record(int(told["restarts"]), int(told["safe"]), by, str(told["why"]), str(told["at"]))
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return Record()


def latest(folder: Path, now: datetime) -> Record | None:
    """The record kept in `folder` if the last restart is no older than LATELY by the wall clock `now`; else None."""
    kept = read(folder)
    since, until = (f"{when:%Y-%m-%dT%H:%M}" for when in (now - LATELY, now))
    return kept if since <= kept.at <= until else None


def keep(folder: Path, record: Record) -> None:
    """Keep a record in `folder`."""
    told = {**record._asdict(), "by": dict(record.by)}
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(folder / FILE_NAME, json.dumps(told).encode("ascii"))
