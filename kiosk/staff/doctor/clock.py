"""The computer's clock: whether it can be right, in which zone it is, and who keeps it right."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import kiosk
from kiosk.staff.doctor.line import Line, advice, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.exhibition.config import Hours
    from kiosk.staff.doctor.machine import Machine

SUBJECT = "clock"
KNOWN_ZONE = "Europe/Berlin"
HALF_A_YEAR = timedelta(days=182)
"""Zones that agree now and then have the same summer time."""
SET = "Set it: sudo timedatectl set-time '2026-09-09 10:00'. If that is lost again, the clock's battery is empty."


def made_at() -> datetime:
    """When this program was put together, by its own file: no clock that is right can be before that."""
    return datetime.fromtimestamp(Path(kiosk.__file__ or ".").stat().st_mtime, UTC)


def local_offset(moment: datetime) -> timedelta:
    """How far the computer's own time is from UTC at some moment."""
    return moment.astimezone().utcoffset() or timedelta()


def clock(
    hours: Hours,
    machine: Machine,
    now: datetime | None = None,
    made: datetime | None = None,
    offset: Callable[[datetime], timedelta] = local_offset,
) -> Iterator[Line]:
    """Whether `now` can be right; whether the zone of the opening hours is that of the computer."""
    now = now or datetime.now(UTC)
    here = now + offset(now)
    told = f"{here:%Y-%m-%d %H:%M} in {system_zone(machine) or f'the zone of {time.tzname[0]}'}"
    if now < (made or _made(now)) - timedelta(days=1):
        yield problem(SUBJECT, f"{told}: that is before this program was made", SET)
        return
    yield _zone(told, hours, now, machine, offset)
    yield from _zone_database(machine)
    if hours.open:
        yield from _kept_right(machine)


def _made(now: datetime) -> datetime:
    try:
        return made_at()
    except OSError:
        return now


def _zone(told: str, hours: Hours, now: datetime, machine: Machine, offset: Callable[[datetime], timedelta]) -> Line:
    if hours.timezone:
        zone = ZoneInfo(hours.timezone)
        if all(offset(each) == each.astimezone(zone).utcoffset() for each in (now, now + HALF_A_YEAR)):
            return Line(SUBJECT, told)
        found = f"{told}; the opening hours hold in {hours.timezone}, where it is {now.astimezone(zone):%H:%M}"
        how = f"sudo timedatectl set-timezone {hours.timezone}" if machine.linux else "Set the computer's time zone"
        return advice(SUBJECT, found, f"{how}, so that days in statistics and log begin when the museum's do.")
    if hours.open and system_zone(machine) in ("Etc/UTC", "UTC", "Etc/UCT", "Etc/GMT"):
        remedy = "If these are not the museum's: name its time zone under hours: timezone: in config.yaml."
        return advice(SUBJECT, f"{told}: the opening hours are taken to be in UTC", remedy)
    return Line(SUBJECT, told)


def system_zone(machine: Machine) -> str:
    """The name of the computer's own time zone; empty where it does not tell."""
    if named := machine.environment.get("TZ", "").lstrip(":"):
        return named
    if not machine.linux:
        return ""
    try:
        _, zone, name = os.path.realpath(machine.root / "etc/localtime").partition("zoneinfo/")
    except OSError:
        return machine.text("etc/timezone")
    return name if zone else machine.text("etc/timezone")


def _zone_database(machine: Machine) -> Iterator[Line]:
    try:
        ZoneInfo(KNOWN_ZONE)
    except (LookupError, OSError):
        how = "sudo apt-get install tzdata" if machine.linux else "Install the program anew."
        yield advice("time zones", "the computer knows no names of zones", how)


def _kept_right(machine: Machine) -> Iterator[Line]:
    """Opening hours need a clock that somebody sets."""
    synchronized = machine.ask(("timedatectl", "show", "--property=NTPSynchronized", "--value"))
    if synchronized == "no":
        remedy = (
            "With a network: sudo timedatectl set-ntp true. Without one: set it when you are here, it loses or wins "
            "some minutes a year."
        )
        yield advice("clock's keeper", "nobody sets the clock", remedy)
    elif synchronized == "yes":
        yield Line("clock's keeper", "set over the network")
