"""`kiosk run --supervised`: the supervisor as a process, with its signals, its log and what it starts."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

from kiosk.exhibition.places import state_folder
from kiosk.staff import exits
from kiosk.supervising import display, record, telling
from kiosk.supervising.child import Asked, Child
from kiosk.supervising.curtain import Curtain
from kiosk.supervising.supervisor import Around, Supervisor
from kiosk.supervising.watched import Order

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.supervising.budget import Start, Why
    from kiosk.supervising.child import Event

_START = """\
import sys
ours = sys.argv.pop(1)
if ours not in sys.path:
    sys.path.insert(0, ours)
from kiosk.__main__ import main
main()
"""
SWITCH = "--supervised"
CURTAIN = "curtain-process"
"""First argument of the program when it is to be the curtain."""


def main(arguments: Sequence[str]) -> int:
    """Keep the show going that `kiosk` would show with these arguments. Returns the exit code."""
    environment = dict(os.environ)
    if not display.is_named(environment):
        note("there is no display here (DISPLAY and WAYLAND_DISPLAY are not set), so there is nothing to keep going")
        return exits.DISPLAY
    tell, ping = telling.systemd(environment), telling.watchdog_s(environment, os.getpid())
    telling.keep_to_ourselves(environment)
    events: SimpleQueue[Event] = SimpleQueue()
    _listen(events)
    ourselves = _ourselves()

    def show(plan: Start) -> Child:
        order = Order(safe=plan.safe or "", rest=plan.rest, software=plan.software, card=plan.card)
        return Child([*ourselves, *order.words(), *arguments], environment, events)

    def curtain() -> Child:
        return Child([*ourselves, CURTAIN], environment, events)

    around = Around(
        start=show,
        curtain=Curtain(curtain, time.monotonic),
        display=lambda: display.is_there(environment),
        events=events,
        tell=tell,
        ping=ping / 2 if ping else None,
        note=note,
        record=_counter(),
    )
    return Supervisor(around).run()


def note(words: str) -> None:
    """A line for whoever reads the log; a log that cannot be written is no reason to stop."""
    try:
        sys.stderr.write(f"kiosk supervisor: {words}\n")
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        return


def _listen(events: SimpleQueue[Event]) -> None:
    """Being asked to end is an event like others."""
    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: events.put(Asked()))


def _ourselves() -> list[str]:
    """How this program is started once more, before its arguments: by a Python that hears none of its own variables.

    Nor does that look for modules where it was started or in the account's own folder; ours are where these are.
    """
    if getattr(sys, "frozen", False):  # one executable, which hears none by itself
        return [sys.executable]
    return [sys.executable, "-I", "-c", _START, str(Path(__file__).resolve().parents[2])]


def _counter() -> Callable[[Why, bool], None]:
    folder = state_folder()

    def count(why: Why, safe: bool) -> None:
        at = time.strftime("%Y-%m-%dT%H:%M")
        record.keep(folder, record.read(folder).add(why, at, safe=safe))

    return count
