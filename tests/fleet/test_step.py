"""Going in step without a broker: clocks that are far away, what a follower shows, and what it does not believe."""

from __future__ import annotations

from random import Random

import msgspec
import pytest

from kiosk.exhibition.config_fleet import Shows
from kiosk.fleet.far_clock import SURE, Exchange, FarClock
from kiosk.fleet.following import Order, at, lacking, plan
from kiosk.fleet.in_step import ASK_S, FIRST_ASKS, MOST_ANSWERS, Hearing, Leading
from kiosk.fleet.step import MOST_AHEAD, MOST_BYTES, Answer, Ask, Kind, Scene, Step, decode
from kiosk.fleet.topics import Root

ROOT = Root("kiosk")
RUN = "a1"


def clock_after(
    minutes: float,
    skew: float = 0.0,
    offset: float = 1000.0,
    ways_s: tuple[float, float] = (0.001, 0.001),
    jitter_s: float = 0.0,
    seed: int = 1,
) -> tuple[FarClock, float]:
    """A clock that was asked for so long over a line like this, and how wrong it is at the end, in seconds."""
    clock, chance, here = FarClock(), Random(seed), 50.0

    def there(moment: float) -> float:
        return moment * (1 + skew) + offset

    while here < 50 + 60 * minutes:
        out, back = (way + chance.expovariate(1 / jitter_s) if jitter_s else way for way in ways_s)
        clock.note(Exchange(here, there(here + out), there(here + out), here + out + back))
        here += ASK_S
    found = clock.there(here)
    assert found is not None
    assert clock.here(found) == pytest.approx(here, abs=1e-6)
    return clock, abs(found - there(here))


def test_offset_and_round_trip_are_those_of_rfc_5905() -> None:
    exchange = Exchange(asked=10.0, heard=105.1, answered=105.3, back=10.6)
    assert exchange.offset == pytest.approx(((105.1 - 10.0) + (105.3 - 10.6)) / 2)
    assert exchange.round_trip == pytest.approx((10.6 - 10.0) - (105.3 - 105.1))


@pytest.mark.parametrize("seed", range(5))
def test_of_a_line_that_trembles_the_quickest_answers_count(seed: int) -> None:
    _, wrong_s = clock_after(2, jitter_s=0.2, seed=seed)
    assert wrong_s < 0.06, "though an answer takes 0.4 s, and often a second"


def test_a_line_that_is_slower_one_way_is_off_by_half_of_the_difference_at_most() -> None:
    clock, wrong_s = clock_after(2, ways_s=(0.1, 0.02))
    assert wrong_s == pytest.approx(0.04, abs=0.001)
    assert clock.round_trip == pytest.approx(0.12)


@pytest.mark.parametrize("ppm", [-400, -50, 0, 20, 300])
def test_the_drift_is_found_and_reckoned_with(ppm: int) -> None:
    clock, wrong_s = clock_after(5, skew=ppm / 1e6)
    assert clock.drift is not None
    assert 1e6 * clock.drift.rate == pytest.approx(ppm, abs=20)
    assert wrong_s < 0.002


def test_a_drift_that_is_not_certain_is_not_told() -> None:
    clock, _ = clock_after(0.5, jitter_s=0.3)
    assert clock.drift is None or clock.drift.unsure <= SURE
    assert FarClock().drift is FarClock().round_trip is FarClock().there(1.0) is FarClock().here(1.0) is None


def test_a_clock_that_jumps_is_another_one_from_the_next_answer_on() -> None:
    clock, _ = clock_after(2)
    here = 500.0
    clock.note(Exchange(here, here + 4000, here + 4000, here + 0.4))
    found = clock.there(here)
    assert found is not None
    assert abs(found - (here + 4000)) <= 0.2
    assert clock.drift is None


def scenes(*works: str) -> tuple[Scene, ...]:
    return tuple(Scene((work,), number=number) for number, work in enumerate(works))


def step(number: int = 1, run: str = RUN, **more: object) -> Step:
    shown, *then = scenes("a", "b", "c", "d")
    told: dict[str, object] = {"shown": shown, "then": tuple(then), "since": 90.0, "turns_at": 104.0}
    return Step(**{**told, **more, "run": run, "number": number, "sent": 100.0})  # type: ignore[arg-type]


def shown_at(moment: float | None, shows: Shows = Shows.SAME, ahead: int = 1) -> tuple[str, str | None]:
    wanted = plan(at(step(), moment), shows, ahead)
    assert wanted
    return wanted.shown.works[0], wanted.coming.works[0] if wanted.coming else None


def test_what_was_to_come_has_come_at_its_moment() -> None:
    assert shown_at(103.999) == shown_at(None) == ("a", "b")
    assert shown_at(104.0) == shown_at(200.0) == ("b", "c")
    assert at(step(turns_at=None), 200.0).shown == Scene(("a",))
    assert at(step(then=()), 200.0).shown == Scene(("a",))


def test_the_next_one_is_that_of_the_leader_so_many_ahead() -> None:
    assert shown_at(100.0, Shows.NEXT) == ("b", "c")
    assert shown_at(100.0, Shows.NEXT, 2) == ("c", "d")
    assert shown_at(104.0, Shows.NEXT, 2) == ("d", None)
    assert shown_at(100.0, Shows.NEXT, 8) == ("d", None)
    assert shown_at(100.0, Shows.DETAIL, 2) == ("a", "b")
    alone = plan(step(then=()), Shows.NEXT, 1)
    assert alone
    assert alone.shown.works == ("a",), "a leader of one work"
    assert plan(step(shown=None), Shows.SAME, 1) is None


def test_a_work_that_is_not_here_is_named() -> None:
    assert lacking(Scene(("a", "b")), {"a"}) == "b"
    assert lacking(Scene(("a",)), {"a"}) == ""


def test_only_what_is_newer_counts_and_a_run_that_is_over_does_not_come_back() -> None:
    order = Order()
    assert order.admits(step(5))
    assert not order.admits(step(5)), "twice"
    assert not order.admits(step(4)), "late"
    assert order.admits(step(6))
    assert order.admits(step(1, "b2")), "it was started again"
    assert not order.admits(step(7)), "on the way for long"
    assert order.admits(step(2, "b2"))


def test_a_step_comes_as_it_was_told_and_the_longest_fits() -> None:
    longest = step(
        exhibition="x" * 200,
        shown=Scene(("w" * 200,)),
        then=tuple(Scene(("w" * 60, "w" * 60, "w" * 60), "t" * 60, 10**9) for _ in range(MOST_AHEAD + 1)),
        kind=Kind.STAGE,
        part=(0.1, 0.2, 0.3, 0.4),
    )
    encoded = msgspec.json.encode(longest)
    assert len(encoded) < MOST_BYTES
    assert decode(encoded, Step) == longest


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"{}",
        b"\xff",
        b"[" * 5000,
        b" " * (MOST_BYTES + 1),
        b'{"run":"a1","number":1,"sent":1e999}',
        b'{"run":"a1","number":-1,"sent":1}',
        b'{"run":"A/b","number":1,"sent":1}',
        b'{"run":"a1","number":1,"sent":1,"shown":[[]]}',
        b'{"run":"a1","number":1,"sent":1,"shown":{"works":[]}}',
        b'{"run":"a1","number":1,"sent":1,"shown":{"works":["a","b","c","d"]}}',
        b'{"run":"a1","number":1,"sent":1,"part":[0,0,2,1]}',
        b'{"run":"a1","number":1,"sent":1,"part":[0,0,0,1]}',
        b'{"run":"a1","number":1,"sent":1,"kind":"moon"}',
        b'{"run":"a1","number":1,"sent":1,"do":"restart"}',
    ],
)
def test_what_is_no_step_is_none(payload: bytes) -> None:
    assert decode(payload, Step) is None


class Line:
    """A leader and who hears it, with a clock each, and no broker."""

    def __init__(self) -> None:
        self.here, self.there = 20.0, 5020.0
        self.heard: list[Step] = []
        self.gone = self.rung = 0
        self.takes = True
        self.leading = Leading(ROOT, "hall-1", lambda: self.there, lambda: 1e9)
        self.hearing = Hearing(ROOT, "hall-2", "hall-1", self._hear, self._go, lambda: self.here, lambda: 1e9 - 3)

    def _hear(self) -> None:
        self.rung += 1
        if self.takes and (step := self.hearing.take()):
            self.heard.append(step)

    def _go(self) -> None:
        self.gone += 1

    def ask(self, way_s: float = 0.01) -> tuple[str, bytes]:
        question = self.hearing.say(0)
        assert question
        self.pass_by(way_s)
        answer = self.leading.hear(*question, retained=False)
        assert answer
        self.pass_by(way_s)
        self.hearing.hear(*answer, retained=False)
        return answer

    def pass_by(self, seconds: float) -> None:
        self.here += seconds
        self.there += seconds


def test_a_follower_asks_soon_and_then_now_and_again_and_knows_the_time() -> None:
    line = Line()
    assert line.hearing.there(20.0, line.leading.run) is None
    line.hearing.joined()
    waits = []
    for _ in range(FIRST_ASKS + 2):
        line.ask()
        waits.append(line.hearing.wait_s(0))
        line.pass_by(waits[-1])
    assert waits[-1] > waits[0]
    assert line.hearing.there(line.here, line.leading.run) == pytest.approx(line.there)
    assert line.hearing.here(line.there + 7, line.leading.run) == pytest.approx(line.here + 7)
    assert line.hearing.there(line.here, "another") is None, "of another run nothing is known"
    compared = line.hearing.compared
    assert compared.round_trip_s == pytest.approx(0.02)
    assert compared.day_s == pytest.approx(3, abs=0.02)


def test_only_what_was_asked_is_answered_and_once() -> None:
    line = Line()
    topic, answer = line.ask()
    known = line.hearing.there(line.here, line.leading.run)
    moved = msgspec.json.decode(answer, type=Answer)
    for forged in (
        answer,
        msgspec.json.encode(msgspec.structs.replace(moved, heard=1.0, answered=1.0)),
        msgspec.json.encode(msgspec.structs.replace(moved, asked=3.0, heard=9.0, answered=1.0)),
        b"garbage",
    ):
        line.hearing.hear(topic, forged, retained=False)
    assert line.hearing.there(line.here, line.leading.run) == known


def test_a_leader_answers_no_garbage_and_no_flood() -> None:
    line = Line()
    asked = msgspec.json.encode(Ask(asked=1.0))
    topic = ROOT.clock("hall-1", "hall-2")
    assert line.leading.hear(topic, b"garbage", retained=False) is None
    assert line.leading.hear(topic, asked, retained=True) is None
    assert line.leading.hear(ROOT.clock("hall-1", "Not A Name"), asked, retained=False) is None
    answered = sum(line.leading.hear(topic, asked, retained=False) is not None for _ in range(2 * MOST_ANSWERS))
    assert answered == MOST_ANSWERS
    line.pass_by(1)
    assert line.leading.hear(topic, asked, retained=False)


def test_steps_are_heard_and_that_the_leader_has_gone() -> None:
    line = Line()
    woken: list[bool] = []
    line.leading.wake = lambda: woken.append(True)
    assert line.leading.wait_s(0) > 1
    line.leading.tell(step(1))
    line.leading.tell(step(2))
    assert (line.leading.wait_s(0), len(woken)) == (0, 2)
    said = line.leading.say(0)
    assert said
    assert line.leading.say(0) is None, "what is newer takes the place of what was not sent"
    for retained in (True, False, False):
        line.hearing.hear(*said, retained=retained)
    line.hearing.hear(said[0], b"garbage", retained=False)
    assert [each.number for each in line.heard] == [2]
    line.hearing.hear(ROOT.present("hall-1"), b"online", retained=True)
    assert line.gone == 0
    line.hearing.hear(ROOT.present("hall-1"), b"offline", retained=True)
    assert line.gone == 1
    assert {said[0], ROOT.present("hall-1")} < set(line.hearing.topics)


def test_of_a_flood_of_steps_one_waits_and_that_is_the_newest() -> None:
    line = Line()
    line.takes = False
    for number in range(1, 500):
        line.hearing.hear(ROOT.step("hall-1"), msgspec.json.encode(step(number)), retained=False)
    assert line.rung == 1
    taken = line.hearing.take()
    assert taken
    assert taken.number == 499
    assert line.hearing.take() is None


def test_a_leader_that_was_not_heard_may_have_slept_and_is_asked_again() -> None:
    line = Line()
    line.ask()
    assert line.hearing.there(line.here, line.leading.run) is not None
    line.hearing.forget()
    assert line.hearing.there(line.here, line.leading.run) is None
    assert line.hearing.wait_s(0) == 0
    line.here += 3600  # it slept
    heard = ROOT.step("hall-1"), msgspec.json.encode(step(1))
    asked = line.hearing.hear(*heard, retained=False)
    assert asked, "the first that is heard of it is answered with the question"
    assert line.hearing.hear(heard[0], msgspec.json.encode(step(2)), retained=False) is None, "and once"
    line.hearing.hear(*(line.leading.hear(*asked, retained=False) or asked), retained=False)
    assert line.hearing.there(line.here, line.leading.run) == pytest.approx(line.there)


def test_of_long_names_as_many_are_told_as_others_will_read() -> None:
    line = Line()
    works = tuple("\uac00" * 199 + str(number) for number in range(3))
    line.leading.tell(step(1, shown=Scene(works[:1]), then=(Scene(works),) * (MOST_AHEAD + 1)))
    said = line.leading.say(0)
    assert said
    line.hearing.hear(*said, retained=False)
    assert 0 < len(line.heard[0].then) < MOST_AHEAD + 1
