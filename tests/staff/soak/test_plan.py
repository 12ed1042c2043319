"""What visitors do in a soak."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from statistics import mean

from kiosk.staff.soak.plan import EMPTY_S, PAUSE_S, WISHES, Deed, visits


def test_the_same_seed_is_the_same_life_and_another_is_another() -> None:
    assert list(islice(visits(7), 50)) == list(islice(visits(7), 50))
    assert list(islice(visits(7), 50)) != list(islice(visits(8), 50))


def test_in_some_days_everything_is_done_as_often_as_it_says() -> None:
    life = list(islice(visits(1), 2000))
    acts = [act for visit in life for act in visit.acts]
    done = Counter(act.wish for act in acts)
    assert set(done) == {wish.name for wish in WISHES}
    assert {act.deed for act in acts} == set(Deed)
    assert all(visit.acts for visit in life)
    assert 0.7 < mean(visit.walks_off for visit in life) < 0.9
    assert 0.9 < mean(visit.empty_s for visit in life) / EMPTY_S < 1.1
    assert 0.9 < mean(act.pause_s for act in acts) / PAUSE_S < 1.1
    assert all(0 <= number < 1 for act in acts for number in (act.across, act.down, act.pick, act.turn))
