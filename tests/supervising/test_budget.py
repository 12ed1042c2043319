"""How often the show is started again, and when in safe mode."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.supervising.budget import FAULTLESS, Budget, End, Limits, Start, Why, after

LIMITS = Limits()
FAILURES = (Why.CRASH, Why.HANG, Why.RENDERER, Why.STUCK, Why.ENDED)


def fail(budget: Budget, times: int, why: Why = Why.CRASH, ran: float = 2.0, ready: bool = True) -> list[Start]:
    starts = []
    for _ in range(times):
        budget, start = after(budget, End(why, ran, ready), LIMITS)
        starts.append(start)
    return starts


def test_a_crash_loop_backs_off_and_ends_in_safe_mode():
    starts = fail(Budget(), 5)
    assert [start.delay for start in starts] == [1, 2, 5, 15, 1]
    assert [start.safe for start in starts] == [None] * 4 + [Why.CRASH]
    assert starts[-1].software
    assert starts[-1].rest == 3600


def test_five_failures_and_their_waits_take_less_than_five_minutes():
    assert sum(start.delay for start in fail(Budget(), 5)) + 5 * (90 + 10) < 600
    assert sum(start.delay for start in fail(Budget(), 5)) < 300


def test_a_good_run_is_a_new_beginning():
    budget, _ = after(Budget(failures=4, unready=3, rest=7200), End(Why.CRASH, LIMITS.good, ready=True), LIMITS)
    assert budget == Budget(failures=1)


@pytest.mark.parametrize("why", [Why.QUIT, Why.USELESS])
def test_what_nobody_can_mend_by_starting_again_is_left(why: Why):
    assert after(Budget(), End(why, 1.0, ready=False), LIMITS)[1].leave is why


def test_what_was_of_use_for_a_while_is_started_again():
    assert after(Budget(), End(Why.USELESS, 1.0, ready=True), LIMITS)[1].leave is None


def test_a_display_that_has_gone_is_nobodys_failure():
    budget = Budget(failures=4)
    for _ in range(10):
        budget, start = after(budget, End(Why.DISPLAY, 1.0, ready=False), LIMITS)
        assert (start.delay, start.safe) == (0, None)
    assert budget.failures == 4


def test_staff_who_start_it_again_have_it_the_usual_way():
    safe = Budget(safe=True, rest=3600, why=Why.HANG)
    assert after(safe, End(Why.AGAIN, 20.0, ready=True), LIMITS) == (Budget(), Start())


def test_a_trial_that_fails_leads_back_to_safe_mode_for_twice_as_long():
    budget, start = Budget(safe=True, rest=3600, why=Why.CRASH), Start()
    rests = []
    for _ in range(7):
        budget, start = after(budget, End(Why.AFRESH, 4000.0, ready=True), LIMITS)
        assert (start.safe, start.software, start.delay) == (None, False, 0)
        budget, start = after(budget, End(Why.CRASH, 3.0, ready=True), LIMITS)
        assert start.safe is Why.CRASH
        rests.append(start.rest)
    assert rests == [7200, 14400, 28800, 57600, 86400, 86400, 86400]


def test_a_trial_that_goes_well_is_the_end_of_it():
    budget, _ = after(Budget(safe=True, rest=3600), End(Why.AFRESH, 4000.0, ready=True), LIMITS)
    budget, start = after(budget, End(Why.CRASH, 600.0, ready=True), LIMITS)
    assert (budget.failures, budget.rest, start.safe, start.delay) == (1, 0, None, 1)


def test_where_not_even_safe_mode_goes_there_is_the_card_for_staff_and_then_the_usual_way_in_turn():
    starts = fail(Budget(), 40)
    assert max(start.delay for start in starts) == 60
    assert [start.card for start in starts[:16]] == [False] * 9 + [True] * 5 + [False] * 2
    assert [start.safe for start in starts[:16]] == [None] * 4 + [Why.CRASH] * 10 + [None, Why.CRASH]
    assert {start.rest for start in starts if start.card} == {LIMITS.card}
    assert all(start.software for start in starts if start.card)
    assert {start.safe for start in starts[15:]} == {None, Why.CRASH}


def test_from_the_card_the_usual_way_is_tried_and_safe_mode_if_that_fails():
    budget = Budget(safe=True, rest=3600, why=Why.HANG, card=True)
    budget, start = after(budget, End(Why.AFRESH, 600.0, ready=True), LIMITS)
    assert (start.safe, start.card, start.delay) == (None, False, 0)
    budget, start = after(budget, End(Why.HANG, 20.0, ready=True), LIMITS)
    assert (start.safe, start.card, start.rest) == (Why.HANG, False, 7200)


def test_two_crashes_before_anything_was_seen_are_put_down_to_the_graphics():
    starts = fail(Budget(), 2, ready=False)
    assert [start.software for start in starts] == [False, True]
    assert not any(start.software for start in fail(Budget(), 4, ready=True))
    assert not any(start.software for start in fail(Budget(), 4, Why.HANG, ready=False)), "waiting is not drawing"


ENDS = st.builds(End, st.sampled_from(Why), st.floats(0, 1000), st.booleans())


@settings(max_examples=60)
@given(st.lists(ENDS, max_size=40))
def test_whatever_happens_it_is_started_again_within_a_minute_or_left_for_a_reason(ends: list[End]):
    budget, failures = Budget(), 0
    for end in ends:
        before = budget
        budget, start = after(budget, end, LIMITS)
        assert 0 <= start.delay <= 60
        assert 0 <= budget.failures < LIMITS.failures
        assert (start.leave is None) == (end.why is not Why.QUIT and (end.why is not Why.USELESS or end.ready))
        assert budget.safe == (start.safe is not None) or start.leave is not None
        failed = end.why in {*FAILURES, Why.USELESS} and start.leave is None
        failures = (0 if end.ran >= LIMITS.good else failures) + failed
        if end.why in {Why.AGAIN, Why.AFRESH} or budget.safe != before.safe:
            failures = budget.failures
        assert failures <= LIMITS.failures
        assert end.why not in FAULTLESS or start.delay == 0
