"""The slow motion in the attract loop: always inside the picture, never into what must not be cut."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.visit.motion import ZOOM, Motion, Rect, motion, towards

SIDES = st.integers(200, 12000)
SIZES = st.tuples(SIDES, SIDES)
SCREENS = st.sampled_from([(1920, 1080), (1080, 1920), (3840, 2160), (1366, 768), (1280, 1024), (1000, 1000)])
POINTS = st.tuples(st.floats(0, 1), st.floats(0, 1))
BOXES = st.tuples(POINTS, POINTS).map(
    lambda corners: (*map(min, *corners), *map(max, *corners)),
)
SEEDS = st.integers(0, 10_000)


def holds(rect: Rect, box: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = box
    slack = 1e-9
    return (
        rect.x <= left + slack
        and rect.y <= top + slack
        and rect.x + rect.w >= right - slack
        and rect.y + rect.h >= bottom - slack
    )


def ends(moved: Motion) -> tuple[Rect, Rect]:
    return moved.start, moved.end


@given(SIZES, SCREENS, POINTS, st.none() | BOXES, SEEDS)
def test_the_screen_is_filled_with_picture_and_nothing_else(
    size: tuple[int, int],
    screen: tuple[int, int],
    focus: tuple[float, float],
    safe: tuple[float, float, float, float] | None,
    seed: int,
) -> None:
    for rect in ends(motion(size, screen, focus, safe, seed)):
        assert holds(Rect(0, 0, 1, 1), (rect.x, rect.y, rect.x + rect.w, rect.y + rect.h))
        assert (rect.w * size[0]) / (rect.h * size[1]) == pytest.approx(screen[0] / screen[1], rel=1e-6)


@given(SIZES, SCREENS, POINTS, BOXES, SEEDS)
def test_the_safe_box_is_never_cut_when_the_screen_can_show_it(
    size: tuple[int, int],
    screen: tuple[int, int],
    focus: tuple[float, float],
    safe: tuple[float, float, float, float],
    seed: int,
) -> None:
    shape = screen[0] * size[1] / (screen[1] * size[0])
    assume(safe[2] - safe[0] <= min(1, shape) and safe[3] - safe[1] <= min(1, 1 / shape))
    assert all(holds(rect, safe) for rect in ends(motion(size, screen, focus, safe, seed)))


@given(SIZES, SCREENS, POINTS, SEEDS)
def test_the_focus_stays_on_the_screen_and_the_picture_moves(
    size: tuple[int, int], screen: tuple[int, int], focus: tuple[float, float], seed: int
) -> None:
    moved = motion(size, screen, focus, seed=seed)
    assert all(holds(rect, (*focus, *focus)) for rect in ends(moved))
    wide, tight = sorted(ends(moved), key=lambda rect: -rect.w)
    assert ZOOM[0] <= wide.w / tight.w - 1 + 1e-9
    assert wide.w / tight.w - 1 <= ZOOM[1] + 1e-9


@given(SIZES, SCREENS, BOXES, SEEDS)
def test_the_focus_stays_on_the_screen_when_the_safe_box_cannot(
    size: tuple[int, int], screen: tuple[int, int], safe: tuple[float, float, float, float], seed: int
) -> None:
    shape = screen[0] * size[1] / (screen[1] * size[0])
    assume(safe[2] - safe[0] > min(1, shape) or safe[3] - safe[1] > min(1, 1 / shape))
    focus = ((safe[0] + safe[2]) / 2, (safe[1] + safe[3]) / 2)
    assert all(holds(rect, (*focus, *focus)) for rect in ends(motion(size, screen, focus, safe, seed)))


@pytest.mark.parametrize("seed", range(6))
def test_zooms_go_in_and_out_in_turn(seed: int) -> None:
    moved = motion((3000, 2000), (1920, 1080), seed=seed)
    assert (moved.start.w > moved.end.w) == (seed % 2 == 0)


@pytest.mark.parametrize("seed", range(6))
def test_a_long_panorama_is_panned_along(seed: int) -> None:
    still = motion((3000, 2000), (1920, 1080), seed=seed)
    panned = motion((8000, 2000), (1080, 1920), seed=seed)
    way = abs(panned.end.x - panned.start.x) / panned.start.w
    assert 0.5 < way < 0.7
    assert abs(still.end.x - still.start.x) / still.start.w < 0.2


def test_a_picture_all_of_which_must_be_seen_stands_still() -> None:
    moved = motion((1920, 1080), (1920, 1080), safe=(0, 0, 1, 1))
    assert moved.start == moved.end == Rect(0, 0, 1, 1)


@pytest.mark.parametrize("screen", [(1920, 1080), (1080, 1920), (3840, 2160)])
@pytest.mark.parametrize("picture", [(3000, 2000), (2000, 3000), (9000, 1000)])
@pytest.mark.parametrize("part", [(0.6, 0.2, 0.2, 0.2), (0.0, 0.9, 0.1, 0.1), (0.0, 0.0, 1.0, 1.0)])
def test_a_part_is_moved_into_and_fills_the_screen(screen, picture, part):
    way = towards(picture, screen, part)
    for end in way.start, way.end:
        assert end.w * picture[0] / (end.h * picture[1]) == pytest.approx(screen[0] / screen[1])
        assert 0 <= end.x <= end.x + end.w <= 1 + 1e-9
        assert 0 <= end.y <= end.y + end.h <= 1 + 1e-9
    assert way.end.w <= way.start.w
    middle = part[0] + part[2] / 2, part[1] + part[3] / 2
    assert way.end.x - 1e-9 <= middle[0] <= way.end.x + way.end.w + 1e-9
    assert way.end.y - 1e-9 <= middle[1] <= way.end.y + way.end.h + 1e-9
