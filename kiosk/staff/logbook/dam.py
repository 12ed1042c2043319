"""Holds back what is logged over and over, so that no fault fills the log, nor wears out a memory card."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

AGAIN_S = 600.0
"""The same words are let through again so long after they were last."""
REMEMBERED = 500
BURST, PER_MINUTE = 200, 60
"""Lines of any words: so many at once, and so many a minute from then on."""


class Dam:
    """Lets lines through, or counts them. `now`: seconds of a clock that only runs on. Not safe for several threads."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._told: dict[tuple[str, str], tuple[float, int]] = {}
        self._left, self._filled_at = float(BURST), now()
        self._lost = 0

    def passes(self, part: str, words: str) -> str | None:
        """What is to be written: the words of a part, and how often they have been held back; None for nothing."""
        now, which = self._now(), (part, words)
        self._left = min(float(BURST), self._left + (now - self._filled_at) * PER_MINUTE / 60)
        self._filled_at = now
        last, held = self._told.get(which, (None, 0))
        if last is not None and now - last < AGAIN_S:
            self._told[which] = last, held + 1
            return None
        if self._left < 1:
            self._lost += 1
            return None
        self._left -= 1
        self._told.pop(which, None)
        self._told[which] = now, 0
        while len(self._told) > REMEMBERED:
            del self._told[next(iter(self._told))]
        lost, self._lost = self._lost, 0
        more = [f"{held} more times since"] if held else []
        more += [f"{lost} other lines are left out before this one"] if lost else []
        return f"{words} ({'; '.join(more)})" if more else words
