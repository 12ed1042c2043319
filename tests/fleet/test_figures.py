"""The figures of a kiosk: what is written, and that a rule or dashboard asks for nothing else."""

from __future__ import annotations

import json
import logging
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from kiosk.cli import commands
from kiosk.fleet import figures
from kiosk.fleet.exposition import END, Family, Kind, Sample, exposed
from kiosk.fleet.figure_file import FigureFile
from kiosk.fleet.figures import GAP_LIMITS_S, Figures, Hourly, Room, Visits, words_of
from kiosk.fleet.histogram import Histogram

ROOT = Path(__file__).parents[2]
ALERTS = ROOT / "assets" / "prometheus" / "kiosk-alerts.yml"
DASHBOARD = ROOT / "assets" / "prometheus" / "kiosk-dashboard.json"
PROMTOOL = shutil.which("promtool")
needs_promtool = pytest.mark.skipif(
    PROMTOOL is None, reason="promtool, of Debian's package prometheus, is not installed"
)
LINE = re.compile(r'(?P<name>[a-z_]+)\{(?P<labels>(?:[a-z_]+="(?:[^"\\\n]|\\.)*",?)+)\} (?P<number>\S+)')
UNITS = ("_seconds", "_bytes", "_info", "_total", "_showing", "_pictures", "_generation", "_problems")


def gaps(*seconds: float) -> Histogram:
    counted = Histogram(GAP_LIMITS_S)
    for each in seconds:
        counted.add(each)
    return counted


FULL = Figures(
    version="0.1.0",
    python="3.11.2",
    qt="6.11.3",
    written=1795953600.25,
    uptime_s=3601.5,
    gaps=gaps(0.0166, 0.0166, 0.033, 1.5),
    showing=True,
    frames=5,
    resting=2,
    exhibition='Rule and "Chance" \\ \n Regel',
    generation=7,
    cache_limit=4_000_000_000,
    problems=1,
    last_problem=1795950000.0,
    visits=Visits(3, 17),
    room=Room(60_000_000_000, 100_000_000_000, 123, 456, 789, 2),
)
WORDS = words_of(FULL, "hall-1")
ALL = {family.name: family for family in vars(figures).values() if isinstance(family, Family)}


def names(words: str) -> set[str]:
    """All that the samples of a file are called."""
    return {found["name"] for found in map(LINE.fullmatch, words.splitlines()) if found}


def promtool(*arguments: str | Path, said: str | None = None) -> subprocess.CompletedProcess[str]:
    assert PROMTOOL
    return subprocess.run(
        [PROMTOOL, *arguments], input=said, capture_output=True, text=True, check=False, encoding="utf-8"
    )


def expressions() -> list[str]:
    """Every question that an alert or the dashboard asks, with the dashboard's variables filled in."""
    rules = [rule["expr"] for group in yaml.safe_load(ALERTS.read_text())["groups"] for rule in group["rules"]]
    panels = json.loads(DASHBOARD.read_text())["panels"]
    asked = [target["expr"] for panel in panels for target in panel["targets"]]
    return [*rules, *(each.replace("$kiosk", ".*") for each in asked)]


def test_the_file_of_a_kiosk_is_this():
    assert (
        words_of(FULL._replace(exhibition="Rule and Chance"), "hall-1")
        == (ROOT / "tests/fleet/hall-1.prom").read_text()
    )


def test_each_figure_has_its_words_its_kind_and_the_units_of_prometheus():
    lines = WORDS.splitlines()
    assert WORDS.endswith(END)
    assert lines.count("# EOF") == 1
    for family in ALL.values():
        at = lines.index(f"# TYPE {family.name} {family.kind}")
        assert lines[at - 1] == f"# HELP {family.name} {family.about}"
        assert lines[at + 1].startswith(family.name)
        assert family.name.startswith("kiosk_")
        assert family.name.endswith(UNITS)
        assert family.name.endswith("_total") is (family.kind is Kind.COUNTER)
    for line in lines:
        assert line.startswith(("# HELP ", "# TYPE ", "# EOF")) or LINE.fullmatch(line), line
        assert line.startswith("#") or 'kiosk="hall-1"' in line
    assert len(names(WORDS)) == len(ALL) + 2  # a histogram is three


def test_what_is_not_known_is_left_out():
    least = Figures(version="0.1.0", python="3.11.2", qt="6.11.3", written=1.0, uptime_s=0.0, gaps=gaps())
    assert names(words_of(least, "hall-1")) == {
        "kiosk_build_info",
        "kiosk_last_write_timestamp_seconds",
        "kiosk_uptime_seconds",
        "kiosk_showing",
        "kiosk_frames_total",
        *(f"kiosk_frame_gap_seconds{each}" for each in ("_bucket", "_sum", "_count")),
        "kiosk_restarts_total",
        "kiosk_problems",
    }
    assert "kiosk_visits_total" not in words_of(FULL._replace(visits=None), "hall-1")
    assert 'kiosk_visits_total{kiosk="hall-1"} 0' in words_of(FULL._replace(visits=Visits()), "hall-1")


@given(st.text(max_size=40))
def test_no_words_break_a_line(words):
    family = Family("kiosk_problems", Kind.GAUGE, words)
    told = exposed([(family, [Sample(1, {"exhibition": words})])], {"kiosk": "hall-1"})
    *_, sample, end = told.split("\n")[:-1]
    assert end == "# EOF"
    assert LINE.fullmatch(sample)
    assert told.encode()


@given(st.lists(st.floats(0, 10)))
def test_a_histogram_counts_all_of_them_once(seconds):
    counted = gaps(*seconds)
    up_to = list(counted.up_to())
    assert [count for _, count in up_to] == [sum(each <= limit for each in seconds) for limit, _ in up_to]
    assert up_to[-1][1] == counted.count == len(seconds)
    assert counted.total == pytest.approx(sum(seconds))
    kept = counted.copy()
    counted.add(1)
    assert kept.count == len(seconds)


def test_visits_are_told_in_steps_of_an_hour():
    hourly = Hourly(100.0)
    assert hourly.told(Visits(3, 9), 100.0 + 3599) == Visits()
    assert hourly.told(Visits(4, 9), 100.0 + 3600) == Visits(4, 9)
    assert hourly.told(Visits(5, 9), 100.0 + 7000) == Visits(4, 9)
    assert hourly.told(Visits(6, 9), 100.0 + 3 * 3600 + 5) == Visits(6, 9)
    assert hourly.told(Visits(7, 9), 100.0 + 4 * 3600 - 1) == Visits(6, 9)


@pytest.mark.logs("the figures cannot be written")
def test_a_folder_that_is_gone_is_told_once_and_again_when_it_is_there(tmp_path, caplog):
    caplog.set_level(logging.INFO)
    file = FigureFile(tmp_path / "gone" / "kiosk.prom", lambda: 0.0)
    for _ in range(3):
        file.write("one")
    (tmp_path / "gone").mkdir()
    file.write("two")
    file.write("three")
    assert (tmp_path / "gone" / "kiosk.prom").read_text() == "three"
    assert [record.levelno for record in caplog.records] == [logging.WARNING, logging.INFO]
    assert [left.name for left in (tmp_path / "gone").iterdir()] == ["kiosk.prom"], "nothing half-written is left"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_everybody_may_read_it_whatever_the_account_usually_allows(tmp_path):
    before = os.umask(0o077)
    try:
        file = FigureFile(tmp_path / "kiosk.prom")
        file.write("one")
        file.write("two")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "kiosk.prom").stat().st_mode) == 0o644


def test_rules_and_dashboard_ask_only_for_what_is_written():
    written = names(WORDS)
    asked = {name for each in expressions() for name in re.findall(r"\bkiosk_\w+", each)}
    variables = json.loads(DASHBOARD.read_text())["templating"]["list"]
    asked |= {name for each in variables for name in re.findall(r"\bkiosk_\w+", str(each.get("query")))}
    assert asked
    assert asked <= written, asked - written
    assert {"kiosk", "exhibition", "process", "version", "le"} >= {
        label.strip()
        for each in expressions()
        for labels in re.findall(r"(?:by|on) \(([^)]*)\)", each)
        for label in labels.split(",")
    }


def test_the_dashboard_shows_every_figure_and_nothing_lies_over_another():
    dashboard: dict[str, Any] = json.loads(DASHBOARD.read_text())
    asked = {name for each in expressions() for name in re.findall(r"\bkiosk_\w+", each)}
    told = {family + ("_bucket" if ALL[family].kind is Kind.HISTOGRAM else "") for family in ALL}
    assert told - asked == {"kiosk_disk_size_bytes"} - asked
    panels = dashboard["panels"]
    assert len({panel["id"] for panel in panels}) == len(panels)
    taken: set[tuple[int, int]] = set()
    for panel in panels:
        place = panel["gridPos"]
        cells = {
            (x, y)
            for x in range(place["x"], place["x"] + place["w"])
            for y in range(place["y"], place["y"] + place["h"])
        }
        assert not taken & cells, panel["title"]
        assert place["x"] + place["w"] <= 24
        taken |= cells
        assert panel["title"]
        assert len({target["refId"] for target in panel["targets"]}) == len(panel["targets"])


def test_every_alert_is_tried_and_says_what_to_do():
    rules = [rule for group in yaml.safe_load(ALERTS.read_text())["groups"] for rule in group["rules"]]
    tried = (ROOT / "tests" / "fleet" / "alerts-test.yml").read_text()
    for rule in rules:
        assert {"summary", "remedy"} == set(rule["annotations"])
        assert rule["labels"]["severity"] in {"critical", "warning", "info"}
        assert re.search(rf"alertname: {rule['alert']}\n +exp_alerts:", tried), rule["alert"]


@needs_promtool
def test_promtool_finds_nothing_wrong_with_the_figures():
    checked = promtool("check", "metrics", said=WORDS)
    assert (checked.returncode, checked.stdout + checked.stderr) == (0, "")


@needs_promtool
def test_promtool_finds_nothing_wrong_with_the_alerts_and_they_come_when_they_should(tmp_path):
    checked = promtool("check", "rules", ALERTS)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    tried = promtool("test", "rules", ROOT / "tests" / "fleet" / "alerts-test.yml")
    assert tried.returncode == 0, tried.stdout + tried.stderr
    rules = [{"record": f"asked:{number}", "expr": each} for number, each in enumerate(expressions())]
    (tmp_path / "asked.yml").write_text(json.dumps({"groups": [{"name": "asked", "rules": rules}]}))
    asked = promtool("check", "rules", tmp_path / "asked.yml")
    assert asked.returncode == 0, f"what the dashboard asks:\n{asked.stdout}{asked.stderr}"


def test_rules_and_dashboard_are_written_where_they_are_wanted(tmp_path):
    ran = CliRunner().invoke(commands, ["fleet", "prometheus", "-o", str(tmp_path / "new")])
    assert ran.exit_code == 0, ran.output
    for file in (ALERTS, DASHBOARD):
        assert (tmp_path / "new" / file.name).read_bytes() == file.read_bytes()
        assert str(tmp_path / "new" / file.name) in ran.output
