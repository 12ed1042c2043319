from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.exhibition.problems import Problem
from kiosk.staff.report import FILE, MOST_ENTRIES, Entry, StaffReport, read_report

NOON = datetime(2026, 9, 9, 12, tzinfo=UTC)


def problem(work: str, rule: str = "damaged") -> Problem:
    return Problem(rule=rule, message="Broken.", remedy="Mend it.", file=Path("/x/m.yaml"), line=3, work=work)


@pytest.fixture
def clock():
    ticks = iter(NOON + timedelta(seconds=second) for second in range(10_000))
    return lambda: next(ticks)


def test_each_fault_is_noted_once_with_the_time_it_was_first_seen(tmp_path, clock):
    report = StaffReport(tmp_path, clock)
    assert [report.add(problem(work)) for work in ("a", "b", "a", "a")] == [True, True, False, False]
    assert report.add(problem("a", "missing"))
    assert report.entries == (
        Entry(NOON, problem("a")),
        Entry(NOON + timedelta(seconds=1), problem("b")),
        Entry(NOON + timedelta(seconds=2), problem("a", "missing")),
    )


def test_a_fault_that_comes_back_after_it_was_mended_is_a_new_one(tmp_path, clock):
    report = StaffReport(tmp_path, clock)
    report.add(problem("a"))
    report.add(problem("b"))
    report.clear("a")
    assert [entry.problem.work for entry in report.entries] == ["b"]
    assert report.add(problem("a"))
    assert read_report(tmp_path) == report.entries


def test_the_file_says_what_the_report_says(tmp_path, clock):
    report = StaffReport(tmp_path / "new" / "folder", clock)
    report.add(problem("a"))
    report.add(problem("b"))
    assert read_report(tmp_path / "new" / "folder") == report.entries
    assert [file.name for file in (tmp_path / "new" / "folder").iterdir()] == [FILE]


def test_the_report_does_not_grow_for_ever(tmp_path, clock):
    report = StaffReport(tmp_path, clock)
    added = [report.add(problem(f"w{index}")) for index in range(MOST_ENTRIES + 10)]
    assert added.count(True) == len(report.entries) == MOST_ENTRIES


def test_without_a_place_to_write_it_lives_in_memory(tmp_path, clock):
    (tmp_path / "file").touch()
    report = StaffReport(tmp_path / "file", clock)
    assert report.add(problem("a"))
    assert len(report.entries) == 1


@pytest.mark.parametrize("content", [None, b"", b"{", b'[{"a": 1}]', b"\xff\xfe"])
def test_a_report_that_cannot_be_read_is_empty(tmp_path, content):
    if content is not None:
        (tmp_path / FILE).write_bytes(content)
    assert read_report(tmp_path) == ()


def test_a_file_whose_name_is_no_text_is_noted_as_far_as_it_is(tmp_path, clock):
    report = StaffReport(tmp_path, clock)
    assert report.add(Problem(rule="damaged", message="Broken.", remedy="Mend it.", file=Path(os.fsdecode(b"caf\xe9"))))
    assert read_report(tmp_path)[0].problem.file.name.startswith("caf")
