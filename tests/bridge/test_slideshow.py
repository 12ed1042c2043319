"""The ring of slides around the current work: moved by intents, by time, and by nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.bridge.pace import Pace
from kiosk.bridge.pictures.shelf import Urgency
from kiosk.bridge.stage.moves import Move
from kiosk.bridge.stage.slideshow import RING, Slideshow
from kiosk.exhibition.label import LabelLine, Role
from kiosk.visit.boxes import pair_box
from kiosk.visit.flicker import MOST_CHANGES
from kiosk.visit.playlist import Playlist
from tests.bridge.fakes import Clock, Stock, exhibition, source

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

BOX = (1920, 1080)
GUARD_MS = 60_000


class Show:
    """A slideshow of some works, what it announced, and how to look into its ring."""

    def __init__(
        self,
        works: int = 6,
        dwell_s: float = 20,
        prepared: bool = True,
        pace: bool = False,
        pairs: tuple[tuple[int, int], ...] = (),
        size_cm: tuple[float, float] | None = None,
    ) -> None:
        self.stock = Stock(exhibition(works))
        if prepared:
            self.stock.fill(BOX)
            if pairs:
                self.stock.fill(pair_box(BOX))
        self.clock = Clock()
        self.language = "en"
        self.dwell_s = dwell_s
        self.slideshow = Slideshow(
            self.stock.shelf,
            Playlist.of(range(works), pairs=pairs),
            lambda work: (LabelLine(Role.TITLE, f"{self.language} {work}", self.language),),
            lambda work: f"{self.language} {work}, A Maker",
            lambda *shown: self.dwell_s * len(shown),
            self.clock,
            pace=Pace(self.clock, self.stock.shelf, lambda: 0.0, lambda _: (0.0, False)) if pace else None,
            pairs=pairs,
            size_of=lambda _: size_cm,
        )
        self.moves: list[tuple[int, int, int]] = []
        self.slideshow.moved.connect(
            lambda: self.moves.append((self.slideshow.page, self.slideshow.move, self.current))
        )
        self.slideshow.fit(*BOX)

    @property
    def current(self) -> int:
        return self.slideshow.current.work

    def ring(self) -> dict[int, int]:
        """The work at each page, from the current one."""
        return {slide.page - self.slideshow.page: slide.work for slide in self.slideshow.slides}


def test_two_neighbours_hang_ready_on_either_side(qtbot: QtBot) -> None:
    show = Show(7)
    assert show.ring() == {-2: 5, -1: 6, 0: 0, 1: 1, 2: 2}
    for _ in range(9):
        show.slideshow.next()
        show.slideshow.settled()
    qtbot.waitUntil(lambda: show.ring() == {-2: 0, -1: 1, 0: 2, 1: 3, 2: 4}, timeout=GUARD_MS)


def test_a_page_that_hangs_ready_is_turned_to_before_the_next_ones_are_hung(qtbot: QtBot) -> None:
    show = Show(7)
    show.slideshow.next()
    assert (show.current, show.ring()) == (1, {-3: 5, -2: 6, -1: 0, 0: 1, 1: 2})
    show.slideshow.next()
    assert (show.current, show.ring()) == (2, {-2: 0, -1: 1, 0: 2, 1: 3, 2: 4})
    show.slideshow.next()
    qtbot.waitUntil(lambda: show.ring() == {-2: 1, -1: 2, 0: 3, 1: 4, 2: 5}, timeout=GUARD_MS)


def test_a_page_whose_picture_is_still_to_be_made_is_ordered_at_once() -> None:
    show = Show(7, prepared=False)
    show.slideshow.next()
    assert (show.current, show.ring()) == (1, {-2: 6, -1: 0, 0: 1, 1: 2, 2: 3})


@pytest.mark.parametrize("works", [2, 3, 4, 5, 6])
def test_forward_and_back_for_ever_each_work_comes_in_its_turn(works: int, qtbot: QtBot) -> None:
    show = Show(works)
    for step in range(1, 2 * works + 2):
        show.slideshow.next()
        assert show.current == step % works
    for step in range(2 * works, -3, -1):
        show.slideshow.previous()
        assert show.current == step % works
    assert [page for page, _, _ in show.moves] == [*range(1, 2 * works + 2), *range(2 * works, -3, -1)]
    show.slideshow.settled()
    there = {ahead: (-2 + ahead - 1 + 1) % works for ahead in range(-2, 3)}
    qtbot.waitUntil(lambda: show.ring() == there, timeout=GUARD_MS)


def test_of_two_works_the_other_one_is_on_both_sides() -> None:
    assert Show(2).ring() == {-2: 0, -1: 1, 0: 0, 1: 1, 2: 0}


def test_one_work_stays() -> None:
    show = Show(1)
    for act in ("next", "previous", "first", "last", "settled"):
        getattr(show.slideshow, act)()
    show.slideshow.swipe(1)
    assert show.moves == []
    assert set(show.ring().values()) == {0}
    assert (show.slideshow.count, show.slideshow.position) == (1, 0)


@pytest.mark.parametrize(
    ("act", "move", "current"),
    [
        (lambda show: show.next(), Move.FADE, 1),
        (lambda show: show.previous(), Move.FADE, 5),
        (lambda show: show.swipe(1), Move.GLIDE, 1),
        (lambda show: show.swipe(-1), Move.GLIDE, 5),
        (lambda show: show.last(), Move.FADE, 5),
        (lambda show: show.goTo(3), Move.FADE, 3),
        (lambda show: show.go_to(3, Move.CUT), Move.CUT, 3),
    ],
)
def test_each_intent_moves_in_its_way(act: object, move: Move, current: int) -> None:
    show = Show()
    act(show.slideshow)  # type: ignore[operator]
    (_, moved, _), *others = show.moves
    assert (moved, show.current, others) == (move, current, [])
    assert show.slideshow.position == current


def test_a_jump_keeps_the_page_that_is_left_until_it_is_out_of_sight() -> None:
    show = Show(100)
    show.slideshow.goTo(50)
    assert show.ring() == {-2: 48, -1: 0, 0: 50, 1: 51, 2: 52}
    show.slideshow.settled()
    assert show.ring() == {-2: 48, -1: 49, 0: 50, 1: 51, 2: 52}
    show.slideshow.goTo(10)
    assert show.ring() == {-2: 8, -1: 9, 0: 10, 1: 50, 2: 12}
    show.slideshow.settled()
    assert show.ring() == {-2: 8, -1: 9, 0: 10, 1: 11, 2: 12}


def test_jumps_in_a_row_keep_the_last_page_that_was_left() -> None:
    show = Show(100)
    for work in (50, 20, 70):
        show.slideshow.goTo(work)
    assert show.ring()[-1] == 20
    show.slideshow.settled()
    assert show.ring()[-1] == 69


def test_first_and_last_are_those_of_the_works_on_show() -> None:
    show = Show(10)
    show.slideshow.filter((2, 5, 7))
    show.slideshow.last()
    assert show.current == 7
    show.slideshow.first()
    assert show.current == 2


def test_filtered_the_current_work_stays_where_it_is_among_others() -> None:
    show = Show(10)
    show.slideshow.goTo(5)
    page = show.slideshow.page
    show.slideshow.filter((2, 5, 7))
    assert (show.current, show.slideshow.page) == (5, page), "nothing turns"
    assert (show.slideshow.position, show.slideshow.count) == (1, 3)
    show.slideshow.settled()
    assert show.ring() == {-2: 7, -1: 2, 0: 5, 1: 7, 2: 2}


def test_filtered_away_the_current_work_fades_into_the_next_that_is_shown() -> None:
    show = Show(10)
    show.slideshow.goTo(5)
    show.slideshow.settled()
    show.slideshow.filter((2, 7, 8))
    assert show.moves[-1][1:] == (Move.FADE, 7)
    assert show.ring()[-1] == 5, "it is still there while it fades"
    show.slideshow.settled()
    assert show.ring()[-1] == 2


def ordered(show: Show) -> list[tuple[int, bool, int]]:
    """What waits to be made: the work, whether for the screen or only as a preview, and how urgently."""
    orders = sorted(show.stock.workshop.orders, key=lambda order: order.urgency, reverse=True)
    return [(int(order.source.stem), order.box == BOX, order.urgency) for order in orders]


def test_the_current_picture_comes_first_then_the_next_the_previous_and_what_is_ahead() -> None:
    show = Show(20, prepared=False)
    show.slideshow.goTo(10)
    show.slideshow.settled()
    forth = [
        (10, True, Urgency.NOW),
        (11, True, Urgency.NEXT),
        (9, True, Urgency.PREVIOUS),
        (12, True, Urgency.AHEAD - 2),
        (13, True, Urgency.AHEAD - 3),
        (8, False, Urgency.THUMBNAIL),
        (12, False, Urgency.THUMBNAIL),
    ]
    assert ordered(show) == forth
    assert Urgency.PREVIOUS > Urgency.AHEAD - 3 > Urgency.THUMBNAIL


def test_going_back_what_lies_behind_is_prepared() -> None:
    show = Show(20, prepared=False)
    show.slideshow.goTo(10)
    show.clock.now += 5
    show.slideshow.goTo(6)
    show.slideshow.settled()
    assert [work for work, screen, _ in ordered(show) if screen] == [6, 5, 7, 3]
    assert ordered(show)[1:3] == [(5, True, Urgency.NEXT), (7, True, Urgency.PREVIOUS)]


def test_what_was_passed_in_a_hurry_is_not_made() -> None:
    show = Show(50, prepared=False)
    for _ in range(20):
        show.slideshow.next()
    show.slideshow.settled()
    current = show.slideshow.current.work
    assert all(abs(work - current) <= 4 for work, _, _ in ordered(show))


def test_a_small_slideshow_orders_every_picture_as_urgently_as_it_is_needed_first() -> None:
    show = Show(2, prepared=False)
    assert ordered(show) == [(0, True, Urgency.NOW), (1, True, Urgency.NEXT), (0, False, Urgency.THUMBNAIL)]


def test_a_picture_that_arrives_hangs_on_its_slide() -> None:
    show = Show(prepared=False)
    assert not show.slideshow.current.preview.isValid()
    assert show.slideshow.current.aspect == pytest.approx(4 / 3)
    show.stock.workshop.make(size=(300, 100))
    assert show.slideshow.current.picture.fileName() == "0.1920x1080.jpg"
    assert show.slideshow.current.preview.fileName() == "0.preview.jpg"
    assert show.slideshow.current.aspect == 3
    assert not show.slideshow.current.card


def test_broken_and_missing_pictures_are_cards() -> None:
    show = Show(prepared=False)
    show.stock.workshop.make(broken=[0])
    assert (show.slideshow.current.card, show.slideshow.current.broken) == (True, True)
    show.slideshow.goTo(4)
    assert (show.slideshow.current.card, show.slideshow.current.broken) == (True, False)
    assert [line["words"] for line in show.slideshow.current.label] == ["en 4"]


def test_another_screen_gets_other_renditions() -> None:
    show = Show()
    show.stock.fill((3840, 2160))
    show.slideshow.fit(3840, 2160)
    assert show.slideshow.current.picture.fileName() == "0.3840x2160.jpg"


def test_retold_the_labels_are_in_the_new_language() -> None:
    show = Show()
    show.language = "ar"
    show.slideshow.retell()
    assert {slide.name for slide in show.slideshow.slides} == {f"ar {work}, A Maker" for work in (0, 1, 2, 4, 5)}
    assert show.moves == []


def test_time_passes_only_while_it_runs() -> None:
    show = Show(dwell_s=20)
    assert show.slideshow.dwellSeconds == 20
    show.clock.now += 100
    assert show.slideshow.progress() == 0
    show.slideshow.run(True)
    show.clock.now += 5
    assert show.slideshow.progress() == pytest.approx(0.25)
    show.slideshow.run(False)
    show.clock.now += 100
    assert show.slideshow.progress() == pytest.approx(0.25)
    show.slideshow.run(True)
    show.clock.now += 5
    assert show.slideshow.progress() == pytest.approx(0.5)


@pytest.mark.parametrize("running", [False, True])
def test_every_work_gets_its_time_from_the_start(running: bool) -> None:
    show = Show()
    show.slideshow.run(running)
    for act in (show.slideshow.next, show.slideshow.first, lambda: show.slideshow.goTo(0)):
        show.clock.now += 7
        show.dwell_s += 1
        act()
        assert show.slideshow.progress() == 0
        assert show.slideshow.dwellSeconds == show.dwell_s


def test_when_its_time_is_over_the_next_work_fades_in(qtbot: QtBot) -> None:
    show = Show(dwell_s=0.01)
    with qtbot.waitSignal(show.slideshow.moved, timeout=GUARD_MS):
        show.slideshow.run(True)
    assert show.moves[0] == (1, Move.FADE, 1)
    qtbot.waitUntil(lambda: len(show.moves) >= 7, timeout=GUARD_MS)
    assert [current for _, _, current in show.moves[:7]] == [1, 2, 3, 4, 5, 0, 1]


def test_held_it_never_moves(qtbot: QtBot) -> None:
    show = Show(dwell_s=0.005)
    show.slideshow.run(True)
    show.slideshow.run(False)
    qtbot.wait(50)
    assert show.moves == []


def test_one_work_alone_begins_its_time_anew(qtbot: QtBot) -> None:
    show = Show(1, dwell_s=0.01)
    with qtbot.waitSignals([show.slideshow.dwellChanged] * 2, timeout=GUARD_MS):
        show.slideshow.run(True)
    assert show.moves == []


def test_running_is_told_when_it_changes() -> None:
    show = Show()
    told: list[bool] = []
    show.slideshow.runningChanged.connect(lambda: told.append(show.slideshow.running))
    for running in (True, True, False, False, True):
        show.slideshow.run(running)
    assert told == [True, False, True]


def test_ten_thousand_works_turn_filter_and_jump_with_a_ring_of_five() -> None:
    show = Show(10_000, prepared=False)
    assert len(show.slideshow.slides) == RING
    for works in (tuple(range(0, 10_000, 3)), tuple(range(10_000)), (9_999,), tuple(range(10_000))):
        show.slideshow.filter(works)
    assert (show.current, show.slideshow.position, show.slideshow.count) == (9_999, 9_999, 10_000)
    show.slideshow.next()
    assert show.current == 0
    show.slideshow.goTo(7_000)
    show.slideshow.settled()
    assert show.ring() == {-2: 6_998, -1: 6_999, 0: 7_000, 1: 7_001, 2: 7_002}
    assert {order.source for order in show.stock.workshop.orders} <= {source(work) for work in range(10_000)}


def boxes(show: Show) -> dict[int, set[object]]:
    """What is ordered of each work."""
    found: dict[int, set[object]] = {}
    for order in show.stock.workshop.orders:
        found.setdefault(int(order.source.stem), set()).add(order.box)
    return found


def test_in_haste_previews_are_made_and_afterwards_the_renditions_for_the_screen() -> None:
    show = Show(20, prepared=False)
    show.slideshow.next()
    assert BOX in boxes(show)[1], "one page turned is no haste"
    show.clock.now += 0.1
    show.slideshow.next()
    assert set().union(*boxes(show).values()) == {None}
    assert {2, 3, 5} <= boxes(show).keys(), "the current one and those ahead; 4 has no picture"
    show.stock.workshop.make()
    slide = show.slideshow.current
    assert (slide.preview.fileName(), slide.picture.isEmpty()) == ("2.preview.jpg", True)
    show.clock.now += 1
    show.slideshow._calm.timeout.emit()
    assert BOX in boxes(show)[2]
    show.stock.workshop.make()
    assert slide.picture.fileName() == "2.1920x1080.jpg"


def test_in_haste_what_is_prepared_is_shown_as_ever() -> None:
    show = Show(20)
    for _ in range(3):
        show.clock.now += 0.1
        show.slideshow.next()
    assert show.slideshow.current.picture.fileName() == "3.1920x1080.jpg"
    assert show.stock.workshop.orders == []


def test_haste_goes_on_while_pages_are_turned() -> None:
    show = Show(20, prepared=False)
    for _ in range(3):
        show.clock.now += 0.1
        show.slideshow.next()
    show.clock.now += 0.1
    show.slideshow._calm.timeout.emit()
    assert set().union(*boxes(show).values()) == {None}
    assert show.slideshow._calm.isActive()


def test_where_a_turn_that_waits_will_lead_hangs_ready() -> None:
    show = Show(40, pace=True)
    for _ in range(20):
        show.slideshow.next()
    assert show.slideshow.waits
    assert show.current == MOST_CHANGES
    assert show.ring()[1] == 20


def waiting() -> tuple[Show, int]:
    """A show whose turn has to wait, since too many pages have been turned, and the work that it is to."""
    show = Show(20, pace=True)
    while not show.slideshow.waits:
        show.slideshow.next()
    show.moves.clear()
    return show, show.current + 1


def test_a_step_back_takes_back_a_turn_that_waits() -> None:
    show, work = waiting()
    show.slideshow.next()
    show.slideshow.previous()
    assert show.slideshow.waits
    show.slideshow.previous()
    assert not show.slideshow.waits, "a page turns to itself"
    assert (show.current, show.moves) == (work - 1, [])
    assert show.ring() == {offset: work - 1 + offset for offset in range(-2, 3)}


def test_a_work_that_is_opened_is_there_at_once_though_a_turn_to_it_waits() -> None:
    show, work = waiting()
    show.slideshow.go_to(work, Move.CUT)
    assert (show.current, show.slideshow.waits) == (work, False)


def test_a_pair_hangs_on_one_page_each_work_made_for_its_part_of_the_screen() -> None:
    show = Show(6, pairs=((1, 3),))
    show.slideshow.next()
    slide = show.slideshow.current
    assert (slide.paired, slide.works, slide.second.name) == (True, (1, 3), "en 3, A Maker")
    assert [line["words"] for line in slide.second.label] == ["en 3"]
    part = pair_box(BOX)
    for work, hung in ((1, slide), (3, slide.second)):
        assert hung.picture.toLocalFile().endswith(f"{work}.{part[0]}x{part[1]}.jpg")
    counted = (show.slideshow.position, show.slideshow.lastPosition, show.slideshow.count)
    assert counted == (1, 2, 6)
    show.slideshow.next()
    assert (show.current, show.slideshow.current.paired, show.slideshow.position) == (2, False, 3)
    assert show.slideshow.current.picture.toLocalFile().endswith(f"2.{BOX[0]}x{BOX[1]}.jpg")


@pytest.mark.parametrize(("work", "subject"), [(1, 1), (3, 3)])
def test_who_comes_to_the_second_of_a_pair_is_at_that_one(work: int, subject: int) -> None:
    show = Show(6, pairs=((1, 3),))
    show.slideshow.go_to(work, Move.CUT)
    assert (show.current, show.slideshow.subject.work) == (1, subject)
    show.slideshow.attend(1)
    assert show.slideshow.subject.work == 1
    show.slideshow.attend(5)
    assert show.slideshow.subject.work == 1, "that one is on another page"
    show.slideshow.next()
    assert show.slideshow.subject.work == show.current == 2


@pytest.mark.parametrize(("left", "works"), [((1, 2), (1,)), ((2, 3), (3,)), ((1, 3), (1, 3)), ((0, 2), (2,))])
def test_where_its_partner_is_filtered_out_a_work_stands_alone(left: tuple[int, ...], works: tuple[int, ...]) -> None:
    show = Show(6, pairs=((1, 3),))
    show.slideshow.go_to(1, Move.CUT)
    show.moves.clear()
    show.slideshow.filter(left)
    assert show.slideshow.current.works == works
    assert [move for _, move, _ in show.moves] == ([Move.CUT] if works == (1, 3) else [Move.FADE])
    show.slideshow.filter(tuple(range(6)))
    assert show.slideshow.current.works == ((2,) if works == (2,) else (1, 3))


def test_one_pair_alone_is_a_page_that_stays() -> None:
    show = Show(2, pairs=((0, 1),))
    for act in ("next", "previous", "first", "last"):
        getattr(show.slideshow, act)()
    assert (show.moves, show.slideshow.turnable, show.slideshow.count) == ([], False, 2)


def test_a_pair_stays_as_long_as_both_labels_need() -> None:
    show = Show(4, pairs=((0, 1),))
    assert show.slideshow.dwellSeconds == 40
    show.slideshow.next()
    assert show.slideshow.dwellSeconds == 20


@pytest.mark.parametrize(
    ("size_cm", "height"), [((20, 30), 20), ((30, 20), 0), (None, 0), ((0, 30), 0)], ids=["", "turned", "none", "0 cm"]
)
def test_a_work_tells_how_high_it_is_if_its_picture_shows_it(
    size_cm: tuple[float, float] | None, height: float
) -> None:
    show = Show(2, pairs=((0, 1),), size_cm=size_cm)
    assert (show.slideshow.current.heightCm, show.slideshow.current.second.heightCm) == (height, height)


def test_what_stands_is_told_to_who_watches() -> None:
    show = Show(3, dwell_s=20)
    assert show.slideshow.standing == (0, None)
    show.slideshow.run(True)
    assert show.slideshow.standing == (0, 20)
    show.slideshow.next()
    assert show.slideshow.standing == (1, 20)
    show.slideshow.current.present(False)
    assert show.slideshow.standing == (None, 20)


def test_a_single_work_may_stay() -> None:
    show = Show(1)
    show.slideshow.run(True)
    assert show.slideshow.standing == (0, None)


def test_what_is_expected_hangs_ready_and_comes_next_wherever_it_is_in_the_order(qtbot: QtBot) -> None:
    show = Show(7)
    show.slideshow.expect(4)
    assert show.ring()[1] == 4
    show.slideshow.come(4)
    assert show.moves == [(1, Move.FADE, 4)]
    qtbot.waitUntil(lambda: show.ring()[1] == 5, timeout=GUARD_MS)
    show.slideshow.come(4)
    assert len(show.moves) == 1, "it is there"
    show.slideshow.come(3)
    assert show.moves[-1] == (0, Move.FADE, 3), "back to where it hangs"
    show.slideshow.expect(99)
    show.slideshow.expect(None)
    assert show.ring()[1] == 4
