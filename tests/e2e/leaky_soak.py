"""`kiosk soak` in a program that keeps more from one look at it to the next: what a leak looks like from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.__main__ import main
from kiosk.staff.soak import vitals

if TYPE_CHECKING:
    from kiosk.staff.soak.vitals import Household

KEPT_BYTES = 200_000_000
MOST = 3
"""So that the machine that tests it does not suffer."""
kept: list[bytes] = []
measure = vitals.measure


def leak() -> Household | None:
    if len(kept) < MOST:
        kept.append(b"x" * KEPT_BYTES)
    return measure()


vitals.measure = leak  # type: ignore[assignment]
if __name__ == "__main__":
    main()
