"""How the program ends, whatever was on the screen."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk import app
from kiosk.staff import exits
from kiosk.supervising.watched import Order


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
    monkeypatch.setattr(app, "order", lambda: Order() if supervised else None)
    assert app._left_at_card(code, windowed=windowed) == left


def test_who_waits_for_its_end_is_told_how_it_will_be_before_it_is_taken_down() -> None:
    told: list[Any] = []

    class Told:
        going = stop = staticmethod(told.append)

    assert app._going(exits.QUIT, Told(), Told()) == exits.QUIT  # type: ignore[arg-type]
    assert app._going(exits.AGAIN, Told(), None) == exits.AGAIN  # type: ignore[arg-type]
    assert told == [exits.QUIT, exits.QUIT, exits.AGAIN]
