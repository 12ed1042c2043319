from __future__ import annotations

import pytest

from kiosk.visit.boxes import cover_box, show_boxes
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
