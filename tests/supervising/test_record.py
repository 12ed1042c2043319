"""What staff are told of restarts."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from kiosk.supervising.record import LATELY, Record, keep, latest

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 28, 12, 0)  # noqa: DTZ001 - as the supervisor notes it


@pytest.mark.parametrize(
    ("age", "told"),
    [(timedelta(0), True), (LATELY, True), (2 * LATELY, False), (-timedelta(days=3650), False)],
)
def test_only_a_restart_of_a_moment_ago_is_told_whatever_the_clock_says(
    age: timedelta, told: bool, tmp_path: Path
) -> None:
    keep(tmp_path, Record().add("crash", f"{NOW - age:%Y-%m-%dT%H:%M}", safe=False))
    assert (latest(tmp_path, NOW) is not None) is told


def test_without_a_restart_there_is_nothing_to_tell(tmp_path: Path) -> None:
    assert latest(tmp_path, NOW) is None
