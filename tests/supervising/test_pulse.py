"""Whether the show lives, and how long it may be silent."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.supervising.pulse import EVERY_S, LEAST_S, QUIET_S, WAITING_S, Pulse, Seen, Verdict, begin, look
from kiosk.supervising.vigil import Patience, Vigil

LIVELY = Seen(open=True, drawn=True, lively=True, picture=1, dwell=14.0)
STILL = Seen(open=True, drawn=False, lively=False, picture=1)


def until(seen: Seen, wanted: Verdict, most: float = 2000.0, every: float = EVERY_S) -> tuple[float, list[Verdict]]:
    """How long the same is seen until that is the verdict, and the verdicts before."""
    pulse, now, before = begin(0.0), 0.0, []
    while now < most:
        now += every
        pulse, verdict = look(pulse, seen, now)
        if verdict is wanted:
            return now, before
        before.append(verdict)
    return float("inf"), before


def test_frames_that_stop_while_something_moves_are_noticed_within_15_seconds():
    seconds, before = until(LIVELY._replace(drawn=False), Verdict.FROZEN)
    assert 8.5 <= seconds <= 12
    assert before.count(Verdict.ASK) == 1


def test_a_look_that_comes_a_little_early_changes_nothing():
    assert until(LIVELY._replace(drawn=False), Verdict.FROZEN, every=0.95 * EVERY_S)[0] <= 15


def test_a_still_screen_is_asked_for_one_frame_in_half_a_minute():
    pulse, asked = begin(0.0), []
    for step in range(1, 201):
        now = step * EVERY_S
        drawn = bool(asked) and asked[-1] == now - EVERY_S
        pulse, verdict = look(pulse, STILL._replace(drawn=drawn), now)
        assert verdict in {Verdict.BEAT, Verdict.ASK}
        asked += [now] if verdict is Verdict.ASK else []
    assert all(later - earlier > QUIET_S for earlier, later in pairwise(asked))
    assert len(asked) > 15


def test_a_still_screen_that_gives_no_frame_is_noticed():
    assert until(STILL, Verdict.FROZEN)[0] <= QUIET_S + 10


def test_a_hidden_window_owes_no_frames():
    assert until(STILL._replace(open=False), Verdict.FROZEN)[0] == float("inf")
    assert until(LIVELY._replace(open=False), Verdict.STUCK)[0] == float("inf"), "nor another picture"


def test_a_picture_that_stays_is_noticed_after_some_dwells():
    assert LEAST_S < until(LIVELY, Verdict.STUCK)[0] <= LEAST_S + 2 * EVERY_S
    assert 180 < until(LIVELY._replace(dwell=60.0), Verdict.STUCK)[0] <= 180 + 2 * EVERY_S


def test_one_that_is_waited_for_may_take_long():
    assert WAITING_S < until(LIVELY._replace(waiting=True), Verdict.STUCK)[0] <= WAITING_S + 2 * EVERY_S


def test_a_picture_may_stay_for_as_long_as_somebody_wants():
    assert until(LIVELY._replace(dwell=None), Verdict.STUCK)[0] == float("inf")


def test_pictures_that_change_are_well():
    pulse = begin(0.0)
    for step in range(1, 500):
        pulse, verdict = look(pulse, LIVELY._replace(picture=step // 5), step * EVERY_S)
        assert verdict is Verdict.BEAT


def test_a_process_that_stood_still_for_a_minute_is_not_at_fault():
    pulse, _ = look(begin(0.0), LIVELY, 3.0)
    pulse, verdict = look(pulse, LIVELY._replace(drawn=False), 63.0)
    assert verdict is Verdict.BEAT
    assert look(pulse, LIVELY._replace(drawn=False), 66.0)[1] is Verdict.ASK


SEEN = st.builds(
    Seen, st.booleans(), st.booleans(), st.booleans(), st.integers(0, 2), st.none() | st.floats(3, 60), st.booleans()
)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.floats(0, 100), SEEN), max_size=50))
def test_nothing_is_judged_before_it_was_asked_for(looks: list[tuple[float, Seen]]):
    pulse, now = begin(0.0), 0.0
    for passed, seen in looks:
        now += passed
        before: Pulse = pulse
        pulse, verdict = look(pulse, seen, now)
        if verdict is Verdict.FROZEN:
            assert before.asked is not None
            assert seen.open
            assert not seen.drawn
        if verdict is Verdict.STUCK:
            assert seen.dwell is not None
            assert now - pulse.changed > LEAST_S


# How long it may be silent

PATIENCE = Patience()


def test_until_it_is_ready_it_may_take_its_time():
    vigil = Vigil(0.0, 0.0).hear(50.0)
    assert vigil.due(PATIENCE) == 90
    assert vigil.hear(20.0, ready=True).due(PATIENCE) == 20 + PATIENCE.silence


def test_silence_is_noticed_within_15_seconds():
    assert Vigil(0.0, 0.0).hear(1.0, ready=True).hear(4.0).due(PATIENCE) == 16
    assert PATIENCE.silence <= 15
    assert PATIENCE.silence > 3 * EVERY_S


def test_who_has_slept_lets_the_other_wake_up_first():
    vigil = Vigil(0.0, 0.0).hear(10.0, ready=True)
    assert vigil.woken(23.0, 22.0, PATIENCE) == vigil
    assert vigil.woken(600.0, 22.0, PATIENCE).due(PATIENCE) == 600 + PATIENCE.silence
    assert Vigil(0.0, 0.0).woken(600.0, 90.0, PATIENCE).due(PATIENCE) == 600
