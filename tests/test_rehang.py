"""When the next exhibition comes on."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from kiosk.rehang import Rehang


class Waits:
    """As much of a rehang as decides on that."""

    def __init__(self, *, touching: bool = False, waiting: bool = False, admits: bool = True) -> None:
        changes = SimpleNamespace(waiting=waiting, admits=lambda _: admits)
        session = SimpleNamespace(touching=touching)
        gallery = SimpleNamespace(changes=changes, sitting=SimpleNamespace(session=session))
        self.house = SimpleNamespace(gallery=gallery)
        self._next = (None, SimpleNamespace(property=lambda _: True), None)
        self._decided, self._lifts, self._exchanged = False, 2, 0
        self._lifting = SimpleNamespace(start=lambda: None)

    def _exchange(self) -> None:
        self._exchanged += 1

    def look_up(self) -> int:
        Rehang._look_up(self)  # type: ignore[arg-type]
        return self._exchanged


@pytest.mark.parametrize("why", [{}, {"touching": True}, {"waiting": True}, {"admits": False}])
def test_it_waits_for_fingers_and_for_the_limit_of_flashes_but_not_for_ever(why: Any) -> None:
    waits = Waits(**why)
    looks = [waits.look_up() for _ in range(3)]
    assert looks == ([0, 0, 1] if why else [1, 1, 1])
