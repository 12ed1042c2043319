from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.visit import session as sessions
from kiosk.visit.counting import (
    ENDINGS,
    MOST_LOOK_S,
    SIDE,
    Counting,
    Sight,
    What,
    catch_up,
    closely,
    end,
    pause,
    read_on,
    see,
)
from kiosk.visit.session import Rules, Screen, Session

RULES = Rules(languages=("en", "ar"))
DAY = "2026-11-28"
HOME = sessions.begin(RULES, 0)
STAGE = sessions.enter(HOME, RULES, 0, Screen.STAGE)


def sight(session: Session = STAGE, *works: str, **more) -> Sight:
    return Sight(session, "Spring", works or ("a",), home_language="en", **more)


class Walk:
    """Counts what follows each other, and adds it up."""

    def __init__(self) -> None:
        self.counting = Counting()
        self.counts = []

    def see(self, seen: Sight, now: float, today: str = DAY) -> Walk:
        return self.take(see(self.counting, seen, now, today))

    def take(self, counted) -> Walk:
        self.counting, counts = counted
        self.counts += counts
        return self

    def total(self, what: What) -> dict[str, float]:
        told = Counter()
        for count in self.counts:
            if count.what is what:
                told[count.of] += count.number
        return dict(told)


def test_a_work_is_shown_and_looked_at_by_who_visits_only():
    walk = Walk().see(sight(HOME), 0).see(sight(), 10).see(sight(STAGE, "b"), 15).see(sight(HOME, "b"), 18)
    assert walk.total(What.SHOWN) == {"a": 1, "b": 1}
    assert walk.total(What.LOOKED_S) == {"a": 5, "b": 3}
    assert walk.total(What.VISITS) == {"": 1}
    assert walk.see(sight(HOME, "c"), 99).total(What.SHOWN) == {"a": 1, "b": 1}


def test_a_visitor_who_is_asked_may_not_be_there_since_then():
    asking = replace(STAGE, asked_at=75.0)
    walk = Walk().see(sight(), 0).see(sight(asking), 80).see(sight(), 90).see(sight(STAGE, "b"), 92)
    assert walk.total(What.LOOKED_S) == {"a": 77}


def test_one_look_counts_some_minutes_at_most_and_the_next_one_anew():
    walk = Walk().see(sight(), 0).see(sight(replace(STAGE, held=False)), 10_000).see(sight(STAGE, "b"), 20_000)
    assert walk.total(What.LOOKED_S) == {"a": MOST_LOOK_S}
    assert walk.see(sight(STAGE, "a"), 20_007).total(What.LOOKED_S)["b"] == 7


def test_a_pair_shares_the_time():
    walk = Walk().see(sight(STAGE, "a", "b"), 0).see(sight(STAGE, "c"), 8)
    assert walk.total(What.LOOKED_S) == {"a": 4, "b": 4}
    assert walk.total(What.SHOWN) == {"a": 1, "b": 1, "c": 1}


@pytest.mark.parametrize("session", [replace(STAGE, screen=Screen.WALL), replace(STAGE, about=True)])
def test_nobody_looks_at_a_work_that_something_covers(session):
    assert Walk().see(sight(session), 0).see(sight(STAGE, "b"), 9).total(What.LOOKED_S) == {}


def test_back_from_the_wall_a_work_comes_on_the_stage_again_and_back_from_a_closer_look_it_does_not():
    wall, closer = replace(STAGE, screen=Screen.WALL), replace(STAGE, screen=Screen.CLOSER)
    walk = Walk().see(sight(), 0).see(sight(wall), 1).see(sight(), 2).see(sight(closer, closer="a"), 3).see(sight(), 4)
    assert walk.total(What.SHOWN) == {"a": 2}


def test_it_is_zoomed_once_a_closer_look_and_only_if_it_is_enlarged():
    closer = replace(STAGE, screen=Screen.CLOSER)
    part = (0.0, 0.0, 0.5, 0.5)
    walk = Walk().see(sight(), 0).see(sight(closer, closer="a"), 1).see(sight(), 2)
    assert walk.total(What.ZOOMED) == {}
    walk.see(sight(closer, closer="a"), 3).see(sight(closer, closer="a", part=part), 4)
    walk.see(sight(closer, closer="a"), 5).see(sight(closer, closer="a", part=part), 6).see(sight(), 7)
    assert walk.total(What.ZOOMED) == {"a": 1}
    assert walk.total(What.LOOKED_S) == {"a": 7}


def test_where_somebody_looked_closely_is_counted_by_cells():
    closer = replace(STAGE, screen=Screen.CLOSER)
    quarter = sight(closer, closer="a", part=(0.5, 0.0, 1.0, 0.5))
    walk = Walk().see(sight(), 0).see(quarter, 1).see(sight(), 11)
    cells = {count.cell: count.number for count in walk.counts if count.what is What.CLOSELY_S}
    assert sorted(cells) == [row * SIDE + column for row in range(6) for column in range(6, 12)]
    assert set(cells.values()) == {10 * (1 - 0.25) ** 2}


def test_a_picture_in_motion_is_looked_at_now_and_then_and_where_it_rests():
    closer = replace(STAGE, screen=Screen.CLOSER)
    walk = Walk().see(sight(), 0).see(sight(closer, closer="a", part=(0, 0, 0.5, 0.5)), 1)
    for frame in range(1, 101):
        left = 0.5 * frame / 100
        walk.see(sight(closer, closer="a", part=(left, 0, left + 0.5, 0.5)), 1 + frame / 60)
    before = len(walk.counts)
    assert before < 8 * 7 * 6
    walk.see(sight(), 1 + 100 / 60 + 10)
    rest = {count.cell for count in walk.counts[before:] if count.what is What.CLOSELY_S}
    assert {cell % SIDE for cell in rest} == set(range(6, 12))
    assert walk.total(What.LOOKED_S) == {"a": pytest.approx(1 + 100 / 60 + 10)}


@given(st.tuples(*[st.floats(-1, 2)] * 4))
def test_cells_are_in_the_picture_and_count_a_second_at_most(part):
    for cell, share in closely(part):
        assert 0 <= cell < SIDE * SIDE
        assert 0 <= share <= 1 + 1e-9
    assert sum(share for _, share in closely((0, 0, 1, 1))) == 0


def test_what_is_chosen_counts_once_a_choice():
    arabic = replace(STAGE, language="ar", themes=("sea",))
    walk = Walk().see(sight(), 0).see(sight(arabic), 1).see(sight(replace(arabic, themes=("sea", "sky"))), 2)
    walk.see(sight(), 3)
    assert walk.total(What.THEME) == {"sea": 1, "sky": 1}
    assert walk.total(What.LANGUAGE) == {"ar": 1, "en": 1}
    assert Walk().see(sight(replace(STAGE, language="ar")), 0).total(What.LANGUAGE) == {"ar": 1}


def test_a_visit_over_midnight_counts_on_the_day_it_began():
    walk = Walk().see(sight(), 0, "2026-11-28").see(sight(STAGE, "b"), 60, "2026-11-29")
    walk.take(end(walk.counting, What.WALKED_ON, 70))
    assert {count.day for count in walk.counts} == {"2026-11-28"}
    walk.see(sight(), 80, "2026-11-29")
    assert walk.counts[-1].day == "2026-11-29"


def test_a_visit_goes_on_in_the_exhibition_that_takes_the_place_of_another():
    walk = Walk().see(sight(replace(STAGE, themes=("sea",))), 0)
    walk.take(pause(walk.counting, 5)).see(sight(replace(STAGE, language="ar"), "z"), 6)
    walk.take(end(walk.counting, What.RAN_OUT, 9))
    assert walk.total(What.VISITS) == {"": 1}
    assert walk.total(What.SHOWN) == {"a": 1}
    assert walk.total(What.LANGUAGE) == {}
    assert walk.total(What.LOOKED_S) == {"a": 5, "z": 3}


def test_pages_count_while_somebody_visits():
    assert read_on(Counting(), "Spring", "a", 2) == ()
    (count,) = read_on(Walk().see(sight(), 0).counting, "Spring", "a", 2)
    assert (count.what, count.of, count.number, count.day) == (What.PAGES, "a", 2, DAY)


SESSIONS = st.builds(
    replace,
    st.just(STAGE),
    screen=st.sampled_from(Screen),
    language=st.sampled_from(["en", "ar"]),
    themes=st.lists(st.sampled_from(["sea", "sky"]), unique=True).map(tuple),
    asked_at=st.one_of(st.none(), st.floats(0, 5000)),
    about=st.booleans(),
)
SIGHTS = st.builds(
    Sight,
    SESSIONS,
    st.just("Spring"),
    st.sampled_from([("a",), ("b",), ("c", "d")]),
    st.sampled_from([None, "a", "b"]),
    st.one_of(st.none(), st.tuples(*[st.floats(-1, 2)] * 4)),
    st.just("en"),
)
STEPS = st.one_of(SIGHTS, st.sampled_from([*ENDINGS, "pause", "catch up"]))


@given(st.lists(st.tuples(STEPS, st.floats(-10, 400)), max_size=40))
def test_whatever_happens_nothing_is_negative_and_seconds_and_visits_add_up(steps):
    """Also where a clock goes back, as no monotonic one should."""
    walk, now, elapsed = Walk(), 0.0, 0.0
    for step, passed in steps:
        now += passed
        elapsed += max(0.0, passed)
        if isinstance(step, Sight):
            walk.see(step, now)
        elif step in ENDINGS:
            walk.take(end(walk.counting, step, now))
        else:
            walk.take((pause if step == "pause" else catch_up)(walk.counting, now))
    assert all(count.number >= 0 for count in walk.counts)
    looked = sum(walk.total(What.LOOKED_S).values())
    assert looked <= elapsed + 1e-6
    ends = sum(walk.total(ending).get("", 0) for ending in ENDINGS)
    assert walk.total(What.VISITS).get("", 0) == ends + (walk.counting.day is not None)
    for cell in range(SIDE * SIDE):
        assert sum(count.number for count in walk.counts if count.cell == cell) <= looked + 1e-6
