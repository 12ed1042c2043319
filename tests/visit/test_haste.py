"""Leafing through works faster than they can be looked at."""

from __future__ import annotations

import pytest

from kiosk.visit.haste import CALM_S, HASTE_S, Haste


@pytest.mark.parametrize(
    ("turns", "hasty"),
    [
        ([1000], False),
        ([1000, 1000 + 1.01 * HASTE_S], False),
        ([1000, 1000 + 0.99 * HASTE_S], True),
        ([1000, 1000.1, 1000.2], True),
        ([1000, 1000.1, 1003], False),
    ],
)
def test_pages_turned_quickly_one_after_the_other_are_turned_in_haste(turns: list[float], hasty: bool) -> None:
    haste = Haste()
    for now in turns:
        haste = haste.turn(now)
    assert haste.hasty is hasty


def test_it_is_over_after_a_rest() -> None:
    haste = Haste().turn(1000).turn(1000.1)
    assert haste.rest(1000.1 + 0.9 * CALM_S).hasty
    assert not haste.rest(1000.1 + 1.01 * CALM_S).hasty


def test_a_rest_begins_no_haste() -> None:
    assert not Haste().turn(1000).rest(1000).hasty
