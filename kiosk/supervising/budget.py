"""How often the show is started again, after how long, and when it is started in safe mode. No clock: time is told.

Durations are seconds of a clock that only runs on.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Why(StrEnum):
    """How a run of the show came to its end."""

    CRASH = "crash"
    HANG = "hang"
    RENDERER = "renderer"
    STUCK = "stuck"
    ENDED = "ended"
    DISPLAY = "display"
    AGAIN = "again"
    AFRESH = "afresh"
    QUIT = "quit"
    USELESS = "useless"
    TAKEN = "taken"


FAULTLESS = frozenset({Why.DISPLAY, Why.TAKEN, Why.AGAIN, Why.AFRESH})
"""Ends that count against nobody."""


class Limits(NamedTuple):
    """What is waited for, and how often; tests have time run faster.

    `back_off`: before each further start without a good run between. `good`: a run that lasted so long was a good one.
    `failures`: so many without a good run between are enough. `safe`: how long safe mode lasts, doubled each time
    that the show fails again at once, up to `safe_most`. `card`: how long the card alone is shown where not even that
    goes. `unready`: so many crashes before anything was on the screen are put down to what draws.
    """

    back_off: tuple[float, ...] = (1.0, 2.0, 5.0, 15.0, 60.0)
    good: float = 300.0
    failures: int = 5
    safe: float = 3600.0
    safe_most: float = 86400.0
    card: float = 600.0
    unready: int = 2


class End(NamedTuple):
    """A run is over. `ready`: it had something on the screen."""

    why: Why
    ran: float
    ready: bool


class Budget(NamedTuple):
    """What is remembered from run to run. `failures` and `unready`: since the last good run, or since safe mode began.

    `rest`: how long safe mode lasted last, 0 after a good run. `why`: what led to it. `card`: nothing else is shown any
    more, since not even safe mode goes.
    """

    failures: int = 0
    unready: int = 0
    safe: bool = False
    rest: float = 0.0
    why: Why | None = None
    card: bool = False


class Start(NamedTuple):
    """What is to come: after `delay` the next run, or with `leave` the end of it all, by that exit code's reason.

    `safe`: why in safe mode, and for `rest` seconds; None for the usual way. `software`: without the graphics card.
    `card`: the card alone, for `rest` seconds.
    """

    delay: float = 0.0
    safe: Why | None = None
    rest: float = 0.0
    software: bool = False
    card: bool = False
    leave: Why | None = None


def after(budget: Budget, end: End, limits: Limits) -> tuple[Budget, Start]:
    """What follows the end of a run."""
    if end.why is Why.QUIT or (end.why is Why.USELESS and not end.ready):
        return budget, Start(leave=end.why)
    if end.why is Why.AGAIN:
        return Budget(), Start()
    if end.why is Why.AFRESH:
        # On trial: the first failure before a good run leads back to safe mode, for twice as long.
        return Budget(failures=limits.failures - 1, rest=budget.rest), Start()
    if end.ran >= limits.good:
        budget = budget._replace(failures=0, unready=0, rest=budget.rest if budget.safe else 0.0)
    if end.why in {Why.DISPLAY, Why.TAKEN}:
        return budget, _start(budget, 0.0, limits)
    unready = 0 if end.ready or end.why is Why.HANG else budget.unready + 1
    budget = budget._replace(failures=budget.failures + 1, unready=unready)
    if budget.failures < limits.failures:
        return budget, _start(budget, _delay(budget, limits), limits)
    if budget.safe and not budget.card:
        # Not even that goes: the card, where staff get in, needs neither an exhibition nor pictures.
        budget = budget._replace(card=True, failures=0, unready=0)
        return budget, _start(budget, limits.back_off[0], limits)
    if budget.card:
        # Not even that: perhaps the usual way does again. The curtain is all that is seen meanwhile.
        return Budget(failures=limits.failures - 1, rest=budget.rest), Start(delay=limits.back_off[-1])
    budget = Budget(safe=True, rest=min(limits.safe_most, 2 * budget.rest or limits.safe), why=end.why)
    return budget, _start(budget, limits.back_off[0], limits)


def _delay(budget: Budget, limits: Limits) -> float:
    return limits.back_off[min(budget.failures, len(limits.back_off)) - 1]


def _start(budget: Budget, delay: float, limits: Limits) -> Start:
    software = budget.safe or budget.unready >= limits.unready
    rest = limits.card if budget.card else budget.rest if budget.safe else 0.0
    return Start(delay, budget.why if budget.safe else None, rest, software, budget.card)
