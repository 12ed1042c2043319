"""Days that are past, or not what somebody may have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibition.problems import Severity

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from kiosk.exhibition.findings import Findings
    from kiosk.exhibition.model import Exhibition


def note_days(exhibition: Exhibition, today: dt.date, findings: Findings, places: Mapping[str, int]) -> None:
    """Note what the days of an exhibition and of its works say `today`.

    That an exhibition is over is no mistake in it: it is shown as before, and its days stand on its first screen. That
    none of its works is shown any more is one.
    """
    opens, closes = exhibition.opens, exhibition.closes
    if closes and closes < today:
        message = f"The exhibition has closed: its last day was {closes}."
        remedy = "Nothing, if that is right: it is shown all the same, with its days. Else correct the day."
        findings.add("closed-already", ("exhibition", "closes"), message, remedy, Severity.HINT)
    elif opens and opens > today:
        message = f"The exhibition is not open yet: its first day is {opens}."
        remedy = f"Nothing, if that is right. Look at it as it will be then: kiosk --rehearse {opens}T12:00."
        findings.add("not-open-yet", ("exhibition", "opens"), message, remedy, Severity.HINT)
    over = [work for work in exhibition.works if work.show_until and work.show_until < today]
    if over and len(over) == len(exhibition.works):
        message = "No work is shown any more: the last day of each of them is past."
        findings.add("all-past", ("works",), message, "Correct show: until:.", Severity.WARNING, key=True)
    for work in over:
        message = f"The work is not shown any more: its last day was {work.show_until}."
        remedy = "Correct the day, or take the work out."
        path = ("works", places.get(work.id, 0), "show", "until")
        findings.add("past", path, message, remedy, Severity.HINT, work=work.id)
    for work in exhibition.works:
        if work.show_from and closes and work.show_from > closes:
            message = f"Nobody will see the work: its first day, {work.show_from}, is after the exhibition's last."
            path = ("works", places.get(work.id, 0), "show", "from")
            findings.add("never-shown", path, message, "Correct one of the days.", Severity.WARNING, work=work.id)
