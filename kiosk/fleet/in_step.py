"""The two ends of going in step, on threads of a link: one tells what it shows; the other hears, and asks the time."""

from __future__ import annotations

import re
import secrets
import threading
import time
from typing import TYPE_CHECKING, NamedTuple, Protocol

import msgspec
from msgspec.structs import replace

from kiosk.fleet.far_clock import Exchange, FarClock
from kiosk.fleet.following import Order
from kiosk.fleet.step import MOST_BYTES, Answer, Ask, Step, decode
from kiosk.fleet.topics import OFFLINE

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.fleet.topics import Root

    Said = tuple[str, bytes]
    """A topic, and what is published there."""

FIRST_ASKS, SOON_S, ASK_S = 8, 0.25, 4.0
"""So many questions come soon after each other at first, and then one every so many seconds."""
MOST_ANSWERS = 400
"""At once; `ANSWERS_PER_S` after that. So many kiosks may follow one."""
ANSWERS_PER_S = 200.0
REST_S = 60.0

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")


class Beside(Protocol):
    """What a link carries beside states and commands, without a warrant that it arrives (QoS 0, never retained)."""

    @property
    def topics(self) -> tuple[str, ...]:
        """What is to be heard."""

    def joined(self) -> None:
        """The broker is there."""

    def hear(self, topic: str, payload: bytes, *, retained: bool) -> tuple[str, bytes] | None:
        """Hear something; what there is to say to it at once."""

    def wait_s(self, now: float) -> float:
        """How long until there is something to say."""

    def say(self, now: float) -> tuple[str, bytes] | None:
        """What there is to say now."""


class Leading:
    """Tells others what is shown, and the time. `now` is the clock that they compare theirs with.

    `wake` is called when there is something to say.
    """

    def __init__(
        self,
        root: Root,
        kiosk: str,
        now: Callable[[], float] = time.monotonic,
        day: Callable[[], float] = time.time,
    ) -> None:
        self.run = secrets.token_hex(8)
        self._root = root
        self._kiosk = kiosk
        self._now = now
        self._day = day
        self._lock = threading.Lock()
        self._step: bytes | None = None
        self._credit, self._counted_at = float(MOST_ANSWERS), now()
        self.wake: Callable[[], None] = lambda: None

    def tell(self, step: Step) -> None:
        """This is shown. What has not been sent yet is of no interest any more."""
        encoded = msgspec.json.encode(step)
        while len(encoded) > MOST_BYTES and step.then:  # long names; who is far ahead shows what is nearer
            step = replace(step, then=step.then[:-1])
            encoded = msgspec.json.encode(step)
        with self._lock:
            self._step = encoded
        self.wake()

    @property
    def topics(self) -> tuple[str, ...]:
        """Questions."""
        return (self._root.clock(self._kiosk, "+"),)

    def joined(self) -> None:
        """The next beat comes soon."""

    def hear(self, topic: str, payload: bytes, *, retained: bool) -> Said | None:
        """Answer a question."""
        heard = self._now()
        follower = topic.rpartition("/")[2]
        question = decode(payload, Ask)
        if retained or question is None or not _NAME.fullmatch(follower) or not self._admits(heard):
            return None
        answer = Answer(run=self.run, asked=question.asked, heard=heard, answered=self._now(), day=self._day())
        return self._root.clock(follower, self._kiosk), msgspec.json.encode(answer)

    def wait_s(self, now: float) -> float:  # noqa: ARG002 - as the other end has it
        """How long until there is something to say."""
        return REST_S if self._step is None else 0.0

    def say(self, now: float) -> Said | None:  # noqa: ARG002 - as the other end has it
        """What is shown, once."""
        with self._lock:
            step, self._step = self._step, None
        return None if step is None else (self._root.step(self._kiosk), step)

    def _admits(self, now: float) -> bool:
        self._credit = min(float(MOST_ANSWERS), self._credit + ANSWERS_PER_S * max(0.0, now - self._counted_at))
        self._counted_at = now
        if self._credit < 1:
            return False
        self._credit -= 1
        return True


class Compared(NamedTuple):
    """How the leader's clock stands to this one. `round_trip_s`: what is known is wrong by half of that at most.

    `drift`: how much faster it runs, as a share. `day_s`: how much its time of day is ahead of this computer's.
    None for what is not known.
    """

    round_trip_s: float | None = None
    drift: float | None = None
    day_s: float | None = None


class Hearing:
    """Hears the kiosk `leader`, and asks it for the time. `now` is the clock that leader moments are turned into.

    `heard` is called when there is a step to `take`, `gone` when the broker says that the leader has gone. Both on a
    thread of the link.
    """

    def __init__(
        self,
        root: Root,
        kiosk: str,
        leader: str,
        heard: Callable[[], None],
        gone: Callable[[], None],
        now: Callable[[], float] = time.monotonic,
        day: Callable[[], float] = time.time,
    ) -> None:
        self._root = root
        self._kiosk = kiosk
        self._leader = leader
        self._heard = heard
        self._gone = gone
        self._now = now
        self._day = day
        self._lock = threading.Lock()
        self._clock = FarClock()
        self._run: str | None = None
        self._day_s: float | None = None
        self._order = Order()
        self._newest: Step | None = None
        self._asked = 0
        self._asks_at = 0.0
        self._asked_at = float("-inf")
        self._open: set[float] = set()

    def there(self, here: float, run: str) -> float | None:
        """What the leader's clock of that run shows when the one here shows this; None while it is not known."""
        with self._lock:
            return self._clock.there(here) if run == self._run else None

    def here(self, there: float, run: str) -> float | None:
        """What the clock here shows when the leader's of that run shows this; None while it is not known."""
        with self._lock:
            return self._clock.here(there) if run == self._run else None

    @property
    def compared(self) -> Compared:
        """How the clocks stand to each other."""
        with self._lock:
            drift = self._clock.drift
            return Compared(self._clock.round_trip, drift.rate if drift else None, self._day_s)

    @property
    def topics(self) -> tuple[str, ...]:
        """What the leader shows, answers from it, and whether it is there."""
        root = self._root
        return root.step(self._leader), root.clock(self._kiosk, self._leader), root.present(self._leader)

    def joined(self) -> None:
        """Ask at once, some times."""
        with self._lock:
            self._ask_anew()
            self._open.clear()

    def hear(self, topic: str, payload: bytes, *, retained: bool) -> Said | None:
        """Hear the leader."""
        back = self._now()
        if topic == self._root.present(self._leader):
            if payload == OFFLINE.encode():
                self._gone()
        elif retained:
            return None
        elif topic == self._root.step(self._leader):
            step = decode(payload, Step)
            if step and self._order.admits(step):
                self._keep(step)
                return self.say(back) if self._is_unknown(step.run) else None
        elif answer := decode(payload, Answer):
            self._note(answer, back)
        return None

    def take(self) -> Step | None:
        """The newest step, once; None where that has been taken. Those before it are of no interest any more."""
        with self._lock:
            step, self._newest = self._newest, None
        return step

    def forget(self) -> None:
        """The leader has not been heard: it may have slept, its clock with it, and is asked before it is believed."""
        with self._lock:
            self._clock.forget()
            self._run = None
            self._ask_anew()

    def wait_s(self, now: float) -> float:  # noqa: ARG002 - it goes by the clock that it asks with
        """How long until it asks again."""
        return max(0.0, self._asks_at - self._now())

    def say(self, now: float) -> Said | None:  # noqa: ARG002 - see above
        """A question."""
        with self._lock:
            asked = self._asked_at = self._now()
            self._asked += 1
            self._asks_at = asked + (SOON_S if self._asked < FIRST_ASKS else ASK_S)
            self._open = {each for each in self._open if asked - each < 2 * ASK_S} | {asked}
        return self._root.clock(self._leader, self._kiosk), msgspec.json.encode(Ask(asked=asked))

    def _ask_anew(self) -> None:
        """Some times soon after each other, from now on."""
        self._asked, self._asks_at = 0, self._now()

    def _keep(self, step: Step) -> None:
        """However fast they come, no more than one waits to be taken."""
        with self._lock:
            waits, self._newest = self._newest is not None, step
        if not waits:
            self._heard()

    def _is_unknown(self, run: str) -> bool:
        """Whether the clock of that run is not known, and has not been asked for just now."""
        with self._lock:
            return run != self._run and self._now() - self._asked_at >= SOON_S

    def _note(self, answer: Answer, back: float) -> None:
        """Only what was asked is answered, and only once."""
        with self._lock:
            if answer.asked not in self._open or not answer.heard <= answer.answered:
                return
            self._open.discard(answer.asked)
            if answer.run != self._run:
                self._clock.forget()
                self._run = answer.run
            exchange = Exchange(answer.asked, answer.heard, answer.answered, back)
            self._clock.note(exchange)
            if exchange.round_trip == self._clock.round_trip:  # it is the best
                self._day_s = answer.day + exchange.round_trip / 2 - self._day()
