"""The shelf: pictures found or ordered once, failures reported once."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING

import msgspec
import pytest
import shiboken6
from PySide6.QtCore import QTimer

from kiosk.bridge.pictures import sources
from kiosk.bridge.pictures.failures import TRIED_AGAIN
from kiosk.bridge.pictures.shelf import CARD_ASPECT, PictureState, Urgency
from kiosk.exhibition.model import Brand
from kiosk.pictures.orders import Failed, Rendition
from kiosk.pictures.refusal import FAULTS_OF_THE_MACHINE, NO_ROOM, NOT_THE_PICTURES, OF_ITS_DRIVE
from kiosk.pictures.storage.cache import RENEW_AFTER_S
from tests.bridge.fakes import FOLDER, FakeCache, Stock, exhibition, rendition, source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from PySide6.QtGui import QGuiApplication
    from pytestqt.qtbot import QtBot

BOX = (1920, 1080)
VISITOR, OTHER = "a slideshow", "a wall"


def test_what_is_prepared_is_found_at_once() -> None:
    stock = Stock(exhibition())
    stock.fill(BOX)
    shown = stock.shelf.find(0, BOX, Urgency.NOW, VISITOR)
    made = rendition(source(0), BOX)
    assert (shown.state, shown.preview, shown.screen) == (PictureState.READY, made.preview, made.screen)
    assert stock.shelf.size(0) == (made.width, made.height)
    assert not stock.workshop.orders
    assert not stock.shelf.waiting


def test_a_work_without_a_picture_is_none_and_orders_nothing() -> None:
    stock = Stock(exhibition())
    assert stock.shelf.find(4, BOX, Urgency.NOW, VISITOR).state is PictureState.NONE
    assert not stock.shelf.has_picture(4)
    assert not stock.workshop.orders


def test_what_is_asked_for_again_and_again_is_ordered_once() -> None:
    stock = Stock(exhibition())
    heard: list[int] = []
    stock.shelf.changed.connect(heard.append)
    for _ in range(20):
        assert stock.shelf.find(0, None, Urgency.THUMBNAIL, VISITOR).state is PictureState.WAITING
    assert stock.shelf.waiting
    assert stock.workshop.make() == 1
    assert heard == [0]
    assert not stock.shelf.waiting


def test_a_row_of_thumbnails_read_anew_with_every_arrival_costs_an_order_each() -> None:
    stock = Stock(exhibition(30, themes=0))
    works = [work for work in range(30) if stock.shelf.has_picture(work)]

    def read_all(_: int = -1) -> None:
        for work in works:
            stock.shelf.find(work, None, Urgency.THUMBNAIL, VISITOR)

    stock.shelf.changed.connect(read_all)
    read_all()
    assert stock.workshop.make() == len(works)


def test_an_order_is_as_urgent_as_whoever_is_most_in_need_of_it() -> None:
    stock = Stock(exhibition())
    urgencies = []
    for urgency, holder in ((Urgency.NEXT, VISITOR), (Urgency.NOW, VISITOR), (Urgency.THUMBNAIL, OTHER)):
        stock.shelf.find(0, BOX, urgency, holder)
        urgencies.append(stock.workshop.orders[0].urgency)
    stock.shelf.find(0, BOX, Urgency.PREVIOUS, VISITOR)
    urgencies.append(stock.workshop.orders[0].urgency)
    stock.shelf.keep(VISITOR, ())
    urgencies.append(stock.workshop.orders[0].urgency)
    assert urgencies == [Urgency.NEXT, Urgency.NOW, Urgency.NOW, Urgency.PREVIOUS, Urgency.THUMBNAIL]
    heard: list[int] = []
    stock.shelf.changed.connect(heard.append)
    stock.workshop.make()
    assert heard == [0]


def test_what_nobody_looks_at_any_more_is_not_made() -> None:
    stock = Stock(exhibition())
    for work in (0, 1, 2):
        stock.shelf.find(work, BOX, Urgency.THUMBNAIL, VISITOR)
    stock.shelf.find(1, BOX, Urgency.THUMBNAIL, OTHER)
    stock.shelf.keep(VISITOR, {(2, BOX)})
    assert [order.source for order in stock.workshop.orders] == [source(1), source(2)]
    stock.shelf.keep(OTHER, ())
    stock.shelf.keep(VISITOR, ())
    assert not stock.workshop.orders
    assert not stock.shelf.waiting


def test_a_picture_that_comes_too_late_is_no_news() -> None:
    stock = Stock(exhibition())
    heard: list[int] = []
    stock.shelf.changed.connect(heard.append)
    stock.shelf.find(0, None, Urgency.NOW, VISITOR)
    late = stock.workshop.orders[0]
    stock.shelf.keep(VISITOR, ())
    stock.shelf.find(0, None, Urgency.NOW, VISITOR)
    late.done(Failed(source(0), "truncated", "It ends.", "Copy it."))
    assert not heard
    assert not stock.complaints
    stock.workshop.make()
    assert heard == [0]
    assert stock.shelf.find(0, None, Urgency.NOW, VISITOR).state is PictureState.READY


def held(stock: Stock) -> list[tuple[str, str]]:
    """The names of the screens and previews that are held."""
    made = [each for each in stock.cache.held if isinstance(each, Rendition)]
    return sorted((each.screen.name if each.screen else "", each.preview.name) for each in made)


def test_what_somebody_looks_at_is_held_once_and_let_go_with_the_last() -> None:
    stock = Stock(exhibition())
    stock.fill(BOX)
    for _ in range(3):
        for holder in (VISITOR, OTHER):
            stock.shelf.find(0, BOX, Urgency.NOW, holder)
    stock.shelf.find(1, None, Urgency.NOW, VISITOR)
    assert held(stock) == [("", "1.preview.jpg"), ("0.1920x1080.jpg", "0.preview.jpg")]
    stock.shelf.keep(VISITOR, ())
    assert held(stock) == [("0.1920x1080.jpg", "0.preview.jpg")]
    stock.shelf.keep(OTHER, ())
    assert held(stock) == []


def test_what_arrives_is_held_and_so_is_the_preview_that_stands_in_for_it() -> None:
    stock = Stock(exhibition())
    stock.fill()
    assert stock.shelf.find(0, BOX, Urgency.NOW, VISITOR).preview, "it is on the disk"
    assert held(stock) == [("", "0.preview.jpg")]
    stock.workshop.make()
    assert held(stock) == [("0.1920x1080.jpg", "0.preview.jpg")]
    stock.shelf.lost(0)
    assert held(stock) == []
    stock.shelf.find(0, BOX, Urgency.NOW, VISITOR)
    stock.shelf.keep(VISITOR, ())
    assert held(stock) == []


def test_a_preview_is_held_when_the_screen_it_came_with_is_let_go() -> None:
    stock = Stock(exhibition())
    stock.fill(BOX)
    stock.shelf.find(0, BOX, Urgency.NOW, VISITOR)
    stock.shelf.find(0, None, Urgency.THUMBNAIL, OTHER)
    stock.shelf.keep(VISITOR, ())
    assert held(stock) == [("", "0.preview.jpg")]
    assert stock.shelf.find(0, None, Urgency.THUMBNAIL, OTHER).preview


def test_what_is_held_is_renewed_every_few_minutes() -> None:
    stock = Stock(exhibition())
    timers = [timer for timer in stock.shelf.findChildren(QTimer) if timer.isActive()]
    assert [timer.interval() for timer in timers] == [1000 * RENEW_AFTER_S]
    timers[0].timeout.emit()
    assert stock.cache.renewed == 1


def test_a_preview_is_shown_while_the_rendition_is_made() -> None:
    stock = Stock(exhibition())
    stock.shelf.find(0, None, Urgency.NEXT, VISITOR)
    stock.workshop.make()
    shown = stock.shelf.find(0, BOX, Urgency.NOW, VISITOR)
    assert (shown.state, shown.screen) == (PictureState.READY, None)
    assert shown.preview
    stock.workshop.make()
    assert stock.shelf.find(0, BOX, Urgency.NOW, VISITOR).screen


def test_a_broken_picture_is_reported_once_with_its_work() -> None:
    stock = Stock(exhibition())
    heard: list[int] = []
    stock.shelf.changed.connect(heard.append)
    stock.shelf.find(1, None, Urgency.NOW, VISITOR)
    stock.shelf.find(1, BOX, Urgency.NOW, VISITOR)
    stock.workshop.make(broken=[1])
    problem, *others = stock.complaints
    assert not others
    assert (problem.work, problem.file, problem.field) == ("work-1", source(1), "picture")
    assert problem.message
    assert problem.remedy
    assert heard == [1, 1]
    assert stock.shelf.find(1, BOX, Urgency.NOW, VISITOR).state is PictureState.FAILED
    assert not stock.shelf.has_picture(1)
    assert not stock.workshop.orders, "what is known to be broken is not tried again"


def test_results_from_another_thread_arrive_on_ours(qtbot: QtBot) -> None:
    stock = Stock(exhibition())
    stock.shelf.find(0, None, Urgency.NOW, VISITOR)
    with qtbot.waitSignal(stock.shelf.changed, timeout=60_000) as heard:
        Thread(target=stock.workshop.make).start()
    assert heard.args == [0]
    assert stock.shelf.find(0, None, Urgency.NOW, VISITOR).state is PictureState.READY


@pytest.mark.parametrize("broken", [[], [0]])
def test_a_result_that_comes_when_the_shelf_is_gone_is_dropped(broken: list[int], qapp: QGuiApplication) -> None:
    stock = Stock(exhibition())
    stock.shelf.find(0, None, Urgency.NOW, VISITOR)
    worker = Thread(target=stock.workshop.make, args=[broken])
    worker.start()
    worker.join()
    shiboken6.delete(stock.shelf)
    qapp.processEvents()
    assert not stock.complaints


def test_sizes_come_from_the_cache_first_and_the_others_from_the_files(qtbot: QtBot) -> None:
    stock = Stock(exhibition(6))
    stock.cache.sizes = {source(0): (30, 20)}
    with qtbot.waitSignal(stock.shelf.measured, timeout=60_000):
        stock.shelf.measure()
    assert stock.shelf.size(0) == (30, 20)
    assert stock.workshop.measuring[0][0] == tuple(source(work) for work in (1, 2, 3, 5))
    with qtbot.waitSignal(stock.shelf.measured, timeout=60_000):
        stock.workshop.measured(lambda _: (10, 40))
    assert [stock.shelf.size(work) for work in range(6)] == [(30, 20), *[(10, 40)] * 3, None, (10, 40)]


def test_a_file_that_cannot_be_measured_or_is_not_ours_is_no_news() -> None:
    stock = Stock(exhibition())
    stock.shelf.measure()
    _, done = stock.workshop.measuring.pop()
    done([Failed(source(0), "missing", "It is not there.", "Put it there."), Failed(FOLDER / "x", "r", "m", "r")])
    assert stock.shelf.size(0) is None
    assert not stock.complaints, "who looks at it will hear of it"


def test_two_works_of_one_picture_both_learn_its_size() -> None:
    shown = exhibition(3)
    works = (shown.works[0], shown.works[1], type(shown.works[0])(id="again", picture=source(0)))
    stock = Stock(msgspec.structs.replace(shown, works=works))
    stock.shelf.measure()
    stock.workshop.measured(lambda _: (40, 10))
    assert stock.shelf.size(0) == stock.shelf.size(2) == (40, 10)


def test_a_logo_is_made_ready_like_any_picture() -> None:
    logo = FOLDER / "logo.png"
    stock = Stock(exhibition(brand=Brand(logo=logo)))
    told: list[None] = []
    stock.shelf.logoChanged.connect(lambda: told.append(None))
    assert stock.shelf.logo() is None
    assert stock.shelf.logo() is None, "asked for again while it is being made"
    assert [order.source for order in stock.workshop.orders] == [logo]
    stock.workshop.make()
    assert stock.shelf.logo() is not None
    assert len(told) == 1


def test_a_broken_logo_is_reported() -> None:
    stock = Stock(exhibition(brand=Brand(logo=source(0))))
    assert stock.shelf.logo() is None
    stock.workshop.make(broken=[0])
    assert stock.shelf.logo() is None
    assert [problem.field for problem in stock.complaints] == ["brand.logo"]


def test_without_a_logo_nothing_is_ordered() -> None:
    stock = Stock(exhibition())
    assert stock.shelf.logo() is None
    assert stock.workshop.orders == []


@pytest.mark.parametrize("rule", sorted(FAULTS_OF_THE_MACHINE))
def test_a_fault_of_the_machine_is_given_a_second_attempt_and_another_visit(rule: str) -> None:
    stock = Stock(exhibition())
    stock.shelf.changed.connect(lambda work: stock.shelf.find(work, None, Urgency.NOW, VISITOR))
    stock.shelf.find(1, None, Urgency.NOW, VISITOR)
    assert stock.workshop.make(broken=[1], rule=rule) == 2
    assert stock.shelf.find(1, None, Urgency.NOW, VISITOR).state is PictureState.FAILED
    assert len(stock.complaints) == (rule not in NO_ROOM), "that is told once, of the cache"
    stock.shelf.forgive()
    stock.workshop.make()
    assert stock.shelf.find(1, None, Urgency.NOW, VISITOR).state is PictureState.READY


def test_a_broken_picture_is_not_forgiven() -> None:
    stock = Stock(exhibition())
    stock.shelf.find(1, None, Urgency.NOW, VISITOR)
    stock.workshop.make(broken=[1])
    stock.shelf.forgive()
    assert stock.shelf.find(1, None, Urgency.NOW, VISITOR).state is PictureState.FAILED
    assert not stock.workshop.orders


class FakeQuarantine:
    """Remembers what rests."""

    def __init__(self, *resting: Path) -> None:
        self.resting = set(resting)
        self.forgiven: list[Path] = []

    def is_due(self, picture: Path) -> bool:
        return picture not in self.resting

    def forgive(self, pictures: Iterable[Path]) -> None:
        self.forgiven += pictures


def test_a_picture_that_rests_is_left_alone_until_it_is_due_or_staff_have_it_tried() -> None:
    quarantine = FakeQuarantine(source(1))
    stock = Stock(exhibition(), quarantine)  # type: ignore[arg-type]
    for work in (1, 2):
        stock.shelf.find(work, None, Urgency.NOW, VISITOR)
    stock.workshop.make(broken=[1, 2])
    stock.shelf.forgive()
    found = {work: stock.shelf.find(work, None, Urgency.NOW, VISITOR).state for work in (1, 2)}
    assert found == {1: PictureState.FAILED, 2: PictureState.WAITING}
    quarantine.resting.clear()
    stock.shelf.forgive()
    assert stock.shelf.find(1, None, Urgency.NOW, VISITOR).state is PictureState.WAITING
    stock.workshop.make(broken=[1, 2])
    quarantine.resting = {source(1), source(2)}
    assert stock.shelf.forgive_all() == (1, 2)
    assert quarantine.forgiven == [source(1), source(2)]
    assert stock.shelf.find(1, None, Urgency.NOW, VISITOR).state is PictureState.WAITING


def test_a_picture_that_is_shown_again_is_told_of_once() -> None:
    stock = Stock(exhibition(), FakeQuarantine())  # type: ignore[arg-type]
    stock.shelf.find(1, None, Urgency.NOW, VISITOR)
    stock.workshop.make(broken=[1])
    stock.shelf.forgive()
    stock.shelf.find(1, None, Urgency.NOW, VISITOR)
    stock.shelf.find(2, None, Urgency.NOW, VISITOR)
    stock.workshop.make()
    stock.shelf.find(1, BOX, Urgency.NOW, VISITOR)
    stock.workshop.make()
    assert stock.mended == ["work-1"]


def test_of_very_many_that_have_failed_a_few_are_tried_at_a_time() -> None:
    stock = Stock(exhibition(200), FakeQuarantine())  # type: ignore[arg-type]
    works = [work for work in range(200) if stock.shelf.has_picture(work)]
    for work in works:
        stock.shelf.find(work, None, Urgency.NOW, VISITOR)
    stock.workshop.make(broken=works)
    told: list[int] = []
    stock.shelf.changed.connect(told.append)
    stock.shelf.forgive()
    assert told == works[:TRIED_AGAIN]


def test_of_very_many_that_fail_again_each_has_its_turn() -> None:
    stock = Stock(exhibition(60), FakeQuarantine())  # type: ignore[arg-type]
    works = [work for work in range(60) if stock.shelf.has_picture(work)]
    told: list[int] = []
    for _ in range(5):
        for work in works:
            stock.shelf.find(work, None, Urgency.NOW, VISITOR)
        stock.workshop.make(broken=works)
        stock.shelf.changed.connect(told.append)
        stock.shelf.forgive()
        stock.shelf.changed.disconnect(told.append)
    assert told == (works * 2)[: 5 * TRIED_AGAIN]


def test_a_rendition_that_never_loads_is_not_tried_over_and_over() -> None:
    stock = Stock(exhibition(), FakeQuarantine())  # type: ignore[arg-type]
    for _ in range(2):
        stock.fill(BOX)
        stock.shelf.find(0, BOX, Urgency.NOW, VISITOR)
        stock.shelf.lost(0)
    stock.shelf.forgive()
    assert stock.shelf.find(0, BOX, Urgency.NOW, VISITOR).state is PictureState.FAILED


def test_a_rendition_that_is_gone_is_made_anew_however_often() -> None:
    stock = Stock(exhibition())
    stock.shelf.find(0, BOX, Urgency.NOW, VISITOR)
    stock.workshop.make()
    for _ in range(5):
        stock.shelf.lost(0)
        assert stock.shelf.find(0, BOX, Urgency.NOW, VISITOR).state is PictureState.WAITING
        stock.workshop.make()
        assert stock.shelf.find(0, BOX, Urgency.NOW, VISITOR).state is PictureState.READY
    assert not stock.complaints


def test_a_rendition_that_is_there_and_never_loads_becomes_a_card() -> None:
    stock = Stock(exhibition())
    stock.fill(BOX)
    stock.shelf.find(0, BOX, Urgency.NOW, VISITOR)
    stock.shelf.lost(0)
    assert stock.shelf.find(0, BOX, Urgency.NOW, VISITOR).state is PictureState.WAITING, "thrown away"
    stock.fill(BOX)
    stock.shelf.find(0, BOX, Urgency.NOW, VISITOR)
    stock.workshop.make()
    stock.shelf.lost(0)
    assert stock.shelf.find(0, BOX, Urgency.NOW, VISITOR).state is PictureState.FAILED
    assert [problem.rule for problem in stock.complaints] == ["unloadable"]


def test_a_work_without_a_picture_has_none_to_lose() -> None:
    stock = Stock(exhibition())
    stock.shelf.lost(4)
    assert not stock.workshop.orders


def test_it_waits_until_everything_is_made_and_measured() -> None:
    stock = Stock(exhibition(3))
    assert not stock.shelf.waiting
    stock.shelf.measure()
    stock.shelf.find(0, None, Urgency.NOW, VISITOR)
    assert stock.shelf.waiting
    stock.workshop.make()
    assert stock.shelf.waiting
    stock.workshop.measured(lambda _: (3, 2))
    assert not stock.shelf.waiting


def test_sizes_that_become_known_say_whose_they_are() -> None:
    stock = Stock(exhibition(200))
    heard: list[tuple[int, int]] = []
    stock.shelf.measured.connect(lambda first, last: heard.append((first, last)))
    stock.cache.sizes = {source(work): (30, 20) for work in range(100, 103)}
    stock.shelf.measure()
    stock.workshop.measured(lambda _: (3, 2))
    assert heard == [(0, 63), (100, 102), (65, 127), (128, 191), (192, 199)]
    assert not stock.shelf.waiting


def test_what_was_looked_at_long_ago_is_found_again_and_does_not_pile_up() -> None:
    stock = Stock(exhibition(2000, themes=0))
    stock.fill()
    for work in range(2000):
        stock.shelf.find(work, None, Urgency.NOW, VISITOR)
        stock.shelf.keep(VISITOR, {(work, None)})
    assert len(stock.shelf._made) == len(stock.cache.held) == 1
    assert stock.shelf.find(0, None, Urgency.NOW, VISITOR).state is PictureState.READY
    assert not stock.workshop.orders


def test_a_broken_picture_has_the_shape_of_a_card_until_it_is_forgiven() -> None:
    stock = Stock(exhibition())
    stock.cache.sizes = {source(1): (300, 100)}
    stock.shelf.measure()
    assert stock.shelf.aspects((0, 1, 4)).tolist() == [CARD_ASPECT, 3, CARD_ASPECT]
    stock.shelf.changed.connect(lambda work: stock.shelf.find(work, None, Urgency.NOW, VISITOR))
    stock.shelf.find(1, None, Urgency.NOW, VISITOR)
    stock.workshop.make(broken=[1], rule="disk-full")
    assert stock.shelf.aspect(1) == CARD_ASPECT
    stock.shelf.forgive()
    assert stock.shelf.aspect(1) == 3


def test_closed_it_learns_no_more_sizes() -> None:
    stock = Stock(exhibition(200))
    stock.shelf.measure()
    stock.shelf.close()
    stock.workshop.measured(lambda _: (3, 2))
    assert stock.shelf.size(0) == (3, 2)
    assert stock.shelf.size(150) is None


def test_a_picture_is_looked_at_beside_the_thread_that_draws(qtbot: QtBot) -> None:
    stock = Stock(exhibition())
    stock.fill(BOX)
    slow = Slow(stock.cache)
    heard: list[int] = []
    stock.shelf.changed.connect(heard.append)
    for holder in (VISITOR, OTHER):
        assert stock.shelf.find(0, BOX, Urgency.NOW, holder).state is PictureState.WAITING
    assert stock.shelf.find(1, BOX, Urgency.NEXT, VISITOR).state is PictureState.WAITING
    assert stock.shelf.waiting
    stock.shelf.keep(VISITOR, {(0, BOX)})
    with qtbot.waitSignal(stock.shelf.changed):
        slow.answers.set()
    qtbot.waitUntil(lambda: slow.looked >= {source(0), source(1)})
    assert stock.shelf.find(0, BOX, Urgency.NOW, VISITOR).state is PictureState.READY
    assert heard == [0]
    assert not stock.workshop.orders
    del stock.cache.made[source(2), BOX]
    stock.shelf.find(2, BOX, Urgency.NOW, VISITOR)
    qtbot.waitUntil(lambda: bool(stock.workshop.orders))
    assert stock.shelf.find(2, BOX, Urgency.NOW, VISITOR).preview, "the preview stands in"
    stock.shelf.close()


def test_after_some_patience_a_picture_is_taken_for_what_it_was(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "PATIENCE_MS", 1)
    stock = Stock(exhibition())
    stock.fill(BOX)
    slow = Slow(stock.cache)
    with qtbot.waitSignal(stock.shelf.changed):
        stock.shelf.find(0, BOX, Urgency.NOW, VISITOR)
    assert stock.shelf.find(0, BOX, Urgency.NOW, VISITOR).state is PictureState.READY
    assert slow.looked == {source(0)}
    slow.answers.set()
    stock.shelf.close()


class Slow:
    """The drive of a cache that answers when the test says so; stands in for its register."""

    def __init__(self, cache: FakeCache) -> None:
        self.looked: set[Path] = set()
        self.answers = Event()
        cache.has_looked = self.looked.__contains__  # type: ignore[method-assign]
        cache.register = self  # type: ignore[attr-defined]

    def look(self, picture: Path) -> None:
        self.answers.wait(20)
        self.looked.add(picture)

    def believe(self, picture: Path) -> None:
        self.looked.add(picture)


@pytest.mark.parametrize("rule", sorted(NOT_THE_PICTURES))
def test_what_is_no_fault_of_a_picture_that_is_shown_leaves_it_as_it_is(rule: str) -> None:
    stock = Stock(exhibition())
    stock.fill(BOX)
    larger = (3840, 2160)
    stock.shelf.find(0, BOX, Urgency.NOW, VISITOR)
    stock.shelf.find(0, larger, Urgency.NOW, OTHER)
    for _ in range(3):
        stock.workshop.make(broken=[0], rule=rule)
        shown = stock.shelf.find(0, larger, Urgency.NOW, OTHER)
    assert shown.state is PictureState.READY
    assert shown.screen == rendition(source(0), BOX).screen, "the best there is"
    assert stock.shelf.has((0, larger))
    assert stock.shelf.has_picture(0)
    assert not stock.workshop.orders, "it is not tried again and again"
    assert [problem.rule for problem in stock.complaints] == ([] if rule in OF_ITS_DRIVE | NO_ROOM else [rule])
    stock.shelf.forgive()
    stock.shelf.find(0, larger, Urgency.NOW, OTHER)
    stock.workshop.make()
    assert stock.shelf.find(0, larger, Urgency.NOW, OTHER).screen == rendition(source(0), larger).screen
