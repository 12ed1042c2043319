"""How long the rest of a long piece of work will take."""

from __future__ import annotations

from collections import deque

WINDOW_S = 30.0
"""What was done in the last so many seconds tells how fast it goes on."""
_FEWEST_S = 2.0


class Pace:
    """The time left of work that does `total` things; times are seconds of one clock that never runs back."""

    def __init__(self, total: int, now: float) -> None:
        self._total = total
        self._past = deque([(now, 0)])

    def left_s(self, done: int, now: float) -> float | None:
        """Seconds until all is done, now that `done` are; None while it is too early to tell."""
        self._past.append((now, done))
        while now - self._past[1][0] > WINDOW_S:
            self._past.popleft()
        then, done_then = self._past[0]
        if done >= self._total:
            return 0.0
        if now - then < _FEWEST_S or done == done_then:
            return None
        return (self._total - done) * (now - then) / (done - done_then)


def in_words(seconds: float | None) -> str:
    """A time left in words, such as "about 3 min left"; empty for None and for next to nothing."""
    if seconds is None or seconds < 1:
        return ""
    if seconds < 90:
        return f"about {round(seconds)} s left"
    if seconds < 90 * 60:
        return f"about {round(seconds / 60)} min left"
    return f"about {seconds / 3600:.1f} h left"
