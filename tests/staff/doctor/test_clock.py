from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from kiosk.exhibition.config_sections import Hours
from kiosk.exhibition.hours import opening_rule
from kiosk.staff.doctor.clock import clock, system_zone
from kiosk.staff.doctor.line import State
from tests.staff.doctor.machines import machine

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 29, 12, 30, tzinfo=UTC)
MADE = datetime(2026, 11, 1, tzinfo=UTC)
OPEN = (opening_rule("tue-sun", "10:00-18:00"),)
NTP = "timedatectl show --property=NTPSynchronized --value"


def offset(zone: str):
    def tell(moment: datetime) -> timedelta:
        found = moment.astimezone(ZoneInfo(zone)).utcoffset()
        assert found is not None
        return found

    return tell


@pytest.mark.parametrize(
    ("now", "hours", "zone", "state", "words"),
    [
        (NOW, Hours(), "Europe/Berlin", State.OK, "2026-11-29 13:30 in Europe/Berlin"),
        (datetime(2000, 1, 1, tzinfo=UTC), Hours(), "Europe/Berlin", State.PROBLEM, "before this program was made"),
        (MADE - timedelta(hours=3), Hours(), "Europe/Berlin", State.OK, "2026-10-31"),
        (NOW, Hours(timezone="Europe/Paris", open=OPEN), "Europe/Berlin", State.OK, "13:30 in Europe/Berlin"),
        (NOW, Hours(timezone="Asia/Seoul", open=OPEN), "Europe/Berlin", State.ADVICE, "Asia/Seoul, where it is 21:30"),
        (NOW, Hours(timezone="Africa/Lagos", open=OPEN), "Europe/Berlin", State.ADVICE, "set-timezone Africa/Lagos"),
        (NOW, Hours(open=OPEN), "Etc/UTC", State.ADVICE, "taken to be in UTC"),
        (NOW, Hours(), "Etc/UTC", State.OK, "12:30 in Etc/UTC"),
    ],
)
def test_a_clock_and_its_zone(tmp_path: Path, now: datetime, hours: Hours, zone: str, state: State, words: str):
    pc = machine(tmp_path, {"etc/timezone": f"{zone}\n"})
    line, *_ = clock(hours, pc, now, MADE, offset(zone))
    assert line.state is state
    assert words in f"{line.found} {line.remedy}"


@pytest.mark.parametrize(
    ("answer", "hours", "states"),
    [
        ("yes", Hours(open=OPEN, timezone="Europe/Berlin"), [State.OK, State.OK]),
        ("no", Hours(open=OPEN, timezone="Europe/Berlin"), [State.OK, State.ADVICE]),
        ("no", Hours(), [State.OK]),
        (None, Hours(open=OPEN, timezone="Europe/Berlin"), [State.OK]),
    ],
)
def test_hours_need_a_clock_that_is_kept_right(tmp_path: Path, answer: str | None, hours: Hours, states: list[State]):
    pc = machine(tmp_path, {"etc/timezone": "Europe/Berlin"}, {} if answer is None else {NTP: answer})
    assert [line.state for line in clock(hours, pc, NOW, MADE, offset("Europe/Berlin"))] == states


def test_a_program_was_made_before_now(tmp_path: Path):
    line, *_ = clock(Hours(), machine(tmp_path))
    assert line.state is State.OK
    assert datetime.now(UTC).time() != time.min


def test_the_zone_of_the_system(tmp_path: Path):
    assert system_zone(machine(tmp_path)) == ""
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc/localtime").symlink_to("/usr/share/zoneinfo/Asia/Seoul")
    assert system_zone(machine(tmp_path)) == "Asia/Seoul"
    assert system_zone(machine(tmp_path, environment={"TZ": ":Europe/Paris"})) == "Europe/Paris"
    assert system_zone(machine(tmp_path, system="win32")) == ""
