"""`kiosk soak` in a program that keeps a little of every moment: what a leak looks like from outside."""

from __future__ import annotations

from kiosk.__main__ import main
from kiosk.bridge import pulse, strangers

KEPT_BYTES = 100_000_000
MOST = 4
"""So that the machine that tests it does not suffer."""
kept: list[bytes] = []
beat = pulse.Pulse._turn
begin = strangers.Strangers.begin
somebody: list[strangers.Strangers] = []


def remember(self: strangers.Strangers) -> None:
    self.rested.connect(lambda: somebody.append(self))
    begin(self)


def leak(self: pulse.Pulse) -> None:
    if somebody and len(kept) < MOST:
        kept.append(b"x" * KEPT_BYTES)
    beat(self)


pulse.Pulse._turn = leak  # type: ignore[method-assign]
strangers.Strangers.begin = remember  # type: ignore[method-assign]
if __name__ == "__main__":
    main()
