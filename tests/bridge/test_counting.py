"""What is counted of a visit in the gallery."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.bridge.counting import Counter
from kiosk.bridge.doors import wall_clock
from kiosk.bridge.fleet.acts import Acts
from kiosk.bridge.gallery import Gallery
from kiosk.bridge.words import Words
from kiosk.exhibition.config import Config
from kiosk.exhibition.config_sections import Hours, Statistics
from kiosk.exhibition.places import assets_folder
from kiosk.fleet import commands as asked
from kiosk.fleet.commands import Result
from kiosk.house import House
from kiosk.rehang import Rehang
from kiosk.staff.statistics.reading import Record, read
from kiosk.staff.statistics.schema import FILE_NAME
from kiosk.visit.clocks import Clocks
from tests.bridge.fakes import Clock, Stock, exhibition

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QGuiApplication

LATE = datetime(2026, 11, 28, 22, 30, tzinfo=UTC)
"""Half past eleven at night in Berlin, half past seven in the morning of the 29th in Seoul."""


class Kiosk:
    """A gallery whose visits are counted in a folder."""

    def __init__(self, application: QGuiApplication, folder: Path, timezone: str = "Europe/Berlin") -> None:
        self.application, self.folder, self.timezone = application, folder, timezone
        self.clock, self.time = Clock(), LATE
        self.problems: list[object] = []
        self.counter = Counter(folder, self.problems.append, self.clock, lambda: self.time)
        self.hang()
        self.follow()

    def hang(self) -> None:
        self.shown = shown = exhibition(works=6)
        self.stock = Stock(shown)
        self.stock.fill()
        words = Words(self.application, assets_folder() / "translations", shown.languages)
        self.gallery = Gallery(shown, Config(), self.stock.shelf, words, self.clock, wall_clock)
        self.gallery.fit(1920, 1080, 1.0, None, False)

    def follow(self) -> None:
        self.counter.follow(self.gallery, self.shown, Hours(timezone=self.timezone))

    def read(self) -> Record:
        self.counter.close()
        return read(self.folder)


@pytest.fixture
def kiosk(qapp: QGuiApplication, tmp_path: Path) -> Kiosk:
    return Kiosk(qapp, tmp_path)


def test_what_a_command_shows_is_no_visit_until_somebody_touches_it(kiosk):
    desk = SimpleNamespace(gallery=kiosk.gallery, exhibition=kiosk.shown)
    reception, acts, answers = SimpleNamespace(hung=desk), Acts(), []
    kiosk.gallery.start()
    for command in (
        asked.Show(id="a", at=0, work="work-2"),
        asked.Next(id="b", at=0),
        asked.Theme(id="c", at=0, theme="theme-2"),
        asked.Show(id="d", at=0, work="work-1"),
        asked.Pause(id="e", at=0),
        asked.Resume(id="f", at=0),
    ):
        acts.carry_out(command, reception, lambda result, _words: answers.append(result))
        kiosk.clock.now += 10
    assert set(answers) == {Result.DONE}
    assert kiosk.counter.visits == kiosk.counter.works_shown == 0
    kiosk.gallery.sitting.touched(True)
    kiosk.gallery.sitting.touched(False)
    kiosk.clock.now += 7
    kiosk.gallery.visit.startAgain()
    assert (kiosk.counter.visits, kiosk.counter.works_shown) == (1, 1)
    record = kiosk.read()
    assert [day.visits for day in record.days] == [1]
    assert {work.work: (work.shown, work.looked_s) for work in record.works} == {"work-1": (1, 7)}


def test_what_a_command_has_shown_goes_home_uncounted(kiosk):
    desk = SimpleNamespace(gallery=kiosk.gallery, exhibition=kiosk.shown)
    command = asked.Show(id="a", at=0, work="work-2")
    Acts().carry_out(command, SimpleNamespace(hung=desk), lambda *_: None)
    kiosk.gallery.sitting.go_home()
    assert kiosk.read().days == ()


def test_a_visit_is_counted_as_it_was(kiosk):
    gallery = kiosk.gallery
    gallery.explore(2)
    kiosk.clock.now += 10
    gallery.choose("theme-2")
    gallery.visit.speak("ar")
    gallery.slideshow.next()
    kiosk.clock.now += 5
    gallery.slideshow.current.readOn(2)
    gallery.visit.startAgain()
    record = kiosk.read()
    (day,) = record.days
    assert (day.day, day.exhibition, day.visits, day.walked_on, day.ran_out) == (
        "2026-11-28",
        "Rule and Chance",
        1,
        1,
        0,
    )
    assert {work.work: (work.shown, work.looked_s, work.pages) for work in record.works} == {
        "work-2": (1, 10, 0),
        "work-5": (1, 5, 2),
    }
    assert {(row.kind, row.choice): row.times for row in record.choices} == {
        ("language", "ar"): 1,
        ("theme", "theme-2"): 1,
    }


def test_a_visit_that_runs_out_is_looked_at_until_it_is_asked(kiosk):
    kiosk.gallery.explore(0)
    kiosk.clock.now += 80
    kiosk.gallery.visit._tick()
    kiosk.clock.now += 40
    kiosk.gallery.visit._tick()
    record = kiosk.read()
    assert [(day.visits, day.ran_out) for day in record.days] == [(1, 1)]
    assert record.works[0].looked_s == 75


def test_a_closer_look_is_counted_with_its_place(kiosk):
    gallery = kiosk.gallery
    kiosk.stock.cache.sizes = {}
    gallery.explore(0)
    kiosk.stock.workshop.make()
    gallery.closer.stand(0, 0, 1920, 1080, 1920, 1080)
    gallery.lookCloser(0, 0, 1500)
    assert gallery.nearer.work == 0
    gallery.closer.fly(1)
    gallery.closer.slide(1)
    gallery.closer.point(0, 0)
    gallery.closer.guide.toggleLabel()
    kiosk.clock.now += 20
    gallery.visit.startAgain()
    (work,) = kiosk.read().works
    assert (work.work, work.zoomed, work.pages, work.looked_s) == ("work-0", 1, 1, 20)
    assert work.closely_s[0] >= 5
    assert work.closely_s[-1] == 0


def test_a_visit_goes_on_over_a_rehang(kiosk):
    before = kiosk.gallery
    before.explore(1)
    kiosk.clock.now += 10
    kiosk.hang()
    kiosk.gallery.succeed(before)
    kiosk.clock.now += 2
    kiosk.follow()
    before.slideshow.next()
    kiosk.clock.now += 10
    kiosk.gallery.visit.startAgain()
    record = kiosk.read()
    assert [(day.visits, day.walked_on, day.cut_short) for day in record.days] == [(1, 1, 0)]
    assert [(work.work, work.shown, work.looked_s) for work in record.works] == [("work-1", 1, 22)]


def test_leaving_in_the_middle_of_a_visit_cuts_it_short(kiosk):
    kiosk.gallery.explore(1)
    assert [(day.visits, day.cut_short) for day in kiosk.read().days] == [(1, 1)]


def test_the_day_is_that_of_the_opening_hours(qapp, tmp_path):
    kiosk = Kiosk(qapp, tmp_path, "Asia/Seoul")
    kiosk.gallery.explore(1)
    assert [day.day for day in kiosk.read().days] == ["2026-11-29"]


def test_while_nobody_visits_nothing_wakes_up_and_there_is_no_file(kiosk):
    kiosk.gallery.slideshow.next()
    kiosk.gallery.loop.advance()
    assert not kiosk.counter._due.isActive()
    assert kiosk.read() == Record()
    assert not (kiosk.folder / FILE_NAME).exists()


def test_a_long_visit_is_written_now_and_then(kiosk):
    kiosk.gallery.explore(1)
    assert kiosk.counter._due.isActive()
    kiosk.clock.now += 60
    kiosk.counter._write_on()
    kiosk.counter._writer.join()
    assert [work.looked_s for work in read(kiosk.folder).works] == [60]
    assert kiosk.counter._due.isActive()
    kiosk.gallery.visit.startAgain()
    assert not kiosk.counter._due.isActive()
    assert sum(day.visits for day in kiosk.read().days) == 1


def test_closing_time_is_not_the_visitors_wish(kiosk):
    kiosk.gallery.explore(1)
    kiosk.gallery.doors._open = False
    kiosk.gallery.doors.changed.emit()
    assert [(day.walked_on, day.cut_short) for day in kiosk.read().days] == [(0, 1)]


def house(kiosk: Kiosk, *, enabled: bool, windowed: bool = False) -> Any:
    config = Config(statistics=Statistics(enabled=enabled, windowed=windowed))
    behind = SimpleNamespace(config=config, exhibition=kiosk.shown)
    return SimpleNamespace(backstage=behind, gallery=kiosk.gallery, _clocks=Clocks(kiosk.clock, lambda: LATE))


def test_where_it_is_switched_off_nothing_is_counted_nor_even_loaded(kiosk, monkeypatch):
    kiosk.gallery.explore(1)
    monkeypatch.setitem(sys.modules, "kiosk.bridge.counting", None)
    assert House.count(house(kiosk, enabled=False), None, pytest.fail) is None
    assert House.count(house(kiosk, enabled=False), kiosk.counter, pytest.fail) is None
    assert [day.cut_short for day in read(kiosk.folder).days] == [1], "what was counted until then is kept"
    kiosk.gallery.visit.startAgain()
    assert [day.visits for day in kiosk.read().days] == [1]


def test_it_is_switched_on_while_the_show_goes_on_and_off_in_a_rehearsal(kiosk):
    counter = House.count(house(kiosk, enabled=True), None, pytest.fail)
    assert counter is not None
    counter.close()
    assert House.count(house(kiosk, enabled=True), None, pytest.fail, windowed=True) is None, "somebody's own window"
    counter = House.count(house(kiosk, enabled=True, windowed=True), None, pytest.fail, windowed=True)
    assert counter is not None
    counter.close()
    clocks = Clocks(lambda: 0.0, lambda: LATE, rehearsing=True)
    rehearsal = SimpleNamespace(_clocks=clocks, _closed=False, _counter=None)
    Rehang._count(rehearsal, None)
    assert rehearsal._counter is None
