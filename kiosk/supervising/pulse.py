"""Whether the show lives: its loop turns, its frames come, its pictures change. No Qt, no clock: time is told.

Looked at every `EVERY_S` seconds from within the loop, so that a loop which hangs looks at nothing and says nothing.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

EVERY_S = 3.0
LIVELY_S = 2.5
"""Where something moves there are frames all the time: without any for so long one is asked for."""
QUIET_S = 30.0
"""So long a still screen is left alone before one frame is asked for, to see that one would come."""
ANSWER_S = 5.5
"""A frame that was asked for comes in much less."""
FROZEN_S = 8.5
"""Without a frame for so long, and one asked for, nothing is drawn any more."""
STOOD_STILL_S = 9.0
"""Looks that are so far apart: the whole process stood still. What happened meanwhile says nothing of it."""
DWELLS = 3
LEAST_S = 45.0
"""A picture may stay for so many times its dwell, and for so long at least."""
WAITING_S = 900.0
"""And so long while the next one is still being made: a hung share is no reason to begin again."""


class Seen(NamedTuple):
    """A look. `open`: a window that may be drawn. `drawn`: a frame came since the last look. `lively`: something moves.

    `picture` is equal for as long as the same is shown; `dwell` how long that is to be, None for as long as a visitor
    or the hours want; `waiting`: pictures are being made.
    """

    open: bool
    drawn: bool
    lively: bool
    picture: object = None
    dwell: float | None = None
    waiting: bool = False


class Verdict(Enum):
    """What a look comes to. `ASK` is `BEAT`, too: ask for a frame."""

    BEAT = auto()
    ASK = auto()
    FROZEN = auto()
    STUCK = auto()


class Pulse(NamedTuple):
    """When it was looked last, a frame was drawn, one asked for that did not come yet, and the picture changed."""

    looked: float
    drawn: float
    changed: float
    asked: float | None = None
    picture: object = None


def begin(now: float) -> Pulse:
    """Nothing was seen yet."""
    return Pulse(now, now, now)


def look(pulse: Pulse, seen: Seen, now: float) -> tuple[Pulse, Verdict]:
    """The pulse after a look, and what that comes to."""
    stood_still = now - pulse.looked >= STOOD_STILL_S
    drawn = now if seen.drawn or stood_still or not seen.open else pulse.drawn
    rests = seen.dwell is None or stood_still or not seen.open
    changed = now if seen.picture != pulse.picture or rests else pulse.changed
    asked = None if drawn == now else pulse.asked
    pulse = Pulse(now, drawn, changed, asked, seen.picture)
    if seen.dwell is not None and now - changed > _most(seen.dwell, waiting=seen.waiting):
        return pulse, Verdict.STUCK
    if asked is not None and now - asked >= ANSWER_S and now - drawn >= FROZEN_S:
        return pulse, Verdict.FROZEN
    if asked is None and now - drawn >= (LIVELY_S if seen.lively else QUIET_S):
        return pulse._replace(asked=now), Verdict.ASK
    return pulse, Verdict.BEAT


def _most(dwell: float, *, waiting: bool) -> float:
    most = max(LEAST_S, DWELLS * dwell)
    return max(most, WAITING_S) if waiting else most
