"""How the program ends, whatever was on the screen."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk import card
from kiosk.exhibition.config import Config
from kiosk.staff import exits
from kiosk.supervising.watched import Order
from kiosk.witnesses import Witnesses


@pytest.mark.parametrize(
    ("windowed", "supervised", "code", "left"),
    [
        (False, False, exits.FINE, exits.UNUSABLE),
        (False, True, exits.FINE, exits.UNUSABLE),
        (False, False, exits.QUIT, exits.QUIT),
        (False, True, exits.QUIT, exits.QUIT),
        (True, False, exits.QUIT, exits.FINE),
        (True, True, exits.QUIT, exits.QUIT),
        (True, False, exits.FINE, exits.UNUSABLE),
        (True, True, exits.FINE, exits.QUIT),
        (True, False, exits.AGAIN, exits.AGAIN),
        (True, True, exits.RENDERER, exits.RENDERER),
    ],
)
def test_a_card_in_a_window_of_ones_own_is_left_as_a_show_there_is(
    windowed: bool, supervised: bool, code: int, left: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card, "order", lambda: Order() if supervised else None)
    assert card.left_with(code, windowed=windowed) == left


def test_who_waits_for_its_end_is_told_how_it_will_be_before_it_is_taken_down() -> None:
    told: list[Any] = []

    class Told:
        going = stop = staticmethod(told.append)

    witnesses = Witnesses(Told(), Config())  # type: ignore[arg-type]
    assert witnesses.going(exits.AGAIN) == exits.AGAIN
    witnesses._vital = Told()  # type: ignore[assignment]
    assert witnesses.going(exits.QUIT) == exits.QUIT
    assert told == [exits.AGAIN, exits.QUIT, exits.QUIT]
