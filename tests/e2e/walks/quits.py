"""Staff come in and quit: nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.staff import come_in, press

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.e2e.hand import Hand, Wait


def walk(hand: Hand) -> Iterator[Wait]:
    yield from come_in(hand, "Program")
    yield from press(hand, "Quit")
    hand.desk.panel.answer(True)  # the program ends with it
