"""Staff come in and quit: nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.staff import enter, know_pin, press, turn_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.e2e.hand import Hand, Wait


def walk(hand: Hand) -> Iterator[Wait]:
    know_pin()
    yield hand.at_rest("AttractView")
    yield from enter(hand)
    yield from turn_to(hand, "Program")
    yield from press(hand, "Quit")
    hand.desk.panel.answer(True)  # the program ends with it
