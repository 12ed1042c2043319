"""Starts the real program with a hand on its screen: `python -m tests.e2e.driver WALK [kiosk's own arguments]`.

WALK is a module of tests.e2e.walks; its `walk(hand)` is a generator that yields what it waits for. What goes wrong is
told on stderr, and the exit code is 70 then; else it is the program's own.
"""

from __future__ import annotations

import faulthandler
import sys
import time
import traceback
from importlib import import_module
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from weakref import ref

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

import kiosk.back_soon
import kiosk.desk
import kiosk.front
import kiosk.house
import kiosk.last_resort
from kiosk.__main__ import main as kiosk_main
from kiosk.bridge.look import look
from tests.e2e.hand import Hand, Wait

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FAILED = 70
HASTE = 3.0
"""How many times as fast all that moves does in a walk, unless its module has a TEMPO of its own; all that waits, waits
as long as it does for a visitor."""
PATIENCE_S = 60.0
"""The longest wait for one thing: a guard against hanging, not a measure."""


class Driver(QObject):
    """Goes through a walk, one look at the waited-for thing a time, between the program's own events."""

    def __init__(self, walk: Callable[[Hand], Iterator[Wait]], hand: Hand) -> None:
        super().__init__()
        self._steps = walk(hand)
        self._wait: Wait | None = Wait("the window is shown", hand.find_window)
        self._limit = time.monotonic() + PATIENCE_S
        self._busy = False
        self.done = False
        self.failed = False
        self._look = QTimer(self, interval=4)
        self._look.timeout.connect(self._step)
        self._look.start()

    def _step(self) -> None:
        """Sending an event lets others be handled, this timer's among them."""
        if self._busy:
            return
        self._busy = True
        try:
            self._go_on()
        except StopIteration:
            self.done = True
            self._look.stop()
        except BaseException:  # noqa: BLE001 - whatever it is, it ends the walk
            traceback.print_exc()
            self._fail()
        finally:
            self._busy = False

    def _go_on(self) -> None:
        if self._wait and not self._wait.holds():
            if time.monotonic() > self._limit:
                where = ", ".join(_lines(self._steps))
                raise TimeoutError(f"waited {PATIENCE_S:g} s and it did not happen: {self._wait.what} (lines {where})")
            return
        faulthandler.dump_traceback_later(2 * PATIENCE_S, exit=True)
        self._wait = next(self._steps)
        self._limit = time.monotonic() + PATIENCE_S

    def _fail(self) -> None:
        self.failed = True
        self._look.stop()
        QGuiApplication.exit(FAILED)


def _lines(steps: Any) -> Iterator[str]:
    """Where a walk has got to: the lines of its generators, the outermost first."""
    while steps is not None and getattr(steps, "gi_frame", None):
        yield str(steps.gi_frame.f_lineno)
        steps = steps.gi_yieldfrom


def main() -> int:
    """Run the program with the walk named on the command line. The exit code."""
    name, *arguments = sys.argv[1:]
    sys.argv = ["kiosk", *arguments]
    faulthandler.dump_traceback_later(2 * PATIENCE_S, exit=True)
    application = QGuiApplication(sys.argv[:1])
    walk = import_module(f"tests.e2e.walks.{name}")
    look.tempo = lambda: getattr(walk, "TEMPO", HASTE)
    hand = Hand()
    driver = Driver(walk.walk, hand)
    _lend(hand)
    try:
        kiosk_main()
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 0
    else:
        code = 0
    if not driver.done and not driver.failed:
        print("the program left before the walk was over", file=sys.stderr)
        code = FAILED
    del application
    return FAILED if driver.failed else code


def _lend(hand: Hand) -> None:
    """Let the program run by the hand's clock, and show it what it opens."""
    kiosk.house.time = SimpleNamespace(monotonic=hand.clock, time_ns=lambda: 1)  # type: ignore[assignment]
    kiosk.front.time = SimpleNamespace(monotonic=hand.clock)  # type: ignore[assignment]
    make = kiosk.house.House

    def opened(*args: Any, **more: Any) -> kiosk.house.House:
        house = make(*args, **more)
        hand.gallery = house.gallery
        house.gallery.setObjectName(f"{len(hand.galleries)}")
        hand.galleries.append(ref(house.gallery))
        return house

    kiosk.house.House = opened  # type: ignore[assignment, misc]
    sit_down = kiosk.desk.Desk

    def desk(*args: Any, **more: Any) -> kiosk.desk.Desk:
        hand.desk = sit_down(*args, **more)
        return hand.desk

    kiosk.desk.Desk = desk  # type: ignore[assignment, misc]

    def card_of(kind: type[kiosk.back_soon.BackSoon]) -> Any:
        def card(*args: Any, **more: Any) -> kiosk.back_soon.BackSoon:
            hand.desk = kind(*args, **more)
            return hand.desk

        return card

    kiosk.last_resort.LastResort = card_of(kiosk.last_resort.LastResort)
    kiosk.back_soon.BackSoon = card_of(kiosk.back_soon.BackSoon)


if __name__ == "__main__":
    sys.exit(main())
