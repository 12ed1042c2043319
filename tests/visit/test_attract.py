"""The attract loop's programme."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibition.model import Theme, Work
from kiosk.exhibition.traits import traits_of
from kiosk.visit.attract import Scene, loop_works, programme

SEA, SKY, RARE = Theme("sea", name=None), Theme("sky", name=None), Theme("rare", name=None)  # type: ignore[arg-type]


def work(index: int, *themes: str, picture: bool = True, highlight: bool = False) -> Work:
    return Work(id=f"w{index}", picture=Path(f"{index}.jpg") if picture else None, themes=themes, highlight=highlight)


def shown(works: list[Work], scenes: int, teaser_every: int = 0, seed: int | None = None) -> list[Scene]:
    plan = programme(traits_of(works, [SEA, SKY, RARE]), (1 << len(works)) - 1, teaser_every, seed)
    return [plan.scene(number) for number in range(scenes)]


def singles(*works: int) -> list[Scene]:
    return [Scene((index,)) for index in works]


def test_pictures_come_in_order_and_again() -> None:
    assert shown([work(n) for n in range(3)], 5) == singles(0, 1, 2, 0, 1)


def test_works_without_pictures_are_left_out_of_the_loop() -> None:
    assert shown([work(0, picture=False), work(1), work(2)], 3) == singles(1, 2, 1)


def test_highlights_are_the_loop_when_there_are_three() -> None:
    works = [work(n, highlight=n in {1, 3, 4}) for n in range(6)]
    assert shown(works, 4) == singles(1, 3, 4, 1)
    works[4] = work(4)
    assert shown(works, 6) == singles(0, 1, 2, 3, 4, 5)


def test_without_any_picture_all_works_are_typographic_scenes() -> None:
    assert shown([work(n, "sea", picture=False) for n in range(3)], 4, teaser_every=1) == singles(0, 1, 2, 0)


def test_works_that_are_not_on_show_stay_away() -> None:
    plan = programme(traits_of([work(n, "sea") for n in range(6)], [SEA]), 0b100110, teaser_every=1)
    assert {index for number in range(20) for index in plan.scene(number).works} == {1, 2, 5}


def test_themes_take_turns_and_show_other_works_each_time() -> None:
    works = [work(n, "sea" if n < 4 else "sky", *(["rare"] if n < 2 else [])) for n in range(8)]
    scenes = shown(works, 12, teaser_every=2)
    assert [scene for scene in scenes if scene.theme] == [
        Scene((0, 1, 2), "sea"),
        Scene((4, 5, 6), "sky"),
        Scene((3, 0, 1), "sea"),
        Scene((7, 4, 5), "sky"),
    ]
    assert [scene.theme is not None for scene in scenes[:6]] == [False, False, True] * 2
    assert [scene for scene in scenes if not scene.theme] == singles(*range(8))


def test_an_exhibition_of_nothing_has_no_programme() -> None:
    with pytest.raises(ValueError, match="at least one work"):
        programme(traits_of([], []), 0)


@given(st.integers(3, 30), st.integers(0, 6), st.integers())
def test_every_picture_is_shown_once_per_round(count: int, teaser_every: int, seed: int) -> None:
    works = [work(n, "sea") for n in range(count)]
    scenes = [scene for scene in shown(works, count * 2 + 2, teaser_every, seed) if scene.theme is None]
    assert sorted(scene.works[0] for scene in scenes[:count]) == list(range(count))
    assert all(len(set(scene.works)) == len(scene.works) for scene in scenes)


def test_only_highlights_move_through_the_loop_where_three_are_always_on_show() -> None:
    works = [work(n, picture=n != 2, highlight=n in {1, 3, 4}) for n in range(6)]
    assert loop_works(traits_of(works, [SEA])) == (1, 3, 4)
    works[3] = msgspec.structs.replace(works[3], show_until=date(2026, 10, 1))
    assert loop_works(traits_of(works, [SEA])) == (0, 1, 3, 4, 5)
    assert loop_works(traits_of(works[:3], [SEA])) == (0, 1)
