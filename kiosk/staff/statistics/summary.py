"""The last days in a few numbers, for the staff panel."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.places import state_folder

if TYPE_CHECKING:
    from pathlib import Path


class Summary(msgspec.Struct, frozen=True):
    """What there was in the last `days` days, today among them.

    `by_day`: the visits of each of these days (YYYY-MM-DD), the oldest first. `mean_looked_s`: the seconds that a visit
    looked at works in the mean, 0 without any. `top`: the ids of the works looked at longest and for how many seconds.
    `problem`: why nothing is known; empty if it is.
    """

    days: int
    visits: int = 0
    mean_looked_s: float = 0.0
    top: tuple[tuple[str, int], ...] = ()
    by_day: tuple[tuple[str, int], ...] = ()
    problem: str = ""


def summary(
    days: int = 7,
    *,
    today: date | None = None,
    folder: Path | None = None,
    exhibition: str | None = None,
    most: int = 5,
) -> Summary:
    """The last `days` days of this kiosk, or of one exhibition (its title in its first language). Never raises.

    `today` is the day of the opening hours, else the computer's; `folder` where the statistics are, else the usual one.
    A look into a file: some milliseconds, on any thread.
    """
    from kiosk.staff.statistics.reading import Unreadable, Wanted, read  # noqa: PLC0415 - no database until it is asked

    last = today or date.today()  # noqa: DTZ011 - the wall's day
    first = last - timedelta(days=days - 1)
    try:
        record = read(folder or state_folder(), Wanted(first, last, exhibition), closely=False)
    except Unreadable as error:
        return Summary(days, problem=str(error))
    visits, looked_s = Counter[str](), Counter[tuple[str, str]]()
    for day in record.days:
        visits[day.day] += day.visits
    for work in record.works:
        looked_s[work.exhibition, work.work] += work.looked_s
    told = (first + timedelta(days=place) for place in range(days))
    return Summary(
        days,
        visits.total(),
        looked_s.total() / visits.total() if visits.total() else 0.0,
        tuple((work, seconds) for (_, work), seconds in looked_s.most_common(most) if seconds),
        tuple((day.isoformat(), visits[day.isoformat()]) for day in told),
    )
