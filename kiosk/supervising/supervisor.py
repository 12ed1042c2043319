"""The supervisor: starts the show again whenever it ends, hangs or shows nothing any more, until staff have ended it.

It looks after three things: the run of the show (`vigil`), how often that was started (`budget`), and the curtain that
covers the desktop meanwhile. All waiting is done in one place, `_wait`.
"""

from __future__ import annotations

import time
from pathlib import Path
from queue import Empty
from typing import TYPE_CHECKING, NamedTuple

from kiosk.staff import exits
from kiosk.staff.lock import QUIT, last_word
from kiosk.supervising import telling
from kiosk.supervising.budget import Budget, End, Limits, Start, Why, after
from kiosk.supervising.child import Asked, Child, Ended, Said
from kiosk.supervising.reasons import REASONS, WORDS
from kiosk.supervising.vigil import Patience, Vigil

if TYPE_CHECKING:
    from collections.abc import Callable
    from queue import SimpleQueue

    from kiosk.supervising.child import Event
    from kiosk.supervising.curtain import Curtain
    from kiosk.supervising.telling import Teller

_FOR_EVER = 3600.0


class Around(NamedTuple):
    """What the supervisor works with. `start`: a run of the show, raises OSError. `display`: whether there is one.

    `note`: one line for the log. `record`: a restart, its reason and whether into safe mode. `now`: seconds of a clock
    that only runs on. `ping`: how often who watches over us is to hear of us, None for never. `prepare_after`: so
    long after something is on the screen a curtain is made ready; a show that begins has better use for the processor.
    `look_for`: how often it is looked whether the display is back, or another show has gone.
    `cover_after`: a show that is leaving has no window any more; one that has not left after so long is covered.
    """

    start: Callable[[Start], Child]
    curtain: Curtain
    display: Callable[[], bool]
    events: SimpleQueue[Event]
    tell: Teller | None = None
    ping: float | None = None
    note: Callable[[str], None] = lambda _: None
    record: Callable[[Why, bool], None] = lambda _why, _safe: None
    now: Callable[[], float] = time.monotonic
    limits: Limits = Limits()
    patience: Patience = Patience()
    look_for: float = 1.0
    prepare_after: float = 5.0
    cover_after: float = 1.0


class Supervisor:
    """One show, kept going by `run`."""

    def __init__(self, around: Around) -> None:
        self._around = around
        self._budget = Budget()
        self._leaving = False
        self._viewer: Child | None = None
        self._undying: Child | None = None
        self._code: int | None = None
        self._meant: int | None = None
        self._leave_with = exits.FINE
        self._taken: Path | None = None
        self._told_taken = False
        self._vigil = Vigil(0.0, 0.0)
        self._ping_at = around.now()
        self._prepare_at: float | None = None
        self._cover_at: float | None = None

    def run(self) -> int:
        """Keep the show going until somebody who may has ended it. Returns the exit code."""
        self._tell(telling.READY)
        plan = Start()
        while self._rest(plan.delay) and self._find_display() and self._find_place():
            end = self._live(plan)
            if self._leaving:
                break
            if end.why is not Why.QUIT and not self._around.display():
                end = end._replace(why=Why.DISPLAY)
            before = self._budget
            self._budget, plan = after(before, end, self._around.limits)
            if plan.leave is not None:
                self._leave_with = self._left or exits.UNUSABLE
                break
            if end.why is Why.TAKEN:
                self._make_way()
            elif end.why is not Why.DISPLAY:
                self._around.curtain.close()
            self._report(end, plan, before)
        self._tell(telling.STOPPING)
        self._around.curtain.leave()
        return self._leave_with

    def _live(self, plan: Start) -> End:
        """One run of the show, from its start to its end."""
        around = self._around
        since = around.now()
        self._vigil, self._code, self._meant = Vigil(since, since), None, None
        try:
            self._viewer = around.start(plan)
        except OSError as error:
            around.note(f"the show cannot be started: {error.strerror or error}")
            return End(Why.CRASH, 0.0, ready=False)
        hung = self._watch()
        if self._meant is not None:  # whatever became of it on its way there
            hung, self._code = False, self._meant
        self._viewer = self._prepare_at = self._cover_at = None
        left = self._left
        why = Why.HANG if hung else Why.CRASH if left is None else REASONS.get(left, Why.CRASH)
        if left == exits.ALREADY and self._undying:
            why = Why.CRASH  # the one before has the screen, and will not have it for ever
        return End(why, around.now() - since, self._vigil.ready)

    def _watch(self) -> bool:
        """Watch until it has ended; whether it had to be ended because it hung."""
        around, patience = self._around, self._around.patience
        while self._code is None and not self._leaving:
            meant = self._vigil.due(patience)
            self._wait(meant, until_heard=True)
            now = around.now()
            self._vigil = self._vigil.woken(now, meant, patience)
            if self._left is None and now >= self._vigil.due(patience):
                self._end(hung=True)
                return True
        if self._code is None:
            self._end(hung=False)
        return False

    @property
    def _left(self) -> int | None:
        """The exit code of the run, once it has ended."""
        return self._code

    def _end(self, *, hung: bool) -> None:
        """End the run: in order, or with a word on where it hangs; and if it does not, all the same."""
        around, viewer = self._around, self._viewer
        if viewer is None:
            return
        if hung:
            silent, slow = "nothing was heard of the show any more", "the show does not get round to leaving"
            around.note(f"{slow if self._vigil.leaving else silent}: it is ended")
            viewer.abort()
        else:
            viewer.ask_to_end()
        self._wait(around.now() + (around.patience.dump if hung else around.patience.dying), until_heard=False)
        if self._code is None:
            viewer.kill()
            self._wait(around.now() + around.patience.gone, until_heard=False)
        if self._code is None:
            self._undying = viewer  # it waits for a disk or a graphics card that does not answer

    def _rest(self, seconds: float) -> bool:
        """Wait before the next run; False when that is not to come."""
        until = self._around.now() + seconds
        while not self._leaving and self._around.now() < until:
            self._wait(until, until_heard=False)
        return not self._leaving

    def _find_display(self) -> bool:
        """Wait for as long as there is no display server; False when we were asked to end."""
        around, waiting = self._around, False
        while not self._leaving and not around.display():
            if not waiting:
                waiting = True
                around.note("there is no display server: the show waits for it")
                self._tell(f"{telling.STATUS}Waiting for the display server")
                around.curtain.rest()
            self._rest(around.look_for)
        return not self._leaving

    def _make_way(self) -> None:
        """Another show has the screen, perhaps one that a supervisor before us has left: nothing covers it."""
        self._around.curtain.rest()
        self._tell(f"{telling.STATUS}Waiting for another show to leave the screen")
        if not self._told_taken:
            self._told_taken = True
            self._around.note("another show is on the screen already: this one waits for it to go")
        if self._taken is None:
            self._rest(self._around.limits.back_off[-1])

    def _find_place(self) -> bool:
        """Wait for as long as another show has the screen; False when we were asked to end, or staff ended that one."""
        taken, self._taken = self._taken, None
        while taken and not self._leaving:
            word = last_word(taken)
            if word == QUIT:
                self._leaving, self._leave_with = True, exits.QUIT
            elif word is not None:
                self._around.curtain.close()
                break
            self._rest(self._around.look_for)
        return not self._leaving

    # Waiting

    def _wait(self, until: float, *, until_heard: bool) -> None:
        """Handle what happens until then, or until the run has ended or we are asked to end.

        With `until_heard` also until the run says something, for its silence counts from there.
        """
        around = self._around
        code, leaving, vigil = self._code, self._leaving, self._vigil
        while (now := around.now()) < until and (self._code, self._leaving) == (code, leaving):
            self._keep_up(now)
            dues = (until, self._ping_at if around.ping else None, around.curtain.due, self._prepare_at, self._cover_at)
            due = min(when for when in dues if when is not None)
            try:
                event = around.events.get(timeout=min(_FOR_EVER, max(0.0, due - now)))
            except Empty:
                continue
            self._handle(event)
            if until_heard and self._vigil != vigil:
                return

    def _keep_up(self, now: float) -> None:
        """Do what is due besides."""
        around = self._around
        if around.ping and now >= self._ping_at:
            self._ping_at = now + around.ping
            self._tell(telling.BEAT)
        around.curtain.look()
        if self._prepare_at is not None and now >= self._prepare_at:
            self._prepare_at = None
            around.curtain.prepare()
        if self._cover_at is not None and now >= self._cover_at:
            self._cover_at = None
            around.curtain.close()

    def _handle(self, event: Event) -> None:
        around = self._around
        match event:
            case Asked():
                self._leaving = True
            case Said(child, words) if child is self._viewer:
                self._hear(words)
            case Said(child, words):
                around.curtain.hear(child, words)
            case Ended(child, code) if child is self._viewer:
                self._code = code
            case Ended(child, _) if child is self._undying:
                self._undying = None
            case Ended(child, _) if around.curtain.owns(child):
                around.curtain.ended()

    def _hear(self, words: str) -> None:
        ready = words == telling.READY
        if words == telling.STOPPING:
            self._vigil = self._vigil.leave(self._around.now())
            self._cover_at = self._around.now() + self._around.cover_after
        elif words.startswith(telling.LEAVES):
            self._meant = int(words.removeprefix(telling.LEAVES))
        elif words.startswith(telling.TAKEN):
            self._taken = Path(words.removeprefix(telling.TAKEN))
        elif words.startswith(telling.HOUSE):
            self._around.curtain.dress(words.removeprefix(telling.HOUSE))
        elif ready or words == telling.BEAT:
            self._vigil = self._vigil.hear(self._around.now(), ready=ready)
        if ready:
            self._told_taken = False
            self._around.curtain.open()
            self._prepare_at = self._around.now() + self._around.prepare_after
            self._tell(f"{telling.STATUS}{self._state()}")

    def _state(self) -> str:
        if self._budget.card:
            return "Waiting for staff"
        return "Safe mode" if self._budget.safe else "Showing"

    def _report(self, end: End, plan: Start, before: Budget) -> None:
        around = self._around
        if end.why in WORDS:
            into_safe = self._budget.safe and not before.safe
            again = "it starts again"
            if plan.safe:
                again = "the card for staff comes" if plan.card else "it starts in safe mode"
            how = f" (signal {-self._code})" if self._code and self._code < 0 else ""
            line = f"the show {WORDS[end.why]}{how} after {end.ran:.0f} s: {again} in {plan.delay:g} s"
            around.note(line)
            self._tell(f"{telling.STATUS}{line[0].upper()}{line[1:]}")
            around.record(end.why, into_safe)

    def _tell(self, words: str) -> None:
        if self._around.tell:
            self._around.tell.tell(words)
