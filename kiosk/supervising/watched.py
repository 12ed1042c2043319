"""The supervised program's side: what it was started with, and that it ends when its supervisor does."""

from __future__ import annotations

import os
import sys
import threading
from typing import NamedTuple

from kiosk.exhibition.threads import begin

COMMAND = "watched"
"""First argument of the program when the supervisor starts it; the order follows, then what anybody may ask for."""
NOTHING = "-"
_SOFTWARE, _CARD = "software", "card"
_WORDS = 3
_PR_SET_PDEATHSIG = 1
_SIGKILL = 9


class Order(NamedTuple):
    """`beats`: where to write how it goes. `safe`: why in safe mode, empty for the usual way; `rest`: for how long.

    `software`: without the graphics card. `card`: nothing but the card that says so, where staff get in.
    """

    beats: int = -1
    safe: str = ""
    rest: float = 0.0
    software: bool = False
    card: bool = False

    def words(self) -> list[str]:
        """The order as arguments."""
        how = _CARD if self.card else _SOFTWARE if self.software else NOTHING
        return [COMMAND, self.safe or NOTHING, f"{self.rest:g}", how]


_given: list[Order] = []


def order() -> Order | None:
    """What the supervisor has ordered; None where nobody watches."""
    return _given[0] if _given else None


def take_order(arguments: list[str]) -> list[str]:
    """Be watched from now on, by the order at the beginning of these arguments. Returns those that are left.

    What was stdout is the supervisor's alone now; what anybody prints goes where errors go.
    """
    safe, rest, how = arguments[:_WORDS]
    beats = os.dup(1)
    os.dup2(2, 1)
    _given[:] = [Order(beats, "" if safe == NOTHING else safe, float(rest), how != NOTHING, how == _CARD)]
    begin(threading.Thread(target=_end_with, args=(0,), name="lifeline", daemon=True))
    return arguments[_WORDS:]


def _end_with(line: int) -> None:
    """End when the other end of the line is let go of: nobody would watch any more, and another one may come."""
    try:
        while os.read(line, 64):
            pass
    except OSError:
        return
    os._exit(0)


def end_with_parent() -> None:
    """Have the system end this process when its supervisor ends, even if it hangs. Linux; elsewhere the line does."""
    if sys.platform.startswith("linux") and _given:
        import ctypes  # noqa: PLC0415 - after the first picture

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, _SIGKILL)
