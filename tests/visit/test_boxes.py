from __future__ import annotations

import pytest

from kiosk.visit.boxes import cover_box, pair_box, show_boxes
from kiosk.visit.budgets import LOOP_PIXELS

SCREEN = (1920, 1080)


@pytest.mark.parametrize(
    ("picture", "box"),
    [
        ((1500, 1000), (1920, 1280)),
        ((1000, 1500), (1920, 2880)),
        ((1920, 1080), (1920, 1080)),
        ((100, 10_000), (289, 28_810)),
    ],
)
def test_a_picture_covers_the_screen_within_reason(picture: tuple[int, int], box: tuple[int, int]) -> None:
    assert cover_box(picture, SCREEN) == pytest.approx(box, abs=1)
    assert box[0] * box[1] <= LOOP_PIXELS * 1.01, "no more than one 4K screen"


def test_only_pictures_of_the_loop_are_made_to_cover_the_screen() -> None:
    assert show_boxes((1500, 1000), SCREEN, in_loop=False) == (SCREEN,)
    assert show_boxes((1500, 1000), SCREEN, in_loop=True) == (SCREEN, (1920, 1280))
    assert show_boxes((1600, 900), SCREEN, in_loop=True) == (SCREEN, SCREEN)


@pytest.mark.parametrize("screen", [(1920, 1080), (1080, 1920), (3840, 2160), (1367, 769)])
def test_two_works_beside_each_other_take_less_than_a_screenful(screen: tuple[int, int]) -> None:
    width, height = pair_box(screen)
    assert 2 * width * height < screen[0] * screen[1]


def test_a_work_of_a_pair_is_shown_alone_too() -> None:
    assert show_boxes((1500, 1000), SCREEN, in_loop=False, paired=True) == (SCREEN, pair_box(SCREEN))
