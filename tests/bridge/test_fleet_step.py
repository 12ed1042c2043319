"""A kiosk follows another: two galleries in this process, with what one tells handed to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from kiosk.bridge.fleet import follower as fleet_follower
from kiosk.bridge.fleet.follower import Follower
from kiosk.bridge.fleet.leader import Leader
from kiosk.exhibition.config import Config
from kiosk.exhibition.config_fleet import Fleet, Shows
from kiosk.exhibition.model import Detail
from kiosk.exhibition.text import plain
from kiosk.fleet.in_step import Leading
from kiosk.fleet.state import Stand
from kiosk.fleet.topics import Root
from kiosk.visit.boxes import pair_box
from kiosk.visit.session import Screen
from tests.bridge.fakes import exhibition
from tests.bridge.test_fleet_acts import Desk
from tests.bridge.test_gallery import Opened

if TYPE_CHECKING:
    from kiosk.bridge.gallery import Gallery
    from kiosk.fleet.step import Step

ROOT = Root("kiosk")
GUARD_MS = 20_000


class Two:
    """A leader and a follower, whose clocks are an hour apart. `line`: what the leader tells is heard."""

    def __init__(self, qapp: Any, shows: Shows = Shows.SAME, ahead: int = 1, works: int = 9, **more: Any) -> None:
        self.here, self.apart = 100.0, 3600.0
        self.line = True
        self.told: list[Step] = []
        self.desks = [self._desk(qapp, 9, more), self._desk(qapp, works, more)]
        leading = Leading(ROOT, "hall-1", lambda: self.here + self.apart)
        self.lead = Leader(leading, lambda: self.here + self.apart)
        settings = Fleet(follow="hall-1", shows=shows, ahead=ahead)
        self.follower = Follower(ROOT, "hall-2", settings, lambda: self.here)
        self.gallery.nearer.asked.connect(self._look_closer)
        self.gallery.nearer.stand(0, 0, 1280, 720, 1280, 720)
        leading.tell = self._carry  # type: ignore[method-assign]
        for end, desk in ((self.lead, self.desks[0]), (self.follower, self.desks[1])):
            desk.gallery.start()
            self._load(desk.gallery)
            end.follow(desk)  # type: ignore[attr-defined]
        question = self.follower.hearing.say(0)
        assert question
        answer = leading.hear(*question, retained=False)
        assert answer
        self.follower.hearing.hear(*answer, retained=False)

    @staticmethod
    def _desk(qapp: Any, works: int, more: Any) -> Desk:
        shown = exhibition(works=works, themes=3)
        first, second = more.get("pair", (None, None))
        keys = {name: value for name, value in more.items() if name != "pair"}
        hung = [replace(work, **keys) for work in shown.works]
        if first is not None:
            hung[first] = replace(hung[first], pair_with=hung[second].id)
        shown = replace(shown, works=tuple(hung))
        return Desk(Opened(qapp, shown, Config()), shown)

    def _load(self, gallery: Gallery) -> None:
        for place in range(2):
            self._make()
            gallery.loop.loaded(place)

    def _make(self) -> None:
        for desk in self.desks:
            desk.opened.stock.workshop.make()

    def _look_closer(self) -> None:
        """As the stage does, and the closer look when the picture has come."""
        self.gallery.lookCloser(100, 100, 600)
        self.gallery.nearer.arrive()

    def _carry(self, step: Step) -> None:
        self.told.append(step)
        if self.line:
            self.follower._hear(step)

    def beat(self) -> None:
        """The leader tells, and everything is loaded."""
        self.lead._tell()
        for _ in range(3):
            self._make()
            for desk in self.desks:
                desk.gallery.loop.faded()
                for place in range(2):
                    desk.gallery.loop.loaded(place)
            self.follower._look()

    @property
    def leader(self) -> Gallery:
        return self.desks[0].gallery

    @property
    def gallery(self) -> Gallery:
        return self.desks[1].gallery

    @property
    def shown(self) -> tuple[Screen, int]:
        return _shown(self.gallery)


def _shown(gallery: Gallery) -> tuple[Screen, int]:
    on = gallery.sitting.session.screen
    loop = gallery.loop.hung
    return on, gallery.show.playlist.current if on is not Screen.ATTRACT else loop.works[0] if loop else -1


@pytest.fixture
def two(qapp: Any) -> Two:
    return Two(qapp)


def test_the_loop_turns_with_the_leaders_and_not_by_itself(two: Two) -> None:
    two.beat()
    assert two.follower.told.stand is Stand.IN_STEP
    for _ in range(4):
        assert two.leader.loop.advance()
        two.beat()
        assert two.shown == _shown(two.leader)
    assert two.gallery.loop._turn.isActive() is False
    assert two.leader.loop.number == two.gallery.loop.number, "and moves like it"


def test_a_turn_that_is_known_before_comes_at_its_moment(two: Two, qtbot: Any, monkeypatch: Any) -> None:
    two.beat()
    step = two.told[-1]
    assert step.turns_at is not None
    assert step.turns_at - (two.here + two.apart) == pytest.approx(14, abs=1)
    two.line = False
    assert two.shown[1] == 0
    two.here = step.turns_at - two.apart - 0.02
    two.follower._look()
    assert two.shown[1] == 0, "20 ms too early"
    monkeypatch.setattr(two.follower, "_now", lambda: two.here + 0.03)
    monkeypatch.setattr(fleet_follower, "ceil", round)
    qtbot.waitUntil(lambda: two.shown[1] == 1, timeout=GUARD_MS)


@pytest.mark.parametrize(("shows", "ahead", "further"), [(Shows.SAME, 1, 0), (Shows.NEXT, 1, 1), (Shows.NEXT, 3, 3)])
def test_on_the_stage_it_is_so_many_ahead_and_nobodys(qapp: Any, shows: Shows, ahead: int, further: int) -> None:
    two = Two(qapp, shows, ahead)
    two.leader.explore(2)
    two.beat()
    assert two.shown == (Screen.STAGE, 2 + further)
    assert not two.gallery.sitting.visited
    assert not two.gallery.sitting.session.advancing
    two.leader.show.next()
    two.beat()
    assert two.shown == (Screen.STAGE, 3 + further)
    two.leader.show.previous()
    two.leader.show.previous()
    two.beat()
    assert two.shown == (Screen.STAGE, 1 + further)
    two.leader.sitting.go_home()
    two.beat()
    assert two.shown[0] is Screen.ATTRACT


def test_the_order_is_the_leaders_with_its_theme(qapp: Any) -> None:
    two = Two(qapp, Shows.NEXT)
    two.leader.choose("theme-1")
    two.leader.explore(1)
    two.beat()
    assert two.shown == (Screen.STAGE, 4)
    assert len(two.gallery.show.playlist.works) == 9, "what was chosen there is not told here"
    two.leader.show.next()
    two.beat()
    assert two.shown == (Screen.STAGE, 7)


def test_who_visits_the_follower_is_left_alone_until_they_have_gone(two: Two, caplog: Any) -> None:
    caplog.set_level("INFO")
    two.leader.explore(2)
    two.beat()
    caplog.clear()
    two.gallery.sitting.touched(True)
    two.gallery.sitting.touched(False)
    two.leader.show.next()
    two.beat()
    assert (two.shown, two.follower.told.stand) == ((Screen.STAGE, 2), Stand.VISITED)
    assert two.follower.in_step_with() == ""
    two.gallery.sitting.go_home()
    two.beat()
    assert (two.shown, two.follower.told.stand) == ((Screen.STAGE, 3), Stand.IN_STEP)
    assert not caplog.records, "a log is no diary of visitors"


@pytest.mark.logs("out of step: hall-1 has gone")
def test_left_alone_it_goes_on_from_where_it_is_and_comes_back(two: Two, caplog: Any) -> None:
    two.leader.loop.advance()
    two.beat()
    assert two.shown[1] == 1
    two.follower._lose()
    assert two.follower.told.stand is Stand.ALONE
    assert two.gallery.loop._turn.isActive()
    two.follower._lose()
    assert len([each for each in caplog.records if each.levelname == "WARNING"]) == 1
    assert two.gallery.loop.advance()
    assert two.shown[1] == 2
    two.leader.explore(5)
    two.beat()
    assert (two.shown, two.follower.told.stand) == ((Screen.STAGE, 5), Stand.IN_STEP)
    two.follower._lose()
    assert two.gallery.sitting.session.advancing, "the slideshow goes on"


@pytest.mark.logs("out of step: hall-1 has not been heard for 0.001 s")
def test_a_leader_that_is_not_heard_is_gone(two: Two, qtbot: Any) -> None:
    two.beat()
    two.line = False
    two.follower._silence.start(1)
    qtbot.waitUntil(lambda: two.follower.told.stand is Stand.ALONE, timeout=GUARD_MS)


@pytest.mark.logs("out of step: hall-1 shows work-7, which is not in what is shown here")
def test_what_is_not_here_is_told_and_something_else_is_shown(qapp: Any) -> None:
    two = Two(qapp, works=5)
    two.leader.explore(3)
    two.beat()
    assert two.shown == (Screen.STAGE, 3)
    two.leader.show.goTo(7)
    two.beat()
    assert two.shown == (Screen.STAGE, 3)
    assert (two.follower.told.stand, "work-7" in two.follower.told.why) == (Stand.ALONE, True)
    two.leader.show.goTo(2)
    two.beat()
    assert (two.shown, two.follower.told.why) == ((Screen.STAGE, 2), "")


def test_a_leader_that_is_closed_or_dark_leads_nobody(two: Two) -> None:
    two.beat()
    two.desks[0].lit = False
    two.beat()
    assert two.follower.told.why == "hall-1: its screen is off"
    two.desks[0].lit = True
    two.leader.entrance.turn(False)
    two.beat()
    assert two.follower.told.why == "hall-1: it is closed"
    assert two.gallery.loop._turn.isActive()
    two.leader.entrance.turn(True)
    two.gallery.entrance.turn(False)
    two.beat()
    assert two.follower.told.why == "this one is closed"


def test_a_state_has_how_late_the_last_picture_came_and_how_the_clocks_stand(two: Two) -> None:
    two.beat()
    two.here += 0.012
    two.leader.loop.advance()
    two.here += 0.025
    two.beat()
    told = two.follower.told
    assert told.round_trip_ms is not None
    assert told.late_ms is not None
    assert 0 <= told.late_ms <= 40
    assert (told.leader, told.shows, told.day_ms is None) == ("hall-1", Shows.SAME, False)


CURATED = (0.5, 0.5, 0.25, 0.25)


@pytest.fixture
def detail(qapp: Any) -> Two:
    return Two(qapp, Shows.DETAIL, details=(Detail(CURATED, plain("A hat")),))


def looks(two: Two) -> Any:
    """The follower's stage comes, and its QML asks for a closer look when that is wanted."""
    two.beat()
    two.here += 5
    two.follower._look()
    return two.gallery.nearer.goal


def test_a_detail_is_the_curators_until_somebody_looks_closer_at_the_leader(detail: Two) -> None:
    two = detail
    two.leader.explore(1)
    left, top, right, bottom = looks(two)
    assert ((left + right) / 2, (top + bottom) / 2) == pytest.approx((0.625, 0.625))
    assert right - left < 0.5, "as large as its pixels allow"
    assert (two.gallery.sitting.session.screen, two.gallery.sitting.visited) == (Screen.CLOSER, False)
    assert two.gallery.closer.aimed
    two.leader.lookCloser(100, 100, 600)
    two.leader.nearer.stand(0, 0, 1280, 720, 1280, 720)
    two.leader.nearer.point(0.2, 0.2)
    two.leader.nearer.step(2)
    there = two.leader.nearer.goal
    assert there
    two.beat()
    here = two.gallery.nearer.goal
    assert here is not None
    assert ((here[0] + here[2]) / 2, (here[1] + here[3]) / 2) == pytest.approx(
        ((there[0] + there[2]) / 2, (there[1] + there[3]) / 2), abs=0.02
    )


def test_a_detail_goes_back_to_its_whole_before_the_next_one_comes(detail: Two) -> None:
    two = detail
    two.leader.explore(1)
    assert looks(two)
    two.leader.sitting.lead(lambda: two.leader.sitting.rest(False))
    two.beat()
    turns_at = two.told[-1].turns_at
    assert turns_at is not None
    two.here = turns_at - two.apart - 0.5
    two.follower._look()
    assert two.shown == (Screen.STAGE, 1)
    two.leader.show.next()
    two.beat()
    assert two.shown == (Screen.STAGE, 2)
    assert looks(two)
    assert two.shown == (Screen.CLOSER, 2)


@pytest.mark.logs("out of step: hall-1 has gone")
def test_who_touches_a_detail_may_look_around_and_alone_it_is_whole_again(detail: Two) -> None:
    two = detail
    two.leader.explore(1)
    looks(two)
    two.gallery.sitting.touched(True)
    two.follower._look()
    assert (two.shown, two.gallery.closer.aimed) == ((Screen.CLOSER, 1), False)
    assert two.gallery.sitting.visited
    two.gallery.sitting.go_home()
    looks(two)
    assert two.shown == (Screen.CLOSER, 1)
    two.follower._lose()
    assert (two.shown, two.gallery.closer.aimed) == ((Screen.STAGE, 1), False)
    assert two.gallery.sitting.session.advancing


def test_in_the_loop_a_detail_fills_the_picture(detail: Two) -> None:
    detail.leader.loop.advance()
    detail.beat()
    scene = detail.gallery.loop.front_scene
    assert scene.end.contains(scene.part.center())
    assert scene.end.width() < 0.3 < detail.leader.loop.front_scene.end.width()


@pytest.mark.logs("out of step: hall-1 shows work-1, which is not in what is shown here")
def test_what_is_not_on_show_here_does_not_come_after_it_was_announced_either(two: Two, monkeypatch: Any) -> None:
    monkeypatch.setattr(two.gallery, "has_on_show", lambda work: work != 1)
    two.beat()
    two.leader.loop.advance()
    two.beat()
    assert two.follower.told.stand is Stand.ALONE
    assert two.gallery.loop.advance()
    assert two.shown[1] != 1


@pytest.mark.logs("out of step: hall-1 has gone")
def test_a_theme_that_it_was_sent_to_while_alone_does_not_hold_it(two: Two) -> None:
    two.beat()
    two.follower._lose()
    two.gallery.sitting.lead(lambda: (two.gallery.choose("theme-1"), two.gallery.explore(-1)))
    two.leader.explore(2)
    two.beat()
    assert (two.shown, two.follower.told.stand) == ((Screen.STAGE, 2), Stand.IN_STEP)


def test_who_touches_it_while_a_change_waits_stays(two: Two, monkeypatch: Any) -> None:
    two.leader.explore(2)
    two.beat()
    waiting: list[Any] = []
    with monkeypatch.context() as made:
        made.setattr(two.gallery.changes, "make", lambda _change, act: waiting.append(act))
        two.leader.sitting.go_home()
        two.lead._tell()
    two.gallery.sitting.touched(True)
    assert waiting
    for act in waiting:
        act()
    assert two.shown == (Screen.STAGE, 2)
    assert two.gallery.sitting.visited


def test_turns_of_a_visitor_are_not_late_and_one_who_has_gone_is_not_told_of(two: Two) -> None:
    two.leader.explore(2)
    two.beat()
    two.gallery.sitting.touched(True)
    two.gallery.sitting.touched(False)
    two.follower._look()
    two.here += 5
    two.leader.show.next()
    two.beat()
    two.here += 30
    two.gallery.show.next()
    assert (two.follower.told.late_ms or 0) < 1000
    two.follower._lose()
    two.gallery.sitting.go_home()
    two.follower._look()
    assert two.follower.told.stand is Stand.ALONE


def test_the_detail_is_of_the_leaders_work_also_where_that_is_the_second_of_a_pair(qapp: Any) -> None:
    two = Two(qapp, Shows.DETAIL, details=(Detail(CURATED, plain("A hat")),), pair=(0, 1))
    for desk in two.desks:
        desk.opened.stock.fill((1920, 1080), pair_box((1920, 1080)))
    two.leader.choose("theme-1")
    two.leader.explore(4)
    looks(two)
    two.leader.show.goTo(1)
    looks(two)
    assert two.gallery.show.playlist.shown == (0, 1)
    assert (two.gallery.sitting.session.screen, two.gallery.nearer.work) == (Screen.CLOSER, 1)


def test_a_turn_in_the_far_future_is_waited_for(detail: Two) -> None:
    detail.leader.explore(1)
    looks(detail)
    detail.follower._hear(replace(detail.told[-1], turns_at=2.0**40))
    assert detail.shown == (Screen.CLOSER, 1)
    assert detail.follower._turn.isActive()


@pytest.mark.logs("shows another exhibition: a\N{REPLACEMENT CHARACTER}b")
def test_words_of_a_leader_do_not_forge_the_log(two: Two) -> None:
    two.beat()
    two.follower._hear(replace(two.told[-1], exhibition="a\nb"))


@pytest.mark.parametrize("away", [False, True])
def test_who_touches_it_while_a_closer_look_waits_stays(detail: Two, monkeypatch: Any, away: bool) -> None:
    two = detail
    two.leader.explore(1)
    two.beat()
    if away:
        looks(two)
    before = two.shown
    two.here += 5
    waiting: list[Any] = []
    with monkeypatch.context() as made:
        made.setattr(two.gallery.changes, "make", lambda _change, act: waiting.append(act))
        if away:
            made.setattr(two.follower._detail, "part_of", lambda *_: None)
        two.follower._look()
    two.gallery.sitting.touched(True)
    assert waiting
    for act in waiting:
        act()
    assert two.shown == before
    assert two.gallery.sitting.visited


def test_where_motion_is_reduced_parts_follow_each_other_slowly(detail: Two) -> None:
    two = detail
    two.gallery.sitting.reduce_at_home(True)
    two.leader.explore(1)
    assert looks(two)
    sent: list[None] = []
    two.gallery.nearer.sent.connect(lambda: sent.append(None))
    for place in range(10):
        two.here += 0.1
        two.follower._hear(replace(two.told[-1], part=(0.05 * place, 0.1, 0.3, 0.3)))
    assert 1 <= len(sent) <= 2
    two.here += 1
    two.follower._look()
    assert two.gallery.nearer._aim == (0.45, 0.1, 0.3, 0.3), "the last one comes in any case"


def test_a_turn_of_the_leaders_that_waits_is_told_already(two: Two, monkeypatch: Any) -> None:
    two.leader.explore(2)
    two.beat()
    goal = two.leader.show.playlist.step(1)
    monkeypatch.setattr(type(two.leader.show), "goal", goal)
    two.lead._tell()
    assert two.told[-1].shown is not None
    assert two.told[-1].shown.works == ("work-3",)


def test_while_nothing_hangs_it_is_not_in_step(two: Two) -> None:
    two.beat()
    two.follower._reception.hung = None  # type: ignore[union-attr]
    two.follower._look()
    assert two.follower.told.stand is Stand.ALONE
    assert two.follower.in_step_with() == ""
