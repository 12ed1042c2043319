"""The figures that a kiosk writes about itself, with a real gallery and a real window."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge.fleet import figures
from kiosk.bridge.fleet.figures import FleetFigures, figures_of
from kiosk.bridge.fleet.tidings import tidings_of
from kiosk.bridge.upkeep.frames import Frames
from kiosk.exhibition.config import Config
from kiosk.exhibition.config_fleet import Fleet
from kiosk.exhibition.problems import Problem, Severity
from kiosk.fleet.figures import STILL_S, Room, Visits
from kiosk.staff.report import Entry
from tests.bridge.fakes import Clock, exhibition
from tests.bridge.test_gallery import Opened

AT = datetime(2026, 11, 29, 10, tzinfo=UTC)
ROOM = Room(5_000, 10_000, 300, 200, 100, 4)


class Kiosk:
    """A kiosk that is shown, and its file."""

    def __init__(self, qapp: Any, folder: Path) -> None:
        shown = exhibition(works=6)
        opened = Opened(qapp, shown, Config())
        opened.gallery.start()
        self.file = folder / "kiosk.prom"
        self.clock, self.time = Clock(), AT.timestamp()
        self.visits: Visits | None = Visits(3, 9)
        wrong = Entry(AT, Problem(rule="picture", message="It cannot be shown.", remedy=""))
        hint = Entry(AT, Problem(rule="hint", message="It could be better.", remedy="", severity=Severity.HINT))
        self.desk = SimpleNamespace(
            gallery=opened.gallery,
            exhibition=shown,
            manifest=shown.source,
            lit=True,
            problems=(wrong, hint),
            config=Config(),
            resting=lambda: [(0, None), (3, None)],
        )
        self.desk.hung = self.desk
        self.figures = FleetFigures(self.file, "hall-1", self.clock, lambda: self.time)

    def written(self) -> dict[str, float]:
        """What stands in the file once what is being written is written."""
        assert self.figures._writer
        self.figures._writer.join(10)
        lines = [line for line in self.file.read_text().splitlines() if not line.startswith("#")]
        assert all('kiosk="hall-1"' in line for line in lines)
        return {
            line.replace('{kiosk="hall-1"}', "").rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in lines
        }


@pytest.fixture
def kiosk(qapp: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kiosk:
    monkeypatch.setattr(figures, "_measure", lambda _cache, tell: tell(ROOM))
    return Kiosk(qapp, tmp_path)


def test_it_writes_how_the_kiosk_does_and_that_it_has_gone(kiosk: Kiosk, qtbot: Any) -> None:
    kiosk.figures.follow(kiosk.desk, lambda: kiosk.visits)
    kiosk.clock.now += 12
    kiosk.figures.look()
    qtbot.waitUntil(kiosk.file.exists, timeout=10_000)
    told = kiosk.written()
    assert told["kiosk_uptime_seconds"] == 12
    assert told["kiosk_last_write_timestamp_seconds"] == AT.timestamp()
    assert (told["kiosk_showing"], told["kiosk_problems"], told["kiosk_quarantined_pictures"]) == (1, 1, 2)
    assert told["kiosk_last_problem_timestamp_seconds"] == AT.timestamp()
    assert (told["kiosk_disk_free_bytes"], told["kiosk_disk_size_bytes"]) == (5_000, 10_000)
    assert (told["kiosk_cache_size_bytes"], told["kiosk_cache_limit_bytes"]) == (300, 4e9)
    assert told['kiosk_resident_memory_bytes{kiosk="hall-1",process="viewer"}'] == 200
    assert told["kiosk_restarts_total"] == 4
    assert "kiosk_generation" not in str(told), "no bundle is shown"
    assert (told["kiosk_visits_total"], told["kiosk_works_shown_total"]) == (0, 0), "in steps of an hour"
    kiosk.clock.now += 3600
    kiosk.desk.lit = False
    kiosk.figures.write()
    told = kiosk.written()
    assert (told["kiosk_visits_total"], told["kiosk_works_shown_total"]) == (3, 9)
    assert told["kiosk_showing"] == 0, "dark"
    kiosk.desk.lit, kiosk.visits, kiosk.time = True, Visits(4, 9), kiosk.time + 9
    kiosk.figures.leave()
    kiosk.figures.close()
    told = kiosk.written()
    assert told["kiosk_showing"] == 0
    assert told["kiosk_visits_total"] == 4, "the last of the day are not lost"
    assert told["kiosk_last_write_timestamp_seconds"] == AT.timestamp() + 9


def test_a_card_has_figures_too(kiosk: Kiosk) -> None:
    kiosk.figures.follow(SimpleNamespace(hung=None, problems=(), manifest=Path("gone"), config=Config()))
    kiosk.figures.write()
    told = kiosk.written()
    assert told["kiosk_showing"] == 0
    assert "kiosk_visits_total" not in told
    kiosk.figures.close()


def test_a_folder_that_does_not_answer_keeps_nobody_waiting(kiosk: Kiosk) -> None:
    answers = threading.Event()
    written: list[str] = []

    def write(words: str) -> None:
        written.append(words)
        answers.wait(10)

    kiosk.figures._file = SimpleNamespace(write=write)  # type: ignore[assignment]
    kiosk.figures.follow(kiosk.desk)
    for _ in range(5):
        kiosk.figures.write()
    assert len(written) == 1
    answers.set()
    kiosk.figures.close()
    assert len(written) == 2


def test_frames_are_counted_in_whichever_window_is_shown_and_stillness_is_no_gap(qapp: Any, qtbot: Any) -> None:
    clock = Clock()
    frames, first, second = Frames(clock), QQuickWindow(), QQuickWindow()
    first.show()
    frames.find_window()
    qtbot.waitUntil(lambda: frames.shown > 0, timeout=10_000)
    shown, counted = frames.shown, frames.gaps.count
    for later in (0.016, 0.016, STILL_S + 1, 0.05):
        clock.now += later
        first.frameSwapped.emit()
    qapp.processEvents()
    assert frames.shown >= shown + 4
    assert frames.gaps.count >= counted + 3
    assert frames.gaps.total == pytest.approx(0.082)
    first.hide()
    second.show()
    frames.find_window()
    before = frames.shown
    first.frameSwapped.emit()
    assert frames.shown == before
    second.frameSwapped.emit()
    assert frames.shown == before + 1
    second.close()
    first.close()


def test_nothing_is_made_where_nothing_is_wanted(tmp_path: Path) -> None:
    assert figures_of(Fleet()) is None
    assert tidings_of(Config()) is None
    made = figures_of(Fleet(figures=str(tmp_path / "kiosk.prom"), name="hall-2"))
    assert made
    assert made._kiosk == "hall-2"
