"""The first visitors of a soak, who see everything once."""

from __future__ import annotations

from kiosk.staff.soak.first_day import IN_EACH_LANGUAGE, SIZES, first_visits
from kiosk.staff.soak.limits import WARM_H
from kiosk.staff.soak.plan import WISHES

SAID = {"exhibition": {"title": {"en": "Rule"}, "languages": ["en", "ru", "ko", "ar"]}, "works": [{}] * 30}


EACH = 2
"""Visits in a language."""


def test_all_is_done_that_visitors_wish_and_in_each_language_each_screen_and_size_is_seen() -> None:
    life = list(first_visits(SAID))
    chosen = [int(4 * next(act.pick for act in visit.acts if act.aims == ("Choice",))) for visit in life]
    assert chosen == [number for number in range(4) for _ in range(EACH)]
    done = [{act.wish for visit in life[number : number + EACH] for act in visit.acts} for number in range(0, 8, EACH)]
    assert {wish.name for wish in WISHES} - set().union(*done) == {"anywhere", "drum", "think"}
    assert all(one >= IN_EACH_LANGUAGE for one in done)
    for visit in life[::EACH]:
        sizes = {int(SIZES * act.pick) for act in visit.acts if (act.wish, act.aims) == ("comfort", ("Choice",))}
        assert sizes == set(range(SIZES))
    assert sum(act.aims == ("IconButton:next",) for visit in life for act in visit.acts) >= len(SAID["works"])
    assert [visit.walks_off for visit in life] == [True, *[False] * 7]


def test_each_switch_is_left_on_by_some() -> None:
    tried = [act.pick for visit in first_visits(SAID) for act in visit.acts if act.aims == ("SwitchRow",)]
    assert [int(2 * pick) for pick in tried] == [0, 1, 0, 1]


def test_they_are_done_well_within_the_hour_in_which_memory_is_not_judged() -> None:
    life = list(first_visits(SAID))
    assert sum(visit.empty_s + sum(act.pause_s for act in visit.acts) for visit in life) < 0.2 * 3600 * WARM_H


def test_an_exhibition_says_its_languages_or_its_title_does() -> None:
    assert len(list(first_visits({"exhibition": {"title": "Rule"}, "works": [{}]}))) == EACH
    assert len(list(first_visits({"exhibition": {"title": {"en": "Rule", "ko": "규칙"}}}))) == 2 * EACH
